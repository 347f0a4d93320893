"""What can be asked for: events, event mentions and articles with their filters, and the shorter lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sanudo.errors import UsageError
from sanudo.ledger.connection import Row
from sanudo.ledger.entries import (
    ARTICLE_COLUMNS,
    EVENT_COLUMNS,
    MENTION_COLUMNS,
    event_entry,
    known_entry,
    mention_entry,
    plain_columns,
)
from sanudo.ledger.filters import (
    Condition,
    Filters,
    about,
    holding,
    limited,
    listed,
    refuse_unknown,
    states,
    where,
    within,
)
from sanudo.ledger.outlines import KNOWN_OUTLINES, outline
from sanudo.ledger.rows import Column, Shape
from sanudo.ledger.tables import to_article
from sanudo.records import Article, Entry, Event, EventMention, Judgement, Outline, ReadProblem, Reason, Refusal, Run

E = TypeVar("E")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class View(Generic[E, T]):
    """Records that can be filtered: where they lie, in which order they come, and what a filter means for them."""

    shape: Shape[E, T]
    sql: str
    order: str
    conditions: Callable[[Filters], Iterator[Condition]]

    def query(self, filters: Filters) -> Condition:
        """The statement for these filters, and its values.

        Raises:
            UsageError: a filter does not exist, or its value does not.
        """
        refuse_unknown(filters)
        clause, limit = where(self.conditions(filters)), limited(filters)
        return Condition(f"{self.sql}{clause.sql} ORDER BY {self.order}{limit.sql}", clause.values + limit.values)


def _on_events(filters: Filters) -> Iterator[Condition]:
    """An event answers by its own values, and to words by those of any of its mentions."""
    yield from listed(filters, "e")
    for state in states(filters):
        yield Condition("e.id IN (SELECT event_id FROM event_party WHERE state = ?)", (state,))
    yield from within(filters, "e")
    said = "SELECT event_id FROM current_mention WHERE instr(fold(words), fold(?))"
    yield from holding(filters, f"e.id IN ({said})")


def _on_mentions(filters: Filters) -> Iterator[Condition]:
    yield from about(filters)
    yield from within(filters, "m")
    yield from holding(filters, "instr(fold(m.words), fold(?))")


def _on_known(filters: Filters) -> Iterator[Condition]:
    """A coded event as above; an imported one by its own values, and to words by those of its row."""
    yield from listed(filters, "k")
    for state in states(filters):
        yield Condition("k.id IN (SELECT event_id FROM known_party WHERE state = ?)", (state,))
    yield from within(filters, "k")
    if (text := filters.get("text")) is not None:
        said = "SELECT event_id FROM current_mention WHERE instr(fold(words), fold(?))"
        sql = f"CASE WHEN k.format IS NULL THEN k.id IN ({said}) ELSE instr(fold(k.raw), fold(?)) END"
        yield Condition(sql, (text, text))


def _on_imported(filters: Filters) -> Iterator[Condition]:
    yield Condition("k.format IS NOT NULL", ())
    yield from _on_known(filters)


def _on_articles(filters: Filters) -> Iterator[Condition]:
    """An article answers by its own date and words, and to the rest by any of its event mentions."""
    if conditions := list(about(filters)):
        said = where(conditions)
        yield Condition(f"a.id IN (SELECT m.article_id FROM current_mention AS m{said.sql})", said.values)
    yield from within(filters, "a")
    yield from holding(filters, "instr(fold(a.text), fold(?))")


def _whole(entry: Entry) -> Event:
    """The event of an entry of the query for events, which always has one."""
    if entry.event is None:
        raise TypeError(f"{entry.event_id} is no coded event")
    return entry.event


def _in_order(rows: str, mention: str, coded: str = "TRUE") -> str:
    """By day, what has none last; those of one day by their report, and as it tells them. `coded` tells rows of reports from imported ones."""
    told = (f"json_extract({mention}.packed, '$.{at}')" for at in ("article_id", "evidence[0].start"))
    of_reports = (f"CASE WHEN {coded} THEN {value} END" for value in (f"{mention}.published", *told))
    return ", ".join([f"{rows}.first_day IS NULL", f"{rows}.first_day", *of_reports, f"{rows}.id"])


EVENTS: View[Entry, Event] = View(
    Shape(event_entry, _whole, EVENT_COLUMNS),
    """SELECT m.packed, e.packed, m.publisher, m.published, m.url
        FROM event AS e JOIN current_mention AS m ON m.id = e.best_id""",
    _in_order("e", "m"),
    _on_events,
)

MENTIONS: View[Entry, EventMention] = View(
    Shape(mention_entry, lambda e: e.mention, MENTION_COLUMNS),
    "SELECT m.packed, m.event_id, m.publisher, m.published, m.url FROM current_mention AS m",
    _in_order("m", "m"),
    _on_mentions,
)

ARTICLES: View[Article, Article] = View(
    Shape(lambda row: to_article(*row), lambda article: article, ARTICLE_COLUMNS),
    "SELECT a.packed, a.text FROM current_article AS a",
    "a.first_day IS NULL, a.first_day, a.id",
    _on_articles,
)

_KNOWN = """SELECT k.packed, k.event, k.publisher, k.published, k.url, k.id,
        k.format, k.file, k.line, k.raw, k.header, k.row_id, k.code, k.intensity
        FROM known_event AS k"""

KNOWN: View[Entry, Entry] = View(
    Shape(known_entry, lambda entry: entry, EVENT_COLUMNS),
    _KNOWN,
    _in_order("k", "k", coded="k.format IS NULL"),
    _on_known,
)

OUTLINES: View[Outline, Outline] = View(
    Shape(outline, lambda told: told, ()),
    KNOWN_OUTLINES,
    KNOWN.order,
    _on_known,
)

IMPORTED: View[Entry, Entry] = View(
    Shape(known_entry, lambda entry: entry, EVENT_COLUMNS),
    _KNOWN,
    "k.key",  # the order of the files
    _on_imported,
)

VIEWS: dict[str, View[Any, Any]] = {
    "events": EVENTS,
    "imported": IMPORTED,
    "known": KNOWN,
    "mentions": MENTIONS,
    "articles": ARTICLES,
}


def view(what: str) -> View[Any, Any]:
    """The view of this name.

    Raises:
        UsageError: there is none.
    """
    if what not in VIEWS:
        raise UsageError(f"there are no {what!r} in a ledger; there are {', '.join(VIEWS)}")
    return VIEWS[what]


def _problem(row: Row) -> ReadProblem:
    origin, reason, field, note = row
    return ReadProblem(origin, Refusal(Reason(reason), field, note))


RUNS: Shape[Run, Run] = Shape(
    lambda row: Run(*row),
    lambda run: run,
    plain_columns("id", "program", "model", "data", "options", "started", "finished"),
)

PROBLEMS: Shape[ReadProblem, ReadProblem] = Shape(
    _problem,
    lambda problem: problem,
    (
        Column("origin", "string", lambda problem: problem.origin),
        Column("reason", "string", lambda problem: problem.refusal.reason),
        Column("field", "string", lambda problem: problem.refusal.field),
        Column("note", "string", lambda problem: problem.refusal.note),
    ),
)

JUDGEMENTS: Shape[Judgement, Judgement] = Shape(
    lambda row: Judgement(*row),
    lambda judgement: judgement,
    (
        *plain_columns("id", "verdict", "left_id", "right_id", "reason", "by", "made_at"),
        Column("score", "double", lambda judgement: judgement.score),
        *plain_columns("value", "retracts"),
    ),
)
