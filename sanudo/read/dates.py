"""Days as articles and their metadata write them, as EDTF. A time of day is dropped, the local day kept.

Numeric dates are read only when one reading is possible: `07/08/2018` is two days, and so none.
"""

from __future__ import annotations

import re
from datetime import date

_MONTHS = {
    name[:3]: number
    for number, name in enumerate(
        "january february march april may june july august september october november december".split(), start=1
    )
}
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WORDED = (
    re.compile(rf"\b{_MONTH} {_DAY}\b(?:,? {_YEAR}\b)?", re.IGNORECASE),
    re.compile(rf"\b{_DAY}(?: of)?[ -]{_MONTH}(?:[ ,-]{{1,2}}{_YEAR}\b)?", re.IGNORECASE),
)
_YEAR_FIRST = re.compile(rf"(?<!\d){_YEAR}([-/.]?)(?P<month>[01]\d)\2(?P<day>[0-3]\d)(?!\d)")
_NUMERIC = re.compile(rf"(?<!\d)(?P<first>[0-3]?\d)([/.-])(?P<second>[0-3]?\d)\2{_YEAR}(?!\d)")
# A date known to the month or year only, or roughly: "2018-08", "2017~".
_REDUCED = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?[~?%]?")
_URL = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)[/-](?P<month>[01]?\d|[a-z]{3})[/-](?P<day>[0-3]?\d)(?!\d)")
_URL_COMPACT = re.compile(r"(?<!\d)(?P<year>20[0-4]\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)")
_URL_YEAR = re.compile(r"[/-]((?:19|20)\d\d)[/-]")


def edtf(value: str) -> str | None:
    """A date as metadata writes it, as EDTF (`2018-08-07`, `2018-08`, `2017~`), or None if it is none or unclear."""
    value = value.strip()
    if _REDUCED.fullmatch(value):
        return value
    found = day_in(value)
    return found[0] if found else None


def day_in(text: str) -> tuple[str, int, int] | None:
    """The first full day written in a text, and its span."""
    spans = [(m.start(), m.end(), day) for m, day in _full_days(text) if day]
    if not spans:
        return None
    start, end, day = min(spans)
    return day, start, end


def month_day_in(text: str) -> tuple[int, int, int, int] | None:
    """The first day written without a year: month, day, and the span."""
    for pattern in _WORDED:
        if (match := pattern.search(text)) and match["year"] is None:
            return _MONTHS[match["month"][:3].lower()], int(match["day"]), match.start(), match.end()
    return None


def readings_in(text: str) -> frozenset[str]:
    """The days that the numeric dates of a text can mean, each with the day or the month first."""
    return frozenset(day for match in _NUMERIC.finditer(text) for day in _readings(match))


def url_day(url: str) -> str | None:
    """The day in a URL such as `/2018/08/07/` or `/2018/aug/07/`."""
    for pattern in (_URL, _URL_COMPACT):
        for match in pattern.finditer(url.lower()):
            month = match["month"]
            number = int(month) if month.isdigit() else _MONTHS.get(month, 0)
            if day := day_of(int(match["year"]), number, int(match["day"])):
                return day
    return None


def url_year(url: str) -> int | None:
    """The year in a URL such as `/2018/` or `/2018/08/`."""
    match = _URL_YEAR.search(url)
    return int(match[1]) if match else None


def day_of(year: int, month: int, day: int) -> str | None:
    """An EDTF day, or None if the calendar has no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _full_days(text: str) -> list[tuple[re.Match[str], str | None]]:
    found: list[tuple[re.Match[str], str | None]] = []
    for pattern in _WORDED:
        found += [(m, _worded_day(m)) for m in pattern.finditer(text) if m["year"]]
    found += [(m, day_of(int(m["year"]), int(m["month"]), int(m["day"]))) for m in _YEAR_FIRST.finditer(text)]
    found += [(m, _numeric_day(m)) for m in _NUMERIC.finditer(text)]
    return found


def _worded_day(match: re.Match[str]) -> str | None:
    return day_of(int(match["year"]), _MONTHS[match["month"][:3].lower()], int(match["day"]))


def _numeric_day(match: re.Match[str]) -> str | None:
    readings = _readings(match)
    return readings.pop() if len(readings) == 1 else None


def _readings(match: re.Match[str]) -> set[str]:
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    return {day for day in (day_of(year, second, first), day_of(year, first, second)) if day}
