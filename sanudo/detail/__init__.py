"""The records of defence diplomacy: the kind of an event says which one it fills, its words say with what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

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
from sanudo.detail.training import training
from sanudo.detail.transfer import transfer
from sanudo.details import Detail
from sanudo.records import Article, EventMention, Kind, Parse
from sanudo.resources import NO_ACTORS, Actors

__all__ = ["detailed"]

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


def detailed(mention: EventMention, article: Article, parse: Parse, actors: Actors = NO_ACTORS) -> EventMention:
    """The mention with the offices of its participants and the record of its kind, where the kind has one, read from the sentences that
    tell it.
    """
    told, reader = passage(mention, article, parse), _READERS.get(mention.kind)
    mention = with_offices(mention, told, article, actors)
    return replace(mention, detail=reader(told)) if reader else mention
