"""A row of a table, an object of a JSON file: its columns, under the names that datasets give them."""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sanudo.read.article import Draft, plain_draft
from sanudo.read.markup import fragment_text
from sanudo.read.page import read_page
from sanudo.read.text import taken, tidied, titled
from sanudo.records import ReadProblem, Reason, Refusal

# By field of an article, the column names read, the plainest first; compared without case, spaces, "_" and "-".
COLUMNS: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "fulltext", "articletext", "articlebody", "contenttext", "maintext"),
    "html": ("html", "contenthtml", "bodyhtml", "rawhtml"),
    "title": ("title", "headline"),
    "url": ("url", "link", "permalink"),
    "published": (
        "published", "date", "datetime", "pubdate", "publishedat", "datepublished", "publisheddate", "publicationdate",
        "publishdate",
    ),
    "publisher": ("publisher", "source", "outlet", "newspaper", "sourcename", "sitename"),
    "author": ("author", "authors", "byline"),
    "id": ("id", "articleid", "guid", "uuid"),
}  # fmt: skip
# The ones named in messages.
TEXT_COLUMNS = ("text", "body", "content", "article", "html")
# What stands between the columns of a text table, the usual first.
DELIMITERS = ",\t;|"
_PAGE = re.compile(r"<(?:!doctype html|html|body)\b", re.IGNORECASE)
_MARKUP = re.compile(
    r"</(?:p|div|span|h[1-6]|ul|li|a|b|i|em|strong|blockquote|article|section|figure)>|<br ?/?>", re.IGNORECASE
)


def header_names(line: str, delimiter: str) -> list[str]:
    """The column names in a header of a table; none if it is no header."""
    try:
        return next(csv.reader([line.strip()], delimiter=delimiter), [])
    except csv.Error:
        return []


def known_columns(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """By field, the columns of a table that hold it, the plainest first."""
    by_form: dict[str, str] = {}
    for name in names:
        by_form.setdefault(re.sub(r"[\s_-]", "", name.strip().casefold()), name)
    found = {field: tuple(by_form[a] for a in aliases if a in by_form) for field, aliases in COLUMNS.items()}
    return {field: columns for field, columns in found.items() if columns}


def has_text(columns: Mapping[str, object]) -> bool:
    """Whether known columns include one with the text of an article."""
    return "text" in columns or "html" in columns


def row_values(row: Mapping[str, Any], columns: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    """A row's values by field: of several columns for one field the first that is not empty. The key of its id.

    All are strings, but for a text that is none.
    """
    found: dict[str, Any] = {}
    for field, names in columns.items():
        value_of = _content if field in ("text", "html") else _words
        value = next((v for v in (value_of(row.get(name)) for name in names) if v not in (None, "")), None)
        if value is not None:
            found[field] = value
    return found


def row_draft(values: Mapping[str, Any], origin: str, key: object, media_type: str) -> Draft | ReadProblem:
    """The draft of a row whose values are given by field; a problem if they hold no text."""
    content = values.get("text", values.get("html"))
    if not isinstance(content, str):
        kind = "no text" if content is None else f"a text that is no string but {_kind(content)}"
        return ReadProblem(
            origin, Refusal(Reason.BAD_FORMAT, None, f"{kind} (under {', '.join(TEXT_COLUMNS)}); skipped")
        )
    title, url = values.get("title"), values.get("url")
    is_html = "text" not in values or _MARKUP.search(content)
    draft = html_draft(origin, key, content, title, url) if is_html else plain_draft(origin, key, content, title)
    if isinstance(draft, Refusal):
        return ReadProblem(origin, draft)
    return replace(
        draft,
        media_type=media_type,
        publisher=values.get("publisher") or draft.publisher,
        author=values.get("author") or draft.author,
        date=values.get("published") or draft.date,
        url=url or draft.url,
        given_id=values.get("id"),
    )


def html_draft(
    origin: str, key: object, source: str, title: str | None = None, url: str | None = None
) -> Draft | Refusal:
    """The draft of HTML: the article of a page, or all of a fragment."""
    if not _PAGE.search(source[:5_000]):
        body = tidied(fragment_text(source))
        return Draft(origin, key, titled(body, title), "text/html", title, url=url, raw=body.text)
    page = read_page(source, url)
    if isinstance(page, Refusal):
        return page
    return Draft(
        origin, key, page.text, "text/html", title or page.title, page.publisher, page.author, page.date,
        url=page.url, raw=page.head,
    )  # fmt: skip


def _content(value: Any) -> Any:
    if isinstance(value, bytes):
        value = value.decode("utf-8", errors="replace")
    return taken(value).text if isinstance(value, str) else _no_nan(value)


def _words(value: Any) -> str | None:
    """A value in words: numbers and days as written, lists joined, of an object its name; None if there are none."""
    if isinstance(value, Mapping):
        value = value.get("name")
    if isinstance(value, list):
        value = ", ".join(filter(None, map(_words, value)))
    if isinstance(value, date | datetime):
        value = value.isoformat()
    if isinstance(value, bool) or not isinstance(_no_nan(value), str | int | float):
        return None
    return " ".join(taken(str(value)).text.split()) or None


def _no_nan(value: Any) -> Any:
    """A value, or None for the number that tables write where there is none."""
    return None if isinstance(value, float) and math.isnan(value) else value


def _kind(value: Any) -> str:
    return {list: "a list", dict: "an object", bool: "true or false"}.get(type(value), "a number")
