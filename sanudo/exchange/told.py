"""What formats of records ask of an entry: its record, whether the thing took place, its sides, days and words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from sanudo.dates import bounds
from sanudo.details import Amount, Stated
from sanudo.records import Entry, EventMention, Participant, Place, Status, WhenBasis
from sanudo.resources import state_name

D = TypeVar("D")
# Types whose happening is words about the thing, and not the thing: a visit that is promised, asked for, threatened or called off.
_WORDS = {"AGREE", "REQUEST", "THREATEN", "REJECT", "ACCUSE"}
_DONE = (Status.HAPPENED, Status.ONGOING)
_NO_STATE = {"", "IGO", "NSA", "UNO", "EUR", "NAT"}
# Codes that many parties share.
_NAMED = {"", "IGO", "NSA"}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_YEAR = re.compile(r"\d{4}")
# What marks a date as about or perhaps.
DOUBT = "~?%"


@dataclass(frozen=True, slots=True)
class Day:
    """A day as far as it is known: each part is None where it is not."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def iso(self) -> str | None:
        """The whole day as ISO 8601; None where a part is not known."""
        return date(self.year, self.month, self.day).isoformat() if self.year and self.month and self.day else None


def detail_of(entry: Entry, sort: type[D]) -> D | None:
    """The record of an entry, if it is of this class."""
    detail: object = entry.mention.detail
    return detail if isinstance(detail, sort) else None


def not_done(entry: Entry, staged: bool = False) -> str | None:
    """Why the thing is not told as having taken place; None where it is. Of a record whose stage is told (`staged`) the status decides."""
    if entry.mention.status not in _DONE:
        return f"told as {entry.mention.status}, not as having taken place"
    if entry.mention.type in _WORDS and not staged:
        return f"words about such a thing ({entry.mention.type}), not the thing"
    return None


def states(parties: Iterable[Participant]) -> tuple[str, ...]:
    """The codes of parties, once each, in their order."""
    return tuple(dict.fromkeys(party.state for party in parties if party.state))


def is_state(code: str) -> bool:
    """Whether a code is a state's, not a body's or a group's."""
    return code not in _NO_STATE


def label(party: Participant) -> str:
    """The usual name of a party; a group, a lesser body or one without a code has the name that the report gives."""
    return party.name if party.name and party.state in _NAMED else state_name(party.state)


def labels(parties: Iterable[Participant]) -> tuple[str, ...]:
    """The names of parties, once each, in their order."""
    return tuple(dict.fromkeys(map(label, parties)))


def first_last(mention: EventMention) -> tuple[Day, Day]:
    """First and last day of an event, as far as its date tells them.

    An interval of days or years that the report states ("from 6 to 9 August 2018") is taken for the event's own length, any other
    ("last week", "the first half of 2018") for a time within which it took place: of that, what both ends share is known.
    """
    when = mention.when or ""
    first, slash, last = (part.rstrip(DOUBT) for part in when.partition("/"))
    span = bounds(when)
    if span is None or span[0] == date.min:
        return Day(), Day()
    if span[1] == date.max:
        return _shared(*(bounds(first) or span)), Day()
    stretch = slash and mention.when_basis is WhenBasis.STATED
    if stretch and any(form.fullmatch(first) and form.fullmatch(last) for form in (_DAY, _YEAR)):
        return tuple(_shared(*(bounds(end) or span)) for end in (first, last))  # type: ignore[return-value]
    return (_shared(*span),) * 2


def lasted(mention: EventMention) -> bool:
    """Whether the date tells a first and a last day. One day alone may be that of the arrival, or any other."""
    return "/" in (mention.when or "")


def _shared(start: date, end: date) -> Day:
    if start.year != end.year:
        return Day()
    if start.month != end.month:
        return Day(start.year)
    return Day(start.year, start.month, start.day if start == end else None)


def doubtful(entry: Entry) -> bool:
    """Whether the date is told as about or perhaps so."""
    return any(mark in (entry.mention.when or "") for mark in DOUBT)


def number(amount: Amount | None) -> int | float | None:
    """The number of an amount, whole where it is."""
    return whole(amount.value) if amount else None


def whole(value: float) -> int | float:
    """The number as an integer where it is one."""
    return int(value) if float(value).is_integer() else value


def vague(amount: Amount | None) -> bool:
    """Whether an amount is not exact."""
    return amount is not None and (amount.bound != "exact" or amount.upto is not None)


def values(stated: Iterable[Stated]) -> tuple[str, ...]:
    """The values, once each, in their order."""
    return tuple(dict.fromkeys(one.value for one in stated))


def source(entry: Entry) -> str | None:
    """Where the report stands, as a cell of a table names it: its address, or publisher and date, or its id."""
    return entry.url or ", ".join(filter(None, (entry.publisher, entry.published))) or entry.mention.article_id or None


def headline(entry: Entry) -> str:
    """An event in a few words: `Russia > Pakistan: visit (CONSULT), happened`."""
    mention = entry.mention
    sides = (", ".join(labels(side)) for side in (mention.actors, mention.recipients))
    kind = f"{mention.kind} ({mention.type})" if mention.type else str(mention.kind)
    return f"{' > '.join(filter(None, sides))}: {kind}, {mention.status}"


def place_name(where: Place | None) -> str:
    """Place and state: `Oslo, Norway`; empty where none is known."""
    if where is None:
        return ""
    return ", ".join(filter(None, (where.place, state_name(where.country) if where.country else None)))


def clean(text: str) -> str:
    """Text on one line, without characters that cannot be shown, which XML and calendars do not take."""
    return " ".join("".join(c for c in text if c.isprintable() or c.isspace()).split())


def when_words(mention: EventMention) -> str | None:
    """The words that the date was read from, where they stand in the evidence."""
    for basis in mention.basis:
        if basis.field == "when" and basis.start is not None and basis.end is not None:
            for told in mention.evidence:
                if told.start <= basis.start < basis.end <= told.end:
                    return told.text[basis.start - told.start : basis.end - told.start]
    return None
