"""An event or an event mention as queries give it, and the flat columns of tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from sanudo.details import holds
from sanudo.ledger.connection import Row
from sanudo.ledger.rows import Column
from sanudo.records import Article, Entry, Event, EventMention, Origin, Participant
from sanudo.serial import canonical, event_to_wire, unpack


def mention_entry(row: Row) -> Entry:
    """The entry of a row of the query for mentions."""
    packed, event, *source = row
    mention = unpack(EventMention, packed)
    return Entry(mention, event, (mention.id,), (mention.article_id,), *source)


def event_entry(row: Row) -> Entry:
    """The entry of a row of the query for events."""
    packed, whole, *source = row
    event, best = unpack(Event, whole), unpack(EventMention, packed)
    told = replace(
        best,
        type=event.type,
        kind=event.kind,
        actors=event.actors,
        recipients=event.recipients,
        symmetric=event.symmetric,
        status=event.status,
        when=event.when,
        when_basis=event.when_basis,
        where=event.where,
        detail=event.detail,
    )
    publisher, published, url = source
    return Entry(told, event.id, event.mention_ids, event.article_ids, publisher, published, url, None, event)


def known_entry(row: Row) -> Entry:
    """The entry of a row of the query for coded and imported events together."""
    packed, _, publisher, published, url, id, *origin = row
    if origin[0] is None:
        return event_entry(row[:5])
    return Entry(unpack(EventMention, packed), id, (), (), publisher, published, url, Origin(*origin))


def origin_name(entry: Entry) -> str | None:
    """Where an imported event stands: `icews: events.2014.tab, line 12`; None for a coded one."""
    return f"{entry.origin.format}: {entry.origin.file}, line {entry.origin.line}" if entry.origin else None


def _told(name: str) -> Callable[[Entry], Any]:
    return lambda entry: getattr(entry.mention, name)


def _place(name: str) -> Callable[[Entry], Any]:
    return lambda entry: getattr(entry.mention.where, name, None)


def _whole(name: str, shown: Callable[[Any], Any]) -> Callable[[Entry], Any]:
    """A value that only the whole of a coded event has."""
    return lambda entry: shown(getattr(entry.event, name)) if entry.event else None


def _states(parties: tuple[Participant, ...]) -> str:
    return ";".join(dict.fromkeys(party.state for party in parties))


def _record(entry: Entry) -> str | None:
    """The record of defence diplomacy in the wire form, as JSON; None where there is none, or nothing is told."""
    return canonical(event_to_wire(entry.mention)["detail"]) if holds(entry.mention.detail) else None


_SHARED: tuple[Column[Entry], ...] = (
    Column("type", "string", _told("type")),
    Column("mode", "string", _told("mode")),
    Column("contexts", "string", lambda e: ";".join(e.mention.contexts)),
    Column("kind", "string", _told("kind")),
    Column("status", "string", _told("status")),
    Column("actors", "string", lambda e: _states(e.mention.actors)),
    Column("recipients", "string", lambda e: _states(e.mention.recipients)),
    Column("symmetric", "bool", _told("symmetric")),
    Column("when", "string", _told("when")),
    Column("when_basis", "string", _told("when_basis")),
    Column("country", "string", _place("country")),
    Column("place", "string", _place("place")),
    Column("lat", "double", _place("lat")),
    Column("lon", "double", _place("lon")),
    Column("attribution", "string", lambda e: e.mention.attribution and e.mention.attribution.text),
    Column("detail", "string", _record),
    Column("confidence", "double", _told("confidence")),
    Column("evidence", "string", lambda e: next((evidence.text for evidence in e.mention.evidence), None)),
    Column("publisher", "string", lambda e: e.publisher),
    Column("published", "string", lambda e: e.published),
    Column("url", "string", lambda e: e.url),
)

EVENT_COLUMNS: tuple[Column[Entry], ...] = (
    Column("id", "string", lambda e: e.event_id),
    Column("mention_ids", "string", lambda e: ";".join(e.mention_ids)),
    Column("article_ids", "string", lambda e: ";".join(e.article_ids)),
    *_SHARED,
    Column("sources", "int64", _whole("sources", int)),
    Column("disputed", "string", _whole("disputes", lambda found: ";".join(one.field for one in found))),
    Column("judged", "string", _whole("judged", ";".join)),
    Column("origin", "string", origin_name),
)

MENTION_COLUMNS: tuple[Column[Entry], ...] = (
    Column("id", "string", _told("id")),
    Column("event_id", "string", lambda e: e.event_id),
    Column("article_id", "string", _told("article_id")),
    *_SHARED,
    Column("coder", "string", _told("coder")),
    Column("model", "string", _told("model")),
)


def plain_columns(*names: str) -> tuple[Column[Any], ...]:
    """Columns that hold fields of a record as they are."""

    def column(name: str) -> Column[Any]:
        return Column(name, "string", lambda record: getattr(record, name))

    return tuple(map(column, names))


ARTICLE_COLUMNS: tuple[Column[Article], ...] = (
    *plain_columns("id", "title", "publisher", "author", "published", "published_basis", "url", "language"),
    *plain_columns("origin", "media_type", "given_id"),
    Column("refusals", "string", lambda article: ";".join(refusal.reason for refusal in article.refusals)),
    *plain_columns("text"),
)
