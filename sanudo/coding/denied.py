"""What a party denies did not take place by its word, whatever the encoder makes of the words that tell it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sanudo.codebook import SPOKEN
from sanudo.records import Status

# "Denied that Norway suspended aid", "denies having shelled the post". What ends the clause begins another deed or tells of one by the way.
# Of the annotated deeds told so, 95 of 96 are denied (`bench/annotations.py`).
_DENIED = re.compile(
    r"\bden(?:y|ies|ied|ying)\b(?:\s(?:reports?|claims?|allegations?|suggestions?|accusations?))?"
    r"\s(?:that\s(?P<that>[^;:“”\"\n]*?)(?=[;:\n“”\"]|[.!?]\s|,?\s(?:where|who|which|whose|whom)\b|,\s(?:and|as|saying|adding|calling)\b|\s(?:but|although|though|while|whereas)\b|$)"
    r"|(?=\w+ing\b)(?P<deed>[^,;:“”\"\n]*?)(?=[,;:\n“”\"]|[.!?]\s|\s(?:and|but|who|which|where|although|though|while|whereas)\b|$))",
    re.IGNORECASE,
)


def unless_denied(status: Status, type_: str, words: str, parties: Sequence[tuple[int, int]]) -> Status:
    """The status of what a sentence tells: denied, where its parties (spans in `words`) stand in what somebody denies.

    Only who denies it may stand before. A denial that is told as an act itself stays what it is.
    """
    if type_ in SPOKEN:
        return status
    for match in _DENIED.finditer(words):
        low, high = match.span(match.lastgroup or 0)
        if any(low <= start < high for start, _ in parties) and all(start < high for start, _ in parties):
            return Status.DENIED
    return status
