"""Where an event took place: what its article says of it, never every place that is named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sanudo import resources
from sanudo.codebook import BODIES
from sanudo.records import Article, Basis, EventMention, Kind, Place, Reason, Refusal
from sanudo.resolve import gazetteer
from sanudo.resolve.gazetteer import Entry
from sanudo.resolve.named import Named, named_places
from sanudo.resolve.placing import (
    BEFORE,
    PARTY,
    SEA,
    Facts,
    Land,
    chances,
    features,
    land_of,
    says_where,
    strongest,
    within,
)

# Why a country was taken, by the fact that weighed most; for all others, the words that name it say why.
# Letters of a name that is written in capitals for being short ("US", "DRC").
ABBREVIATION = 3
REASONS = {
    "recipient": "on the ground of the other party",
    "sole recipient": "on the ground of the other party",
    "actor": "on the ground of the party that acts",
    "actor on no state": "on the ground of the party that acts",
    "mutual": "on the ground of one of the parties",
    "last": "the last place named before",
    "where before": "named as a place before",
    "near before": "named as a place before",
    "named before": "named before",
    "next": "named as a place after it",
    "head": "the first place that the article names",
    "dateline": "the dateline",
    "scene": "most places that the article names are there",
    "top": "most places that the article names are there",
}
# A country is no answer where another is nearly as likely, by this ratio; by the second where the sentence says both.
CLOSE, BOTH = 0.9, 0.5
# An empty field is better than a guess: a country is given where it is so much likelier than "no place". Chosen by folds of the
# articles trained on: of the newswire more comes out right than with 1, and of the places given three in four are right.
# Acts with a place of their own need less, where their sentence says a single one outright.
DOUBT, PLAIN = 2.0, 0.1
ACTS = frozenset(
    (
        Kind.AGREEMENT,
        Kind.MEETING,
        Kind.VISIT,
        Kind.EXERCISE,
        Kind.ATTACK,
        Kind.DEPLOYMENT,
        Kind.TRAINING,
        Kind.COMMITTEE,
    )
)
# Others are told while they have so much of the likelihood; so many of them.
RUNNER_UP, SHOWN = 0.05, 2
# The label of a seat of government that stands for its state.
SEATS = "capital"


def with_place(mention: EventMention, article: Article) -> EventMention:
    """The mention with its place, or with the reason why it has none."""
    named = named_places(article.text, home_of(article))
    rows = features(mention, named, article.text)
    shares = chances(rows)
    lands = _likeliest(mention, rows, shares)
    if len(lands) != 1:
        return replace(mention, refusals=(*mention.refusals, _refusal(lands, mention, named)))
    (land,) = lands
    fine = _finest(land, mention, named)
    how = _how(land, rows[land], shares, fine)
    span = (fine.start, fine.end) if fine else _party_span(land, mention)
    basis = Basis("where", how, *span) if span else Basis("where", how)
    return replace(mention, where=_place(land, mention, fine, article.text), basis=(*mention.basis, basis))


def home_of(article: Article) -> str | None:
    """The country of the paper, where its name tells it: "The Moscow Times", "Pakistan Observer"."""
    words = (article.publisher or "")[:100].split()
    forms = (" ".join(words[at : at + size]) for size in (3, 2, 1) for at in range(len(words)))
    found = (resources.parties().get(form) for form in forms)
    return next((name.state for name in found if name and name.state not in BODIES), None)


def _likeliest(mention: EventMention, rows: Mapping[Land, Facts], shares: Mapping[Land, float]) -> list[str]:
    """The country or sea, several that are nearly as likely, or none where "no place" is too likely."""
    ranked = [land for land in shares if land is not None]
    if not ranked:
        return []
    first = ranked[0]

    def rivals(land: str) -> bool:
        both = all(rows[each].keys() & {"in", "near"} for each in (first, land))
        return shares[land] > (BOTH if both else CLOSE) * shares[first]

    close = [land for land in ranked if land == first or rivals(land)]
    plain = mention.kind in ACTS and "only" in rows[first] and "spoke" not in rows[first]
    doubt = PLAIN if plain else DOUBT if len(close) == 1 else 1.0
    return close if sum(shares[land] for land in close) > doubt * shares[None] else []


def _refusal(lands: Sequence[str], mention: EventMention, named: Sequence[Named]) -> Refusal:
    """Nothing told, unless several countries are likely, or a name that is said to be the place may stand for several."""
    told = mention.evidence[0]
    unsure = (
        place.name.candidates[: SHOWN + 1]
        for place in named
        if told.start <= place.start and place.end <= told.end and says_where(place) and place.name.unsure
    )
    labels = [_land_label(land) for land in lands] or [_label(candidate.entry) for candidate in next(unsure, ())]
    return Refusal(Reason.AMBIGUOUS if labels else Reason.NOT_STATED, "where", " or ".join(sorted(labels)))


def _finest(land: str, mention: EventMention, named: Sequence[Named]) -> Named | None:
    """The place in a country that the sentence says, or else names, or that the words before it say; the smallest kind."""
    told = mention.evidence[0]
    there = [place for place in named if land_of(place) == land and not place.adjective and _fine(place)]
    inside = within(told, there)
    said = [place for place in inside if says_where(place)]
    aimed = [place for place in inside if place.role in ("to", "of", "from")]
    last = [
        place for place in there if told.start - BEFORE <= place.start and place.end <= told.start and says_where(place)
    ]
    for found in (said, aimed, last[-1:]):
        if found:
            return min(found, key=lambda place: (_entry(place).kind in ("region", "area"), place.start))
    return None


def _fine(place: Named) -> bool:
    return _entry(place).kind != "country"


def _entry(place: Named) -> Entry:
    return place.name.candidates[0].entry


def _place(land: str, mention: EventMention, fine: Named | None, text: str) -> Place:
    country = None if land.startswith(SEA) else land
    if fine is None:
        return Place(country=country, place=_seat(land, mention))
    entry, words = _entry(fine), text[fine.start : fine.end]
    if words.isupper() and len(words) > ABBREVIATION:
        words = entry.name  # a dateline or a headline in capitals
    return Place(country, words, entry.geonameid, entry.lat, entry.lon) if fine.name.pinned else Place(country, words)


def _seat(land: str, mention: EventMention) -> str | None:
    """The city that stands for the state the event was done to: "arrived in Oslo" with Oslo as the host."""
    for party in mention.recipients:
        name = resources.parties().get(party.text)
        if name and name.label == SEATS and name.state == land:
            return party.text
    return None


def _party_span(land: str, mention: EventMention) -> tuple[int, int] | None:
    parties = (*mention.recipients, *mention.actors)
    return next(((p.start, p.end) for p in parties if p.state == land and p.end), None)


def _how(land: str, row: Facts, shares: Mapping[Land, float], fine: Named | None) -> str:
    """In words: why this country, why this place of the name, and what else it may have been."""
    parts = []
    fact = strongest(row)
    if fact in REASONS and (fine is None or fact in PARTY):
        parts.append(REASONS[fact])
    if fine is not None:
        first, *others = fine.name.candidates
        parts.append(f"“{_label(first.entry)}”: {', '.join(first.reasons) or 'the likeliest of its name'}")
        known = [f"{_label(other.entry)} ({other.share:.0%})" for other in others if other.share >= RUNNER_UP][:SHOWN]
        parts += [f"less likely {' or '.join(known)}"] if known else []
        parts += [] if fine.name.pinned else ["which of that name is not told"]
    rest = [(other, share) for other, share in shares.items() if other != land and share >= RUNNER_UP][:SHOWN]
    told = [f"{_land_label(other)} ({share:.0%})" for other, share in rest]
    parts += [f"or else {' or '.join(told)}"] if told else []
    return "; ".join(parts) or "the sentence names it"


def _label(entry: Entry) -> str:
    """A place in words: "Paris, Texas, United States", "Arabian Sea"."""
    division = gazetteer.entry(entry.first).name if entry.first >= 0 else ""
    state = resources.state_name(entry.country) if entry.country else ""
    return ", ".join(dict.fromkeys(filter(None, (entry.name, division, state))))


def _land_label(land: Land) -> str:
    if land is None:
        return "no place"
    return land.removeprefix(SEA) if land.startswith(SEA) else resources.state_name(land)
