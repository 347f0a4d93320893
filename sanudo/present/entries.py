"""From an event and its mentions to an entry of a brief: sentence, quotes, people, details."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sanudo.codebook import SECTORS
from sanudo.details import Lead, values
from sanudo.identity import plain
from sanudo.present.datewords import by_date, date_phrase
from sanudo.present.detailwords import brief_words
from sanudo.present.disputewords import dispute_words, reports_words
from sanudo.present.phrases import sentence
from sanudo.present.pieces import Encounter, Entry, Line, Quote, Source
from sanudo.present.words import (
    PUBLISHED_BASES,
    confidence_words,
    distinct,
    listing,
    party_label,
    place_label,
    publisher_name,
)
from sanudo.records import Article, Event, EventMention, Kind, Participant, WhenBasis
from sanudo.resources import state_name

DATED_BY: dict[WhenBasis, str] = {
    WhenBasis.STATED: "date as the report states it",
    WhenBasis.RELATIVE: "date worked out from the report's words",
    WhenBasis.PUBLICATION: "date of the report, which gives none for the event",
}

# Confidence is meant to be the share of events that are read rightly: below a half, more are not.
UNCERTAIN_BELOW = 0.5

_FORMS: dict[Kind, str] = {Kind.VISIT: "visit", Kind.MEETING: "talks", Kind.COMMITTEE: "committee session"}


_ENDS_SENTENCE = re.compile(r"[.!?][”\"’')]?\s*$")


@dataclass(frozen=True, slots=True)
class Shelf:
    """The mentions and articles that the events of a brief rest on, by id, and the numbers of the sources."""

    mentions: Mapping[str, EventMention]
    articles: Mapping[str, Article]
    numbers: Mapping[str, int]

    def of(self, event: Event) -> tuple[EventMention, ...]:
        """The mentions of an event, the best first."""
        mentions = (self.mentions[id] for id in event.mention_ids if id in self.mentions)
        return tuple(sorted(mentions, key=lambda mention: (-mention.confidence, mention.id)))


def shelve(events: Iterable[Event], mentions: Iterable[EventMention], articles: Iterable[Article]) -> Shelf:
    """A shelf for these events, the sources numbered in the order in which the events cite them."""
    shelf = Shelf({m.id: m for m in mentions}, {a.id: a for a in articles}, {})
    cited = distinct(m.article_id for event in events for m in shelf.of(event))
    return Shelf(shelf.mentions, shelf.articles, {id: n for n, id in enumerate(cited, 1)})


def first_report(event: Event, articles: Mapping[str, Article]) -> str | None:
    """The day of the first report of an event, if any of its reports has one."""
    found = (articles[id].published for id in event.article_ids if id in articles)
    return min(filter(None, found), key=by_date, default=None)


def make_entry(number: int, event: Event, shelf: Shelf, perhaps: tuple[int, ...] = ()) -> Entry:
    """The entry of an event; `perhaps` are the numbers of those that may be the same."""
    mentions = shelf.of(event)
    sources = tuple(sorted({shelf.numbers[m.article_id] for m in mentions}))
    return Entry(
        number=number,
        event_id=event.id,
        sentence=sentence(event),
        when=event.when,
        dated_by=DATED_BY[event.when_basis] if event.when and event.when_basis else "",
        reported=first_report(event, shelf.articles),
        type=event.type,
        kind=event.kind,
        status=event.status,
        confidence=event.confidence,
        quotes=_sentences_first(_without_repeats([quote for m in mentions for quote in _quotes(m, shelf)])),
        sources=sources,
        one_report=len(sources) == 1,
        reports=reports_words(event),
        uncertain=event.confidence < UNCERTAIN_BELOW,
        perhaps=perhaps,
        people=distinct(person for m in mentions for person in _people(m)),
        details=distinct(brief_words(event.detail)),
        disputes=tuple(dispute_words(d, lambda id: publisher_name(shelf.articles[id])) for d in event.disputes),
    )


def _quotes(mention: EventMention, shelf: Shelf) -> Iterable[Quote]:
    """The words of a mention; the speaker stands by those that name it, or else by the plainest."""
    article, said = shelf.articles[mention.article_id], mention.attribution
    number, publisher = shelf.numbers[article.id], publisher_name(article)
    naming = [e for e in mention.evidence if said and e.start <= said.start < e.end] or mention.evidence[:1]
    for evidence in mention.evidence:
        said_by = said.text if said and evidence in naming else None
        yield Quote(evidence.text, number, publisher, evidence.start, evidence.end, said_by)


def _without_repeats(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The quotes without those whose words another one of the same report holds: headlines come back in the text."""
    kept: list[Quote] = []
    for quote in sorted(quotes, key=lambda q: -len(q.text)):
        if not any(quote.source == other.source and quote.text in other.text for other in kept):
            kept.append(quote)
    return tuple(quote for quote in dict.fromkeys(quotes) if quote in kept)


