"""Events of different years that are each told as the first of their kind: not all of them can be.

They are different events, since their dates exclude each other, so that no cluster has the dispute; it lies between events. Two of them are of one
kind where their parties and their kind are the same, and the earlier is all that the later claims to be the first of: a first exercise is none where a naval
one was held before, but may come before the first naval one. "The first in a decade" claims less and disputes nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from sanudo import dates
from sanudo.details import Detail, Item, Stated
from sanudo.reconcile.disputes import mode
from sanudo.reconcile.traits import key_of
from sanudo.records import Dispute, Event, EventMention, Side, Status

# Slots whose values narrow what an event is the first of.
_NARROWING = ("body", "name", "domains", "focus", "level", "subjects", "items")
_DONE = (Status.HAPPENED, Status.ONGOING)
# Words around a claim that bound it in time.
_SINCE = re.compile(
    r"\b(?:since|in\s(?:(?:about|almost|nearly|over|more\sthan|at\sleast)\s)?(?:an?|\w+)\s(?:years?|months?|weeks?|decades?|generations?|century)|this\s(?:year|month)|of\sthe\s(?:year|season))\b",
    re.IGNORECASE,
)
REACH = 90


def with_rivals(events: Iterable[Event], mentions: Mapping[str, Sequence[EventMention]]) -> tuple[Event, ...]:
    """The events, those that are told as the first beside another of another year with that dispute; `mentions` are those of each event, by its id."""
    events = tuple(events)
    groups: dict[object, list[_Claim]] = {}
    for event in events:
        side = _claimed(event, mentions.get(event.id, ()))
        year = _year(event)
        if side is not None and event.detail is not None and year is not None:
            parties = frozenset(key_of(p) for p in (*event.actors, *event.recipients))
            groups.setdefault((parties, event.kind), []).append(_Claim(event, side, year, _narrowed(event.detail)))
    disputed: dict[str, Dispute] = {}
    for group in groups.values():
        # The widest claim comes last: it has all rivals.
        for narrowed in sorted({claim.narrowed for claim in group}, key=lambda one: (-len(one), sorted(one))):
            same = [claim for claim in group if claim.narrowed == narrowed]
            last = max(claim.year for claim in same)
            rivals = same + [claim for claim in group if claim.narrowed > narrowed and claim.year < last]
            if found := _dispute(rivals):
                disputed |= {claim.event.id: found for claim in rivals}
    return tuple(
        replace(event, disputes=(*event.disputes, disputed[event.id])) if event.id in disputed else event
        for event in events
    )


@dataclass(frozen=True, slots=True)
class _Claim:
    """An event that is told as the first of its kind: who says so, in which year, and what narrows the kind."""

    event: Event
    side: Side
    year: int
    narrowed: frozenset[str]


def _year(event: Event) -> int | None:
    """The year of an event, where its date lies in one."""
    span = dates.bounds(event.when) if event.when else None
    return span[0].year if span and span[0].year == span[1].year else None


def claims(event: Event) -> bool:
    """Whether an event may be told as the first of its kind: it took place, has a date, and a record with such words."""
    return event.status in _DONE and event.when is not None and getattr(event.detail, "first_time", None) is not None


def _claimed(event: Event, mentions: Iterable[EventMention]) -> Side | None:
    """The side of those who tell an event as the first without bounds, with its date; None where nobody does."""
    if not claims(event):
        return None
    those = [m for m in mentions if _is_unbounded(m)]
    if not those or event.when is None:
        return None
    articles = tuple(sorted({m.article_id for m in those}))
    return Side(event.when, tuple(sorted(m.id for m in those)), articles, min(event.sources, len(articles)))


def _is_unbounded(mention: EventMention) -> bool:
    claim = getattr(mention.detail, "first_time", None)
    if not isinstance(claim, Stated):
        return False
    told = next((e for e in mention.evidence if e.start <= claim.start < e.end), None)
    end = claim.end - told.start if told else 0
    return told is None or not _SINCE.search(told.text[max(0, end - REACH) : end + REACH])


def _dispute(group: Sequence[_Claim]) -> Dispute | None:
    """The dispute of events told as the first, those of one year being on one side; None where there is one year alone."""
    years: dict[int, Side] = {}
    for claim in group:
        known = years.get(claim.year)
        years[claim.year] = _together(known, claim.side) if known else claim.side
    told = [set(side.article_ids) for side in years.values()]
    if not any(one.isdisjoint(other) for n, one in enumerate(told) for other in told[n + 1 :]):
        return None
    ranked = sorted(years.values(), key=lambda s: (-s.sources, -len(s.article_ids), s.value))
    votes = Counter({side.value: len(side.article_ids) for side in ranked})
    return Dispute(
        "first_time", tuple(ranked), mode(votes), round(max(votes.values()) / votes.total(), 4), len(ranked) - 1
    )


def _together(one: Side, other: Side) -> Side:
    articles = tuple(sorted({*one.article_ids, *other.article_ids}))
    return Side(
        min(one.value, other.value),
        tuple(sorted({*one.mention_ids, *other.mention_ids})),
        articles,
        min(one.sources + other.sources, len(articles)),
    )


def _narrowed(detail: Detail) -> frozenset[str]:
    """The values of a record that say what it is the first of."""
    found = set[str]()
    for name in {field.name for field in fields(detail)} & set(_NARROWING):
        value = getattr(detail, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Stated):
                found.add(one.value.casefold())
            elif isinstance(one, Item):
                found.add((one.designation or one.sort or one.text).casefold())
    return frozenset(found)
