"""The records of defence diplomacy: the kind of an event says which one it fills, its words say with what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

from sanudo.detail.agreement import agreement
from sanudo.detail.attack import attack
from sanudo.detail.committee import committee
from sanudo.detail.deployment import deployment
from sanudo.detail.encounter import meeting
from sanudo.detail.exercise import exercise
from sanudo.detail.measure import measure
from sanudo.detail.offices import with_offices
from sanudo.detail.passage import Passage, passage
from sanudo.detail.statement import statement
from sanudo.detail.sure import only_likely
from sanudo.detail.training import training
from sanudo.detail.transfer import transfer
from sanudo.details import Detail
from sanudo.records import Article, EventMention, Kind, Parse
from sanudo.resources import NO_ACTORS, Actors

__all__ = ["detailed", "filled"]

_READERS: dict[Kind, Callable[[Passage], Detail]] = {
    Kind.AGREEMENT: agreement,
    Kind.COMMITTEE: committee,
    Kind.VISIT: meeting,
    Kind.MEETING: meeting,
    Kind.EXERCISE: exercise,
    Kind.TRANSFER: transfer,
    Kind.TRAINING: training,
    Kind.SANCTION: measure,
    Kind.AID_SUSPENSION: measure,
    Kind.DEPLOYMENT: deployment,
    Kind.ATTACK: attack,
    Kind.STATEMENT: statement,
}
# Lists of which each telling of an event names its own.
_ONE_SENTENCE = ("forces", "weapons", "items", "measures", "topics")


def detailed(mention: EventMention, article: Article, parse: Parse, actors: Actors = NO_ACTORS) -> EventMention:
    """The mention with the offices of its participants and the record of its kind, where the kind has one, read from the sentences that
    tell it. Values that are likelier wrong than right are refused.
    """
    return only_likely(filled(mention, article, parse, actors))


def filled(mention: EventMention, article: Article, parse: Parse, actors: Actors = NO_ACTORS) -> EventMention:
    """The mention with all that the rules find."""
    told, reader = passage(mention, article, parse), _READERS.get(mention.kind)
    mention = with_offices(mention, told, article, actors)
    return replace(mention, detail=_plainest(told, reader(told))) if reader else mention


def _plainest(passage: Passage, detail: Detail) -> Detail:
    """The record with those lists cut to the values of the first sentence that has any: what another telling of the event names beside
    them belongs to it one time in three (`models/corpus/records-dev.jsonl` and `records-dev-more.jsonl`).
    """
    cut: dict[str, Any] = {}
    for name in set(_ONE_SENTENCE) & {field.name for field in fields(detail)}:
        values = getattr(detail, name)
        within = ([v for v in values if span[0] <= v.start < span[1]] for span in passage.told)
        cut[name] = tuple(next(filter(None, within), values))
    return replace(detail, **cut)
