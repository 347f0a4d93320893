"""Entries and values of records made by hand, and what a format writes of them."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

from build import article_of, mention_of

from sanudo.details import Amount, Detail, Item, Lead, Stated
from sanudo.exchange import FORMATS, Losses
from sanudo.records import Entry, Kind, Place, WhenBasis

OSLO = Place("NOR", "Oslo", 3143244, 59.91, 10.75)


def stated(value: str, text: str = "") -> Stated:
    return Stated(value, text or value, 0, 1)


def amount(value: float, unit: str = "", bound: str = "exact", upto: float | None = None) -> Amount:
    return Amount(value, unit, bound, f"{value:g} {unit}".strip(), 0, 1, upto)


def lead(name: str | None, state: str | None, office: str | None = None, rank: str | None = None) -> Lead:
    return Lead(name, state, office, rank, " ".join(filter(None, (office, name))), 0, 1)


def item(designation: str | None, sort: str | None = None, count: Amount | None = None) -> Item:
    return Item(designation, sort, count, designation or sort or "", 0, 1)


def entry_of(
    text: str,
    type: str,
    kind: Kind,
    actors: str,
    recipients: str = "",
    detail: Detail | None = None,
    event: str = "e1:1",
    url: str | None = "https://news.example/1",
    **fields: Any,
) -> Entry:
    """An entry of one mention in a report of 10 May 2021 by The Harbour Times."""
    article = article_of(text)
    values = {"kind": kind, "when_basis": WhenBasis.STATED, **fields}
    mention = mention_of(article, type, actors, recipients, detail=detail, **values)
    return Entry(mention, event, (mention.id,), (article.id,), "The Harbour Times", "2021-05-10", url)


def written(name: str, entries: Sequence[Entry]) -> tuple[str, Losses]:
    """What a format writes of these entries: twice the same."""
    streams = [io.StringIO(newline="") for _ in range(2)]
    losses = [FORMATS[name].write(entries, stream) for stream in streams]
    assert streams[0].getvalue() == streams[1].getvalue()
    assert losses[0] == losses[1]
    return streams[0].getvalue(), losses[0]


def rows_of(name: str, *entries: Entry) -> tuple[list[dict[str, str]], Losses]:
    """The rows of a format that is a table."""
    text, losses = written(name, entries)
    return list(csv.DictReader(io.StringIO(text))), losses


def given(row: dict[str, str]) -> dict[str, str]:
    """The cells of a row that are not empty."""
    return {name: value for name, value in row.items() if value}


def visit(**fields: Any) -> Entry:
    """Norway's minister in Reykjavik, 3 to 5 May 2021."""
    values: dict[str, Any] = {
        "when": "2021-05-03/2021-05-05",
        "where": Place("ISL", "Reykjavik", None, 64.15, -21.94),
        **fields,
    }
    return entry_of(
        "Norway visited Iceland from 3 to 5 May 2021.",
        "CONSULT",
        values.pop("kind", Kind.VISIT),
        "NOR:Norway",
        "ISL:Iceland",
        **values,
    )
