"""Which place a name stands for in its article: candidates from the gazetteer, weighed against one another.

A name is weighed by what it usually stands for (size, kind), by what the text says it lies in ("Paris, Texas"), and by the
company it keeps: places named together tend to lie together (the spatial minimality of Leidner 2007), and a name has one
sense in an article. The weights were set by hand; on one half of the articles of LGL (Lieberman et al. 2010), learned ones
read no better, and the half that they were not looked at on is what `bench/resolving/places.py` prints.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from sanudo.resolve import gazetteer
from sanudo.resolve.gazetteer import Entry, Sense

Floats = np.ndarray[Any, np.dtype[np.float64]]

# No more senses of one name, and names of one article, are weighed: a few names have hundreds of senses.
SENSES, NAMES = 40, 60
# Rounds in which names weigh on one another, each with the shares of the round before.
ROUNDS = 2
# A name is left open where its likeliest country has less than this share.
SURE = 0.5
NEAR_KM = 100.0
EARTH_KM = 6371.0
# "People" is log10 of the population, in sixths; "share" is a city's part of the people of all cities of the name. "Around" marks a division with
# a city of the same name, "feature" a sea, base or the like. "Held" and "holds" are the two ends of "Paris, Texas". The last
# three are given by what other names stand for.
WEIGHTS = {
    "people": 6.0,
    "share": 2.0,
    "other name": -2.0,
    "capital": 1.5,
    "country": 2.0,
    "region": 1.5,
    "noted": 1.0,
    "district": -1.0,
    "around": -1.5,
    "feature": 4.0,
    "home": 1.0,
    "held": 8.0,
    "holds": 3.0,
    "near": 4.5,
    "division": 4.5,
    "land": 3.0,
}
COMPANY = ("near", "division", "land")
# What may stand between a place and what it lies in.
INSIDE = re.compile(r"\s?[,(]\s?(?:in\s|the\s)?|\s(?:in\s(?:the\s)?)?")


@dataclass(frozen=True, slots=True)
class Span:
    """Where a name stands in the text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may stand for, its share among the candidates, and what speaks for it, in words."""

    entry: Entry
    share: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text with its candidates, the likeliest first; `unsure` where no country has half of the shares."""

    span: Span
    candidates: tuple[Candidate, ...]
    unsure: bool

    @property
    def best(self) -> Entry | None:
        """The place it stands for; None where that is unknown or uncertain."""
        return self.candidates[0].entry if self.candidates and not self.unsure else None

    @property
    def pinned(self) -> bool:
        """Whether the point of the first candidate is as good as certain: those that lie near it have most of the shares."""
        places = [candidate.entry for candidate in self.candidates]
        lats, lons = np.array([place.lat for place in places]), np.array([place.lon for place in places])
        near = kilometres(lats[:1], lons[:1], lats, lons) < NEAR_KM
        return sum(c.share for c, close in zip(self.candidates, near.tolist(), strict=True) if close) > SURE


@dataclass(slots=True)
class _Group:
    """All spans, by number, of one name that lie in one other name (or in none), and its senses."""

    form: str
    spans: list[int]
    senses: list[Sense]
    holder: int | None


def weigh(text: str, spans: Sequence[Span], home: str | None = None) -> list[Name]:
    """Each span with its candidates, by all that the article says; `home` is the country of the paper, if known."""
    groups = _groups(text, spans)
    names = [Name(span, (), False) for span in spans]
    known = [group for group in groups if group.senses]
    if not known:
        return names
    table = _alone(known, home)
    _hold(groups, known, table)
    shares = _settled(known, table)
    for group, here in zip(known, _slices(known), strict=True):
        candidates = _ranked(group, table[here], shares[here])
        lands: dict[str | None, float] = {}
        for candidate in candidates:
            lands[candidate.entry.country] = lands.get(candidate.entry.country, 0.0) + candidate.share
        unsure = lands[candidates[0].entry.country] < SURE
        for at in group.spans:
            names[at] = Name(spans[at], candidates, unsure)
    return names


def contains(outer: Entry, inner: Entry) -> bool:
    """Whether one place is a country or division that the other lies in."""
    if outer.kind == "country":
        return outer.country == inner.country and outer.row != inner.row
    return outer.row in (inner.first, inner.second)


def kilometres(lats: Floats, lons: Floats, to_lats: Floats, to_lons: Floats) -> Floats:
    """Great-circle distances between points in degrees, by the haversine formula; arrays are broadcast."""
    a, b = np.radians(lats), np.radians(to_lats)
    half = np.sin((b - a) / 2) ** 2 + np.cos(a) * np.cos(b) * np.sin(np.radians(to_lons - lons) / 2) ** 2
    distances: Floats = 2 * EARTH_KM * np.arcsin(np.sqrt(np.clip(half, 0.0, 1.0)))
    return distances


def _groups(text: str, spans: Sequence[Span]) -> list[_Group]:
    order = sorted(range(len(spans)), key=lambda at: spans[at].start)
    forms = [gazetteer.key(text[span.start : span.end][: gazetteer.LONGEST]) for span in spans]
    holder = {a: b for a, b in pairwise(order) if _inside(text, spans[a], spans[b])}
    members: dict[tuple[str, str], list[int]] = {}
    for at in order:
        members.setdefault((forms[at], forms[holder[at]] if at in holder else ""), []).append(at)
    numbers = {at: number for number, found in enumerate(members.values()) for at in found}
    groups = []
    for found in list(members.values())[:NAMES]:
        span = spans[found[0]]
        senses = sorted(gazetteer.senses_of(text[span.start : span.end]), key=lambda sense: -sense.entry.population)
        held = numbers[holder[found[0]]] if found[0] in holder else None
        groups.append(
            _Group(forms[found[0]], found, senses[:SENSES], held if held is not None and held < NAMES else None)
        )
    return groups


