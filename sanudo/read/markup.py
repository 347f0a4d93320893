"""The visible characters of HTML, each with its place in the source.

The scanner passes over the source once, whatever it holds: `html.parser` looks through the rest of the page again for
every comment that is never closed, which a hostile page can make a matter of hours.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, field
from enum import IntEnum
from html import unescape
from itertools import pairwise

from sanudo.read.text import Mapped, Pieces
from sanudo.records import Segment

_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<hidden>script|style|template|svg|noembed|iframe|xmp)\b.*?(?:</(?P=hidden)\s*>|\Z)"
    r"|<[!?][^>]*+(?:>|\Z)"
    r"|</?(?P<tag>[a-zA-Z][^\s/>]*)(?:[^>=]++|=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))?+)*+(?:>|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_WORD = re.compile(r"\S+")
_ENTITY = re.compile(r"&(?:#\d{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[a-zA-Z][a-zA-Z0-9]{1,31};)")
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q rp rt ruby s samp small span"
    " strike strong sub sup time tt u var wbr".split()
)

_HEADINGS = frozenset({"h1", "h2", "h3"})


class Gap(IntEnum):
    """What stands before a character."""

    NONE = 0
    SPACE = 1
    LINE = 2
    PARAGRAPH = 3


_BREAKS = {Gap.NONE: "", Gap.SPACE: " ", Gap.LINE: "\n", Gap.PARAGRAPH: "\n\n"}


@dataclass(slots=True)
class Visible:
    """The visible characters but for white space, as one string; where each starts and ends in the source; what stands
    before it; and which of them are headings."""

    chars: str = ""
    starts: array[int] = field(default_factory=lambda: array("I"))
    ends: array[int] = field(default_factory=lambda: array("I"))
    gaps: bytearray = field(default_factory=bytearray)
    headings: list[tuple[int, int]] = field(default_factory=list)

    def text(self, ranges: list[tuple[int, int]]) -> Mapped:
        """The text of ranges of characters, in order, with the breaks of the page between and within them."""
        pieces = Pieces()
        for start, end in ranges:
            if start < end:
                self._add_range(pieces, start, end)
        return pieces.mapped()

    def _add_range(self, pieces: Pieces, start: int, end: int) -> None:
        for left, right in self._words(start, end):
            if pieces.end:
                self._add_break(pieces, left, is_first=left == start)
            pieces.add(self.chars[left:right], self._segments(left, right, pieces.end))

    def _add_break(self, pieces: Pieces, left: int, *, is_first: bool) -> None:
        written = _BREAKS[Gap(self.gaps[left])] or (" " if is_first else "")
        before, after = self.ends[left - 1], self.starts[left]
        # One space for one character of white space stays on the map, or every word would be a segment.
        is_exact = written == " " and after - before == 1 and not is_first
        pieces.add(written, (Segment(pieces.end, pieces.end + 1, before, after),) if is_exact else ())

    def _words(self, start: int, end: int) -> list[tuple[int, int]]:
        cuts = [start, *(i for i in range(start + 1, end) if self.gaps[i]), end]
        return list(pairwise(cuts))

    def _segments(self, left: int, right: int, at: int) -> tuple[Segment, ...]:
        starts, ends = self.starts, self.ends
        if ends[right - 1] - starts[left] == right - left:
            return (Segment(at, at + right - left, starts[left], ends[right - 1]),)
        return tuple(Segment(at + i - left, at + i - left + 1, starts[i], ends[i]) for i in range(left, right))


class _Scan:
    """Collects visible characters; kept apart so that `Visible` is only read."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.found = Visible()
        self.gap = Gap.NONE
        self.heading: int | None = None

    def tag(self, name: str) -> None:
        name = name.lower()
        if name not in _INLINE:
            self.gap = max(self.gap, Gap.LINE if name == "br" else Gap.PARAGRAPH)
        if name in _HEADINGS:
            self._heading()

    def _heading(self) -> None:
        """Note where a heading begins, or that the one that began ends here."""
        at = len(self.found.starts)
        if self.heading is not None and at > self.heading:
            self.found.headings.append((self.heading, at))
            self.heading = None
        else:
            self.heading = at

    def data(self, text: str, at: int) -> None:
        for word in _WORD.finditer(text):
            if word.start() > 0:
                self.gap = max(self.gap, Gap.SPACE)
            self._word(word.group(), at + word.start())
        if text and text[-1].isspace():
            self.gap = max(self.gap, Gap.SPACE)

    def _word(self, word: str, at: int) -> None:
        seen = 0
        for entity in _ENTITY.finditer(word):
            meant = unescape(entity.group())
            if meant == entity.group():  # no entity that anybody knows: it is text
                continue
            self._plain(word[seen : entity.start()], at + seen)
            self._entity(meant, at + entity.start(), at + entity.end())
            seen = entity.end()
        self._plain(word[seen:], at + seen)

    def _plain(self, chars: str, at: int) -> None:
        if chars.isprintable():
            self._put(chars, range(at, at + len(chars)), range(at + 1, at + len(chars) + 1))
            return
        for i, char in enumerate(chars):
            if char.isprintable():
                self._put(char, (at + i,), (at + i + 1,))

    def _entity(self, chars: str, start: int, end: int) -> None:
        for char in chars:
            if char.isspace():
                self.gap = max(self.gap, Gap.SPACE)
            elif char.isprintable():
                self._put(char, (start,), (end,))

    def _put(self, chars: str, starts: range | tuple[int], ends: range | tuple[int]) -> None:
        if not chars:
            return
        self.parts.append(chars)
        self.found.starts.extend(starts)
        self.found.ends.extend(ends)
        self.found.gaps.append(self.gap)
        self.found.gaps.extend(bytes(len(chars) - 1))
        self.gap = Gap.NONE


def visible(source: str) -> Visible:
    """The visible characters of an HTML page or fragment. White space, control and soft-hyphen characters have none."""
    scan = _Scan()
    seen = 0
    for token in _TOKEN.finditer(source):
        scan.data(source[seen : token.start()], seen)
        if token["tag"]:
            scan.tag(token["tag"])
        seen = token.end()
    scan.data(source[seen:], seen)
    scan.found.chars = "".join(scan.parts)
    return scan.found


def fragment_text(source: str) -> Mapped:
    """All that is visible of an HTML fragment, mapped to it."""
    found = visible(source)
    return found.text([(0, len(found.chars))])
