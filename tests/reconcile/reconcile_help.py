"""Event mentions as the reconciler sees them, built by hand."""

from build import article_of, mention_of

from sanudo.reconcile.traits import traits_of
from sanudo.records import Kind, WhenBasis


def told(text, type="CONSULT", actors="CHL:Chile PER:Peru", recipients="", published="2018-08-07", **fields):
    """The traits of a mention that is the whole of its article."""
    return traits_of(*mention(text, type, actors, recipients, published, **fields))


def mention(text, type="CONSULT", actors="CHL:Chile PER:Peru", recipients="", published="2018-08-07", **fields):
    """A mention that is the whole of its article, and the article."""
    given = {"kind": Kind.MEETING, **fields}
    if given.get("when"):
        given.setdefault("when_basis", WhenBasis.STATED)
    article = article_of(text, published=published)
    return mention_of(article, type, actors, recipients, **given), article
