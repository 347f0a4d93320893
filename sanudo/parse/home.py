"""The state that an article is at home in: where its outlet is, or else where it was filed, as far as their names say so."""

from __future__ import annotations

import re
from functools import cache

from sanudo import resources
from sanudo.parse.names import filed_from
from sanudo.records import Article

# Names as short as this are found inside other words ("mali" in "formaline").
SHORTEST = 6


def home_of(article: Article) -> str | None:
    """The state of the publisher's name or domain ("The Bolivian Times", "chiletoday.cl"), else of the dateline."""
    return (_of_outlet(article.publisher) if article.publisher else None) or filed_from(article.text)


@cache
def _of_outlet(publisher: str) -> str | None:
    """The state whose name, adjective or seat of government stands in a publisher's name, the longest if there are several."""
    words = set(re.findall(r"\w+", publisher))
    letters = _letters(publisher)
    return next(
        (state for form, plain, state in _names() if form in words or (len(plain) >= SHORTEST and plain in letters)),
        None,
    )


@cache
def _names() -> tuple[tuple[str, str, str], ...]:
    """Names of states as they are written and in small letters alone, the longest first, with the state."""
    found = (
        (form, _letters(form), name.state)
        for form, name in resources.parties().items()
        if name.label in ("state", "adjective", "capital") and not name.home and not name.sector
    )
    return tuple(sorted(found, key=lambda entry: (-len(entry[1]), entry)))


def _letters(words: str) -> str:
    return "".join(c for c in words.lower() if c.isalpha())
