"""Sentences, entity mentions and what refers to whom, in one article."""

from __future__ import annotations

from collections.abc import Iterable

from sanudo.parse import attribution, names, offices, persons, reference, sentences
from sanudo.records import Article, EntityMention, Parse

__all__ = ["parse"]


def parse(article: Article) -> Parse:
    """Read an article's text: its sentences, and every mention of a state-level party.

    Names come first, then persons, who need the names; then what refers back to either.
    """
    text = article.text
    spans = sentences.split(text)
    found = tuple(m for s in spans for m in names.find_names(text, s.start, s.end))
    found = _with(found, persons.find_persons(text, found, article.published))
    found = _with(found, reference.find_collectives(text, spans, found))
    found = _with(found, offices.find_offices(text, found) + offices.find_here(text))
    found = _with(found, reference.find_pronouns(text, spans, found))
    return Parse(article.id, spans, found, tuple(attribution.find_attributions(text, spans)))


def _with(mentions: Iterable[EntityMention], more: Iterable[EntityMention]) -> tuple[EntityMention, ...]:
    return tuple(sorted((*mentions, *more), key=lambda m: (m.start, m.end)))
