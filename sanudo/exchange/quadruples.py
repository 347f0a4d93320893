"""Quadruples of temporal knowledge graphs (ICEWS14, ICEWS18): numbers of head, relation, tail and day, with dictionaries beside them.

Form: lines of four or five whole numbers with tabs between them (the fifth means nothing), in train.txt, valid.txt and test.txt;
`entity2id.txt` and `relation2id.txt` give name and number; relations are names of CAMEO codes. Times that are multiples of 24 count
hours, others days; they count from a first day that no file names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from sanudo.cameo_codes import Cameo, cameo_names
from sanudo.errors import InputError, UsageError
from sanudo.exchange.forms import Reader, RowError
from sanudo.exchange.intake import imported
from sanudo.exchange.parties import named
from sanudo.records import Entry, Origin, Participant
from sanudo.serial import content_id

NAME = "quadruples"
ENTITIES, RELATIONS = "entity2id.txt", "relation2id.txt"
SPLITS = ("train.txt", "valid.txt", "test.txt")
# The first day of data sets, by the name of their folder.
_FIRST_DAYS = {"icews14": "2014-01-01", "icews18": "2018-01-01", "icews05-15": "2005-01-01", "icews0515": "2005-01-01"}
FIRST = "first day"  # kept with the dictionaries, and no file
_ROW = re.compile(r"(\d{1,9})\t(\d{1,9})\t(\d{1,9})\t(\d{1,9})(?:\t-?\d{1,9})?[\r\n]*", re.ASCII)
HOURS = 24


@dataclass(frozen=True, slots=True)
class _Numbered:
    """What the numbers of one data set stand for."""

    entities: Mapping[int, Participant]
    relations: Mapping[int, Cameo]
    first: date
    step: int

    def read(self, id: str, origin: Origin) -> Entry:
        """The entry of a row.

        Raises:
            RowError: it is no quadruple, or a number stands for nothing.
        """
        match = _ROW.fullmatch(origin.raw)
        if match is None:
            raise RowError("not four or five whole numbers with tabs between them")
        head, relation, tail, time = map(int, match.groups())
        if relation not in self.relations:
            raise RowError(f"{RELATIONS} has no number {relation} that is a CAMEO code")
        for entity in (head, tail):
            if entity not in self.entities:
                raise RowError(f"{ENTITIES} has no number {entity}")
        try:
            when = self.first + timedelta(days=time / self.step)
        except OverflowError:
            raise RowError(f"{time} is no day after {self.first}") from None
        code = self.relations[relation]
        return imported(
            id,
            origin,
            type=code.type,
            mode=code.mode,
            contexts=code.contexts,
            actors=[self.entities[head]],
            recipients=[self.entities[tail]],
            when=when.isoformat(),
            code=code.code,
            intensity=code.goldstein,
        )


def reader(path: Path, first_day: str | None) -> Reader:
    """How one file of quadruples is read, with the dictionaries that lie beside it.

    Raises:
        InputError: a dictionary is missing or cannot be read.
        UsageError: nobody says what the first day is.
    """
    folder = path.absolute().parent
    first = first_day or _FIRST_DAYS.get(folder.name.lower())
    if first is None:
        raise UsageError(f"{path}: the days of quadruples are numbers; say which day is 0: --first-day 2014-01-01")
    companions = {name: _text(folder / name) for name in (ENTITIES, RELATIONS)} | {FIRST: first}
    names = {name: dict(dictionary(text)) for name, text in companions.items()}
    known = {number: cameo_names().get(name.replace("_", " ").casefold()) for number, name in names[RELATIONS].items()}
    parties = {number: named(name) for number, name in names[ENTITIES].items()}
    relations = {number: code for number, code in known.items() if code}
    numbered = _Numbered(parties, relations, date.fromisoformat(first), _step(folder))
    return Reader(numbered.read, header=content_id("c1", companions), companions=companions)


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: quadruples need this dictionary beside them ({error})") from error


def is_row(line: str) -> bool:
    """Whether a line is a quadruple."""
    return _ROW.fullmatch(line) is not None


def dictionary(text: str) -> Iterator[tuple[int, str]]:
    """Numbers and names of a dictionary."""
    for line in text.split("\n"):
        name, _, number = line.rstrip("\r").partition("\t")
        number = number.partition("\t")[0]
        if number.isascii() and number.isdigit():
            yield int(number), name


def _step(folder: Path) -> int:
    """24 where all times of the data set are whole days in hours, else 1."""
    for name in SPLITS:
        if (folder / name).is_file():
            with open(folder / name, encoding="utf-8", errors="replace") as lines:
                if any(int(match[4]) % HOURS for match in map(_ROW.fullmatch, lines) if match):
                    return 1
    return HOURS
