"""Armed groups that the lists lack, by the form of their names and by what the article calls them.

"The Coastal People’s Liberation Front (CPLF)", "the militant group Sons of the Reef": each makes the name, and the abbreviation that stands
after it, a group for the whole article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from sanudo.parse.within import Taken
from sanudo.records import EntityMention, MentionLabel

_WORD = r"[A-Z][\w’'-]{1,30}"
_NAME = rf"(?:al-|Al-|Ansar |Jaish |Jund )?{_WORD}(?: (?:(?:of|for|the|al|ul|e|and|in) ){{0,2}}{_WORD}){{0,5}}"
# Names of fronts and armies that free, resist or overturn.
_BY_FORM = re.compile(
    rf"\b(?P<name>(?:{_WORD} (?:and )?){{0,5}}(?:Liberation|Resistance|Revolutionary|Patriotic|Salvation|Jihad|Mujahideen) "
    r"(?:Front|Army|Armed Forces|Forces|Movement|Brigades?|Militia))\b"
)
_INTRODUCED = re.compile(
    r"\b(?:militant|rebel|insurgent|terrorist|terror|jihadi|jihadist|separatist|guerrilla|armed|extremist|paramilitary|Islamist) "
    rf"(?:group|organi[sz]ation|movement|faction|militia|network|outfit),? (?:known as |called |named )?(?:the )?[“\"]?(?P<name>{_NAME})"
)
# The abbreviation after a name: "… (CPLF)".
_SHORT = re.compile(r"[”\"]? \((?P<short>[A-Z][A-Z-]{1,7})\)")
# Ruling parties have such names too: words of fighting must stand near.
_FIGHTS = re.compile(
    r"\b(?:rebel|militant|insurgen|guerrilla|guerilla|separatist|fighter|armed|ceasefire|terroris|ambush|attack|clash)"
)
NEAR = 250  # characters
# Forms looked for in one article, so that a list of ten thousand names takes no hours.
MOST = 100
_OTHERS = {"Salvation Army", "The Salvation Army"}


def find_groups(text: str, names: Sequence[EntityMention]) -> tuple[EntityMention, ...]:
    """Mentions of groups that the article itself shows to be ones, outside the spans of `names`, in order."""
    taken = Taken(names)
    called = dict(islice(_called(text, taken), MOST))
    if not called:
        return ()
    forms = re.compile(
        r"(?<![\w-])(?:" + "|".join(map(re.escape, sorted(called, key=len, reverse=True))) + r")(?![\w-])"
    )
    return tuple(
        EntityMention(*m.span(), m[0], MentionLabel.GROUP, ("NSA",), "REB", *called[m[0]])
        for m in forms.finditer(text)
        if not taken.overlaps(*m.span())
    )


def _called(text: str, taken: Taken) -> Iterator[tuple[str, tuple[str, str]]]:
    """Forms with the name of the group and how it is known."""
    for pattern, how in (
        (_BY_FORM, "an armed group by its name"),
        (_INTRODUCED, "an armed group by what it is called"),
    ):
        for match in pattern.finditer(text):
            name = match["name"].removeprefix("The ")
            near = text[max(0, match.start() - NEAR) : match.end() + NEAR]
            if taken.overlaps(*match.span("name")) or match["name"] in _OTHERS or not _FIGHTS.search(near):
                continue
            yield name, (name, how)
            short = _SHORT.match(text, match.end())
            if short is not None:
                yield short["short"], (name, how)
