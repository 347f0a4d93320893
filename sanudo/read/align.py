"""Where extracted text stands among the visible characters of its page.

Extractors give words back without offsets, with other white space, and now and then without a part of a line. Lines are
sought in order, the long ones first: they are unmistakable, and between them the short ones have few places to be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

# Shorter lines ("World", "Read more") stand in menus as well as in the article.
ANCHOR_CHARS = 40
# A stray word of a line that was cut up is looked for only this far ahead.
NEAR_CHARS = 400
_PIECE_WORDS = 4
# A dash that was dropped; a footnote's mark is longer.
BRIDGED_CHARS = 2

Range = tuple[int, int]


def align(lines: Sequence[str], chars: str) -> list[Range]:
    """The ranges of `chars` (visible characters, no white space) that hold the lines, in order; what is not found is left out."""
    places: list[list[Range]] = [[] for _ in lines]
    at = 0
    for i, line in enumerate(lines):
        if len(line) >= ANCHOR_CHARS and (found := _exact(line, chars, at, len(chars))):
            places[i] = [found]
            at = found[1]
    _fill(lines, chars, places)
    return [found for place in places for found in place]


def _fill(lines: Sequence[str], chars: str, places: list[list[Range]]) -> None:
    limits = _limits(places, len(chars))
    at = 0
    for i, line in enumerate(lines):
        if not places[i]:
            places[i] = _bridged(_pieces(line.split(), chars, at, limits[i])) if line.strip() else []
        if places[i]:
            at = places[i][-1][1]


def _limits(places: Sequence[list[Range]], end: int) -> list[int]:
    limits: list[int] = []
    for place in reversed(places):
        limits.append(end)
        end = place[0][0] if place else end
    return limits[::-1]


def _pieces(words: Sequence[str], chars: str, at: int, limit: int) -> Iterator[Range | str]:
    """The places of a line in as few pieces as can be found, and the words between them that cannot."""
    near = limit if len(words) >= _PIECE_WORDS else min(limit, at + NEAR_CHARS)
    if found := _exact(" ".join(words), chars, at, near):
        yield found
    elif len(words) == 1:
        yield words[0]
    else:
        for half in (words[: len(words) // 2], words[len(words) // 2 :]):
            for piece in _pieces(half, chars, at, limit):
                at = piece[1] if isinstance(piece, tuple) else at
                yield piece


def _bridged(pieces: Iterable[Range | str]) -> list[Range]:
    """The places of a line, and between two of them what the page has in place of the words that were not found.

    Extractors write some characters otherwise than the page: a dash, an accent, an apostrophe from an old encoding.
    """
    found: list[Range] = []
    missing = 0
    for piece in pieces:
        if isinstance(piece, str):
            missing += len(piece)
        elif found and piece[0] - found[-1][1] <= 2 * missing + BRIDGED_CHARS:
            found[-1], missing = (found[-1][0], piece[1]), 0
        else:
            found.append(piece)
            missing = 0
    return found


def _exact(line: str, chars: str, at: int, limit: int) -> Range | None:
    wanted = "".join(line.split())
    start = chars.find(wanted, at, limit) if wanted else -1
    return (start, start + len(wanted)) if start >= 0 else None
