"""Periods as numbers."""

from datetime import date, timedelta

import numpy as np
import pytest

from sanudo.analyse.periods import PERIODS, first_day, label, period_of, placed

EDGES = [date(1, 1, 1), date(1496, 2, 29), date(1969, 12, 31), date(1970, 1, 1), date(2016, 2, 29), date(2018, 12, 31)]


@pytest.mark.parametrize("period", PERIODS)
def test_every_day_lies_in_its_period(period):
    days = np.array([day.toordinal() for day in EDGES])
    numbers = period_of(days, period)
    assert (first_day(numbers, period) <= days).all()
    assert (first_day(numbers + 1, period) > days).all()


@pytest.mark.parametrize(
    ("period", "first", "name"),
    [
        ("day", "2018-08-08", "2018-08-08"),
        ("week", "2018-08-06", "2018-W32"),
        ("month", "2018-08-01", "2018-08"),
        ("quarter", "2018-07-01", "2018-Q3"),
        ("year", "2018-01-01", "2018"),
    ],
)
def test_periods_begin_and_are_named_as_people_do(period, first, name):
    number = period_of(np.array([date(2018, 8, 8).toordinal()]), period)
    begin = date.fromordinal(int(first_day(number, period)[0]))
    assert (begin.isoformat(), label(begin, period)) == (first, name)


def test_weeks_are_those_of_the_calendar():
    for n in range(0, 4000, 11):
        day = date(2010, 1, 1) + timedelta(n)
        begin = date.fromordinal(int(first_day(period_of(np.array([day.toordinal()]), "week"), "week")[0]))
        assert label(begin, "week") == label(day, "week")


def test_what_is_dated_more_roughly_than_a_period_is_not_placed():
    begin, days = np.full(5, date(2018, 5, 1).toordinal()), np.array([0, 6, 30, 31, 364])
    assert placed(begin, begin + days, "week").tolist() == [True, True, False, False, False]
    assert placed(begin, begin + days, "month").tolist() == [True, True, True, False, False]
    assert placed(begin, begin + days, "year").tolist() == [True] * 5
