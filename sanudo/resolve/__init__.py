"""Values for the fields of an event mention: actors, places, dates."""

from __future__ import annotations

from sanudo.records import Article, EventMention
from sanudo.resolve.actors import with_sectors
from sanudo.resolve.when import with_date
from sanudo.resolve.where import with_place

__all__ = ["resolve"]


def resolve(mention: EventMention, article: Article) -> EventMention:
    """The mention with sectors, place and date, and a refusal for each field that the words leave empty."""
    return with_sectors(with_date(with_place(mention, article), article), article)
