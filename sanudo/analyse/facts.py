"""What analysis counts: one fact for each directed pair of states in an event, out of the ledger's own events and imported ones alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from sanudo.cameo_codes import cameo_for
from sanudo.codebook import EVENT_TYPES
from sanudo.records import Coverage, Outline, Status

# Armed groups and bodies that share one code are no states whose relations could be drawn.
LEFT_OUT = {"NSA", "IGO", ""}
# The day of a fact of no day.
NO_DAY = 0
_SOME_DAY = date.min.isoformat()


@dataclass(frozen=True, slots=True)
class Fact:
    """One event from the view of one directed pair of states.

    `first_day` and `last_day` are proleptic ordinals (`datetime.date.toordinal`) of the event's date, or for want of one of its report's; `dated` tells which.
    `quad` is the PLOVER quad class (1 to 4), `intensity` PLOVER's for the type (-10 to 10), `goldstein` the value that a row with a CAMEO code
    came with, else that of the code which type, mode, contexts and kind fix.
    `sources` are the publishers behind it (the format, for an imported row without one); `reports` counts the articles; `disputed` names the
    fields on which they disagree. A symmetric event gives a
    fact in each direction, which share its `event_id`; `weight` is 1 for a directed and 1/2 for each of the two, so that counts of undirected
    pairs count events.
    """

    event_id: str
    actor: str
    recipient: str
    first_day: int
    last_day: int
    dated: bool
    type: str
    kind: str
    quad: int
    intensity: float
    goldstein: float
    status: str
    confidence: float
    sources: tuple[str, ...]
    reports: int
    disputed: tuple[str, ...]
    weight: float

    @property
    def pair(self) -> tuple[str, str]:
        """The two states in the order of their codes."""
        return (self.actor, self.recipient) if self.actor < self.recipient else (self.recipient, self.actor)

    @property
    def is_done(self) -> bool:
        """Whether it took place or goes on."""
        return self.status in (Status.HAPPENED, Status.ONGOING)


def facts(outlines: Iterable[Outline]) -> Iterator[Fact]:
    """The facts of events in the order given; an event without a PLOVER type, a date or two states gives none."""
    for told in outlines:
        if told.type in EVENT_TYPES and told.first_day and told.last_day:
            yield from _facts(told)


def undated(outlines: Iterable[Outline]) -> Iterator[Fact]:
    """The facts of events of no day, which neither they nor their reports tell: of no period, but of the whole. Their days are NO_DAY."""
    for told in outlines:
        if told.first_day is None:
            some_day = replace(told, first_day=_SOME_DAY, last_day=_SOME_DAY)
            yield from (replace(fact, first_day=NO_DAY, last_day=NO_DAY) for fact in facts([some_day]))


def may_be_undated(coverage: Iterable[Coverage]) -> bool:
    """Whether a ledger can have events of no day: else to look for them among all is in vain."""
    return any(part.first_day is None for part in coverage)


def _facts(told: Outline) -> Iterator[Fact]:
    actors, recipients = (
        tuple(dict.fromkeys(state for state in side if state not in LEFT_OUT))
        for side in (told.actors, told.recipients)
    )
    mutual = told.symmetric or not recipients
    pairs = [(a, b) for a in actors for b in (actors if mutual else recipients) if a != b]
    if not pairs:
        return
    kind = EVENT_TYPES[told.type]
    first, last = date.fromisoformat(told.first_day or ""), date.fromisoformat(told.last_day or "")
    goldstein = told.goldstein
    if goldstein is None:
        code = cameo_for(told.type, told.mode, told.contexts, told.kind)
        goldstein = code.goldstein if code else 0.0  # every type has a code
    for actor, recipient in pairs:
        yield Fact(
            event_id=told.event_id,
            actor=actor,
            recipient=recipient,
            first_day=first.toordinal(),
            last_day=last.toordinal(),
            dated=told.dated,
            type=told.type,
            kind=told.kind,
            quad=kind.quad,
            intensity=kind.intensity,
            goldstein=goldstein,
            status=told.status,
            confidence=told.confidence,
            sources=told.sources,
            reports=told.reports,
            disputed=told.disputed,
            weight=0.5 if mutual else 1.0,
        )
