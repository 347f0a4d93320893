"""Whether everything in a ledger holds: the file, its references, its ids, and the words that values rest on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sanudo.errors import LedgerError
from sanudo.ledger import tables
from sanudo.ledger.connection import Connection
from sanudo.ledger.events import Member, best_of, event_id
from sanudo.records import Article, EventMention
from sanudo.serial import unpack

Span = tuple[int, int, str]

_READ = """SELECT m.*, a.packed, a.text
    FROM event_mention AS m
    LEFT JOIN reading_mention AS rm ON rm.mention_id = m.id
    LEFT JOIN reading AS r ON r.id = rm.reading_id
    LEFT JOIN article AS a ON a.key = r.article_key
    ORDER BY m.id, r.id"""


def faults(db: Connection) -> Iterator[str]:
    """What does not hold, in words, one fault a line; nothing for a sound ledger."""
    for check in (_file, _references, _articles, _entity_mentions, _event_mentions, _events, _imported):
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
    members: defaultdict[str, list[Member]] = defaultdict(list)
    for event, mention, confidence in db.rows(
        "SELECT x.event_id, m.id, m.confidence FROM event_member AS x JOIN event_mention AS m ON m.id = x.mention_id"
    ):
        members[event].append((mention, confidence))
    for event, best in db.rows("SELECT id, best_id FROM event ORDER BY id"):
        if event not in members:
            yield f"{event}: the event has no mention"
        elif event_id(mention for mention, _ in members[event]) != event:
            yield f"{event}: the id is not that of the event's mentions"
        elif best_of(members[event]) != best:
            yield f"{event}: {best} is not the best of its mentions"
    yield from _unplaced(db)


def _unplaced(db: Connection) -> Iterator[str]:
    for (mention,) in db.rows("SELECT id FROM current_mention WHERE event_id IS NULL ORDER BY id"):
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
