"""Time expressions in English news prose, as EDTF dates.

A relative expression ("on Tuesday", "last month") is worked out from the publication date; without one it has no value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = {
    name: n
    for n, name in enumerate(
        [
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        ],
        1,
    )
}
MONTHS |= {name[:3]: n for name, n in MONTHS.items()} | {"sept": 9}
WEEKDAYS = {
    name: n for n, name in enumerate(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
}
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
NUMBERS = {
    word: n
    for n, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
}
NUMBERS |= {"a": 1, "an": 1, "couple of": 2, "a couple of": 2}

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_DAY = r"(?:[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?:1[5-9]\d\d|20\d\d)"
_WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_DASH = r"\s*(?:-|–|—|to|and|until)\s*"
_COUNT = rf"(?:\d{{1,3}}|{'|'.join(sorted(map(re.escape, NUMBERS), key=len, reverse=True))})"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression: its span, its EDTF date (None: it needs a publication date), and whether it is relative."""

    start: int
    end: int
    text: str
    edtf: str | None
    relative: bool


@dataclass(frozen=True, slots=True)
class _Rule:
    pattern: re.Pattern[str]
    value: Callable[[re.Match[str], date | None, bool], str | None]
    relative: bool


def find(text: str, start: int, end: int, published: date | None, future: bool = False) -> Iterator[TimeExpression]:
    """Time expressions between two offsets, in order, none overlapping; longer readings win.

    `future` reads what names no year as the next such day instead of the latest.
    """
    taken: list[tuple[int, int]] = []
    found: list[TimeExpression] = []
    for rule in RULES:
        for match in rule.pattern.finditer(text, start, end):
            low, high = match.span()
            if any(low < b and a < high for a, b in taken):
                continue
            edtf = None if rule.relative and published is None else rule.value(match, published, future)
            if edtf is None and not rule.relative:
                continue
            taken.append((low, high))
            found.append(TimeExpression(low, high, match.group(), edtf, rule.relative))
    yield from sorted(found, key=lambda e: e.start)


def _month(word: str) -> int:
    return MONTHS[word.rstrip(".").lower()]


def _day(year: int, month: int, day: str) -> str | None:
    number = int(re.sub(r"\D", "", day))
    try:
        return date(year, month, number).isoformat()
    except ValueError:
        return None


def _full(m: re.Match[str], _: date | None, __: bool) -> str | None:
    return _day(int(m["year"]), _month(m["month"]), m["day"])


def _full_range(m: re.Match[str], published: date | None, future: bool) -> str | None:
    year = (
        int(m["year"])
        if m["year"]
        else _year_of(_month(m["month"]), int(re.sub(r"\D", "", m["day"])), published, future)
    )
    if year is None:
        return None
    first, last = _day(year, _month(m["month"]), m["day"]), _day(year, _month(m["month"]), m["last"])
    return f"{first}/{last}" if first and last and first < last else None


def _year_of(month: int, day: int, published: date | None, future: bool) -> int | None:
    """The year of a month (and day) that the text leaves open: the latest such date, or the next."""
    if published is None:
        return None
    given, now = (month, day), (published.month, published.day)
    near = published.year
    if future:
        return near if given >= now else near + 1
    # A few days ahead is more likely an announcement than last year.
    ahead = (month - published.month) * 31 + day - published.day
    return near if ahead <= 14 else near - 1


def _month_day(m: re.Match[str], published: date | None, future: bool) -> str | None:
    day = int(re.sub(r"\D", "", m["day"]))
    year = _year_of(_month(m["month"]), day, published, future)
    return _day(year, _month(m["month"]), m["day"]) if year else None


def _month_year(m: re.Match[str], _: date | None, __: bool) -> str | None:
    return f"{m['year']}-{_month(m['month']):02d}"


def _month_alone(m: re.Match[str], published: date | None, future: bool) -> str | None:
    month = _month(m["month"])
    year = _year_of(month, 28 if future else 1, published, future)
    return f"{year}-{month:02d}" if year else None


def _month_of_year(m: re.Match[str], published: date | None, _: bool) -> str | None:
    if published is None:
        return None
    shift = {"last": -1, "this": 0, "next": 1}[m["which"].lower()]
    return f"{published.year + shift}-{_month(m['month']):02d}"


