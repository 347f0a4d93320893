"""The state that an article is at home in: where its outlet is, or else where it was filed, as far as their names say so."""

from __future__ import annotations

import re
from functools import cache

from sanudo import resources
from sanudo.parse.names import filed_from
from sanudo.records import Article

# Endings of domains that are also used by those who are not at home there.
ANYWHERE = frozenset("ac ai bz cc cd co fm gg im io la ly me nu sh tk to tv vc vu ws".split())
_ENDING = re.compile(r"\w\.([a-z]{2})(?:/\S*)?$")
# Names as short as this are found inside other words ("mali" in "formaline").
SHORTEST = 6


def home_of(article: Article) -> str | None:
    """The state of the publisher's name or domain ("The Bolivian Times", "chiletoday.cl"), else of the dateline."""
    return (_of_outlet(article.publisher) if article.publisher else None) or filed_from(article.text)


@cache
def _of_outlet(publisher: str) -> str | None:
    """The state whose name, adjective or seat of government stands in a publisher's name, the longest if there are several; else that of
    the ending of its domain.
    """
    words = set(re.findall(r"\w+", publisher))
    letters = _letters(publisher)
    ending = _ENDING.search(publisher.lower())
    return next(
        (state for form, plain, state in _names() if form in words or (len(plain) >= SHORTEST and plain in letters)),
        _by_ending().get(ending[1]) if ending else None,
    )


@cache
def _by_ending() -> dict[str, str]:
    """States by the endings of their domains."""
    codes = {alpha2.lower(): state for state, alpha2, *_ in resources.code_tables()["codes"]} | {"uk": "GBR"}
    return {ending: state for ending, state in codes.items() if ending not in ANYWHERE}


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
