"""Where an event took place: what the words that tell it say, never every place that they name."""

from __future__ import annotations

import re
from dataclasses import replace

from sanudo import resources
from sanudo.records import Article, Basis, EventMention, Kind, Place, Reason, Refusal

# Acts of speech take place wherever the speaker is; the place in such a sentence belongs to something else.
SPOKEN = ("ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE", "CONCEDE", "SUPPORT", "SANCTION")
LOCATED = re.compile(
    r"\b(?:in|at|inside|near|outside)\s+(?:the\s+)?(?:[a-z]+\s+(?:city|town|capital)\s+of\s+)?([A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,3})"
)


def with_place(mention: EventMention, article: Article) -> EventMention:
    """The mention with its place, or with the reason why it has none.

    A visit takes place in the state of the host. Otherwise the words must say "in" or "at" a state or a seat of
    government, and name one state only.
    """
    told = mention.evidence[0]
    named = list(_named(article.text, told.start, told.end))
    if mention.kind == Kind.VISIT and not mention.symmetric and len(mention.recipients) == 1:
        host = mention.recipients[0]
        city = next((place for place, country, *_ in named if country == host.state), None)
        said = Basis("where", "a visit takes place in the state of the host", host.start, host.end)
        place = Place(country=host.state, place=city or _seat(host.text))
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
