"""Bring a ledger file to the schema of this version: numbered SQL scripts, each applied once and whole."""

from __future__ import annotations

import sqlite3
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Migration(NamedTuple):
    """A numbered script: `0001_initial.sql` brings the schema to version 1."""

    version: int
    name: str
    sql: str


@cache
def migrations() -> tuple[Migration, ...]:
    """All migrations that this version knows, in order."""
    scripts = sorted(
        (f for f in files("sanudo.ledger").joinpath("migrations").iterdir() if f.name.endswith(".sql")),
        key=lambda script: script.name,
    )
    return tuple(Migration(int(s.name[:4]), s.name, s.read_text(encoding="utf-8")) for s in scripts)


def newest() -> int:
    """The schema version that this program writes."""
    return migrations()[-1].version


def migrate(db: sqlite3.Connection, known: tuple[Migration, ...]) -> None:
    """Apply those of the known migrations that the file does not have yet, each in a transaction of its own."""
    (version,) = db.execute("PRAGMA user_version").fetchone()
    for migration in known:
        if migration.version > version:
            _apply(db, migration)


def _apply(db: sqlite3.Connection, migration: Migration) -> None:
    record = f"INSERT INTO migration VALUES ({migration.version}, '{migration.name}');"
    mark = f"PRAGMA user_version = {migration.version};"
    try:
        db.executescript(f"BEGIN IMMEDIATE;\n{migration.sql}\n{record}\n{mark}\nCOMMIT;")
    except sqlite3.Error:
        db.rollback()
        raise
