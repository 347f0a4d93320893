"""Time expressions in English news prose, each with its EDTF date where it has one.

What is relative ("on Tuesday", "last month") is worked out from the publication date; without one it has no value. What refers
to a date told before ("the next day", "a year earlier") is worked out from that date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from heapq import merge

from sanudo.dates import is_edtf
from sanudo.resolve.rules import Empty, Match, Rule, Seen, Sort, Stated, Told
from sanudo.resolve.seen import SEEN
from sanudo.resolve.stated import STATED
from sanudo.resolve.tense import lies_ahead
from sanudo.resolve.timewords import MONTH, SEASON, UNIT, WEEKDAY, YEAR
from sanudo.resolve.told import TOLD
from sanudo.resolve.vague import EMPTY

RULES: tuple[Rule, ...] = (*STATED, *SEEN, *TOLD, *EMPTY)
# What every match of a pattern that has this part must hold, by a pattern that is found fast. Rules are tried only around it.
_HEARTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (MONTH, re.compile(MONTH)),
    (YEAR, re.compile(YEAR)),
    (f"(?P<weekday>{WEEKDAY})", re.compile(WEEKDAY)),
    ("(?-i:May|March)", re.compile("May|March")),
    ("(?P<season>", re.compile(SEASON, re.IGNORECASE)),
    *(
        (part, re.compile(rf"{UNIT}|century|morning|evening|hour|minute|night", re.IGNORECASE))
        for part in (UNIT, "(?P<unit>")
    ),
)
# Characters before and after such a heart within which a match lies, and then the word that they fall into.
_AHEAD, _BEHIND, _WORD = 110, 60, 40
# Dates told before that an expression may go back to.
REMEMBERED = 8


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression: its span, its words, its EDTF date if it has one, and what that date was seen from.

    `seen_from` is the EDTF date that the words were measured from: of publication, or told before; None for what stands by itself.
    `relative` is true of all that need such a date, known or not. What stands by itself and has no date is no day of the calendar, or
    can be read in two ways (07/08/2018).
    """

    start: int
    end: int
    text: str
    sort: Sort
    edtf: str | None
    relative: bool
    seen_from: str | None = None


def find(text: str, published: date | None, start: int = 0, end: int | None = None) -> Iterator[TimeExpression]:
    """Time expressions between two offsets, in order, none overlapping; the longest from each place on wins."""
    told: list[str] = []
    at = start
    for match, rule in _matches(text, start, len(text) if end is None else end):
        if match.start() < at:
            continue
        found = _read(match, rule, text, published, told)
        at = found.end
        if found.sort is Sort.DATE and found.edtf and not (isinstance(rule, Told) and rule.compare):
            told[:] = [*told[-REMEMBERED:], found.edtf]
        yield found


def _matches(text: str, start: int, end: int) -> Iterator[tuple[Match, Rule]]:
    """Matches of all rules by their start, the longer before the shorter, then in the order of the rules."""
    hearts: dict[re.Pattern[str] | None, list[tuple[int, int]]] = {None: [(start, end)]}

    def by_place(number: int, rule: Rule) -> Iterator[tuple[int, int, int, Match, Rule]]:
        heart = _heart(rule.pattern)
        if heart not in hearts:
            hearts[heart] = _around(heart, text, start, end) if heart else []
        for stretch in hearts[heart]:
            for match in rule.pattern.finditer(text, *stretch):
                yield match.start(), -match.end(), number, match, rule

    for *_, match, rule in merge(*(by_place(n, rule) for n, rule in enumerate(RULES)), key=lambda row: row[:3]):
        yield match, rule


@cache
def _heart(pattern: re.Pattern[str]) -> re.Pattern[str] | None:
    return next((heart for part, heart in _HEARTS if part in pattern.pattern), None)


def _around(heart: re.Pattern[str], text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of text around the places that a heart fits, those that meet being one; none ends within a word."""
    found: list[tuple[int, int]] = []
    for match in heart.finditer(text, start, end):
        first, last = max(start, match.start() - _AHEAD), match.end() + _BEHIND
        blank = text.find(" ", last, last + _WORD)
        last = min(end, blank if blank >= 0 else last)
        if found and first <= found[-1][1]:
            found[-1] = found[-1][0], last
        else:
            found.append((first, last))
    return found


def _read(found: Match, rule: Rule, text: str, published: date | None, told: list[str]) -> TimeExpression:
    start, end = found.span()
    words = found.group()
    match rule:
        case Empty():
            return TimeExpression(start, end, words, rule.sort, None, relative=False)
        case Stated():
            return TimeExpression(start, end, words, Sort.DATE, _known(rule.value(found)), relative=False)
        case Told():
            anchor = rule.anchor(found, told)
            value = _known(rule.value(found, anchor)) if anchor else None
            return TimeExpression(start, end, words, Sort.DATE, value, True, anchor)
        case Seen():
            if published is None:
                return TimeExpression(start, end, words, rule.sort, None, relative=True)
            value = _known(rule.value(found, published, lies_ahead(text, start, end)))
            return TimeExpression(start, end, words, rule.sort, value, True, published.isoformat())


def _known(edtf: str | None) -> str | None:
    """A date, if the calendar knows it: rules count past its ends."""
    return edtf if edtf and is_edtf(edtf) else None
