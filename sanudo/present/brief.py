"""A brief: what a ledger holds about one state, a pair or all, in a reader's order. A pure function of records.

`build_brief` makes the `Brief`; `markdown.render` and `html.render` write it, `serial.plain` gives its JSON.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from sanudo.codebook import KINDS
from sanudo.figures import Dyad
from sanudo.present.datewords import anchor, by_date
from sanudo.present.dyads import standing
from sanudo.present.entries import (
    first_report,
    make_encounter,
    make_entry,
    make_line,
    make_source,
    met,
    shelve,
)
from sanudo.present.lead import TOOK_PLACE, make_lead, make_title
from sanudo.present.notes import APART, counts, not_coded, reading_notes
from sanudo.present.phrases import KIND_NAMES
from sanudo.present.pieces import Brief, Entry, Section
from sanudo.present.words import capital, named
from sanudo.records import Article, Event, EventMention, Kind, ReadProblem

# So many entries that may tell the same are named: who looks up more of them?
_PERHAPS = 5

# Agreements and what changed hands: the kinds, and the types that are so whatever their kind.
_AGREED_KINDS = (Kind.AGREEMENT, Kind.TRANSFER, Kind.TRAINING)
_AGREED_TYPES = ("AID",)


def build_brief(
    events: Iterable[Event],
    mentions: Iterable[EventMention],
    articles: Sequence[Article],
    *,
    states: Sequence[str] = (),
    since: str | None = None,
    until: str | None = None,
    problems: Sequence[ReadProblem] = (),
    program: str = "",
    dyad: Dyad | None = None,
) -> Brief:
    """The brief of these events about `states`: none (all of them), one, or a pair.

    For a pair, events in which each deals with the other are the brief's subject; those in which one of them, or both on
    one side, deal with others stand under a heading of their own; events in which neither takes part are left out.
    `mentions` and `articles` hold at least what the events rest on; all `articles` and `problems` are asked for what was
    not coded. `since` and `until` only name the period: the events are expected to be of it. `dyad` is the series of the pair.
    """
    reports = {article.id: article for article in articles}
    ordered = sorted(events, key=lambda event: (by_date(event.when), by_date(first_report(event, reports)), event.id))
    main = [e for e in ordered if _is_between(e, set(states))]
    others = [e for e in ordered if len(states) > 1 and set(states) & _states(e) and not _is_between(e, set(states))]
    shown = [*_in_display_order(main), *others]
    shelf = shelve(shown, mentions, articles)
    alike = _alike(shown)
    entries = {event.id: make_entry(number, event, shelf, alike[event.id]) for number, event in enumerate(shown, 1)}
    took_place = [e for e in main if e.status in TOOK_PLACE]
    certain = [e for e in took_place if not entries[e.id].uncertain]
    return Brief(
        title=make_title(states, certain or took_place, since, until),
        lead=make_lead(states, main, entries, is_period=bool(since or until)),
        counts=tuple(counts(main, others, entries, len(articles), states)) if shown else (),
        agreed=tuple(make_line(entries[e.id]) for e in certain if _is_agreed(e)),
        happened=tuple(_kind_sections(took_place, entries)),
        apart=tuple(_status_sections(main, entries)),
        encounters=tuple(make_encounter(entries[e.id], e) for e in certain if met(e)),
        others=_others_section(others, entries, states) if len(states) > 1 else None,
        standing=standing(dyad) if dyad else None,
        not_coded=not_coded(articles, problems),
        sources=tuple(make_source(shelf.articles[id], number) for id, number in shelf.numbers.items()),
        reading=tuple(reading_notes(shown, shelf, program)) if shown else (),
    )


def _is_between(event: Event, states: set[str]) -> bool:
    """Whether all of the states take part, and of two not both on the one side of what is done to the other."""
    sides = [{party.state for party in side} for side in (event.actors, event.recipients) if side]
    apart = len(states) < 2 or len(sides) < 2 or event.symmetric or not any(states <= side for side in sides)
    return states <= _states(event) and apart


def _states(event: Event) -> set[str]:
    return {party.state for party in (*event.actors, *event.recipients)}


def _alike(events: Sequence[Event]) -> dict[str, tuple[int, ...]]:
    """For the id of each event the numbers of the events that may be the same, told by other reports."""
    groups: defaultdict[object, list[tuple[int, Event]]] = defaultdict(list)
    for number, event in enumerate(events, 1):
        groups[_traits(event)].append((number, event))

    def others(event: Event) -> tuple[int, ...]:
        own, group = set(event.article_ids), groups[_traits(event)]
        found = (n for n, other in group if other is not event and own.isdisjoint(other.article_ids))
        return tuple(islice(found, _PERHAPS))

    return {event.id: others(event) if event.when else () for event in events}


def _traits(event: Event) -> object:
    return frozenset(_states(event)), event.kind, event.status, event.when


def _is_agreed(event: Event) -> bool:
    return event.kind in _AGREED_KINDS or event.type in _AGREED_TYPES


def _in_display_order(events: Sequence[Event]) -> Iterator[Event]:
    for kind in KINDS:
        yield from (e for e in events if e.status in TOOK_PLACE and e.kind == kind)
    for status in APART:
        yield from (e for e in events if e.status == status)


def _section(title: str, note: str, events: Sequence[Event], entries: Mapping[str, Entry]) -> Section:
    dated = tuple(entries[e.id] for e in events if anchor(e.when))
    undated = tuple(entries[e.id] for e in events if not anchor(e.when))
    return Section(title, note, dated, undated)


def _kind_sections(events: Sequence[Event], entries: Mapping[str, Entry]) -> Iterator[Section]:
    for kind in KINDS:
        if of_kind := [e for e in events if e.kind == kind]:
            yield _section(capital(KIND_NAMES[kind][1]), "", of_kind, entries)


def _status_sections(events: Sequence[Event], entries: Mapping[str, Entry]) -> Iterator[Section]:
    for status, (title, note) in APART.items():
        if of_status := [e for e in events if e.status == status]:
            yield _section(title, note, of_status, entries)


def _others_section(events: Sequence[Event], entries: Mapping[str, Entry], states: Sequence[str]) -> Section:
    pair = [named(code) for code in states]
    note = f"What other states and bodies did towards {' or '.join(pair)}, and each of the two with them."
    return _section("Third states and bodies", note, events, entries)
