"""Events: clusters of current event mentions. They can be made again at any time from mentions, articles and judgements.

Whatever comes or goes touches some mentions; all that hangs together with them, by likeness or by judgement, is clustered anew, and nothing
else. So the events do not depend on the order in which reports came, and a new report costs what its surroundings cost.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sanudo.ledger import judged, sources, tables
from sanudo.ledger.connection import Connection
from sanudo.ledger.reconciling import Reconciling
from sanudo.records import Article, Event, EventMention
from sanudo.serial import canonical, content_id, unpack

# Traits kept in memory: those of the mentions compared last.
REMEMBERED = 20_000


def event_id(mention_id: str) -> str:
    """The id of the event whose first mention this is. Whatever joins the event later, it is found by this id."""
    return content_id("e1", [mention_id])


class Events:
    """The events of a ledger as its writer keeps them; every method within the caller's transaction."""

    def __init__(self, db: Connection, reconciling: Reconciling) -> None:
        self._db = db
        self._by = reconciling
        self._traits: dict[str, Any] = {}

    def is_current(self) -> bool:
        """Whether the events were made with the rules and weights of today."""
        return self._db.rows("SELECT version FROM reconciled") == [(self._by.version,)]

    def note_current(self) -> None:
        """Note that they were."""
        self._db.change("DELETE FROM reconciled")
        self._db.insert("reconciled", (self._by.version,))

    def forget(self) -> None:
        """Take all events and what they were made of away, to be made anew."""
        for table in ("event", "likeness", "mention_key", "trait", *sources.TABLES):
            self._db.change(f"DELETE FROM {table}")
        self._traits.clear()

    def replace(self, article: Article, gone: Collection[str], mentions: Sequence[EventMention]) -> None:
        """An article has these mentions now, in the place of those that are `gone`."""
        touched = self._released(gone)
        touched |= self._mentions_of(sources.place(self._db, self._by, article))
        for mention in mentions:
            touched |= self._compared(mention, article)
        touched |= judged.resolve(self._db, article.id)
        self.settle(touched)

    def settle(self, touched: Collection[str]) -> None:
        """Make the events of these mentions anew, and of all that hang together with them."""
        if not self.is_current():
            self._db.change("DELETE FROM reconciled")  # made by two rules now: to be made anew
        together = self._reached(touched)
        wrong = judged.wrong(self._db, together)
        ids = together - wrong
        listed = canonical(sorted(ids))
        likely = {
            (left, right): score
            for left, right, score in self._db.rows(
                "SELECT left_id, right_id, score FROM likeness WHERE left_id IN (SELECT value FROM json_each(?))",
                (listed,),
            )
            if right in ids
        }
        same, apart = judged.pairs(self._db, ids)
        groups = map(frozenset, self._by.clusters(ids, likely, same, apart, self.traits))
        self._write(together, set(groups), touched)

    def _write(self, together: Collection[str], groups: set[frozenset[str]], touched: Collection[str]) -> None:
        """Put the events of these groups in the place of those that any of the mentions was in.

        An event that has the mentions it had, none of them touched, stays as it is, and of the others only what is new is written:
        most reports join an event that is told already, and in a large ledger every row lies on a page of its own.
        """
        before = self._members_of(together)
        stay = {ids for ids in before.values() if ids.isdisjoint(touched)} & groups
        made: dict[str, tuple[frozenset[str], Event, tables.EventRow]] = {}
        for ids in groups - stay:
            event, best, published = self.made(ids)
            made[event.id] = (ids, event, tables.of_event(event, best, published))
        for name, ids in before.items():
            if name in made:
                left = canonical(sorted(ids - made[name][0]))
                self._db.change("DELETE FROM event_member WHERE mention_id IN (SELECT value FROM json_each(?))", left)
            elif ids not in stay:
                self._db.change("DELETE FROM event WHERE id = ?", name)
        for name, (ids, event, row) in sorted(made.items()):
            self._put(event, row)
            new = sorted(ids - before.get(name, frozenset()))
            self._db.insert("event_member", *((one, name, event_id(one)) for one in new))

    def _put(self, event: Event, row: tables.EventRow) -> None:
        """Write an event and its parties, or what is new of them."""
        there = self._db.first("SELECT * FROM event WHERE id = ?", event.id)
        if there is None:
            self._db.insert("event", row)
        elif new := {name: value for name, value, old in zip(row._fields, row, there, strict=True) if value != old}:
            columns = ", ".join(f"{name} = ?" for name in new)
            self._db.change(f"UPDATE event SET {columns} WHERE id = ?", *new.values(), event.id)
        parties = set(tables.of_parties(event))
        known = set(self._db.rows("SELECT state, event_id FROM event_party WHERE event_id = ?", (event.id,)))
        for gone in sorted(known - parties):
            self._db.change("DELETE FROM event_party WHERE state = ? AND event_id = ?", *gone)
        self._db.insert("event_party", *sorted(parties - known))

    def _members_of(self, mention_ids: Collection[str]) -> dict[str, frozenset[str]]:
        """The events that any of these mentions is in, each with all its mentions."""
        rows = self._db.rows(
            """SELECT event_id, mention_id FROM event_member WHERE event_id IN
                (SELECT event_id FROM event_member WHERE mention_id IN (SELECT value FROM json_each(?)))""",
            (canonical(sorted(mention_ids)),),
        )
        members: dict[str, set[str]] = {}
        for name, one in rows:
            members.setdefault(name, set()).add(one)
        return {name: frozenset(ids) for name, ids in members.items()}

    def made(self, mention_ids: Collection[str]) -> tuple[Event, EventMention, str | None]:
        """The event of these mentions, its surest mention, and when the report of that was published."""
        listed = canonical(sorted(mention_ids))
        rows = self._db.rows(
            """SELECT DISTINCT packed, published, id FROM current_mention
            WHERE id IN (SELECT value FROM json_each(?))""",
            (listed,),
        )
        published = {id: day for _, day, id in rows}
        first = min(published, key=lambda id: (published[id] or "9999", id))
        mentions = [unpack(EventMention, packed) for packed, *_ in rows]
        counted = sources.of(self._db, {m.article_id for m in mentions})
        corrections = judged.corrections(self._db, mention_ids)
        event = self._by.merged(event_id(first), mentions, counted, corrections)
        best = min(mentions, key=lambda m: (-m.confidence, m.id))
        return event, best, published[best.id]

    def _released(self, gone: Collection[str]) -> set[str]:
        """Take mentions out of everything; the others of their events, which have to be settled."""
        listed = canonical(sorted(gone))
        inside = "IN (SELECT value FROM json_each(?))"
        names = {
            name for (name,) in self._db.rows(f"SELECT event_id FROM event_member WHERE mention_id {inside}", (listed,))
        }
        left: set[str] = set()
        for name in sorted(names):
            left |= {one for (one,) in self._db.rows("SELECT mention_id FROM event_member WHERE event_id = ?", (name,))}
            self._db.change("DELETE FROM event WHERE id = ?", name)
        self._db.change(f"DELETE FROM likeness WHERE left_id {inside}", listed)
        self._db.change(f"DELETE FROM likeness WHERE right_id {inside}", listed)
        self._db.change(f"DELETE FROM mention_key WHERE mention_id {inside}", listed)
        self._db.change(f"DELETE FROM trait WHERE mention_id {inside}", listed)
        return left - set(gone)

    def _compared(self, mention: EventMention, article: Article) -> set[str]:
        """Compare a new mention with those that share a key with it; the mention itself, to be settled."""
        traits = self._by.traits(mention, article)
        sought = canonical(sorted(self._by.sought_keys(traits)))
        others = self._db.rows(
            "SELECT DISTINCT mention_id FROM mention_key WHERE key IN (SELECT value FROM json_each(?)) ORDER BY 1",
            (sought,),
        )
        self._db.insert("trait", (mention.id, self._by.pack(traits)))
        self._db.insert("mention_key", *((key, mention.id) for key in sorted(self._by.own_keys(traits))))
        for (other,) in others:
            score = self._by.likeness(traits, self.traits(other)) if other != mention.id else None
            if score is not None:
                self._db.insert("likeness", (*sorted((mention.id, other)), score))
        self._remember(mention.id, traits)
        return {mention.id}

    def traits(self, mention_id: str) -> Any:
        """What a current mention is compared by."""
        if mention_id not in self._traits:
            row = self._db.first("SELECT packed FROM trait WHERE mention_id = ?", mention_id)
            self._remember(mention_id, self._by.unpack(row[0] if row else ""))
        return self._traits[mention_id]

    def _remember(self, mention_id: str, traits: Any) -> None:
        if len(self._traits) >= REMEMBERED:
            self._traits.pop(next(iter(self._traits)))
        self._traits[mention_id] = traits

    def _mentions_of(self, article_ids: Collection[str]) -> set[str]:
        sql = "SELECT id FROM current_mention WHERE article_id IN (SELECT value FROM json_each(?)) AND event_id IS NOT NULL"
        return {one for (one,) in self._db.rows(sql, (canonical(sorted(article_ids)),))} if article_ids else set()

    def _reached(self, touched: Collection[str]) -> set[str]:
        """The mentions that hang together with these: by likeness, by judgement, or in one event with them."""
        reached: set[str] = set()
        edge = set(touched)
        while edge:
            reached |= edge
            listed = canonical(sorted(edge))
            inside, least = "IN (SELECT value FROM json_each(?))", float(self._by.least)
            found = self._db.rows(
                f"""SELECT right_id FROM likeness WHERE left_id {inside} AND score >= {least}
                UNION SELECT left_id FROM likeness WHERE right_id {inside} AND score >= {least}
                UNION SELECT right_id FROM judged WHERE left_id {inside} AND right_id IS NOT NULL
                UNION SELECT left_id FROM judged WHERE right_id {inside} AND left_id IS NOT NULL
                UNION SELECT mention_id FROM event_member WHERE event_id IN
                    (SELECT event_id FROM event_member WHERE mention_id {inside})""",
                (listed,) * 5,
            )
            edge = {one for (one,) in found} - reached
        return reached


