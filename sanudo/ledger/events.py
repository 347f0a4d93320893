"""Events: clusters of current event mentions. They can be made again at any time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sanudo.errors import UsageError
from sanudo.ledger.connection import Connection
from sanudo.records import Event, EventMention
from sanudo.serial import content_id

Member = tuple[str, float]  # the id and the confidence of an event mention


def event_id(mention_ids: Iterable[str]) -> str:
    """The id of the event that these mentions make, in whatever order they come."""
    return content_id("e1", sorted(mention_ids))


def best_of(members: Iterable[Member]) -> str:
    """The mention whose values the event takes: the most confident, and of equals the first by id."""
    return min(members, key=lambda member: (-member[1], member[0]))[0]


def event_from(best: EventMention, mention_ids: Iterable[str], article_ids: Iterable[str]) -> Event:
    """The event of these mentions, with the values of the best of them; its `detail` is that of them all."""
    members = tuple(sorted(mention_ids))
    return Event(
        id=event_id(members),
        mention_ids=members,
        type=best.type,
        kind=best.kind,
        actors=best.actors,
        recipients=best.recipients,
        symmetric=best.symmetric,
        status=best.status,
        confidence=best.confidence,
        when=best.when,
        when_basis=best.when_basis,
        where=best.where,
        article_ids=tuple(sorted(set(article_ids))),
        detail=best.detail,
    )


def found(db: Connection, clusters: Iterable[Sequence[Member]]) -> None:
    """Write one event for each cluster of mentions that are in none."""
    groups = [(event_id(m for m, _ in cluster), cluster) for cluster in clusters]
    db.insert("event", *((name, best_of(cluster)) for name, cluster in groups))
    db.insert("event_member", *((mention, name) for name, cluster in groups for mention, _ in cluster))


def release(db: Connection, mention_ids: Sequence[str]) -> None:
    """Take mentions out of their events; what is left of an event makes an event of its own."""
    gone = set(mention_ids)
    marks = ", ".join("?" * len(mention_ids))
    touched = db.rows(f"SELECT DISTINCT event_id FROM event_member WHERE mention_id IN ({marks})", mention_ids)
    for (name,) in touched:
        rest = [member for member in _members(db, name) if member[0] not in gone]
        db.change("DELETE FROM event WHERE id = ?", name)
        if rest:
            found(db, [rest])


def regroup(db: Connection, clusters: Iterable[Iterable[str]]) -> None:
    """Make the events that these clusters of current mentions say; an event that stays as it is keeps its row.

    Raises:
        UsageError: the clusters do not hold each current mention exactly once.
    """
    confidence: dict[str, float] = dict(db.rows("SELECT id, confidence FROM current_mention"))
    groups = [tuple(cluster) for cluster in clusters]
    _refuse_unless_partition(groups, confidence)
    wanted = {event_id(group): [(mention, confidence[mention]) for mention in group] for group in groups}
    there = {name for (name,) in db.rows("SELECT id FROM event")}
    for name in sorted(there - set(wanted)):
        db.change("DELETE FROM event WHERE id = ?", name)
    found(db, (members for name, members in sorted(wanted.items()) if name not in there))


def _refuse_unless_partition(groups: list[tuple[str, ...]], current: Iterable[str]) -> None:
    placed = [mention for group in groups for mention in group]
    if odd := sorted(set(placed).symmetric_difference(current)):
        raise UsageError(f"clusters must hold the current event mentions and no others; {odd[0]} is missing or unknown")
    if len(placed) != len(set(placed)) or not all(groups):
        raise UsageError("clusters must hold each current event mention once, and none may be empty")


def _members(db: Connection, name: str) -> list[Member]:
    sql = "SELECT id, confidence FROM event_member JOIN event_mention ON id = mention_id WHERE event_id = ?"
    return [(mention, confidence) for mention, confidence in db.rows(sql, (name,))]
