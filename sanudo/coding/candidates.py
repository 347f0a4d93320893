"""Which sentences may tell of an event, between which parties, and which stretch of the article shows it.

A sentence often leaves a party out that the ones before it named ("They signed ...", "The ministry replied to Chile"): of 100 events
between states in the annotated articles 76 have a sentence that names all their parties, 91 one whose parties are named there, in
the few sentences before it or in the lead (`bench/annotations.py`). So an article is read
by windows: a few sentences in one pass, and before them, as context, the lead and what goes before.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from sanudo.coding.marking import NUMBERED, SENTENCE_TOKENS, Span, Spans
from sanudo.records import EntityMention, Parse, Sentence

# A sentence that names more is a list (of members, of voters), of which the rest is left out.
MOST_NAMED = 8
# Parties of the context that a sentence may mean without naming them; the latest named come first.
MOST_IMPLIED = 5
# Sentences after the last that names a party in which parties may still be meant.
REACH = 2
# Sub-words of the sentences that are read in one window, and of the context before them.
WINDOW_TOKENS = 220
CONTEXT_TOKENS = 40
LEAD_TOKENS = 30

Length = Callable[[Sentence], int]


@dataclass(frozen=True, slots=True)
class Window:
    """Sentences that are read in one pass. Those before index `fresh` are context: the article's lead and what goes before.

    `spans[s][p]` are the mentions of party p in sentence s, counted from its start; `pairs[s]` the pairs of parties (by index) that
    may interact there, those that it names before those that it may imply; none for context. Parties are in order of first mention.
    """

    sentences: tuple[Sentence, ...]
    fresh: int
    parties: tuple[str, ...]
    spans: tuple[tuple[Spans, ...], ...]
    pairs: tuple[tuple[tuple[int, int], ...], ...]


def party_key(mention: EntityMention, state: str) -> str:
    """What makes two mentions the same party: the state; the name too for groups and bodies without a code."""
    return f"{state}:{mention.name}" if state in ("NSA", "IGO") else state


def is_group(key: str) -> bool:
    """Whether a party is an armed group or the like. What groups do to one another is no relation of a state, and one that a
    sentence does not name is seldom meant.
    """
    return key.startswith("NSA:")


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


def windows(parse: Parse, length: Length, room: int = WINDOW_TOKENS) -> Iterator[Window]:
    """Every stretch of an article that may tell of an event, in order; no sentence is read twice.

    `length` counts the sub-words of a sentence, `room` is how many of them a window takes besides its context.
    """
    sentences = parse.sentences
    named = [spans_by_party(parse.entity_mentions, sentence) for sentence in sentences]

    def size(at: int) -> int:
        return min(length(sentences[at]), SENTENCE_TOKENS)

    at, last = 0, -REACH - 1  # the sentence to read next; the last one that names a party
    while at < len(sentences):
        last = at if named[at] else last
        if at - last > REACH:
            at += 1
            continue
        end, used = at, 0
        while end < len(sentences) and (end == at or used + size(end) <= room):
            last = end if named[end] else last
            if end - last > REACH:
                break
            used += size(end)
            end += 1
        window = _window(sentences, named, [*_context(at, size), *range(at, end)], end - at)
        if window is not None:
            yield window
        at = end


def _context(at: int, size: Callable[[int], int]) -> list[int]:
    """The sentences shown before sentence `at`: as many of the nearest as there is room for, and the first one."""
    before: list[int] = []
    used = 0
    for near in range(at - 1, max(at - 4, -1), -1):
        used += size(near)
        if before and used > CONTEXT_TOKENS:
            break
        before.insert(0, near)
    lead = [0] if at and 0 not in before and size(0) <= LEAD_TOKENS else []
    return lead + before


def _window(
    sentences: Sequence[Sentence], named: Sequence[dict[str, list[Span]]], shown: list[int], fresh: int
) -> Window | None:
    """The window over the sentences `shown`, of which the last `fresh` are read; None where no pair may interact."""
    parties = list(dict.fromkeys(key for at in shown for key in _ordered(named[at])))[: len(NUMBERED.pairs)]
    index = {key: n for n, key in enumerate(parties)}
    spans = tuple(tuple(tuple(named[at].get(key, ())) for key in parties) for at in shown)
    first = len(shown) - fresh
    pairs: list[tuple[tuple[int, int], ...]] = [()] * first
    for place in range(first, len(shown)):
        here = [index[key] for key in _ordered(named[shown[place]]) if key in index][:MOST_NAMED]
        latest = [index[key] for at in reversed(shown[:place]) for key in _ordered(named[at]) if key in index]
        implied = [n for n in dict.fromkeys(latest) if n not in here and not is_group(parties[n])][:MOST_IMPLIED]
        pairs.append(tuple(p for p in _pairs(here, implied) if not all(is_group(parties[n]) for n in p)))
    if not any(pairs):
        return None
    return Window(tuple(sentences[at] for at in shown), first, tuple(parties), spans, tuple(pairs))


def _pairs(here: list[int], implied: list[int]) -> tuple[tuple[int, int], ...]:
    """Pairs of which one at least is named; of those that are meant only where none is."""
    if not here:
        return tuple(sorted((min(p), max(p)) for p in combinations(implied, 2)))
    return tuple(combinations(here, 2)) + tuple((a, b) for a in here for b in implied)


def _ordered(spans: dict[str, list[Span]]) -> list[str]:
    """Parties of a sentence in order of first mention."""
    return sorted(spans, key=lambda key: (min(spans[key]), key))
