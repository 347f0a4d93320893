"""Whether two names are one person's: spelling variants, initials, particles, order; with the reason in words.

A name alone proves little: two men may be called Imran Khan, and one scorer cannot tell Kim Jong-un from Kim Jong-il. So the
rules are strict about what tells namesakes apart (initials, numerals, each part of a given name), and whoever asks must
compare state, office and time besides.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

# Letters that Unicode does not take apart, as news in English writes them.
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ə": "e"}
)
_QUOTES = re.compile("[’'ʻʼ`‘]")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
PARTICLES = frozenset(
    "al el ul ur as ad ar an bin ibn ben bint de da do di dos das del la le van von der den zu ter the".split()
)
TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir dame lord lady baroness sheikh shaikh sayyid king queen prince princess emir pope president "
    "premier prime minister foreign defence defense secretary ambassador senator chancellor general gen colonel col lieutenant lt "
    "major maj brigadier brig captain capt admiral adm marshal air vice chief mullah ayatollah imam hon excellency he hrh ret retd".split()
)
GENERATIONS = {
    "jr": "2",
    "junior": "2",
    "ii": "2",
    "sr": "1",
    "senior": "1",
    "iii": "3",
    "iv": "4",
    "v": "5",
    "vi": "6",
    "vii": "7",
    "viii": "8",
}
# One sound, several spellings in English; longer spellings first.
_SOUNDS = (
    ("abdel", "abdul"), ("tsch", "c"), ("tch", "c"), ("sch", "s"), ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("zh", "j"), ("ch", "c"),
    ("sh", "s"), ("q", "k"), ("g", "k"), ("w", "v"), ("oo", "u"), ("ou", "u"), ("ee", "i"), ("ei", "i"), ("ie", "i"), ("ey", "i"), ("y", "i"),
)  # fmt: skip
_VOWELS = ({"o", "u"}, {"e", "i"}, {"e", "a"})
# On pairs of spellings of one name and of names of two people that were written down from news, at this share of letters
# alike the first are nearly all in and the second out (`tests/test_identity.py`). Shorter words must sound alike.
ALIKE = 0.83
LONG = 6
# No name has more characters; what follows is not compared.
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether two names are one person's, and why; None where names cannot tell (a surname alone)."""

    same: bool | None
    why: str


@dataclass(frozen=True, slots=True)
class _Name:
    words: tuple[str, ...]
    generation: str
    letters: str

    @property
    def middle(self) -> tuple[str, ...]:
        """Initials after the first word."""
        return tuple(word for word in self.words[1:-1] if len(word) == 1)


def same_person(one: str, other: str) -> Verdict:
    """Compare two names, titles and ranks left out."""
    a, b = _name(one), _name(other)
    if not a.words or not b.words:
        return Verdict(None, "one of the names has no words")
    if a.generation and b.generation and a.generation != b.generation:
        return Verdict(False, "different generations of one family")
    return _same_letters(a, b) or (_by_surname(a, b) if min(len(a.words), len(b.words)) == 1 else _compared(a, b))


def _same_letters(a: _Name, b: _Name) -> Verdict | None:
    """That two names have the same words, letters or sounds; None where they have not."""
    if a.words == b.words:
        return Verdict(True, "the same name")
    if a.letters == b.letters:
        return Verdict(True, "the same letters, written together or apart")
    if len(a.words) != len(b.words) and _sounds_alike(_sound(a.letters), _sound(b.letters)):
        return Verdict(True, "the same sounds, written together or apart")
    return None


def plain(text: str) -> str:
    """Small letters without accents and apostrophes."""
    folded = unicodedata.normalize("NFKD", _QUOTES.sub("", text).lower().translate(_PLAIN))
    return "".join(c for c in folded if not unicodedata.combining(c))


@lru_cache(maxsize=4096)
def _name(text: str) -> _Name:
    words = [_joined(word) for word in _WORD.findall(plain(text[:LONGEST]))]
    while len(words) > 1 and words[0] in TITLES:
        words = words[1:]
    generation = ""
    while len(words) > 1 and words[-1] in GENERATIONS:
        generation = GENERATIONS[words.pop()]
    kept = tuple(word for word in words if word not in PARTICLES)
    return _Name(kept or tuple(words), generation, "".join(words))


def _joined(word: str) -> str:
    """A hyphenated name as one word ("jongun"), since its parts go together; without a particle ("al-sisi")."""
    parts = word.split("-")
    return "".join([part for part in parts if part not in PARTICLES] or parts)


def _by_surname(a: _Name, b: _Name) -> Verdict:
    short, long = (a, b) if len(a.words) == 1 else (b, a)
    if alike(short.words[0], long.words[-1]):
        return Verdict(None, "a surname alone")
    return Verdict(False, "different names")


def _compared(a: _Name, b: _Name) -> Verdict:
    if a.middle and b.middle and a.middle != b.middle:
        return Verdict(False, f"initials {'. '.join(a.middle).upper()}. and {'. '.join(b.middle).upper()}.")
    short, long = sorted((a.words, b.words), key=len)
    if len(short) == len(long) == 2 and all(alike(x, y) for x, y in zip(short, reversed(long), strict=True)):
        return Verdict(True, "the same name in the other order")
    rest = iter(long)
    for word in short:
        if not any(_agree(word, candidate) for candidate in rest):
            return Verdict(False, f"“{word}” has no like in “{' '.join(long)}”")
    if len(short[-1]) == 1:
        return Verdict(None, "an initial for a surname")
    return Verdict(True, "variant spellings" if len(short) == len(long) else "one leaves a name out")


def _agree(one: str, other: str) -> bool:
    """Whether two words may be one name: alike, or one the initial of the other."""
    return alike(one, other) if min(len(one), len(other)) > 1 else one[0] == other[0]


def alike(one: str, other: str) -> bool:
    """Whether two plain words are spellings of one name."""
    if one == other or _sounds_alike(_sound(one), _sound(other)):
        return True
    return min(len(one), len(other)) >= LONG and Levenshtein.normalized_similarity(one, other) >= ALIKE


@lru_cache(maxsize=4096)
def _sound(word: str) -> str:
    for spelling, sound in _SOUNDS:
        word = word.replace(spelling, sound)
    return re.sub(r"(.)\1+", r"\1", word)


def _sounds_alike(one: str, other: str) -> bool:
    """Whether two words have the same consonants, and vowels that English confuses."""
    return len(one) == len(other) > 2 and all(
        x == y or any({x, y} <= vowels for vowels in _VOWELS) for x, y in zip(one, other, strict=True)
    )
