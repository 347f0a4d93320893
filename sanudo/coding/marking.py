"""How a pair of parties is shown to the encoder: their mentions marked in the sentence and in the one before it.

Used alike at training time and at run time, so that both see the same tokens.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

Span = tuple[int, int]

# Longer sentences are cut around the marks; news sentences rarely pass 80 sub-words. Twice the longest seen in training.
SENTENCE_TOKENS = 160
CONTEXT_TOKENS = 60


@dataclass(frozen=True, slots=True)
class Markers:
    """Sub-word ids of the opening and closing mark of the first and of the second party."""

    first: tuple[int, int]
    second: tuple[int, int]


# Unused rows of the BERT vocabulary. In a neutral pair the first party is the one mentioned first; in a directed pair
# the first is the source and the second the target.
NEUTRAL = Markers((1, 2), (3, 4))
DIRECTED = Markers((5, 6), (7, 8))
CLS, SEP = 101, 102


class Encoding(Protocol):
    """What a tokenizer gives: sub-word ids and the characters they stand for."""

    @property
    def ids(self) -> list[int]:
        """Sub-word ids."""

    @property
    def offsets(self) -> list[Span]:
        """(start, end) in characters of each sub-word."""


@dataclass(frozen=True, slots=True)
class Marked:
    """One input of the encoder: sub-word ids, segment ids (1 for the context), and where each party's marks open."""

    ids: tuple[int, ...]
    segments: tuple[int, ...]
    first: tuple[int, ...]
    second: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Marks:
    """The spans of the two parties in one stretch of text."""

    first: tuple[Span, ...] = ()
    second: tuple[Span, ...] = ()


def mark(sentence: Encoding, marks: Marks, context: Encoding | None, context_marks: Marks, markers: Markers) -> Marked:
    """The sentence, then its context, with every mention of the two parties marked."""
    ids = [CLS]
    first: list[int] = []
    second: list[int] = []
    segments = [0]
    parts = [(sentence, marks, SENTENCE_TOKENS, 0)]
    if context is not None:
        parts.append((context, context_marks, CONTEXT_TOKENS, 1))
    for encoding, spans, room, segment in parts:
        part, opens = _insert(encoding, spans, markers, room)
        for which, places in ((first, opens[0]), (second, opens[1])):
            which.extend(len(ids) + place for place in places)
        ids += [*part, SEP]
        segments += [segment] * (len(part) + 1)
    return Marked(tuple(ids), tuple(segments), tuple(first), tuple(second))


def _insert(
    encoding: Encoding, spans: Marks, markers: Markers, room: int
) -> tuple[list[int], tuple[list[int], list[int]]]:
    """Sub-words with marks put in; places where the marks of the first and of the second party open."""
    before: dict[int, list[int]] = {}
    after: dict[int, list[int]] = {}
    for party, places in ((markers.first, spans.first), (markers.second, spans.second)):
        for start, end in places:
            covered = [i for i, (a, b) in enumerate(encoding.offsets) if a < end and start < b]
            if covered:
                before.setdefault(covered[0], []).append(party[0])
                after.setdefault(covered[-1], []).insert(0, party[1])
    low, high = _window(len(encoding.ids), sorted([*before, *after]), room)
    ids: list[int] = []
    opens: tuple[list[int], list[int]] = ([], [])
    for at in range(low, high):
        for token in before.get(at, ()):
            opens[0 if token == markers.first[0] else 1].append(len(ids))
            ids.append(token)
        ids.append(encoding.ids[at])
        ids.extend(after.get(at, ()))
    return ids, opens


def _window(length: int, marked: Sequence[int], room: int) -> tuple[int, int]:
    """The stretch of at most `room` sub-words that holds the marks, or the first of them."""
    if length <= room:
        return 0, length
    low, high = (marked[0], marked[-1]) if marked else (0, 0)
    spare = max(room - (high - low + 1), 0)
    low = max(0, min(low - spare // 2, length - room))
    return low, min(low + room, length)
