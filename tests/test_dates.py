from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanudo.dates import bounds, is_edtf


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2018-08-07", "2018-08-07", "2018-08-07"),
        ("2018-08-07T10:30:00Z", "2018-08-07", "2018-08-07"),
        ("2018-08-07T10:30:00+05:00", "2018-08-07", "2018-08-07"),
        ("2018-02", "2018-02-01", "2018-02-28"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2018", "2018-01-01", "2018-12-31"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2018-XX", "2018-01-01", "2018-12-31"),
        ("2018-XX-XX", "2018-01-01", "2018-12-31"),
        ("2018-04-XX", "2018-04-01", "2018-04-30"),
        ("2017-21", "2017-03-01", "2017-05-31"),
        ("2017-22", "2017-06-01", "2017-08-31"),
        ("2017-23", "2017-09-01", "2017-11-30"),
        ("2017-24", "2017-12-01", "2018-02-28"),
        ("2018-05?", "2018-05-01", "2018-05-31"),
        ("2018~", "2018-01-01", "2018-12-31"),
        ("2018-05-12%", "2018-05-12", "2018-05-12"),
        ("2014-03/2018", "2014-03-01", "2018-12-31"),
        ("2014/..", "2014-01-01", "9999-12-31"),
        ("2014/", "2014-01-01", "9999-12-31"),
        ("../2018-05-12", "0001-01-01", "2018-05-12"),
        ("/2018-05-12", "0001-01-01", "2018-05-12"),
    ],
)
def test_bounds(edtf, first, last):
    assert bounds(edtf) == (date.fromisoformat(first), date.fromisoformat(last))
    assert is_edtf(edtf)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "2018-02-30",
        "2018-13",
        "2018-21-04",
        "2018-XX-04",
        "201X-05",
        "18-05-12",
        "2018-5-1",
        "2018/2014",
        "../..",
        "/",
        "2018/maybe",
        "2014/2015/2016",
        "0000",
        "2018-05-12 ",
        "٢٠١٨",
    ],
)
def test_what_is_no_date(text):
    assert bounds(text) is None
    assert not is_edtf(text)


@given(st.dates())
def test_a_day_lies_within_its_month_and_year(day):
    iso = day.isoformat()
    assert bounds(iso) == (day, day)
    for prefix in (iso[:7], iso[:4]):
        first, last = bounds(prefix)
        assert first <= day <= last


@given(st.dates(), st.dates())
def test_an_interval_reaches_from_its_first_day_to_its_last(a, b):
    found = bounds(f"{a.isoformat()}/{b.isoformat()}")
    assert found == ((a, b) if a <= b else None)


@given(st.text(alphabet="0123456789X-/.?~%T:Z", max_size=24))
def test_any_text_is_a_date_or_is_not(text):
    found = bounds(text)
    assert found is None or found[0] <= found[1]
