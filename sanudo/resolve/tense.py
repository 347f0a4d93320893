"""Whether the words around a time expression speak of what lies ahead of the report or behind it."""

from __future__ import annotations

import re

# Verbs of wish or promise, and what they look to: "invited him to visit", "agreed to send". What such words follow, they do not date.
WISHED = re.compile(
    r"\b(?:agree|invit|promis|pledg|vow|want|ask|urg|offer|hop|intend|decid|threaten|order|prepar|wish|request|demand|undert[ao]+k|commit)"
    r"(?:e?s|e?d|t?ed|ing|e|en)?(?: [\w’'-]+){0,5}? to (?!the\b|an?\b|its\b|their\b|[A-Z\d])\w+(?!.*\b(?:when|after|before|since)\b)"
)
AHEAD = (
    r"(?:(?:is|are) )?(?:will|would|to|shall|should|could|might)(?: \w+)? be \w+|will|would|shall|won[’']t|to be|is to|are to|due|scheduled|slated|set to|plans?|planned|planning|expected|expects?|(?-i:may)|could|might"
    r"|next|coming|upcoming|until|deadline|begins|runs? (?:to|till|through)|lasts?|expires?|matures?|maturing"
)
BEHIND = (
    r"(?:had been|previously) \w+|\w{2,}ed|met|brought|became|began|broke|came|did|drew|drove|fled|flew|fought|found|got|grew|heard|held|kept|knew|laid|left|lost|meant|paid|put|ran|rode|sank|sat|sought|spoke|stood|stole|struck|swept|taught|thought|threw|thrown|went|withdrew|withdrawn|wrote|was|were|had|took|made|gave|sent|won|told|said|sold|bought|fell|rose|shot|saw|led"
    r"|last|past|ago|since|after"
)
TENSE = re.compile(rf"\b(?:(?P<ahead>{AHEAD})|(?P<behind>{BEHIND}))\b", re.IGNORECASE)
# What was to come and did not, or came otherwise: "was earlier expected to be issued on Monday".
MISSED = re.compile(
    r"\b(?:(?:was|were) (?:earlier|originally|initially|previously|first)|had (?:earlier |originally |initially |previously )?been) "
    r"(?:due|scheduled|slated|set|planned|expected|supposed|meant)\b(?!.*(?:[,;]|\b(?:but|and|now|will|is|are)\b))",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"[.!?][”’\"')]*\s+(?=[\"“‘'(]?[A-Z])|\n")
# How far a word of tense may be from the expression, in characters.
REACH = 120


def lies_ahead(text: str, start: int, end: int) -> bool | None:
    """Whether an expression from `start` to `end` is ahead, by the nearest word of tense before it in its sentence, else after it.

    None where there is no such word.
    """
    before = text[max(start - REACH, 0) : start]
    start_of_sentence = max((m.end() for m in SENTENCE_END.finditer(before)), default=0)
    if MISSED.search(before, start_of_sentence):
        return False
    found = list(TENSE.finditer(before, start_of_sentence))
    wished = list(WISHED.finditer(before, start_of_sentence))
    if wished and (not found or found[-1].start() <= wished[-1].end()):
        return True
    if found:
        return found[-1]["ahead"] is not None
    after = SENTENCE_END.split(text[end : end + REACH], maxsplit=1)[0]
    match = TENSE.search(after)
    return match["ahead"] is not None if match else None
