"""Words of time: "before the summer", "in July last year", "from 2027"."""

from __future__ import annotations

import re

MONTH = r"Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
_YEAR = r"(?:19|20)\d\d"
DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_COUNT = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|few|coming|\d{1,2})"
_UNIT = r"(?:days?|weeks?|months?|quarters?|years?|decades?)"
_SEASON = r"(?:spring|summer|autumn|winter)"
_PART = r"(?:(?:the\s)?(?:very\s)?(?:end|beginning|middle|start|close|first\shalf|second\shalf|(?:first|second|third|fourth|last)\squarter|course)\sof\s)?(?:the\s)?(?:(?:early|late|mid)[\s-])?"
_POINT = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s)?(?-i:{MONTH})\b(?:\s\d{{1,2}}(?:st|nd|rd|th)?\b(?!\s(?:{_UNIT})))?(?:,?\s(?:of\s)?(?:{_YEAR}|(?:last|this|next)\syear))?"
    rf"|{_YEAR}(?:(?:\s(?:and|to|or)\s|[-–/]){_YEAR}|[-–/]\d\d)?\b"
    rf"|(?:last|next|this|the\scoming|the\sfollowing|the\snext|the\spast|the\slast)\s(?:{_COUNT}\s)?(?:{_UNIT}|{_SEASON}|weekend|(?-i:{MONTH})|{DAY})\b"
    rf"|(?:{DAY})\b(?:\s(?:morning|afternoon|evening|night|last))?|yesterday|today|tomorrow|(?:year|month|week)[’']s\send|{_SEASON}\b(?:\s(?:of\s)?{_YEAR})?"
    rf"|{_COUNT}\s{_UNIT}\b(?:\s(?:ago|earlier|later|from\snow))?|year\b"
)
# The preposition is in the group `by`.
TIME = re.compile(
    rf"(?<![\w-])(?:(?P<by>by|before|until|till|within|from|since|in|over|during|between|after|at|on|starting(?:\s(?:in|from))?|beginning(?:\s(?:in|from))?)\s)?{_PART}(?:{_POINT})(?![\w-])",
    re.IGNORECASE,
)
# Words that a bare count or noun of time needs before it to date anything: "in two years", not "two years of talks".
_NEEDS = re.compile(rf"(?:the\s)?(?:{_COUNT}\s{_UNIT}|year|{_SEASON})", re.IGNORECASE)


def dates(match: re.Match[str]) -> bool:
    """Whether words that `TIME` fits say when, not how long."""
    return match["by"] is not None or _NEEDS.fullmatch(match.group()) is None
