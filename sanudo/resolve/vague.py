"""Rules for expressions of time that date nothing: "recently", "for three weeks", "every year"."""

from __future__ import annotations

from sanudo.resolve.rules import Empty, Sort
from sanudo.resolve.timewords import COUNT, FRAME, UNIT, compiled

_MANY = r"a few|few|several|many|some|recent|coming|a number of"

EMPTY = (
    Empty(compiled(r"\b(?:right )?now\b|\bcurrently\b|\bat present\b|\bthese days\b|\bnowadays\b|\b(?:more |most )?recently\b|\blately\b|\bpreviously\b|\bsoon\b"), Sort.VAGUE),
    Empty(compiled(rf"\b(?:the )?(?:recent|coming|past few|last few|next few|future) (?:{UNIT})s\b|\b(?:a few|several|many|some) (?:{UNIT})s (?:ago|earlier|later)\b"), Sort.VAGUE),
    Empty(compiled(r"\bthe (?:near |distant |recent |foreseeable )?(?:past|future)\b(?! \w+s\b)"), Sort.VAGUE),
    Empty(compiled(r"\b(?:at )?(?:1[0-2]|0?\d)(?:[:.][0-5]\d)? ?(?:a\.?m\.?|p\.?m\.?)(?!\w)|\bmidnight\b|\bnoon\b|\bthe (?:morning|afternoon|evening)\b"), Sort.VAGUE),
    Empty(compiled(rf"\b{FRAME}(?:(?:first|past|last|next) )?(?:{COUNT}|{_MANY})(?: more| full| long)?[ -](?:(?:{UNIT}|hour|minute|month|night)s?)(?:-(?:old|long))?\b"), Sort.LENGTH),
    Empty(compiled(r"\b(?:daily|weekly|monthly|yearly|annually|hourly)\b|\b(?:each|every) (?:day|week|month|year|quarter|hour|night|morning)\b"), Sort.SET),
)  # fmt: skip
