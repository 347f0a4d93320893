"""Spans looked up by place, so that no step goes through all of them for each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from sanudo.records import EntityMention, Sentence


def within(mentions: Sequence[EntityMention], sentence: Sentence) -> Sequence[EntityMention]:
    """The mentions that start in the sentence. `mentions` are in order of offset."""
    low = bisect_left(mentions, sentence.start, key=lambda m: m.start)
    high = bisect_left(mentions, sentence.end, lo=low, key=lambda m: m.start)
    return mentions[low:high]


class Taken:
    """Stretches of text that are already read as something; they never overlap."""

    def __init__(self, mentions: Iterable[EntityMention]) -> None:
        self._spans = sorted((m.start, m.end) for m in mentions)

    def overlaps(self, start: int, end: int) -> bool:
        """Whether any stretch has a character of this one."""
        at = bisect_right(self._spans, (start, start))
        before = at > 0 and self._spans[at - 1][1] > start
        return before or (at < len(self._spans) and self._spans[at][0] < end)

    def add(self, start: int, end: int) -> bool:
        """Take a stretch if it is free; whether it was."""
        if self.overlaps(start, end):
            return False
        self._spans.insert(bisect_right(self._spans, (start, end)), (start, end))
        return True
