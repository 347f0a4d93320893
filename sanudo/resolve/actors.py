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
# After a state: up to five plain words, the last of which shows a sector ("Russian military delegation").
FOLLOWING = re.compile(
    r"(?:[’']s?)?((?:[ -](?!(?:and|or|to|in|on|with|for|at|by|from|of|the|has|have|had|is|was)\b)[A-Za-z-]+){1,5})"
)


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
    match = FOLLOWING.match(text, party.end, party.end + 80)
    words = list(re.finditer(r"[A-Za-z]+", match[1])) if match else []
    shown = [(word, SECTOR_OF[word.group().lower()]) for word in words if word.group().lower() in SECTOR_OF]
    if match is None or not shown:
        return party
    last = shown[-1][0]
    end = match.start(1) + last.end()
    sector = min((s for _, s in shown), key=lambda s: DECIDING[s])
    return replace(party, sector=sector, text=text[party.start : end], end=end)
