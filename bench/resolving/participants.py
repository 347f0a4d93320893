"""The state and the sector of those who take part, on the annotated real articles.

State: of the participants that have words in the text, those of which a mention of the parse has a character and stands for the annotated
state. An armed group counts as one whatever it is called; a row of its own says how many of those with an annotated name have it, names
compared by the gazetteer, in any case. Which of several mentions an event takes is not measured here.

Sector: what `resolve` makes of a participant that the coder would have made of the mention with the right state (the person's, where one
overlaps), or else of the annotated words. None is a value like any other, but for armed groups: half of the readers gave them the sector
REB and half none, so that either counts as REB. A row of its own leaves out all for whom no sector is annotated.

Ways: of the mentions found in each way that have a character of a participant, those that stand for its state. How many more there are,
with nothing to say of them, is in the name of the row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from models.examples import CORPUS, HELD_OUT, TEST, Annotated, annotated
from sanudo import resources
from sanudo.records import Article, EntityMention, EventMention, Kind, MentionLabel, Participant, Status
from sanudo.resolve import actors

Row = tuple[str, str, int, int, float | None]
TRAINING = tuple(sorted(CORPUS.glob("real-[0-9]*.jsonl")))
SETS = (("real-test", (TEST,)), ("real-held-out", (HELD_OUT,)), ("the real articles trained on", TRAINING))
STATE, SECTOR = 0.92, 0.80
# What a reason says of the rule.
WAYS = {
    "alone is named": "office of the state that alone is named",
    "such country": "kind of country",
    "named before": "office named before",
    "its press": "office that one press calls so",
    "text is about": "office of the state the text is about",
    "was filed": "officials here",
}


def rows(shared: Path) -> Iterator[Row]:
    """Right, of how many, and what is asked, of state, name of a group, sector, and each way to a state."""
    for name, paths in SETS:
        right, every = Counter[str](), Counter[str]()
        ways, seen = Counter[tuple[str, str]](), Counter[str]()
        for article in annotated(paths, shared / "data"):
            _count(article, right, every)
            _count_ways(article, ways, seen)
        yield "state of a participant", name, right["state"], every["state"], STATE
        yield "name of an armed group", name, right["name"], every["name"], None
        yield "sector of a participant", name, right["sector"], every["sector"], SECTOR
        yield "sector, where one is annotated", name, right["told"], every["told"], None
        for way, count in seen.most_common():
            yield f"by {way}, {count} in all", name, ways[way, "right"], ways[way, "told"], None


def _count(article: Annotated, right: Counter[str], every: Counter[str]) -> None:
    mentions = article.parse.entity_mentions
    for party in _participants(article.row["mentions"]):
        start, end = party["span"]
        over = [m for m in mentions if m.start < end and start < m.end]
        meant = [m for m in over if party["state"] in m.states]
        every["state"] += 1
        right["state"] += bool(meant)
        if party["state"] == "NSA" and party.get("name"):
            every["name"] += 1
            right["name"] += any(_usual(m.name) == _usual(party["name"]) for m in meant)
        _count_sector(party, meant, article.source.text, right, every)


def _count_ways(article: Annotated, ways: Counter[tuple[str, str]], seen: Counter[str]) -> None:
    spans = [(*party["span"], party["state"]) for party in _participants(article.row["mentions"])]
    for mention in article.parse.entity_mentions:
        way = way_of(mention)
        seen[way] += 1
        told = {state for start, end, state in spans if mention.start < end and start < mention.end}
        ways[way, "told"] += bool(told)
        ways[way, "right"] += bool(told & set(mention.states))


def _count_sector(
    party: dict[str, Any], meant: list[EntityMention], text: str, right: Counter[str], every: Counter[str]
) -> None:
    start, end = party["span"]
    given = Participant(party["state"], text=text[start:end], start=start, end=end)
    if meant:
        best = next((m for m in meant if m.label == MentionLabel.PERSON), meant[0])
        given = replace(given, sector=best.sector, name=best.name, text=best.text, start=best.start, end=best.end)
    sector = _resolved(given, text)
    agrees = sector == party["sector"] or (party["state"] == "NSA" and {sector, party["sector"]} == {"REB", None})
    every["sector"] += 1
    right["sector"] += agrees
    if party["sector"] is not None:
        every["told"] += 1
        right["told"] += sector == party["sector"]


def _resolved(party: Participant, text: str) -> str | None:
    """The sector that `resolve` gives a participant of an event."""
    event = EventMention(
        "", "", "CONSULT", Kind.OTHER, (party,), (), False, Status.HAPPENED, 0.0, (), coder="", model=""
    )
    return actors.with_sectors(event, Article(id="", text=text)).actors[0].sector


def _participants(mentions: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    return (party for m in mentions for party in m["actors"] + m["recipients"] if party["span"])


def _usual(name: str | None) -> str:
    known = resources.parties().get(name or "")
    return ((known and known.name) or name or "").casefold()


def way_of(mention: EntityMention) -> str:
    """How a mention came to its state, in a word or two: its label, or the rule that its reason tells of."""
    if mention.how.startswith("named with the title"):
        return "title without a state"
    if mention.label == MentionLabel.GROUP:
        return "noun for a group" if mention.how.startswith("“") else "name of a group"
    if mention.label != MentionLabel.REFERENCE:
        return mention.label
    if mention.text.lower().startswith(("his ", "her ")) and mention.text.endswith(("country", "nation")):
        return "his country"
    if mention.text.lower() in ("he", "she", "they", "we", "i"):
        return mention.text.lower()
    return next((way for sign, way in WAYS.items() if sign in mention.how), "other reference")
