from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanudo.read.dates import day_in, edtf, month_day_in, url_day, url_year


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2018-05-12", "2018-05-12"),
        ("2018-05", "2018-05"),
        ("2018", "2018"),
        ("2018-08-07T23:30:00-03:00", "2018-08-07"),
        ("2018-08-08T02:30:00Z", "2018-08-08"),
        ("2018-08-07 10:00:00+05:00", "2018-08-07"),
        ("20180807", "2018-08-07"),
        ("2018/08/07", "2018-08-07"),
        ("Tue, 07 Aug 2018 22:10:00 +0500", "2018-08-07"),
        ("August 7, 2018", "2018-08-07"),
        ("Aug. 7th, 2018", "2018-08-07"),
        ("7 August 2018", "2018-08-07"),
        ("07-Aug-2018", "2018-08-07"),
        ("the 7th of August 2018", "2018-08-07"),
        ("25/12/2018", "2018-12-25"),
        ("12/25/2018", "2018-12-25"),
        ("07.07.2018", "2018-07-07"),
        ("07/08/2018", None),
        ("2018-02-30", None),
        ("31 June 2018", None),
        ("yesterday", None),
        ("", None),
        ("1533600000", None),
        ("Marchand 7, 2018", None),
        ("2018-08~", "2018-08~"),
        ("2017?", "2017?"),
    ],
)
def test_edtf(written: str, read: str | None) -> None:
    assert edtf(written) == read


def test_first_full_day_and_its_span() -> None:
    text = "Updated 9 May 2014, first published 3 May 2014"
    found = day_in(text)
    assert found is not None
    assert found[0] == "2014-05-09"
    assert text[found[1] : found[2]] == "9 May 2014"


def test_month_and_day_without_a_year() -> None:
    assert month_day_in("MOSCOW, Aug 7 (Agency)") == (8, 7, 8, 13)
    assert month_day_in("MOSCOW, Aug 7, 2018") is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://paper.example/world/2018/08/07/pact", "2018-08-07"),
        ("https://paper.example/world/2018/aug/07/pact", "2018-08-07"),
        ("https://paper.example/2018-08-07-pact", "2018-08-07"),
        ("https://paper.example/news/20180807/pact", "2018-08-07"),
        ("https://paper.example/2018/08/pact", None),
        ("https://paper.example/article/20189999", None),
        ("https://paper.example/news/475004", None),
    ],
)
def test_url_day(url: str, day: str | None) -> None:
    assert url_day(url) == day


def test_url_year() -> None:
    assert url_year("https://paper.example/2018/08/pact") == 2018
    assert url_year("https://paper.example/2018") is None


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(["%d %B %Y", "%b %d, %Y", "%Y-%m-%dT%H:%M:%S"]))
def test_any_day_is_read_back(day: date, pattern: str) -> None:
    assert edtf(day.strftime(pattern)) == day.isoformat()
