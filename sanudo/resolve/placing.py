"""What speaks for each country, or sea, in which an event may have taken place, and for none.

The places that an article names, those in the sentence first, and the states of the parties are candidates. Each has facts
("named after in", "the recipient", "named last before"), and a fact weighs differently with the type of the event, with
whether the sentence says a place, and with its words. `models/placing.py` learns the weights.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from sanudo.codebook import BODIES
from sanudo.learned import weights
from sanudo.records import EventMention, Evidence
from sanudo.resolve.named import Named
from sanudo.resolve.wording import LINKED, deed_words, leading

# A country code, or SEA and the name of what lies in no country or several; None stands for "no place is told".
Land = str | None
Facts = dict[str, float]
Note = Callable[..., None]
SEA = "~"
PARTY = frozenset({"actor", "mutual", "recipient", "sole recipient"})
AT = frozenset({"in", "near", "dateline"})
# How far before and after the sentence a place may be named to count as its neighbour, and how long a headline may be.
BEFORE, AFTER, HEAD, SHORT = 700, 300, 400, 600
# So many characters away, a place beside a party, or one said before, counts half.
NEAR_CHARS, FADES = 40, 100
BESIDE = 60
GATHERED = frozenset({"in", "near", "to", "dateline"})
GATHERING = re.compile(
    r"\b(?:visit(?:ed|ing|s)?|trip|talks|summit|meeting|met|conference|ceremony|arriv(?:ed|al|ing)|tour|travell?ed|forum|hosted|flew)\b"
)
# A scene is one where one land has more than this share of the places named.
MOST = 0.6
YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d\b")
SPOKE = re.compile(
    r"\b(?:said|told|says?|speaking|spoke|reporters|conference|interview|briefing|announced|statement)\b"
)


def land_of(place: Named) -> Land:
    """The country a named place lies in, or the sea that it is; None for an area of many countries, or where uncertain."""
    entry = place.name.best
    if entry is None or entry.kind == "area":
        return None
    return entry.country or SEA + entry.name


def says_where(place: Named) -> bool:
    """Whether the words tell where something is."""
    return place.role in AT and not place.adjective


def within(told: Evidence, named: Sequence[Named]) -> list[Named]:
    """The places that a sentence names: that of its dateline only where its own words say none."""
    inside = [place for place in named if told.start <= place.start and place.end <= told.end]
    own = [place for place in inside if place.role != "dateline"]
    return own if any(says_where(place) for place in own) else inside


def facts(mention: EventMention, named: Sequence[Named], text: str) -> dict[Land, Facts]:
    """The facts of each candidate, by name; most are 1, some a share."""
    told = mention.evidence[0]
    found: dict[Land, Facts] = {}

    def note(land: Land, *names: str, value: float = 1.0) -> None:
        for name in names if land else ():
            found.setdefault(land, {})[name] = max(found.get(land, {}).get(name, 0.0), value)

    known = [place for place in named if land_of(place)]
    inside = within(told, known)
    where = {land_of(place) for place in inside if says_where(place)}
    spans = [(party.start, party.end) for party in (*mention.actors, *mention.recipients) if party.end]
    for place in inside:
        land, fine = land_of(place), place.name.candidates[0].entry.kind != "country"
        note(land, ("adjective " if place.adjective else "") + place.role)
        if fine:
            note(land, "part " + ("where" if says_where(place) else place.role))
        if says_where(place):
            gap = min((max(place.start - end, start - place.end, 0) for start, end in spans), default=3 * NEAR_CHARS)
            note(land, "close", value=1 / (1 + gap / NEAR_CHARS))
            note(land, *(["only"] if len(where) == 1 else []), *(["after all"] if place.start > _last(spans) else []))
            if SPOKE.search(text, max(told.start, place.start - 60), place.start):
                note(land, "spoke")
    before = [place for place in known if told.start - BEFORE <= place.start and place.end <= told.start]
    for place in before:
        note(land_of(place), "named before", *(["where before"] if says_where(place) else []))
        if says_where(place):
            note(land_of(place), "near before", value=1 / (1 + (told.start - place.end) / FADES))
    note(next((land_of(place) for place in reversed(before) if says_where(place)), None), "last")
    after = (place for place in known if told.end <= place.start <= told.end + AFTER and says_where(place))
    note(next((land_of(place) for place in after), None), "next")
    note(next((land_of(place) for place in known if place.end <= HEAD and says_where(place)), None), "head")
    note(next((land_of(place) for place in known if place.role == "dateline"), None), "dateline")
    for place in known:
        if place.role in GATHERED and not place.adjective and _gathers(place, text):
            note(land_of(place), "gathering", *(["gathering before"] if place.start < told.end else []))
    _parties(mention, note)
    _scene(known, note)
    situation = "where" if where else "named" if inside else "nothing"
    found[None] = {"none": 1.0, f"none, {situation}": 1.0}
    for name, holds in (
        ("short", len(text) < SHORT),
        ("year", YEAR.search(told.text)),
        ("quotation", told.text[:1] in "“\"‘'`"),
        ("gathering", any("gathering" in known for known in found.values())),
        ("one scene", any("most" in known for known in found.values())),
        ("no state", not any(known.keys() & PARTY for known in found.values())),
        ("nothing before", not any("last" in known for known in found.values())),
    ):
        if holds:
            found[None][f"none, {name}"] = 1.0
    return found


def _gathers(place: Named, text: str) -> bool:
    """Whether words of a meeting or a journey stand beside a place."""
    return GATHERING.search(text, max(0, place.start - BESIDE), place.end + BESIDE) is not None


def _last(spans: Sequence[tuple[int, int]]) -> int:
    return max((end for _, end in spans), default=0)


def _parties(mention: EventMention, note: Note) -> None:
    """Note the states of the parties."""
    states = {party.state for party in mention.recipients} - BODIES.keys()
    for party in mention.actors:
        if party.state not in BODIES:
            note(party.state, "mutual" if mention.symmetric else "actor")
            if mention.recipients and not states:
                note(party.state, "actor on no state")
    for state in states:
        note(state, "recipient", *(["sole recipient"] if len(mention.recipients) == 1 else []))


def _scene(known: Sequence[Named], note: Note) -> None:
    """Note what share of the places of the article lies in each land, and which has most."""
    counts: Counter[Land] = Counter()
    for place in known:
        bare = place.role == "bare"
        counts[land_of(place)] += 1 if bare else 6 if says_where(place) else 2
    most = max(counts.values(), default=0)
    for land, count in counts.items():
        note(land, "scene", value=count / counts.total())
        note(land, *(["top"] if count == most else []), *(["most"] if count > MOST * counts.total() else []))


def features(mention: EventMention, named: Sequence[Named], text: str) -> dict[Land, Facts]:
    """The facts of each candidate, alone and with the type of the event, what the sentence says, and its words."""
    found = facts(mention, named, text)
    where = {land for land, known in found.items() if known.keys() & {"in", "near"}}
    words = sorted(deed_words(mention, text))
    rows: dict[Land, Facts] = {}
    for land, known in found.items():
        beside = "here" if land in where else "elsewhere" if where else "nowhere"
        given = dict(known)
        if "top" in known:
            parties: list[str] = [name for name in ("actor", "mutual", "recipient") if name in known] or ["third"]
            given |= dict.fromkeys(
                [f"top and {name}" for name in (*parties, *(["last"] if "last" in known else []))], 1.0
            )
        row = rows[land] = {}
        for name, value in given.items():
            company = ["", f" | {mention.type}", f" | {beside}", f" | {beside}, {mention.type}"]
            if land is None or name in PARTY or name == "top":
                company += [f" | {mention.kind}", f" | {mention.status}"]
            if land is None:
                company.append(f" | {mention.type}, {mention.status}")
            row.update((name + with_, value) for with_ in company)
        spoken = ("none",) if land is None else [name for name in ("actor", "mutual", "recipient") if name in known]
        row.update((f"{name} | word {word}", 1.0) for name in spoken for word in words)
    told, end, led = mention.evidence[0], 0, list[str]()
    for place in named:
        if land_of(place) and not place.adjective and told.start <= place.start and place.end <= told.end:
            led = led if end and LINKED.fullmatch(text, end, place.start) else leading(place, mention, text)
            rows[land_of(place)].update(dict.fromkeys(led, 1.0))
            end = place.end
    return rows


def chances(rows: Mapping[Land, Facts]) -> dict[Land, float]:
    """The probability of each candidate, the likeliest first."""
    known = weights("placing")
    totals = {land: sum(known.get(name, 0.0) * value for name, value in row.items()) for land, row in rows.items()}
    most = max(totals.values())
    parts = {land: math.exp(total - most) for land, total in totals.items()}
    whole = sum(parts.values())
    order = sorted(parts, key=lambda land: (-parts[land], land or ""))
    return {land: parts[land] / whole for land in order}


def strongest(row: Facts) -> str:
    """The fact that weighs most for a candidate, with all its company."""
    known = weights("placing")
    totals: dict[str, float] = {}
    for name, value in row.items():
        fact = re.split(r" \| | and ", name)[0]
        totals[fact] = totals.get(fact, 0.0) + known.get(name, 0.0) * value
    return max(sorted(totals), key=lambda name: totals[name])
