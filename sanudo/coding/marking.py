"""How a window of an article is shown to the encoder: each sentence opened by a mark, each mention of a party between two.

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
# The encoder has no more places.
MOST_TOKENS = 512
CLS, SEP = 101, 102
# Sentences are never cut shorter than this.
LEAST_TOKENS = 8
# Opens a sentence. Like the marks of parties a row of the BERT vocabulary that is unused.
SENTENCE = 50


@dataclass(frozen=True, slots=True)
class Markers:
    """Sub-word ids of the opening and closing mark of each party."""

    pairs: tuple[tuple[int, int], ...]


# Parties are numbered by first mention; of a directed pair the first is the source.
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
    """One input of the encoder.

    `ids`, `segments` (1 for context) and `origins` (the characters of its sentence that a token stands for, (0, 0) for marks) by
    token; `bounds` the stretch of tokens of each sentence, its mark first; `opens[s][p]` where the marks of party p open there.
    """

    ids: tuple[int, ...]
    segments: tuple[int, ...]
    bounds: tuple[Span, ...]
    opens: tuple[tuple[tuple[int, ...], ...], ...]
    origins: tuple[Span, ...]

    def places(self, sentence: int, party: int) -> tuple[int, ...]:
        """Where a party's marks open: in the sentence, else in the last one before it that names the party."""
        for at in range(sentence, -1, -1):
            if self.opens[at][party]:
                return self.opens[at][party]
        return ()

    def tokens(self, sentence: int, start: int, end: int) -> list[int]:
        """The tokens of a stretch of characters of a sentence."""
        return [at for at in range(*self.bounds[sentence]) if self.origins[at][0] < end and start < self.origins[at][1]]

    def shows(self, sentence: int, *parties: int) -> bool:
        """Whether the sentence, and a mark of each of the parties, was not lost in cutting."""
        start, end = self.bounds[sentence]
        return start < end and all(self.places(sentence, party) for party in parties)


def mark(
    sentences: Sequence[Encoding],
    spans: Sequence[Sequence[Spans]],
    fresh: int = 0,
    markers: Markers = NUMBERED,
) -> Marked:
    """The sentences of a window with every mention marked; `spans[s][p]` are those of party p in sentence s.

    Sentences are cut as far as it takes for all of them to fit.
    """
    marked = _marked(sentences, spans, fresh, markers, SENTENCE_TOKENS)
    room = SENTENCE_TOKENS
    while len(marked.ids) > MOST_TOKENS and room > LEAST_TOKENS:
        room -= LEAST_TOKENS
        marked = _marked(sentences, spans, fresh, markers, room)
    return marked if len(marked.ids) <= MOST_TOKENS else _cut(marked)


def _marked(
    sentences: Sequence[Encoding], spans: Sequence[Sequence[Spans]], fresh: int, markers: Markers, room: int
) -> Marked:
    ids, segments, origins = [CLS], [int(fresh > 0)], [(0, 0)]
    bounds: list[Span] = []
    opens: list[tuple[tuple[int, ...], ...]] = []
    for at, (encoding, parties) in enumerate(zip(sentences, spans, strict=True)):
        start = len(ids)
        here: list[list[int]] = [[] for _ in parties]
        for token, party, origin in [(SENTENCE, None, (0, 0)), *_inserted(encoding, parties, markers, room)]:
            if party is not None:
                here[party].append(len(ids))
            ids.append(token)
            origins.append(origin)
        segments += [int(at < fresh)] * (len(ids) - start)
        bounds.append((start, len(ids)))
        opens.append(tuple(map(tuple, here)))
    return Marked((*ids, SEP), (*segments, 0), tuple(bounds), tuple(opens), (*origins, (0, 0)))


def _cut(marked: Marked) -> Marked:
    """Without what the encoder has no places for."""
    last = MOST_TOKENS - 1
    return Marked(
        (*marked.ids[:last], SEP),
        (*marked.segments[:last], 0),
        tuple((min(start, last), min(end, last)) for start, end in marked.bounds),
        tuple(tuple(tuple(at for at in places if at < last) for places in here) for here in marked.opens),
        (*marked.origins[:last], (0, 0)),
    )


def _inserted(
    encoding: Encoding, parties: Sequence[Spans], markers: Markers, room: int
) -> list[tuple[int, int | None, Span]]:
    """Sub-words with the marks put in, each with the number of the party whose mark it opens, else None."""
    ids, offsets = encoding.ids, encoding.offsets  # made anew each time they are asked for
    before: dict[int, list[tuple[int, int | None, Span]]] = {}
    after: dict[int, list[tuple[int, int | None, Span]]] = {}
    for party, spans in enumerate(parties):
        opening, closing = markers.pairs[party]
        for start, end in spans:
            covered = [i for i, (a, b) in enumerate(offsets) if a < end and start < b]
            if covered:
                before.setdefault(covered[0], []).append((opening, party, (0, 0)))
                after.setdefault(covered[-1], []).insert(0, (closing, None, (0, 0)))
    low, high = _stretch(len(ids), sorted([*before, *after]), room)
    out: list[tuple[int, int | None, Span]] = []
    for at in range(low, high):
        out += [*before.get(at, ()), (ids[at], None, offsets[at]), *after.get(at, ())]
    return out


def _stretch(length: int, marked: Sequence[int], room: int) -> tuple[int, int]:
    """The stretch of at most `room` sub-words that holds the marks, or the first of them."""
    if length <= room:
        return 0, length
    low, high = (marked[0], marked[-1]) if marked else (0, 0)
    spare = max(room - (high - low + 1), 0)
    low = max(0, min(low - spare // 2, length - room))
    return low, min(low + room, length)
