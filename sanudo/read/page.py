"""Web pages: the article of a page, its title, publisher, author and date.

trafilatura says which of the page's words are the article and reads most metadata; the words themselves are then taken
from the page, so that each has its offset. Dates of publication are read here, because only the page's own statement
keeps the publisher's local day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement
from trafilatura import bare_extraction, load_html

from sanudo.read.align import ANCHOR_CHARS, align
from sanudo.read.markup import Visible, visible
from sanudo.read.text import HEADLINE_WORDS, Mapped, has_prose, same_headline, tidied, title_of, titled, too_long
from sanudo.records import Reason, Refusal

# Pages of news have a few thousand; the extractor needs seconds for this many, and a hostile page may hold millions.
MAX_TAGS = 150_000
# Where the date, the byline and the section stand: just around the start of the article.
_HEAD_BEFORE, _HEAD_AFTER = 1_500, 500
# Fixed, so that the extractor's own date search, whose result is not used, never looks at the clock.
_NO_DATE_SEARCH = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}

# Names of <meta> that state it, the plainest first.
_DATE_META = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "publish-date",
    "publishdate", "publication_date", "published_time", "pubdate", "sailthru.date", "dc.date.issued",
    "dcterms.created", "dc.date", "dcterms.date", "article.published", "date",
)  # fmt: skip
_DATE_TAGS = (
    '//*[@itemprop="datePublished"]/@datetime',
    "//time[@pubdate]/@datetime",
    '//time[contains(@class, "publish") or contains(@class, "entry-date") or contains(@class, "posted")]/@datetime',
    "//article//time/@datetime",
)
_LINKED_DATA = '//script[contains(@type, "ld+json")]/text()'
_LINKED_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')

# What sites put between a headline and their name.
_BETWEEN = re.compile(r"[|–—·•»:]|(?:^|\s)-(?:\s|$)")
_SITE_WORDS = 5
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")

_NO_TEXT = Refusal(Reason.NO_TEXT, None, "an HTML page without an article in it; skipped")


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says. `head` is the visible text around the start of the article, where bylines stand."""

    text: Mapped
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    date: str | None = None
    head: str = ""


def read_page(source: str, url: str | None = None) -> Page | Refusal:
    """The article of an HTML page, or why there is none."""
    if source.count("<") > MAX_TAGS:
        return Refusal(Reason.TOO_LONG, None, f"a page of more than {MAX_TAGS:,} tags; skipped")
    try:
        tree = load_html(source)
        found = None if tree is None else _extract(tree, url)
    except Exception as error:  # the extractor meets whatever the web holds, and its failures have no common class
        return Refusal(Reason.BAD_FORMAT, None, f"the page cannot be taken apart ({type(error).__name__}); skipped")
    if tree is None or found is None or not found.text:
        return _NO_TEXT
    return too_long(found.text) or _page(source, tree, found, url)


def _extract(tree: HtmlElement, url: str | None) -> Any:
    return bare_extraction(
        tree,
        url=url,
        favor_precision=True,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params=dict(_NO_DATE_SEARCH),
    )


def _page(source: str, tree: HtmlElement, found: Any, url: str | None) -> Page | Refusal:
    shown = visible(source)
    lines = [line.removeprefix("- ") for line in found.text.splitlines()]
    ranges = align(lines, shown.chars)
    body = tidied(shown.text(ranges))
    if not has_prose(body.text):
        return _NO_TEXT
    stated = _flat(found.title)
    title = _title(shown, stated, ranges) or title_of(body.text) or stated or None
    return Page(
        text=titled(body, title, _title_place(shown, title, ranges)),
        title=title,
        author=found.author,
        publisher=found.sitename or _site(_flat(tree.findtext(".//title")), title or ""),
        url=url or found.url,
        date=_stated_date(tree),
        head=_head(shown, ranges),
    )


def _title(shown: Visible, title: str, ranges: list[tuple[int, int]]) -> str | None:
    """The page's title if the page prints it, else the headline over the article: titles often name the site alone.

    None for a title of too few words for a headline, with none over the article: the article may begin with its own.
    """
    before = next((start for start, end in ranges if end - start >= ANCHOR_CHARS), 0)
    headings = [shown.text([span]).text for span in shown.headings if span[0] <= before]
    is_printed = any(same_headline(heading, title) for heading in headings)
    nearest = headings[-1] if headings else ""
    is_long = len(title.split()) >= HEADLINE_WORDS
    if not (is_printed and is_long) and len(nearest.split()) >= HEADLINE_WORDS:
        return nearest
    return title if is_printed or is_long else None


def _site(document: str, title: str) -> str | None:
    """The site's name, where the title of the document has it before or behind the headline: `Headline | Site`."""
    before, headline, after = document.partition(title) if title else ("", "", "")
    names = [part for part in _BETWEEN.split(after if after.strip() else before) if part.strip()]
    name = names[-1].strip() if headline and names else ""
    is_name = name[:1].isupper() and len(name.split()) <= _SITE_WORDS and not _YEAR.search(name)
    return name if is_name else None


def _flat(text: str | None) -> str:
    return " ".join((text or "").split())


def _title_place(shown: Visible, title: str | None, ranges: list[tuple[int, int]]) -> Mapped | None:
    """The title where it is printed: over the article if it is, else where it first stands."""
    dense = "".join((title or "").split())
    before = ranges[0][0] if ranges else 0
    at = shown.chars.rfind(dense, 0, before) if dense else -1
    at = shown.chars.find(dense) if dense and at < 0 else at
    return shown.text([(at, at + len(dense))]) if at >= 0 else None


def _head(shown: Visible, ranges: list[tuple[int, int]]) -> str:
    start = ranges[0][0] if ranges else 0
    left, right = max(0, start - _HEAD_BEFORE), min(len(shown.chars), start + _HEAD_AFTER)
    return shown.text([(left, right)]).text


def _stated_date(tree: HtmlElement) -> str | None:
    return next(_stated_dates(tree), None)


def _stated_dates(tree: HtmlElement) -> Iterator[str]:
    """The dates of publication that a page's metadata state, the plainest first."""
    for script in tree.xpath(_LINKED_DATA):
        yield from _LINKED_DATE.findall(script)
    stated: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        stated.setdefault(name.lower(), meta.get("content", ""))
    yield from (stated[name] for name in _DATE_META if stated.get(name, "").strip())
    for path in _DATE_TAGS:
        yield from (value for value in tree.xpath(path) if value.strip())
