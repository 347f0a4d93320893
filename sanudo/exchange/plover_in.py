"""PLOVER records as they come in: objects in JSON lines, with the fields that the manual requires."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sanudo.codebook import BODIES
from sanudo.exchange.forms import RowError
from sanudo.exchange.intake import day, imported, plover_type
from sanudo.exchange.parties import country_of, sector_of
from sanudo.records import Entry, Kind, Origin, Participant, Place, Status

NAME = "plover"


def read(id: str, origin: Origin) -> Entry:
    """The entry of a record; of several event types the first.

    Raises:
        RowError: it is no JSON object, or lacks what the manual requires.
    """
    record = _record(origin.raw)
    types = _texts(record, "event")
    if not types:
        raise RowError('"event" is missing or empty')
    if not isinstance(date := record.get("date"), str):
        raise RowError('"date" is missing or no text')
    first, last = day(date), record.get("enddate")
    cite = _object(record, "cite_info")
    actors = tuple(_parties(record, "actor"))
    if not actors:
        raise RowError('"actor" is missing or empty')
    return imported(
        id,
        origin,
        type=plover_type(types[0]),
        mode=next(iter(_texts(record, "mode")), None),
        contexts=tuple(_texts(record, "context")),
        actors=actors,
        recipients=_parties(record, "recipient"),
        when=f"{first}/{end}" if isinstance(last, str) and (end := day(last)) > first else first,
        where=_place(_object(record, "event_loc")),
        publisher=_text(cite, "publication"),
        url=_text(cite, "url"),
        row_id=str(record.get("id") or ""),
        intensity=_number(record, "event_scale"),
        kind=_listed(Kind, record.get("kind")),
        status=_listed(Status, record.get("status")) or Status.HAPPENED,
        symmetric=record.get("symmetric") is True,
    )


def _record(raw: str) -> dict[str, Any]:
    try:
        record = json.loads(raw.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise RowError(f"not JSON ({error})") from None
    if not isinstance(record, dict):
        raise RowError("not a JSON object")
    return record


def _texts(record: dict[str, Any], name: str) -> list[str]:
    """A list of texts, which may be one text alone."""
    value = record.get(name) or []
    value = [value] if isinstance(value, str) else value
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise RowError(f'"{name}" is no list of texts')
    return value


def _object(record: dict[str, Any], name: str) -> dict[str, Any]:
    value = record.get(name) or {}
    if not isinstance(value, dict):
        raise RowError(f'"{name}" is no object')
    return value


def _text(record: dict[str, Any], name: str) -> str | None:
    value = record.get(name)
    return value if isinstance(value, str) else None


def _number(record: dict[str, Any], name: str) -> float | None:
    """A number of a size that floats hold exactly, or None for anything else."""
    value = record.get(name)
    return float(value) if isinstance(value, int | float) and abs(value) < 2**53 else None


def _listed(known: Any, value: object) -> Any:
    return known(value) if isinstance(value, str) and value in set(map(str, known)) else None


def _parties(record: dict[str, Any], name: str) -> Iterator[Participant]:
    value = record.get(name) or []
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise RowError(f'"{name}" is no list of objects')
    for item in value:
        code, sector = _text(item, "code") or "", _text(item, "sector") or ""
        state = country_of(code) or (code if code in BODIES else "")
        name_told = _text(item, "identifier_text")
        text = _text(item, "entity_text") or ""
        yield Participant(
            state,
            sector_of(sector[:3]) if sector else None,
            name_told or (None if state else text or code or None),
            text=text,
        )


def _place(location: dict[str, Any]) -> Place | None:
    country = country_of(_text(location, "country_code") or _text(location, "country") or "")
    place = _text(location, "resolved_place") or _text(location, "extracted_place")
    lat, lon, known = (_number(location, name) for name in ("lat", "lon", "geonameid"))
    return Place(country, place, None if known is None else int(known), lat, lon) if country or place else None
