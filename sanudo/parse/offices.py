"""Offices named without their state: "the ministry", "President Aoun" in a report from Beirut."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from sanudo import resources
from sanudo.parse.names import DATELINE_END
from sanudo.parse.persons import NAME, SECTOR_OF
from sanudo.parse.within import Taken
from sanudo.records import EntityMention, MentionLabel

NOUNS = (
    "ministry minister government president premier army military navy embassy delegation spokesman spokeswoman "
    "spokesperson ambassador envoy administration authorities king parliament cabinet regime officials forces troops "
    "general commander chancellor side"
).split()
_MODIFIER = r"(?:[a-z]+|Foreign|Defen[cs]e|Interior|Prime|Deputy|Vice|Army|Naval|Military|Trade|Finance)"
OFFICE = re.compile(
    rf"\b(?:[Tt]he|[Hh]is|[Ii]ts)\s+((?:{_MODIFIER}\s+){{0,2}}(?i:{'|'.join(NOUNS)}))\b(?!\s+of\s+[A-Z]|[’'])"
)
AFTER_STATE = re.compile(r"(?:[’']s)?((?:\s+[\w-]+){1,4})")
TITLED = re.compile(
    r"(?<![\w’'-])(?:(?:Deputy |Vice |First |Acting )?(?:President|Prime Minister|Premier|Chancellor|King|Queen|Emir|"
    r"Foreign Minister|Defen[cs]e Minister|Interior Minister|Trade Minister|Finance Minister|Energy Minister|"
    r"Foreign Secretary|Defen[cs]e Secretary|Army [Cc]hief|Chief of Staff|Ambassador|National Security Advis[eo]r)"
    r"|[Ff]oreign [Mm]inistry [Ss]pokes(?:man|woman|person))\s+(?:(?:Gen|General|Lt|Lieutenant|Col|Colonel|Major|Maj|Admiral|Dr|Mr|Mrs|Sheikh|Haji)\.?\s+)*"
)
# Share of all mentions of states that makes one the state that a report is written from.
HOME_SHARE = 0.45


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
                sector = SECTOR_OF.get(
                    noun, "MIL" if noun in ("army", "military", "navy", "forces", "troops") else "GOV"
                )
                found.append(
                    EntityMention(start, end, thing.group(), MentionLabel.REFERENCE, (held[noun],), sector, None, how)
                )
    return tuple(found)


def _offices_of(text: str, mention: EntityMention) -> Iterator[str]:
    if mention.label in (MentionLabel.STATE, MentionLabel.ADJECTIVE) and len(mention.states) == 1:
        following = AFTER_STATE.match(text, mention.end, mention.end + 60)
        yield from (word for word in (following[1].lower().split() if following else ()) if word in NOUNS)


def find_titled(text: str, mentions: Sequence[EntityMention]) -> tuple[EntityMention, ...]:
    """Persons in office whose state goes without saying: they serve the state that the report is written from."""
    home = home_state(text, mentions)
    if home is None:
        return ()
    taken = Taken(mentions)
    ends = {m.end for m in mentions}
    people: dict[str, str] = {}
    for match in TITLED.finditer(text):
        name = NAME.match(text, match.end())
        before = text[max(0, match.start() - 40) : match.start()].rstrip().removesuffix("’s").removesuffix("'s")
        stated = max(0, match.start() - 40) + len(before) in ends
        if name and not stated and not taken.overlaps(*name.span()):
            plain = re.sub(r"(?:[’']s|[’'])$", "", name.group())
            people.setdefault(plain, plain)
            people.setdefault(plain.split()[-1], plain)
    how = f"in office where the report is written from ({resources.state_name(home)})"
    found: list[EntityMention] = []
    for form in sorted(people, key=lambda f: (-len(f), f)):
        for match in re.finditer(rf"(?<![\w’'-]){re.escape(form)}(?![\w-])", text):
            if taken.add(*match.span()):
                label = MentionLabel.PERSON
                found.append(EntityMention(*match.span(), form, label, (home,), "GOV", people[form], how))
    return tuple(found)


def home_state(text: str, mentions: Sequence[EntityMention]) -> str | None:
    """The state that a report is written from: that of its dateline, else the one that its mentions are mostly of."""
    for line in text.split("\n")[:3]:
        for form in (" ".join(line.split()[:n]).rstrip(":,—–-") for n in (1, 2, 3)):
            name = resources.parties().get(form) or resources.parties().get(form.title())
            at = text.find(line) + len(form)
            if name and name.label == "capital" and DATELINE_END.match(text, at):
                return name.state
    counts = Counter(s for m in mentions for s in m.states if m.label != MentionLabel.BODY and s != "NSA")
    if not counts:
        return None
    state, most = max(counts.items(), key=lambda item: (item[1], item[0]))
    return state if most >= HOME_SHARE * sum(counts.values()) and most > 1 else None
