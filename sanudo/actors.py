"""A user's actors: names to add to the reference data or to put in its place, in a YAML file (docs/actors.md).

What is wrong with an entry is told by its line, with what to do; the other entries are taken.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from sanudo.codebook import SECTORS
from sanudo.errors import InputError
from sanudo.resources import OPEN_YEAR, Actors, Name, OfficeHolder, is_code, state_code
from sanudo.serial import canonical, plain

DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
# What an entry may name, with the mention label that it gets; "organ" is a part of a state that news names without the state.
KINDS = {
    "state": "state",
    "organ": "state",
    "adjective": "adjective",
    "seat": "capital",
    "body": "body",
    "group": "group",
}
BODY_CODES = ("UNO", "EUR", "NAT", "IGO")
KEYS = {
    "name": {"name", "state", "forms", "kind", "sector", "from", "to"},
    "person": {"person", "state", "forms", "alone", "office", "sector", "of", "from", "to"},
    "none": {"none"},
    "agent": {"agent", "forms", "sector"},
}


@dataclass(frozen=True, slots=True)
class Fault:
    """What was not taken of a file: its line (from 1), and what is wrong and what to do."""

    line: int
    problem: str


@dataclass(slots=True)
class _Taken:
    """What the entries read so far come to."""

    parties: list[tuple[str, Name]] = field(default_factory=list)
    holders: list[OfficeHolder] = field(default_factory=list)
    blocked: list[str] = field(default_factory=list)
    agents: list[tuple[str, str]] = field(default_factory=list)


class _WrongError(Exception):
    """An entry cannot be taken; the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """The values of one entry by key, each a list of texts."""

    line: int
    values: dict[str, list[str]]

    def one(self, key: str, default: str | None = None) -> str | None:
        """The one value of a key."""
        found = self.values.get(key, [])
        if len(found) > 1:
            raise _WrongError(f"“{key}” takes one value; this has {len(found)}")
        return found[0] if found else default


