"""The kinds of rules for time expressions, by what the value of a match needs.

Nothing but the words (`Stated`); the day the report was published (`Seen`); a date told before in the same text (`Told`); or it has none,
whatever is known (`Empty`). A value is an EDTF date, or None where there is none; whether the calendar knows it is checked elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sanudo.resolve import periods

Match = re.Match[str]


class Sort(StrEnum):
    """What an expression tells: when (`date`); when, but no calendar date ("recently"); how long; how often."""

    DATE = "date"
    VAGUE = "vague"
    LENGTH = "length"
    SET = "set"


@dataclass(frozen=True, slots=True)
class Stated:
    """A date that the words give in full."""

    pattern: re.Pattern[str]
    value: Callable[[Match], str | None]


@dataclass(frozen=True, slots=True)
class Seen:
    """A date seen from the day of publication; `ahead` says whether the words around speak of what is to come, if they say."""

    pattern: re.Pattern[str]
    value: Callable[[Match, date, bool | None], str | None]
    sort: Sort = Sort.DATE


@dataclass(frozen=True, slots=True)
class Told:
    """A date seen from one told before it in the text. Nothing goes back to what is told only to `compare`.

    `anchor` picks that date out of those told, the latest of which is last.
    """

    pattern: re.Pattern[str]
    anchor: Callable[[Match, Sequence[str]], str | None]
    value: Callable[[Match, str], str | None]
    compare: bool = False


@dataclass(frozen=True, slots=True)
class Empty:
    """An expression of time that dates nothing."""

    pattern: re.Pattern[str]
    sort: Sort


Rule = Stated | Seen | Told | Empty


def rough(m: Match, edtf: str | None) -> str | None:
    """The date, or about that date where the match has words such as "early" or "the end of"."""
    return periods.around(edtf) if m["rough"] else edtf
