from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reconcile_help import told

from sanudo.details import Exercise, Stated
from sanudo.reconcile import Reconciler
from sanudo.reconcile.blocks import own_keys, sought_keys
from sanudo.reconcile.features import FEATURES
from sanudo.reconcile.likeness import comparable, pair
from sanudo.records import Kind, Place, Status, WhenBasis

TALKS = told("The ministers of Chile and Peru met in Arica.", when="2018-08-06")
AGAIN = told("Chile and Peru held talks on Monday.", when="2018-08-06")


def like(one, other):
    return Reconciler().likeness(one, other)


def test_two_reports_of_one_meeting_are_likely_one():
    assert like(TALKS, AGAIN) > 0.5


@pytest.mark.parametrize(
    "other",
    [
        told("Chile and Peru held talks in May.", when="2018-05-02"),
        told("Chile and Peru will hold talks on Monday.", when="2018-08-06", status=Status.PLANNED),
        told("Chile bombed Peru.", "ASSAULT", "CHL:Chile", "PER:Peru", kind=Kind.ATTACK, when="2018-08-06"),
    ],
    ids=["long before", "announced", "conflict"],
)
def test_what_cannot_be_one_event_is_not_compared(other):
    assert not comparable(TALKS, other)
    assert like(TALKS, other) is None


def test_what_other_states_do_is_not_compared():
    other = told("Chile and Bolivia held talks on Monday.", actors="CHL:Chile BOL:Bolivia", when="2018-08-06")
    assert not comparable(TALKS, other)
    assert not comparable(other, TALKS)


def test_a_year_is_compared_with_the_days_it_holds():
    signed = told("Chile and Peru signed a pact.", "SUPPORT", kind=Kind.AGREEMENT, when="2014-11-20")
    year = told("In 2014 Chile and Peru signed a pact.", "SUPPORT", kind=Kind.AGREEMENT, when="2014")
    assert comparable(signed, year)
    assert comparable(year, signed)


def test_a_drill_is_known_by_its_name_whenever_it_is_told():
    name = Exercise(name=Stated("Druzhba", "Druzhba", 0, 7))
    drill = told("Chile and Peru drilled.", "COOPERATE", kind=Kind.EXERCISE, detail=name, when="2016-09-24")
    later = told("Chile and Peru drilled once.", "COOPERATE", kind=Kind.EXERCISE, detail=name, published="2018-08-07")
    assert comparable(drill, later)


DAYS = ["2018", "2018-08", "2018-08-06", "2018-08-07", "2018-09-12", "2014/..", "2017-22", None]
TRAITS = st.builds(
    lambda when, basis, published, kind, type_, status, actors, place: told(
        "On 7 August 1200 troops of Chile and Peru met in Arica.",
        type_,
        actors,
        published=published,
        kind=kind,
        status=status,
        when=when,
        when_basis=basis if when else None,
        where=place,
    ),
    st.sampled_from(DAYS),
    st.sampled_from(WhenBasis),
    st.sampled_from(DAYS),
    st.sampled_from(Kind),
    st.sampled_from(["CONSULT", "SUPPORT", "ASSAULT", "ACCUSE"]),
    st.sampled_from(Status),
    st.sampled_from(["CHL:Chile PER:Peru", "CHL:Chile", "PER:Peru"]),
    st.sampled_from([None, Place("CHL", "Arica", 1, -18.5, -70.3), Place("PER")]),
)


@settings(max_examples=300)
@given(TRAITS, TRAITS)
def test_it_does_not_matter_which_came_first(one, other):
    other = replace(other, mention_id="m1:other")
    assert sought_keys(one).isdisjoint(own_keys(other)) == sought_keys(other).isdisjoint(own_keys(one))
    assert comparable(one, other) == comparable(other, one)
    assert like(one, other) == like(other, one)


@given(TRAITS, TRAITS)
def test_every_feature_is_symmetric(one, other):
    for feature in FEATURES:
        a, b = replace(one, mention_id="m1:a"), replace(other, mention_id="m1:b")
        c, d = replace(one, mention_id="m1:b"), replace(other, mention_id="m1:a")
        assert feature(pair(a, b)) == feature(pair(c, d)), feature.__name__


def test_traits_come_back_as_they_were_kept():
    by = Reconciler()
    assert by.unpack(by.pack(TALKS)) == TALKS


def test_each_feature_has_a_name_a_reader_understands():
    reasons = Reconciler().reasons(TALKS, AGAIN)
    assert reasons
    assert all(words and "\n" not in words for words, _ in reasons)
    assert [abs(value) for _, value in reasons] == sorted((abs(value) for _, value in reasons), reverse=True)


def test_less_is_asked_for_of_what_is_not_surely_read():
    def allowance(confidence):
        sure, other = replace(TALKS, confidence=1.0), replace(AGAIN, confidence=confidence)
        return dict(Reconciler().reasons(sure, other)).get("not surely read, so that less is asked for", 0.0)

    assert allowance(1.0) == 0
    assert 0 < allowance(0.9) < allowance(0.5)
