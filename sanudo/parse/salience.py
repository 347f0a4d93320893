"""Which state a text is about at a point: the one that was named most, lately, and as what its sentences begin with.

After Lappin and Leass, "An algorithm for pronominal anaphora resolution" (Computational Linguistics 20, 1994): each mention adds a weight,
more for the first of a sentence (their 80 for a subject against 100 for being recent), and weights fade with each sentence. They halve
them; for offices, which are meant for longer than pronouns, nine tenths left of a weight agreed better with the annotations.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Sequence

from sanudo.records import EntityMention, Sentence

FIRST_OF_SENTENCE = 0.8
FADING = 0.9
# The weight that the state where a report was filed, or its outlet is at home, has of its own everywhere.
HOME = 2.0


class Salience:
    """Weights of states at a point that only moves forward. `sentences` are in order; `home` is a state with some weight of its own."""

    def __init__(self, sentences: Sequence[Sentence], home: str | None = None) -> None:
        self._starts = [sentence.start for sentence in sentences]
        self._home = home
        self._weights: dict[str, float] = {}
        self._at = -1
        self._opened = -1

    def sentence(self, at: int) -> int:
        """The number of the sentence that holds an offset."""
        return bisect_right(self._starts, at) - 1

    def see(self, mention: EntityMention) -> None:
        """Take in a mention that stands for one party."""
        self._move(mention.start)
        weight = 1 + (FIRST_OF_SENTENCE if self._opened < self._at else 0)
        self._opened = self._at
        self._weights[mention.states[0]] = self._weights.get(mention.states[0], 0) + weight

    def lead(self, at: int, without: Container[str] = ()) -> tuple[str, float]:
        """The weightiest state at an offset, and how many times the weight of the next it has; ("", 0) where none is.

        States that are not meant may be left out.
        """
        self._move(at)
        weights = self._weights
        if self._home:
            weights = weights | {self._home: weights.get(self._home, 0) + HOME}
        states = (item for item in weights.items() if item[0] not in without)
        ranked = sorted(states, key=lambda item: (-item[1], item[0]))[:2]
        if not ranked:
            return "", 0.0
        return ranked[0][0], ranked[0][1] / ranked[1][1] if len(ranked) > 1 else float("inf")

    def _move(self, at: int) -> None:
        now = self.sentence(at)
        if now > self._at:
            faded = FADING ** (now - self._at)
            self._weights = {state: weight * faded for state, weight in self._weights.items()}
            self._at = now
