"""Reference data that any stage may ask: names of states and bodies, office-holders. Loaded once, never changed.

What users add (`Actors`) lies over it: a `Gazetteer` is both together, and what is asked by name is asked there.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Name:
    """What a form in the gazetteer stands for: a mention label, a state or body code, a sector and a usual name.

    `home` is set for a weak form: it counts only where the article names this state, or the party by a stronger form. `first` and
    `last` are the days (ISO) between which it does so, both included; None where there is no bound.
    """

    label: str
    state: str
    sector: str | None = None
    name: str | None = None
    home: str | None = None
    first: str | None = None
    last: str | None = None

    def holds_on(self, day: str | None) -> bool:
        """Whether it holds on a day (ISO, or the year or month alone); on an unknown day only without bounds."""
        if day is None:
            return self.first is None and self.last is None
        return (self.first is None or day >= self.first[: len(day)]) and (
            self.last is None or day[: len(self.last)] <= self.last
        )


@dataclass(frozen=True, slots=True)
class OfficeHolder:
    """A person who acts for a state or body.

    `forms` are full names, the usual one first; `alone` are forms that stand for the person without more; `first` and `last` are
    the years in the office; `of` is the usual name of a body or group that has no code of its own.
    """

    state: str
    forms: tuple[str, ...]
    alone: tuple[str, ...]
    first: int
    last: int
    office: str = ""
    sector: str = "GOV"
    of: str = ""

    @property
    def name(self) -> str:
        """The usual name."""
        return self.forms[0]


@dataclass(frozen=True, slots=True)
class Company:
    """When a form means something else: where the article holds one of `against` and none of `unless`, it stands for the code `other`,
    or for no party (None)."""

    against: tuple[str, ...]
    unless: tuple[str, ...]
    other: str | None


@dataclass(frozen=True, slots=True)
class Actors:
    """Names that a user adds to the reference data or puts in its place. `version` stands for the whole.

    `parties` are forms with what they name; `blocked` forms that name no party; `agents` words after a state with the
    sector that they show.
    """

    version: str = ""
    parties: tuple[tuple[str, Name], ...] = field(default=(), compare=False)
    holders: tuple[OfficeHolder, ...] = field(default=(), compare=False)
    blocked: tuple[str, ...] = field(default=(), compare=False)
    agents: tuple[tuple[str, str], ...] = field(default=(), compare=False)


NO_ACTORS = Actors()
# The last year of an office that goes on.
OPEN_YEAR = 2030


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The reference data and a user's actors together. A form has the names that it may have, a user's first."""

    version: str
    parties: Mapping[str, tuple[Name, ...]] = field(compare=False)
    blocked: frozenset[str] = field(compare=False)
    holders: tuple[OfficeHolder, ...] = field(compare=False)
    company: Mapping[str, Company] = field(compare=False)
    agents: Mapping[str, str] = field(compare=False)

    def named(self, form: str, day: str | None = None) -> Name | None:
        """What a form names on a day; None where it names no party."""
        return next((name for name in self.parties.get(form, ()) if name.holds_on(day)), None)


@cache
def gazetteer(actors: Actors = NO_ACTORS) -> Gazetteer:
    """The gazetteer with a user's actors over it: where they name a form, what it named before counts no more."""
    forms: dict[str, tuple[Name, ...]] = {form: (name,) for form, name in parties().items()}
    own: dict[str, tuple[Name, ...]] = {}
    for form, name in sorted(actors.parties, key=lambda entry: not (entry[1].first or entry[1].last)):
        own[form] = (*own.get(form, ()), name)  # those with bounds go before one that always holds
    for form in actors.blocked:
        forms.pop(form, None)
    company = {
        form: Company(tuple(against), tuple(unless), other)
        for form, (against, unless, other) in _raw()["company"].items()
    }
    return Gazetteer(
        version=version(actors),
        parties=forms | own,
        blocked=frozenset([*_raw()["blocked"], *actors.blocked]) - own.keys(),
        holders=(*actors.holders, *office_holders()),
        company={form: value for form, value in company.items() if form not in own},
        agents=dict(actors.agents),
    )


