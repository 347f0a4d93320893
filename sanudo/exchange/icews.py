"""ICEWS coded event data: 20 columns, tab separated, CAMEO codes with Goldstein values (doi:10.7910/DVN/28075)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from sanudo.cameo_codes import cameo
from sanudo.codebook import BODIES, SECTORS
from sanudo.exchange.forms import Format, Losses, Reader, RowError
from sanudo.exchange.intake import day, decimal, imported, split
from sanudo.exchange.parties import label, named
from sanudo.exchange.sheets import (
    Out,
    coded,
    lose_shared,
    number,
    number_of,
    pairs,
    rows_of,
)
from sanudo.records import Entry, Origin, Participant, Place
from sanudo.resources import state_code, state_name

NAME = "icews"
COLUMNS = (
    *(
        "Event ID",
        "Event Date",
        "Source Name",
        "Source Sectors",
        "Source Country",
        "Event Text",
        "CAMEO Code",
        "Intensity",
    ),
    *(
        "Target Name",
        "Target Sectors",
        "Target Country",
        "Story ID",
        "Sentence Number",
        "Publisher",
        "City",
        "District",
    ),
    *("Province", "Country", "Latitude", "Longitude"),
)

_NULL = "NULL"  # how some of the files write an empty cell


def write(entries: Iterable[Entry], stream: IO[str]) -> Losses:
    """Write one row for each pair of source and target; an imported row as it stood."""
    return rows_of(entries, Out(stream, NAME, COLUMNS), Losses(), _rows)


def _rows(entry: Entry, losses: Losses) -> Iterable[Iterable[str]] | str:
    found = coded(entry)
    if isinstance(found, str):
        return found
    mention, (code, when) = entry.mention, found
    lose_shared(entry, losses)
    losses.lose(mode=mention.mode, contexts=mention.contexts, url=entry.url)
    return _paired(entry, when.isoformat(), code.code, code.name, code.goldstein)


def _paired(entry: Entry, when: str, code: str, name: str, goldstein: float) -> Iterator[list[str]]:
    where = entry.mention.where or Place()
    for source, target, at in pairs(entry.mention):
        yield [
            *(
                str(number_of(entry.event_id, at)),
                when,
                *_party(source),
                name,
                code,
                number(goldstein),
                *_party(target),
            ),
            *(str(number_of(entry.article_ids[0])) if entry.article_ids else "", "", entry.publisher or ""),
            *(where.place or "", "", "", state_name(where.country) if where.country else ""),
            *(number(where.lat), number(where.lon)),
        ]


def _party(party: Participant | None) -> tuple[str, str, str]:
    """Name, sectors and country."""
    if party is None:
        return "", "", ""
    sector = SECTORS.get(party.sector or "", "")
    country = "" if party.state in BODIES or not party.state else state_name(party.state)
    return label(party), sector.capitalize(), country


def read(id: str, origin: Origin) -> Entry:
    """The entry of a row.

    Raises:
        RowError: it is not one of this format.
    """
    row = {name: "" if cell == _NULL else cell for name, cell in split(origin.raw, COLUMNS).items()}
    code = cameo(row["CAMEO Code"].strip())
    if code is None:
        raise RowError(f"{row['CAMEO Code'][:40]!r} is no CAMEO code")
    lat, lon = decimal(row["Latitude"], "Latitude"), decimal(row["Longitude"], "Longitude")
    place = row["City"] or row["District"] or row["Province"] or None
    country = state_code(row["Country"])
    return imported(
        id,
        origin,
        type=code.type,
        mode=code.mode,
        contexts=code.contexts,
        actors=[named(row["Source Name"], row["Source Country"], row["Source Sectors"])],
        recipients=[named(row["Target Name"], row["Target Country"], row["Target Sectors"])],
        when=day(row["Event Date"]),
        where=Place(country, place, None, lat, lon) if country or place else None,
        publisher=row["Publisher"],
        row_id=row["Event ID"],
        code=code.code,
        intensity=decimal(row["Intensity"], "Intensity"),
    )


def _reader(path: Path, first_day: str | None) -> Reader:
    return Reader(read, heading=True, heads=heads)


def heads(line: str) -> bool:
    """Whether a line has the names of the columns."""
    return tuple(line.rstrip("\r\n").split("\t")) == COLUMNS


FORMAT = Format(
    NAME, "ICEWS: CAMEO codes and Goldstein values, 20 columns", "tsv", write, reader=_reader, columns=COLUMNS
)
