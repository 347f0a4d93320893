"""A small network that tells what each word is to an attribution: of the speaker, of the cue, of what is said.

Vectors of word, ending, shape and quotation go through dilated convolutions (as in Strubell and others 2017, Fast and accurate
entity recognition with iterated dilated convolutions). `models/attribution.py` trains it and writes it as ONNX, with the words and
endings that it knows. A sentence is read by itself, so that what else is read changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

import numpy as np

from sanudo import learned
from sanudo.parse.words import Words

ENDING = 3  # characters


class Tag(IntEnum):
    """What a word belongs to. A cue tells on which side its speaker stands; MARKED is a cue without a speaker."""

    OUTSIDE = 0
    CONTENT = 1
    MARKED = 2
    CUE_AFTER = 3
    CUE_BEFORE = 4
    SPEAKER = 5


@dataclass(frozen=True, slots=True)
class Features:
    """Numbers of the words, their endings and their shapes, in the tables of a network."""

    words: list[int]
    endings: list[int]
    shapes: list[int]
    quoted: Sequence[int]


class Lexicon:
    """The words and endings that a network knows; 0 is any other."""

    def __init__(self, words: Sequence[str], endings: Sequence[str]) -> None:
        self._words = {word: n for n, word in enumerate(words, 1)}
        self._endings = {ending: n for n, ending in enumerate(endings, 1)}

    def features(self, sentence: Words) -> Features:
        """What the network sees of each word."""
        lower = [word.lower() for word in sentence.words]
        words = [self._words.get(word, 0) for word in lower]
        endings = [self._endings.get(word[-ENDING:], 0) for word in lower]
        return Features(words, endings, [shape(word) for word in sentence.words], sentence.quoted)


def shape(word: str) -> int:
    """How a word is written, as a number below 7."""
    if word.isdigit():
        return 0
    if not word[0].isalnum():
        return 1
    if word.islower():
        return 2
    if word.isupper():
        return 3 if len(word) > 1 else 4
    return 5 if word[0].isupper() else 6


class Tagger:
    """The network, from the bytes of its ONNX file.

    Raises:
        ModelError: it cannot be loaded.
    """

    def __init__(self, onnx: bytes) -> None:
        self._session = learned.session(onnx, "attributions")
        names = self._session.get_modelmeta().custom_metadata_map
        self.lexicon = Lexicon(names["words"].split("\n"), names["endings"].split("\n"))

    def tags(self, sentence: Words) -> list[Tag]:
        """The likeliest tag of each word."""
        if not any(word.isalpha() for word in sentence.words):
            return [Tag.OUTSIDE] * len(sentence.words)
        seen = self.lexicon.features(sentence)
        rows = np.array([seen.words, seen.endings, seen.shapes, seen.quoted], dtype=np.int64)
        (scores,) = self._session.run(None, {"seen": rows})
        return [Tag(n) for n in scores.argmax(1).tolist()]


@cache
def packaged() -> Tagger:
    """The tagger in the package.

    Raises:
        ModelError: its weights are missing or damaged.
    """
    return Tagger(learned.content("attribution.onnx"))
