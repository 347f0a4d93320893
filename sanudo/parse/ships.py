"""Warships by the letters before their names: "INS Tabar" acts for India, and so does "the Tabar" after it."""

from __future__ import annotations

import re
from functools import cache

from sanudo import resources
from sanudo.parse.within import Taken
from sanudo.records import EntityMention, MentionLabel


@cache
def _pattern() -> re.Pattern[str]:
    prefixes = "|".join(sorted(map(re.escape, resources.ships()), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])({prefixes}) ([A-Z][\w’'-]+(?: [A-Z]\.)?(?: [A-Z][a-z][\w-]+){{0,2}})")


def find_ships(text: str, names: tuple[EntityMention, ...]) -> tuple[EntityMention, ...]:
    """Mentions of warships, in order. They may lie over names ("USS America"), which then are none.

    Where several navies use the letters, the article's other names decide.
    """
    named = {state for mention in names for state in mention.states}
    ships: dict[str, tuple[str, str]] = {}
    found: list[EntityMention] = []
    for match in _pattern().finditer(text):
        states = resources.ships()[match[1]]
        state = next((s for s in states if s in named), states[0])
        how = f"warship of {resources.state_name(state)} by “{match[1]}”"
        name = re.sub(r"[’']s?$", "", match[2])
        ships.setdefault(name, (state, how))
        found.append(_mention(match.start(), match.start(2) + len(name), text, MentionLabel.STATE, state, how))
    if ships:
        again = "|".join(sorted(map(re.escape, ships), key=len, reverse=True))
        taken = Taken(found)
        for match in re.finditer(rf"\b[Tt]he ({again})(?![\w-])", text):
            if not taken.overlaps(*match.span()):
                found.append(_mention(*match.span(1), text, MentionLabel.REFERENCE, *ships[match[1]]))
    return tuple(sorted(found, key=lambda m: m.start))


def _mention(start: int, end: int, text: str, label: MentionLabel, state: str, how: str) -> EntityMention:
    return EntityMention(start, end, text[start:end], label, (state,), "MIL", None, how)
