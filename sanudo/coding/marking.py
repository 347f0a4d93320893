"""How the parties of a sentence are shown to the encoder: each mention marked, in the sentence and in the one before it.

Used alike at training time and at run time, so that both see the same tokens.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

Span = tuple[int, int]
Spans = tuple[Span, ...]

# Longer sentences are cut around the marks; news sentences rarely pass 80 sub-words.
SENTENCE_TOKENS = 160
CONTEXT_TOKENS = 60
CLS, SEP = 101, 102


@dataclass(frozen=True, slots=True)
class Markers:
    """Sub-word ids of the opening and closing mark of each party."""

    pairs: tuple[tuple[int, int], ...]


# Unused rows of the BERT vocabulary. Parties are numbered by first mention; of a directed pair the first is the source.
NUMBERED = Markers(tuple((2 * n + 9, 2 * n + 10) for n in range(20)))
DIRECTED = Markers(((1, 2), (3, 4)))


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
    """One input of the encoder: sub-word ids, segment ids (1 for the context), and where the marks of each party open."""

    ids: tuple[int, ...]
    segments: tuple[int, ...]
    opens: tuple[tuple[int, ...], ...]


def mark(
    sentence: Encoding,
    parties: Sequence[Spans],
    context: Encoding | None = None,
    context_parties: Sequence[Spans] = (),
    markers: Markers = NUMBERED,
) -> Marked:
    """The sentence, then its context, with every mention of the parties marked; party n by the n-th markers."""
    ids, segments = [CLS], [0]
    opens: list[list[int]] = [[] for _ in parties]
    parts = [(sentence, parties, SENTENCE_TOKENS)]
    if context is not None:
        parts.append((context, context_parties, CONTEXT_TOKENS))
    for segment, (encoding, spans, room) in enumerate(parts):
        start = len(ids)
        for token, party in [*_inserted(encoding, spans, markers, room), (SEP, None)]:
            if party is not None:
                opens[party].append(len(ids))
            ids.append(token)
        segments += [segment] * (len(ids) - start)
    return Marked(tuple(ids), tuple(segments), tuple(map(tuple, opens)))


def _inserted(
    encoding: Encoding, parties: Sequence[Spans], markers: Markers, room: int
) -> list[tuple[int, int | None]]:
    """Sub-words with the marks put in, each with the number of the party whose mark it opens, else None."""
    before: dict[int, list[tuple[int, int | None]]] = {}
    after: dict[int, list[tuple[int, int | None]]] = {}
    for party, spans in enumerate(parties):
        opening, closing = markers.pairs[party]
        for start, end in spans:
            covered = [i for i, (a, b) in enumerate(encoding.offsets) if a < end and start < b]
            if covered:
                before.setdefault(covered[0], []).append((opening, party))
                after.setdefault(covered[-1], []).insert(0, (closing, None))
    low, high = _window(len(encoding.ids), sorted([*before, *after]), room)
    out: list[tuple[int, int | None]] = []
    for at in range(low, high):
        out += [*before.get(at, ()), (encoding.ids[at], None), *after.get(at, ())]
    return out


def _window(length: int, marked: Sequence[int], room: int) -> tuple[int, int]:
    """The stretch of at most `room` sub-words that holds the marks, or the first of them."""
    if length <= room:
        return 0, length
    low, high = (marked[0], marked[-1]) if marked else (0, 0)
    spare = max(room - (high - low + 1), 0)
    low = max(0, min(low - spare // 2, length - room))
    return low, min(low + room, length)
