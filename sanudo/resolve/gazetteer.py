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

import numpy as np
import pyarrow as pa
import pyarrow.ipc

from sanudo.errors import SanudoError

# Letters that Unicode does not take apart, as English news writes them.
LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th", "ħ": "h"}
)
SHORT = {"st": "saint", "mt": "mount", "ft": "fort"}
MARKS = re.compile(r"['’‘`ʿʾʻʼ]")
WORDS = re.compile(r"[^\W_]+")
# "U.S.", "UAE", "Pa" and "PA" are different names: capitals are kept where there are at most so many letters.
INITIALS = 3
# Coordinates are kept as whole numbers of so many parts of a degree (11 metres).
DEGREES = 10_000
NUMBERS = ("first", "second", "population", "geonameid", "lat", "lon")


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
    return _senses(key(name)) if len(name) <= 100 else ()


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
        code = int(tables.codes[at])
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
        self.codes = names["code"].to_numpy()
        self._names, self._capital, self._noted = places["name"], places["capital"], places["noted"]
        self._words = {name: places[name].dictionary.to_pylist() for name in ("kind", "country")}
        self._words["country"].append(None)
        self._numbers = {name: _numbers(places[name]) for name in ("kind", "country", *NUMBERS)}

    def entry(self, row: int) -> Entry:
        value = {name: int(column[row]) for name, column in self._numbers.items()}
        return Entry(
            row=row,
            name=self._names[row].as_py(),
            kind=self._words["kind"][value["kind"]],
            country=self._words["country"][value["country"]],
            first=value["first"],
            second=value["second"],
            population=value["population"],
            capital=self._capital[row].as_py(),
            noted=self._noted[row].as_py(),
            geonameid=value["geonameid"] if value["geonameid"] >= 0 else None,
            lat=value["lat"] / DEGREES,
            lon=value["lon"] / DEGREES,
        )


def _numbers(column: Any) -> np.ndarray[Any, Any]:
    """A column of numbers, or the places of its words in their list; -1 for none."""
    plain = column.indices if pa.types.is_dictionary(column.type) else column
    values: np.ndarray[Any, Any] = plain.fill_null(-1).to_numpy()
    return values


def _mapped(name: str) -> dict[str, Any]:
    try:
        with as_file(files("sanudo").joinpath("_data", f"{name}.arrow")) as path:
            table = pa.ipc.open_file(pa.memory_map(str(path))).read_all()
    except (OSError, pa.ArrowException) as problem:
        raise SanudoError(f"the packaged gazetteer cannot be read ({problem}); reinstall sanudo") from problem
    return {column: table[column].combine_chunks() for column in table.column_names}


@cache
def _tables() -> _Tables:
    return _Tables()
