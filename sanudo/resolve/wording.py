"""What the words of a sentence say of where its event was: those of the deed ("annexed", "phoned"), and those that lead to a place
("talks in", "war in"). Which of them count, and how much, is learned (`models/placing.py`)."""

from __future__ import annotations

import re

from sanudo.records import EventMention
from sanudo.resolve.named import Named

WORD = re.compile(r"[^\W\d_]{1,40}(?:[’'-][^\W\d_]{1,40}){0,4}")
ENDING = re.compile(r"(?:ings?|ed|es|e|s|d)$")
# Between two places that the same words lead to: "met in Vienna and in Oslo".
LINKED = re.compile(r",?\s(?:and|or)\s(?:[a-z]{2,7}\s)?")
# Shorter words keep their endings: "used" and "us" are two words.
LONG = 4
# How far before a place its preposition and the noun or verb before that are looked for.
LOOKED = 60
# So much of a sentence is read: no real one is longer, and what is not prose may have no end.
ROOM = 2_000


def deed_words(mention: EventMention, text: str) -> frozenset[str]:
    """The words of the sentence that tells an event, names apart, without their endings."""
    told = mention.evidence[0]
    words = WORD.finditer(text, told.start, min(told.end, told.start + ROOM))
    return frozenset(_stem(word[0]) for word in words if word[0][0].islower())


def leading(place: Named, mention: EventMention, text: str) -> list[str]:
    """Features for the words that lead to a place in the sentence: its preposition, alone and with the kind, and what that follows."""
    low = max(mention.evidence[0].start, place.start - LOOKED)
    words = [word[0] for word in WORD.finditer(text, low, place.start)][-2:]
    if not words:
        return []
    before = f"after {words[-1].lower()}"
    return [before, f"{before} | {mention.kind}", *(f"led by {_stem(word)}" for word in words[:-1])]


def _stem(word: str) -> str:
    word = word.lower()
    return ENDING.sub("", word) if len(word) > LONG else word
