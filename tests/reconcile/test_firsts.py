"""Two events of different years, each told as the first of its kind."""

from dataclasses import replace

import pytest
from reconcile_help import mention

from sanudo.details import Exercise, Stated
from sanudo.reconcile.firsts import with_rivals
from sanudo.reconcile.merged import merged
from sanudo.records import Kind, Status


def told(number, text, when, claim="first-ever", domains=(), actors="CHL:Chile PER:Peru", **changed):
    """An event of one report that tells an exercise as the first."""
    start = text.index(claim)
    found = Exercise(
        first_time=Stated("first_time", claim, start, start + len(claim)),
        domains=tuple(Stated(value, value, 0, 1) for value in domains),
    )
    one, article = mention(text, "COOPERATE", actors, kind=Kind.EXERCISE, detail=found, when=when)
    one = replace(one, id=f"m1:{number}", **changed)
    return merged(f"e1:{number}", [one], {article.id: article.id}), one


def disputed(*pairs):
    events = with_rivals([event for event, _ in pairs], {event.id: (one,) for event, one in pairs})
    return [[d for d in event.disputes if d.field == "first_time"] for event in events]


FIRST = told(1, "Peru and Chile held their first-ever drill in 2014.", "2014")
SECOND = told(2, "Chile and Peru held the first-ever drill of the two in May 2016.", "2016-05")


def test_two_firsts_of_different_years_are_a_dispute_of_both():
    for (dispute,) in disputed(FIRST, SECOND):
        assert [side.value for side in dispute.sides] == ["2014", "2016-05"]
        assert (dispute.mode, dispute.dscore) == ("Indeterminate", 1)


def test_the_side_with_more_reports_is_first():
    third = told(3, "In July 2016 Chile and Peru held a first-ever drill, in the sea off Arica.", "2016-07")
    for (dispute,) in disputed(FIRST, SECOND, third):
        assert [(side.value, side.sources) for side in dispute.sides] == [("2016-05", 2), ("2014", 1)]
        assert dispute.mode == "2016-05"


@pytest.mark.parametrize(
    "other",
    [
        told(2, "Chile and Peru held the first-ever drill of the two in 2014.", "2014-05"),
        told(2, "Chile and Peru held the first-ever naval drill in 2016.", "2016", domains=("sea",)),
        told(2, "Chile and Peru held the first-ever drill in ten years in 2016.", "2016"),
        told(2, "Chile and Peru will hold a first-ever drill in 2016.", "2016", status=Status.PLANNED),
        told(2, "Chile and Bolivia held their first-ever drill in 2016.", "2016", actors="CHL:Chile BOL:Bolivia"),
    ],
    ids=["of one year", "of another sort", "the first in years", "planned", "of others"],
)
def test_what_can_both_be_true_is_no_dispute(other):
    assert disputed(FIRST, other) == [[], []]


def test_a_drill_is_not_the_first_where_a_naval_one_was_held_before():
    naval = told(2, "Chile and Peru held the first-ever naval drill in 2011.", "2011", domains=("sea",))
    for (dispute,) in disputed(FIRST, naval):
        assert [side.value for side in dispute.sides] == ["2011", "2014"]


def test_one_report_that_tells_two_firsts_disputes_nothing():
    event, one = SECOND
    same = replace(one, article_id=FIRST[1].article_id)
    assert disputed(FIRST, (event, same)) == [[], []]
