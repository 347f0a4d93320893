"""Events without their words, for counting: what a row of the known events says, unpacked no further than counts need."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from sanudo.ledger.connection import Row
from sanudo.records import Outline

# An event's own values, not those of its best mention, and the publishers of all its mentions.
KNOWN_OUTLINES = """SELECT k.id, k.type, k.kind, k.status, k.first_day, k.last_day, coalesce(k.event, k.packed),
        CASE WHEN k.code <> '' THEN k.intensity END,
        coalesce(k.publisher, k.format),
        CASE WHEN k.format IS NULL THEN (SELECT json_group_array(DISTINCT coalesce(c.publisher, c.article_id))
            FROM event_member AS em JOIN current_mention AS c ON c.id = em.mention_id WHERE em.event_id = k.id) END
        FROM known_event AS k"""

# Articles by their own date, rows by that of their event.
COVERAGE = """SELECT first_day, last_day, sum(articles), sum(rows) FROM (
            SELECT first_day, last_day, 1 AS articles, 0 AS rows FROM current_article
            UNION ALL
            SELECT first_day, last_day, 0, 1 FROM imported_event)
        GROUP BY first_day, last_day ORDER BY first_day IS NULL, first_day, last_day"""


def outline(row: Row) -> Outline:
    """The outline of a row of the query above."""
    id, type, kind, status, first, last, packed, goldstein, source, publishers = row
    told: dict[str, Any] = json.loads(packed)
    return Outline(
        event_id=id,
        type=type,
        kind=kind,
        status=status,
        actors=_states(told["actors"]),
        recipients=_states(told["recipients"]),
        symmetric=told["symmetric"],
        first_day=first,
        last_day=last,
        dated=told.get("when") is not None,
        confidence=told["confidence"],
        goldstein=goldstein,
        sources=tuple(sorted(json.loads(publishers))) if publishers else (source,),
        reports=max(1, len(told.get("article_ids", ()))),
        disputed=tuple(dispute["field"] for dispute in told.get("disputes", ())),
        mode=told.get("mode"),
        contexts=tuple(told.get("contexts", ())),
    )


def _states(parties: Iterable[dict[str, Any]]) -> tuple[str, ...]:
    return tuple(party["state"] for party in parties)
