from dataclasses import replace

import pytest
from build import article_of, mention_of
from ledger_help import tamper

from sanudo.records import EntityMention, MentionLabel, Parse

ARTICLE = article_of("Hanoi and Manila signed a pact. Seoul praised Hanoi.", published="2018-08-07")
PACT = mention_of(ARTICLE, "SUPPORT", "VNM:Hanoi PHL:Manila", evidence="Hanoi and Manila signed a pact.")
PRAISE = mention_of(ARTICLE, "SUPPORT", "KOR:Seoul", "VNM:Hanoi", evidence="Seoul praised Hanoi.")
FOUND = Parse(ARTICLE.id, (), (EntityMention(0, 5, "Hanoi", MentionLabel.CAPITAL, ("VNM",)),))


@pytest.fixture
def full(ledger, add):
    add((ARTICLE, PACT, PRAISE), parse=FOUND)
    assert ledger.verify() == []
    return ledger


@pytest.mark.parametrize(
    ("statements", "fault"),
    [
        (["UPDATE article SET text = replace(text, 'Manila', 'Jakarta')"], "are not 'Hanoi and Manila signed"),
        (["UPDATE article SET text = replace(text, 'pact', 'deal')"], "stored article is not the one that was written"),
        (["UPDATE article SET publisher = 'Another'"], "stored article is not the one that was written"),
        (["UPDATE article SET packed = '{'"], "stored article is not the one that was written"),
        (["UPDATE article SET packed = '{}'"], "cannot be read"),
        (["UPDATE event_mention SET status = 'denied'"], "stored event mention is not the one that was written"),
        (
            ["UPDATE event_mention SET packed = replace(packed, '0.9', '0.8'), confidence = 0.8"],
            "stored event mention is not the one that was written",
        ),
        (["UPDATE event_mention SET packed = 'nonsense'"], "cannot be read"),
        (["UPDATE participant SET state = 'LAO' WHERE state = 'VNM'"], "stored participants are not those"),
        (["DELETE FROM participant"], "stored participants are not those"),
        (["UPDATE entity_mention SET end_offset = 4"], "an entity mention: characters 0 to 4"),
        (["UPDATE event SET id = 'e1:other'", "UPDATE event_member SET event_id = 'e1:other'"], "id is not that"),
        (["DELETE FROM event_member"], "the event has no mention"),
        (["DELETE FROM event_member", "DELETE FROM event"], "the event mention is in no event"),
        (["DELETE FROM event"], "event_member: row"),
        (["DELETE FROM reading_mention"], "cannot be read"),
        (["DELETE FROM run"], "reading: row"),
    ],
)
def test_what_was_changed_behind_its_back_is_found(path, full, statements, fault):
    if any("id = 'e1:other'" in statement for statement in statements):
        statements = [statement + (" WHERE rowid = 1" if "event SET" in statement else "") for statement in statements]
    tamper(path, *statements)
    faults = full.verify()
    assert any(fault in found for found in faults), faults


def test_a_superseded_mention_must_be_in_no_event(path, full, add):
    add((ARTICLE, replace(PRAISE, id="m1:later", model="m2")), model="m2")
    assert full.verify() == []
    (event,) = full.events()
    tamper(path, f"INSERT INTO event_member VALUES ('{PACT.id}', '{event.id}', 'e1:own')")
    assert f"{PACT.id}: the event mention is superseded, and still in an event" in full.verify()


def test_the_best_mention_gives_the_values(path, full):
    tamper(path, f"UPDATE event SET best_id = '{PACT.id}'")
    (fault,) = [found for found in full.verify() if "best" in found]
    assert fault.endswith(f"{PACT.id} is not the best of its mentions")


@pytest.mark.parametrize(
    "wrong",
    [
        replace(PRAISE, evidence=(replace(PRAISE.evidence[0], start=0),)),
        replace(PRAISE, actors=(replace(PRAISE.actors[0], end=50),)),
        replace(PRAISE, article_id="a1:another"),
    ],
)
def test_what_never_fitted_its_article_is_found(ledger, add, wrong):
    add((ARTICLE, wrong))
    (fault,) = ledger.verify()
    assert fault.startswith(PRAISE.id)
