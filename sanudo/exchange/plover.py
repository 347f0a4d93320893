"""PLOVER's own record, as JSON lines: field names, required fields and lists of the PLOVER manual (2024), chapter on JSON.

The manual welcomes further named fields; `status`, `symmetric`, `confidence` and `attribution` are ours.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import IO, Any

from sanudo.codebook import EVENT_TYPES
from sanudo.dates import bounds
from sanudo.details import holds
from sanudo.exchange.forms import Format, Losses, Reader
from sanudo.exchange.plover_in import NAME, read
from sanudo.exchange.sheets import NO_DATE, NO_TYPE, Out, day_of
from sanudo.records import Entry, EventMention, Participant, Place, WhenBasis
from sanudo.resources import state_name
from sanudo.serial import attribution_to_wire, canonical

# Resolution of a place: 4 is a populated place, 1 a country.
_PLACE, _COUNTRY = 4, 1


def write(entries: Iterable[Entry], stream: IO[str]) -> Losses:
    """Write one record a line; an imported one as it stood."""
    losses, out = Losses(), Out(stream, NAME)
    for entry in entries:
        if not out.own(entry):
            mention = entry.mention
            first = day_of(entry)
            if not mention.type or first is None:
                losses.left_out[NO_DATE if mention.type else NO_TYPE] += 1
                continue
            span = bounds(mention.when or "") or (first, first)
            last = span[1] if first == span[0] and span[1] < date.max else first
            out.line(canonical(_record(entry, first.isoformat(), last.isoformat())))
            losses.lose(detail=holds(mention.detail))
        losses.written += 1
    return losses


def _record(entry: Entry, first: str, last: str) -> dict[str, Any]:
    mention, origin = entry.mention, entry.origin
    kind = EVENT_TYPES[mention.type]
    record = {
        "id": entry.event_id,
        "has_event": True,
        "date": first,
        "enddate": last if last != first else None,
        "actor": [_entity(party) for party in mention.actors],
        "recipient": [_entity(party) for party in mention.recipients],
        "event": [mention.type],
        "event_loc": _location(mention.where) if mention.where else None,
        "event_text": [evidence.text for evidence in mention.evidence],
        "quad_code": kind.quad,
        "event_scale": kind.intensity
        if origin is None or origin.code or origin.intensity is None
        else origin.intensity,
        "mode": [mention.mode] if mention.mode else [],
        "context": list(mention.contexts),
        "text_info": _text_info(mention),
        "cite_info": _given({"url": entry.url, "publication": entry.publisher, "codebook": "plover-2024"}),
        "coder": f"{mention.coder} {mention.model}".strip(),
        "when_basis": str(mention.when_basis or WhenBasis.PUBLICATION) if mention.evidence else None,
        "status": str(mention.status),
        "kind": str(mention.kind),
        "symmetric": mention.symmetric,
        "confidence": mention.confidence if mention.evidence else None,
        "attribution": mention.attribution and attribution_to_wire(mention.attribution),
    }
    return _given(record) | {"actor": record["actor"]}


def _entity(party: Participant) -> dict[str, Any]:
    return _given(
        {"code": party.state, "sector": party.sector, "entity_text": party.text, "identifier_text": party.name}
    )


def _location(place: Place) -> dict[str, Any]:
    return _given(
        {
            "resolved_place": place.place,
            "geonameid": place.geonameid,
            "lat": place.lat,
            "lon": place.lon,
            "country": state_name(place.country) if place.country else None,
            "country_code": place.country,
            "resolution": _PLACE if place.place else _COUNTRY,
        }
    )


def _text_info(mention: EventMention) -> dict[str, Any] | None:
    """Where the plainest words stand in the article's text."""
    first = next(iter(mention.evidence), None)
    return {"start": first.start, "end": first.end} if first else None


def _given(record: dict[str, Any]) -> dict[str, Any]:
    """A record without what is empty."""
    return {name: value for name, value in record.items() if value not in (None, "", [], {})}


def _reader(path: Path, first_day: str | None) -> Reader:
    return Reader(read)


FORMAT = Format(NAME, "PLOVER records as JSON lines", "jsonl", write, reader=_reader)