@dataclass(frozen=True, slots=True)
class Region:
    """States that news refers to by one word ("the Nordic country"); `whole` if its plural means all of them."""

    whole: bool
    states: tuple[str, ...]


@cache
def _raw() -> dict[str, Any]:
    value: dict[str, Any] = json.loads(_text())
    return value


@cache
def _text() -> str:
    return files("sanudo").joinpath("_data/gazetteer.json").read_text(encoding="utf-8")


@cache
def version(actors: Actors = NO_ACTORS) -> str:
    """The version of the reference data: a short hash of its content, of what the card of the places says, and of a user's actors."""
    places = files("sanudo").joinpath("_data", "places.json").read_text(encoding="utf-8")
    return hashlib.sha256((_text() + places + actors.version).encode()).hexdigest()[:12]


@cache
def parties() -> dict[str, Name]:
    """Every form that names a state-level party."""
    return {
        form: Name(label, state, sector or None, name or None, home or None)
        for form, (label, state, sector, name, home) in _raw()["parties"].items()
    }


@cache
def office_holders() -> tuple[OfficeHolder, ...]:
    """Persons known by name."""
    return tuple(
        OfficeHolder(state, tuple(full), tuple(alone), *rest) for state, full, alone, *rest in _raw()["persons"]
    )


@cache
def _by_name(actors: Actors) -> dict[tuple[str, str], list[OfficeHolder]]:
    index: dict[tuple[str, str], list[OfficeHolder]] = {}
    for holder in gazetteer(actors).holders:
        index.setdefault((holder.name, holder.state), []).append(holder)
    return index


def office_held(name: str, state: str, year: int, actors: Actors = NO_ACTORS) -> OfficeHolder | None:
    """What somebody of this usual name held for a state or body in a year; of several offices the latest begun."""
    held = (h for h in _by_name(actors).get((name, state), ()) if h.first <= year <= h.last)
    return max(held, key=lambda h: h.first, default=None)


@cache
def code_tables() -> dict[str, list[list[str]]]:
    """The tables `cameo` (codes, Goldstein values, PLOVER's cells) and `codes` (of states, in others' schemes), as rows."""
    value: dict[str, list[list[str]]] = json.loads(
        files("sanudo").joinpath("_data/codes.json").read_text(encoding="utf-8")
    )
    return value


@cache
def ships() -> dict[str, tuple[str, ...]]:
    """What stands before the name of a warship (INS), and the navies whose ships bear it, the likelier first."""
    return {prefix: tuple(states) for prefix, states in _raw()["ships"].items()}


@cache
def equipment() -> dict[str, str]:
    """Names of weapons, and beginnings of designations ("Mi-"), with the class of what they name; empty where there are several."""
    found: dict[str, str] = _raw()["equipment"]
    return found


@cache
def exercises() -> tuple[str, ...]:
    """Names of recurring military exercises."""
    return tuple(_raw()["exercises"])


@cache
def members() -> dict[str, frozenset[str]]:
    """The member states of international bodies, by the body's usual name."""
    return {body: frozenset(states) for body, states in _raw()["members"].items()}


@cache
def regions() -> dict[str, Region]:
    """Kinds of states, by the word that news has for them."""
    return {word: Region(whole, tuple(states)) for word, (whole, states) in _raw()["regions"].items()}


def state_name(code: str) -> str:
    """The usual English name of a state or body code; the code itself where it has none."""
    name: str = _raw()["names"].get(code, code)
    return name


@cache
def _codes() -> dict[str, str]:
    names = {form.casefold(): name.state for form, name in parties().items() if name.label in ("state", "body")}
    return names | {code.casefold(): code for code in _raw()["names"]}


def state_code(name: str) -> str | None:
    """The code of a state or body by code or name, in any case; None where there is none."""
    return _codes().get(" ".join(name.split()).casefold())


def is_code(code: str) -> bool:
    """Whether a code stands for a state, a body or a group."""
    return code in _raw()["names"]
