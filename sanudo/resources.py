"""Reference data that any stage may ask: names of states and bodies. Loaded once, never changed."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Name:
    """What a form in the gazetteer stands for: a mention label, a state or body code, a sector and a usual name."""

    label: str
    state: str
    sector: str | None
    name: str | None


@dataclass(frozen=True, slots=True)
class OfficeHolder:
    """A person whom news names without the state: full name, the form that stands alone (or ""), years in office."""

    state: str
    name: str
    alone: str
    first: int
    last: int


@cache
def _raw() -> dict[str, Any]:
    value: dict[str, Any] = json.loads(_text())
    return value


@cache
def _text() -> str:
    return files("sanudo").joinpath("_data/gazetteer.json").read_text(encoding="utf-8")


@cache
def version() -> str:
    """The version of the reference data: a short hash of its content, the places and how they are weighed among it."""
    folder = files("sanudo")
    places = (folder.joinpath(*path).read_bytes() for path in (("_data", "places.json"), ("_model", "placing.json")))
    return hashlib.sha256(b"".join([_text().encode(), *places])).hexdigest()[:12]


@cache
def parties() -> dict[str, Name]:
    """Every form that names a state-level party."""
    return {form: Name(e[0], e[1], e[2] or None, e[3] or None) for form, e in _raw()["parties"].items()}


@cache
def blocked() -> frozenset[str]:
    """Names that hold a party's name and are none: seas, papers, firms."""
    return frozenset(_raw()["blocked"])


@cache
def office_holders() -> tuple[OfficeHolder, ...]:
    """Persons known by name alone."""
    return tuple(OfficeHolder(*row) for row in _raw()["persons"])


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
