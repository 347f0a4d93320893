"""Warships by the letters before their names: "INS Tabar" acts for India, and so do "the Tabar" and "the frigate" after it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from sanudo import resources
from sanudo.parse.within import Taken
from sanudo.records import EntityMention, MentionLabel

# What a warship is called, and within how many characters of its name.
_CLASS = re.compile(
    r"\b[Tt]he (?:guided-missile |missile |aircraft |nuclear )?(?:destroyer|frigate|warship|carrier|cruiser|corvette|submarine)\b(?! [A-Z])"
)
_REACH = 600


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
        found += _by_class(text, tuple(found))
    return tuple(sorted(found, key=lambda m: m.start))


def _by_class(text: str, ships: tuple[EntityMention, ...]) -> Iterator[EntityMention]:
    """ "The destroyer", for the last ship named before."""
    ships = tuple(sorted(ships, key=lambda ship: ship.start))
    for match in _CLASS.finditer(text):
        before = bisect_left(ships, match.start(), key=lambda ship: ship.start)
        last = ships[before - 1] if before else None
        if last is not None and match.start() - _REACH <= last.end:
            how = f"“{match.group()}” for {last.text}"
            yield _mention(*match.span(), text, MentionLabel.REFERENCE, last.states[0], how)


def _mention(start: int, end: int, text: str, label: MentionLabel, state: str, how: str) -> EntityMention:
    return EntityMention(start, end, text[start:end], label, (state,), "MIL", None, how)
