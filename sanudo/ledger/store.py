"""The ledger as its users see it."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from typing import Any, Self, TypeVar, Unpack

from sanudo.errors import UsageError
from sanudo.ledger import events, export, imported, judged, lookup, opening, verify
from sanudo.ledger.connection import Connection
from sanudo.ledger.filters import Condition, Filters
from sanudo.ledger.lock import sole_writer
from sanudo.ledger.outlines import COVERAGE
from sanudo.ledger.reconciling import Alone, Reconciling
from sanudo.ledger.rows import Rows, Shape
from sanudo.ledger.views import ARTICLES, EVENTS, IMPORTED, JUDGEMENTS, KNOWN, MENTIONS, OUTLINES, PROBLEMS, RUNS, view
from sanudo.ledger.writer import Writer
from sanudo.records import Article, Coverage, Entry, Event, EventMention, Evidence, Judgement, Outline, ReadProblem, Run

T = TypeVar("T")


def open_ledger(path: str | os.PathLike[str], *, create: bool = False) -> Ledger:
    """Open the ledger in this file, for queries; opening changes nothing.

    With `create`, a ledger that is not there is made, and one of an older version brought up to this one.

    Raises:
        LedgerError: there is no ledger, or it cannot be opened or made.
        NotALedgerError: the file is something else.
        NewerLedgerError: a newer version of Sanudo wrote it.
        LedgerBusyError: it has to be made or brought up, and another process is writing.
    """
    file = Path(path)
    if create:
        opening.make(file)
    return Ledger(opening.for_reading(file))


class Ledger:
    """What reports say happened, and where each says it. Made by `sanudo.open`.

    Each query sees the last state that a writer, in this process or another, has finished; inside `snapshot` all see
    the same one. The filters of `events`, `mentions`, `articles` and `export` are keywords: see `Filters`. Records come
    in the order of their dates (for want of one, of publication), then of their ids; those without either come last.
    """

    def __init__(self, db: Connection) -> None:
        self._db = db

    @property
    def path(self) -> Path:
        """The file."""
        return self._db.path

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def snapshot(self) -> AbstractContextManager[None]:
        """A block in which all queries see one state of the ledger. Keep it short: writers cannot clean up meanwhile."""
        return self._db.transaction("DEFERRED")

    @contextmanager
    def writer(self, run: Run, reconciling: Reconciling | None = None) -> Iterator[Writer]:
        """The place of the one writer, for the length of the block; `run` is what is noted of it.

        `reconciling` says which mentions are one event; without it each is one by itself.

        Raises:
            LedgerBusyError: at once, when another has the place.
            LedgerFullError: the disk is full.
        """
        with sole_writer(self.path), opening.for_writing(self.path) as db:
            yield Writer(db, run, reconciling or Alone())

    def events(self, **filters: Unpack[Filters]) -> Rows[Event]:
        """Events: what the ledger takes to have happened.

        Raises:
            UsageError: a filter does not exist, or its value does not.
        """
        return self._rows(EVENTS.query(filters), EVENTS.shape)

    def mentions(self, **filters: Unpack[Filters]) -> Rows[EventMention]:
        """Event mentions: what each article says, as it was read last.

        Raises:
            UsageError: a filter does not exist, or its value does not.
        """
        return self._rows(MENTIONS.query(filters), MENTIONS.shape)

    def imported(self, **filters: Unpack[Filters]) -> Rows[Entry]:
        """Rows of other data sets, in the order of their files; `text` looks into the row as it stood.

        Raises:
            UsageError: a filter does not exist, or its value does not.
        """
        return self._rows(IMPORTED.query(filters), IMPORTED.shape)

    def known(self, **filters: Unpack[Filters]) -> Rows[Entry]:
        """Coded and imported events together; the `origin` of an imported one says where it comes from.

        Raises:
            UsageError: a filter does not exist, or its value does not.
        """
        return self._rows(KNOWN.query(filters), KNOWN.shape)

    def entries(self, what: str = "events", **filters: Unpack[Filters]) -> Generator[Entry, None, None]:
        """Events, mentions, imported or all known events one by one, as formats of other programs take them.

        Raises:
            UsageError: there is no such record or filter.
        """
        asked = view(what)
        sql, values = asked.query(filters)
        with closing(self._db.each(sql, values)) as rows:
            yield from map(asked.shape.entry, rows)

    def outlines(self, **filters: Unpack[Filters]) -> Generator[Outline, None, None]:
        """All known events one by one without their words, many times faster than `known`.

        Raises:
            UsageError: a filter does not exist, or its value does not.
        """
        sql, values = OUTLINES.query(filters)
        with closing(self._db.each(sql, values)) as rows:
            yield from map(OUTLINES.shape.entry, rows)

    def coverage(self) -> tuple[Coverage, ...]:
        """How many articles and imported rows there are of each date, the earliest first, the undated last."""
        return tuple(Coverage(*row) for row in self._db.rows(COVERAGE))

    def companions(self) -> dict[str, dict[str, str]]:
        """Files without which imported rows mean nothing, by the header of the rows and by name."""
        return imported.companions(self._db)

    def articles(self, **filters: Unpack[Filters]) -> Rows[Article]:
        """Articles, by their own date and words, and by what their event mentions say.

        Raises:
            UsageError: a filter does not exist, or its value does not.
        """
        return self._rows(ARTICLES.query(filters), ARTICLES.shape)

    def problems(self) -> Rows[ReadProblem]:
        """What could not be read, each thing once however often it was tried, in the order of where it was."""
        sql = "SELECT DISTINCT origin, reason, field, note FROM problem ORDER BY origin, reason, field, note"
        return self._rows(Condition(sql, ()), PROBLEMS)

    def runs(self) -> Rows[Run]:
        """The runs of the program that wrote here, the first first."""
        return self._rows(Condition("SELECT * FROM run ORDER BY started, id", ()), RUNS)

    def judgements(self) -> Rows[Judgement]:
        """The judgements that stand: those that no later one retracts."""
        return self._rows(Condition("SELECT * FROM live_judgement ORDER BY made_at, id", ()), JUDGEMENTS)

    def get(self, id: str) -> lookup.Record:
        """The record of this id, or the only one whose id begins so; the tag (`e1:`) can be left out.

        Raises:
            UsageError: there is none, or there are several, which are listed.
        """
        table, found = lookup.find(self._db, id)
        return lookup.GETTERS[table](self._db, found)

    def article(self, article_id: str) -> Article:
        """The article of this id, as it was read last.

        Raises:
            UsageError: there is none.
        """
        return lookup.article(self._db, article_id)

    def event_mentions(self, event_id: str) -> Rows[EventMention]:
        """The mentions that make an event, the best first.

        Raises:
            UsageError: there is no such event.
        """
        sql = f"{MENTIONS.sql} WHERE m.event_id = (SELECT event_id FROM event_member WHERE own_id = ?) ORDER BY m.confidence DESC, m.id"
        mentions = self._rows(Condition(sql, (event_id,)), MENTIONS.shape)
        if not mentions:
            raise UsageError(f"{event_id}: the ledger has no such event")
        return mentions

    def told_by(self, id: str) -> str:
        """The mention that an id stands for: a mention itself, or the one that gave an event this id.

        Raises:
            UsageError: there is none, or there are several.
        """
        return lookup.told_by(self._db, id)

    def likenesses(self, event_id: str) -> list[tuple[str, str, float]]:
        """The mentions of an event two by two, with how likely they are one; pairs that were not worth comparing are left out."""
        return events.likenesses(self._db, event_id)

    def traits(self, mention_ids: Iterable[str]) -> dict[str, str]:
        """What these mentions are compared by, packed as the reconciler packed it."""
        return events.traits(self._db, mention_ids)

    def neighbours(self, event_id: str) -> list[tuple[str, str]]:
        """Events about the same parties around the same time, each with its surest mention."""
        return events.neighbours(self._db, event_id)

    def judgements_on(self, event_id: str) -> list[Judgement]:
        """The judgements that bear on the mentions of an event, the oldest first."""
        return judged.on(self._db, event_id)

    def evidence_context(self, evidence: Evidence, width: int = 160) -> tuple[str, str, str]:
        """Up to `width` characters before the words of this evidence, the words, and as many after them.

        Raises:
            UsageError: no article of the ledger has these words at this place.
        """
        text = lookup.text_around(self._db, evidence)
        start, end = evidence.start, evidence.end
        return text[max(0, start - width) : start], text[start:end], text[end : end + width]

    def verify(self, reconciling: Reconciling | None = None) -> list[str]:
        """What does not hold in the ledger, a line each; nothing when it is sound.

        Checked are the file and its references, that records are stored as they were written, that quoted words stand
        where they are said to stand, and that each current event mention is in one event, and each event has its id. With `reconciling`, also that
        each event is what its mentions make.
        """
        return list(verify.faults(self._db, reconciling))

    def export(
        self, target: export.Target, format: str = "jsonl", what: str = "events", **filters: Unpack[Filters]
    ) -> int:
        """Write events, mentions, articles, `imported` events or all `known` ones to a file or a stream; how many there were.

        `jsonl` has one object a line: the form of `sanudo code` with ids, publisher, publication date and URL, and of events how many
        sources tell them, which mentions support a value, what is disputed and what a person gave; `parquet`
        the same as typed columns; `csv` is flat, and safe to open in a spreadsheet.

        Raises:
            UsageError: there is no such format, record or filter.
            LedgerError: the file cannot be written. It is then as it was before.
        """
        asked = view(what)
        sql, values = asked.query(filters)
        with closing(self._db.each(sql, values)) as rows:
            return export.write(target, format, what, map(asked.shape.entry, rows))

    def _rows(self, query: Condition, shape: Shape[Any, T]) -> Rows[T]:
        return Rows(self._db.rows(*query), shape)
