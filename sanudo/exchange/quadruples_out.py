"""Events as quadruples of a temporal knowledge graph: a folder of numbered rows and dictionaries (see `quadruples`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO

from sanudo.errors import UsageError
from sanudo.exchange.forms import Companions, Format, Losses
from sanudo.exchange.parties import label
from sanudo.exchange.quadruples import ENTITIES, FIRST, HOURS, NAME, RELATIONS, SPLITS, dictionary, reader
from sanudo.exchange.sheets import coded, day_of, lose_shared, pairs
from sanudo.records import Entry

_ONE_SIDED = "a quadruple needs two parties"


class _Names:
    """Names with their numbers: those that a file had, as it had them, and those that come after."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._numbers = {name: number for number, name in dictionary(text)}
        self._next = max(self._numbers.values(), default=-1) + 1

    def number(self, name: str) -> int:
        """The number of a name, a new one where it has none."""
        name = re.sub(r"\s+", "_", name.strip())
        if name not in self._numbers:
            self._numbers[name] = self._next
            self.text += f"{name}\t{self._next}\n"
            self._next += 1
        return self._numbers[name]


def write(entries: Iterable[Entry], stream: IO[str]) -> Losses:
    """Refuse: one stream holds no dictionaries.

    Raises:
        UsageError: always.
    """
    raise UsageError(f"{NAME} are several files; give --output FOLDER")


def write_folder(entries: Iterable[Entry], companions: Companions, folder: Path) -> Losses:
    """Write quadruples and dictionaries into a folder, each file whole or not at all.

    The rows of the data set that comes first stand as they stood, under the names of their files. Other events follow in train.txt,
    their numbers after those of that data set; days count in hours from its first day, or from the day of the first event.
    """
    losses, others, header = Losses(), [], ""
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        files = _Files(folder, stack)
        for entry in entries:
            if (
                entry.origin is None
                or entry.origin.format != NAME
                or entry.origin.header != (header or entry.origin.header)
            ):
                others.append(entry)
                continue
            header = entry.origin.header
            files.put(Path(entry.origin.file).name, entry.origin.raw)
            losses.written += 1
        for name, text in _rest(others, companions.get(header, {}), losses):
            files.put(name, text)
        files.done()
    return losses


def _rest(others: list[Entry], known: Mapping[str, str], losses: Losses) -> Iterator[tuple[str, str]]:
    """Lines of the events that were no quadruples of this data set, then the dictionaries."""
    entities, relations = _Names(known.get(ENTITIES, "")), _Names(known.get(RELATIONS, ""))
    days = [day for day in map(day_of, others) if day]
    first = date.fromisoformat(known[FIRST]) if FIRST in known else min(days, default=date.min)
    for entry in others:
        lines = _lines(entry, first, entities, relations)
        if isinstance(lines, str):
            losses.left_out[lines] += 1
            continue
        lose_shared(entry, losses)
        mention = entry.mention
        losses.lose(
            mode=mention.mode, contexts=mention.contexts, place=mention.where, publisher=entry.publisher, url=entry.url
        )
        losses.written += 1
        for line in lines:
            yield SPLITS[0], line
    yield ENTITIES, entities.text
    yield RELATIONS, relations.text


def _lines(entry: Entry, first: date, entities: _Names, relations: _Names) -> list[str] | str:
    found = coded(entry)
    if isinstance(found, str):
        return found
    code, when = found
    if when < first:
        return f"it lies before the first day, {first}"
    both = [(source, target) for source, target, _ in pairs(entry.mention) if source and target]
    if not both:
        return _ONE_SIDED
    told, time = relations.number(code.name), (when - first).days * HOURS
    return [f"{entities.number(label(s))}\t{told}\t{entities.number(label(t))}\t{time}\n" for s, t in both]


@dataclass(slots=True)
class _Files:
    """Files of a folder that take the place of the old ones together, once all are written."""

    folder: Path
    stack: ExitStack
    open: dict[str, IO[str]]

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.folder, self.stack, self.open = folder, stack, {}

    def put(self, name: str, text: str) -> None:
        """Add text to a file."""
        if name not in self.open:
            part = self.folder / f".{name}.part"
            self.stack.callback(part.unlink, missing_ok=True)
            self.open[name] = self.stack.enter_context(part.open("w", encoding="utf-8", newline=""))
        self.open[name].write(text)

    def done(self) -> None:
        """Put every file in its place."""
        for name, stream in self.open.items():
            stream.close()
            Path(stream.name).replace(self.folder / name)


FORMAT = Format(
    NAME,
    "numbers of head, relation, tail and day, with dictionaries, in a folder",
    "",
    write,
    write_folder=write_folder,
    reader=reader,
)
