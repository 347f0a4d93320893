"""Rules for dates seen from those told before in the same text: "the next day", "a year earlier", "that May"."""

from __future__ import annotations

from collections.abc import Sequence

from sanudo import dates
from sanudo.resolve import periods
from sanudo.resolve.rules import Match, Told
from sanudo.resolve.timewords import COUNT, DAY, MONTH, WEEKDAY_BEFORE, compiled, count_of, day_of, month_of

# The most days between the first and the last of a date that such a unit goes back to.
WIDTH = {"day": 0, "week": 6, "month": 30, "quarter": 91, "year": 366}
STEP = {"next": 1, "following": 1, "later": 1, "after": 1, "afterwards": 1, "same": 0, "that": 0, "previous": -1, "preceding": -1,
        "earlier": -1, "before": -1}  # fmt: skip
# How much of an EDTF date says its day, month or year.
LENGTH = {"day": 10, "month": 7, "year": 4}


def _width(edtf: str) -> int:
    span = dates.bounds(edtf)
    return (span[1] - span[0]).days if span else 0


def _unit(m: Match) -> str:
    unit = m["unit"].lower().rstrip("s")
    return {"morning": "day", "evening": "day", "night": "day"}.get(unit, unit)


def _last(m: Match, told: Sequence[str]) -> str | None:
    """The latest date as short as the unit: a day to count weeks from, any year for a year."""
    unit = {"week": "day", "decade": "year"}.get(_unit(m), _unit(m))
    return next((edtf for edtf in reversed(told) if _width(edtf) <= WIDTH[unit]), None)


def _latest(_: Match, told: Sequence[str]) -> str | None:
    return told[-1] if told else None


def _last_quarter(_: Match, told: Sequence[str]) -> str | None:
    return next((edtf for edtf in reversed(told) if 89 <= _width(edtf) <= WIDTH["quarter"]), None)


def _period(m: Match, last: str) -> str | None:
    unit = _unit(m)
    held = last[: LENGTH.get(unit, 0)]
    return periods.moved(held, STEP[m["which"].lower()], unit)


def _steps(m: Match, last: str) -> str | None:
    unit = _unit(m)
    count = count_of(m["count"] or "a")
    # Months are counted from the month of a day; and years from its year, but for the one year of reports that compare.
    coarse = unit == "month" or (count > 1 and unit != "day" and "/" not in last)
    return periods.moved(last[: LENGTH.get(unit, 10)] if coarse else last, STEP[m["way"].lower()] * count, unit)


def _month(m: Match, last: str) -> str | None:
    return periods.month(int(last[:4]), month_of(m["month"])) if last[:4].isdigit() else None


def _day(m: Match, last: str) -> str | None:
    """A day of the year or of the month of another."""
    year, month = last[:4], month_of(m["month"]) if m["month"] else int(last[5:7])
    return periods.day(int(year), month, day_of(m["day"])) if year.isdigit() else None


def _quarter(m: Match, last: str) -> str | None:
    return periods.moved(last, -1, "year") if m["before"] else last


TOLD = (
    Told(compiled(r"\b(?:the|that|this) (?:very )?(?P<which>next|following|previous|preceding|same) (?P<unit>day|morning|evening|night|week|month|year)\b"), _last, _period),
    Told(compiled(r"\b(?P<which>that) (?P<unit>day|morning|evening|night|month|year)\b"), _last, _period),
    Told(compiled(rf"\b(?:exactly |about |nearly |just |only |some )?(?:(?P<count>{COUNT})|the) (?P<unit>(?:day|week|month)s?) (?P<way>earlier|later|afterwards|before(?=[,.;]|$)|after(?=[,.;]|$))(?!\w)"), _last, _steps),
    Told(compiled(rf"\b(?:(?P<count>{COUNT})|the) (?P<unit>(?:year|decade)s?) (?P<way>earlier|later|before(?=[,.;]|$)|after(?=[,.;]|$))(?!\w)"), _last, _steps, compare=True),
    Told(compiled(rf"\b{WEEKDAY_BEFORE}(?:the )?(?P<day>{DAY}) (?:of )?(?P<month>{MONTH}),? (?:of )?(?:that|the same) year\b"), _latest, _day),
    Told(compiled(rf"\b{WEEKDAY_BEFORE}(?P<month>{MONTH}) (?P<day>{DAY}),? (?:of )?(?:that|the same) year\b"), _latest, _day),
    Told(compiled(rf"\b(?:the )?(?P<day>{DAY})(?P<month>) (?:of )?(?:that|the same) (?P<unit>month)\b"), _last, _day),
    Told(compiled(rf"\b(?P<month>{MONTH})(?: of)? (?:that|the same) year\b"), _latest, _month),
    Told(compiled(rf"\bthat (?P<month>{MONTH})(?!\w)"), _latest, _month),
    Told(compiled(r"\b(?:the )?(?P<before>year-(?:earlier|ago))(?: (?:third |first |second |fourth )?(?:quarter|period))?\b"), _last_quarter, _quarter, compare=True),
    Told(compiled(r"\b(?:the|that) quarter\b(?P<before>)"), _last_quarter, _quarter),
)  # fmt: skip
