import re
from dataclasses import replace

import pytest
from build import article_of, mention_of
from ledger_help import ask, judge, run_of

from sanudo.errors import LedgerError, UsageError
from sanudo.ledger.events import event_id
from sanudo.reconcile import Reconciler
from sanudo.records import (
    EntityMention,
    Judgement,
    MentionLabel,
    Parse,
    ReadProblem,
    Reason,
    Refusal,
    Segment,
)

TREATY = article_of(
    "Oslo and Riga signed a treaty. Vilnius protested to Oslo.",
    published="2018-08-07",
    publisher="The Northern Mail",
    segments=(Segment(0, 57, 12, 69),),
    refusals=(Refusal(Reason.NOT_STATED, "author", "no byline"),),
)
SIGNED = mention_of(TREATY, "SUPPORT", "NOR:Oslo LVA:Riga", evidence="Oslo and Riga signed a treaty.")
PROTEST = mention_of(TREATY, "ACCUSE", "LTU:Vilnius", "NOR:Oslo", evidence="Vilnius protested to Oslo.")
VISIT = article_of("The minister of Chile visited Cuba.", published="2018-08")
VISITED = mention_of(VISIT, "CONSULT", "CHL:Chile", "CUB:Cuba")


def test_what_is_written_comes_back_as_it_was(ledger, add):
    add((TREATY, SIGNED, PROTEST))
    assert list(ledger.articles()) == [TREATY]
    assert {mention.id: mention for mention in ledger.mentions()} == {m.id: m for m in (SIGNED, PROTEST)}


def test_each_new_mention_is_an_event_of_its_own(ledger, add):
    add((TREATY, SIGNED, PROTEST), (VISIT, VISITED))
    assert sorted(event.mention_ids for event in ledger.events()) == sorted((m.id,) for m in (SIGNED, PROTEST, VISITED))
    assert ledger.verify() == []


def test_an_article_read_with_this_model_stays_as_it_is(path, add):
    add((TREATY, SIGNED))
    before = ask(path, "SELECT * FROM event_mention"), ask(path, "SELECT * FROM reading")
    add((TREATY, PROTEST))
    assert (ask(path, "SELECT * FROM event_mention"), ask(path, "SELECT * FROM reading")) == before


def test_has_article_asks_for_the_model(ledger, add):
    add((TREATY, SIGNED))
    with ledger.writer(run_of("m2")) as writer:
        assert writer.has_article(TREATY.id, "m1")
        assert not writer.has_article(TREATY.id, "m2")
        assert not writer.has_article(VISIT.id, "m1")


def test_a_newer_model_supersedes_and_keeps_the_older_reading(path, ledger, add):
    better = mention_of(TREATY, "AGREE", "NOR:Oslo LVA:Riga", evidence=SIGNED.evidence[0].text, model="m2")
    add((TREATY, SIGNED, PROTEST))
    add((TREATY, better), model="m2")
    assert list(ledger.mentions()) == [better]
    assert [event.mention_ids for event in ledger.events()] == [(better.id,)]
    assert {name for (name,) in ask(path, "SELECT id FROM event_mention")} == {SIGNED.id, PROTEST.id, better.id}
    assert ask(path, "SELECT model, run_id FROM reading ORDER BY id") == [("m1", "r1:m1"), ("m2", "r1:m2")]
    assert ledger.get(SIGNED.id) == SIGNED
    assert ledger.verify() == []


def test_two_models_may_read_the_same(path, ledger, add):
    add((TREATY, SIGNED))
    add((TREATY, SIGNED), model="m2")
    assert list(ledger.mentions()) == [SIGNED]
    assert len(ask(path, "SELECT * FROM event_mention")) == 1
    assert ledger.verify() == []


