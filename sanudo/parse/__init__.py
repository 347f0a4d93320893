"""Sentences, entity mentions and what refers to whom, in one article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sanudo.parse import (
    armed,
    attribution,
    bodies,
    countries,
    groups,
    home,
    members,
    names,
    offices,
    persons,
    reference,
    sentences,
    ships,
    speaking,
)
from sanudo.parse.within import Taken
from sanudo.records import Article, EntityMention, Parse, Sentence
from sanudo.resources import NO_ACTORS, Actors

__all__ = ["parse"]


def parse(article: Article, actors: Actors = NO_ACTORS) -> Parse:
    """Read an article's text: its sentences, and every mention of a state-level party. `actors` are a user's own names.

    Names come first, then persons, who need the names; then what refers back to either.
    """
    text = article.text
    spans = sentences.split(text)
    at_home = home.home_of(article)
    found = members.with_members(text, names.find_in(text, spans, article.published, actors, at_home))
    warships = ships.find_ships(text, found)
    found = _with(found, groups.find_groups(text, found))
    at_sea = Taken(warships)
    found = _with((m for m in found if not at_sea.overlaps(m.start, m.end)), warships)
    found = _with(found, persons.find_persons(text, found, article.published, actors))
    found = _with(found, persons.find_titled_persons(text, spans, found, at_home))
    every = _with_references(article, spans, found, at_home)
    said = tuple(attribution.find_attributions(text, spans, every))
    return Parse(article.id, spans, _with(every, speaking.find_speakers(text, spans, said, every, at_home)), said)


def _with_references(
    article: Article, spans: Sequence[Sentence], named: tuple[EntityMention, ...], at_home: str | None
) -> tuple[EntityMention, ...]:
    """The mentions by name together with those that refer back to them, in order of offset."""
    text = article.text
    found = _with(named, armed.find_armed(text, named))
    found = _with(found, countries.find_countries(text, found))
    found = _with(found, bodies.find_bodies(text, found))
    found = _with(found, reference.find_collectives(text, spans, found))
    found = _with(found, offices.find_offices(text, spans, found, at_home) + offices.find_here(text))
    return _with(found, reference.find_pronouns(text, spans, found))


def _with(mentions: Iterable[EntityMention], more: Iterable[EntityMention]) -> tuple[EntityMention, ...]:
    return tuple(sorted((*mentions, *more), key=lambda m: (m.start, m.end)))
