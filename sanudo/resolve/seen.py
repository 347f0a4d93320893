"""Rules for dates seen from the day of publication: "on Tuesday", "last month", "two years ago", "in September"."""

from __future__ import annotations

from datetime import date

from sanudo.resolve import periods
from sanudo.resolve.rules import Match, Seen, Sort, rough
from sanudo.resolve.timewords import (
    AFTER,
    BEFORE,
    COUNT,
    DAY,
    FRAME,
    MONTH,
    ORDINAL,
    ORDINALS,
    ROUGH,
    ROUGHLY,
    SEASON,
    SEASONS,
    SHORT_MONTH,
    TO,
    UNIT,
    WEEKDAY,
    WEEKDAY_BEFORE,
    WEEKDAYS,
    after,
    compiled,
    count_of,
    day_of,
    month_of,
)


def _year_of(month: int, day: int, seen: date, ahead: bool | None) -> int:
    """The year of a day that the text leaves open: the nearest, what lies ahead being half as likely unless the words say so."""

    def gap(year: int) -> int:
        days = (year - seen.year) * 365 + (month - seen.month) * 30 + day - seen.day
        behind = -1 if ahead is True else 1
        return -days * (2 if ahead is True else 1) if days < 0 else days * (2 if behind > 0 else 1)

    return min((seen.year, seen.year - 1, seen.year + 1), key=gap)


def _month_day(m: Match, seen: date, ahead: bool | None) -> str | None:
    month = month_of(m["month"])
    which = m["which"]
    year = seen.year + SHIFT[which.lower()] if which else _year_of(month, day_of(m["day"]), seen, ahead)
    first = periods.day(year, month, day_of(m["day"]))
    if not m["last"]:
        return rough(m, first)
    last = periods.day(year, month, day_of(m["last"]))
    return f"{first}/{last}" if first and last and first < last else None


def _month(m: Match, seen: date, ahead: bool | None) -> str | None:
    month = month_of(m["month"])
    which = (m["which"] or "").lower()
    if which == "this":
        return periods.month(seen.year, month)
    if which == "next":
        return periods.month(seen.year + (month <= seen.month), month)
    if which:
        return periods.month(seen.year - (month >= seen.month), month)
    return rough(m, periods.month(_year_of(month, 15, seen, ahead), month))


def _month_of_year(m: Match, seen: date, _: bool | None) -> str | None:
    return rough(m, periods.month(seen.year + SHIFT[m["which"].lower()], month_of(m["month"])))


SHIFT = {
    "last": -1, "past": -1, "previous": -1, "this past": -1, "this": 0, "current": 0, "the": 0, "next": 1, "coming": 1, "this coming": 1
}  # fmt: skip


def _weekday(m: Match, seen: date, ahead: bool | None) -> str | None:
    which = (m["which"] or "").lower()
    to = (WEEKDAYS[m["weekday"].lower()] - seen.weekday()) % 7
    if which in ("next", "coming", "this coming") or (ahead is True and which not in ("last", "past", "this past")):
        return periods.moved(seen.isoformat(), to or 7 * bool(which), "day")
    back = -to % 7 or 7 * bool(which and which != "this")
    return periods.moved(seen.isoformat(), -back, "day")


NEAR = {
    "the day before yesterday": -2, "day before yesterday": -2, "yesterday": -1, "last night": -1, "last evening": -1, "overnight": 0,
    "today": 0, "tonight": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "tomorrow": 1, "day after tomorrow": 2,
    "the day after tomorrow": 2,
}  # fmt: skip


def _near_day(m: Match, seen: date, _: bool | None) -> str | None:
    return periods.moved(seen.isoformat(), NEAR[" ".join(m["near"].lower().split())], "day")