def test_a_text_that_is_cleaned_differently_keeps_the_older_text_for_its_evidence(ledger, add):
    shorter = replace(TREATY, text="Vilnius protested to Oslo.", segments=(Segment(0, 26, 43, 69),))
    again = mention_of(shorter, "ACCUSE", "LTU:Vilnius", "NOR:Oslo", model="m2")
    add((TREATY, PROTEST))
    add((shorter, again), model="m2")
    assert ledger.article(TREATY.id) == shorter
    assert ledger.evidence_context(again.evidence[0], 8) == ("", "Vilnius protested to Oslo.", "")
    assert ledger.evidence_context(PROTEST.evidence[0], 8) == ("treaty. ", "Vilnius protested to Oslo.", "")
    assert ledger.verify() == []


def test_superseding_one_member_keeps_the_rest_of_its_event(ledger, add):
    add((TREATY, SIGNED), (VISIT, VISITED))
    judge(ledger, "same", SIGNED.id, VISITED.id)
    add((TREATY,), model="m2")
    assert [event.mention_ids for event in ledger.events()] == [(VISITED.id,)]
    assert ledger.verify() == []


def test_an_article_that_was_not_coded_is_kept(ledger, add):
    foreign = article_of("Oslo og Riga undertegnet en avtale.", refusals=(Refusal(Reason.NOT_ENGLISH),))
    add((foreign,))
    assert list(ledger.articles()) == [foreign]
    with ledger.writer(run_of()) as writer:
        assert writer.has_article(foreign.id, "m1")


def test_entity_mentions_are_kept_in_order(path, add):
    found = (
        EntityMention(0, 4, "Oslo", MentionLabel.CAPITAL, ("NOR",), "GOV", None, "capital of Norway"),
        EntityMention(9, 13, "Riga", MentionLabel.CAPITAL, ("LVA",)),
    )
    add((TREATY, SIGNED), parse=Parse(TREATY.id, (), found))
    rows = ask(path, "SELECT position, start_offset, end_offset, text, label, states, how FROM entity_mention")
    assert rows == [
        (0, 0, 4, "Oslo", "capital", '["NOR"]', "capital of Norway"),
        (1, 9, 13, "Riga", "capital", '["LVA"]', ""),
    ]


def test_participants_have_rows_of_their_own(path, add):
    add((TREATY, PROTEST))
    rows = ask(path, "SELECT role, position, state, text, start_offset, end_offset FROM participant ORDER BY role")
    assert rows == [("actor", 0, "LTU", "Vilnius", 31, 38), ("recipient", 0, "NOR", "Oslo", 52, 56)]


def test_an_article_is_written_whole_or_not_at_all(path, ledger):
    other = replace(SIGNED, confidence=0.1)
    with ledger.writer(run_of()) as writer:
        with pytest.raises(LedgerError, match="two event mentions that differ have this id"):
            writer.add_article(TREATY, None, [PROTEST, SIGNED, other])
        assert not writer.has_article(TREATY.id, "m1")
    for table in ("article", "reading", "event_mention", "participant", "event", "event_member"):
        assert ask(path, f"SELECT * FROM {table}") == []