def _sentences_first(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The quotes with a sentence at their head where there is one: a headline says less."""
    first = next((quote for quote in quotes if _ENDS_SENTENCE.search(quote.text)), None)
    return tuple(sorted(quotes, key=lambda quote: quote is not first)) if first else tuple(quotes)


def _people(mention: EventMention) -> Iterable[str]:
    """The persons among the parties whom the record does not name already."""
    told = {_last(v.name) for _, every in values(mention.detail) for v in every if isinstance(v, Lead) and v.name}
    parties = (p for p in (*mention.actors, *mention.recipients) if p.name and _last(p.name) not in told)
    return (person_words(p) for p in parties if p.name not in (party_label(p), state_name(p.state)))


def _last(name: str) -> str:
    return plain(name).split()[-1]


def person_words(party: Participant) -> str:
    """A named person with state and office, or for want of one with the sector: `Alexander Fomin (Russia, deputy defence minister)`."""
    office = ", ".join(filter(None, [party.office, party.rank])) or SECTORS.get(party.sector or "")
    return f"{party.name} ({', '.join(filter(None, [state_name(party.state), office]))})"


def small_print(entry: Entry) -> tuple[str, ...]:
    """What stands under an entry: status, date, confidence, how many reports, what may be the same, and the codes."""
    reported = f"not dated; reported {date_phrase(entry.reported)}" if entry.reported else "not dated"
    notes = [
        str(entry.status),
        entry.dated_by if entry.when else reported,
        confidence_words(entry.confidence),
        entry.reports,
    ]
    if entry.perhaps:
        notes.append(f"perhaps the same event as no. {listing([str(number) for number in entry.perhaps])}")
    return (*notes, f"{entry.type} / {str(entry.kind).replace('_', ' ')}")


def make_line(entry: Entry) -> Line:
    """The entry in short."""
    return Line(entry.number, entry.sentence, entry.sources)


def make_encounter(entry: Entry, event: Event) -> Encounter:
    """The row of a visit or meeting. Who comes is `who`; of parties that meet as equals the first is."""
    who, whom = event.actors, event.recipients
    if not whom:
        first = event.actors[0].state if event.actors else ""
        who = tuple(p for p in event.actors if p.state == first)
        whom = tuple(p for p in event.actors if p.state != first)
    return Encounter(
        entry=entry.number,
        when=entry.when,
        who=_side(who),
        whom=_side(whom),
        form=_FORMS[event.kind],
        place=place_label(event.where),
        sources=entry.sources,
    )


def _side(parties: Sequence[Participant]) -> str:
    """One side of an encounter, with the persons named: `Russia (Alexander Fomin)`."""
    people: dict[str, list[str]] = {}
    for party in parties:
        names = people.setdefault(party_label(party), [])
        if party.name and party.name not in (*names, party_label(party)):
            names.append(party.name)
    return listing([f"{label} ({listing(names)})" if names else label for label, names in people.items()])


def met(event: Event) -> bool:
    """Whether the event is a visit, a meeting or a committee session."""
    return event.kind in _FORMS


def make_source(article: Article, number: int) -> Source:
    """The source note of an article."""
    basis = PUBLISHED_BASES[article.published_basis] if article.published_basis else ""
    return Source(
        number=number,
        article_id=article.id,
        publisher=article.publisher,
        title=article.title,
        published=article.published,
        published_basis=basis if article.published else "date of publication not known",
        url=article.url,
        origin=article.origin,
    )
