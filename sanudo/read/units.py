"""Plain text as a sequence of units: lines, and paragraphs that were wrapped over several lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# A file wrapped by an editor or a mail program has full lines of at least this length; menus and headlines are shorter.
WRAPPED_WIDTH = 40
# A line that had room for the next word, by this share of the longest line, was ended on purpose.
FULL_SHARE = 0.75
# So many blanks more than before begin a paragraph in a file that has no blank lines between them.
INDENT = 2
# Shorter things that end like sentences are buttons and labels ("Log in.", "Read more...").
PROSE_CHARS = 40
# A paragraph this long is prose even if its last stop was lost.
PROSE_WORDS = 25

_LINE = re.compile(r"[^\r\n]+")
_BLANK = re.compile(r"(?>\r\n|\r|\n)[^\S\r\n]*+(?>\r\n|\r|\n)")
_STOP = re.compile(r"""[.!?…。।؟]['"’”»)\]*]*$|,['"’”»]$|[.!?…]['"’”»]*\s*[([—–-]\s?[^.]{2,40}$""")


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of text, without white space at its ends. `after_blank`: a blank line or an indent stands before it."""

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
    width = max((len(line.text) for group in groups if _is_wrapped(group) for line in group), default=0)
    if not width:
        return tuple(line for group in groups for line in group)
    return tuple(unit for group in groups for unit in _unwrapped(group, FULL_SHARE * width))


def _lines(text: str) -> Iterator[Unit]:
    seen = indent = 0
    for match in _LINE.finditer(text):
        line = match.group()
        words = line.strip()
        if not words:
            continue
        before, indent = indent, len(line) - len(line.lstrip())
        start = match.start() + indent
        is_first = indent >= before + INDENT or bool(_BLANK.search(text, seen, start))
        yield Unit(start, start + len(words), words, is_first)
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
    is_full = all(len(line.text) >= WRAPPED_WIDTH for line in group[:-1])
    small = sum(line.text[0].islower() for line in group[1:])
    return len(group) > 2 and is_full and small * 2 >= len(group) - 1


def _unwrapped(group: Sequence[Unit], full: float) -> Iterator[Unit]:
    """A group's lines, each joined to the one before where that had no room for its first word."""
    run = [group[0]]
    for line in group[1:]:
        before = len(run[-1].text)
        word = line.text.split(maxsplit=1)[0]
        if before < WRAPPED_WIDTH or before + 1 + len(word) <= full:
            yield _joined(run)
            run = []
        run.append(line)
    yield _joined(run)


def _joined(run: Sequence[Unit]) -> Unit:
    return Unit(run[0].start, run[-1].end, " ".join(line.text for line in run), run[0].after_blank)
