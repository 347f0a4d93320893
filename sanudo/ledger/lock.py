"""The place of the one writer."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sanudo.errors import LedgerBusyError
from sanudo.ledger.faults import mapped


@contextmanager
def sole_writer(path: Path) -> Iterator[None]:
    """Hold the writer's place of this ledger for the length of the block.

    The place is an exclusive lock on an empty file beside the ledger, `x.sanudo-lock`. The system frees it however the
    process ends. The file stays: were it removed, two writers could each hold a lock on a file of that name.

    Raises:
        LedgerBusyError: at once, when another process or another writer of this one holds it.
    """
    beside = path.with_name(f"{path.name}-lock")
    with mapped(path):
        held = sqlite3.connect(beside, timeout=0, isolation_level=None)
    with closing(held):
        with mapped(path):
            _take(held, path)
        yield


def _take(held: sqlite3.Connection, path: Path) -> None:
    try:
        held.execute("PRAGMA journal_mode = MEMORY")  # no journal file beside the lock
        held.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            raise
        message = f"{path}: another process is writing to this ledger; wait until it has ended (reading is possible)"
        raise LedgerBusyError(message) from error
