"""The packaged gazetteer: every place that a name may stand for, offline. Read when the first name is looked up.

Two tables, made by `scripts/build_places.py`: places by row, and (key, row) for each of their names, sorted by key.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import Any, overload

import pyarrow as pa
import pyarrow.ipc

from sanudo import resources
from sanudo.errors import SanudoError

# Letters that Unicode does not take apart, as English news writes them.
LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th", "ħ": "h"}
)
SHORT = {"st": "saint", "mt": "mount", "ft": "fort"}
MARKS = re.compile(r"['’‘`ʿʾʻʼ]")
WORDS = re.compile(r"[^\W_]+")
# Words around a name that say no more than its kind, or which part of it.
PART = re.compile(
    r"(?:the|greater|downtown|central|mainland|upper|lower|inner"
    r"|(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)(?:ern)?|al|el|ad|as|an|ar|at|ash|ain)[\s-]+",
    re.IGNORECASE,
)
KIND = re.compile(
    r"\s+(?:city|town|village|area|region|province|county|district|state|governorate|municipality|neighbou?rhood|city council"
    r"|suburb|countryside|valley|peninsula|borough|twp|township|prefecture|oblast|airport|camp|republic)$",
    re.IGNORECASE,
)
COUNTY = re.compile(r"\s+Co\b\.?$", re.IGNORECASE)
LONGEST = 100
# "U.S.", "UAE", "Pa" and "PA" are different names: capitals are kept where there are at most so many letters.
INITIALS = 3
# Coordinates are kept as whole numbers of so many parts of a degree (11 metres).
DEGREES = 10_000


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of the gazetteer.

    `kind` is country, region (a first-order division), district (second-order), city, or what `data/regions.tsv` says:
    sea, strait, base and so on. `first` and `second` are the rows of the divisions it lies in, or -1. Degrees north and
    east; `population` is that of the place or, for a division, of its cities. A place is `noted` that news means more often
    than its size tells: a state, its capital, a place of `data/regions.tsv`.
    """

    row: int
    name: str
    kind: str
    country: str | None
    first: int
    second: int
    population: int
    capital: bool
    noted: bool
    geonameid: int | None
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Sense:
    """A place that a name may stand for; `usual` where the name is the one it goes by, not one among its others."""

    entry: Entry
    usual: bool


def key(name: str) -> str:
    """What a name is looked up by: no accents, points or hyphens, one case, "St." written out.

    >>> key("Sant Julià de Lòria"), key("St. Louis"), key("U.S."), key("Deir ez-Zor")
    ('sant julia de loria', 'saint louis', 'US', 'deir ez zor')
    """
    initials = name.replace(".", "").replace(" ", "")
    if len(initials) <= INITIALS and initials.isascii() and initials.isalpha() and initials.isupper():
        return initials
    plain = unicodedata.normalize("NFKD", MARKS.sub("", name.casefold()).translate(LETTERS))
    words = WORDS.findall("".join(mark for mark in plain if not unicodedata.combining(mark)))
    return " ".join(SHORT.get(word, word) for word in words)


def senses(name: str) -> tuple[Sense, ...]:
    """Every place that a name may stand for, the largest first; none where the gazetteer has no such name."""
    return _senses(key(name)) if len(name) <= LONGEST else ()


def senses_of(words: str) -> tuple[Sense, ...]:
    """The senses of a name as text has it, with or without "the", "northern", "province" and the like.

    An adjective ("Dutch") stands for its state.
    """
    if len(words) > LONGEST:
        return ()
    words = re.sub(r"[’']s?$", "", " ".join(words.split()))
    party = resources.parties().get(words)
    if party and party.label == "adjective":
        found = senses(resources.state_name(party.state))
        return tuple(sense for sense in found if sense.entry.kind == "country")
    forms = [words, COUNTY.sub(" County", words), KIND.sub("", words)]
    while head := PART.match(words):
        words = words[head.end() :]
        forms += [words, KIND.sub("", words)]
    return next((found for form in forms if (found := senses(form))), ())


@lru_cache(maxsize=50_000)
def entry(row: int) -> Entry:
    """The place in a row of the table."""
    return _tables().entry(row)


@lru_cache(maxsize=20_000)
def _senses(wanted: str) -> tuple[Sense, ...]:
    if not wanted:
        return ()
    tables = _tables()
    at = bisect_left(tables.keys, wanted)
    found = []
    while at < len(tables.keys) and tables.keys[at] == wanted:
        code = tables.codes[at].as_py()
        found.append(Sense(entry(code >> 1), not code & 1))
        at += 1
    return tuple(found)


class _Keys(Sequence[str]):
    """A sorted Arrow column as a sequence of strings, made one at a time."""

    def __init__(self, column: Any) -> None:
        self._column = column

    def __len__(self) -> int:
        return len(self._column)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        value: str | list[str] = self._column[at].to_pylist() if isinstance(at, slice) else self._column[at].as_py()
        return value


class _Tables:
    """Both tables, mapped into memory: only what is looked up is read, and processes share it."""

    def __init__(self) -> None:
        places, names = _mapped("places"), _mapped("placenames")
        self.keys = _Keys(names["key"])
        self.codes = names["code"]
        self._columns = places

    def entry(self, row: int) -> Entry:
        value = {name: column[row].as_py() for name, column in self._columns.items()}
        lat, lon = value.pop("lat") / DEGREES, value.pop("lon") / DEGREES
        return Entry(row=row, lat=lat, lon=lon, **value)


def _mapped(name: str) -> dict[str, Any]:
    try:
        with as_file(files("sanudo").joinpath("_data", f"{name}.arrow")) as path:
            table = pa.ipc.open_file(pa.memory_map(str(path))).read_all()
    except (OSError, pa.ArrowException) as problem:
        raise SanudoError(f"the packaged gazetteer cannot be read ({problem}); reinstall sanudo") from problem
    return {column: table[column].chunk(0) for column in table.column_names}  # combining would copy them


@cache
def _tables() -> _Tables:
    return _Tables()
