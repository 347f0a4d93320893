"""From what a source says of a report to the report as an article."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from sanudo.read.dateline import find_dateline
from sanudo.read.language import language_of
from sanudo.read.published import Clues, find_published, published_in
from sanudo.read.text import Mapped, taken, tidied, title_of, titled, too_long
from sanudo.records import Article, PublishedBasis, ReadProblem, Reason, Refusal
from sanudo.serial import content_id

# Clippings are often saved with the address of their page as the first line.
_ADDRESS = re.compile(r"\s*<?(https?://[^\s<>]+)>?[^\S\r\n]*[\r\n]")


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says of every article, and the day of the reading (EDTF), after which nothing can be published."""

    published: str | None = None
    publisher: str | None = None
    today: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A report as found. `key` is what its id is the hash of; `raw` is the text in which bylines are sought."""

    origin: str
    key: object
    text: Mapped
    media_type: str = "text/plain"
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    date: str | None = None
    date_basis: PublishedBasis = PublishedBasis.METADATA
    url: str | None = None
    given_id: str | None = None
    raw: str = ""
    refusals: tuple[Refusal, ...] = ()


def problem(origin: str, reason: Reason, note: str) -> ReadProblem:
    """What was found where no article is, and what was done instead."""
    return ReadProblem(origin, Refusal(reason, None, note))


def finished(draft: Draft, given: Given) -> Article | ReadProblem:
    """The article of a draft, or why it is none: no text, or too much of it."""
    if refusal := _unreadable(draft.text.text):
        return ReadProblem(draft.origin, refusal)
    return article_of_draft(draft, given)


def article_of_draft(draft: Draft, given: Given) -> Article:
    """The article of a draft, with its date, publisher and language."""
    text = draft.text.text
    address = _ADDRESS.match(draft.raw)
    draft = replace(draft, url=draft.url or (address[1] if address else None))
    found = find_published(_clues(draft, given), given.today)
    language = language_of(text)
    return Article(
        id=content_id("a1", draft.key),
        text=text,
        title=draft.title,
        publisher=given.publisher or _publisher(draft),
        author=draft.author,
        published=found.published,
        published_basis=found.basis,
        url=draft.url,
        language=language,
        origin=draft.origin,
        media_type=draft.media_type,
        given_id=draft.given_id,
        segments=draft.text.segments,
        refusals=(*draft.refusals, *found.refusals, *_language_refusal(language)),
    )


def plain_draft(origin: str, key: object, text: str, title: str | None = None) -> Draft | Refusal:
    """The draft of a plain text: residue cut, and a title of its own if none is given."""
    return too_long(text) or _cleaned(origin, key, text, title)


def article_from_text(
    text: str,
    *,
    given_id: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    published: str | None = None,
    url: str | None = None,
    origin: str = "",
    clean: bool = False,
) -> Article:
    """One article out of a text that is at hand, as `sanudo code` reads them.

    With `clean` False the text is taken as it is, so that offsets in the article are offsets in `text` (a character
    that cannot be stored, half a surrogate pair or a zero, becomes U+FFFD). With `clean` True page residue is cut and
    the title put first. Text that is empty or too long is given back with a refusal, not refused.
    """
    source = taken(text)
    key = source.text.encode()
    refusal = _unreadable(source.text)
    if clean and refusal is None:
        draft = _cleaned(origin, key, text, title)
    else:
        draft = Draft(origin, key, source, title=title, raw="" if refusal else source.text)
    draft = replace(draft, url=url, given_id=given_id, refusals=(refusal,) if refusal else ())
    return article_of_draft(draft, Given(published, publisher))


def _cleaned(origin: str, key: object, text: str, title: str | None) -> Draft:
    source = taken(text)
    body = tidied(source)
    title = title or title_of(body.text)
    return Draft(origin, key, titled(body, title), title=title, raw=source.text)


def _unreadable(text: str) -> Refusal | None:
    if not text.strip():
        return Refusal(Reason.NO_TEXT, None, "nothing is left when menus, captions and comments are taken off; skipped")
    return too_long(text)


def _clues(draft: Draft, given: Given) -> Clues:
    in_feed = draft.date_basis is PublishedBasis.FEED
    return Clues(
        given=given.published,
        metadata=None if in_feed else draft.date,
        feed=draft.date if in_feed else None,
        url=draft.url,
        text=draft.text.text,
        raw=draft.raw,
    )


def _publisher(draft: Draft) -> str | None:
    """What the source states, or else the site, the paper of a credit line, the agency of the dateline."""
    stated = draft.publisher or _host(draft.url) or published_in(draft.raw)
    return stated or find_dateline(draft.text.text).agency


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _language_refusal(language: str | None) -> tuple[Refusal, ...]:
    if language in (None, "en"):
        return ()
    return (Refusal(Reason.NOT_ENGLISH, None, f"the text is not in English (language {language}); kept, not coded"),)
