"""Text that is no prose: records are read in time, and every value's words stand where it says."""

from dataclasses import fields

import pytest
from build import article_of, mention_of

from sanudo.detail import detailed
from sanudo.records import Kind, Parse, Sentence

TEXTS = {
    "capitals": "RUSSIA SIGNED A PACT " * 20_000,
    "digits": "1" * 500_000,
    "numbers": "twenty " * 50_000,
    "commas": "a, " * 100_000,
    "quotes": "“" * 100_000,
    "hyphens": "T-" * 200_000,
    "initials": "U.S. " * 50_000,
    "names": "Joint Defence General " * 20_000,
    "money": "$1 " * 100_000,
    "emoji": "😀" * 200_000,
    "toll": "killed were 12 people have " * 20_000,
}


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.OTHER])
@pytest.mark.parametrize("name", TEXTS)
def test_a_line_without_end_is_read_in_time(name, kind):
    text = TEXTS[name]
    article = article_of(text)
    parse = Parse(article.id, (Sentence(0, len(text)),), ())
    detail = detailed(mention_of(article, "ACCUSE", "", kind=kind), article, parse).detail
    for field in fields(detail):
        value = getattr(detail, field.name)
        for one in value if isinstance(value, tuple) else filter(None, (value,)):
            assert text[one.start : one.end] == one.text
