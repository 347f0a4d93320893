"""What SQLite and the file system can answer, in the words of Sanudo's errors."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sanudo.errors import (
    DamagedError,
    LedgerBusyError,
    LedgerError,
    LedgerFullError,
    NotALedgerError,
)

_PRIMARY_CODE = 0xFF  # the low byte; the rest says which kind of it
_FULL = (LedgerFullError, "the disk is full: what was committed before is whole; make room and run again")
_BUSY = (LedgerBusyError, "another process is working on the ledger; try again when it has ended")
_UNWRITABLE = (LedgerError, "cannot open or write the file; are its folder and its permissions right?")

_BY_CODE: dict[int, tuple[type[LedgerError], str]] = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_NOTADB: (NotALedgerError, "the file is no ledger"),
    sqlite3.SQLITE_CORRUPT: (DamagedError, "the file is damaged; restore a copy, or read its articles again"),
    sqlite3.SQLITE_CANTOPEN: _UNWRITABLE,
    sqlite3.SQLITE_READONLY: _UNWRITABLE,
    sqlite3.SQLITE_PERM: _UNWRITABLE,
    sqlite3.SQLITE_IOERR: (LedgerError, "the disk gave an error"),
    sqlite3.SQLITE_CONSTRAINT: (LedgerError, "the ledger refuses the change"),
}
_OTHER = (LedgerError, "the ledger cannot do this")


@contextmanager
def mapped(path: Path) -> Iterator[None]:
    """Turn every error of SQLite and of the file system inside the block into a LedgerError that names the file.

    Raises:
        LedgerError: or the one of its kinds that fits.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise fault(path, error) from error
    except UnicodeEncodeError as error:
        raise LedgerError(f"{path}: a text holds characters that Unicode cannot store (lone surrogates)") from error
    except OSError as error:
        kind, words = _FULL if error.errno == errno.ENOSPC else _UNWRITABLE
        raise kind(f"{path}: {words} ({error.strerror})") from error


def fault(path: Path, error: sqlite3.Error) -> LedgerError:
    """The LedgerError for one of SQLite's."""
    code = getattr(error, "sqlite_errorcode", None)  # errors of the Python module itself have none
    kind, words = _OTHER if code is None else _BY_CODE.get(code & _PRIMARY_CODE, _OTHER)
    return kind(f"{path}: {words} ({error})")