def _last_month_name(m: re.Match[str], published: date | None, _: bool) -> str | None:
    if published is None:
        return None
    month = _month(m["month"])
    if m["which"].lower() == "next":
        return f"{published.year + (month <= published.month)}-{month:02d}"
    return f"{published.year - (month >= published.month)}-{month:02d}"


def _season(m: re.Match[str], published: date | None, _: bool) -> str | None:
    if m["year"]:
        year = int(m["year"])
    elif published is None:
        return None
    else:
        year = published.year - (m["which"] or "").lower().startswith("last")
    return f"{year}-{SEASONS[m['season'].lower()]}"


def _weekday(m: re.Match[str], published: date | None, future: bool) -> str | None:
    if published is None:
        return None
    which = (m["which"] or "").lower()
    ahead = (WEEKDAYS[m["weekday"].lower()] - published.weekday()) % 7
    if which in ("next", "coming", "this coming") or (future and which != "last"):
        return (published + timedelta(ahead or 7)).isoformat()
    back = (-ahead) % 7
    return (published - timedelta(back or (7 if which == "last" else 0))).isoformat()


def _near_day(m: re.Match[str], published: date | None, _: bool) -> str | None:
    shift = {
        "today": 0,
        "tonight": 0,
        "yesterday": -1,
        "tomorrow": 1,
        "the day before yesterday": -2,
        "day after tomorrow": 2,
    }
    return (published + timedelta(shift[m.group().lower()])).isoformat() if published else None


def _period(m: re.Match[str], published: date | None, _: bool) -> str | None:
    if published is None:
        return None
    shift = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}[
        m["which"].lower()
    ]
    unit = m["unit"].lower()
    if unit == "week":
        monday = published - timedelta(published.weekday()) + timedelta(7 * shift)
        return f"{monday.isoformat()}/{(monday + timedelta(6)).isoformat()}"
    if unit == "month":
        months = published.year * 12 + published.month - 1 + shift
        return f"{months // 12}-{months % 12 + 1:02d}"
    return str(published.year + shift)


def _ago(m: re.Match[str], published: date | None, _: bool) -> str | None:
    if published is None:
        return None
    word = m["count"].lower()
    count = int(word) if word.isdigit() else NUMBERS[word]
    unit = m["unit"].lower().rstrip("s")
    if unit == "day":
        return (published - timedelta(count)).isoformat()
    if unit == "week":
        middle = published - timedelta(7 * count)
        return f"{(middle - timedelta(3)).isoformat()}/{(middle + timedelta(3)).isoformat()}"
    if unit == "month":
        months = published.year * 12 + published.month - 1 - count
        return f"{months // 12}-{months % 12 + 1:02d}~"
    return f"{published.year - count}~" if unit == "year" else None


def _since(m: re.Match[str], _: date | None, __: bool) -> str | None:
    return f"{m['year']}-{_month(m['month']):02d}/.." if m["month"] else f"{m['year']}/.."


def _years(m: re.Match[str], _: date | None, __: bool) -> str | None:
    last = m["last"] if len(m["last"]) == 4 else m["first"][:2] + m["last"]
    return f"{m['first']}/{last}" if m["first"] < last else None