def _period(m: Match, seen: date, _: bool | None) -> str | None:
    shift = SHIFT[(m["which"] or "the").lower()]
    unit = m["unit"].lower().replace("fiscal ", "")
    if unit == "weekend":
        # Said from Monday to Friday, the weekend that is meant is the last one.
        return periods.weekend(seen, -1 if seen.weekday() < 5 and shift <= 0 else shift)
    if unit == "week":
        return periods.week(seen, shift)
    if unit == "month":
        return periods.month(seen.year, seen.month, shift)
    if unit == "quarter":
        return _quarter_from(seen.year * 4 + (seen.month - 1) // 3 + shift)
    span, unknown = {"year": (1, ""), "decade": (10, "X"), "century": (100, "XX")}[unit]
    return f"{seen.year // span + shift}{unknown}"


def _quarter_from(quarters: int) -> str:
    return periods.quarter(quarters // 4, quarters % 4 + 1)


def _rough_period(m: Match, seen: date, ahead: bool | None) -> str | None:
    return rough(m, _period(m, seen, ahead))


def _quarter(m: Match, seen: date, _: bool | None) -> str | None:
    shift = SHIFT[(m["which"] or m["of"] or "the").lower()]
    return periods.quarter(seen.year + shift, ORDINALS[m["ordinal"].lower()])


def _latest_quarter(_: Match, seen: date, __: bool | None) -> str | None:
    return _quarter_from(seen.year * 4 + (seen.month - 1) // 3 - 1)


def _season(m: Match, seen: date, ahead: bool | None) -> str | None:
    season = SEASONS[m["season"].lower()]
    which = (m["which"] or "").lower()
    begins = 3 * (season - 20)
    if which == "last":
        return f"{seen.year - (begins + 2 >= seen.month)}-{season}"
    if which == "next":
        return f"{seen.year + (begins <= seen.month)}-{season}"
    year = (
        seen.year if which in ("this", "this coming") else _year_of(begins + 1 if begins < 12 else 12, 15, seen, ahead)
    )
    return f"{year}-{season}"


def _ago(m: Match, seen: date, _: bool | None) -> str | None:
    sign = -1 if m["way"].lower() == "from now" else 1
    return periods.ago(seen, sign * count_of(m["count"]), m["unit"].lower().rstrip("s"))


def _past_units(m: Match, seen: date, _: bool | None) -> str | None:
    """A stretch that ends with the report, or begins with it: "the past three weeks"."""
    count, unit = count_of(m["count"]), m["unit"].lower().rstrip("s").replace("night", "day")
    ends = periods.ago(seen, count * (-1 if m["which"].lower() in ("next", "coming") else 1), unit)
    if ends is None:
        return None
    other = ends.rstrip("~")
    now = seen.isoformat()[: len(other)]
    return f"{min(other, now)}/{max(other, now)}" if other != now else None


def _weekday_of_week(m: Match, seen: date, _: bool | None) -> str | None:
    days = 7 * SHIFT[m["which"].lower()] + WEEKDAYS[m["weekday"].lower()] - seen.weekday()
    return periods.moved(seen.isoformat(), days, "day")


# A year told after the day: "on 4 March last year".
_OF_YEAR = r"(?:,? (?:of )?(?P<which>last|this|next) year\b)?"
_WHICH = "last|this past|past|next|this coming|coming|this"

SEEN = (
    Seen(compiled(rf"\b{ROUGH}{WEEKDAY_BEFORE}(?P<month>{MONTH}) (?P<day>{DAY})(?:{TO}(?P<last>{DAY}))?\b(?!\s?%|[.,]?\d){_OF_YEAR}"), _month_day),
    Seen(compiled(rf"\b{ROUGH}{WEEKDAY_BEFORE}(?:the )?(?P<day>{DAY})(?:{TO}(?P<last>{DAY}))? (?:of )?(?P<month>{MONTH})(?!\w){_OF_YEAR}"), _month_day),
    Seen(compiled(rf"\b{ROUGH}(?P<month>{MONTH}),? (?:of )?(?P<which>last|this|next) year\b"), _month_of_year),
    Seen(compiled(rf"\b(?P<which>last|this|next) year,? in (?:the month of )?{ROUGH}(?P<month>{MONTH})(?!\w)"), _month_of_year),
    Seen(compiled(rf"\b(?P<rough>)(?P<which>last|this|next|this past|this coming) (?P<month>{MONTH})(?!\w)"), _month),
    # "May" and "March" are words too, and "Jan" and "Jun" are names: only after a word that goes before months.
    Seen(compiled(rf"\b{ROUGH}(?P<month>(?-i:(?!May\b|March\b)(?!{SHORT_MONTH}){MONTH}))(?!\w)(?P<which>)"), _month),
    Seen(compiled(rf"{after('in during since by until from before through last next this')}{ROUGH}(?P<month>(?={SHORT_MONTH}){MONTH})(?!\w)(?!(?-i: [A-Z]))(?P<which>)"), _month),
    Seen(compiled(rf"{after('in during since by until from of before after between for to and through last next this')}{ROUGH}(?P<month>(?-i:May|March))\b(?P<which>)"), _month),
    Seen(compiled(rf"\b{ROUGHLY}(?P<month>(?-i:May|March))\b(?P<which>)"), _month),
    Seen(compiled(rf"\b(?:(?:early|earlier|late|later) )?(?P<near>{'|'.join(sorted(NEAR, key=len, reverse=True))})(?:[’']s)?(?: (?:morning|afternoon|evening|night)\b)?"), _near_day),
    Seen(compiled(rf"\b{BEFORE}(?P<weekday>{WEEKDAY})(?: of)? (?P<which>last|this|next) week\b"), _weekday_of_week),
    Seen(compiled(rf"\b(?P<which>last|this|next) week,? on (?P<weekday>{WEEKDAY}){AFTER}\b"), _weekday_of_week),
    Seen(compiled(rf"\b{BEFORE}(?:(?P<which>{_WHICH}) )?(?P<weekday>{WEEKDAY}){AFTER}\b"), _weekday),
    Seen(compiled(rf"\b{ROUGH}(?:nearly |almost |more than |over |just |about |some )?(?P<count>{COUNT}) (?P<unit>(?:{UNIT})s?)(?: or so)? (?P<way>ago|back|from now)\b"), _ago),
    Seen(compiled(r"\b(?:earlier |later |early |late )(?:in )?(?P<which>this|last|next) (?P<unit>week|month|year|decade|century)\b(?P<rough>)"), _rough_period),
    Seen(compiled(rf"\b{ROUGH}(?:the |its )?(?P<which>last|past|previous|this past|this|current|next|coming|this coming) (?P<unit>week|weekend|month|(?:fiscal )?year|quarter|decade|century)\b"), _rough_period),
    Seen(compiled(r"\b(?:at |over |on )?the (?P<unit>weekend)\b(?P<which>)"), _period),
    Seen(compiled(r"\b(?P<rough>(?:the )?(?:early|late|mid|middle|beginning|start|end|rest)(?:-| in | of )(?:the )?)(?P<unit>week|month|year|century)\b(?P<which>)"), _rough_period),
    Seen(compiled(rf"\b(?:(?P<which>last|this|next) year[’']s |the |its )?(?:fiscal )?(?P<ordinal>{ORDINAL})[ -]quarter\b(?:(?: of)? (?P<of>last|this|next) year\b)?"), _quarter),
    Seen(compiled(r"\bthe latest (?:quarter|period)\b"), _latest_quarter),
    Seen(compiled(rf"\b(?P<which>last|this past|this coming|this|next) (?P<season>{SEASON})\b"), _season),
    Seen(compiled(rf"{after('in during over by since until')}(?:the )?(?:early |late )?(?P<season>spring|summer|autumn|winter)\b(?P<which>)"), _season),
    Seen(compiled(rf"\b{FRAME}(?P<which>last|past|next|coming) (?P<count>{COUNT}) (?P<unit>(?:{UNIT}|night)s?)\b"), _past_units, Sort.LENGTH),
)  # fmt: skip
