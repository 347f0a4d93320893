"""EDTF dates in words, and in order. A text that is no date is shown as it stands and sorts last."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from sanudo.dates import bounds

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_POINT = re.compile(r"(\d{4}|\d{3}X)(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)")
_OPEN = ("", "..")
# Days, months and years, and stretches of them, which need no words in a table.
_PLAIN = re.compile(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d{2})?)?(?:/\d{4}(?:-(?:0\d|1[0-2])(?:-\d{2})?)?)?")


@dataclass(frozen=True, slots=True)
class _Point:
    """A day, month, season, year or decade. `month` above 12 is a season."""

    year: str
    month: int
    day: int
    about: bool
    perhaps: bool

    @property
    def period(self) -> str:
        """Month and year, season and year, year or decade."""
        year = f"the {self.year[:3]}0s" if self.year.endswith("X") else self.year
        if self.month in _SEASONS:
            return f"{_SEASONS[self.month]} {year}"
        return f"{MONTHS[self.month - 1]} {year}" if self.month else year

    @property
    def name(self) -> str:
        return f"{self.day} {self.period}" if self.day else self.period

    def words(self, before: str = "") -> str:
        doubt = "perhaps " * self.perhaps
        return doubt + ("around " if self.about else before) + self.name


def _point(text: str) -> _Point | None:
    found = _POINT.fullmatch(text)
    if not found:
        return None
    month, day = int(found[2] or 0), int(found[3] or 0)
    if not (month <= 12 or month in _SEASONS) or day > 31 or "00" in (found[2], found[3]):
        return None
    return _Point(found[1], month, day, about=found[4] in ("~", "%"), perhaps=found[4] in ("?", "%"))


def _ends(edtf: str) -> tuple[_Point | None, _Point | None]:
    """First and last point, an open end None; both None where the text was not understood."""
    first, slash, last = edtf.partition("/")
    start = _point(first)
    end = _point(last) if slash else start
    if slash and ((start is None and first not in _OPEN) or (end is None and last not in _OPEN)):
        return None, None
    return start, end


def _shared(first: _Point, last: _Point) -> str:
    """How the first of two points is said before the second: what both share is left to the second."""
    begin = first.words()
    if first.day and last.day and first.period == last.period:
        return begin.removesuffix(f" {first.period}")
    same_form = bool(first.day) == bool(last.day) and first.month and last.month
    if same_form and first.year == last.year:
        return begin.removesuffix(f" {first.year}")
    return begin


def date_cell(edtf: str | None) -> str:
    """A date as a table shows it: as it stands where anybody can read it, else in words."""
    return "" if not edtf else edtf if _PLAIN.fullmatch(edtf) else date_words(edtf)


def date_words(edtf: str) -> str:
    """The date as a table or a title says it: `7 August 2018`, `around 2014`, `6 to 7 August 2018`, `2014 or later`."""
    start, end = _ends(edtf)
    if start and end:
        return start.words() if start == end else f"{_shared(start, end)} to {end.words()}"
    if start:
        return f"{start.words()} or later"
    return f"{end.words()} or earlier" if end else edtf


def date_phrase(edtf: str) -> str:
    """The date as a sentence says it: `on 7 August 2018`, `in 2014`, `between 6 and 7 August 2018`, `by 12 May 2018`.

    The words hold for what went on all the time and for what took place once in it.
    """
    start, end = _ends(edtf)
    if start and start == end:
        return start.words("on " if start.day else "in ")
    if start and end:
        return f"between {_shared(start, end)} and {end.words()}"
    if start:
        return f"in or after {start.words()}"
    return f"by {end.words()}" if end else f"(dated {edtf})"


def period_words(edtf: str, last: bool = False) -> str:
    """The month, season or year in which a date begins, or with `last` ends, as a title says it."""
    start, end = _ends(edtf)
    point = (end or start) if last else (start or end)
    return point.period if point else edtf


def anchor(edtf: str | None) -> date | None:
    """The day to compare events by: the first one, or the last where the beginning is open; None for no date."""
    span = bounds(edtf or "")
    return span and (span[0] if span[0] > date.min else span[1])


def by_date(edtf: str | None) -> tuple[date, int]:
    """A sort key: by `anchor`, a vaguer date before a finer one, what is no date at the end."""
    span = bounds(edtf or "")
    return anchor(edtf) or date.max, -span[1].toordinal() if span else 0
