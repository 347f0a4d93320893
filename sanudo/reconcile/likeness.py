"""How likely it is that two event mentions tell of one event: the features of `features.py`, weighted by what was learned on annotated stories.

Everything here is symmetric: it does not matter which of the two came first. The weights come from `models/reconciling.py`; each
weighted feature is a reason that `sanudo explain` shows.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from sanudo.codebook import EVENT_TYPES
from sanudo.learned import Weights, chance
from sanudo.reconcile.blocks import is_coarse, own_keys, sought_keys
from sanudo.reconcile.features import FEATURES, Both, gap, may_be_one, sure
from sanudo.reconcile.traits import Traits

# Days by which reports of one dated happening may differ; beyond them lie two happenings, or, of years, a dispute for a person to judge.
APART = 42

# Log odds given to mentions that are not surely read. Where fewer pairs can be told rightly, they are best told from a lower chance on (half of the F1 that can be reached:
# Lipton, Elkan and Naryanaswamy 2014, "Optimal thresholding of classifiers to maximize F1 measure"). Set on the training stories.
UNSURE = 0.4
# What features say that count once more where both mentions are surely read; a reader is told of both as one.
SURELY = ", surely read"


def comparable(one: Traits, other: Traits) -> bool:
    """Whether two mentions may tell of one event at all; what is certain stays a rule.

    They share two parties (or the only one), neither announces what the other tells as done, they are not of opposite quad
    classes, and lie close enough in time or are known by one name.
    """
    if one.mention_id == other.mention_id or clash(one, other):
        return False
    return not sought_keys(one).isdisjoint(own_keys(other))


def clash(one: Traits, other: Traits) -> bool:
    """Whether two mentions cannot be one event whatever else they say."""
    return one.ahead != other.ahead or _opposed(one.type, other.type) or _too_far_apart(one, other)


def _opposed(one: str, other: str) -> bool:
    """Cooperation and conflict."""
    return (EVENT_TYPES[one].quad > 2) != (EVENT_TYPES[other].quad > 2) and not may_be_one(one, other)


def _too_far_apart(one: Traits, other: Traits) -> bool:
    """Whether both have a date of their own, and the dates lie too far apart; years, a year or more."""
    if not (one.dated and other.dated and one.days and other.days):
        return False
    return gap(one.days, other.days) > (366 if is_coarse(one) and is_coarse(other) else APART)


def pair(one: Traits, other: Traits) -> Both:
    """Two mentions in the order of their ids."""
    return Both(one, other) if one.mention_id < other.mention_id else Both(other, one)


def likeness(both: Both, weights: Weights) -> float:
    """How likely it is that both tell of one event, 0 to 1; of mentions that are not surely read, a little more."""
    return chance(weights["bias"] + math.fsum(weights[f.__name__] * f(both) for f in FEATURES) + _unsure(both))


def _unsure(both: Both) -> float:
    return UNSURE * (1 - sure(both))


def reasons(both: Both, weights: Weights) -> Iterator[tuple[str, float]]:
    """What speaks for one event (above 0) or for two (below), in words, the weightiest first: log odds that each feature adds."""
    added = {"not surely read, so that less is asked for": _unsure(both)}
    for feature in FEATURES:
        words = (feature.__doc__ or "").split("\n", maxsplit=1)[0].strip('" .').removesuffix(SURELY)
        added[words] = added.get(words, 0.0) + weights[feature.__name__] * feature(both)
    yield from sorted(
        ((words, value) for words, value in added.items() if value), key=lambda item: (-abs(item[1]), item[0])
    )
