"""One fact for each directed pair of states in an event."""

from dataclasses import replace
from datetime import date

from sanudo.analyse.facts import facts
from sanudo.records import Outline

DAY = date(2018, 8, 6)
TOLD = Outline(
    *("e1:1", "SUPPORT", "agreement", "happened", ("PAK",), ("RUS",), False, "2018-08-06", "2018-08-07", True),
    *(0.9, None, ("Dawn", "TASS"), 3, ("when",)),
)


def pairs(**fields):
    return [(fact.actor, fact.recipient, fact.weight) for fact in facts([replace(TOLD, **fields)])]


def test_a_fact_has_the_values_of_its_event():
    (fact,) = facts([TOLD])
    assert (fact.event_id, fact.pair, fact.quad, fact.intensity) == ("e1:1", ("PAK", "RUS"), 1, 5.0)
    assert (fact.first_day, fact.last_day) == (DAY.toordinal(), DAY.toordinal() + 1)
    assert (fact.sources, fact.reports, fact.disputed, fact.is_done) == (("Dawn", "TASS"), 3, ("when",), True)


def test_a_symmetric_event_is_half_a_fact_each_way():
    assert pairs(actors=("PAK", "RUS"), recipients=(), symmetric=True) == [("PAK", "RUS", 0.5), ("RUS", "PAK", 0.5)]


def test_many_sides_give_many_facts_and_nobody_acts_on_himself():
    assert pairs(actors=("PAK", "RUS"), recipients=("RUS", "IND")) == [
        ("PAK", "RUS", 1.0),
        ("PAK", "IND", 1.0),
        ("RUS", "IND", 1.0),
    ]


def test_what_has_no_state_type_or_date_gives_none():
    nothing = [{"recipients": ("NSA", "")}, {"actors": ()}, {"type": ""}, {"first_day": None, "last_day": None}]
    assert [pairs(**fields) for fields in nothing] == [[]] * 4
