"""Words and marks of a sentence, with what of it stands in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sanudo.records import Sentence

WORD = re.compile(r"\w+|[^\w\s]")
OPENING, CLOSING, EITHER = "“", "”", '"'
# How a word stands to quotation marks.
PLAIN, QUOTED, MARK = range(3)


@dataclass(frozen=True, slots=True)
class Words:
    """The words and marks of a sentence, their spans in the text, and PLAIN, QUOTED or MARK (a quotation mark) for each."""

    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    quoted: tuple[int, ...]

    def part(self, start: int, end: int) -> Words:
        """The words from number `start` to `end`, as if they stood alone."""
        return Words(self.words[start:end], self.spans[start:end], self.quoted[start:end])


def words_of(text: str, sentences: Sequence[Sentence]) -> Iterator[Words]:
    """The words of each sentence. A quotation goes on from one sentence to the next until the line ends."""
    inside, before = False, 0
    for sentence in sentences:
        inside = inside and not any(mark in text[before : sentence.start] for mark in "\r\n")
        words, spans, quoted = [], [], []
        for found in WORD.finditer(text, sentence.start, sentence.end):
            word = found.group()
            if word in (OPENING, CLOSING, EITHER):
                inside = word == OPENING or (word == EITHER and not inside)
                quoted.append(MARK)
            else:
                quoted.append(QUOTED if inside else PLAIN)
            words.append(word)
            spans.append(found.span())
        before = sentence.end
        yield Words(tuple(words), tuple(spans), tuple(quoted))
