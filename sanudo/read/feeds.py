"""RSS and Atom: an item an article."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

import feedparser

from sanudo.read.article import Draft, problem
from sanudo.read.rows import html_draft
from sanudo.read.text import taken
from sanudo.records import PublishedBasis, ReadProblem, Reason, Refusal

# A feed is parsed whole. The largest in use hold a few hundred items with their full text.
MAX_FEED_BYTES = 20_000_000
_ITEM_END = re.compile(rb"</(?:\w+:)?(?:item|entry)\s*>", re.IGNORECASE)
# Feeds that parse, but were sent with another encoding or type than they have, are whole.
_HARMLESS = (feedparser.CharacterEncodingOverride, feedparser.NonXMLContentType)


def read_feed(stream: BinaryIO, origin: str) -> Iterator[Draft | ReadProblem]:
    """The items of a feed, in its order; of a broken one those before the break."""
    raw = stream.read(MAX_FEED_BYTES + 1)
    if len(raw) > MAX_FEED_BYTES:
        yield problem(origin, Reason.TOO_LONG, f"a feed over {MAX_FEED_BYTES:,} bytes; skipped")
        return
    # In a stream: a string that looks like a URL or a path would be fetched.
    feed = feedparser.parse(io.BytesIO(raw), sanitize_html=False, resolve_relative_uris=False)
    whole = len(_ITEM_END.findall(raw))
    entries = feed.entries[:whole]
    for number, entry in enumerate(entries, start=1):
        yield _item_draft(entry, feed.feed.get("title"), f"{origin}#item {number}")
    if feed.bozo and not isinstance(feed.bozo_exception, _HARMLESS):
        yield problem(origin, Reason.BAD_FORMAT, f"a broken feed; {_kept(len(entries))}")
    elif not entries:
        yield problem(origin, Reason.NO_ARTICLES, "a feed without items")


def _item_draft(entry: Any, feed_title: str | None, origin: str) -> Draft | ReadProblem:
    values = _item_values(entry, feed_title)
    content = values.get("html", "")
    draft = html_draft(origin, values, content, values.get("title"), values.get("url"))
    if not content.strip() or isinstance(draft, Refusal):
        return problem(origin, Reason.NO_TEXT, "an item without text; skipped")
    return replace(
        draft,
        media_type="application/rss+xml",
        publisher=values.get("publisher") or draft.publisher,
        author=values.get("author") or draft.author,
        date=values.get("published") or draft.date,
        date_basis=PublishedBasis.FEED,
        given_id=values.get("id"),
    )


def _item_values(entry: Any, feed_title: str | None) -> dict[str, str]:
    """What an item says, by field; the hash of this is the article's id."""
    contents = [content.get("value") for content in entry.get("content", ())]
    found = {
        "html": max((c for c in [*contents, entry.get("summary")] if c), key=len, default=None),
        "title": entry.get("title"),
        "url": entry.get("link"),
        "published": entry.get("published") or entry.get("updated"),
        "publisher": entry.get("source", {}).get("title") or feed_title,
        "author": entry.get("author"),
        "id": entry.get("id"),
    }
    return {field: taken(value).text.strip() for field, value in found.items() if value}


def _kept(count: int) -> str:
    return f"kept up to item {count}" if count else "skipped"
