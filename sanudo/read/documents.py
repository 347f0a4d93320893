"""Files that hold one article: plain text and HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import BinaryIO

from sanudo.read.article import Draft, plain_draft
from sanudo.read.decode import Decoded, decode
from sanudo.read.rows import html_draft
from sanudo.records import ReadProblem, Reason, Refusal

# A saved page with its pictures inside is a few million bytes; beyond this it is no page of news.
MAX_FILE_BYTES = 20_000_000


def read_text(stream: BinaryIO, origin: str) -> Iterator[Draft | ReadProblem]:
    """The article of a plain text file."""
    return _read(stream, origin, plain_draft)


def read_html(stream: BinaryIO, origin: str, url: str | None = None) -> Iterator[Draft | ReadProblem]:
    """The article of an HTML file, or of a page that was fetched from `url`."""
    return _read(stream, origin, lambda origin, key, text: html_draft(origin, key, text, url=url))


def _read(
    stream: BinaryIO, origin: str, draft_of: Callable[[str, bytes, str], Draft | Refusal]
) -> Iterator[Draft | ReadProblem]:
    raw = stream.read(MAX_FILE_BYTES + 1)
    decoded = _decoded(raw)
    if isinstance(decoded, Refusal):
        yield ReadProblem(origin, decoded)
        return
    draft = draft_of(origin, raw, decoded.text)
    yield ReadProblem(origin, draft) if isinstance(draft, Refusal) else replace(draft, refusals=_guessed(decoded))


def _decoded(raw: bytes) -> Decoded | Refusal:
    if len(raw) > MAX_FILE_BYTES:
        return Refusal(Reason.TOO_LONG, None, f"over {MAX_FILE_BYTES:,} bytes, too long for one article; skipped")
    return decode(raw)


def _guessed(decoded: Decoded) -> tuple[Refusal, ...]:
    note = f"no UTF-8 and no encoding declared; read as {decoded.guess}"
    return (Refusal(Reason.BAD_ENCODING, "text", note),) if decoded.guess else ()
