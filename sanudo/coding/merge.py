"""One article's tellings of one happening, put together: the event mention is what the article says, not a sentence.

Works on mentions whose dates and places are resolved, since a date can keep two meetings apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from sanudo import dates
from sanudo.records import EventMention, Kind, Participant

Days = tuple[date, date]

# Kinds that tell of the same sort of happening in different words.
SAME_KIND = {Kind.VISIT: Kind.MEETING, Kind.COMMITTEE: Kind.MEETING, Kind.AID_SUSPENSION: Kind.SANCTION}
# Days before the report from which a dated happening is history, told in passing.
LONG_AGO = 365
# Types in which one instrument is told before, at and after its signing.
INSTRUMENT = {"AGREE", "SUPPORT"}
# Nouns that name one sort of instrument; "pact", "deal", "accord" and "agreement" may stand for any.
INSTRUMENT_NOUN = re.compile(
    r"\b(contract|memorand|MoU|treat|protocol|declaration|communiqu|charter|convention)", re.IGNORECASE
)
# A kind whose happenings are told apart by who was there.
BY_PERSON = Kind.MEETING


def merge(mentions: Sequence[EventMention], published: str | None = None) -> tuple[EventMention, ...]:
    """Mentions of one article, tellings of the same happening as one; in order of their first evidence.

    `published` is the article's EDTF date, if known.
    """
    news = dates.bounds(published) if published else None
    clusters: list[list[EventMention]] = []
    for mention in mentions:
        home = next((c for c in clusters if all(_same(mention, other, news) for other in c)), None)
        if home is None:
            clusters.append([mention])
        else:
            home.append(mention)
    return tuple(_joined(cluster) for cluster in clusters)


def _same(one: EventMention, other: EventMention, news: Days | None) -> bool:
    return (
        _same_type(one, other)
        and _parties(one) == _parties(other)
        and _same_way(one, other)
        and _kind(one) == _kind(other)
        and not _dates_clash(one, other)
        and not (news and _history(one, other, news))
        and not (_kind(one) == BY_PERSON and _persons_clash(one, other))
        and not (one.kind == Kind.AGREEMENT and _instruments_clash(one, other))
    )


def _history(one: EventMention, other: EventMention, news: Days) -> bool:
    """Whether only one of the two is dated, long before the report: what has no date is then something newer."""
    a, b = (dates.bounds(m.when) if m.when else None for m in (one, other))
    dated = a or b
    return (a is None) != (b is None) and dated is not None and (news[0] - dated[1]).days > LONG_AGO


def _same_type(one: EventMention, other: EventMention) -> bool:
    instrument = one.kind == Kind.AGREEMENT and {one.type, other.type} <= INSTRUMENT
    return one.type == other.type or instrument


def _same_way(one: EventMention, other: EventMention) -> bool:
    """Whether the same parties act; a symmetric telling leaves it open."""
    return one.symmetric or other.symmetric or {p.state for p in one.actors} == {p.state for p in other.actors}


def _parties(mention: EventMention) -> frozenset[tuple[str, str | None]]:
    named = ("NSA", "IGO")
    return frozenset((p.state, p.name if p.state in named else None) for p in mention.actors + mention.recipients)


def _kind(mention: EventMention) -> Kind:
    return SAME_KIND.get(mention.kind, mention.kind)


def _dates_clash(one: EventMention, other: EventMention) -> bool:
    """Whether both are dated and neither date lies within the other."""
    a, b = (dates.bounds(m.when) if m.when else None for m in (one, other))
    if a is None or b is None:
        return False
    return not ((a[0] <= b[0] and b[1] <= a[1]) or (b[0] <= a[0] and a[1] <= b[1]))


def _persons_clash(one: EventMention, other: EventMention) -> bool:
    """Whether a state is there in different persons."""
    mine, theirs = _persons(one), _persons(other)
    return any(mine[state].isdisjoint(theirs[state]) for state in mine.keys() & theirs.keys())


def _instruments_clash(one: EventMention, other: EventMention) -> bool:
    """Whether the two tell of different instruments: a memorandum is no contract, while either may be called a deal."""
    mine, theirs = _instruments(one), _instruments(other)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _instruments(mention: EventMention) -> set[str]:
    return {
        match[1].lower().replace("mou", "memorand")
        for e in mention.evidence
        for match in INSTRUMENT_NOUN.finditer(e.text)
    }


def _persons(mention: EventMention) -> dict[str, set[str]]:
    people: dict[str, set[str]] = {}
    for party in mention.actors + mention.recipients:
        if party.name and party.state not in ("NSA", "IGO", "UNO", "EUR", "NAT"):
            people.setdefault(party.state, set()).add(party.name.split()[-1])
    return people


def _joined(cluster: list[EventMention]) -> EventMention:
    """The surest telling, with the evidence of all, and what it leaves open filled from the others."""
    if len(cluster) == 1:
        return cluster[0]
    ranked = sorted(cluster, key=lambda m: (-m.confidence, m.evidence[0].start))
    first = ranked[0]
    dated = _most_exact(ranked)
    placed = next((m for m in ranked if m.where), first)
    said = next((m for m in ranked if m.attribution), first)
    evidence = tuple(dict.fromkeys(e for m in ranked for e in m.evidence))
    filled = {"when" if dated is not first else "", "where" if placed is not first else ""}
    basis = tuple(b for b in first.basis if b.field not in filled)
    basis += tuple(b for m in (dated, placed) if m is not first for b in m.basis if b.field in filled)
    return replace(
        first,
        actors=_named(first.actors, ranked),
        recipients=_named(first.recipients, ranked),
        when=dated.when,
        when_basis=dated.when_basis,
        where=placed.where,
        attribution=said.attribution,
        evidence=evidence,
        basis=tuple(dict.fromkeys(basis)),
        refusals=tuple(r for r in first.refusals if r.field not in filled),
    )


def _most_exact(ranked: Sequence[EventMention]) -> EventMention:
    """The mention with the shortest dated span, the surest of equals; the first where none is dated."""

    def width(mention: EventMention) -> int:
        span = dates.bounds(mention.when) if mention.when else None
        return (span[1] - span[0]).days if span else 10**9

    return min(ranked, key=width)


def _named(parties: tuple[Participant, ...], ranked: Iterable[EventMention]) -> tuple[Participant, ...]:
    """Each party with a person's name where another telling gives one."""
    known = {p.state: p for m in reversed(list(ranked)) for p in m.actors + m.recipients if p.name}
    return tuple(
        known[p.state] if p.name is None and p.state in known and p.state not in ("NSA", "IGO") else p for p in parties
    )
