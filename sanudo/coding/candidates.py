"""Which pairs of parties a sentence may tell an event of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sanudo.coding.marking import Marks, Span
from sanudo.records import EntityMention, Parse, Sentence

# A sentence that names very many parties is a list (of members, of voters); all its pairs would cost a pass each.
MOST_PARTIES = 7


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two parties of one sentence. `first` is mentioned first; `second` may stand in the sentence before only."""

    sentence: Sentence
    before: Sentence | None
    first: str
    second: str
    marks: Marks
    context_marks: Marks


def party_key(mention: EntityMention, state: str) -> str:
    """What makes two mentions the same party: the state; the name too for groups and bodies without a code."""
    return f"{state}:{mention.name}" if state in ("NSA", "IGO") else state


def spans_by_party(mentions: Iterable[EntityMention], sentence: Sentence) -> dict[str, list[Span]]:
    """Spans of each party's mentions in a sentence, counted from its start, in order of first mention."""
    spans: dict[str, list[Span]] = {}
    for mention in mentions:
        if sentence.start <= mention.start and mention.end <= sentence.end:
            for state in mention.states:
                span = (mention.start - sentence.start, mention.end - sentence.start)
                spans.setdefault(party_key(mention, state), []).append(span)
    return spans


def pairs_of(here: dict[str, list[Span]], there: dict[str, list[Span]]) -> Iterator[tuple[str, str]]:
    """Pairs of parties: all of the sentence's; with one party alone, also it and each of the sentence before."""
    keys = sorted(here, key=lambda key: (min(here[key]), key))[:MOST_PARTIES]
    for i, first in enumerate(keys):
        for second in keys[i + 1 :]:
            yield first, second
    if len(keys) == 1:
        for second in sorted(set(there) - set(keys)):
            yield keys[0], second


def candidates(parse: Parse) -> Iterator[Candidate]:
    """Every candidate pair of an article, sentence by sentence."""
    before: Sentence | None = None
    there: dict[str, list[Span]] = {}
    for sentence in parse.sentences:
        here = spans_by_party(_within(parse, sentence), sentence)
        for first, second in pairs_of(here, there):
            marks = Marks(tuple(here[first]), tuple(here.get(second, ())))
            context_marks = Marks(tuple(there.get(first, ())), tuple(there.get(second, ())))
            yield Candidate(sentence, before, first, second, marks, context_marks)
        before, there = sentence, here


def _within(parse: Parse, sentence: Sentence) -> list[EntityMention]:
    return [m for m in parse.entity_mentions if sentence.start <= m.start and m.end <= sentence.end]