def read_actors(path: Path) -> tuple[Actors, tuple[Fault, ...]]:
    """The actors of a file, and what of it was not taken.

    Raises:
        InputError: the file cannot be read, or is no YAML.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise InputError(f"{path}: not UTF-8; save it as UTF-8") from None
    return actors_from(text, str(path))


def actors_from(text: str, origin: str) -> tuple[Actors, tuple[Fault, ...]]:
    """The actors of a YAML text, and what of it was not taken. `origin` names it in errors.

    Raises:
        InputError: it is no YAML, or no list.
    """
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f"{mark.line + 1}: " if mark else ""
        raise InputError(f"{origin}:{line}no YAML: {getattr(error, 'problem', None) or error}") from None
    if root is not None and not isinstance(root, yaml.SequenceNode):
        raise InputError(f"{origin}:{root.start_mark.line + 1}: not a list; begin each entry with “- ”")
    taken, faults = _Taken(), []
    for node in root.value if root is not None else ():
        line = node.start_mark.line + 1
        try:
            _take(_entry(node, line), taken)
        except _WrongError as wrong:
            faults.append(Fault(line, str(wrong)))
    return _actors(taken), tuple(faults)


def _actors(taken: _Taken) -> Actors:
    values = (tuple(taken.parties), tuple(taken.holders), tuple(taken.blocked), tuple(taken.agents))
    whole = [[[form, plain(name)] for form, name in values[0]], [plain(h) for h in values[1]], *values[2:]]
    version = hashlib.sha256(canonical(whole).encode()).hexdigest()[:12] if any(values) else ""
    return Actors(version, *values)


def _entry(node: yaml.Node, line: int) -> _Entry:
    if not isinstance(node, yaml.MappingNode):
        raise _WrongError("not an entry; write “key: value” pairs, beginning with name, person, none or agent")
    values: dict[str, list[str]] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise _WrongError("a key is no word")
        listed = value.value if isinstance(value, yaml.SequenceNode) else [value]
        if not all(isinstance(item, yaml.ScalarNode) for item in listed):
            raise _WrongError(f"“{key.value}” takes a text or a list of texts")
        values[key.value] = [" ".join(item.value.split()) for item in listed if item.value.strip()]
    return _Entry(line, values)


def _take(entry: _Entry, taken: _Taken) -> None:
    sorts = [sort for sort in KEYS if sort in entry.values]
    if len(sorts) != 1:
        raise _WrongError(f"an entry has one of {', '.join(KEYS)}; this has {' and '.join(sorts) or 'none of them'}")
    sort = sorts[0]
    if unknown := sorted(entry.values.keys() - KEYS[sort]):
        raise _WrongError(f"“{unknown[0]}” is no key of such an entry; its keys are {', '.join(sorted(KEYS[sort]))}")
    if not entry.values[sort]:
        raise _WrongError(f"“{sort}” is empty; give a name")
    _TAKERS[sort](entry, taken)


def _take_name(entry: _Entry, taken: _Taken) -> None:
    state = _state(entry)
    usual = "group" if state == "NSA" else "body" if state in BODY_CODES else "organ"
    kind = entry.one("kind", usual) or usual
    if kind not in KINDS:
        raise _WrongError(f"“{kind}” is no kind; use one of {', '.join(KINDS)}")
    usual_name = entry.one("name") or ""
    name = usual_name if kind in ("body", "group") else None
    first, last = _days(entry)
    sector = _sector(entry) or ("REB" if kind == "group" else None)
    meant = Name(KINDS[kind], state, sector, name, None, first, last)
    taken.parties.extend((form, meant) for form in dict.fromkeys([usual_name, *entry.values.get("forms", [])]))


def _take_person(entry: _Entry, taken: _Taken) -> None:
    state = _state(entry)
    of = entry.one("of", "") or ""
    if state in ("IGO", "NSA") and not of:
        raise _WrongError(f"a person of {state} needs “of”: the name of the body or group")
    first, last = _days(entry)
    forms = tuple(dict.fromkeys([entry.one("person") or "", *entry.values.get("forms", [])]))
    years = int((first or "0")[:4]), int((last or str(OPEN_YEAR))[:4])
    office, alone = entry.one("office", "") or "", tuple(entry.values.get("alone", []))
    taken.holders.append(OfficeHolder(state, forms, alone, *years, office, _sector(entry) or "GOV", of))


def _take_none(entry: _Entry, taken: _Taken) -> None:
    taken.blocked.extend(entry.values["none"])


def _take_agent(entry: _Entry, taken: _Taken) -> None:
    sector = _sector(entry)
    if sector is None:
        raise _WrongError("an agent needs a “sector”")
    words = dict.fromkeys([entry.one("agent") or "", *entry.values.get("forms", [])])
    taken.agents.extend((word.lower(), sector) for word in words)


_TAKERS: dict[str, Callable[[_Entry, _Taken], None]] = {
    "name": _take_name,
    "person": _take_person,
    "none": _take_none,
    "agent": _take_agent,
}


def _state(entry: _Entry) -> str:
    given = entry.one("state")
    if given is None:
        raise _WrongError("no “state”; give a code (PAK, or UNO, EUR, NAT, IGO, NSA)")
    code = given if is_code(given) else state_code(given)
    if code is None:
        raise _WrongError(f"“{given}” is no state; give a code (PAK, or UNO, EUR, NAT, IGO, NSA) or an English name")
    return code


def _sector(entry: _Entry) -> str | None:
    sector = entry.one("sector")
    if sector is not None and sector not in SECTORS:
        raise _WrongError(f"“{sector}” is no sector; use one of {', '.join(SECTORS)}")
    return sector


def _days(entry: _Entry) -> tuple[str | None, str | None]:
    first, last = entry.one("from"), entry.one("to")
    for day in (first, last):
        if day is not None and not DAY.fullmatch(day):
            raise _WrongError(f"“{day}” is no date; write 1999, 1999-10 or 1999-10-12")
    if first and last and first[: len(last)] > last:
        raise _WrongError(f"it ends ({last}) before it begins ({first}); exchange “from” and “to”")
    return first, last


def as_yaml(entries: Iterable[dict[str, str | list[str]]]) -> Iterator[str]:
    """Entries as lines of such a file, one a line. Texts are written as JSON writes them, which YAML reads."""
    for entry in entries:
        yield "- {" + ", ".join(f"{key}: {canonical(value)}" for key, value in entry.items()) + "}"
