"""How two events that are not one are related: one announces the other, is a part of it, or follows it."""

from __future__ import annotations

from sanudo.reconcile.blocks import is_coarse, span_of
from sanudo.reconcile.features import gap
from sanudo.reconcile.traits import Traits

# Days after a report within which what it announces comes about, unless it says when.
SOON = 120
# Days within which the next of a kind follows.
NEXT = 400
# What a meeting, a visit or a session may have among its results.
RESULTS = {"agreement", "training", "transfer"}


def link(one: Traits, other: Traits) -> str | None:
    """What the event of `one` does to that of `other`: announces, part of, follows; None for nothing.

    `one` announces what it tells as planned, demanded or possible and `other` as done, of one kind and the same parties. An agreement is
    part of the meeting of the same days. A happening follows the last of its kind that is known by the same name.
    """
    first, second = span_of(one), span_of(other)
    if first is None or second is None or not _of_one_story(one, other):
        return None
    if one.ahead and not other.ahead:
        return "announces" if _announces(one, other) else None
    both_done = not one.ahead and not other.ahead and one.dated and other.dated
    if both_done and one.family in RESULTS and other.family == "meeting" and gap(first, second) == 0:
        return "part of"
    if both_done and 0 < first[0] - second[1] <= NEXT and _of_one_series(one, other):
        return "follows"
    return None


def _of_one_story(one: Traits, other: Traits) -> bool:
    """Whether they share two parties (or all there are), and neither is dated by the year alone."""
    fewest = min(2, len(one.parties), len(other.parties))
    return len(one.parties & other.parties) >= fewest and not (is_coarse(one) or is_coarse(other))


def _of_one_series(one: Traits, other: Traits) -> bool:
    """Whether both are of one kind and known by one name."""
    named = {mark for mark in one.marks if not mark.startswith(("session:", "item:"))}
    return one.family == other.family and not named.isdisjoint(other.marks)


def _announces(one: Traits, other: Traits) -> bool:
    if one.family != other.family or one.parties != other.parties:
        return False
    if one.dated and other.dated and one.days and other.days:
        return gap(one.days, other.days) == 0
    told, done = one.news, span_of(other)
    return told is not None and done is not None and 0 <= done[0] - told[0] <= SOON
