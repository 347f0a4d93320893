"""The JSON form of what is exported: the wire form of `sanudo code`, with ids, source, and offsets in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sanudo.records import Entry, EventMention
from sanudo.serial import event_to_wire, plain


def event_wire(entry: Entry) -> dict[str, Any]:
    """An event with the ids of what it was made of, the source of its best mention, and how its reports agree; of an imported one, where it stands."""
    ids = {"id": entry.event_id, "mention_ids": list(entry.mention_ids), "article_ids": list(entry.article_ids)}
    return {
        **ids,
        **_source(entry),
        **_told(entry.mention),
        "sources": entry.event and entry.event.sources,
        "support": [plain(one) for one in entry.event.support] if entry.event else [],
        "disputes": [plain(one) for one in entry.event.disputes] if entry.event else [],
        "judged": list(entry.event.judged) if entry.event else [],
        "origin": entry.origin and plain(entry.origin),
    }


def mention_wire(entry: Entry) -> dict[str, Any]:
    """An event mention with its ids and its source."""
    mention = entry.mention
    ids = {"id": mention.id, "event_id": entry.event_id, "article_id": mention.article_id}
    return {**ids, **_source(entry), **_told(mention)}


def _told(mention: EventMention) -> dict[str, Any]:
    """The wire form, its evidence placed in the source as well as in the cleaned text."""
    return {**event_to_wire(mention), "evidence": [plain(evidence) for evidence in mention.evidence]}


def _source(entry: Entry) -> dict[str, Any]:
    return {"publisher": entry.publisher, "published": entry.published, "url": entry.url}


WIRES: dict[str, Callable[[Any], dict[str, Any]]] = {
    "events": event_wire,
    "imported": event_wire,
    "known": event_wire,
    "mentions": mention_wire,
    "articles": plain,
}
