"""How records lie in the tables: one function a table, from a record to its row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from sanudo.dates import bounds
from sanudo.errors import LedgerError
from sanudo.ledger.connection import Row
from sanudo.records import (
    Article,
    EntityMention,
    Entry,
    Event,
    EventMention,
    Judgement,
    Participant,
    ReadProblem,
    Run,
)
from sanudo.serial import canonical, content_id, pack, pack_short, unpack

Days = tuple[str | None, str | None]


class ArticleRow(NamedTuple):
    """A row of `article`; the key is the database's to give."""

    key: None
    id: str
    digest: str
    published: str | None
    first_day: str | None
    last_day: str | None
    publisher: str | None
    url: str | None
    text: str
    packed: str


class MentionRow(NamedTuple):
    """A row of `event_mention`."""

    id: str
    article_id: str
    digest: str
    type: str
    kind: str
    status: str
    symmetric: int
    confidence: float
    first_day: str | None
    last_day: str | None
    words: str
    packed: str


class EventRow(NamedTuple):
    """A row of `event`."""

    id: str
    best_id: str
    type: str
    kind: str
    status: str
    first_day: str | None
    last_day: str | None
    disputed: int
    packed: str


def of_article(article: Article) -> ArticleRow:
    """An article as it was read."""
    return ArticleRow(
        None,
        article.id,
        digest(pack(article)),
        article.published,
        *_days(article.published),
        article.publisher,
        article.url,
        article.text,
        pack(replace(article, text="")),
    )


def to_article(packed: str, text: str) -> Article:
    """The article that these columns hold."""
    return replace(unpack(Article, packed), text=text)


def of_mention(mention: EventMention, article: Article) -> MentionRow:
    """An event mention; one without a date lies, for queries, on the day its article was published."""
    packed = pack(mention)
    return MentionRow(
        mention.id,
        mention.article_id,
        digest(packed),
        mention.type,
        str(mention.kind),
        str(mention.status),
        int(mention.symmetric),
        mention.confidence,
        *_days(mention.when or article.published),
        "\n".join(evidence.text for evidence in mention.evidence),
        packed,
    )


def of_event(event: Event, best: EventMention, published: str | None) -> EventRow:
    """A row of `event`; one without a date lies, for queries, on the day the article of its surest mention was published."""
    return EventRow(
        event.id,
        best.id,
        event.type,
        str(event.kind),
        str(event.status),
        *_days(event.when or published),
        int(bool(event.disputes)),
        pack(event),
    )


def of_parties(event: Event) -> Iterator[Row]:
    """The rows of `event_party` for an event."""
    for state in sorted({party.state for party in (*event.actors, *event.recipients)}):
        yield (state, event.id)


def of_participants(mention: EventMention) -> Iterator[Row]:
    """The rows of `participant` for a mention."""
    for role, parties in (("actor", mention.actors), ("recipient", mention.recipients)):
        for position, party in enumerate(parties):
            yield (mention.id, role, position, *_participant(party))


def of_imported(entry: Entry, file_key: int) -> Row:
    """A row of `imported_event`; the key is the database's to give."""
    mention, origin = entry.mention, entry.origin
    if origin is None:
        raise LedgerError(f"{entry.event_id}: an imported event says where it comes from")
    row = (origin.line, origin.raw, origin.row_id, origin.code, origin.intensity)
    told = (mention.type, str(mention.kind), str(mention.status), *_days(mention.when or entry.published))
    return (None, mention.id, file_key, *row, *told, entry.publisher, entry.published, entry.url, pack_short(mention))


def of_states(entry: Entry, key: int) -> Iterator[Row]:
    """The rows of `imported_state` for an imported event."""
    parties = (*entry.mention.actors, *entry.mention.recipients)
    return ((state, key) for state in sorted({party.state for party in parties if party.state}))


def of_entity(reading: int, position: int, entity: EntityMention) -> Row:
    """A row of `entity_mention`."""
    states = canonical(entity.states)
    words = (entity.start, entity.end, entity.text, str(entity.label))
    return (reading, position, *words, states, entity.sector, entity.name, entity.how)


def of_run(run: Run) -> Row:
    """A row of `run`."""
    return (run.id, run.program, run.model, run.data, run.options, run.started, run.finished)


def of_problem(problem: ReadProblem, run_id: str) -> Row:
    """A row of `problem`; the id is the database's to give."""
    refusal = problem.refusal
    return (None, run_id, problem.origin, str(refusal.reason), refusal.field, refusal.note)


def of_judgement(judgement: Judgement) -> Row:
    """A row of `judgement`."""
    j = judgement
    return (j.id, j.verdict, j.left_id, j.right_id, j.reason, j.by, j.made_at, j.score, j.value, j.retracts)


def digest(packed: str) -> str:
    """What `verify` compares to see that a stored record is still the one that was written."""
    return content_id("d1", packed.encode())


def _participant(party: Participant) -> Row:
    return (party.state, party.sector, party.name, party.text, party.start, party.end)


def _days(edtf: str | None) -> Days:
    span = bounds(edtf) if edtf else None
    return (span[0].isoformat(), span[1].isoformat()) if span else (None, None)
