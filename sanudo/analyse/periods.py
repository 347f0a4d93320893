"""Days, weeks, months, quarters and years as numbers in a row, so that figures by period are sums over arrays.

A day is its proleptic ordinal (`datetime.date.toordinal`), a period the number of those of its kind before it. Weeks are those of ISO 8601 and begin
on Mondays.
"""

from __future__ import annotations

from datetime import date

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

PERIODS = ("day", "week", "month", "quarter", "year")
_EPOCH = date(1970, 1, 1).toordinal()  # where numpy counts from
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


def period_of(days: Ints, period: str) -> Ints:
    """The numbers of the periods in which these days lie."""
    if period == "day":
        return days
    if period == "week":
        return (days - 1) // 7  # the first day of the calendar is a Monday
    months = (days - _EPOCH).astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    return months // _MONTHS[period]


def first_day(numbers: Ints, period: str) -> Ints:
    """The first days of the periods of these numbers; that of the next number, less one, is the last."""
    if period == "day":
        return numbers
    if period == "week":
        return numbers * 7 + 1
    months = (numbers * _MONTHS[period]).astype("datetime64[M]")
    return months.astype("datetime64[D]").astype(np.int64) + _EPOCH


def label(day: date, period: str) -> str:
    """The period that begins on this day as people write it: 2018-08-06, 2018-W32, 2018-08, 2018-Q3, 2018."""
    if period == "week":
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}"
    if period == "quarter":
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    return day.isoformat()[: {"day": 10, "month": 7, "year": 4}[period]]


def placed(first: Ints, last: Ints, period: str) -> NDArray[np.bool_]:
    """Whether these spans of days are short enough to be put in the period in which they begin: no longer than it is."""
    number = period_of(first, period)
    return (last - first) < first_day(number + 1, period) - first_day(number, period)
