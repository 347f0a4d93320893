"""Persons whom the article itself introduces by state and office.

"Russia's Deputy Minister of Defence, Colonel General Alexander V. Fomin", "Sergei Lavrov, the Russian foreign minister", "the
president of Kenya, William Ruto": each makes the person a Russian or a Kenyan for the rest of the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sanudo import resources
from sanudo.records import EntityMention, MentionLabel
from sanudo.titles import (
    CALLED,
    GONE,
    NAME,
    PAST,
    SECTOR_OF,
    Title,
    bare,
    is_of_anything,
    is_person,
    title_after,
    title_alone,
)

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
_OF = re.compile(
    rf"(?:({NAME.pattern}),\s+)?(?:[Tt]he |[Aa]n? )?(?:[Tt]hen[ -])?((?:[\w-]+ ){{1,6}})(of|for|at) (?:the )?$"
)
_LINKS = tuple(f"{link} {the}" for link in ("of", "for", "at") for the in ("", "the "))
# A title with nothing but its modifiers: "foreign minister", "deputy defence minister".
_TITLE = re.compile(
    r"(?:[’']s)?\s+((?:[\w-]+\s+){0,4}?(?:" + "|".join(sorted(SECTOR_OF, key=len, reverse=True)) + r"))\b",
    re.IGNORECASE,
)
# The name after the state, and after what of the state the office is in: "’s interior ministry, …".
_NEXT = re.compile(
    rf"(?:,?|(?:[’']s)?(?: (?!(?:who|which|that|said|says|told|in|on|to|and|is|was|has)\b)[\w’'&-]+){{1,6}}?(?:,| \([A-Z][A-Za-z-]*\),?))\s+({NAME.pattern})"
)
# The place of an envoy, and titles of courtesy, before a name.
_POSTED = re.compile(r",? (?:to|for|in) (?:the )?(?P<place>(?:[A-Z][\w.’'-]* ){0,3}?[A-Z][\w.’'-]*)(?=,? [A-Z])")
_COURTESY = re.compile(
    r"(?:,? (?:H\. ?E\.|HE|His Excellency|Her Excellency|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Hon\.?))+(?= [A-Z])"
)
# A state to which a body is only where its officer is posted: "Russia’s UN ambassador".
_WHOSE = re.compile(r"(?:[’']s?)? ")
_CALLING = rf"(?:(?!(?:and|or|of|in|to|for|the|a|an|said|says|was|is|on|by|from|with)\b)[a-z-]+ ){{0,3}}(?P<calling>{'|'.join(sorted(CALLED, key=len, reverse=True))})"
# "Kenyan businessman Amos Were"; "Amos Were, a Kenyan businessman".
_CALLED = re.compile(rf"(?: |-(?:American|born) ){_CALLING},? (?P<name>{NAME.pattern})")
_CALLED_AFTER = re.compile(rf"(?: |-(?:American|born) ){_CALLING}\b")
_WHO = re.compile(rf"(?P<name>{NAME.pattern}), (?:\d+, )?(?:the |an? )(?:[a-z-]+ )?$")
# Offices "for" an organ that are of its state, and those "for" a state that are another's.
_SPEAKS = re.compile(r"(?i)(?:spokes(?:man|woman|person)|negotiator)$")
_ABROAD = re.compile(r"(?i)\b(?:ambassador|envoy|representative|secretary|minister)\b")
# What a head or director of a state is of; without it they may be of a firm, or of a fund that has the state in its name.
_ORGAN = re.compile(
    r"(?:[’']s)?(?: [\w&’'-]+){0,5}? (?:[Mm]inistry|[Dd]epartment|[Nn]avy|[Aa]rmy|[Aa]ir [Ff]orce|[Ff]orces?|[Cc]ommand|[Pp]olice|[Pp]arliament|"
    r"[Ss]enate|[Dd]uma|[Aa]ssembly|[Cc]ongress|[Kk]hural|[Pp]residency|[Cc]ommittee|[Cc]ommission|[Cc]ouncil|[Aa]gency|[Aa]uthority|[Ss]ervice|[Ii]ntelligence|[Cc]entral [Bb]ank|[Cc]ourt|"
    r"[Ee]mbassy|[Mm]ission|[Gg]overnment|[Dd]elegation|[Pp]rosecutions?|[Bb]ureau|Organi[sz]ation|[Gg]uard|[Ss]pace|[Nn]uclear)\b"
)


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
    before: EntityMention | None = None
    for mention in names:
        posted = mention.label == MentionLabel.BODY and before is not None and _is_whose(text, before, mention)
        before = mention
        if mention.label in LABELS and not posted:
            found = _introduced(text, mention)
            if found is not None and len(found.name) > 2 and _is_of_state(text, found):
                yield found


def _is_whose(text: str, state: EntityMention, body: EntityMention) -> bool:
    """Whether a body stands right behind a state."""
    of_state = state.label in (MentionLabel.STATE, MentionLabel.ADJECTIVE, MentionLabel.CAPITAL)
    return of_state and _WHOSE.fullmatch(text, state.end, body.start) is not None


def _is_of_state(text: str, found: Introduced) -> bool:
    """Whether a person is of the state itself, as far as the words show."""
    by = found.by
    if text.startswith(("-based", "-born"), by.end):
        return False
    if by.sector or by.label in (MentionLabel.BODY, MentionLabel.GROUP) or not is_of_anything(found.title.office):
        return True
    return _ORGAN.match(text, by.end, by.end + 90) is not None


def _introduced(text: str, mention: EntityMention) -> Introduced | None:
    before = text[max(0, mention.start - REACH) : mention.start].rsplit("\n", maxsplit=1)[-1]
    last = before.replace("-", " ").split()[-1:]
    word = last[0].lower() if last else ""
    if word in GONE:
        return None
    title = _TITLE.match(text, mention.end, mention.end + 80)
    told_of = _TOLD_OF.search(before) if title and "," in before[-LAST:] else None
    if told_of and title and (name := _full_name(told_of[1])):
        held = title_alone(told_of[2] + title[1])
        return Introduced(name, mention, held) if held else None
    of = _OF.search(before) if before.endswith(_LINKS) else None
    if of and (held := title_alone(of[2])) and _is_linked(text, mention, of, held):
        found = _by_office_of(text, mention, of, held)
        if found:
            return found
    if mention.label == MentionLabel.STATE and word == "in" and not mention.text.isupper():
        return None  # "In Kenya President Museveni met ..."
    after = title_after(text, mention.end)
    if after is None:
        return _called(text, before, mention) if mention.label == MentionLabel.ADJECTIVE else None
    sector = PAST.get(word, after.sector)
    return Introduced(after.name, mention, Title(sector, after.office, after.rank))


def _called(text: str, before: str, mention: EntityMention) -> Introduced | None:
    """A person of the state who holds no office."""
    named = _CALLED.match(text, mention.end, mention.end + 140)
    if named and (name := _full_name(named["name"])):
        return Introduced(name, mention, Title(CALLED[named["calling"]], named["calling"], ""))
    calling, who = _CALLED_AFTER.match(text, mention.end, mention.end + 80), _WHO.search(before)
    if calling and who and (name := _full_name(who["name"])):
        return Introduced(name, mention, Title(CALLED[calling["calling"]], calling["calling"], ""))
    return None


def _is_linked(text: str, mention: EntityMention, of: re.Match[str], title: Title) -> bool:
    """Whether an office "for" or "at" something is one of it: a spokesman for a ministry, no envoy for a country."""
    if of[3] == "of":
        return True
    known = mention.sector is not None or mention.label in (MentionLabel.BODY, MentionLabel.GROUP)
    if of[3] == "for" and not _SPEAKS.search(title.office):
        return known and _ABROAD.search(title.office) is None
    return known or _ORGAN.match(text, mention.end, mention.end + 90) is not None


def _by_office_of(text: str, mention: EntityMention, of: re.Match[str], title: Title) -> Introduced | None:
    """The holder of "the office of" a state: named before the office, or after the state."""
    start = _behind(text, mention.end)
    following = _NEXT.match(text, start, start + 80)
    name = (of[1] and _full_name(of[1])) or (following and _full_name(following[1]))
    return Introduced(name, mention, title) if name else None


def _behind(text: str, end: int) -> int:
    """Where the words go on behind the place of an envoy and titles of courtesy."""
    posted = _POSTED.match(text, end, end + 60)
    if posted and posted["place"] in resources.parties():
        end = posted.end()
    courtesy = _COURTESY.match(text, end, end + 40)
    return courtesy.end() if courtesy else end


def _full_name(words: str) -> str:
    """A person's full name out of capitalised words, ranks before it left out; "" where they hold none."""
    parts = bare(words).split()
    while parts and parts[0].strip(".").lower() in SECTOR_OF:
        parts = parts[1:]
    name = " ".join(parts)
    return name if is_person(name) and (len(parts) > 1 or name != bare(words)) else ""
