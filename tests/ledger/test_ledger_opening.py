import os
import sqlite3
from contextlib import closing

import pytest
from ledger_help import ask, run_of, tamper

import sanudo
from sanudo.errors import LedgerBusyError, LedgerError, NewerLedgerError, NotALedgerError
from sanudo.ledger import migrate
from sanudo.ledger.migrate import Migration
from sanudo.ledger.opening import APPLICATION_ID


def test_a_missing_ledger_says_how_to_make_one(path):
    with pytest.raises(LedgerError, match=r"x\.sanudo: there is no ledger here; make one with `sanudo read"):
        sanudo.open(path)
    assert not path.exists()


def test_create_makes_a_ledger_once(path):
    for _ in range(2):
        with sanudo.open(path, create=True) as ledger:
            assert len(ledger.events()) == 0
    assert ask(path, "PRAGMA application_id") == [(APPLICATION_ID,)]
    assert ask(path, "PRAGMA user_version") == [(3,)]
    names = ["0001_initial.sql", "0002_imported.sql", "0003_reconciled.sql"]
    assert ask(path, "SELECT * FROM migration") == [*enumerate(names, 1)]


def test_create_takes_an_empty_file(path):
    path.touch()
    with pytest.raises(NotALedgerError, match="empty"):
        sanudo.open(path)
    assert path.read_bytes() == b""
    sanudo.open(path, create=True).close()
    sanudo.open(path).close()


def test_a_path_is_taken_as_it_is_written(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    name = "100% of ? & #.sanudo"
    sanudo.open(name, create=True).close()
    assert {file.name for file in tmp_path.iterdir()} == {name, f"{name}-lock"}


def test_opening_and_asking_changes_nothing(path):
    sanudo.open(path, create=True).close()
    before = path.read_bytes(), path.stat().st_mtime_ns, sorted(os.listdir(path.parent))
    with sanudo.open(path) as ledger:
        assert not ledger.events()
        assert ledger.verify() == []
    assert (path.read_bytes(), path.stat().st_mtime_ns, sorted(os.listdir(path.parent))) == before


def test_what_is_no_database_is_no_ledger(path):
    path.write_text("Moscow and Islamabad signed a contract.\n" * 100)
    for create in (False, True):
        with pytest.raises(NotALedgerError, match=r"x\.sanudo: the file is no ledger"):
            sanudo.open(path, create=create)


def test_a_database_of_another_program_is_no_ledger(path):
    ask(path, "CREATE TABLE bookmark (url TEXT)")
    before = path.read_bytes()
    for create in (False, True):
        with pytest.raises(NotALedgerError, match="another program"):
            sanudo.open(path, create=create)
    assert path.read_bytes() == before


def test_a_newer_ledger_is_refused_whole(path):
    sanudo.open(path, create=True).close()
    tamper(path, "PRAGMA user_version = 99")
    before = path.read_bytes()
    for create in (False, True):
        with pytest.raises(NewerLedgerError, match=r"schema 99, this one knows 3"):
            sanudo.open(path, create=create)
    assert path.read_bytes() == before


def test_an_older_ledger_is_brought_up_on_demand(path, monkeypatch):
    sanudo.open(path, create=True).close()
    later = Migration(4, "0004_note.sql", "CREATE TABLE note (text TEXT);")
    known = (*migrate.migrations(), later)
    monkeypatch.setattr("sanudo.ledger.opening.migrations", lambda: known)
    monkeypatch.setattr("sanudo.ledger.opening.newest", lambda: 4)
    with pytest.raises(LedgerError, match="older version"):
        sanudo.open(path)
    sanudo.open(path, create=True).close()
    assert ask(path, "SELECT version FROM migration") == [(1,), (2,), (3,), (4,)]
    assert ask(path, "SELECT * FROM note") == []


def test_a_migration_that_fails_leaves_the_ledger_as_it_was(path):
    sanudo.open(path, create=True).close()
    broken = Migration(4, "0004_broken.sql", "CREATE TABLE note (text TEXT); INSERT INTO nowhere VALUES (1);")
    with closing(sqlite3.connect(path, isolation_level=None)) as db, pytest.raises(sqlite3.OperationalError):
        migrate.migrate(db, (*migrate.migrations(), broken))
    with sanudo.open(path) as ledger:
        assert ledger.verify() == []


def test_migrations_are_numbered_without_gaps():
    numbers = [migration.version for migration in migrate.migrations()]
    assert numbers == list(range(1, len(numbers) + 1))


def test_a_folder_cannot_be_a_ledger(tmp_path):
    for create in (False, True):
        with pytest.raises(LedgerError, match="cannot open"):
            sanudo.open(tmp_path, create=create)


def test_a_ledger_cannot_be_made_in_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(LedgerError, match="cannot open"):
        sanudo.open(tmp_path / "nowhere" / "x.sanudo", create=True)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_ledger_in_a_folder_that_cannot_be_written_can_be_read(path):
    sanudo.open(path, create=True).close()
    path.parent.chmod(0o500)
    try:
        with sanudo.open(path) as ledger:
            assert ledger.verify() == []
    finally:
        path.parent.chmod(0o700)


def test_a_closed_ledger_says_so(path):
    ledger = sanudo.open(path, create=True)
    ledger.close()
    with pytest.raises(LedgerError, match="closed"):
        ledger.events()


def test_there_is_one_writer(ledger):
    second = ledger.writer(run_of())
    with ledger.writer(run_of()), pytest.raises(LedgerBusyError, match="another process is writing"), second:
        pass
    with ledger.writer(run_of()):
        pass


def test_writers_leave_no_files_but_the_lock(path):
    with sanudo.open(path, create=True) as ledger, ledger.writer(run_of()):
        pass
    assert sorted(os.listdir(path.parent)) == ["x.sanudo", "x.sanudo-lock"]
    assert (path.parent / "x.sanudo-lock").stat().st_size == 0
