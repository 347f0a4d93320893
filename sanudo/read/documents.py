"""Files that hold one article: plain text and HTML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from sanudo.read.article import MAX_ARTICLE_CHARS, Draft, plain_draft, too_long
from sanudo.read.decode import Decoded, decode
from sanudo.read.rows import html_draft
from sanudo.records import ReadProblem, Reason, Refusal

# A saved page with its pictures inside is a few million bytes; beyond this it is no page of news.
MAX_FILE_BYTES = 20_000_000


def read_text(stream: BinaryIO, origin: str) -> Iterator[Draft | ReadProblem]:
    """The article of a plain text file."""
    raw = stream.read(MAX_FILE_BYTES + 1)
    decoded = _decoded(raw)
    if isinstance(decoded, Refusal):
        yield ReadProblem(origin, decoded)
    elif len(decoded.text) > MAX_ARTICLE_CHARS:
        yield ReadProblem(origin, too_long(decoded.text))
    else:
        yield replace(plain_draft(origin, raw, decoded.text), refusals=_guessed(decoded))


def read_html(stream: BinaryIO, origin: str, url: str | None = None) -> Iterator[Draft | ReadProblem]:
    """The article of an HTML file, or of a page that was fetched from `url`."""
    raw = stream.read(MAX_FILE_BYTES + 1)
    decoded = _decoded(raw)
    if isinstance(decoded, Refusal):
        yield ReadProblem(origin, decoded)
        return
    draft = html_draft(decoded.text, origin, raw, None, url)
    if isinstance(draft, Refusal):
        yield ReadProblem(origin, draft)
    else:
        yield replace(draft, media_type="text/html", refusals=_guessed(decoded))


def _decoded(raw: bytes) -> Decoded | Refusal:
    if len(raw) > MAX_FILE_BYTES:
        return Refusal(Reason.TOO_LONG, None, f"over {MAX_FILE_BYTES:,} bytes, too long for one article; skipped")
    return decode(raw)


def _guessed(decoded: Decoded) -> tuple[Refusal, ...]:
    note = f"no UTF-8 and no encoding declared; read as {decoded.guess}"
    return (Refusal(Reason.BAD_ENCODING, "text", note),) if decoded.guess else ()
