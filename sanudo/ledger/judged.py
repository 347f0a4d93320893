"""What persons judged, as it bears on the current mentions: a later reading gives other mentions of the same words, and the judgement goes with the words."""

from __future__ import annotations

from collections.abc import Collection

from sanudo.ledger.connection import Connection
from sanudo.ledger.reconciling import Pair
from sanudo.records import EventMention, Judgement
from sanudo.serial import canonical, unpack

SAME, APART, WRONG, CORRECT = VERDICTS = ("same", "apart", "wrong", "correct")
_INSIDE = "IN (SELECT value FROM json_each(?))"
_JUDGED = "SELECT {} FROM judged AS d JOIN live_judgement AS j ON j.id = d.judgement_id"


def resolve(db: Connection, article_id: str) -> set[str]:
    """Find the current mentions of all judgements about mentions of this article; those mentions."""
    sql = """SELECT DISTINCT j.id FROM live_judgement AS j JOIN event_mention AS m ON m.id IN (j.left_id, j.right_id)
        WHERE m.article_id = ? ORDER BY 1"""
    found: set[str] = set()
    for (judgement_id,) in db.rows(sql, (article_id,)):
        found |= resolve_one(db, judgement_id)
    return found


def resolve_one(db: Connection, judgement_id: str) -> set[str]:
    """Find the current mentions of one judgement; those mentions. What a retracted one was about is found, and noted no more."""
    row = db.first("SELECT left_id, right_id FROM judgement WHERE id = ?", judgement_id)
    ids = [_current(db, id) if id else None for id in row or ()]
    db.change("DELETE FROM judged WHERE judgement_id = ?", judgement_id)
    if db.first("SELECT 1 FROM live_judgement WHERE id = ?", judgement_id):
        db.insert("judged", (judgement_id, *ids))
    return {id for id in ids if id}


def pairs(db: Connection, ids: Collection[str]) -> tuple[set[Pair], set[Pair]]:
    """Pairs of these mentions that are one event, and pairs that are not. Of contradicting judgements on a pair the last counts."""
    sql = f"{_JUDGED.format('d.left_id, d.right_id, j.verdict')} WHERE d.left_id {_INSIDE} AND d.right_id {_INSIDE} ORDER BY j.made_at, j.id"
    listed = canonical(sorted(ids))
    last: dict[Pair, str] = {}
    for left, right, verdict in db.rows(sql, (listed, listed)):
        first, second = sorted((left, right))
        last[first, second] = verdict
    same, apart = ({pair for pair, verdict in last.items() if verdict == asked} for asked in (SAME, APART))
    return same, apart


def wrong(db: Connection, ids: Collection[str]) -> set[str]:
    """Those of these mentions that were judged to tell of nothing."""
    sql = f"{_JUDGED.format('d.left_id')} WHERE j.verdict = '{WRONG}' AND d.left_id {_INSIDE}"
    return {one for (one,) in db.rows(sql, (canonical(sorted(ids)),))}


def corrections(db: Connection, ids: Collection[str]) -> tuple[Judgement, ...]:
    """Judgements that give a field of the event of these mentions another value, the oldest first."""
    sql = f"{_JUDGED.format('j.*')} WHERE j.verdict = '{CORRECT}' AND d.left_id {_INSIDE} ORDER BY j.made_at, j.id"
    return tuple(Judgement(*row) for row in db.rows(sql, (canonical(sorted(ids)),)))


def on(db: Connection, event_id: str) -> list[Judgement]:
    """All judgements about the mentions of an event, the oldest first."""
    sql = f"""{_JUDGED.format("DISTINCT j.*")} JOIN event_member AS x ON x.mention_id IN (d.left_id, d.right_id)
        WHERE x.event_id = (SELECT event_id FROM event_member WHERE own_id = ?) ORDER BY j.made_at, j.id"""
    return [Judgement(*row) for row in db.rows(sql, (event_id,))]


def _current(db: Connection, mention_id: str) -> str | None:
    """The mention itself where it is current; else the current one of its article whose words it shares most; None for none."""
    if db.first("SELECT 1 FROM current_mention WHERE id = ?", mention_id):
        return mention_id
    row = db.first("SELECT article_id, packed FROM event_mention WHERE id = ?", mention_id)
    if row is None:
        return None
    old = unpack(EventMention, row[1])
    ranked = []
    for (packed,) in db.rows("SELECT packed FROM current_mention WHERE article_id = ?", (row[0],)):
        new = unpack(EventMention, packed)
        words, parties = _shared_words(old, new), len(_parties(old) & _parties(new))
        if words and parties:
            ranked.append((words, parties, new.type == old.type, new.id))
    return max(ranked)[-1] if ranked else None


def _shared_words(one: EventMention, other: EventMention) -> int:
    """Characters of the article that the evidence of both covers."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one.evidence for b in other.evidence)


def _parties(mention: EventMention) -> set[str]:
    return {party.state for party in (*mention.actors, *mention.recipients)}
