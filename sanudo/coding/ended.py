"""Sanctions that end: what is lifted or eased is no sanction but a concession (docs/codebook.md, hard case 18)."""

from __future__ import annotations

import re

from sanudo.records import Status
from sanudo.verbs import ENDED

# What had ended is a sanction again.
_AGAIN = re.compile(r"\b(?:re-?impos|reinstat|snap ?back)", re.IGNORECASE)


def unless_ended(type_: str, status: str, words: str) -> str:
    """The type of what a sentence tells: where it says that sanctions end, RETREAT if they did, CONCEDE if that lies ahead."""
    if type_ != "SANCTION" or not ENDED.search(words) or _AGAIN.search(words):
        return type_
    return "RETREAT" if status in (Status.HAPPENED, Status.ONGOING) else "CONCEDE"
