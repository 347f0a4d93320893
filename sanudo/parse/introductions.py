"""Persons whom the article itself introduces by state and office.

"Russia's Deputy Minister of Defence, Colonel General Alexander V. Fomin", "Sergei Lavrov, the Russian foreign minister", "the
president of Kenya, William Ruto": each makes the person a Russian or a Kenyan for the rest of the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sanudo.records import EntityMention, MentionLabel
from sanudo.titles import GONE, NAME, PAST, SECTOR_OF, Title, bare, title_after, title_alone

LABELS = (MentionLabel.STATE, MentionLabel.ADJECTIVE, MentionLabel.CAPITAL, MentionLabel.BODY, MentionLabel.GROUP)
# How far before a state its officer's name and title may start.
REACH = 140
# How far before a state the comma after its officer's name may stand.
LAST = 30
# "…, the " before a state: the name that it is told of stands before the comma.
_TOLD_OF = re.compile(
    rf"({NAME.pattern}),\s+(?:who (?:is|was) )?(?:the |an? )?(?:then[ -])?((?:former |ex-|retired )?)$"
)
# "the foreign minister of " before a state, and the name before that.
_OF = re.compile(rf"(?:({NAME.pattern}),\s+)?(?:[Tt]he |[Aa]n? )?(?:[Tt]hen[ -])?((?:[\w-]+ ){{1,6}})of (?:the )?$")
# A title with nothing but its modifiers: "foreign minister", "deputy defence minister".
_TITLE = re.compile(
    r"(?:[’']s)?\s+((?:[\w-]+\s+){0,4}?(?:" + "|".join(sorted(SECTOR_OF, key=len, reverse=True)) + r"))\b",
    re.IGNORECASE,
)
_NEXT = re.compile(rf",?\s+({NAME.pattern})")


@dataclass(frozen=True, slots=True)
class Introduced:
    """A person, by the name that introduces them, with the mention whose state they act for and their title."""

    name: str
    by: EntityMention
    title: Title

    @property
    def how(self) -> str:
        """The introduction in words."""
        said = ", ".join(filter(None, (self.title.office, self.title.rank)))
        return f"introduced with “{self.by.text}”" + (f" as {said}" if said else "")


def introductions(text: str, names: Iterable[EntityMention]) -> Iterator[Introduced]:
    """Every introduction, in order of the mentions it goes by."""
    for mention in names:
        if mention.label in LABELS:
            found = _introduced(text, mention)
            if found is not None and len(found.name) > 2:
                yield found


def _introduced(text: str, mention: EntityMention) -> Introduced | None:
    before = text[max(0, mention.start - REACH) : mention.start].rsplit("\n", maxsplit=1)[-1]
    last = before.replace("-", " ").split()[-1:]
    word = last[0].lower() if last else ""
    if word in GONE:
        return None
    title = _TITLE.match(text, mention.end, mention.end + 80)
    told_of = _TOLD_OF.search(before) if title and "," in before[-LAST:] else None
    if told_of and title and _is_name(told_of[1]):
        held = title_alone(told_of[2] + title[1])
        return Introduced(bare(told_of[1]), mention, held) if held else None
    of = _OF.search(before) if before.endswith(("of ", "of the ")) else None
    if of and (held := title_alone(of[2])) and (found := _by_office_of(text, mention, of, held)):
        return found
    if mention.label == MentionLabel.STATE and word == "in" and not mention.text.isupper():
        return None  # "In Kenya President Museveni met ..."
    after = title_after(text, mention.end)
    if after is None:
        return None
    sector = PAST.get(word, after.sector)
    return Introduced(after.name, mention, Title(sector, after.office, after.rank))


def _by_office_of(text: str, mention: EntityMention, of: re.Match[str], title: Title) -> Introduced | None:
    """The holder of "the office of" a state: named before the office, or after the state."""
    if of[1] and _is_name(of[1]):
        return Introduced(bare(of[1]), mention, title)
    following = _NEXT.match(text, mention.end, mention.end + 80)
    if following and _is_name(following[1]):
        return Introduced(bare(following[1]), mention, title)
    return None


def _is_name(words: str) -> bool:
    """Whether capitalised words are a person's full name and no title."""
    parts = bare(words).split()
    return len(parts) > 1 and not any(part.strip(".").lower() in SECTOR_OF for part in parts)
