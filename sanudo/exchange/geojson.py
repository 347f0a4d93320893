"""GeoJSON (RFC 7946): a point for each event whose place has coordinates, one feature a line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO, Any

from sanudo.exchange.forms import Format, Losses
from sanudo.exchange.told import headline, labels, source, states
from sanudo.records import Entry
from sanudo.serial import canonical, plain


def write(entries: Iterable[Entry], stream: IO[str]) -> Losses:
    """Write one collection of features."""
    losses = Losses()
    stream.write('{"type":"FeatureCollection","features":[')
    for entry in entries:
        where = entry.mention.where
        if where is None or where.lat is None or where.lon is None:
            losses.left_out["no place with coordinates"] += 1
            continue
        stream.write(",\n" if losses.written else "\n")
        stream.write(canonical(_feature(entry, where.lon, where.lat)))
        losses.written += 1
        losses.lose(offsets_of_evidence=entry.mention.evidence, attribution=entry.mention.attribution)
    stream.write("\n]}\n")
    return losses


def _feature(entry: Entry, longitude: float, latitude: float) -> dict[str, Any]:
    mention, where = entry.mention, entry.mention.where
    properties = {
        "title": headline(entry),
        "type": mention.type,
        "mode": mention.mode,
        "kind": str(mention.kind),
        "status": str(mention.status),
        "actors": list(states(mention.actors)),
        "recipients": list(states(mention.recipients)),
        "parties": list(labels([*mention.actors, *mention.recipients])),
        "when": mention.when,
        "place": where and where.place,
        "country": where and where.country,
        "geonameid": where and where.geonameid,
        "confidence": mention.confidence if mention.evidence else None,
        "detail": _told(plain(mention.detail)) if mention.detail else None,
        "evidence": next((told.text for told in mention.evidence), None),
        "publisher": entry.publisher,
        "published": entry.published,
        "source": source(entry),
    }
    return {
        "type": "Feature",
        "id": entry.event_id,
        "geometry": {"type": "Point", "coordinates": [longitude, latitude]},
        "properties": properties,
    }


def _told(value: Any) -> Any:
    """Plain values without those that are not told."""
    if isinstance(value, dict):
        return {name: _told(part) for name, part in value.items() if part not in (None, "", (), {})}
    return [_told(part) for part in value] if isinstance(value, list | tuple) else value


FORMAT = Format("geojson", "a point for each event with a place, as GeoJSON", "geojson", write)
