"""Text on its way to an article, and the cleaning of it. Every step keeps the map to the source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sanudo.read.offsets import identity, merged, take
from sanudo.read.residue import article_units
from sanudo.read.units import Unit, units
from sanudo.records import Reason, Refusal, Segment

# The longest report known to the field's corpora is a tenth of this; more is a book or a whole site in one file.
MAX_ARTICLE_CHARS = 1_000_000
# A headline is one line without a final stop; this holds the longest of two-deck wire headlines.
TITLE_CHARS = 140
# A title may stand below a section name or a date.
_TITLE_UNITS = 3
# Fewer words are the name of a section or a site.
HEADLINE_WORDS = 4
_LINE = re.compile(r"[^\r\n]+")
# Half a surrogate pair cannot be stored, a zero ends strings in many programs. One character for one: offsets hold.
_UNSTORABLE = re.compile("[\ud800-\udfff\0]")


@dataclass(frozen=True, slots=True)
class Mapped:
    """A text and the segments that map it to its source."""

    text: str
    segments: tuple[Segment, ...]


class Pieces:
    """Puts a text together from stretches with a place in the source, and breaks without one."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._segments: list[Segment] = []
        self._length = 0

    def add(self, text: str, segments: Iterator[Segment] | tuple[Segment, ...] = ()) -> None:
        """Append a stretch; its segments are already at their offsets in the new text (see `end`)."""
        self._parts.append(text)
        self._segments.extend(segments)
        self._length += len(text)

    def add_from(self, source: Mapped, start: int, end: int) -> None:
        """Append `[start, end)` of another text, with its map."""
        self.add(source.text[start:end], take(source.segments, start, end, self._length))

    @property
    def end(self) -> int:
        """The length so far."""
        return self._length

    def mapped(self) -> Mapped:
        """The text put together."""
        return Mapped("".join(self._parts), merged(self._segments))


def taken(text: str) -> Mapped:
    """A text as it is, but for characters that cannot be stored."""
    storable = _UNSTORABLE.sub("\ufffd", text)
    return Mapped(storable, identity(storable))


def tidied(source: Mapped) -> Mapped:
    """A text without page residue: paragraphs apart by a blank line, wrapped lines joined by a space."""
    pieces = Pieces()
    for unit in article_units(source.text):
        if pieces.end:
            pieces.add("\n\n" if unit.after_blank else "\n")
        _add_unit(pieces, source, unit)
    return pieces.mapped()


def titled(text: Mapped, title: str | None, place: Mapped | None = None) -> Mapped:
    """A text that begins with its title: put before it, or freed of what stands over it.

    `place` maps the title to the source, if it is known where it stands there.
    """
    if not title:
        return text
    pieces = Pieces()
    at = _title_at(text.text, title)
    if at is None:
        head = place or Mapped(title, ())
        pieces.add_from(head, 0, len(head.text))
        pieces.add("\n\n" if text.text else "")
    pieces.add_from(text, at or 0, len(text.text))
    return pieces.mapped()


def title_of(text: str) -> str | None:
    """The first line of a text if it is a headline: short, no statement with a final stop, and followed by prose."""
    first, *rest = units(text)[:_TITLE_UNITS] or (None,)
    if first is None or (first.stops and not first.text.endswith("?")) or len(first.text) > TITLE_CHARS:
        return None
    return " ".join(first.text.split()) if any(unit.is_prose for unit in rest) else None


def has_prose(text: str) -> bool:
    """Whether any part of a text reads like a paragraph."""
    return any(unit.is_prose for unit in units(text))


def too_long(text: str) -> Refusal | None:
    """Why a text is not read, if it is longer than an article may be."""
    if len(text) <= MAX_ARTICLE_CHARS:
        return None
    note = f"{len(text):,} characters in one article, of at most {MAX_ARTICLE_CHARS:,}; skipped"
    return Refusal(Reason.TOO_LONG, None, note)


def _title_at(text: str, title: str) -> int | None:
    """Where a text's own title begins: on one of its first lines, with no prose before it."""
    for unit in units(text[: 20 * TITLE_CHARS])[:_TITLE_UNITS]:
        if same_headline(unit.text, title):
            return unit.start
        if unit.is_prose:
            break
    return None


def _add_unit(pieces: Pieces, source: Mapped, unit: Unit) -> None:
    for number, match in enumerate(_LINE.finditer(source.text, unit.start, unit.end)):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        if number:
            pieces.add(" ")
        pieces.add_from(source, start, start + len(line.strip()))


def same_headline(left: str, right: str) -> bool:
    """Whether two lines are one headline; a page's title often has the site's name behind it."""
    a, b = sorted((left.casefold().split(), right.casefold().split()), key=len)
    return a == b or (len(a) >= HEADLINE_WORDS and b[: len(a)] == a)
