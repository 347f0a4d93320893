"""Armed groups by a common noun: "Syrian rebels", "the pirates", "the group" after "the Taliban".

Such a noun says that somebody fights for no state. After "the" it stands for the group that was named last, where one was; else for
a group that is called what the article calls it. What stands beside a group's name ("Hamas militants", "fighters of the FSA") is
left to the name. The Kurds have no state, so that they are a group too: the Kurdish one that the article names. Nine in ten of those that take
part in an event are groups by the annotations too (`bench/resolving/participants.py`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sanudo.parse.within import Taken
from sanudo.records import EntityMention, MentionLabel

# Nouns for fighters; those of the second line are mostly adjectives in the singular ("a terrorist attack") and count in the plural only.
_EITHER = "rebel|militant|insurgent|pirate|gunm[ae]n|militiam[ae]n|militia|secessionist|mujahideen"
_PLURAL = "extremist|terrorist|fighter|jihadi|jihadist|guerrilla|guerilla|separatist"
_SORT = f"{_EITHER}|{_PLURAL}|islamist|terror|opposition|kurdish"
_NEUTRAL = "groups?|forces|factions?|organi[sz]ations?|units|commanders?"
_LOOSE = "armed|foreign|local|moderate|suspected|alleged|shia|sunni|shiite|islamic"
ARMED = re.compile(
    rf"(?i)(?<!pro-regime )(?<!pro-government )\b(?P<noun>(?:(?:{_LOOSE}|{_SORT}) ){{0,3}}(?:(?:{_PLURAL})s|(?:{_EITHER})s?)|"
    rf"(?:(?:{_LOOSE}) ){{0,2}}(?:{_SORT}) (?:{_NEUTRAL})|armed (?:groups?|factions?)|kurds|kurdish)\b"
    r"(?![ -](?:jets?|planes?|aircraft|bombers?|pilots?)\b)"
)
GROUP = re.compile(r"\b[Tt](?:he|his|hat) (?P<noun>group)\b(?! of\b)(?! [A-Z])")
DEFINITE = re.compile(r"\b(?:[Tt]h(?:e|is|at|ese|ose)|[Ii]ts)(?: [\w’'-]+)?\s$")
# What may stand between such a noun and the name of its group.
TO_NAME = re.compile(
    r"[ ,](?:(?:group|organi[sz]ation|movement|faction|militia|network|outfit),? )?(?:(?:of|from|loyal to|belonging to|linked to|known as) )?(?:the )?(?:so-called )?[“\"]?$"
)
FARTHEST = 40
NEUTRAL = ("groups", "forces", "factions", "organisations", "organizations", "units", "commanders")
# Groups that "the Kurds" may be.
KURDISH = ("YPG", "Syrian Democratic Forces", "PKK", "Peshmerga")


def find_armed(text: str, mentions: Sequence[EntityMention]) -> tuple[EntityMention, ...]:
    """Mentions of groups by a common noun, outside the spans of `mentions`. Those are in order of offset, and so is what is found."""
    taken = Taken(mentions)
    groups = [m for m in mentions if m.label == MentionLabel.GROUP]
    nations = {m.end: m.text for m in mentions if m.label == MentionLabel.ADJECTIVE}
    found: list[EntityMention] = []
    called: dict[str, str] = {}  # the group that a noun last stood for
    last = ""
    kurds = next((m.name for m in groups if m.name in KURDISH), "Kurds")
    at = 0
    for match in sorted([*ARMED.finditer(text), *GROUP.finditer(text)], key=lambda m: m.start()):
        start, end = match.span()
        while at < len(groups) and groups[at].start < start:
            last = groups[at].name or last
            kurds = last if last in KURDISH else kurds
            at += 1
        near = groups[max(at - 1, 0) : at + 1]
        if taken.overlaps(start, end) or any(_beside(text, start, end, group) for group in near):
            continue
        noun = match["noun"].lower()
        head = _plural(noun)
        nation = nations.get(start - 1)
        if "kurd" in noun:
            name = kurds
        elif nation is None and (noun == "group" or DEFINITE.search(text, max(0, start - 30), start)):
            name = called.get(head) or last or head
        else:
            name = f"{nation} {head}" if nation else called.get(head, head)
        if name == "groups":
            continue
        called[head] = last = name
        found.append(
            EntityMention(start, end, match[0], MentionLabel.GROUP, ("NSA",), "REB", name, f"“{match[0]}” for {name}")
        )
    return tuple(found)


def _beside(text: str, start: int, end: int, group: EntityMention) -> bool:
    """Whether a group's name stands right before or after the noun."""
    if group.end <= start:
        return (
            start - group.end < FARTHEST
            and re.fullmatch(r"(?: group)?(?:[’']s?)? ?", text[group.end : start]) is not None
        )
    return group.start - end < FARTHEST and TO_NAME.fullmatch(text, end, group.start) is not None


def _plural(noun: str) -> str:
    """What a group is called by a noun phrase in any number: "a rebel" and "local rebels" are "rebels"."""
    words = noun.split()
    word = words[-1]
    if word.endswith("man"):
        word = word[:-3] + "men"
    elif not word.endswith("men") and word not in ("mujahideen", "forces"):
        word = word.removesuffix("s") + "s"
    return f"{words[-2]} {word}" if word in NEUTRAL and len(words) > 1 else word
