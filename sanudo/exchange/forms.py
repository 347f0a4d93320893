"""What a format of other programs is: its name, how it is written and read, and what it loses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TypeAlias

from sanudo.records import Entry, Origin


class RowError(Exception):
    """A row that cannot be taken; the message says why."""


@dataclass(slots=True)
class Losses:
    """What became of the entries given to a format: how many were written, what of them was not, which were left out and why."""

    written: int = 0
    fields: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)

    def lose(self, **values: object) -> None:
        """Count each value that is there and that the format has no place for."""
        self.fields.update(
            name.replace("_", " ") for name, value in values.items() if value not in (None, "", (), False)
        )

    def told(self, name: str) -> str | None:
        """All of it in one line; None when nothing was lost."""
        parts = [*self._fields(), *self._left_out()]
        return f"{name}: {'; '.join(parts)}" if parts else None

    def _fields(self) -> Iterator[str]:
        lost: dict[int, list[str]] = {}
        for what, number in self.fields.items():
            lost.setdefault(number, []).append(what)
        for number, names in sorted(lost.items(), reverse=True):
            listed = " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
            one = len(names) == 1 and (not names[0].endswith("s") or names[0].endswith("us"))  # "status"
            verb = "is" if one else "are"
            yield f"{listed} of {number:,} event{'s' * (number > 1)} {verb} not kept"

    def _left_out(self) -> Iterator[str]:
        for why, number in sorted(self.left_out.items()):
            yield f"{number:,} event{'s are' if number > 1 else ' is'} left out: {why}"


# The entry of a row, by the id that it gets and where it stands. Raises RowError.
Parse: TypeAlias = Callable[[str, Origin], Entry]
# Files that rows need beside their own, such as dictionaries of numbers: by the `header` of the rows, then by name.
Companions: TypeAlias = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Reader:
    """How the rows of one file are read.

    `heading` tells that the first line holds the names of columns, which `heads` accepts or refuses. `header` stands for what the rows
    need besides, where that is no line of theirs, and `companions` are those files by name.
    """

    parse: Parse
    heading: bool = False
    heads: Callable[[str], bool] = lambda line: True
    header: str = ""
    companions: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Format:
    """A format that events can be exported to and, with a `reader`, imported from.

    `holds` says in one line what it holds, `suffix` how its files end. `write` takes entries in the order of the file and writes
    text, LF or as the format demands; it counts what it cannot hold. Streams are opened with `newline=""`. `of_mentions`
    tells that it is made of event mentions, not of events. A format of several files has `write_folder` as well. `reader` takes a
    file, and the first day (ISO) where rows only count days.
    """

    name: str
    holds: str
    suffix: str
    write: Callable[[Iterable[Entry], IO[str]], Losses]
    of_mentions: bool = False
    write_folder: Callable[[Iterable[Entry], Companions, Path], Losses] | None = None
    reader: Callable[[Path, str | None], Reader] | None = None
    columns: tuple[str, ...] = ()
