"""Whole pages in the shapes of news sites, from their bytes to an article."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest
from news_pages import NEWS_PAGES, NewsPage

from sanudo.read import read_sources
from sanudo.read.offsets import to_source
from sanudo.records import Article


@pytest.fixture(params=NEWS_PAGES, ids=lambda page: page.name)
def page(request: pytest.FixtureRequest) -> NewsPage:
    found: NewsPage = request.param
    return found


@pytest.fixture
def article(page: NewsPage, tmp_path: Path) -> Article:
    path = tmp_path / page.file
    path.write_bytes(page.source.encode(page.encoding))
    (found,) = read_sources([path])
    assert isinstance(found, Article)
    return found


def test_what_a_page_says_of_itself(page: NewsPage, article: Article) -> None:
    published = article.published and (article.published, str(article.published_basis))
    assert (article.title, article.publisher, published) == (page.title, page.publisher, page.published)


def test_the_article_is_kept_and_the_furniture_cut(page: NewsPage, article: Article) -> None:
    assert article.text.startswith(page.title)
    assert [words for words in page.kept if words not in article.text] == []
    assert [words for words in page.cut if words in article.text] == []


def test_the_words_stand_where_the_map_says(page: NewsPage, article: Article) -> None:
    for words in page.kept:
        at = article.text.index(words)
        place = to_source(article.segments, at, at + len(words))
        assert place is not None
        assert " ".join(unescape(page.source[slice(*place)]).split()) == words
