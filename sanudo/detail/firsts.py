"""Claims that a thing is new: "first-ever", "for the first time", "inaugural", "never before"."""

from __future__ import annotations

import re

from sanudo.detail.passage import Passage, first
from sanudo.details import Stated

# What may be the first of its sort; a first day, round or wave is no novelty.
_THINGS = (
    "visit|trip|tour|meeting|summit|talks|encounter|session|exercises?|drills?|manoeuvres?|maneuvers?|war ?games?|deal|agreement|treaty|pact|accord|contract|"
    "delivery|shipment|sale|purchase|batch|deployment|strike|attack|assault|raid|contact|dialogue|sanctions|flight"
)
FIRST = re.compile(
    r"\b(?:first[- ]ever|(?:for )?the (?:very )?first time|a first\b(?= for| in)|inaugural|maiden|never before"
    r"|first (?:such|of its kind|of their kind|since)"
    rf"|(?<!since )(?<!since the )first (?:(?!day|week|month|year|round|phase|half|quarter|time)[\w-]+ ){{0,3}}(?:{_THINGS}))\b",
    re.IGNORECASE,
)
# How a sentence begins that says so of what was told before it.
_GOES_ON = re.compile(
    rf"(?:It|This|That|The (?:[\w-]+ ){{0,2}}(?:{_THINGS}))\s(?:is|was|will be|would be|marks|marked|will mark)\b"
)


def first_time(passage: Passage) -> Stated | None:
    """The words that say that it had never been before, or not for long."""
    match = first(passage, (*passage.told, *passage.continued(_GOES_ON)), FIRST)
    return passage.stated("first_time", *match.span()) if match else None
