"""Countries by their kind: "the South Asian country", "the kingdom", "the Baltic states"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from sanudo import resources
from sanudo.parse.within import Taken
from sanudo.records import EntityMention, MentionLabel

NAMED = (MentionLabel.STATE, MentionLabel.ADJECTIVE, MentionLabel.CAPITAL)
# How many of the states named before are tried; what lies further back is no longer meant.
REMEMBERED = 12
ALONE = {"island", "kingdom", "sultanate", "emirate"}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """One country of a kind, and all of them."""
    words = sorted(resources.regions(), key=len, reverse=True)
    kinds = "|".join(re.escape(word) for word in words if word not in ALONE)
    alone = "|".join(sorted({*ALONE, *(word.capitalize() for word in ALONE - {"island"})}))
    whole = "|".join(re.escape(word) for word in words if resources.regions()[word].whole)
    one = rf"\b[Tt](?:he|his|hat) (?:[a-z-]+,? )?(?:(?P<kind>{kinds}) (?:[a-z-]+ )?(?:country|nation|state|republic|power)|(?P<alone>{alone})(?! of\b)(?: nation)?)\b"
    every = rf"(?<!other )(?<!some )(?<!most )(?<!many )\b(?P<kind>{whole}) (?:countries|nations|states|republics|governments|leaders|trio)\b"
    return re.compile(one), re.compile(every)


def find_countries(text: str, mentions: Sequence[EntityMention]) -> tuple[EntityMention, ...]:
    """A country by its kind, for the last one of that kind that was named before; all of a kind, for each of them."""
    return tuple(sorted([*_single(text, mentions), *_whole(text, mentions)], key=lambda m: m.start))


def _single(text: str, mentions: Sequence[EntityMention]) -> Iterator[EntityMention]:
    taken = Taken(mentions)
    named = [m for m in mentions if m.label in NAMED and len(m.states) == 1]
    at = 0
    for match in _patterns()[0].finditer(text):
        while at < len(named) and named[at].end <= match.start():
            at += 1
        kind = match["kind"] or match["alone"].lower()
        states = resources.regions()[kind].states
        meant = next(
            (m.states[0] for m in reversed(named[max(at - REMEMBERED, 0) : at]) if m.states[0] in states), None
        )
        if meant and not taken.overlaps(*match.span()):
            how = f"“{match[0]}” for {resources.state_name(meant)}, the last such country named before"
            yield EntityMention(*match.span(), match[0], MentionLabel.REFERENCE, (meant,), how=how)


def _whole(text: str, mentions: Sequence[EntityMention]) -> Iterator[EntityMention]:
    taken = Taken(mentions)
    for match in _patterns()[1].finditer(text):
        if not taken.overlaps(*match.span()):
            how = f"“{match[0]}” for all of them"
            states = resources.regions()[match["kind"]].states
            yield EntityMention(*match.span(), match[0], MentionLabel.COLLECTIVE, states, how=how)
