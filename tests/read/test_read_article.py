from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanudo.read import article_from_text
from sanudo.records import PublishedBasis, Reason, Segment

BODY = "Egypt and Sudan signed an accord on Monday to link their grids, the energy ministries said."
COPIED = f"Skip to content\n\nGrids of two states to be linked\n\n{BODY}\n\nLeave a Reply\n"


def test_text_is_taken_as_it_is() -> None:
    article = article_from_text(COPIED, given_id="x", title="Grids", publisher="Nile Post", published="2018-08-07")
    assert article.text == COPIED
    assert article.segments == (Segment(0, len(COPIED), 0, len(COPIED)),)
    assert (article.given_id, article.title, article.publisher) == ("x", "Grids", "Nile Post")
    assert (article.published, article.published_basis) == ("2018-08-07", PublishedBasis.GIVEN)
    assert article.language == "en"
    assert article.refusals == ()


def test_text_is_cleaned_on_demand() -> None:
    article = article_from_text(COPIED, clean=True)
    assert article.text == f"Grids of two states to be linked\n\n{BODY}"
    assert article.title == "Grids of two states to be linked"


def test_dateline_and_url_serve_where_nothing_is_given() -> None:
    article = article_from_text(f"CAIRO, Aug 7, 2018 (Nile Wire) - {BODY}")
    assert (article.published, article.published_basis, article.publisher) == (
        "2018-08-07",
        PublishedBasis.DATELINE,
        "Nile Wire",
    )
    linked = article_from_text(BODY, url="https://nile.example/2018/08/08/grid")
    assert (linked.published, linked.published_basis, linked.publisher) == (
        "2018-08-08",
        PublishedBasis.URL,
        "nile.example",
    )


def test_a_url_that_is_none_does_no_harm() -> None:
    assert article_from_text(BODY, url="http://[broken").publisher is None


@pytest.mark.parametrize("clean", [True, False])
@pytest.mark.parametrize("text", ["", "  \n"])
def test_no_text_is_a_refusal(text: str, clean: bool) -> None:
    article = article_from_text(text, clean=clean)
    assert article.text == text
    assert (Reason.NO_TEXT, None) in [(r.reason, r.field) for r in article.refusals]


def test_too_long_a_text_is_a_refusal() -> None:
    article = article_from_text(f"{BODY} " * 12_000)
    assert (Reason.TOO_LONG, None) in [(r.reason, r.field) for r in article.refusals]


def test_the_same_text_is_the_same_article() -> None:
    assert article_from_text(BODY, origin="a").id == article_from_text(BODY, origin="b").id


@given(st.text(max_size=200))
def test_offsets_of_any_text_hold(text: str) -> None:
    article = article_from_text(text)
    assert len(article.text) == len(text)
    article.text.encode()
