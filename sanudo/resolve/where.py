"""Where an event took place: what the words that tell it say, never every place that they name."""

from __future__ import annotations

import re
from dataclasses import replace

from sanudo import resources
from sanudo.codebook import BODIES
from sanudo.records import Article, Basis, EventMention, Kind, Participant, Place, Reason, Refusal

# Acts of speech take place wherever the speaker is; the place in such a sentence belongs to something else.
SPOKEN = ("ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE", "CONCEDE", "SUPPORT", "SANCTION")
LOCATED = re.compile(
    r"\b(?:in|at|inside|near|outside)\s+(?:the\s+)?(?:[a-z]+\s+(?:city|town|capital)\s+of\s+)?([A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,3})"
)


# Types whose recipient is at home: of those with a place in the annotations, 98 in 100 directed consultations are in the state
# of the host, 83 in 100 attacks on one state in that state (`bench/annotations.py`).
AT_HOME = {
    "CONSULT": "a visit takes place in the state of the host",
    "ASSAULT": "an attack is on the ground of the attacked",
}


def with_place(mention: EventMention, article: Article) -> EventMention:
    """The mention with its place, or with the reason why it has none.

    A visit takes place with the host. Otherwise the words must say "in" or "at" a state or a seat of government, and name
    one state only; an attack on a state for which they do not is in that state.
    """
    told = mention.evidence[0]
    named = list(_named(article.text, told.start, told.end))
    home = _home(mention)
    if home is not None and (mention.type == "CONSULT" or not named):
        city = next((place for place, country, *_ in named if country == home.state), None)
        said = Basis("where", AT_HOME[mention.type], home.start, home.end)
        place = Place(country=home.state, place=city or _seat(home.text))
        return replace(mention, where=place, basis=(*mention.basis, said))
    spoken = mention.type in SPOKEN and mention.kind not in (Kind.AGREEMENT, Kind.MEETING, Kind.COMMITTEE)
    countries = {country for _, country, *_ in named}
    if spoken or not countries:
        return replace(mention, refusals=(*mention.refusals, Refusal(Reason.NOT_STATED, "where")))
    if len(countries) > 1:
        note = ", ".join(sorted(countries))
        return replace(mention, refusals=(*mention.refusals, Refusal(Reason.AMBIGUOUS, "where", note)))
    city, country, start, end = max(named, key=lambda row: row[0] is not None)
    said = Basis("where", f"“{article.text[start:end]}”", start, end)
    return replace(mention, where=Place(country=country, place=city), basis=(*mention.basis, said))


def _home(mention: EventMention) -> Participant | None:
    """The one state that is visited or attacked; None for a body, a group, or several."""
    one = mention.type in AT_HOME and not mention.symmetric and len(mention.recipients) == 1
    return mention.recipients[0] if one and mention.recipients[0].state not in BODIES else None


def _named(text: str, start: int, end: int) -> list[tuple[str | None, str, int, int]]:
    """(city or None, country, start, end) of each place that "in" or "at" goes with."""
    rows = []
    for match in LOCATED.finditer(text, start, end):
        words = re.sub(r"(?:[’']s|[’'.])$", "", match[1]).split()
        for size in range(len(words), 0, -1):
            form = " ".join(words[:size])
            name = resources.parties().get(form)
            if name and name.label in ("state", "capital") and name.sector is None:
                city = form if name.label == "capital" else None
                rows.append((city, name.state, match.start(), match.start(1) + len(form)))
                break
    return rows


def _seat(text: str) -> str | None:
    name = resources.parties().get(text)
    return text if name and name.label == "capital" else None
