"""What is known of an event beside its mentions, in words: its sources, disputes, judgements, why its reports are one, and what it belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sanudo.present.disputewords import dispute_words, field_words, judgement_words, reports_words
from sanudo.present.phrases import sentence
from sanudo.present.words import listing, publisher_name
from sanudo.records import Article, Event, Judgement, Likeness, Link

# Pairs of mentions, and reasons of each, that are shown: the likeliest, the weightiest.
PAIRS, REASONS = 6, 4
_RELATIONS = {
    ("announces", False): "It announces",
    ("announces", True): "It was announced by",
    ("part of", False): "It is part of",
    ("part of", True): "A part of it is",
    ("follows", False): "It follows",
    ("follows", True): "It is followed by",
}


@dataclass(frozen=True, slots=True)
class Around:
    """What the ledger knows of an event beside its mentions; `linked` are the events of `links` by id, `agencies` what articles give as their source."""

    judgements: tuple[Judgement, ...] = ()
    likenesses: tuple[Likeness, ...] = ()
    links: tuple[Link, ...] = ()
    linked: Mapping[str, Event] = field(default_factory=dict)
    agencies: Mapping[str, str] = field(default_factory=dict)


ALONE = Around()


def event_words(event: Event, articles: Mapping[str, Article], around: Around) -> Iterator[str]:
    """Lines about an event as a whole."""

    def name(article_id: str) -> str:
        return publisher_name(articles[article_id])

    credited = [(name(id), around.agencies[id]) for id in event.article_ids if id in around.agencies]
    after = listing([f"{paper} after {agency}" for paper, agency in credited if not paper.startswith(agency)])
    yield f"Told by {reports_words(event)}{after and f'; {after}'}."
    for dispute in event.disputes:
        yield f"Disputed is {dispute_words(dispute, name)}."
    if event.judged:
        yield f"A person gave {listing([field_words(given) for given in event.judged])}."
    yield from (f"Judgement: {judgement_words(judgement)}" for judgement in around.judgements)
    for link in around.links:
        other = around.linked.get(link.event_id)
        if other is not None:
            yield f"{_RELATIONS[link.relation, link.inverse]} {other.id}: {sentence(other)}"
    for pair in around.likenesses[:PAIRS]:
        told = ", ".join(f"{words} ({value:+.1f})" for words, value in pair.reasons[:REASONS])
        yield f"{pair.left_id[:11]} and {pair.right_id[:11]} are one event with {pair.score:.0%}: {told}."
