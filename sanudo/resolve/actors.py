"""What part of a state takes part: its sector, from the words around the mention, and the phrase that names it."""

from __future__ import annotations

import re
from dataclasses import replace

from sanudo import resources
from sanudo.codebook import BODIES
from sanudo.records import Article, EventMention, Participant

# Nouns that show a sector, in the order in which they decide: "opposition leader", "court official", "military delegation".
SECTOR_WORDS = {
    "REB": "rebels rebel insurgents insurgency separatists militants fighters militia militias guerrillas",
    "OPP": "opposition dissidents exiles",
    "SPY": "intelligence spies spy agents",
    "JUD": "court courts judge judges prosecutors prosecutor tribunal judiciary",
    "LEG": "parliament senate congress congressional lawmakers lawmaker legislators legislature mps parliamentarians "
    "parliamentary senators senator deputies congressman congresswoman",
    "COP": "police policeman policemen coastguard customs investigators detectives",
    "BUS": "company companies firm firms bank banks businesses businessman businessmen lenders investors corporation",
    "JRN": "media newspaper newspapers television journalists journalist reporter reporters",
    "MIL": "military militaries army armies navy naval force forces troops soldiers soldier officers officer warship warships "
    "warplanes warplane jets jet aircraft airstrikes airstrike planes helicopter helicopters general admiral commander "
    "commanders generals command marine marines sailors commandos pilots destroyer frigate submarine submarines fleet "
    "artillery tanks base garrison brigade battalion airmen contingent peacekeepers guards",
    "CVL": "citizens citizen civilians civilian people residents protesters protestors demonstrators workers nationals students "
    "fishermen children women villagers activists families tourists worshippers",
    "GOV": "government governments ministry minister ministers president presidents premier officials official delegation "
    "ambassador embassy consulate leadership leader leaders diplomats diplomat administration cabinet chancellor envoy king "
    "prince emir amir spokesman spokeswoman spokesperson secretary side authorities regime department representative governor "
    "adviser negotiators counterpart consul",
}
SECTOR_OF = {word: sector for sector, words in SECTOR_WORDS.items() for word in words.split()}
DECIDING = {sector: rank for rank, sector in enumerate(SECTOR_WORDS)}
# What may stand between the name of a state and such a noun ("Russia's deputy defence minister"); capitals always may.
MODIFIERS = set(
    "foreign defence defense interior prime vice deputy acting first air special top senior high-level permanent national "
    "trade finance border coast state ruling armed joint central security chief federal supreme".split()
)
# What ends the phrase that an adjective opens ("Russian support for troops").
ENDS = set(
    "a an the or but of for to in on at by from with against that which who as over into under after before is was are were has "
    "have had will would said says".split()
)
LONGEST_PHRASE = 5
OWNER = set("’'")
# Sectors that bodies have: courts, parliaments, peacekeepers and police. The rest act as a whole.
OF_BODIES = {"JUD", "LEG", "MIL", "COP"}
WORD = re.compile(r"(?:[’']s?)?[ -]([A-Za-z-]+)")
INSIDE = re.compile(r"[A-Za-z]+")
# "The government of Peru", "forces loyal to Peru": what stands before the state.
BEFORE = re.compile(r"\b([A-Za-z]+),? (?:of|from|loyal to) (?:the )?$")


def with_sectors(mention: EventMention, article: Article) -> EventMention:
    """The mention with a sector for every participant whose words show one."""
    return replace(
        mention,
        actors=tuple(_read(p, article.text) for p in mention.actors),
        recipients=tuple(_read(p, article.text) for p in mention.recipients),
    )


def _read(party: Participant, text: str) -> Participant:
    shown, end = _after(party, text)
    if party.sector == "GOV" and party.state in BODIES:
        return replace(party, sector=None)  # its officers are of no government
    if party.sector is not None:
        # "Assad's forces" are named by the person and are an army.
        forces = text[party.end : party.end + 1] in OWNER and "MIL" in shown
        return replace(party, sector="MIL", text=text[party.start : end], end=end) if forces else party
    if party.state == "NSA":
        return replace(party, sector="REB")  # by the codebook an armed group
    before = BEFORE.search(text, max(0, party.start - 40), party.start)
    shown += [SECTOR_OF[w] for w in [*_inside(party), *([before[1].lower()] if before else [])] if w in SECTOR_OF]
    if party.state in BODIES:
        shown = [sector for sector in shown if sector in OF_BODIES]
    if not shown:
        return party
    return replace(party, sector=min(shown, key=lambda s: DECIDING[s]), text=text[party.start : end], end=end)


def _inside(party: Participant) -> list[str]:
    """The words of a mention that is more than a state's name; those of a body's name."""
    known = resources.parties().get(party.text)
    if known is not None and party.state not in BODIES:
        return []
    return INSIDE.findall(f"{party.text} {party.name or ''}".lower())


def _after(party: Participant, text: str) -> tuple[list[str], int]:
    """The sectors that the words after a party show, and where the last of these words ends."""
    at = end = party.end
    shown: list[str] = []
    known = resources.parties().get(party.text)
    adjective = known is not None and known.label == "adjective"
    for _ in range(LONGEST_PHRASE):
        match = WORD.match(text, at)
        if match is None:
            break
        word = match[1].lower()
        if word in SECTOR_OF:
            shown.append(SECTOR_OF[word])
            end = match.end()
        elif word == "and":
            if text[match.end() + 1 : match.end() + 2].islower():
                break  # "Russian and Syrian jets", but not "Russian and other jets"
        elif word in ENDS or not (adjective or word in MODIFIERS or match[1][0].isupper()):
            break
        at = match.end()
    return shown, end
