"""Imported events: rows of other people's data sets. They are added in batches, each whole or not at all, and never changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sanudo.ledger import tables
from sanudo.ledger.connection import Connection
from sanudo.records import Entry, Origin
from sanudo.serial import canonical


def add(db: Connection, entries: Sequence[Entry], run_id: str) -> int:
    """Add those that are not there yet, within the caller's transaction; how many."""
    ids = canonical([entry.mention.id for entry in entries])
    known = {
        id for (id,) in db.rows("SELECT id FROM imported_event WHERE id IN (SELECT value FROM json_each(?))", (ids,))
    }
    files: dict[tuple[str, str, str], int] = {}
    new = 0
    for entry in entries:
        if entry.mention.id not in known and entry.origin is not None:
            known.add(entry.mention.id)
            key = db.insert("imported_event", tables.of_imported(entry, _file(db, entry.origin, files, run_id)))
            db.insert("imported_state", *tables.of_states(entry, key))
            new += 1
    return new


def _file(db: Connection, origin: Origin, files: dict[tuple[str, str, str], int], run_id: str) -> int:
    """The key of the file that a row comes from, which is noted when it is new."""
    name = (origin.format, origin.file, origin.header)
    if name not in files:
        there = db.first("SELECT key FROM imported_file WHERE format = ? AND name = ? AND header = ?", *name)
        files[name] = there[0] if there else db.insert("imported_file", (None, *name, run_id))
    return files[name]


def add_companions(db: Connection, header: str, texts: Mapping[str, str]) -> None:
    """Keep the files without which the rows of this header mean nothing; once."""
    if db.first("SELECT 1 FROM imported_companion WHERE header = ?", header) is None:
        db.insert("imported_companion", *((header, name, text) for name, text in sorted(texts.items())))


def companions(db: Connection) -> dict[str, dict[str, str]]:
    """Those files by the header of the rows and by name."""
    found: dict[str, dict[str, str]] = {}
    for header, name, text in db.rows("SELECT header, name, text FROM imported_companion ORDER BY header, name"):
        found.setdefault(header, {})[name] = text
    return found
