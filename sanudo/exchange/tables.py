"""Formats that are tables of comma-separated values: rows of an entry, or the reason why it has none."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import IO, TypeAlias

from sanudo.exchange.forms import Losses
from sanudo.exchange.told import clean
from sanudo.records import Entry

Cell: TypeAlias = str | int | float | None
Row: TypeAlias = Mapping[str, Cell]

# How a cell begins that a spreadsheet would run.
_FORMULA = tuple("=+-@\t\r")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Why an entry has no row."""

    why: str


Rows: TypeAlias = Sequence[Row] | LeftOut
Writer: TypeAlias = Callable[[Iterable[Entry], IO[str]], Losses]


def table(columns: Sequence[str], rows: Callable[[Entry, Losses], Rows]) -> Writer:
    """A writer of a table: a line of headings, then the rows of each entry, empty where a row has no value."""

    def write(entries: Iterable[Entry], stream: IO[str]) -> Losses:
        losses = Losses()
        write_rows(stream, columns, _found(entries, rows, losses))
        return losses

    return write


def _found(entries: Iterable[Entry], rows: Callable[[Entry, Losses], Rows], losses: Losses) -> Iterator[Row]:
    for entry in entries:
        found = rows(entry, losses)
        if isinstance(found, LeftOut):
            losses.left_out[found.why] += 1
        else:
            losses.written += 1
            yield from found


def write_rows(stream: IO[str], columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Write a line of headings and these rows."""
    lines = csv.writer(stream, lineterminator="\n")
    lines.writerow(columns)
    lines.writerows([cell(row.get(column)) for column in columns] for row in rows)


def cell(value: Cell) -> Cell:
    """A value as a cell holds it: text on one line, and never as something that a spreadsheet would run."""
    if not isinstance(value, str):
        return value
    text = clean(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def flag(told: bool) -> int | None:
    """1 for what is told, nothing for what is not: a report that does not say so does not deny it."""
    return 1 if told else None
