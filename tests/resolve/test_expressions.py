from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanudo.dates import is_edtf
from sanudo.resolve.expressions import find

SATURDAY = date(2018, 5, 12)


def values(text: str, published: date | None = SATURDAY, future: bool = False) -> list[str | None]:
    return [e.edtf for e in find(text, 0, len(text), published, future)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 7 August 2018", "2018-08-07"),
        ("on August 7th, 2018", "2018-08-07"),
        ("August 6-7, 2018", "2018-08-06/2018-08-07"),
        ("on 2018-08-07", "2018-08-07"),
        ("in August 2018", "2018-08"),
        ("in the summer of 2017", "2017-22"),
        ("in the year 2014", "2014"),
        ("since 2014", "2014/.."),
        ("in the 1990s", "199X"),
        ("the 1971 war", "1971"),
        ("between 2014 and 2016", "2014/2016"),
    ],
)
def test_stated_dates_need_no_publication_date(text: str, expected: str) -> None:
    assert values(text, None) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Tuesday", "2018-05-08"),
        ("last Saturday", "2018-05-05"),
        ("next Monday", "2018-05-14"),
        ("yesterday", "2018-05-11"),
        ("last week", "2018-04-30/2018-05-06"),
        ("Last month", "2018-04"),
        ("earlier this year", "2018"),
        ("in February", "2018-02"),
        ("in November", "2017-11"),
        ("on May 3", "2018-05-03"),
        ("on 30 December", "2017-12-30"),
        ("last September", "2017-09"),
        ("in March last year", "2017-03"),
        ("Last year in the month of September", "2017-09"),
        ("three weeks ago", "2018-04-18/2018-04-24"),
        ("two years ago", "2016~"),
    ],
)
def test_relative_dates_are_seen_from_the_publication_date(text: str, expected: str) -> None:
    assert values(text) == [expected]
    assert values(text, None) == [None]


def test_the_future_is_read_forward() -> None:
    assert values("on Tuesday", future=True) == ["2018-05-15"]
    assert values("in November", future=True) == ["2018-11"]


@pytest.mark.parametrize(
    "text", ["he may be right", "they march on", "by 25%", "2,018 troops", "in November of that year"]
)
def test_what_is_no_date(text: str) -> None:
    assert values(text) == []


@given(st.text(alphabet="0123456789 -,/AugustMaylastweeknxtyonSinceTuesday", max_size=60))
def test_every_value_is_a_date_of_the_calendar(text: str) -> None:
    assert all(value is None or is_edtf(value) for value in values(text))
