"""Stretches of the calendar as EDTF: a day, a week, a month, a quarter, and the same some time before or after."""

from __future__ import annotations

import re
from datetime import date, timedelta

from sanudo import dates

_YEAR = re.compile(r"\b[0-9]{4}(?![0-9])")


def day(year: int, month: int, number: int) -> str | None:
    """A day; None if the calendar has no such day."""
    try:
        return date(year, month, number).isoformat()
    except ValueError:
        return None


def month(year: int, number: int, shift: int = 0) -> str | None:
    """The month that lies `shift` months after a month; None beyond the calendar."""
    months = year * 12 + number - 1 + shift
    return f"{months // 12:04d}-{months % 12 + 1:02d}" if 12 <= months < 120_000 else None


def year(number: int) -> str | None:
    """A year; None beyond the calendar."""
    return f"{number:04d}" if 1 <= number <= 9999 else None


def quarter(year_: int, number: int) -> str:
    """A quarter of a year as the interval of its months (EDTF has quarters at level 2 only)."""
    return f"{year_}-{3 * number - 2:02d}/{year_}-{3 * number:02d}"


def half(year_: int, number: int) -> str:
    """A half of a year as the interval of its months."""
    return f"{year_}-{6 * number - 5:02d}/{year_}-{6 * number:02d}"


def interval(first: date, last: date) -> str:
    """From a day to a day, both inclusive."""
    return f"{first.isoformat()}/{last.isoformat()}"


def later(first: date, days: int) -> date | None:
    """The day that lies so many days after another; None beyond the calendar."""
    try:
        return first + timedelta(days)
    except OverflowError:
        return None


def week(seen: date, shift: int) -> str | None:
    """The week, Monday to Sunday, that lies `shift` weeks after that of a day."""
    first = later(seen, 7 * shift - seen.weekday())
    last = first and later(first, 6)
    return interval(first, last) if first and last else None


def weekend(seen: date, shift: int) -> str | None:
    """Saturday and Sunday of the week that lies `shift` weeks after that of a day."""
    first = later(seen, 7 * shift - seen.weekday() + 5)
    last = first and later(first, 1)
    return interval(first, last) if first and last else None


def around(edtf: str | None) -> str | None:
    """The same, but only about so: `2018` becomes `2018~`, each end of an interval on its own."""
    return edtf and "/".join(f"{end.rstrip('~')}~" if end and end != ".." else end for end in edtf.split("/"))


def moved(edtf: str, count: int, unit: str) -> str | None:
    """A date `count` units later, as exactly as the unit allows: the day after a month is unknown, the year after is not.

    `unit` is day, week, month, quarter, year or decade.
    """
    span = dates.bounds(edtf)
    if span is None or date.min in span or date.max in span:
        return None
    if unit in ("year", "decade"):
        return _years_later(edtf, count * (10 if unit == "decade" else 1))
    if unit in ("month", "quarter"):
        exact = (span[1] - span[0]).days <= 31
        return month(span[0].year, span[0].month, count * (3 if unit == "quarter" else 1)) if exact else None
    to = later(span[0], count * (7 if unit == "week" else 1)) if span[0] == span[1] else None
    return to.isoformat() if to else None


def _years_later(edtf: str, count: int) -> str | None:
    years = [int(y) + count for y in _YEAR.findall(edtf)]
    if not years or min(years) < 1 or max(years) > 9999:
        return None
    shifted = _YEAR.sub(lambda m: f"{int(m.group()) + count:04d}", edtf)
    return shifted if dates.is_edtf(shifted) else None  # 29 February has no year before


def ago(seen: date, count: int, unit: str) -> str | None:
    """What lies so many units before a day, as exactly as news means it: days are counted, all else is about so."""
    if unit == "day":
        return moved(seen.isoformat(), -count, "day")
    if unit == "week":
        return around(moved(seen.isoformat(), -count, "week"))
    if unit in ("month", "quarter"):
        return around(month(seen.year, seen.month, -count * (3 if unit == "quarter" else 1)))
    return around(year(seen.year - count * (10 if unit == "decade" else 1)))
