"""POLECAT: PLOVER events in 40 columns, tab separated, "None" for missing, ";" between values (doi:10.7910/DVN/AJGVIT)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import IO

from sanudo.codebook import BODIES, EVENT_TYPES
from sanudo.dates import bounds
from sanudo.exchange.codes import codes_of
from sanudo.exchange.forms import Format, Losses, Reader
from sanudo.exchange.intake import day, decimal, imported, plover_type, split, whole
from sanudo.exchange.parties import country_of, label, named
from sanudo.exchange.sheets import NO_DATE, NO_TYPE, Out, day_of, lose_shared, number, rows_of
from sanudo.records import Entry, Origin, Participant, Place
from sanudo.resources import state_name

NAME = "polecat"
NONE = "None"
COLUMNS = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"),
    *(
        "Actor Name",
        "Actor Country",
        "Actor COW",
        "Primary Actor Sector",
        "Actor Sectors",
        "Actor Title",
        "Actor Name Raw",
    ),
    *("Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector"),
    *("Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City"),
    *(
        "District",
        "Province",
        "Country",
        "Latitude",
        "Longitude",
        "GeoNames ID",
        "Raw Placename",
        "Feature Type",
        "Source",
    ),
    *("Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version"),
)
# Later files call a column otherwise.
_RENAMED = {"Event Intensity": "Intensity"}


def write(entries: Iterable[Entry], stream: IO[str]) -> Losses:
    """Write one row an event, its parties side by side; an imported row as it stood."""
    return rows_of(entries, Out(stream, NAME, COLUMNS), Losses(), _rows)


def _rows(entry: Entry, losses: Losses) -> Iterable[Iterable[str]] | str:
    mention, when = entry.mention, day_of(entry)
    if not mention.type:
        return NO_TYPE
    if when is None:
        return NO_DATE
    kind, where = EVENT_TYPES[mention.type], mention.where or Place()
    lose_shared(entry, losses)
    losses.lose(url=entry.url, symmetric=mention.symmetric)
    published = bounds(entry.published or "")
    cells: list[str | None] = [
        *(entry.event_id, when.isoformat(), mention.type, mention.mode, number(kind.intensity)),
        *(str(kind.quad), ";".join(mention.contexts), *_side(mention.actors), *_side(mention.recipients)),
        *(where.place, where.place, None, None, state_name(where.country) if where.country else None),
        *(number(where.lat), number(where.lon), str(where.geonameid or ""), where.place, None),
        *(entry.publisher, published[0].isoformat() if published else None, None, None, None),
        *("en" if mention.evidence else None, f"{mention.coder} {mention.model}".strip()),
    ]
    return [[cell or NONE for cell in cells]]


def _side(parties: Sequence[Participant]) -> tuple[str | None, ...]:
    """Name, country, COW number, primary sector, sectors, title, raw name and Wikipedia id of the parties of one side."""

    def listed(values: Iterable[str]) -> str | None:
        cells = [value or NONE for value in values]
        return ";".join(cell.replace(";", ",") for cell in cells) if any(cell != NONE for cell in cells) else None

    known = [codes_of(party.state) for party in parties]
    sectors = listed(party.sector or "" for party in parties)
    return (
        listed(map(label, parties)),
        listed(party.state for party in parties),
        listed(str(codes.number or "") if codes else "" for codes in known),
        *(sectors, sectors, listed(party.office or "" for party in parties)),
        listed(party.text for party in parties),
        None,
    )


def read(id: str, origin: Origin) -> Entry:
    """The entry of a row.

    Raises:
        RowError: it is not one of this format.
    """
    row = {name: "" if cell == NONE else cell for name, cell in split(origin.raw, COLUMNS).items()}
    lat, lon = decimal(row["Latitude"], "Latitude"), decimal(row["Longitude"], "Longitude")
    place = row["City"] or row["Placename"] or row["District"] or row["Province"] or None
    country = country_of(row["Country"])
    return imported(
        id,
        origin,
        type=plover_type(row["Event Type"]),
        mode=row["Event Mode"].lower() or None,
        contexts=tuple(context.strip() for context in row["Contexts"].split(";") if context.strip()),
        actors=_parties(row, "Actor"),
        recipients=_parties(row, "Recipient"),
        when=day(row["Event Date"]),
        where=Place(country, place, whole(row["GeoNames ID"], "GeoNames ID"), lat, lon) if country or place else None,
        publisher=row["Source"],
        published=day(row["Publication Date"]) if row["Publication Date"] else None,
        row_id=row["Event ID"],
        intensity=decimal(row["Intensity"], "Intensity"),
    )


def _parties(row: dict[str, str], side: str) -> list[Participant]:
    cells = (row[f"{side} Name"], row[f"{side} Country"], row[f"Primary {side} Sector"])
    columns = ([value.strip() for value in cell.split(";")] for cell in cells)
    listed = ([("" if value == NONE else value) for value in values] for values in zip_longest(*columns, fillvalue=""))
    return [named(name or _name_of(country), country, sector) for name, country, sector in listed]


def _name_of(country: str) -> str:
    state = country_of(country)
    return state_name(state) if state and state not in BODIES else ""


def heads(line: str) -> bool:
    """Whether a line has the names of the columns, those of later files too."""
    return tuple(_RENAMED.get(name, name) for name in line.rstrip("\r\n").split("\t")) == COLUMNS


def _reader(path: Path, first_day: str | None) -> Reader:
    return Reader(read, heading=True, heads=heads)


FORMAT = Format(NAME, "POLECAT: PLOVER events in 40 columns", "txt", write, reader=_reader, columns=COLUMNS)
