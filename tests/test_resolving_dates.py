"""The rules of `bench/resolving/dates.py`: what counts as right."""

from datetime import date

import pytest

from bench.resolving.dates import Annotated, as_edtf, paired
from models.measure import agree
from sanudo.resolve.expressions import find


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        ("1998-01-20TEV", "1998-01-20"),
        ("1989-Q3", "1989-07/1989-09"),
        ("1989-W44-WE", "1989-11-04/1989-11-05"),
        ("1997-FA", "1997-23"),
        ("199", "199X"),
        ("19", "19XX"),
        ("PAST_REF", None),
        ("1989-WXX", None),
        ("P3D", None),
    ],
)
def test_values_of_timex3_become_edtf(value: str, edtf: str | None) -> None:
    assert as_edtf(value) == edtf


@pytest.mark.parametrize(
    ("gold", "given", "right"),
    [
        ("2018-05-08", "2018-05-09", True),
        ("2018-05-08", "2018-05", True),
        ("2018-05-08", "2018", False),
        ("2018", "2018-05-08", True),
        ("2018-05-08", "2018-05-12", False),
        ("2014/..", "2014", True),
    ],
)
def test_a_date_agrees_that_holds_the_other_and_is_no_coarser_than_one_step(gold: str, given: str, right: bool) -> None:
    assert agree(gold, given) is right


def test_expressions_are_paired_by_overlap_each_once() -> None:
    text = "It met on Tuesday and late on Friday."
    gold = [
        Annotated(10, 17, "DATE", "2018-05-08"),
        Annotated(30, 36, "DATE", "2018-05-11"),
        Annotated(0, 2, "DATE", "x"),
    ]
    pairs = paired(gold, list(find(text, date(2018, 5, 12))))
    assert [(g.value, e.edtf) for g, e in pairs] == [("2018-05-08", "2018-05-08"), ("2018-05-11", "2018-05-11")]
