"""How a ledger file is opened, made, and told from other files.

WAL mode lets readers in other processes see the last committed state while the writer works.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sanudo.errors import LedgerError, NewerLedgerError, NotALedgerError
from sanudo.ledger.connection import Connection
from sanudo.ledger.faults import mapped
from sanudo.ledger.lock import sole_writer
from sanudo.ledger.migrate import migrate, migrations, newest

APPLICATION_ID = 0x53414E55  # "SANU"
_CACHE = 64 * 1024  # KiB: the upper pages of all indexes stay in memory, so that a large ledger costs no more reads
_PATIENCE = 5.0  # seconds for the short locks of checkpoints and recovery; the writer's place does not wait


def for_reading(path: Path) -> Connection:
    """The ledger in this file, for queries alone.

    Raises:
        LedgerError: there is no such file, it cannot be read, is no ledger, or not of this version.
    """
    with mapped(path):
        if not path.exists():
            raise LedgerError(
                f"{path}: there is no ledger here; make one with `sanudo read PATH... --ledger {path}`"
                " or sanudo.open(path, create=True)"
            )
        db = _for_queries(path)
    try:
        _refuse_other_versions(path, _version(path, db))
    except LedgerError:
        db.close()
        raise
    return Connection(path, db)


def for_writing(path: Path) -> Connection:
    """The ledger in this file, for the one who holds the writer's place."""
    with mapped(path):
        db = _connect(path, "mode=rw")
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("PRAGMA synchronous = FULL")  # a commit survives a power cut too
        db.execute(f"PRAGMA cache_size = -{_CACHE}")
    return Connection(path, db)


def make(path: Path) -> None:
    """Make the ledger if there is none, and bring an older one to this version.

    Raises:
        LedgerBusyError: something has to be done, and another process is writing.
        LedgerError: the file cannot be made, or is something else.
    """
    with mapped(path):
        if path.exists():
            with closing(_for_queries(path)) as db:
                if _version(path, db) == newest():
                    return
    with sole_writer(path), mapped(path), closing(_connect(path, "mode=rwc")) as db:
        db.execute("PRAGMA journal_mode = WAL")
        migrate(db, migrations())


def _connect(path: Path, query: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?{query}", uri=True, timeout=_PATIENCE, isolation_level=None)


def _for_queries(path: Path) -> sqlite3.Connection:
    """A connection that cannot change the ledger.

    `mode=ro` would leave the two files of the WAL behind. In a folder, or on a full disk, where they cannot be made there
    is no writer either, so that the file can be taken as it is.
    """
    db = _connect(path, "mode=rw")
    try:
        db.execute("PRAGMA query_only = ON")
        db.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.Error as error:
        db.close()
        if error.sqlite_errorcode == sqlite3.SQLITE_READONLY_DIRECTORY or _no_room_beside(path, error):
            return _connect(path, "mode=ro&immutable=1")
        raise
    return db


def _no_room_beside(path: Path, error: sqlite3.Error) -> bool:
    """Whether the disk is too full for the files of the WAL, and none holds anything that the ledger does not."""
    log = path.with_name(path.name + "-wal")
    full = error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL)
    return full and not (log.exists() and log.stat().st_size)


def _version(path: Path, db: sqlite3.Connection) -> int:
    """The schema version of the file: 0 for an empty one.

    Raises:
        NotALedgerError: it belongs to another program.
        NewerLedgerError: it belongs to a later version of this one.
    """
    (application,) = db.execute("PRAGMA application_id").fetchone()
    (version,) = db.execute("PRAGMA user_version").fetchone()
    (tables,) = db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application == 0 and not tables:
        return 0
    if application != APPLICATION_ID:
        raise NotALedgerError(f"{path}: this is a database of another program, not a ledger of Sanudo")
    if version > newest():
        raise NewerLedgerError(
            f"{path}: a newer version of Sanudo wrote this ledger (schema {version}, this one knows {newest()});"
            " install the newer version"
        )
    return int(version)


def _refuse_other_versions(path: Path, version: int) -> None:
    if version == 0:
        raise NotALedgerError(f"{path}: the file is empty; `sanudo read PATH... --ledger {path}` makes a ledger of it")
    if version < newest():
        raise LedgerError(f"{path}: an older version wrote this ledger; reading anything into it brings it up")
