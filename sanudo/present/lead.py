"""The opening of a brief: its title, what happened last and what it is, the counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sanudo.codebook import EVENT_TYPES, KINDS, QUAD_NAMES
from sanudo.present.datewords import anchor, by_date, date_words, period_words
from sanudo.present.phrases import KIND_NAMES, clause
from sanudo.present.pieces import Entry, Lead
from sanudo.present.words import counted, distinct, listing, named
from sanudo.records import Event, Kind, Status
from sanudo.resources import state_name

TOOK_PLACE = (Status.HAPPENED, Status.ONGOING)


def subject_words(states: Sequence[str]) -> str:
    """What the brief is about, as a title says it."""
    return listing([state_name(code) for code in states]) or "All states"


def between_words(states: Sequence[str]) -> str:
    """The same as part of a sentence: `between Pakistan and Russia`, `involving Pakistan`, `between states`."""
    names = [named(code) for code in states]
    return f"between {listing(names)}" if len(names) > 1 else f"involving {names[0]}" if names else "between states"


def make_title(states: Sequence[str], events: Sequence[Event], since: str | None, until: str | None) -> str:
    """`Pakistan and Russia, May 2018 to August 2018`: the period asked for, or the one that the dated events span."""
    dated = sorted((event.when for event in events if event.when and anchor(event.when)), key=by_date)
    first = date_words(since) if since else period_words(dated[0]) if dated else ""
    last = date_words(until) if until else period_words(dated[-1], last=True) if dated else ""
    return ", ".join(filter(None, [subject_words(states), " to ".join(distinct(filter(None, [first, last])))]))


def make_lead(states: Sequence[str], events: Sequence[Event], entries: Mapping[str, Entry]) -> Lead:
    """What happened last, of what is read with some certainty, and what it is; or that the ledger holds nothing of it."""
    about = between_words(states)
    if not events:
        return Lead(f"The ledger holds no event {about} for this brief.", None)
    took_place = [e for e in events if e.status in TOOK_PLACE]
    dated = [e for e in took_place if anchor(e.when) and not entries[e.id].uncertain]
    if not dated:
        return Lead(
            f"No report dates, plainly enough, an event that took place {about}. {_balance(took_place, events)}", None
        )
    last = max(dated, key=lambda e: (by_date(e.when), len(e.article_ids), _weight(e), e.confidence, e.id))
    entry = entries[last.id]
    told = [f"Most recently, {clause(last)}.", _what_it_is(last, took_place, about), _told_by(entry)]
    text = " ".join(filter(None, [*told, _same_date(last, dated), _balance(took_place, events)]))
    return Lead(text, entry.quotes[0] if entry.quotes else None)


def _weight(event: Event) -> float:
    return abs(EVENT_TYPES[event.type].intensity)


def _what_it_is(event: Event, took_place: Sequence[Event], about: str) -> str:
    """The kind in words, and its place among those of its kind."""
    if event.kind is Kind.OTHER:
        return f"It counts as {QUAD_NAMES[EVENT_TYPES[event.type].quad]}."
    one, _ = KIND_NAMES[event.kind]
    it = f"It is {'an' if one[0] in 'aeio' else 'a'} {one} ({KINDS[event.kind]})"
    others = [e for e in took_place if e.kind == event.kind and e.id != event.id]
    if not others:
        return f"{it}, the only one {about} that this ledger holds."
    dates = [e.when for e in others if e.when and by_date(e.when) < by_date(event.when) and anchor(e.when)]
    earlier = f"; the one before it is dated {date_words(max(dates, key=by_date))}" if dates else ""
    return f"{it}, one of {len(others) + 1} {about} that this ledger holds{earlier}."


def _told_by(entry: Entry) -> str:
    return "It rests on one report." if entry.one_report else f"It rests on {counted(len(entry.sources), 'report')}."


def _same_date(event: Event, dated: Sequence[Event]) -> str:
    others = sum(e.when == event.when for e in dated) - 1
    return f"{counted(others, 'other event bears', 'other events bear')} the same date." if others else ""


def _balance(took_place: Sequence[Event], events: Sequence[Event]) -> str:
    """How many took place, on which side, and how many did not or not yet."""
    friendly = sum(EVENT_TYPES[e.type].quad <= 2 for e in took_place)
    sides = [(friendly, "of cooperation"), (len(took_place) - friendly, "of conflict")]
    shares = listing(
        [f"{'all' if 1 < number == len(took_place) else number} {side}" for number, side in sides if number]
    )
    rest = counted(len(events) - len(took_place), "event is", "events are")
    said = f"In all, {counted(len(took_place), 'event')} happened or went on: {shares}." if took_place else ""
    apart = f"{rest} planned, possible, denied or demanded." if len(events) > len(took_place) else ""
    return " ".join(filter(None, [said, apart]))
