import errno
import os
import sqlite3

import pytest
from build import article_of, mention_of
from ledger_help import run_of

import sanudo
from sanudo.errors import (
    DamagedError,
    LedgerBusyError,
    LedgerError,
    LedgerFullError,
    NotALedgerError,
    SanudoError,
)
from sanudo.ledger.faults import mapped
from sanudo.records import Article

SQLITE_ERRORS = [kind for kind in vars(sqlite3).values() if isinstance(kind, type) and issubclass(kind, sqlite3.Error)]
CODES = {
    "SQLITE_FULL": LedgerFullError,
    "SQLITE_BUSY": LedgerBusyError,
    "SQLITE_BUSY_SNAPSHOT": LedgerBusyError,
    "SQLITE_LOCKED": LedgerBusyError,
    "SQLITE_NOTADB": NotALedgerError,
    "SQLITE_CORRUPT": DamagedError,
    "SQLITE_CORRUPT_INDEX": DamagedError,
    "SQLITE_CANTOPEN": LedgerError,
    "SQLITE_READONLY": LedgerError,
    "SQLITE_IOERR_WRITE": LedgerError,
    "SQLITE_CONSTRAINT_TRIGGER": LedgerError,
    "SQLITE_TOOBIG": LedgerError,
    "SQLITE_ERROR": LedgerError,
}


@pytest.mark.parametrize("kind", SQLITE_ERRORS)
def test_every_error_of_sqlite_is_mapped(path, kind):
    with pytest.raises(LedgerError, match=r"x\.sanudo: .*\(oh dear\)"), mapped(path):
        raise kind("oh dear")


@pytest.mark.parametrize("name", CODES)
def test_codes_of_sqlite_give_the_error_that_fits(path, name):
    error = sqlite3.OperationalError("oh dear")
    error.sqlite_errorcode = getattr(sqlite3, name)
    with pytest.raises(LedgerError) as caught, mapped(path):
        raise error
    assert type(caught.value) is CODES[name]


@pytest.mark.parametrize(("code", "kind"), [(errno.ENOSPC, LedgerFullError), (errno.EACCES, LedgerError)])
def test_errors_of_the_file_system_are_mapped(path, code, kind):
    with pytest.raises(kind, match=r"x\.sanudo") as caught, mapped(path):
        raise OSError(code, os.strerror(code))
    assert type(caught.value) is kind


def test_errors_of_our_own_pass_as_they_are(path):
    with pytest.raises(SanudoError, match=r"^\[S000\] mine$"), mapped(path):
        raise SanudoError("mine")


def test_a_full_disk_keeps_what_was_committed(ledger):
    first = article_of("Ankara and Baku held an exercise.")
    second = article_of("Ankara and Baku held an exercise. " * 500)
    with ledger.writer(run_of()) as writer:
        writer.add_article(first, None, [mention_of(first, "COOPERATE", "TUR:Ankara AZE:Baku")])
        ((pages,),) = writer._db.rows("PRAGMA page_count")
        writer._db.change(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(LedgerFullError, match="the disk is full: what was committed before is whole"):
            writer.add_article(second, None, [mention_of(second, "COOPERATE", "TUR:Ankara AZE:Baku")])
        assert not writer.has_article(second.id, "m1")
        assert writer.has_article(first.id, "m1")
    assert [article.id for article in ledger.articles()] == [first.id]
    assert ledger.verify() == []
    with ledger.writer(run_of()) as writer:
        writer.add_article(second, None, [mention_of(second, "COOPERATE", "TUR:Ankara AZE:Baku")])
    assert len(ledger.events()) == 2


def test_a_text_that_unicode_cannot_store_is_refused(ledger):
    broken = Article(id="a1:1", text="Ankara \ud800")
    with ledger.writer(run_of()) as writer:
        with pytest.raises(LedgerError, match="lone surrogates"):
            writer.add_article(broken, None, [])
        assert not writer.has_article("a1:1", "m1")


def test_a_damaged_file_is_told_from_a_sound_one(path, ledger, add):
    for number in range(30):
        article = article_of(f"Lima and Quito talked, round {number}. " * 50)
        add((article, mention_of(article, "CONSULT", "PER:Lima ECU:Quito")))
    ledger.close()
    raw = bytearray(path.read_bytes())
    for at in range(4096 * 10, len(raw) - 4096, 4096 * 3):
        raw[at : at + 512] = b"\xff" * 512
    path.write_bytes(raw)
    try:
        with sanudo.open(path) as damaged:
            faults = damaged.verify()
    except DamagedError:
        faults = ["damaged"]
    assert faults
