"""What part of a state takes part: its sector, from the words around the mention, and the phrase that names it."""

from __future__ import annotations

import re
from dataclasses import replace

from sanudo.records import Article, EventMention, Participant

# Nouns that show a sector, in the order in which they decide.
SECTOR_WORDS = {
    "MIL": "military army navy naval force forces troops soldiers officers officer warships warship jets aircraft general admiral "
    "commander commanders generals command defence-forces marines airmen contingent fighter-jets",
    "LEG": "parliament senate congress lawmakers lawmaker legislators mps parliamentarians senators deputies",
    "JUD": "court courts judge judges prosecutors prosecutor tribunal",
    "COP": "police authorities investigators customs coastguard",
    "SPY": "intelligence spies spy",
    "REB": "rebels rebel insurgents insurgency separatists militants fighters militia",
    "OPP": "opposition dissidents",
    "BUS": "company companies firms firm banks businesses",
    "CVL": "citizens citizen civilians people residents protesters demonstrators workers nationals students fishermen",
    "JRN": "media newspaper newspapers television journalists journalist agency",
    "GOV": "government ministry minister ministers president premier officials official delegation ambassador embassy "
    "leadership leader leaders diplomats diplomat administration cabinet chancellor foreign defence defense envoy king "
    "spokesman spokeswoman secretary prime side authorities",
}
SECTOR_OF = {word: sector for sector, words in SECTOR_WORDS.items() for word in words.split()}
DECIDING = {sector: rank for rank, sector in enumerate(SECTOR_WORDS)}
# What may stand between a state and such a noun ("Russian deputy defence minister").
MODIFIERS = set(
    "foreign defence defense interior prime vice deputy acting first air special top senior high-level permanent national "
    "trade finance border coast state ruling armed joint central security chief of".split()
)
LONGEST_PHRASE = 5
WORD = re.compile(r"(?:[’']s?)?[ -]([A-Za-z-]+)")


def with_sectors(mention: EventMention, article: Article) -> EventMention:
    """The mention with a sector for every participant whose words show one."""
    return replace(
        mention,
        actors=tuple(_read(p, article.text) for p in mention.actors),
        recipients=tuple(_read(p, article.text) for p in mention.recipients),
    )


def _read(party: Participant, text: str) -> Participant:
    if party.sector is not None or party.name is not None:
        return party
    at = end = party.end
    shown: list[str] = []
    while (match := WORD.match(text, at)) and len(shown) < LONGEST_PHRASE:
        word = match[1].lower()
        if word in SECTOR_OF:
            shown.append(SECTOR_OF[word])
            end = match.end()
        elif word not in MODIFIERS:
            break
        at = match.end()
    if not shown:
        return party
    return replace(party, sector=min(shown, key=lambda s: DECIDING[s]), text=text[party.start : end], end=end)