def likenesses(db: Connection, event_id: str) -> list[tuple[str, str, float]]:
    """The mentions of an event two by two, with their likeness, the likeliest first."""
    return db.rows(
        """SELECT k.left_id, k.right_id, k.score FROM likeness AS k
        JOIN event_member AS a ON a.mention_id = k.left_id JOIN event_member AS b ON b.mention_id = k.right_id
        WHERE a.event_id = b.event_id AND a.event_id = (SELECT event_id FROM event_member WHERE own_id = ?)
        ORDER BY k.score DESC, k.left_id, k.right_id""",
        (event_id,),
    )


def traits(db: Connection, mention_ids: Iterable[str]) -> dict[str, str]:
    """What mentions are compared by, packed."""
    listed = canonical(sorted(mention_ids))
    return dict(
        db.rows("SELECT mention_id, packed FROM trait WHERE mention_id IN (SELECT value FROM json_each(?))", (listed,))
    )


def neighbours(db: Connection, event_id: str) -> list[tuple[str, str]]:
    """The ids of other events that share a key with one, each with the id of its surest mention."""
    return db.rows(
        """SELECT DISTINCT e.id, e.best_id FROM event_member AS x
        JOIN mention_key AS k ON k.mention_id = x.mention_id JOIN mention_key AS o ON o.key = k.key
        JOIN event_member AS y ON y.mention_id = o.mention_id JOIN event AS e ON e.id = y.event_id
        WHERE x.event_id = (SELECT event_id FROM event_member WHERE own_id = ?) AND y.event_id <> x.event_id ORDER BY 1""",
        (event_id,),
    )
