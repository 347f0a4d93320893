"""What a brief is made of: frozen values, in the order in which a reader meets them.

Texts that come from reports stand here as they are; whoever renders them escapes them.
"""

from __future__ import annotations

from dataclasses import dataclass

from sanudo.records import Kind, Status


@dataclass(frozen=True, slots=True)
class Source:
    """A report that the brief cites, under its number. `published_basis` is in words."""

    number: int
    article_id: str
    publisher: str | None
    title: str | None
    published: str | None
    published_basis: str
    url: str | None
    origin: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that an event rests on: whose they are, their offsets in the cleaned text, on whose word they are told."""

    text: str
    source: int
    publisher: str
    start: int
    end: int
    said_by: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """An event: a sentence made from its fields, and the words it rests on.

    `dated_by` says what the date rests on; `reported` is the day of its first report. `people` and `details` are what its
    reports add, in words. `reports` tells how many reports there are and how many are independent; `disputes` where they cannot all be right. `uncertain` marks one whose reading has a confidence below one half. `perhaps` holds the numbers of
    entries that may tell the same: of the same parties, kind, status and date, in other reports.
    """

    number: int
    event_id: str
    sentence: str
    when: str | None
    dated_by: str
    reported: str | None
    type: str
    kind: Kind
    status: Status
    confidence: float
    quotes: tuple[Quote, ...]
    sources: tuple[int, ...]
    one_report: bool
    reports: str
    uncertain: bool
    perhaps: tuple[int, ...]
    people: tuple[str, ...]
    details: tuple[str, ...]
    disputes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """An entry told in short: its number, its sentence, the numbers of its sources."""

    entry: int
    sentence: str
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Encounter:
    """Who met whom: a row of the table of visits and meetings."""

    entry: int
    when: str | None
    who: str
    whom: str
    form: str
    place: str
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Entries under one heading: the dated ones in order of time, then the others in the order of their reports."""

    title: str
    note: str
    dated: tuple[Entry, ...]
    undated: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Lead:
    """The opening paragraph, and the words of the event it tells."""

    text: str
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class Count:
    """A number and what it counts, in the grammar that the number asks for."""

    number: int
    what: str


@dataclass(frozen=True, slots=True)
class NotCoded:
    """A report that gave no events because it could not be read or coded, and why."""

    report: str
    why: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How a pair stands, year by year: a table, and what has to be known to read it."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """What a ledger holds about its subject.

    `agreed` is what was agreed or changed hands; it and `encounters` leave out what is uncertain. `happened` has a
    section for each kind; `apart` those that did not, or not yet, happen; `others` what third states did, None where the
    brief is not about a pair. `standing` is the pair's series, None where there is no pair or nothing to count.
    """

    title: str
    lead: Lead
    counts: tuple[Count, ...]
    agreed: tuple[Line, ...]
    happened: tuple[Section, ...]
    apart: tuple[Section, ...]
    encounters: tuple[Encounter, ...]
    others: Section | None
    standing: Standing | None
    not_coded: tuple[NotCoded, ...]
    sources: tuple[Source, ...]
    reading: tuple[str, ...]
