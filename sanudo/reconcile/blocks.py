"""Which event mentions are worth comparing: those that share a key.

A key holds two parties and a stretch of time, or two parties and a name that their record is known by. A mention writes its own keys
and looks under those of the stretches beside them, so that any two that `likeness.comparable` takes for comparable meet, whichever of them
comes first. What a new mention costs depends on how much is told of its parties around its time, not on how much there is; only
one that has no date at all, nor its report, is compared with all that is told of its parties.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from sanudo.reconcile.traits import Days, Traits

# Days of one stretch. Two happenings or reports further apart than twice as many are not compared, unless they are dated by the year alone.
STRETCH = 21
REACH = 2
# A date of more days than this is coarse ("in 2014"): it is compared with all that its years hold.
COARSE = 93
# Parties, in the order of their codes, of whose pairs keys are made: a summit of forty states is known by the first few.
MOST_PARTIES = 6


def own_keys(traits: Traits) -> set[str]:
    """The keys under which a mention is kept."""
    return {f"{pair} {part}" for pair in _pairs(traits) for part in _own_parts(traits)}


def sought_keys(traits: Traits) -> set[str]:
    """The keys under which those lie that it is compared with."""
    return {f"{pair} {part}" for pair in _pairs(traits) for part in _sought_parts(traits)}


def span_of(traits: Traits) -> Days | None:
    """The days that a mention lies on: those of its date, or for want of one those of its report."""
    return traits.days or traits.news


def is_coarse(traits: Traits) -> bool:
    """Whether its own date is no finer than a season."""
    return traits.days is not None and traits.days[1] - traits.days[0] > COARSE


def _pairs(traits: Traits) -> Iterator[str]:
    parties = sorted(traits.parties)[:MOST_PARTIES]
    if len(parties) == 1:
        yield parties[0]
    for pair in combinations(parties, 2):
        yield "|".join(pair)


def _own_parts(traits: Traits) -> Iterator[str]:
    yield from traits.marks
    yield "any"
    span = span_of(traits)
    if span is None:
        yield "undated"
    elif is_coarse(traits):
        yield from (f"coarse {year}" for year in _years(span))
    else:
        yield from (f"{at}" for at in range(span[0] // STRETCH, span[1] // STRETCH + 1))
        yield from (f"year {year}" for year in _years(span))


def _sought_parts(traits: Traits) -> Iterator[str]:
    yield from traits.marks
    span = span_of(traits)
    if span is None:
        yield "any"
        return
    yield "undated"
    yield from (f"coarse {year}" for year in _years(span))
    if is_coarse(traits):
        yield from (f"year {year}" for year in _years(span))
    else:
        yield from (f"{at}" for at in range(span[0] // STRETCH - REACH, span[1] // STRETCH + REACH + 1))


def _years(span: Days) -> range:
    """The years that a span touches, as numbers of 366 days each, which serve as well as those of the calendar."""
    return range(span[0] // 366, span[1] // 366 + 1)
