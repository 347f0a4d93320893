"""A small network that tells what each word is to an attribution: of the speaker, of the cue, of what is said.

Vectors of word, ending, shape and quotation go through dilated convolutions (as in Strubell and others 2017, Fast and accurate
entity recognition with iterated dilated convolutions). `models/attribution.py` trains it; here it is some matrix products in numpy.
A sentence is read by itself, so that what else is read changes nothing.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

import numpy as np
from numpy.typing import NDArray

from sanudo.errors import ModelError
from sanudo.learned import content
from sanudo.parse.words import Words

Array = NDArray[np.float32]
ENDING = 3  # characters
# How far apart the words are that each convolution sees together.
DILATIONS = (1, 2, 4, 1)


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
    """The network with its weights, by name, as `models/attribution.py` writes them."""

    def __init__(self, weights: dict[str, NDArray[np.generic]]) -> None:
        def matrix(name: str) -> Array:
            return weights[name].astype(np.float32)

        def names(name: str) -> list[str]:
            return weights[name].tobytes().decode().split("\n")

        self.lexicon = Lexicon(names("lexicon.words"), names("lexicon.endings"))
        self._words, self._scale = weights["words"], matrix("scale")
        self._tables = [matrix(name) for name in ("endings", "shapes", "quoted")]
        self._enter, self._leave = ((matrix(f"{name}.weight"), matrix(f"{name}.bias")) for name in ("enter", "leave"))
        self._layers = [(d, matrix(f"layer{n}.weight"), matrix(f"layer{n}.bias")) for n, d in enumerate(DILATIONS)]

    def tags(self, sentence: Words) -> list[Tag]:
        """The likeliest tag of each word."""
        if not any(word.isalpha() for word in sentence.words):
            return [Tag.OUTSIDE] * len(sentence.words)
        return [Tag(n) for n in self._scores(self.lexicon.features(sentence)).argmax(1).tolist()]

    def _scores(self, seen: Features) -> Array:
        """A score for each word and tag."""
        endings, shapes, quoted = self._tables
        vectors = self._words[seen.words].astype(np.float32) * self._scale
        weight, bias = self._enter
        rows = [vectors, endings[seen.endings], shapes[seen.shapes], quoted[list(seen.quoted)]]
        state = np.maximum(np.concatenate(rows, axis=1) @ weight + bias, 0)
        for dilation, weight, bias in self._layers:
            padded = np.pad(state, ((dilation, dilation), (0, 0)))
            near = [padded[at : at + len(state)] for at in (0, dilation, 2 * dilation)]
            state += np.maximum(np.concatenate(near, axis=1) @ weight + bias, 0)
        weight, bias = self._leave
        scores: Array = state @ weight + bias
        return scores


@cache
def packaged() -> Tagger:
    """The tagger in the package.

    Raises:
        ModelError: its weights are missing or damaged.
    """
    try:
        with np.load(io.BytesIO(content("attribution.npz")), allow_pickle=False) as weights:
            return Tagger(dict(weights))
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as problem:
        raise ModelError(
            f"the packaged weights of attributions cannot be read ({problem}); reinstall sanudo"
        ) from problem
