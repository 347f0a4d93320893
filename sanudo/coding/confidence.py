"""How sure a coded event is, as a share that means something: of those at 0.8, about four in five are right.

The encoder's own probability is of one pair in one sentence. An event is right when its type, all its parties and its date are: how often
that is so, given the probability and what else is known of the event, was learned on held-out articles (`models/calibration.py`).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

from sanudo.learned import Weights, chance, weights
from sanudo.records import EventMention, Participant

# Probabilities are kept this far from 0 and 1, so that their logarithms stay finite.
EDGE = 1e-4


def reading(mention: EventMention) -> float:
    """How sure the encoder is, as a logarithm of odds."""
    share = min(max(mention.confidence, EDGE), 1 - EDGE)
    return math.log(share / (1 - share))


def tellings(mention: EventMention) -> float:
    """How many sentences tell it, as a logarithm."""
    return math.log(len(mention.evidence))


def implied(mention: EventMention) -> float:
    """A party is named in none of the sentences that tell it."""
    return float(any(not any(e.start <= p.start < e.end for e in mention.evidence) for p in _parties(mention)))


def many(mention: EventMention) -> float:
    """Parties beyond two."""
    return float(len(_parties(mention)) - 2)


Feature = Callable[[EventMention], float]
FEATURES: tuple[Feature, ...] = (reading, tellings, implied, many)


def calibrated(mention: EventMention) -> EventMention:
    """The mention with a confidence that says how often events like it are right."""
    return replace(mention, confidence=round(share_right(mention, weights("confidence")), 4))


def share_right(mention: EventMention, learned: Weights) -> float:
    """Logistic regression over FEATURES."""
    return chance(learned["bias"] + math.fsum(learned[feature.__name__] * feature(mention) for feature in FEATURES))


def _parties(mention: EventMention) -> tuple[Participant, ...]:
    return mention.actors + mention.recipients