def test_ctrl_c_leaves_nothing_half_written(path, ledger, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    with ledger.writer(run_of()) as writer:
        with monkeypatch.context() as patch:
            patch.setattr("sanudo.ledger.events.Events.settle", interrupted)
            with pytest.raises(KeyboardInterrupt):
                writer.add_article(TREATY, None, [SIGNED])
        assert ask(path, "SELECT count(*) FROM event_mention") == [(0,)]
        writer.add_article(TREATY, None, [SIGNED])
    assert list(ledger.mentions()) == [SIGNED]


def test_runs_and_problems_are_noted(ledger):
    problem = ReadProblem("feed.xml#3", Refusal(Reason.EMPTY, None, "the item has no text; left out"))
    with ledger.writer(run_of()) as writer:
        writer.add_problem(problem)
        writer.add_problem(problem)
        writer.finish("2026-01-02T03:05:00Z")
    assert list(ledger.problems()) == [problem]
    assert list(ledger.runs()) == [run_of(finished="2026-01-02T03:05:00Z")]


def test_what_a_person_judged_one_event_is_one_until_it_is_retracted(ledger, add):
    surer = replace(VISITED, id="m1:surer", confidence=0.99)
    add((TREATY, SIGNED, PROTEST), (VISIT, VISITED, surer))
    alone = {event.id: event.mention_ids for event in ledger.events()}
    judge(ledger, "same", VISITED.id, surer.id)
    events = {event.mention_ids: event for event in ledger.events()}
    both = events[tuple(sorted((VISITED.id, surer.id)))]
    assert both.confidence == 0.99
    assert both.article_ids == (VISIT.id,)
    assert ledger.event_mentions(both.id)[0] == surer
    assert alone[events[(SIGNED.id,)].id] == (SIGNED.id,)
    assert ledger.verify(Reconciler()) == []
    judge(ledger, "same", VISITED.id, surer.id, id="j1:back", retracts="j1:same")
    assert {event.id: event.mention_ids for event in ledger.events()} == alone


def test_an_event_is_found_by_the_id_it_had_before_it_was_taken_into_another(ledger, add):
    add((TREATY, SIGNED, PROTEST), (VISIT, VISITED))
    ids = [event.id for event in ledger.events()]
    judge(ledger, "same", SIGNED.id, PROTEST.id)
    assert {id: ledger.get(id).mention_ids for id in ids if SIGNED.id in ledger.get(id).mention_ids} == {
        event_id(SIGNED.id): tuple(sorted((SIGNED.id, PROTEST.id))),
        event_id(PROTEST.id): tuple(sorted((SIGNED.id, PROTEST.id))),
    }


def test_a_judgement_has_to_make_sense(ledger, add):
    add((TREATY, SIGNED, PROTEST))
    for verdict, left, right, message in (
        ("like", SIGNED.id, PROTEST.id, "there is no verdict 'like'; there are same, apart, wrong, correct"),
        ("same", SIGNED.id, None, "the verdict 'same' is about two mentions"),
        ("wrong", SIGNED.id, PROTEST.id, "the verdict 'wrong' is about one mention"),
        ("wrong", "m1:nothing", None, "m1:nothing: the ledger has no such event mention"),
    ):
        with pytest.raises(UsageError, match=re.escape(message)):
            judge(ledger, verdict, left, right)
    assert not ledger.judgements()


def judgement_of(id="j1:1", **fields):
    told = {"verdict": "same", "left_id": SIGNED.id, "right_id": PROTEST.id}
    values = {**told, "reason": "", "by": "Ada", "made_at": "2026"}
    return Judgement(**{"id": id, **values, **fields})


def test_a_judgement_stands_until_it_is_retracted(ledger, add):
    add((TREATY, SIGNED, PROTEST))
    first, second = judgement_of(), judgement_of("j1:2", score=0.5, value="RUS")
    with ledger.writer(run_of()) as writer:
        for judgement in (first, second, first):
            writer.judge(judgement)
        assert list(ledger.judgements()) == [first, second]
        writer.judge(judgement_of("j1:3", retracts="j1:1"))
    assert list(ledger.judgements()) == [second]


def test_judgements_are_never_lost_or_confused(path, ledger, add):
    add((TREATY, SIGNED, PROTEST))
    with ledger.writer(run_of()) as writer:
        writer.judge(judgement_of())
        writer.judge(judgement_of("j1:2", retracts="j1:1"))
        for wrong in (
            judgement_of(verdict="apart"),
            judgement_of("j1:3", retracts="j1:9"),
            judgement_of("j1:3", retracts="j1:2"),
        ):
            with pytest.raises(LedgerError, match="refuses the change"):
                writer.judge(wrong)
    assert len(ask(path, "SELECT * FROM judgement")) == 2


@pytest.mark.parametrize(
    "statement",
    [
        f"{verb} {table} {rest}".strip()
        for table, column in (("event_mention", "packed"), ("participant", "state"), ("judgement", "verdict"))
        for verb, rest in (("DELETE FROM", ""), ("UPDATE", f"SET {column} = 'x'"))
    ],
)
def test_what_is_append_only_cannot_be_changed(ledger, add, statement):
    add((TREATY, SIGNED, PROTEST))
    with ledger.writer(run_of()) as writer:
        writer.judge(judgement_of())
        with pytest.raises(LedgerError, match="is never"):
            writer._db.change(statement)
    assert len(ledger.mentions()) == 2
