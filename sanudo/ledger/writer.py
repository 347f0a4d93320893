"""The one writer of a ledger: an article is written whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sanudo.errors import LedgerError, UsageError
from sanudo.ledger import imported, judged, tables
from sanudo.ledger.connection import Connection
from sanudo.ledger.events import Events
from sanudo.ledger.faults import mapped
from sanudo.ledger.reconciling import Reconciling
from sanudo.records import Article, Entry, EventMention, Judgement, Parse, ReadProblem, Run
from sanudo.serial import unpack


class Writer:
    """What adds to a ledger. Made by `Ledger.writer`, of which there is one at a time."""

    def __init__(self, db: Connection, run: Run, reconciling: Reconciling) -> None:
        self._db = db
        self._run = run
        self._events = Events(db, reconciling)
        with db.transaction():
            if db.first("SELECT 1 FROM run WHERE id = ?", run.id) is None:
                db.insert("run", tables.of_run(run))

    def has_article(self, article_id: str, model: str) -> bool:
        """Whether this article was read with this model already, so that nothing is to be done."""
        return bool(self._db.first("SELECT 1 FROM reading WHERE article_id = ? AND model = ?", article_id, model))

    def add_article(self, article: Article, parse: Parse | None, mentions: Sequence[EventMention]) -> None:
        """Write what the run's model read in an article, and the events this makes, in one transaction.

        An article that was read with this model stays as it is. What another model read in it before stays too, and is
        current no longer. `parse` is None for an article that was kept but not coded.

        Raises:
            LedgerFullError: the disk is full; of this article nothing is written.
            LedgerError: a mention has the id of another, or a text cannot be stored.
        """
        if self.has_article(article.id, self._run.model):
            return
        with mapped(self._db.path), self._db.transaction():
            superseded = self._db.rows("SELECT id FROM current_mention WHERE article_id = ?", (article.id,))
            reading = self._add_reading(article)
            entities = parse.entity_mentions if parse else ()
            self._db.insert(
                "entity_mention", *(tables.of_entity(reading, *numbered) for numbered in enumerate(entities))
            )
            for mention in mentions:
                self._add_mention(mention, article)
            new = tuple({mention.id: mention for mention in mentions}.values())
            self._db.insert("reading_mention", *((reading, mention.id) for mention in new))
            self._events.replace(article, [mention for (mention,) in superseded], new)

    def add_imported(self, entries: Sequence[Entry], companions: Mapping[str, str] | None = None) -> int:
        """Add rows of another data set that are not there yet, in one transaction; how many were new.

        `companions` are files without which these rows mean nothing, such as dictionaries of numbers, by name.

        Raises:
            LedgerFullError: the disk is full; of these rows nothing is written.
        """
        with mapped(self._db.path), self._db.transaction():
            if companions and entries and (origin := entries[0].origin):
                imported.add_companions(self._db, origin.header, companions)
            return imported.add(self._db, entries, self._run.id)

    def add_problem(self, *problems: ReadProblem) -> None:
        """Keep what gave no article, and why; all of them in one transaction."""
        if not problems:
            return
        with self._db.transaction():
            self._db.insert("problem", *(tables.of_problem(problem, self._run.id) for problem in problems))

    @property
    def events_are_current(self) -> bool:
        """Whether the events were made by the rules and weights of this program."""
        return self._events.is_current()

    def remake_events(self) -> Iterator[int]:
        """Make all events anew, in one transaction, since the rules or weights changed; yields how many articles are done."""
        with self._db.transaction():
            self._events.forget()
            articles = self._db.rows("SELECT packed, text FROM current_article ORDER BY id")
            for done, (packed, text) in enumerate(articles, 1):
                article = tables.to_article(packed, text)
                mentions = self._db.rows(
                    "SELECT packed FROM current_mention WHERE article_id = ? ORDER BY id", (article.id,)
                )
                self._events.replace(article, (), [unpack(EventMention, one) for (one,) in mentions])
                yield done
            self._events.note_current()

    def judge(self, judgement: Judgement) -> None:
        """Add a judgement, or the retraction of one, and make anew the events it bears on. The same judgement again changes nothing.

        Raises:
            UsageError: there is no such verdict, or it is about no mention of this ledger.
            LedgerError: another judgement has this id, or the retraction names none that can be retracted.
        """
        row = tables.of_judgement(judgement)
        if self._db.first("SELECT * FROM judgement WHERE id = ?", judgement.id) == row:
            return
        self._refuse_unless_sound(judgement)
        with self._db.transaction():
            self._db.insert("judgement", row)
            self._events.settle(judged.resolve_one(self._db, judgement.retracts or judgement.id))

    def _refuse_unless_sound(self, judgement: Judgement) -> None:
        if judgement.retracts:
            return
        if judgement.verdict not in judged.VERDICTS:
            raise UsageError(f"there is no verdict {judgement.verdict!r}; there are {', '.join(judged.VERDICTS)}")
        for id in filter(None, (judgement.left_id, judgement.right_id)):
            if self._db.first("SELECT 1 FROM event_mention WHERE id = ?", id) is None:
                raise UsageError(f"{id}: the ledger has no such event mention")
        if (judgement.right_id is not None) != (judgement.verdict in (judged.SAME, judged.APART)):
            raise UsageError(
                f"the verdict {judgement.verdict!r} is about {'two mentions' if judgement.right_id is None else 'one mention'}"
            )

    def finish(self, finished: str) -> None:
        """Note when the run ended."""
        with self._db.transaction():
            self._db.change("UPDATE run SET finished = ? WHERE id = ?", finished, self._run.id)

    def _add_reading(self, article: Article) -> int:
        row = tables.of_article(article)
        there = self._db.first("SELECT key FROM article WHERE digest = ?", row.digest)
        key = there[0] if there else self._db.insert("article", row)
        return self._db.insert("reading", (None, article.id, key, self._run.model, self._run.id))

    def _add_mention(self, mention: EventMention, article: Article) -> None:
        row = tables.of_mention(mention, article)
        there = self._db.first("SELECT digest FROM event_mention WHERE id = ?", mention.id)
        if there is None:
            self._db.insert("event_mention", row)
            self._db.insert("participant", *tables.of_participants(mention))
        elif there != (row.digest,):
            raise LedgerError(f"{mention.id}: two event mentions that differ have this id; is the model's version new?")
