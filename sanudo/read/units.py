"""Plain text as a sequence of units: lines, and paragraphs that were wrapped over several lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# A file wrapped by an editor or a mail program has full lines of at least this length; menus and headlines are shorter.
WRAPPED_WIDTH = 40
# Shorter things that end like sentences are buttons and labels ("Log in.", "Read more...").
PROSE_CHARS = 40
# A paragraph this long is prose even if its last stop was lost.
PROSE_WORDS = 25

_LINE = re.compile(r"[^\r\n]+")
_BLANK = re.compile(r"(?>\r\n|\r|\n)[^\S\r\n]*+(?>\r\n|\r|\n)")
_STOP = re.compile(r"""[.!?…。।؟]['"’”»)\]*]*$|,['"’”»]$|[.!?…]['"’”»]*\s*[([—–-]\s?[^.]{2,40}$""")


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of text, without white space at its ends. `after_blank`: a blank line stands before it."""

    start: int
    end: int
    text: str
    after_blank: bool = False

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    @property
    def stops(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_STOP.search(self.text))

    @property
    def is_prose(self) -> bool:
        """Whether it reads like a paragraph of an article."""
        return (self.stops and len(self.text) >= PROSE_CHARS) or self.words >= PROSE_WORDS


def units(text: str) -> tuple[Unit, ...]:
    """The units of a text, in order."""
    groups = list(_groups(text))
    if not any(_is_wrapped(group) for group in groups):
        return tuple(line for group in groups for line in group)
    return tuple(unit for group in groups for unit in _unwrapped(text, group))


def _lines(text: str) -> Iterator[Unit]:
    seen = 0
    for match in _LINE.finditer(text):
        line = match.group()
        words = line.strip()
        if not words:
            continue
        start = match.start() + len(line) - len(line.lstrip())
        yield Unit(start, start + len(words), words, bool(_BLANK.search(text, seen, start)))
        seen = start + len(words)


def _groups(text: str) -> Iterator[list[Unit]]:
    group: list[Unit] = []
    for line in _lines(text):
        if line.after_blank and group:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _is_wrapped(group: Sequence[Unit]) -> bool:
    return (
        len(group) > 2 and _is_full(group) and sum(line.text[0].islower() for line in group[1:]) * 2 >= len(group) - 1
    )


def _is_full(group: Sequence[Unit]) -> bool:
    return all(len(line.text) >= WRAPPED_WIDTH for line in group[:-1])


def _unwrapped(text: str, group: list[Unit]) -> Iterator[Unit]:
    if len(group) == 1 or not _is_full(group):
        yield from group
        return
    first, last = group[0], group[-1]
    joined = " ".join(line.text for line in group)
    yield Unit(first.start, last.end, joined, first.after_blank)
