"""A sentence with its parties, read as the pipeline reads it, and the record that comes out."""

from build import article_of, mention_of

from sanudo.detail import detailed
from sanudo.parse import parse
from sanudo.records import Kind


def record(kind: str, text: str, actors: str, recipients: str = "", type: str = "SUPPORT", **fields):
    """The record of an event of this kind that the first sentence of the text tells, or the words in `evidence`."""
    article = article_of(text, title=fields.pop("title", None))
    mention = mention_of(article, type, actors, recipients, kind=Kind(kind), **fields)
    return detailed(mention, article, parse(article)).detail


def values(found):
    """The values of a list of `Stated`."""
    return [value.value for value in found]
