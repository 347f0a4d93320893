"""What stands in quotation marks, and names in capitals: titles of instruments, of exercises, of bodies; and words that were said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sanudo.detail.passage import Passage, Span
from sanudo.detail.times import DAY, MONTH

# A quotation: marks of one sort, and nothing but text of at most so many characters between them; news agencies write ``so''.
_QUOTED = re.compile(
    r"“([^“”\n]{2,600})”|(?<!\w)\"([^\"\n]{2,600})\"(?!\w)|(?<!\w)‘([^‘\n]{2,300}?)’(?!\w)|(?<!\w)'([^'\n]{2,200})'(?!\w)|``([^`\n]{2,600}?)''"
)
# A word of a name, or what an editor put into it in brackets, and small words that may stand within it.
CAPITAL = r"(?:[A-ZÀ-ÖØ-Þ][\w’'.&/-]*|\d{2,4}\b|\[[^\]\n]{2,40}\])"
_SMALL = r"(?:of|on|for|the|and|in|to|between|with|against|de|&|[–-])"
_LINK = r"(?:of|on|for|the|and|de|&)"
# Words with which a sentence opens before a name, and days.
_OPENING = set(
    "The A An This That These In On At As When While After Before Since During Under But And For With By From Meanwhile However Both Its Their His Her Last Next Earlier Also If "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December".split()
)
# A title may list what it is about: "Treaty of Friendship, Trade and Navigation".
_LIST = rf"(?:(?:,\s{CAPITAL}(?:\s{CAPITAL}){{0,3}}){{1,4}},?\sand\s{CAPITAL}(?:\s{CAPITAL}){{0,3}})?"
# "In Muscat on Friday": a day or a month after such a word is no part of a name.
_NO_DAY = rf"(?!(?:on|in|from)\s(?:{DAY}|(?:{MONTH})\b))"
NAME = rf"{CAPITAL}(?:\s{_NO_DAY}(?:{_SMALL}\s){{0,3}}{CAPITAL}){{0,12}}"


def quotations(passage: Passage, span: Span) -> Iterator[Span]:
    """Spans of what stands in quotation marks, without the marks."""
    for match in _QUOTED.finditer(passage.text, *span):
        yield match.span(match.lastindex or 0)


def is_title(words: str) -> bool:
    """Whether quoted words are a name, not a saying: two words in three begin with a capital or are small."""
    parts = words.split()
    heads = [part for part in parts if part[0].isupper() or part[0].isdigit()]
    small = [part for part in parts if re.fullmatch(_SMALL, part)]
    return (
        bool(heads)
        and parts[0][0].isupper()
        and len(heads) + len(small) >= len(parts) * 2 / 3
        and words[-1] not in ",!?"
    )


def named(noun: str, *, after: bool = True) -> re.Pattern[str]:
    """A name in capitals whose last word is one of these nouns, or (`after`) that has more of it behind the noun."""
    more = (
        rf"(?:\s(?:on|for|of|to|in|between|against)\s(?:the\s)?(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day){NAME}{_LIST})?"
        if after
        else ""
    )
    return re.compile(rf"(?<![\w-])(?:{CAPITAL}\s(?:{_LINK}\s){{0,3}}){{0,10}}(?P<noun>{noun})\b{more}")


def opening(words: str) -> int:
    """How many characters at the start of a name in capitals belong to its sentence: "When the ", "Wednesday "."""
    at = 0
    for word in re.finditer(r"\S+\s", words):
        if word.group().strip() not in _OPENING and not re.fullmatch(_SMALL, word.group().strip()):
            break
        at = word.end()
    return at


# A first line that is longer, or that ends as a sentence does, is no headline; it tells of what the first lines of the article tell.
_HEADLINE = 160
_LINES = 600


def headline(passage: Passage) -> tuple[Span, ...]:
    """The span of the headline where the text opens with one that may be about the event, in a tuple that is empty where it does not."""
    line = passage.text[: _HEADLINE + 1].partition("\n")[0]
    end = len(line.rstrip())
    opens = 0 < end <= _HEADLINE and end < len(passage.text) and line.rstrip()[-1] not in ".!:;,"
    return ((0, end),) if opens and min((start for start, _ in passage.told), default=_LINES) < _LINES else ()
