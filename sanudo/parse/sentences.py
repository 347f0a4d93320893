"""Sentences of an article's text."""

from __future__ import annotations

from functools import cache

import nupunkt

from sanudo.records import Sentence

# Ranks, titles and amounts after which a full stop ends nothing; missing from the library's own list.
ABBREVIATIONS = "lt gen col brig maj capt cpl sgt retd ret adm cmdr bn mn gov sen rep hon amb".split()
# A stretch without a sentence end can be a million characters long; it is cut, so that no later step sees it whole.
LONGEST = 2_000
# A line this long is no prose; it is cut without looking for sentences.
LONGEST_LINE = 100_000


@cache
def _splitter() -> nupunkt.PunktSentenceTokenizer:
    splitter = nupunkt.load("default")
    splitter.add_abbreviations(ABBREVIATIONS)
    return splitter


def split(text: str) -> tuple[Sentence, ...]:
    """Sentences in order, without the white space around them. A line end always ends one; none is over LONGEST long."""
    found: list[Sentence] = []
    offset = 0
    for line in text.splitlines(keepends=True):
        for start, end in _spans(line):
            found.extend(_cut(text, offset + start, offset + end))
        offset += len(line)
    return tuple(found)


def _spans(line: str) -> list[tuple[int, int]]:
    if not line.strip():
        return []
    if len(line) > LONGEST_LINE:
        return [(0, len(line))]
    return [span for _, span in _splitter().tokenize_with_spans(line)]


def _cut(text: str, start: int, end: int) -> list[Sentence]:
    pieces = []
    for at in range(start, end, LONGEST):
        part = text[at : min(at + LONGEST, end)]
        left = at + len(part) - len(part.lstrip())
        right = at + len(part.rstrip())
        if left < right:
            pieces.append(Sentence(left, right))
    return pieces
