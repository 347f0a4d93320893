"""What stands around the events of a brief: counts, reports that were not coded, and how to read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sanudo.codebook import STATUSES
from sanudo.present.datewords import anchor
from sanudo.present.entries import UNCERTAIN_BELOW, Shelf
from sanudo.present.lead import TOOK_PLACE, balance, between_words
from sanudo.present.pieces import Count, Entry, NotCoded
from sanudo.present.words import article_name, capital, distinct, listing, refusal_words, source_name
from sanudo.records import Article, Event, ReadProblem, Reason, Status

# The statuses that stand apart from what took place, with the title and the note of their sections.
APART: dict[Status, tuple[str, str]] = {
    Status.PLANNED: ("Planned", "Announced or scheduled when the reports were written."),
    Status.POSSIBLE: (
        "Possible",
        "Offered, considered or said to be likely; not decided when the reports were written.",
    ),
    Status.DENIED: ("Denied", "Told by a report, and denied by a party."),
    Status.DEMANDED: ("Demanded", "Asked for or demanded by a party; whether it was done is another question."),
}

# Inputs that were no report, or whose report the ledger has: who reads the brief need not know.
_NO_REPORT = (Reason.MISSING, Reason.NO_ARTICLES, Reason.EMPTY, Reason.DUPLICATE)

# So many reports that could not be read are listed: nobody reads more.
_LISTED = 40


def counts(
    main: Sequence[Event], others: Sequence[Event], entries: Mapping[str, Entry], articles: int, states: Sequence[str]
) -> Iterator[Count]:
    """What the brief holds in numbers; `articles` is how many the ledger has."""
    shown = entries.values()
    took_place = [e for e in main if e.status in TOOK_PLACE]
    cited = len({number for entry in shown for number in entry.sources})
    yield _count(len(main), f"event {between_words(states)}", f"events {between_words(states)}")
    rest = (
        _count(len(took_place), f"of them happened or went on: {balance(took_place)}"),
        *(_count(sum(e.status == status for e in main), f"of them {status}") for status in APART),
        _count(len(others), "event with third states or bodies", "events with third states or bodies"),
        _count(sum(e.uncertain for e in shown), "event of uncertain reading", "events of uncertain reading"),
        _count(sum(e.one_report for e in shown), "event on one report only", "events on one report only"),
        _count(cited, f"report cited, of {articles:,} in the ledger", f"reports cited, of {articles:,} in the ledger"),
    )
    yield from (count for count in rest if count.number)


def _count(number: int, one: str, many: str | None = None) -> Count:
    return Count(number, one if number == 1 or many is None else many)


def not_coded(articles: Sequence[Article], problems: Iterable[ReadProblem]) -> tuple[NotCoded, ...]:
    """The reports that gave no events because they could not be read or coded, and why."""
    refused = [article for article in articles if any(r.field is None for r in article.refusals)]
    read = {article.origin for article in articles}
    unread = [p for p in problems if p.refusal.reason not in _NO_REPORT and p.origin not in read]
    listed = [*map(_refused, refused), *(NotCoded(source_name(p.origin), refusal_words(p.refusal)) for p in unread)]
    rest = len(listed) - _LISTED
    return (*listed[:_LISTED], *([NotCoded(f"{rest:,} more", "not listed here")] if rest > 0 else []))


def _refused(article: Article) -> NotCoded:
    names = distinct(filter(None, [article_name(article), source_name(article.origin)]))
    why = [refusal_words(refusal) for refusal in article.refusals if refusal.field is None]
    return NotCoded(" in ".join(names), listing(why))


def reading_notes(events: Sequence[Event], shelf: Shelf, program: str) -> Iterator[str]:
    """How to read the brief: what its words mean, what it does not do, and what made it."""
    yield (
        "Each numbered sentence is the program's reading of the words quoted under it. The words are the report's, and "
        "decide: read them before you rely on the sentence. Numbers in brackets are the reports, listed under Sources."
    )
    statuses = {event.status for event in events}
    yield capital("; ".join(f"{status}: {STATUSES[status]}" for status in Status if status in statuses)) + "."
    yield (
        "Confidence is the program's estimate, from 0 to 1, that it read the report rightly. "
        "It says nothing of whether the report is right."
    )
    if any(event.confidence < UNCERTAIN_BELOW for event in events):
        yield (
            f"Uncertain: a confidence below {UNCERTAIN_BELOW}; check the words before you use it. "
            "Such events stand in the lists of events alone."
        )
    if any(len(event.mention_ids) < 2 for event in events):
        yield (
            "One report only: no second report in the ledger is known to tell the same. “Perhaps the same event as” names "
            "those of the same parties, kind and date."
        )
    if any(not anchor(event.when) for event in events):
        yield "Events that no report dates stand after the dated ones, in the order of their reports."
    yield f"Read by {listing(_readers(events, shelf))}" + (f"; written by {program}." if program else ".")


def _readers(events: Sequence[Event], shelf: Shelf) -> list[str]:
    return sorted({f"{m.coder} with model {m.model}" for event in events for m in shelf.of(event)})
