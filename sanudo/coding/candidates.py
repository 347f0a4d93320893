"""Which sentences may tell of an event, and between which parties."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from sanudo.coding.marking import Span, Spans
from sanudo.records import EntityMention, Parse, Sentence

# A sentence that names more is a list (of members, of voters), and nobody's act.
MOST_PARTIES = 8


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence with its parties, in order of first mention, and the pairs of them (by index) that may interact.

    `spans` and `context_spans` give each party's mentions, counted from the start of the sentence and of the one before.
    """

    sentence: Sentence
    before: Sentence | None
    parties: tuple[str, ...]
    spans: tuple[Spans, ...]
    context_spans: tuple[Spans, ...]
    pairs: tuple[tuple[int, int], ...]


def party_key(mention: EntityMention, state: str) -> str:
    """What makes two mentions the same party: the state; the name too for groups and bodies without a code."""
    return f"{state}:{mention.name}" if state in ("NSA", "IGO") else state


def spans_by_party(mentions: Sequence[EntityMention], sentence: Sentence) -> dict[str, list[Span]]:
    """Spans of each party's mentions in a sentence, counted from its start. Mentions are in order of offset."""
    spans: dict[str, list[Span]] = {}
    for at in range(bisect_left(mentions, sentence.start, key=lambda m: m.start), len(mentions)):
        mention = mentions[at]
        if mention.start >= sentence.end:
            break
        if mention.end <= sentence.end:
            for state in mention.states:
                span = (mention.start - sentence.start, mention.end - sentence.start)
                spans.setdefault(party_key(mention, state), []).append(span)
    return spans


def candidate_of(
    sentence: Sentence, before: Sentence | None, here: Mapping[str, list[Span]], there: Mapping[str, list[Span]]
) -> Candidate | None:
    """The pairs of a sentence's parties; where it names one alone, that one and each of the sentence before."""
    named = sorted(here, key=lambda key: (min(here[key]), key))[:MOST_PARTIES]
    if len(named) > 1:
        parties, pairs = named, tuple(combinations(range(len(named)), 2))
    else:
        implied = sorted(set(there) - set(named), key=lambda key: (min(there[key]), key))[: MOST_PARTIES - 1]
        parties, pairs = named + implied, tuple((0, n + 1) for n in range(len(implied)))
    if not named or not pairs:
        return None
    spans = tuple(tuple(here.get(key, ())) for key in parties)
    context_spans = tuple(tuple(there.get(key, ())) for key in parties)
    return Candidate(sentence, before, tuple(parties), spans, context_spans, pairs)


def candidates(parse: Parse) -> Iterator[Candidate]:
    """Every sentence of an article that may tell of an event, in order."""
    before: Sentence | None = None
    there: dict[str, list[Span]] = {}
    for sentence in parse.sentences:
        here = spans_by_party(parse.entity_mentions, sentence)
        candidate = candidate_of(sentence, before, here, there)
        if candidate is not None:
            yield candidate
        before, there = sentence, here
