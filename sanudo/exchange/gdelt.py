"""GDELT 2.0 events (61 columns) and mentions (16), tab separated, without headings.

Columns and their meaning: GDELT Event Codebook 2.0. Actors have CAMEO letters, places FIPS 10-4 codes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import IO

from sanudo.cameo_codes import cameo, quad
from sanudo.codebook import BODIES
from sanudo.dates import bounds
from sanudo.exchange.codes import by_fips, codes_of
from sanudo.exchange.forms import Format, Losses, Reader, RowError
from sanudo.exchange.intake import day, decimal, imported, split
from sanudo.exchange.parties import GROUPS, cameo_actor, cameo_country, cameo_sector, label, named, sector_of_role
from sanudo.exchange.sheets import (
    NO_DATE,
    Out,
    coded,
    day_of,
    lose_shared,
    number,
    number_of,
    pairs,
    rows_of,
)
from sanudo.records import Entry, Origin, Participant, Place
from sanudo.resources import state_name

NAME = "gdelt"
MENTIONS = "gdelt-mentions"
_ACTOR = (
    *("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code"),
    *("Type2Code", "Type3Code"),
)
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
COLUMNS = (
    *("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"),
    *(f"Actor{side}{name}" for side in "12" for name in _ACTOR),
    *("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions"),
    *("NumSources", "NumArticles", "AvgTone"),
    *(f"{of}Geo_{name}" for of in ("Actor1", "Actor2", "Action") for name in _GEO),
    *("DATEADDED", "SOURCEURL"),
)
MENTION_COLUMNS = (
    *("GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier"),
    *(
        "SentenceID",
        "Actor1CharOffset",
        "Actor2CharOffset",
        "ActionCharOffset",
        "InRawText",
        "Confidence",
        "MentionDocLen",
    ),
    *("MentionDocTone", "MentionDocTranslationInfo", "Extras"),
)
# Geo types: 1 a country, 4 a city outside the United States. Mention types: 1 a web page, by its URL; 2 a citation.
_COUNTRY, _CITY, _WEB, _CITED = "1", "4", "1", "2"
_NO_GEO = ("0", *[""] * 7)


def write(entries: Iterable[Entry], stream: IO[str]) -> Losses:
    """Write one row for each pair of actors; an imported row as it stood."""
    return rows_of(entries, Out(stream, NAME), Losses(), _rows)


def _rows(entry: Entry, losses: Losses) -> Iterable[Iterable[str]] | str:
    found = coded(entry)
    if isinstance(found, str):
        return found
    mention, (code, when) = entry.mention, found
    lose_shared(entry, losses)
    losses.lose(
        mode=mention.mode,
        contexts=mention.contexts,
        publisher=entry.publisher,
        geonameid=getattr(mention.where, "geonameid", None),
    )
    return _paired(entry, when, code.code, code.goldstein)


def _paired(entry: Entry, when: date, code: str, goldstein: float) -> Iterator[list[str]]:
    added = bounds(entry.published or "")
    mentions, articles = len(entry.mention_ids) or 1, len(entry.article_ids) or 1
    compact = _compact(when)
    fraction = when.year + (when.timetuple().tm_yday - 1) / 365
    for source, target, at in pairs(entry.mention):
        yield [
            *(str(number_of(entry.event_id, at)), compact, compact[:6], compact[:4], f"{fraction:.4f}"),
            *_actor(source),
            *_actor(target),
            *(
                "1",
                code,
                code[:3],
                code[:2],
                str(quad(code)),
                number(goldstein),
                str(mentions),
                str(articles),
                str(articles),
            ),
            *("", *_NO_GEO, *_NO_GEO, *_geo(entry.mention.where)),
            *(f"{_compact(added[1])}000000" if added else "", entry.url or ""),
        ]


def _compact(when: date) -> str:
    return when.isoformat().replace("-", "")


def _actor(party: Participant | None) -> tuple[str, ...]:
    if party is None:
        return ("",) * len(_ACTOR)
    group = GROUPS.get(party.state, ("", ""))[0]
    name = label(party).upper() if party.state or party.name else ""
    return cameo_actor(party), name, cameo_country(party), group, "", "", "", cameo_sector(party), "", ""


def _geo(where: Place | None) -> tuple[str, ...]:
    codes = codes_of(where.country or "") if where else None
    if where is None or not (where.place or codes):
        return _NO_GEO
    fips = (codes and codes.fips) or ""
    country = state_name(where.country) if where.country else ""
    name = ", ".join(filter(None, [where.place, country]))
    return (_CITY if where.place else _COUNTRY, name, fips, fips, "", number(where.lat), number(where.lon), "")


def write_mentions(entries: Iterable[Entry], stream: IO[str]) -> Losses:
    """Write one row for each event mention; its number is that of the first row of its event."""
    return rows_of(entries, Out(stream, MENTIONS), Losses(), _mention_rows)


def _mention_rows(entry: Entry, losses: Losses) -> Iterable[Iterable[str]] | str:
    mention, when, published = entry.mention, day_of(entry), bounds(entry.published or "")
    if entry.origin:
        return "an imported row is no mention in an article"
    if when is None:
        return NO_DATE
    lose_shared(entry, losses)
    first = mention.evidence[0] if mention.evidence else None
    sides = [next(iter(side), None) for side in (mention.actors, mention.recipients or mention.actors[1:])]
    offsets = [str(party.start) if party else "-1" for party in sides]
    told = f"{_compact(published[0])}000000" if published else ""
    return [
        [
            *(str(number_of(entry.event_id)), f"{_compact(when)}000000", told, _WEB if entry.url else _CITED),
            *(
                entry.publisher or "",
                entry.url or mention.article_id,
                "",
                *offsets,
                str(first.start) if first else "-1",
            ),
            *("1", str(round(mention.confidence * 100)), "", "", "", ""),
        ]
    ]


def read(id: str, origin: Origin) -> Entry:
    """The entry of a row of events.

    Raises:
        RowError: it is not one of this format.
    """
    row = split(origin.raw, COLUMNS)
    code = cameo(row["EventCode"].strip())
    if code is None:
        raise RowError(f"EventCode is {row['EventCode'][:40]!r}, which is no CAMEO code")
    added = row["DATEADDED"]
    return imported(
        id,
        origin,
        type=code.type,
        mode=code.mode,
        contexts=code.contexts,
        actors=[_party(row, "Actor1")],
        recipients=[_party(row, "Actor2")],
        when=day(row["SQLDATE"]),
        where=_place(row),
        published=day(added[:8]) if added else None,
        url=row["SOURCEURL"],
        row_id=row["GLOBALEVENTID"],
        code=code.code,
        intensity=decimal(row["GoldsteinScale"], "GoldsteinScale"),
    )


def _party(row: dict[str, str], side: str) -> Participant:
    """The party by its letters: those of its country, or of a body, or else of nothing that is known."""
    group = next((state for state, (short, _) in GROUPS.items() if short and short == row[f"{side}KnownGroupCode"]), "")
    country = row[f"{side}CountryCode"] or group
    role = row[f"{side}Type1Code"]
    name = row[f"{side}Name"].title()
    if role in ("REB", "INS", "SEP"):
        return Participant("NSA", "REB", name or None)
    party = named(name, country)
    state = group if party.state in BODIES or not party.state else party.state
    return Participant(state or party.state, sector_of_role(role), party.name)


def _place(row: dict[str, str]) -> Place | None:
    country, name = by_fips().get(row["ActionGeo_CountryCode"]), row["ActionGeo_FullName"]
    if not (country or name):
        return None
    lat, lon = decimal(row["ActionGeo_Lat"], "ActionGeo_Lat"), decimal(row["ActionGeo_Long"], "ActionGeo_Long")
    place = None if row["ActionGeo_Type"] == _COUNTRY else name or None
    return Place(country, place, None, lat, lon)  # FeatureID is of GNS or GNIS, not of GeoNames


def _reader(path: Path, first_day: str | None) -> Reader:
    return Reader(read)


FORMAT = Format(NAME, "GDELT 2.0 events, 61 columns without headings", "tsv", write, reader=_reader, columns=COLUMNS)
MENTIONS_FORMAT = Format(
    MENTIONS,
    "GDELT 2.0 mentions, 16 columns without headings",
    "tsv",
    write_mentions,
    columns=MENTION_COLUMNS,
    of_mentions=True,
)
