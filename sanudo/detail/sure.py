"""Which values of a record are likelier wrong than right, so that they are left out, with a refusal.

How often a value is right depends on its slot, on how far from the parties it stands, and on whether the sentence that tells the event most
plainly has it: learned from records that were annotated without sight of the rules (`models/filling.py`).
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

from sanudo.details import Value, values
from sanudo.learned import Weights, chance, weights
from sanudo.records import EventMention, Reason, Refusal

# Least chance of being right; a value that is likelier wrong than right serves nobody.
LEAST = 0.5
# Characters from the nearest party beyond which it makes no difference.
FAR = 300


def features(mention: EventMention, slot: str, value: Value) -> dict[str, float]:
    """What the chance of a value is learned from, by name."""
    plainest = mention.evidence[0]
    here = plainest.start <= value.start < plainest.end
    told = any(e.start <= value.start < e.end for e in mention.evidence)
    parties = [p for p in (*mention.actors, *mention.recipients) if p.end > p.start]
    apart = min((max(p.start - value.end, value.start - p.end, 0) for p in parties), default=FAR)
    length = plainest.end - plainest.start
    return {
        "bias": 1.0,
        f"slot {slot}": 1.0,
        f"status {mention.status}": 1.0,
        "in the plainest sentence"
        if here
        else "in another that tells it"
        if told
        else "beside those that tell it": 1.0,
        "apart": math.log1p(min(apart, FAR)) / math.log1p(FAR),
        "in a party": float(any(p.start < value.end and value.start < p.end for p in parties)),
        "length": min((value.end - value.start) / 100, 2.0),
        "length of the sentence": min(length / 300, 2.0),
        "place in the sentence": (value.start - plainest.start) / length if here else 0.5,
        "tellings": math.log(len(mention.evidence)),
    }


def share_right(mention: EventMention, slot: str, value: Value, learned: Weights) -> float:
    """The chance that a value is right: logistic regression over `features`."""
    return chance(math.fsum(learned.get(name, 0.0) * x for name, x in features(mention, slot, value).items()))


def only_likely(mention: EventMention) -> EventMention:
    """The mention with its record's values that are likelier right than wrong, and refusals for the others."""
    if mention.detail is None or not mention.evidence:
        return mention
    learned = weights("filling")
    kept: dict[str, Any] = {}
    refused: list[Refusal] = []
    for slot, found in values(mention.detail):
        shares = [(value, share_right(mention, slot, value, learned)) for value in found]
        likely = tuple(value for value, share in shares if share >= LEAST)
        kept[slot] = likely if isinstance(getattr(mention.detail, slot), tuple) else next(iter(likely), None)
        refused += (
            Refusal(Reason.AMBIGUOUS, slot, f"“{value.text}” would be right with a chance of {share:.2f}")
            for value, share in shares
            if share < LEAST
        )
    return replace(mention, detail=replace(mention.detail, **kept), refusals=(*mention.refusals, *refused))