def _inside(text: str, name: Span, after: Span) -> bool:
    return 0 <= after.start - name.end <= 8 and INSIDE.fullmatch(text, name.end, after.start) is not None


def _slices(groups: Sequence[_Group]) -> list[slice]:
    """The rows of each group in a table of all senses."""
    ends = np.cumsum([len(group.senses) for group in groups]).tolist()
    return [slice(end - len(group.senses), end) for group, end in zip(groups, ends, strict=True)]


def _alone(groups: Sequence[_Group], home: str | None) -> Floats:
    """A row a sense, a column a weight: what is known of each sense by itself."""
    names = list(WEIGHTS)
    table = np.zeros((sum(len(group.senses) for group in groups), len(names)))
    for group, here in zip(groups, _slices(groups), strict=True):
        people = sum(sense.entry.population for sense in group.senses if sense.entry.kind == "city") or 1
        for row, sense in zip(table[here], group.senses, strict=True):
            place = sense.entry
            row[names.index("people")] = math.log10(place.population + 1) / 6
            row[names.index("share")] = place.population / people if place.kind == "city" else 0.0
            row[names.index("other name")] = not sense.usual
            row[names.index("capital")] = place.capital
            row[names.index("noted")] = place.noted
            row[names.index("home")] = place.country is not None and place.country == home
            if place.kind != "city":
                row[names.index(place.kind if place.kind in WEIGHTS else "feature")] = 1.0
                row[names.index("around")] = any(_seat(place, other) for other in group.senses)
    return table


def _seat(division: Entry, other: Sense) -> bool:
    """Whether the other is a city of the division, that has its name: the name alone is rather the city's."""
    return other.usual and other.entry.kind == "city" and contains(division, other.entry)


def _hold(groups: Sequence[_Group], known: Sequence[_Group], table: Floats) -> None:
    """Mark the senses of a name that lie in a sense of the name after it, and the sense that holds them."""
    held, holds = (list(WEIGHTS).index(name) for name in ("held", "holds"))
    rows = {id(group): here.start for group, here in zip(known, _slices(known), strict=True)}
    for group in known:
        holder = groups[group.holder] if group.holder is not None else None
        for b, outer in enumerate(holder.senses if holder else ()):
            for a, inner in enumerate(group.senses):
                if contains(outer.entry, inner.entry):
                    table[rows[id(group)] + a, held] = table[rows[id(holder)] + b, holds] = 1.0


def _settled(groups: Sequence[_Group], table: Floats) -> Floats:
    """The share of each sense among those of its name: by itself first, then in the company of the others."""
    slices = _slices(groups)
    starts = np.array([here.start for here in slices])
    owner = np.repeat(np.arange(len(groups)), [len(group.senses) for group in groups])
    weights, company = np.array(list(WEIGHTS.values())), [list(WEIGHTS).index(name) for name in COMPANY]
    ties = _ties([sense.entry for group in groups for sense in group.senses])
    apart = np.array([[_apart(a, b) for b in groups] for a in groups])[owner]
    shares = np.zeros(len(table))
    for number in range(ROUNDS + 1):
        for column, tie in zip(company, ties, strict=True) if number else ():
            most = np.maximum.reduceat(tie * shares, starts, axis=1)
            most[apart] = 0.0
            table[:, column] = np.log1p(most.sum(axis=1))
        scores = table @ weights
        scores = np.exp(scores - np.maximum.reduceat(scores, starts)[owner])
        shares = scores / np.add.reduceat(scores, starts)[owner]
    return shares


def _apart(a: _Group, b: _Group) -> bool:
    """Whether two names say nothing of one another: the same, or one name of two places ("London, Ontario, and London, England")."""
    return a is b or (a.form == b.form and None not in (a.holder, b.holder))


def _ties(places: Sequence[Entry]) -> tuple[Floats, Floats, Floats]:
    """How much each two places have in common, from 0 to 1: nearness, the same division, the same country."""
    lats, lons = np.array([place.lat for place in places]), np.array([place.lon for place in places])
    land = np.array([int.from_bytes((place.country or "").encode(), "big") for place in places])
    division = np.array([place.row if place.kind == "region" else place.first for place in places])
    small = np.array([place.kind != "country" for place in places])
    gaps = kilometres(lats[:, None], lons[:, None], lats, lons)
    near = np.exp(-gaps / NEAR_KM) * (small[:, None] & small)
    same = (division[:, None] == division) & (division >= 0)
    return near, same.astype(np.float64), ((land[:, None] == land) & (land > 0)).astype(np.float64)


def _ranked(group: _Group, table: Floats, shares: Floats) -> tuple[Candidate, ...]:
    order = sorted(range(len(group.senses)), key=lambda at: (-shares[at], at))
    return tuple(
        Candidate(group.senses[at].entry, round(float(shares[at]), 4), _reasons(group.senses, at, table[at]))
        for at in order
    )


def _reasons(senses: Sequence[Sense], at: int, row: Floats) -> tuple[str, ...]:
    said = dict(zip(WEIGHTS, row.tolist(), strict=True))
    told = [
        ("the text says what it lies in", said["held"]),
        ("a place named before it lies in it", said["holds"]),
        ("other places of the article are near", said["near"] > math.log1p(0.5)),
        ("others are in its region", said["division"] > math.log1p(0.5) >= said["near"]),
        ("others are in its country", said["land"] > math.log1p(0.5) >= max(said["division"], said["near"])),
        ("a capital", senses[at].entry.capital),
        ("the largest of its name", len(senses) > 1 and said["share"] > 0.5),
        ("the only one of its name", len(senses) == 1),
    ]
    return tuple(words for words, holds in told if holds)
