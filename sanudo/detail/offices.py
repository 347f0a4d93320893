"""The office and rank in which persons among the parties of an event act, as the article introduces them.

"Deputy Minister of Defence, Colonel General Alexander V. Fomin" has both; "Fomin" in the next sentence has them too. Of somebody whom
the passage introduces by no office, but whom the reference data know, the office that they held in the year of the article is taken, and the reason says so.
"""

from __future__ import annotations

import re
from dataclasses import replace

from sanudo import resources
from sanudo.detail.leads import parts
from sanudo.detail.parties import of_party
from sanudo.detail.passage import Passage
from sanudo.details import Lead
from sanudo.records import Article, Basis, EventMention, Participant
from sanudo.resources import Actors
from sanudo.titles import HONORIFICS

# What is said of somebody and is no office: it says only that they have one.
_NO_OFFICE = re.compile(
    r"leaders?\b.*|general|(?:\w+\s)?(?:officials?|leaders?|leadership|colleagues?|counterparts?|representatives?|officers?|diplomats?|dictator|"
    r"friend|ally|man|staff|head\sof\san\sagency|authorit(?:y|ies))|.*\b(?:congress|secretariat|assembly|parliament)\b.*",
    re.IGNORECASE,
)
# What is cut from an office: whose it is, where it is held, the state of those who lead one, a monarch's name.
_CUT = (
    re.compile(r"^(?:(?i:his|her|its|their|our|my|your|the|an?|both|two|then|visiting|[a-z]\w*[’']s)(?:-|\s))+"),
    re.compile(r"\sin\s.*"),
    re.compile(
        r"(?<=sident|remier|ssador)\sof\s(?!the\s(?:Republic|Commission|Council)|[Ss]tate|the\sUN).*", re.IGNORECASE
    ),
    re.compile(r"(?:\s(?:in|at|of|from|for|to|and|the))+$"),
    re.compile(r"(?<=King|Emir|Pope)\s[A-Z]\w+$"),
)
_SEVERAL = re.compile(
    r"\b(president|minister|premier|ambassador|envoy|chief|commander|king|governor|adviser|advisor|attach[eé])s\b",
    re.IGNORECASE,
)


def with_offices(mention: EventMention, passage: Passage, article: Article, actors: Actors) -> EventMention:
    """The mention with office and rank of every participant who is a person, and why."""
    reasons: list[Basis] = []

    def read(party: Participant) -> Participant:
        person = _introduced(passage, party) or _known(party, article, actors)
        if person is None:
            return party
        found, reason = person
        reasons.append(reason)
        return found

    mention = replace(mention, actors=tuple(map(read, mention.actors)), recipients=tuple(map(read, mention.recipients)))
    return replace(mention, basis=(*mention.basis, *dict.fromkeys(reasons)))


def _introduced(passage: Passage, party: Participant) -> tuple[Participant, Basis] | None:
    """The party with what the passage says of the one person that it is."""
    people = of_party(passage, party) if party.state != "NSA" else ()
    if len(people) != 1:
        return None
    office, rank = _office(people[0]), people[0].rank
    if not (office or rank):
        return None
    title, name = ", ".join(filter(None, (office, rank))), party.name or people[0].name or party.text
    basis = Basis("office", f"“{title}” for {name}", people[0].start, people[0].end)
    return replace(party, office=office, rank=rank), basis


def _office(lead: Lead) -> str | None:
    """The office without the state and what says only whose it is; None of words that name none."""
    if not lead.office:
        return None
    words = _SEVERAL.sub(r"\1", parts(lead.office)[0] or "")
    for pattern in _CUT:
        words = pattern.sub("", words)
    words = words.strip(" ,")
    return None if not words or words.lower() in HONORIFICS or _NO_OFFICE.fullmatch(words) else words


def _known(party: Participant, article: Article, actors: Actors) -> tuple[Participant, Basis] | None:
    """The party with the office that the reference data give its name in the year of the article."""
    year = (article.published or "")[:4]
    if not party.name or not year.isdigit():
        return None
    held = resources.office_held(party.name, party.state, int(year), actors)
    if held is None or not held.office or _NO_OFFICE.fullmatch(held.office):
        return None
    years = f"since {held.first}" if held.last >= resources.OPEN_YEAR else f"{held.first} to {held.last}"
    return replace(party, office=held.office), Basis("office", f"{party.name} is known as {held.office}, {years}")
