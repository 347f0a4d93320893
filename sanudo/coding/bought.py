"""Who buys from whom: whoever gives is the actor of a transfer (docs/terms.md), also where the buyer is the subject of the sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sanudo.records import Kind
from sanudo.verbs import forms

# A refusal is an act of the buyer.
_TYPES = ("AGREE", "COOPERATE", "AID")
# "Will buy eighteen jets from its neighbour Peru", "the purchase of two frigates from Oman". In the annotated transfers told so the party after "from" is the actor
# in 58 of 66 that took place, in 8 of 16 that are agreed (`bench/annotations.py`).
_FROM = re.compile(
    rf"\b(?:{forms('buy/bought purchase acquire procure order obtain receive import lease')}|take/took/taken\sdelivery|acquisition|procurement|delivery|deliveries|imports)"
    r"\b(?:\s(?!(?:that|which|who|while|when|and\s\w+ed|to)\b)[^\s;:.]+){0,14}?\s(?P<from>from\s(?:(?:the|its|their|his|her|an?|neighbou?ring|nearby|neighbou?r|ally|allied)\s){0,3})",
    re.IGNORECASE,
)


def buys(
    kind: Kind, type_: str, words: str, actors: Sequence[tuple[int, int]], recipients: Sequence[tuple[int, int]]
) -> bool:
    """Whether a sentence says of a transfer that those read as its actors buy from its recipients. Spans are those of parties in `words`."""
    if kind is not Kind.TRANSFER or type_ not in _TYPES:
        return False
    starts = {match.end("from") for match in _FROM.finditer(words)}
    return any(start in starts for start, _ in recipients) and not any(start in starts for start, _ in actors)
