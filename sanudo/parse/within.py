"""Spans looked up by place, so that no step goes through all of them for each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from sanudo.records import EntityMention, MentionLabel, Sentence


def within(mentions: Sequence[EntityMention], sentence: Sentence) -> Sequence[EntityMention]:
    """The mentions that start in the sentence. `mentions` are in order of offset."""
    low = bisect_left(mentions, sentence.start, key=lambda m: m.start)
    high = bisect_left(mentions, sentence.end, lo=low, key=lambda m: m.start)
    return mentions[low:high]


def only_party(mentions: Sequence[EntityMention]) -> EntityMention | None:
    """The first of mentions that all stand for one party; None where they stand for several, or there are none."""
    parties = {(m.states, m.name if m.label in (MentionLabel.BODY, MentionLabel.GROUP) else None) for m in mentions}
    return mentions[0] if len(parties) == 1 and len(mentions[0].states) == 1 else None


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
