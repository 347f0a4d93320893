"""Records built by hand, so that a test says only what it is about."""

from __future__ import annotations

from typing import Any

from sanudo.records import Article, EventMention, Evidence, Kind, Participant, Status
from sanudo.serial import content_id


def article_of(text: str, **fields: Any) -> Article:
    """An English article of this text."""
    return Article(
        **{"id": content_id("a1", text.encode()), "text": text, "language": "en", "origin": "test", **fields}
    )


def party_of(state: str, text: str, within: str, **fields: Any) -> Participant:
    """A participant whose words stand in `within`."""
    at = within.index(text)
    return Participant(state=state, text=text, start=at, end=at + len(text), **fields)


def mention_of(
    article: Article, type: str, actors: str, recipients: str = "", evidence: str = "", **fields: Any
) -> EventMention:
    """An event mention of an article; actors and recipients as `RUS:Russia PAK:the_Pakistani_army`.

    Their words stand in the evidence, or else in the rest of the article.
    """
    words = evidence or article.text
    at = article.text.index(words)

    def parties(text: str) -> tuple[Participant, ...]:
        return tuple(party(*part.replace("_", " ").split(":", 1)) for part in text.split())

    def party(state: str, named: str) -> Participant:
        begin = article.text.find(named, at, at + len(words))
        begin = article.text.index(named) if begin < 0 else begin
        return Participant(state=state, text=named, start=begin, end=begin + len(named))

    values = {
        "type": type,
        "kind": Kind.OTHER,
        "actors": parties(actors),
        "recipients": parties(recipients),
        "symmetric": not recipients,
        "status": Status.HAPPENED,
        "confidence": 0.9,
        "evidence": (Evidence(article.id, at, at + len(words), words, at, at + len(words)),),
        "coder": "hand",
        "model": "none",
        **fields,
    }
    return EventMention(
        id=content_id("m1", [article.id, type, actors, recipients, words, sorted(map(str, fields.items()))]),
        article_id=article.id,
        **values,
    )
