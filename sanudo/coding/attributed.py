"""Which of a sentence's attributions an event is told on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from sanudo.records import Attribution, Parse, Sentence

Span = tuple[int, int]


def on_whose_word(
    parse: Parse, sentence: Sentence, telling: Sequence[Span], speaking: Sequence[Span]
) -> Attribution | None:
    """The attribution whose content holds most of the spans that tell the event; the innermost of equals.

    Only those count that say something is so, and whose speaker is none of the parties that act by `speaking`. Without a
    span that tells the event in this sentence, the attribution that covers most of it is taken.
    """
    low = bisect_left(parse.attributions, sentence.start, key=lambda a: a.start)
    high = bisect_left(parse.attributions, sentence.end, lo=low, key=lambda a: a.start)
    best, most = None, (0, 0, 0)
    for said in parse.attributions[low:high]:
        if not said.asserts or any(_overlap((said.start, said.end), span) for span in speaking):
            continue
        held = sum(any(_overlap(content, span) for content in said.contents) for span in telling)
        length = sum(end - start for start, end in said.contents)
        value = (held, len(said.through), -length) if telling else (1, length, 0)
        if value[0] and (best is None or value > most):
            best, most = said, value
    return best


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
