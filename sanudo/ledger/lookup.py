"""Finding one record by its id, or by the beginning of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from sanudo.errors import UsageError
from sanudo.ledger.connection import Connection, Row
from sanudo.ledger.tables import to_article
from sanudo.ledger.views import EVENTS, IMPORTED
from sanudo.records import Article, Entry, Event, EventMention, Evidence
from sanudo.serial import unpack

Record: TypeAlias = Event | EventMention | Article | Entry

# An event is found by the id of any of its mentions' own, so that one that was taken into another is still found by its id.
_TABLES = {
    "e1": ("event_member", "own_id"),
    "m1": ("event_mention", "id"),
    "a1": ("article", "id"),
    "i1": ("imported_event", "id"),
}
_SHOWN = 5


def find(db: Connection, prefix: str) -> tuple[str, str]:
    """The table and the id of the one record whose id begins so; the tag (`e1:`) can be left out.

    Raises:
        UsageError: there is none, or more than one.
    """
    hits = _beginning(db, prefix)
    hits = [hit for hit in hits if prefix in (hit[1], hit[1].partition(":")[2])] or hits
    if len(hits) == 1:
        return hits[0]
    if hits:
        shown = ", ".join(name for _, name in hits[:_SHOWN]) + (" and more" if len(hits) > _SHOWN else "")
        raise UsageError(f"{prefix!r} is the beginning of several ids: {shown}; give more of it")
    if prefix.rstrip(":") in _TABLES:
        raise UsageError(f"{prefix!r} is how every id of its sort begins; give more of it")
    raise UsageError(f"no event, mention, article or imported row has an id that begins with {prefix!r}{_some(db)}")


def _beginning(db: Connection, prefix: str) -> list[tuple[str, str]]:
    hits = []
    for tag, (table, column) in _TABLES.items():
        start = prefix if ":" in prefix else f"{tag}:{prefix}"
        sql = (
            f"SELECT DISTINCT {column} FROM {table} WHERE {column} >= ? AND {column} < ? ORDER BY 1 LIMIT {_SHOWN + 1}"
        )
        hits += [(table, name) for (name,) in db.rows(sql, (start, f"{start}\U0010ffff"))]
    return hits if prefix else []


def _some(db: Connection) -> str:
    ids = [name for (name,) in db.rows("SELECT id FROM event ORDER BY id LIMIT 3")]
    return f"; events of this ledger are {', '.join(ids)} ..." if ids else "; the ledger has no events"


def event(db: Connection, event_id: str) -> Event:
    """The event of this id.

    Raises:
        UsageError: there is none.
    """
    row = _row(db, f"{EVENTS.sql} WHERE e.id = (SELECT event_id FROM event_member WHERE own_id = ?)", event_id)
    return EVENTS.shape.record(EVENTS.shape.entry(row))


def mention(db: Connection, mention_id: str) -> EventMention:
    """The event mention of this id, current or superseded.

    Raises:
        UsageError: there is none.
    """
    (packed,) = _row(db, "SELECT packed FROM event_mention WHERE id = ?", mention_id)
    return unpack(EventMention, packed)


def told_by(db: Connection, prefix: str) -> str:
    """The mention that the beginning of an id stands for: a mention itself, or the one that gave an event this id.

    Raises:
        UsageError: there is none, or there are several.
    """
    table, name = find(db, prefix)
    if table == "event_mention":
        return name
    if table != "event_member":
        raise UsageError(f"{prefix} is neither an event nor a mention; `sanudo events` lists the ids of events")
    (mention_id,) = _row(db, "SELECT mention_id FROM event_member WHERE own_id = ?", name)
    return str(mention_id)


def article(db: Connection, article_id: str) -> Article:
    """The article of this id, as it was read last.

    Raises:
        UsageError: there is none.
    """
    return to_article(*_row(db, "SELECT packed, text FROM current_article WHERE id = ?", article_id))


def imported(db: Connection, event_id: str) -> Entry:
    """The imported event of this id.

    Raises:
        UsageError: there is none.
    """
    return IMPORTED.shape.entry(_row(db, f"{IMPORTED.sql} WHERE k.id = ?", event_id))


GETTERS: dict[str, Callable[[Connection, str], Record]] = {
    "event_member": event,
    "event_mention": mention,
    "article": article,
    "imported_event": imported,
}


def text_around(db: Connection, evidence: Evidence) -> str:
    """The text in which these words stand at their place: that of the last reading, or of one before it.

    Raises:
        UsageError: there is none.
    """
    texts = db.rows("SELECT text FROM article WHERE id = ? ORDER BY key DESC", (evidence.article_id,))
    for (text,) in texts:
        if text[evidence.start : evidence.end] == evidence.text:
            return str(text)
    raise UsageError(f"{evidence.article_id}: no such article says {evidence.text!r} at character {evidence.start}")


def _row(db: Connection, sql: str, id: str) -> Row:
    row = db.first(sql, id)
    if row is None:
        raise UsageError(f"{id}: the ledger {db.path} has nothing of this id")
    return row
