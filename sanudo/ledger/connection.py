"""One connection to a ledger file, and the few things the rest of the ledger does with it."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Self

from sanudo.ledger.faults import mapped

Row = tuple[Any, ...]


class Connection:
    """A connection whose every error is a LedgerError."""

    def __init__(self, path: Path, db: sqlite3.Connection) -> None:
        self.path = path
        self._db = db
        db.create_function("fold", 1, fold, deterministic=True)

    def rows(self, sql: str, values: Iterable[Any] = ()) -> list[Row]:
        """All rows of a query."""
        with mapped(self.path):
            return self._db.execute(sql, tuple(values)).fetchall()

    def each(self, sql: str, values: Iterable[Any] = ()) -> Generator[Row, None, None]:
        """The rows of a query one by one, all of one state of the ledger. Whoever stops before the end closes it."""
        with mapped(self.path):
            cursor = self._db.execute(sql, tuple(values))
            yield from cursor

    def first(self, sql: str, *values: Any) -> Row | None:
        """The first row of a query, if there is one."""
        with mapped(self.path):
            row: Row | None = self._db.execute(sql, values).fetchone()
            return row

    def insert(self, table: str, *rows: Row) -> int:
        """Add rows, which give every column of the table; the number that the database gave the last of them."""
        with mapped(self.path):
            cursor = self._db.cursor()
            for row in rows:
                cursor.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)
            return cursor.lastrowid or 0

    def change(self, sql: str, *values: Any) -> None:
        """Run one statement that writes."""
        with mapped(self.path):
            self._db.execute(sql, values)

    @contextmanager
    def transaction(self, kind: str = "IMMEDIATE") -> Iterator[None]:
        """All of the block or, when it is left by any error or by Ctrl-C, none of it."""
        self.change(f"BEGIN {kind}")
        try:
            yield
            self.change("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):  # a full disk may have ended the transaction already
                self._db.execute("ROLLBACK")
            raise

    def close(self) -> None:
        """Let go of the file."""
        with mapped(self.path):
            self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def fold(text: str) -> str:
    """A text as searches compare it: without case, white space as single blanks."""
    return " ".join(text.split()).casefold()
