"""Lists of events, mentions and articles as tables: for a terminal, and as plain columns for a pipe."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from sanudo.present.datewords import date_cell
from sanudo.present.detailwords import cell, label
from sanudo.present.disputewords import field_words, side_words, verdict_words
from sanudo.present.words import REASONS, distinct, one_line, party_label, place_label, publisher_name
from sanudo.records import INDETERMINATE, Article, Event, EventMention, Judgement, Origin

_SHORT_ID = 11  # the tag and 32 bits: enough to name a record of one ledger; `explain` says when it is not
_FORMULA = tuple("=+-@")
_GAP = "  "
_WIDEST = 40  # a longer cell pushes its own row, not all of them

Listed = tuple[Event | EventMention, EventMention | None, Article | Origin | None]


@dataclass(frozen=True, slots=True)
class Table:
    """Headings and rows of text. `stacks` says which columns a terminal shows one under the other, `labelled` which of them it names in each row."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    stacks: tuple[tuple[int, ...], ...]
    labelled: tuple[int, ...] = ()


def event_table(listed: Iterable[Listed]) -> Table:
    """A table of events or mentions, each with the mention that speaks for it and the article of that, or with its origin."""
    headings = ("when", "type", "kind", "status", "who", "where", "source", "id", "words")
    stacks = ((0, 7), (2, 1, 3), (4, 5), (8, 6))
    return Table(headings, tuple(_event_row(*item) for item in listed), stacks)


def record_table(listed: Iterable[Listed], names: Sequence[str], whole: bool = False) -> Table:
    """A table of events of one kind, with these fields of their records; unless `whole`, without those that none of them fills or that go without saying."""
    headings = ("when", "type", "status", "who", *map(label, names), "source", "id", "words")
    rows = [_record_row(*item, names, whole) for item in listed]
    fields = range(4, 4 + len(names))
    kept = [at for at in range(len(headings)) if whole or at not in fields or any(row[at] for row in rows)]
    last = len(kept) - 1
    told = tuple(range(4, last - 2))
    stacks = ((0, last - 1), (3, 1, 2), *((told,) if told else ()), (last, last - 2))
    return Table(tuple(headings[at] for at in kept), tuple(tuple(row[at] for at in kept) for row in rows), stacks, told)


def _record_row(
    event: Event | EventMention,
    mention: EventMention | None,
    article: Article | Origin | None,
    names: Sequence[str],
    whole: bool,
) -> tuple[str, ...]:
    source = publisher_name(article) if isinstance(article, Article) else ""
    fields = ((name, cell(event.detail, name)) for name in names)
    told = ("" if not whole and _goes_without(event, name, words) else words for name, words in fields)
    words = mention.evidence[0].text if mention and mention.evidence else ""
    when = event.when or "" if whole else date_cell(event.when)
    cells = (when, event.type, str(event.status), who(event), *told, source, short_id(event.id), words)
    return tuple(map(one_line, cells))


def _goes_without(event: Event | EventMention, name: str, words: str) -> bool:
    """Whether a field says no more than the parties do: whom a state addresses, and that it is an official who speaks for it."""
    if name == "addressee":
        return words in {party_label(party) for party in event.recipients}
    return name == "voice" and words == "official"


def dispute_table(events: Iterable[Event], name: Callable[[str], str]) -> Table:
    """A row for each disputed field of these events; `name` tells the publisher of an article."""
    headings = ("when", "who", "kind", "what", "sides", "most say", "id")
    rows = [
        (
            date_cell(event.when),
            who(event),
            str(event.kind),
            field_words(dispute.field),
            " or ".join(side_words(dispute.field, side, name) for side in dispute.sides),
            "no side" if dispute.mode == INDETERMINATE else dispute.mode,
            short_id(event.id),
        )
        for event in events
        for dispute in event.disputes
    ]
    return Table(headings, tuple(tuple(map(one_line, row)) for row in rows), ((0, 6), (1, 2), (3, 5), (4,)))


def judgement_table(judgements: Iterable[Judgement]) -> Table:
    """A table of judgements."""
    headings = ("made", "by", "judgement", "about", "and", "id", "reason")
    rows = [
        (
            j.made_at[:10],
            j.by,
            verdict_words(j),
            short_id(j.left_id),
            short_id(j.right_id or ""),
            short_id(j.id),
            j.reason,
        )
        for j in judgements
    ]
    return Table(headings, tuple(tuple(map(one_line, row)) for row in rows), ((0, 5), (1, 2), (3, 4), (6,)))


def article_table(articles: Iterable[Article]) -> Table:
    """A table of articles."""
    headings = ("published", "publisher", "language", "state", "origin", "id", "title")
    return Table(headings, tuple(map(_article_row, articles)), ((0, 5), (2, 3), (6, 1), (4,)))


def short_id(id: str) -> str:
    """The beginning of an id, as lists show it and `explain` takes it."""
    return id[:_SHORT_ID]


def who(happening: Event | EventMention) -> str:
    """The parties: `United States -> Pakistan`, or `Russia <-> Pakistan` where nobody leads."""
    actors, recipients = (distinct(map(party_label, side)) for side in (happening.actors, happening.recipients))
    if happening.symmetric or not recipients:
        return " <-> ".join(distinct([*actors, *recipients]))
    return f"{', '.join(actors)} -> {', '.join(recipients)}"


def _event_row(
    event: Event | EventMention, mention: EventMention | None, source: Article | Origin | None
) -> tuple[str, ...]:
    words = mention.evidence[0].text if mention and mention.evidence else ""
    cells = (
        date_cell(event.when),
        event.type,
        str(event.kind),
        str(event.status),
        who(event),
        place_label(event.where),
    )
    more = len(event.article_ids) - 1 if isinstance(event, Event) else 0
    told = f"{_source(source)} and {more} more" if more > 0 else _source(source)
    return tuple(map(one_line, (*cells, told, short_id(event.id), words)))


def _source(source: Article | Origin | None) -> str:
    if isinstance(source, Origin):
        return f"imported: {source.format}, {PurePath(source.file).name}, line {source.line}"
    return publisher_name(source) if source else ""


def _article_row(article: Article) -> tuple[str, ...]:
    refused = [REASONS[r.reason] for r in article.refusals if r.field is None]
    state = "; ".join(refused) or "coded"
    cells = (article.published, article.publisher, article.language, state, article.origin, short_id(article.id))
    return tuple(one_line(cell or "") for cell in (*cells, article.title))


def to_csv(table: Table) -> str:
    """The table as comma-separated values; a cell that a spreadsheet would run begins with an apostrophe."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(table.headings)
    writer.writerows([f"'{value}" if value.startswith(_FORMULA) else value for value in row] for row in table.rows)
    return lines.getvalue()


def numbers_csv(names: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """Rows of figures as comma-separated values under these names, negative numbers as they are; no cell holds words of others."""
    lines = io.StringIO()
    writer = csv.DictWriter(lines, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return lines.getvalue()


def to_text(table: Table) -> str:
    """Plain columns under their headings, the last one at its full length; empty cells are a dash."""
    rows = [table.headings, *(tuple(cell or "-" for cell in row) for row in table.rows)]
    widths = [min(_WIDEST, max(len(row[i]) for row in rows)) for i in range(len(table.headings) - 1)]
    lines = (_GAP.join([*map(str.ljust, row[:-1], widths), row[-1]]) for row in rows)
    return "\n".join(lines) + "\n"
