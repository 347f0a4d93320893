"""Sentences, entity mentions and what refers to whom, in one article."""

from __future__ import annotations

from sanudo.parse import attribution, names, persons, reference, sentences
from sanudo.records import Article, Parse

__all__ = ["parse"]


def parse(article: Article) -> Parse:
    """Read an article's text: its sentences, and every mention of a state-level party by name, person or reference."""
    text = article.text
    spans = sentences.split(text)
    by_name = tuple(m for s in spans for m in names.find_names(text, s.start, s.end))
    people = persons.find_persons(text, by_name, article.published)
    named = tuple(sorted(by_name + people, key=lambda m: m.start))
    both = reference.find_collectives(text, spans, named)
    pronouns = reference.find_pronouns(text, spans, tuple(sorted(named + both, key=lambda m: m.start)))
    mentions = tuple(sorted(named + both + pronouns, key=lambda m: (m.start, m.end)))
    return Parse(article.id, spans, mentions, tuple(attribution.find_attributions(text, spans)))
