"""What analysis counts: one fact for each directed pair of states in an event, out of the ledger's own events and imported ones alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sanudo import dates
from sanudo.codebook import EVENT_TYPES
from sanudo.records import Entry, Status

# Armed groups and bodies that share one code are no states whose relations could be drawn.
LEFT_OUT = {"NSA", "IGO", ""}


@dataclass(frozen=True, slots=True)
class Fact:
    """One event from the view of one directed pair of states.

    `first_day` and `last_day` are proleptic ordinals (`datetime.date.toordinal`) of the event's date, or for want of one of its report's; `dated` tells which.
    `quad` is the PLOVER quad class (1 to 4), `intensity` PLOVER's for the type (-10 to 10), `goldstein` the value that an imported row came with, if any.
    `sources` are the publishers behind it (the file, for an imported row without one); `reports` counts the articles. A symmetric event gives a
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
    goldstein: float | None
    status: str
    confidence: float
    sources: tuple[str, ...]
    reports: int
    disputed: bool
    weight: float

    @property
    def pair(self) -> tuple[str, str]:
        """The two states in the order of their codes."""
        return (self.actor, self.recipient) if self.actor < self.recipient else (self.recipient, self.actor)

    @property
    def is_done(self) -> bool:
        """Whether it took place or goes on."""
        return self.status in (Status.HAPPENED, Status.ONGOING)


def facts(entries: Iterable[Entry]) -> Iterator[Fact]:
    """The facts of events in the order given; an event without a PLOVER type, a date or two states gives none."""
    for entry in entries:
        yield from _facts(entry)


def _facts(entry: Entry) -> Iterator[Fact]:
    told, origin = entry.mention, entry.origin
    span = dates.bounds(told.when or entry.published or "")
    if span is None or told.type not in EVENT_TYPES:
        return
    kind = EVENT_TYPES[told.type]
    actors, recipients = (
        tuple(dict.fromkeys(p.state for p in side if p.state not in LEFT_OUT))
        for side in (told.actors, told.recipients)
    )
    mutual = told.symmetric or not recipients
    others = actors if mutual else recipients
    for actor in actors:
        for recipient in others:
            if actor != recipient:
                yield Fact(
                    event_id=entry.event_id,
                    actor=actor,
                    recipient=recipient,
                    first_day=span[0].toordinal(),
                    last_day=span[1].toordinal(),
                    dated=told.when is not None,
                    type=told.type,
                    kind=str(told.kind),
                    quad=kind.quad,
                    intensity=kind.intensity,
                    goldstein=origin.intensity if origin else None,
                    status=str(told.status),
                    confidence=told.confidence,
                    sources=tuple(filter(None, (entry.publisher or (origin.file if origin else None),))),
                    reports=max(1, len(entry.article_ids)),
                    disputed=bool(entry.event and entry.event.disputes),
                    weight=0.5 if mutual else 1.0,
                )
