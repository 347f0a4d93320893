"""Values of records that are likelier wrong than right."""

from __future__ import annotations

import pytest

from sanudo.detail import sure
from sanudo.details import Meeting, Stated
from sanudo.records import EventMention, Evidence, Kind, Participant, Reason, Status

TEXT = "Norway and Iceland spoke of cod. Far from there an envoy of a third state was seen."


def mention(**slots: object) -> EventMention:
    parties = (Participant("NOR", text="Norway", start=0, end=6), Participant("ISL", text="Iceland", start=11, end=18))
    evidence = (Evidence("a", 0, 32, TEXT[:32]),)
    return EventMention(
        "", "a", "CONSULT", Kind.MEETING, parties, (), True, Status.HAPPENED, 0.9, evidence, coder="", model="",
        detail=Meeting(**slots),  # type: ignore[arg-type]
    )  # fmt: skip


def stated(words: str) -> Stated:
    at = TEXT.index(words)
    return Stated(words, words, at, at + len(words))


COD, ENVOY = stated("cod"), stated("an envoy")


def test_what_is_likelier_wrong_is_refused_and_the_rest_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    learned = {"bias": 1.0, "beside those that tell it": -3.0}
    monkeypatch.setattr(sure, "weights", lambda name: learned)
    found = sure.only_likely(mention(topics=(COD, ENVOY), level=ENVOY))
    assert found.detail == Meeting(topics=(COD,))
    assert [(r.reason, r.field) for r in found.refusals] == [(Reason.AMBIGUOUS, "level"), (Reason.AMBIGUOUS, "topics")]
    assert all("an envoy" in r.note and "0.12" in r.note for r in found.refusals)


def test_a_value_at_even_odds_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sure, "weights", lambda name: {})
    told = mention(topics=(COD, ENVOY), level=ENVOY)
    assert sure.only_likely(told) == told


def test_features_say_where_a_value_stands() -> None:
    told = mention(topics=(COD,))
    near, far = sure.features(told, "topics", COD), sure.features(told, "level", ENVOY)
    assert near["in the plainest sentence"] == far["beside those that tell it"] == 1.0
    assert 0 < near["apart"] < far["apart"] <= 1
    assert near["slot topics"] == far["slot level"] == near["status happened"] == 1.0


def test_an_event_without_a_record_is_left_alone() -> None:
    told = mention()
    bare = EventMention(
        "", "a", "CONSULT", Kind.OTHER, told.actors, (), True, Status.HAPPENED, 0.9, told.evidence, coder="", model=""
    )
    assert sure.only_likely(bare) is bare
