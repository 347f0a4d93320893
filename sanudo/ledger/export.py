"""The ledger as files that other programs read: JSON lines, CSV, Parquet."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, TypeAlias

from sanudo.errors import UsageError
from sanudo.ledger.faults import mapped
from sanudo.ledger.rows import Column
from sanudo.ledger.views import view
from sanudo.ledger.wire import WIRES
from sanudo.serial import canonical

Target: TypeAlias = str | os.PathLike[str] | IO[str] | IO[bytes]

_FORMULA = tuple("=+-@\t\r")  # how a cell begins that a spreadsheet would run


def write(target: Target, format: str, what: str, entries: Iterable[Any]) -> int:
    """Write the entries of a view, and say how many there were. A file appears whole, or stays as it was.

    Raises:
        UsageError: there is no such format, or the target cannot take it.
        LedgerError: the file cannot be written.
    """
    if format not in _WRITERS:
        raise UsageError(f"there is no format {format!r}; there are {', '.join(_WRITERS)}")
    if not isinstance(target, str | os.PathLike):
        return _WRITERS[format](target, what, entries)
    with replacing(Path(target).resolve()) as stream:
        return _WRITERS[format](stream, what, entries)


def _write_jsonl(stream: IO[Any], what: str, entries: Iterable[Any]) -> int:
    number = 0
    with text_of(stream) as lines:
        for number, entry in enumerate(entries, 1):  # noqa: B007
            lines.write(canonical(WIRES[what](entry)) + "\n")
    return number


def _write_csv(stream: IO[Any], what: str, entries: Iterable[Any]) -> int:
    columns = view(what).shape.columns
    number = 0
    with text_of(stream) as lines:
        table = csv.writer(lines)
        table.writerow(column.name for column in columns)
        for number, entry in enumerate(entries, 1):  # noqa: B007
            table.writerow(_cell(column, entry) for column in columns)
    return number


def _cell(column: Column[Any], entry: Any) -> Any:
    value = column.value(entry)
    if isinstance(value, bool):
        return str(value).lower()
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _write_parquet(stream: IO[Any], what: str, entries: Iterable[Any]) -> int:
    binary = getattr(stream, "buffer", None) if isinstance(stream, io.TextIOBase) else stream
    if binary is None:
        raise UsageError("Parquet is no text; give a file, or a stream of bytes")
    from sanudo.ledger import parquet  # noqa: PLC0415  pyarrow takes half a second, which other uses need not wait

    return parquet.write(binary, what, map(WIRES[what], entries))


_WRITERS = {"jsonl": _write_jsonl, "csv": _write_csv, "parquet": _write_parquet}


@contextmanager
def text_of(stream: IO[Any]) -> Iterator[IO[str]]:
    """The stream as one of text, in UTF-8; it stays open."""
    if isinstance(stream, io.TextIOBase):
        yield stream
        return
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
    try:
        yield text
    finally:
        text.detach()


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """A new file that takes the place of the old one when the block is done, and leaves nothing when it fails."""
    if path.exists() and not path.is_file():
        raise UsageError(f"{path}: cannot export to this; it is no file")
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    with mapped(path):
        try:
            with part.open("wb") as stream:
                yield stream
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
