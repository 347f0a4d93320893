"""Verbs in all their forms, and how sanctions and other restrictions are said to end."""

from __future__ import annotations

import re

_VOWELS = "aeiou"
# Words that may stand between a verb and its particle: "handed the last two ships over".
_APART = r"(?=(?:\s(?!(?:but|when|while|who|which|that|after|before|and\s(?:\w+ed|sent|told|gave|took|made|put|said|went|got|met))\s)[^\s.;:]{1,30}){0,9}?\s[“\"‘']?"


def forms(words: str) -> str:
    """The forms of these verbs, as alternatives of a pattern.

    "ship+" doubles its last letter, "give/gave/given" names what is irregular, "hand~over|in" counts only with one of these
    particles at most nine words after it, which are no part of the match; "_" is a blank in a particle.
    """
    return "|".join(_forms(word) for word in words.split())


def _forms(word: str) -> str:
    verb, _, particles = word.partition("~")
    base, *irregular = verb.split("/")
    doubled = base.endswith("+")
    base = base.removesuffix("+")
    stem = base + base[-1] if doubled else base.removesuffix("e")
    if base.endswith("y") and base[-2] not in _VOWELS:
        third, past = f"{base[:-1]}ies", f"{base[:-1]}ied"
    else:
        third = f"{base}es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{base}s"
        past = f"{stem}ed"
    gerund = f"{base}ing" if base.endswith(("ee", "ye")) else f"{stem}ing"
    every = "|".join(dict.fromkeys([*(irregular or [past]), gerund, third, base]))
    return rf"(?:{every})\b{_APART}(?:{particles.replace('_', ' ')})\b)" if particles else every


# What restricts, as a noun, and the words that end it.
RESTRICTIONS = r"(?:sanctions|embargo(?:es)?|bans?|blockade|boycott|curbs|restrictions|tariffs?|duties|ceilings|(?:asset|aid)\sfreeze|freeze(?=\son\b)|suspension(?=\sof\b))"
ENDING = "lift ease remove waive relax repeal rescind revoke loosen abolish scrap+ drop+ end suspend"
_BETWEEN = r"(?:[\w’'-]+\s){0,6}?"
# The words that say it are the group that matched.
ENDED = re.compile(
    rf"(?<!not )(?<!never )\b(?P<verb>{forms(ENDING)})\s(?={_BETWEEN}{RESTRICTIONS}\b)"
    rf"|\b(?P<noun>lifting|easing|removal|relaxation|repeal|waiver|suspension|end)\s(?:of|to)\s(?={_BETWEEN}{RESTRICTIONS}\b)"
    rf"|\b{RESTRICTIONS}\s(?:[\w’',-]+\s){{0,10}}?(?:was|were|is|are|be|been|being|had|have|has)\s(?:[\w’'-]+\s)?"
    r"(?P<past>(?:lift|end|eas|remov|suspend|waiv|relax|scrapp|dropp|repeal|rescind|revok|loosen|abolish)ed|gone)\b",
    re.IGNORECASE,
)
