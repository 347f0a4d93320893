"""Whether everything in a ledger holds: the file, its references, its ids, and the words that values rest on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from sanudo.errors import LedgerError
from sanudo.ledger import tables
from sanudo.ledger.connection import Connection
from sanudo.ledger.events import Events, event_id
from sanudo.ledger.reconciling import Reconciling
from sanudo.records import Article, Event, EventMention
from sanudo.serial import pack, unpack

Span = tuple[int, int, str]

_READ = """SELECT m.*, a.packed, a.text
    FROM event_mention AS m
    LEFT JOIN reading_mention AS rm ON rm.mention_id = m.id
    LEFT JOIN reading AS r ON r.id = rm.reading_id
    LEFT JOIN article AS a ON a.key = r.article_key
    ORDER BY m.id, r.id"""


def faults(db: Connection, reconciling: Reconciling | None = None) -> Iterator[str]:
    """What does not hold, in words, one fault a line; nothing for a sound ledger."""
    checks: list[Callable[[Connection], Iterator[str]]]
    checks = [_file, _references, _articles, _entity_mentions, _event_mentions, _events, _imported]
    if reconciling is not None:
        checks.append(lambda db: _remade(db, reconciling))
    for check in checks:
        try:
            yield from check(db)
        except LedgerError as error:
            yield error.message
            return  # what the file does not give back cannot be checked further


def _file(db: Connection) -> Iterator[str]:
    for (answer,) in db.rows("PRAGMA integrity_check"):
        if answer != "ok":
            yield f"the file is damaged: {answer}"


def _references(db: Connection) -> Iterator[str]:
    for table, row, other, _ in db.rows("PRAGMA foreign_key_check"):
        yield f"{table}: row {row} names something in {other} that is not there"


def _articles(db: Connection) -> Iterator[str]:
    for row in db.each("SELECT * FROM article ORDER BY key"):
        stored = tables.ArticleRow(None, *row[1:])
        try:
            sound = tables.of_article(tables.to_article(stored.packed, stored.text)) == stored
        except (ValueError, TypeError):  # no JSON, or not that of an article
            sound = False
        if not sound:
            yield f"{stored.id}: the stored article is not the one that was written"


def _entity_mentions(db: Connection) -> Iterator[str]:
    spans = "SELECT start_offset, end_offset, text FROM entity_mention WHERE reading_id = ? ORDER BY position"
    readings = "SELECT r.id, a.id, a.text FROM reading AS r JOIN article AS a ON a.key = r.article_key ORDER BY r.id"
    for reading, article_id, text in db.each(readings):
        for span in db.rows(spans, (reading,)):
            yield from _misquoted("an entity mention", span, article_id, text)


def _event_mentions(db: Connection) -> Iterator[str]:
    """Each mention as it is stored and, for each reading that gave it, against the text of the article."""
    last = None
    for *row, packed, text in db.each(_READ):
        stored = tables.MentionRow(*row)
        try:
            mention, article = unpack(EventMention, stored.packed), tables.to_article(packed, text)
        except (ValueError, TypeError):  # no JSON, or not that of these records; or no reading gave the mention
            yield f"{stored.id}: the stored event mention, or its article, cannot be read"
            continue
        if stored.id != last:
            yield from _stored(db, mention, stored, article)
        for span in _quoted(mention):
            yield from _misquoted(mention.id, span, article.id, article.text)
        last = stored.id


def _stored(db: Connection, mention: EventMention, stored: tables.MentionRow, article: Article) -> Iterator[str]:
    if tables.of_mention(mention, article) != stored:
        yield f"{stored.id}: the stored event mention is not the one that was written"
    if mention.article_id != article.id:
        yield f"{stored.id}: it is of {mention.article_id}, but was read in {article.id}"
    parties = db.rows("SELECT * FROM participant WHERE mention_id = ? ORDER BY role, position", (stored.id,))
    if parties != list(tables.of_participants(mention)):
        yield f"{stored.id}: the stored participants are not those that were written"


def _quoted(mention: EventMention) -> Iterator[Span]:
    for evidence in mention.evidence:
        yield evidence.start, evidence.end, evidence.text
    for party in (*mention.actors, *mention.recipients):
        yield party.start, party.end, party.text


def _misquoted(what: str, span: Span, article_id: str, text: str) -> Iterator[str]:
    start, end, words = span
    if text[start:end] != words:
        yield f"{what}: characters {start} to {end} of {article_id} are not {words!r}"


def _events(db: Connection) -> Iterator[str]:
    members: defaultdict[str, list[tuple[str, float, str]]] = defaultdict(list)
    for event, mention, confidence, published in db.rows(
        """SELECT x.event_id, m.id, m.confidence, coalesce(c.published, '9999') FROM event_member AS x
        JOIN event_mention AS m ON m.id = x.mention_id LEFT JOIN current_mention AS c ON c.id = m.id"""
    ):
        members[event].append((mention, -confidence, published))
    for event, best, packed in db.rows("SELECT id, best_id, packed FROM event ORDER BY id"):
        told = members.get(event, [])
        if not told:
            yield f"{event}: the event has no mention"
            continue
        if event_id(min((published, mention) for mention, _, published in told)[1]) != event:
            yield f"{event}: the id is not that of the event's first mention"
        if min((doubt, mention) for mention, doubt, _ in told)[1] != best:
            yield f"{event}: {best} is not the best of its mentions"
        if tuple(sorted(mention for mention, *_ in told)) != _ids(packed):
            yield f"{event}: the stored event is not that of its mentions"
    yield from _unplaced(db)


def _ids(packed: str) -> tuple[str, ...] | None:
    try:
        return unpack(Event, packed).mention_ids
    except (ValueError, TypeError):  # no JSON, or not that of an event
        return None


def _remade(db: Connection, reconciling: Reconciling) -> Iterator[str]:
    """Each event against what its mentions make of it today."""
    events = Events(db, reconciling)
    if not events.is_current():
        return  # made by other rules or weights; the next reading makes them anew
    for name, packed in db.rows("SELECT id, packed FROM event ORDER BY id"):
        ids = [id for (id,) in db.rows("SELECT mention_id FROM event_member WHERE event_id = ?", (name,))]
        if not ids:
            continue
        event = events.made(ids)[0]
        if pack(event) != packed:
            yield f"{name}: the stored event is not what its mentions make"
        if db.rows("SELECT * FROM event_party WHERE event_id = ? ORDER BY 1", (name,)) != list(
            tables.of_parties(event)
        ):
            yield f"{name}: it is not found by its states"


def _unplaced(db: Connection) -> Iterator[str]:
    wrong = (
        "SELECT d.left_id FROM judged AS d JOIN live_judgement AS j ON j.id = d.judgement_id WHERE j.verdict = 'wrong'"
    )
    for (mention,) in db.rows(
        f"SELECT id FROM current_mention WHERE event_id IS NULL AND id NOT IN ({wrong}) ORDER BY id"
    ):
        yield f"{mention}: the event mention is in no event"
    superseded = "SELECT mention_id FROM event_member WHERE mention_id NOT IN (SELECT id FROM current_mention)"
    for (mention,) in db.rows(superseded):
        yield f"{mention}: the event mention is superseded, and still in an event"


def _imported(db: Connection) -> Iterator[str]:
    """Each imported event as it is stored, and the states by which it is found."""
    states: defaultdict[int, list[str]] = defaultdict(list)
    for state, key in db.each("SELECT state, event_key FROM imported_state ORDER BY state"):
        states[key].append(state)
    for key, id, type, packed in db.each("SELECT key, id, type, packed FROM imported_event ORDER BY key"):
        try:
            mention = unpack(EventMention, packed)
        except (ValueError, TypeError):  # no JSON, or not that of an event mention
            yield f"{id}: the imported event cannot be read"
            continue
        told = sorted({party.state for party in (*mention.actors, *mention.recipients) if party.state})
        if (mention.id, mention.type, told) != (id, type, states[key]):
            yield f"{id}: the stored event is not the one that was imported"