RULES: tuple[_Rule, ...] = tuple(
    _Rule(re.compile(pattern, flags), value, relative)
    for pattern, flags, value, relative in (
        (
            rf"\b(?P<month>{_MONTH})\s+(?P<day>{_DAY}){_DASH}(?P<last>{_DAY}),?\s+(?P<year>{_YEAR})\b",
            0,
            _full_range,
            False,
        ),
        (
            rf"\b(?P<day>{_DAY}){_DASH}(?P<last>{_DAY})\s+(?:of\s+)?(?P<month>{_MONTH}),?\s+(?P<year>{_YEAR})\b",
            0,
            _full_range,
            False,
        ),
        (rf"\b(?P<month>{_MONTH})\s+(?P<day>{_DAY}),?\s+(?P<year>{_YEAR})\b", 0, _full, False),
        (rf"\b(?P<day>{_DAY})\s+(?:of\s+)?(?P<month>{_MONTH}),?\s+(?P<year>{_YEAR})\b", 0, _full, False),
        (
            rf"\b(?P<year>{_YEAR})-(?P<month>0\d|1[0-2])-(?P<day>[0-3]\d)\b",
            0,
            lambda m, _, __: _day(int(m["year"]), int(m["month"]), m["day"]),
            False,
        ),
        (rf"\b[Ss]ince\s+(?:(?P<month>{_MONTH})\s+)?(?P<year>{_YEAR})\b", 0, _since, False),
        (rf"\b(?P<month>{_MONTH})\s+(?:of\s+)?(?:(?:the\s+)?year\s+)?(?P<year>{_YEAR})\b", 0, _month_year, False),
        (
            rf"\b(?P<season>spring|summer|autumn|fall|winter)\s+(?:of\s+)?(?P<which>)(?P<year>{_YEAR})\b",
            re.IGNORECASE,
            _season,
            False,
        ),
        (rf"\b(?P<month>{_MONTH})\s+(?:of\s+)?(?P<which>[Ll]ast|[Tt]his|[Nn]ext)\s+year\b", 0, _month_of_year, True),
        (
            rf"\b(?P<which>[Ll]ast|[Tt]his|[Nn]ext)\s+year,?\s+in\s+(?:the\s+month\s+of\s+)?(?P<month>{_MONTH})\b",
            0,
            _month_of_year,
            True,
        ),
        (rf"\b(?P<month>{_MONTH})\s+(?P<day>{_DAY}){_DASH}(?P<last>{_DAY})(?P<year>)\b(?!\s*%)", 0, _full_range, True),
        (rf"\b(?P<month>{_MONTH})\s+(?P<day>{_DAY})\b(?!\s*%|[,.]\d)", 0, _month_day, True),
        (rf"\b(?P<day>{_DAY})(?:\s+of)?\s+(?P<month>{_MONTH})\b", 0, _month_day, True),
        (
            r"\bthe day before yesterday\b|\bday after tomorrow\b|\btoday\b|\btonight\b|\byesterday\b|\btomorrow\b",
            re.IGNORECASE,
            _near_day,
            True,
        ),
        (rf"\b(?:(?P<which>[Ll]ast|[Nn]ext|[Cc]oming|[Tt]his)\s+)?(?P<weekday>{_WEEKDAY})\b", 0, _weekday, True),
        (rf"\b(?P<count>{_COUNT})\s+(?P<unit>days?|weeks?|months?|years?)\s+(?:ago|back)\b", re.IGNORECASE, _ago, True),
        (rf"\b(?P<which>[Ll]ast|[Nn]ext)\s+(?P<month>{_MONTH})\b", 0, _last_month_name, True),
        (r"\b(?P<which>last|this)\s+(?P<season>spring|summer|autumn|winter)\b(?P<year>)", re.IGNORECASE, _season, True),
        (
            r"\b(?:the\s+)?(?P<which>last|past|previous|this|current|next|coming)\s+(?P<unit>week|month|year)\b",
            re.IGNORECASE,
            _period,
            True,
        ),
        (
            rf"\b(?:from|between|in|during)\s+(?P<first>{_YEAR}){_DASH}(?P<last>{_YEAR}|\d\d)\b",
            re.IGNORECASE,
            _years,
            False,
        ),
        (
            rf"\b(?:[Ii]n|[Dd]uring|[Ss]ince|[Bb]y|[Uu]ntil|[Ff]rom|[Oo]f|[Ll]ate|[Ee]arly)\s+(?P<month>{_MONTH})\b"
            r"(?!\s+(?:of\s+)?(?:that|the\s+same)\s+year)",  # a year told before, not the latest one
            0,
            _month_alone,
            True,
        ),
        (r"\b(?:the\s+)?(?P<decade>(?:1[5-9]|20)\d)0s\b", 0, lambda m, _, __: f"{m['decade']}X", False),
        (
            rf"\b(?:[Ii]n|[Dd]uring|[Bb]y|[Oo]f|[Ff]rom|[Aa]fter|[Bb]efore|[Uu]ntil|[Ee]arly|[Ll]ate|[Mm]id-?|[Yy]ear|[Aa]nd|[Tt]he)[ ]?(?P<year>{_YEAR})\b(?![,.]?\d|%)",
            0,
            lambda m, _, __: m["year"],
            False,
        ),
        (rf"\((?P<year>{_YEAR})\)", 0, lambda m, _, __: m["year"], False),
    )
)
