"""Parties that a sentence names together: what it tells of one of them, it tells of all.

The encoder reads every pair by itself. In "both accused Fiji" and "the German and French embassies warned Chad" it may be surer of one party than
of the other, though nothing sets them apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields

from sanudo.coding.marking import Span, Spans
from sanudo.coding.model import PairAt, PairScores, Probabilities

# What stands between two members of a list.
BETWEEN = re.compile(r"(,? ?(and|&|or|as well as|along with|together with|plus)|,) ?(the |both )?")
TURNED = {"forward": "backward", "backward": "forward"}


def named_together(words: str, spans: Sequence[Spans]) -> Iterator[tuple[int, ...]]:
    """Groups of two and more parties: those that share their mentions ("both sides"), and those that follow one another in a list.

    `spans[p]` are the mentions of party p in `words`. A party that is named elsewhere in the sentence, too, is no member of a list.
    """
    sharing: dict[Spans, list[int]] = {}
    for party, places in enumerate(spans):
        if places:
            sharing.setdefault(places, []).append(party)
    yield from (tuple(group) for group in sharing.values() if len(group) > 1)
    once = sorted((places[0], party) for party, places in enumerate(spans) if len(places) == 1)
    row: list[tuple[Span, int]] = []
    for place, party in once:
        if row and not _follows(words, row[-1][0], place):
            yield from _group(row)
            row = []
        row.append((place, party))
    yield from _group(row)


def _follows(words: str, before: Span, after: Span) -> bool:
    return before[1] <= after[0] and BETWEEN.fullmatch(words, before[1], after[0]) is not None


def _group(row: Sequence[tuple[Span, int]]) -> Iterator[tuple[int, ...]]:
    if len(row) > 1:
        yield tuple(party for _, party in row)


def pooled(scores: dict[PairAt, PairScores], sentence: int, group: Sequence[int]) -> None:
    """Give the pairs of a sentence that a group of parties has with any one other, and those within the group, the mean of what was read of them."""
    here = [pair for pair in scores if pair[0] == sentence]
    within = [pair for pair in here if pair[1] in group and pair[2] in group]
    _share(scores, dict.fromkeys(within, False))
    for other in {party for pair in here for party in pair[1:]}.difference(group):
        _share(
            scores, {(s, a, b): b == other for s, a, b in here if {a, b} - {other} <= set(group) and other in (a, b)}
        )


def _share(scores: dict[PairAt, PairScores], turned: dict[PairAt, bool]) -> None:
    """Give pairs their mean; `turned` are those that are read from their second party."""
    if len(turned) < 2:
        return
    mean = _mean([_turned(scores[pair]) if is_turned else scores[pair] for pair, is_turned in turned.items()])
    scores |= {pair: _turned(mean) if is_turned else mean for pair, is_turned in turned.items()}


def _mean(every: Sequence[PairScores]) -> PairScores:
    def over(tables: Sequence[Probabilities]) -> Probabilities:
        return {label: sum(table[label] for table in tables) / len(tables) for label in tables[0]}

    return PairScores(*(over([getattr(one, field.name) for one in every]) for field in fields(PairScores)))


def _turned(scores: PairScores) -> PairScores:
    """The same, read from the other party."""
    direction = {TURNED.get(way, way): share for way, share in scores.direction.items()}
    return PairScores(scores.types, direction, scores.status, scores.kind, scores.mode, scores.contexts)
