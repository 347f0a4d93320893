"""The words of English that time expressions are made of: their values, and patterns for one of them.

In a pattern a space stands for one to three characters of white space (`compiled`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable


def _numbered(words: str, first: int = 1) -> dict[str, int]:
    return {word: n for n, word in enumerate(words.split(), first)}


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(sorted(words, key=lambda w: (-len(w), w)))


SPACES = {" ": r"\s{1,3}", "[ -]": r"(?:\s{1,3}|-)", "[ ]": r"\s"}


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of this module's kind. Names of months and weekdays keep their capital, all else may be written either way."""
    return re.compile(re.sub(r"\[ \]|\[ -\]| ", lambda m: SPACES[m.group()], pattern), re.IGNORECASE)


_NAMES = _numbered("january february march april may june july august september october november december")
MONTHS = _NAMES | {name[:3]: n for name, n in _NAMES.items()} | {"sept": 9}
WEEKDAYS = _numbered("monday tuesday wednesday thursday friday saturday sunday", 0)
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_TEENS = _numbered(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS = {word: 10 * n for word, n in _numbered("twenty thirty forty fifty sixty seventy eighty ninety", 2).items()}
COUNTS = _TEENS | _TENS | {"a": 1, "an": 1, "a couple of": 2, "couple of": 2, "a dozen": 12, "a hundred": 100}
ORDINALS = _numbered("first second third fourth") | {"1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
DECADES = _numbered("twenties thirties forties fifties sixties seventies eighties nineties", 2)

_LONG = one_of(name.title() for name in _NAMES)
SHORT_MONTH = rf"(?-i:(?:{one_of(name.title() for name in MONTHS if name not in _NAMES)})\b)"
MONTH = rf"(?-i:{_LONG}|{SHORT_MONTH}\.?)"
DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?:1[5-9]\d\d|20\d\d)"
WEEKDAY = rf"(?-i:{one_of(name.title() for name in WEEKDAYS)})"
WEEKDAY_BEFORE = rf"(?:{WEEKDAY},? )?"
SEASON = one_of(SEASONS)
DIGIT = one_of(list(_TEENS)[:9])
TWO_DIGITS = rf"(?:{one_of(_TENS)})(?:[ -](?:{DIGIT}))?"
COUNT = rf"(?:\d{{1,3}}|{TWO_DIGITS}|{one_of(COUNTS)})"
UNIT = "day|week|month|quarter|year|decade"
ORDINAL = one_of(ORDINALS)
TO = r"\s{0,3}(?:-|–|—|to|and|until|through)\s{0,3}"
# Part of a longer stretch, or only roughly that: "early", "the end of", "mid-", "around".
ROUGHLY = (
    r"(?P<rough>(?:the )?(?:very )?(?:early|late|mid|middle|beginning|start|end|turn|first half|second half|latter half|last half)"
    r"(?:-| in | of | )(?:the )?|(?:around|about|circa) )"
)
ROUGH = f"{ROUGHLY}?"
# What may stand before a length of time.
FRAME = r"(?:(?:the|these|those|at least|more than|less than|over|nearly|almost|about|just|another|an additional|up to) ){0,3}"
# Part of a day, before or after its name.
BEFORE = r"(?:(?:early|earlier|late|later|noon|midday|midnight)(?: on)? )?"
AFTER = r"(?:[’']s)?(?: (?:morning|noon|afternoon|evening|night)\b)?"


def count_of(word: str) -> int:
    """The number that a match of COUNT stands for."""
    word = " ".join(word.lower().split())
    if word.isdigit():
        return int(word)
    return COUNTS[word] if word in COUNTS else sum(COUNTS[part] for part in re.split(r"[ -]", word))


def month_of(word: str) -> int:
    """The number of a month."""
    return MONTHS[word.rstrip(".").lower()]


def day_of(word: str) -> int:
    """The number of a day of the month."""
    return int(re.sub(r"\D", "", word))


def after(words: str) -> str:
    """A pattern for a place after one of the words and a space."""
    places = "|".join(rf"(?<=\b{word}[ ])" for word in words.split())
    return f"(?:{places})"
