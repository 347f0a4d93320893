"""Sentences, entity mentions and what refers to whom, in one article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sanudo.parse import armed, attribution, countries, names, offices, persons, reference, sentences, speech
from sanudo.records import Article, Attribution, EntityMention, Parse, Sentence

__all__ = ["parse"]


def parse(article: Article) -> Parse:
    """Read an article's text: its sentences, and every mention of a state-level party.

    Names come first, then persons, who need the names; then what refers back to either.
    """
    text = article.text
    spans = sentences.split(text)
    found = tuple(m for s in spans for m in names.find_names(text, s.start, s.end))
    found = _with(found, persons.find_persons(text, found, article.published))
    said = tuple(attribution.find_attributions(text, spans))
    return Parse(article.id, spans, referring(article, spans, found, said), said)


def referring(
    article: Article, spans: Sequence[Sentence], named: tuple[EntityMention, ...], said: Sequence[Attribution]
) -> tuple[EntityMention, ...]:
    """The mentions by name together with those that refer back to them, in order of offset."""
    text = article.text
    found = _with(named, armed.find_armed(text, named))
    found = _with(found, countries.find_countries(text, found))
    found = _with(found, reference.find_collectives(text, spans, found))
    found = _with(found, offices.find_offices(text, spans, found) + offices.find_here(text))
    found = _with(found, reference.find_pronouns(text, spans, found))
    return _with(found, speech.find_first_persons(article, spans, found))


def _with(mentions: Iterable[EntityMention], more: Iterable[EntityMention]) -> tuple[EntityMention, ...]:
    return tuple(sorted((*mentions, *more), key=lambda m: (m.start, m.end)))
