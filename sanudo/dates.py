"""EDTF dates (ISO 8601-2, levels 0 and 1) as spans of calendar days.

Use this wherever a date as it was told ("2018-05", "2014/..", "2017-22") has to be compared with another. An unknown day
stays unknown: a month is all of its days. Years run from 0001 to 9999; negative and longer years are refused.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

_OPEN = ("", "..")
_SEASON_STARTS = {"21": 3, "22": 6, "23": 9, "24": 12}
_DATE = re.compile(
    r"""(?P<year>[0-9]{4})
        (?:-(?P<season>2[1-4])
          |-(?P<month>0[1-9]|1[0-2])
            (?:-(?P<day>[0-9]{2})(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:Z|[+-][0-9]{2}(?::[0-9]{2})?)?)?|-XX)?
          |-XX(?:-XX)?
        )?[?~%]?
      | (?P<years>[0-9]{3}X|[0-9]{2}XX)[?~%]?""",
    re.VERBOSE,
)


def is_edtf(text: str) -> bool:
    """Whether the text is an EDTF date or interval of level 0 or 1 that the calendar knows (2018-02-30 is none)."""
    return bounds(text) is not None


def bounds(edtf: str) -> tuple[date, date] | None:
    """First and last day of an EDTF date, both inclusive; None for a text that is no such date.

    Open and unknown ends reach to `date.min` and `date.max`; `?`, `~` and `%` change nothing. Seasons are those of the
    north: spring (21) begins in March, winter (24) in December and ends with the next February.
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return _days(first)
    if first in _OPEN and last in _OPEN:
        return None
    start = (date.min, date.min) if first in _OPEN else _days(first)
    end = (date.max, date.max) if last in _OPEN else _days(last)
    if start is None or end is None or start[0] > end[1]:
        return None
    return start[0], end[1]


def _days(text: str) -> tuple[date, date] | None:
    match = _DATE.fullmatch(text)
    try:
        return match and _span(match)
    except ValueError:  # a day that the calendar does not have
        return None


def _span(match: re.Match[str]) -> tuple[date, date]:
    if years := match["years"]:
        return date(int(years.replace("X", "0")), 1, 1), date(int(years.replace("X", "9")), 12, 31)
    year = int(match["year"])
    if match["season"]:
        return _season(year, _SEASON_STARTS[match["season"]])
    if not match["month"]:
        return date(year, 1, 1), date(year, 12, 31)
    month = int(match["month"])
    if match["day"]:
        return (date(year, month, int(match["day"])),) * 2
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _season(year: int, start: int) -> tuple[date, date]:
    after = date(year + (start + 3 > 12), (start + 2) % 12 + 1, 1)
    return date(year, start, 1), after - timedelta(days=1)
