"""From facts to the edges of a network: what passed between each two states, and what a sign would turn on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sanudo.analyse.facts import Fact
from sanudo.codebook import QUAD_NAMES
from sanudo.figures import Edge

TALKS = "CONSULT"
COOPERATIVE = (1, 2)
CONFLICTIVE = tuple(quad for quad in QUAD_NAMES if quad not in COOPERATIVE)


def edges_of(facts: Iterable[Fact]) -> list[Edge]:
    """The edge of each pair of states, in the order of the alphabet."""
    pairs: defaultdict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        pairs[fact.pair].append(fact)
    return [_edge(pair, pairs[pair]) for pair in sorted(pairs)]


def _edge(pair: tuple[str, str], found: Iterable[Fact]) -> Edge:
    facts = sorted(found, key=lambda fact: (fact.first_day, fact.event_id, fact.actor))
    scores = [fact.weight * fact.intensity for fact in facts]
    events = {fact.event_id: fact for fact in facts}
    sources = tuple(sorted({source for fact in facts for source in fact.sources}))
    lone_reports = (fact.event_id if fact.reports == 1 else None for fact in facts)
    lone_sources = (fact.sources[0] if len(fact.sources) == 1 else None for fact in facts)
    return Edge(
        first=pair[0],
        second=pair[1],
        cooperation=sum(score for score in scores if score > 0),
        conflict=-sum(score for score in scores if score < 0),
        talks=sum(score for fact, score in zip(facts, scores, strict=True) if fact.type == TALKS),
        cooperative=sum(fact.quad in COOPERATIVE for fact in events.values()),
        conflictive=sum(fact.quad in CONFLICTIVE for fact in events.values()),
        reports=sum(fact.reports for fact in events.values()),
        sources=sources,
        turns_on_events=_turning(lone_reports, scores),
        turns_on_sources=_turning(lone_sources, scores) if len(sources) > 1 else (),
        event_ids=tuple(events),
    )


def _turning(names: Iterable[str | None], scores: Iterable[float]) -> tuple[str, ...]:
    """The names without whose scores the sum would have another sign or none; what has no name cannot be left out."""
    shares: defaultdict[str | None, float] = defaultdict(float)
    for name, score in zip(names, scores, strict=True):
        shares[name] += score
    whole = sum(shares.values())
    return tuple(name for name, share in shares.items() if name is not None and (whole - share) * whole <= 0 != whole)
