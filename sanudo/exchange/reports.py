"""Event reports, one row for each event and report, as MAVERICK and the R package eventreport have them (van Baalen).

The columns are those of MAVERICK that are not about elections, six actors among them, then ours: type, kind and status. Rows with one
`event_id` tell of one event, so that eventreport can measure how its reports differ and aggregate them. Precision, sector and sources
that MAVERICK codes by integers of its own stay empty, but for a place of which only the state is known.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import IO

from sanudo.dates import bounds
from sanudo.details import Amount, Attack
from sanudo.exchange.forms import Format, Losses
from sanudo.exchange.tables import Cell, Row, write_rows
from sanudo.exchange.told import detail_of, doubtful, label, place_name, whole
from sanudo.records import Entry, Participant, Place
from sanudo.resources import state_name

ACTORS = 6
COLUMNS = (
    *(
        "id",
        "event_id",
        "country",
        "date_start",
        "date_end",
        "city",
        "location",
        "latitude",
        "longitude",
        "geo_precision",
    ),
    *(f"actor{n}{part}" for n in range(1, ACTORS + 1) for part in ("", "_id", "_type", "_precision")),
    *("target", "deaths_best", "deaths_low", "deaths_high", "injuries_best", "injuries_low", "injuries_high"),
    *("source", "number_of_sources", "source_author", "source_type", "source_classification"),
    *("unit_of_analysis", "aggregation", "type", "kind", "status"),
)
_COUNTRY = 1  # of geo_precision, which ends with 6 for a building


def write(entries: Iterable[Entry], stream: IO[str]) -> Losses:
    """Write a row for each event mention; of several in one report that tell one event, the most confident."""
    losses = Losses()
    best: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        key = (entry.event_id, entry.mention.article_id or entry.mention.id)
        there = best.setdefault(key, entry)
        if there is not entry:
            losses.left_out["a second mention in the same report"] += 1
            best[key] = max(there, entry, key=_rank)
    write_rows(stream, COLUMNS, [_row(entry, losses) for entry in best.values()])
    return losses


def _rank(entry: Entry) -> tuple[float, str]:
    return entry.mention.confidence, entry.mention.id


def _row(entry: Entry, losses: Losses) -> Row:
    mention, where = entry.mention, entry.mention.where or Place()
    span = bounds(mention.when or "")
    row: dict[str, Cell] = {
        "id": mention.id,
        "event_id": entry.event_id,
        "country": state_name(where.country) if where.country else None,
        "date_start": span[0].isoformat() if span and span[0] > date.min else None,
        "date_end": span[1].isoformat() if span and span[1] < date.max else None,
        "city": where.place,
        "location": place_name(where),
        "latitude": where.lat,
        "longitude": where.lon,
        "geo_precision": _COUNTRY if where.country and not where.place else None,
        "source": entry.publisher or entry.url,
        "number_of_sources": 1,
        "source_type": "news report",
        "unit_of_analysis": "event report",
        "type": mention.type,
        "kind": mention.kind,
        "status": mention.status,
    }
    parties = _distinct([*mention.actors, *mention.recipients])
    for number, party in enumerate(parties[:ACTORS], 1):
        row[f"actor{number}"] = party.name or label(party)
        row[f"actor{number}_id"] = party.state
        row[f"actor{number}_type"] = party.sector
    if attack := detail_of(entry, Attack):
        row |= {"target": attack.target.text if attack.target else None}
        row |= _estimates("deaths", attack.dead) | _estimates("injuries", attack.injured)
    losses.written += 1
    losses.lose(
        who_acts_and_on_whom=mention.recipients,
        more_than_six_actors=parties[ACTORS:],
        attribution=mention.attribution,
        detail=mention.detail if attack is None else None,
        doubt_about_the_date=doubtful(entry),
    )
    return row


def _distinct(parties: Iterable[Participant]) -> tuple[Participant, ...]:
    return tuple({(party.state, party.sector, party.name): party for party in parties}.values())


def _estimates(what: str, amount: Amount | None) -> dict[str, Cell]:
    """Best, lowest and highest number; an open bound leaves the other end empty."""
    if amount is None:
        return {}
    low, high = amount.value, amount.value if amount.upto is None else amount.upto
    return {
        f"{what}_best": whole(low) if amount.upto is None else None,
        f"{what}_low": whole(low) if amount.bound in ("exact", "at_least") or amount.upto is not None else None,
        f"{what}_high": whole(high) if amount.bound in ("exact", "at_most") or amount.upto is not None else None,
    }


FORMAT = Format("event-reports", "rows of events and reports, for eventreport", "csv", write, of_mentions=True)
