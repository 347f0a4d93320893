"""Directed pairs of one type in one sentence, put together into events with lists of parties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sanudo.coding.model import PairScores

# Of the pairs that tell one type in a sentence, those less than this share as likely as the likeliest are its echo: in
# "A signed a pact with B, C's rival" the pair of A and C. `bench/choices.py --rival 0.5 0.8` prints what it gains.
RIVAL = 0.93


@dataclass(frozen=True, slots=True)
class Told:
    """One type that the model finds between two parties: `actor` does it to `recipient`, or both do it (symmetric)."""

    type: str
    actor: str
    recipient: str
    symmetric: bool
    probability: float
    scores: PairScores


@dataclass(frozen=True, slots=True)
class Group:
    """One event of a sentence: its parties by role, and the pairs that tell it, the surest first."""

    type: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    symmetric: bool
    told: tuple[Told, ...]


def group(told: Sequence[Told]) -> tuple[Group, ...]:
    """Events of one sentence. "A and B accuse C" is one event with two actors; "A, B and C met" is one with three."""
    groups: list[Group] = []
    for type_ in dict.fromkeys(t.type for t in told):
        every = [t for t in told if t.type == type_]
        least = RIVAL * max(t.probability for t in every)
        same = [t for t in every if t.probability >= least]
        groups += _mutual([t for t in same if t.symmetric])
        groups += _one_way([t for t in same if not t.symmetric])
    return tuple(groups)


def _mutual(pairs: list[Told]) -> list[Group]:
    """Connected pairs are one gathering."""
    gatherings: list[list[Told]] = []
    for pair in pairs:
        touching = [g for g in gatherings if any({pair.actor, pair.recipient} & {t.actor, t.recipient} for t in g)]
        gatherings = [g for g in gatherings if g not in touching] + [[t for g in touching for t in g] + [pair]]
    return [_group(g, tuple(dict.fromkeys(p for t in g for p in (t.actor, t.recipient))), (), True) for g in gatherings]


def _one_way(pairs: list[Told]) -> list[Group]:
    """Actors with the same recipients act together."""
    recipients: dict[str, list[Told]] = {}
    for pair in pairs:
        recipients.setdefault(pair.actor, []).append(pair)
    together: dict[frozenset[str], list[Told]] = {}
    for acts in recipients.values():
        together.setdefault(frozenset(t.recipient for t in acts), []).extend(acts)
    return [
        _group(
            acts, tuple(dict.fromkeys(t.actor for t in acts)), tuple(dict.fromkeys(t.recipient for t in acts)), False
        )
        for acts in together.values()
    ]


def _group(told: list[Told], actors: tuple[str, ...], recipients: tuple[str, ...], symmetric: bool) -> Group:
    ranked = tuple(sorted(told, key=lambda t: -t.probability))
    return Group(ranked[0].type, actors, recipients, symmetric, ranked)
