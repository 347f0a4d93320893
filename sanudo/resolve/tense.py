"""Whether the words around a time expression speak of what lies ahead of the report or behind it."""

from __future__ import annotations

import re

AHEAD = (
    r"(?:(?:is|are) )?(?:will|would|to|shall|should|could|might)(?: \w+)? be \w+|will|would|shall|won[’']t|to be|is to|are to|due|scheduled|slated|set to|plans?|planned|planning|expected|expects?|(?-i:may)|could|might"
    r"|next|coming|upcoming|until|deadline|begins|expires?|matures?|maturing"
)
BEHIND = (
    r"(?:had been|previously) \w+|\w{2,}ed|met|brought|became|began|broke|came|did|got|grew|held|kept|knew|left|lost|paid|put|ran|sought|spoke|stood|struck|swept|thought|went|wrote|was|were|had|took|made|gave|sent|won|told|said|sold|bought|fell|rose|shot|saw|fought|led"
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
    if found:
        return found[-1]["ahead"] is not None
    after = SENTENCE_END.split(text[end : end + REACH], maxsplit=1)[0]
    match = TENSE.search(after)
    return match["ahead"] is not None if match else None
