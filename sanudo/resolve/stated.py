"""Rules for dates that the words give in full: "7 August 2018", "the summer of 2017", "the 1990s"."""

from __future__ import annotations

from sanudo.resolve import periods
from sanudo.resolve.rules import Match, Stated, rough
from sanudo.resolve.timewords import (
    DAY,
    DECADES,
    DIGIT,
    MONTH,
    ORDINAL,
    ORDINALS,
    ROUGH,
    SEASON,
    SEASONS,
    TO,
    TWO_DIGITS,
    WEEKDAY_BEFORE,
    YEAR,
    compiled,
    count_of,
    day_of,
    month_of,
)


def _full(m: Match) -> str | None:
    first = periods.day(int(m["year"]), month_of(m["month"]), day_of(m["day"]))
    if not m["last"]:
        return rough(m, first)
    last = periods.day(int(m["year"]), month_of(m["month"]), day_of(m["last"]))
    return f"{first}/{last}" if first and last and first < last else None


def _iso(m: Match) -> str | None:
    return periods.day(int(m["year"]), int(m["month"]), int(m["day"]))


def _numeric(m: Match) -> str | None:
    """A day in figures, where only one order of day and month is possible."""
    year, first, second = int(m["year"]), int(m["first"]), int(m["second"])
    readings = {periods.day(year, second, first), periods.day(year, first, second)} - {None}
    return readings.pop() if len(readings) == 1 else None


def _month_year(m: Match) -> str | None:
    return rough(m, periods.month(int(m["year"]), month_of(m["month"])))


def _season_year(m: Match) -> str | None:
    return rough(m, f"{m['year']}-{SEASONS[m['season'].lower()]}")


def _quarter_year(m: Match) -> str | None:
    number = int(m["figure"]) if m["figure"] else ORDINALS[m["ordinal"].lower()]
    return periods.quarter(int(m["year"]), number)


def _half_year(m: Match) -> str | None:
    return periods.half(int(m["year"]), 1 if m["half"].lower() == "first" else 2)


def _decade(m: Match) -> str | None:
    if m["name"]:
        return rough(m, f"19{DECADES[m['name'].lower()]}X")
    return rough(m, f"{m['century'] or 19}{m['decade']}X")


def _century(m: Match) -> str | None:
    return rough(m, f"{int(m['century']) - 1:02d}XX")


def _years(m: Match) -> str | None:
    last = m["last"] if len(m["last"]) == 4 else m["year"][:2] + m["last"]
    if m["year"] < last:
        return f"{m['year']}/{last}"
    return m.group() if m["dash"] == "-" else None  # 2018-05 is a month


def _year(m: Match) -> str | None:
    return rough(m, m["year"])


def _spelled(m: Match) -> str | None:
    if m["thousand"]:
        return str(2000 + (count_of(m["rest"]) if m["rest"] else 0))
    return f"19{count_of(m['part']):02d}"


_IN_YEAR = r"(?:,? | of | in )(?:(?:the )?year )?"
# A number that is no year: what follows counts it, or makes it longer.
_NO_YEAR = (
    r"(?!\s?%|[.,:/-]\d|\d|[’']s? \d| (?:people|men|women|children|troops|soldiers|fighters|refugees|civilians|workers|persons|tons|tonnes"
    r"|miles|km|kilomet\w+|met\w+|feet|hours?|GMT|UTC|local|megawatts?|million|billion|of the|[a-z]+ (?:people|troops|soldiers|fighters|refugees))\b)"
)
_BARE = rf"(?<![\d$€£#.,:/+-])(?P<year>{YEAR}){_NO_YEAR}(?:[’']s)?"


STATED = (
    Stated(compiled(rf"\b{ROUGH}{WEEKDAY_BEFORE}(?P<month>{MONTH}) (?P<day>{DAY})(?:{TO}(?P<last>{DAY}))?,? (?P<year>{YEAR})\b"), _full),
    Stated(compiled(rf"\b{ROUGH}{WEEKDAY_BEFORE}(?:the )?(?P<day>{DAY})(?:{TO}(?P<last>{DAY}))? (?:of )?(?P<month>{MONTH}),? (?P<year>{YEAR})\b"), _full),
    Stated(compiled(rf"(?<![\d-])(?P<year>{YEAR})-(?P<month>0\d|1[0-2])-(?P<day>[0-3]\d)(?![\d-])"), _iso),
    Stated(compiled(rf"(?<![\d./-])(?P<first>[0-3]?\d)([./-])(?P<second>[0-3]?\d)\2(?P<year>{YEAR})(?!\d)"), _numeric),
    Stated(compiled(rf"\b{ROUGH}(?P<month>{MONTH}){_IN_YEAR}(?P<year>{YEAR})\b"), _month_year),
    Stated(compiled(rf"\b{ROUGH}(?:the )?(?P<season>{SEASON})(?: | of | in )(?P<year>{YEAR})\b"), _season_year),
    Stated(compiled(rf"\b(?:the )?(?:(?P<ordinal>{ORDINAL})[ -]quarter|Q(?P<figure>[1-4]))(?: | of | in )(?:fiscal )?(?P<year>{YEAR})\b"), _quarter_year),
    Stated(compiled(rf"\b(?:the )?(?P<year>{YEAR}) (?:fiscal )?(?P<ordinal>{ORDINAL})[ -]quarter\b(?P<figure>)"), _quarter_year),
    Stated(compiled(rf"\b(?:the )?(?P<half>first|second|latter|last) half of (?P<year>{YEAR})\b"), _half_year),
    Stated(compiled(rf"(?<!\w){ROUGH}(?:the )?(?:(?P<century>1[5-9]|20)|[’'‘])(?P<decade>\d)0[’']?s\b(?P<name>)"), _decade),
    Stated(compiled(rf"\bthe (?:(?P<rough>early|mid|late)[ -])?(?P<name>{'|'.join(DECADES)})\b"), _decade),
    Stated(compiled(rf"\b{ROUGH}(?:the )?(?P<century>1\d|20|21)(?:th|st)[ -]century\b"), _century),
    Stated(compiled(rf"(?<![\d$€£.,/-])(?P<year>{YEAR})(?:(?P<dash>[-–/])(?P<last>{YEAR}|\d\d))(?![\d/-])"), _years),
    Stated(compiled(rf"{ROUGH}(?:(?:the )?(?:fiscal|financial|year) )?{_BARE}"), _year),
    Stated(compiled(rf"\b(?:the year )?(?:nineteen (?P<part>{TWO_DIGITS})|(?P<thousand>two thousand)(?: (?:and )?(?P<rest>{DIGIT}))?)\b"), _spelled),
    Stated(compiled(r"(?<![\d/])9/11(?![\d/])"), lambda _: "2001-09-11"),
)  # fmt: skip
