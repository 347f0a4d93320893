"""Offices named without their state: "the ministry", after "Syria's foreign ministry"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sanudo import resources
from sanudo.parse.names import filed_from
from sanudo.parse.persons import SECTOR_OF
from sanudo.parse.within import Taken
from sanudo.records import EntityMention, MentionLabel

NOUNS = (
    "ministry minister government president premier army military navy embassy delegation spokesman spokeswoman "
    "spokesperson ambassador envoy administration authorities king parliament cabinet regime officials forces troops "
    "general commander chancellor side"
).split()
ARMED = {"army", "military", "navy", "forces", "troops"}
_MODIFIER = r"(?:[a-z]+|Foreign|Defen[cs]e|Interior|Prime|Deputy|Vice|Army|Naval|Military|Trade|Finance)"
OFFICE = re.compile(
    rf"\b(?:[Tt]he|[Hh]is|[Ii]ts)\s+((?:{_MODIFIER}\s+){{0,2}}(?i:{'|'.join(NOUNS)}))\b(?!\s+of\s+[A-Z]|[’'])"
)
AFTER_STATE = re.compile(r"(?:[’']s)?((?:\s+[\w-]+){1,4})")
HERE = re.compile(r"\b(?:[Oo]fficials?|[Dd]iplomats?|[Aa]uthorities|[Mm]inisters?|[Ll]eaders?) here\b")


def find_here(text: str) -> tuple[EntityMention, ...]:
    """ "Officials here" in a report with a dateline: those of the state that it was filed from."""
    state = filed_from(text)
    if state is None:
        return ()
    how = f"“here” for {resources.state_name(state)}, where the report was filed"
    label = MentionLabel.REFERENCE
    return tuple(
        EntityMention(*match.span(), match.group(), label, (state,), "GOV", None, how) for match in HERE.finditer(text)
    )


def find_offices(text: str, mentions: Sequence[EntityMention]) -> tuple[EntityMention, ...]:
    """Offices without a state, for the state whose office of that name came last before. Mentions are in order."""
    held: dict[str, str] = {}
    taken = Taken(mentions)
    found: list[EntityMention] = []
    events = sorted(
        [(m.start, 0, m) for m in mentions] + [(m.start(), 1, m) for m in OFFICE.finditer(text)], key=lambda e: e[:2]
    )
    for _, kind, thing in events:
        if kind == 0 and isinstance(thing, EntityMention):
            held.update(dict.fromkeys(_offices_of(text, thing), thing.states[0]))
        elif isinstance(thing, re.Match):
            noun = thing[1].split()[-1].lower()
            start, end = thing.span()
            if noun in held and not taken.overlaps(start, end):
                how = f"“{thing.group()}” for the {noun} of {resources.state_name(held[noun])} named before"
                sector = SECTOR_OF.get(noun, "MIL" if noun in ARMED else "GOV")
                found.append(
                    EntityMention(start, end, thing.group(), MentionLabel.REFERENCE, (held[noun],), sector, None, how)
                )
    return tuple(found)


def _offices_of(text: str, mention: EntityMention) -> Iterator[str]:
    if mention.label in (MentionLabel.STATE, MentionLabel.ADJECTIVE) and len(mention.states) == 1:
        following = AFTER_STATE.match(text, mention.end, mention.end + 60)
        yield from (word for word in (following[1].lower().split() if following else ()) if word in NOUNS)
