"""The opening of a brief: its title, what happened last and what it is, the counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sanudo.codebook import EVENT_TYPES, QUAD_NAMES
from sanudo.present.datewords import anchor, by_date, date_words, period_words
from sanudo.present.phrases import KIND_NAMES, clause
from sanudo.present.pieces import Entry, Lead
from sanudo.present.words import distinct, listing, named
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


def make_lead(
    states: Sequence[str], events: Sequence[Event], entries: Mapping[str, Entry], *, is_period: bool = False
) -> Lead:
    """What happened last, of what is read with some certainty, and what it is; or that the ledger holds nothing of it.

    `is_period`: the events are those of a part of the time that the ledger covers.
    """
    about = between_words(states)
    if not events:
        return Lead(f"The ledger holds no event {about}{' in this period' * is_period}.", None)
    took_place = [e for e in events if e.status in TOOK_PLACE]
    certain = [e for e in took_place if not entries[e.id].uncertain]
    dated = [e for e in certain if anchor(e.when)]
    if not dated:
        return Lead(f"No event {about} that took place is dated plainly enough to be called the latest.", None)
    last = max(dated, key=lambda e: (by_date(e.when), len(e.article_ids), _weight(e), e.confidence, e.id))
    entry = entries[last.id]
    later = _later_report(entry, [entries[e.id] for e in certain if not anchor(e.when)])
    opening = "The latest event with a date:" if later else "Most recently,"
    text = f"{opening} {clause(last)}. {_what_it_is(last, took_place, about)} {_told_by(entry)} {later}"
    return Lead(text.strip(), entry.quotes[0] if entry.quotes else None)


def balance(events: Sequence[Event]) -> str:
    """How many events are on which side: `19 of cooperation, 1 of conflict`, or `all of cooperation`."""
    friendly = sum(EVENT_TYPES[e.type].quad <= 2 for e in events)
    sides = [(friendly, "of cooperation"), (len(events) - friendly, "of conflict")]
    told = [(number if number < len(events) else "all", side) for number, side in sides if number]
    return ", ".join(f"{number} {side}" for number, side in told)


def _weight(event: Event) -> float:
    return abs(EVENT_TYPES[event.type].intensity)


def _what_it_is(event: Event, took_place: Sequence[Event], about: str) -> str:
    """The kind in words, and its place among those of its kind."""
    ends = event.kind in (Kind.SANCTION, Kind.AID_SUSPENSION) and EVENT_TYPES[event.type].quad <= 2  # it is lifted
    if event.kind is Kind.OTHER or ends:
        return f"It counts as {QUAD_NAMES[EVENT_TYPES[event.type].quad]}."
    one, _ = KIND_NAMES[event.kind]
    it = f"It counts as {'an' if one[0] in 'aeio' else 'a'} {one}"
    others = [e for e in took_place if e.kind == event.kind and e.id != event.id]
    if not others:
        return f"{it}, the only one {about} in this ledger."
    dates = [e.when for e in others if e.when and by_date(e.when) < by_date(event.when) and anchor(e.when)]
    earlier = f"; the one before it is dated {date_words(max(dates, key=by_date))}" if dates else ""
    return f"{it}, one of {len(others) + 1} {about} in this ledger{earlier}."


def _told_by(entry: Entry) -> str:
    return f"It rests on {'one report' if entry.one_report else entry.reports}."


def _later_report(last: Entry, undated: Sequence[Entry]) -> str:
    """That reports from after the first one of the last event tell of events too, if they do."""
    known = by_date(last.reported or last.when)
    days = [e.reported for e in undated if e.reported and by_date(e.reported) > known]
    if not days:
        return ""
    return f"Later reports, up to {date_words(max(days, key=by_date))}, tell of events that they do not date."
