"""The weeks of a pair and its shifts as a picture."""

from dataclasses import replace

import pytest

from sanudo.errors import UsageError
from sanudo.figures import Burst, PairShifts, Shift, Stretch, Week

pytest.importorskip("matplotlib", reason="pip install 'sanudo[plots]'")
shift_picture = pytest.importorskip("sanudo.present.shift_picture").shift_picture

BEFORE = Stretch("2018-01-01", "2018-01-14", (4.0, 2.0, 1.0, 0.0), 3.1, 3.5, ("e1:a",))
AFTER = Stretch("2018-01-15", "2018-01-28", (0.0, 0.0, 5.0, 3.0), -4.2, 4.0, ("e1:b",))
SHIFT = Shift(
    *(("IND", "PAK"), "2018-01-15", "2018-01-13", "2018-01-16", BEFORE, AFTER),
    *("conflict", -7.3, -9.0, -5.6, 0.005, ("e1:b",)),
)
WEEKS = (
    Week("2018-01-01", (2.0, 1.0, 1.0, 0.0), 3.0, 40.0),
    Week("2018-01-08", (2.0, 1.0, 0.0, 0.0), 3.3, 38.0),
    Week("2018-01-15", (0.0, 0.0, 5.0, 3.0), -4.2, 41.0),
    Week("2018-01-22", (0.0, 0.0, 0.0, 0.0), None, 39.0),
)
FOUND = PairShifts(("IND", "PAK"), 15.0, WEEKS, (1.0, 1.0), (SHIFT,), (), "")
CALM = replace(FOUND, shifts=(), note="Among 15 events no shift stands out that chance would not show too.")


@pytest.mark.parametrize(("form", "head"), [("svg", b"<?xml"), ("png", b"\x89PNG")])
@pytest.mark.parametrize("one", [FOUND, CALM])
def test_each_form_has_the_same_bytes_every_time(one, form, head):
    first = shift_picture(one, form)
    assert first == shift_picture(one, form)
    assert first.startswith(head)
    assert b"date" not in first[:2000].lower()


def test_a_shift_is_marked_in_each_panel():
    svg = {one: shift_picture(one, "svg").decode() for one in (FOUND, CALM)}
    assert svg[FOUND].count("stroke-dasharray: 4,2") - svg[CALM].count("stroke-dasharray: 4,2") == 3


def test_a_burst_is_told_under_the_picture_and_in_the_legend():
    burst = Burst(("IND", "PAK"), "2018-01-16", "2018-01-18", "conflict", 8.0, 0.4, 30.0, 0.005, ("e1:b",))
    calm, loud = (shift_picture(replace(CALM, bursts=each), "svg").decode() for each in ((), (burst,)))
    said = "From 2018-01-16 to 2018-01-18, a burst of conflict: 8 events where 0.4 are usual."
    assert [svg.count(said) for svg in (calm, loud)] == [0, 1]
    assert [svg.count("<!-- burst -->") for svg in (calm, loud)] == [0, 1]


def test_one_week_is_drawn_and_no_events_are_not():
    assert shift_picture(replace(CALM, weeks=WEEKS[:1]), "svg")
    with pytest.raises(UsageError, match="no dated event"):
        shift_picture(PairShifts(("IND", "PAK"), 0.0, (), (1.0, 1.0), (), (), "The ledger has no dated event."), "svg")
