"""Sanctions that end: what is lifted or eased is no sanction but a concession (docs/codebook.md, hard case 18)."""

from __future__ import annotations

import re

from sanudo.records import Status

_MEASURES = r"(?:sanctions|embargo(?:es)?|bans?|blockade|curbs|restrictions)"
_ENDS = re.compile(
    r"(?<!not )(?<!never )\b(?:lift|end|eas|remov|suspend|waiv|relax|scrap|drop|repeal)(?:s|e|es|ed|ing|p?ping|p?ped)?\s(?:[\w’'-]+\s){0,6}?" + _MEASURES + r"\b"
    r"|\b(?:lifting|easing|removal|suspension|end|relaxation|repeal)\s(?:of|to)\s(?:[\w’'-]+\s){0,6}?" + _MEASURES + r"\b"
    r"|\b" + _MEASURES + r"\s(?:[\w’'-]+\s){0,8}?(?:was|were|is|are|be|been|being)\s(?:[\w’'-]+\s)?(?:lifted|ended|eased|removed|suspended|waived|relaxed|scrapped|dropped)\b",
    re.IGNORECASE,
)  # fmt: skip
# What had ended is a sanction again.
_AGAIN = re.compile(r"\b(?:re-?impos|reinstat|snap ?back)", re.IGNORECASE)


def unless_ended(type_: str, status: str, words: str) -> str:
    """The type of what a sentence tells: where it says that sanctions end, RETREAT if they did, CONCEDE if that lies ahead."""
    if type_ != "SANCTION" or not _ENDS.search(words) or _AGAIN.search(words):
        return type_
    return "RETREAT" if status in (Status.HAPPENED, Status.ONGOING) else "CONCEDE"
