"""Reports that are one text: an agency's copy in many papers, shortened, with a new title. They count as one source.

Signatures of three-word shingles (MinHash; rensa) find the candidates among reports of about the same time, the shingles themselves decide: of the shorter
text at least half stands in the longer. Independent reports of one event share next to none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from zlib import crc32

from rensa import RMinHash

from sanudo import dates
from sanudo.identity import plain

SHINGLE = 3
# 84 bands of 3 rows: two texts that share two fifths of their shingles meet with a probability of 0.996, those that share a
# tenth (what an outlet writes under every page) with one of 0.08.
PERMUTATIONS, ROWS = 252, 3
# Days of one stretch of time: copies come out in the same or in the next.
STRETCH = 30
UNDATED = -1
SEED = 1533
# Share of the shorter text's shingles that stand in the longer, from which both are one text.
COPY = 0.5
# A text of fewer shingles is too short to tell.
FEWEST = 20
# Characters at either end of a report in which it names its agency.
CREDIT = 220
AGENCIES = {
    "PTI": r"PTI|Press Trust of India",
    "ANI": r"ANI|Asian News International",
    "IANS": r"IANS",
    "APP": r"APP|Associated Press of Pakistan",
    "Reuters": r"Reuters|REUTERS",
    "AP": r"AP|Associated Press",
    "AFP": r"AFP|Agence France-Presse",
    "dpa": r"dpa|DPA|Deutsche Presse-Agentur",
    "EFE": r"EFE",
    "ANSA": r"ANSA",
    "UPI": r"UPI|United Press International",
    "Xinhua": r"Xinhua|XINHUA",
    "TASS": r"TASS|ITAR-TASS|Itar-Tass",
    "RIA Novosti": r"RIA Novosti|Sputnik",
    "Interfax": r"Interfax",
    "Kyodo": r"Kyodo",
    "Yonhap": r"Yonhap",
    "Anadolu": r"Anadolu(?: Agency)?|AA",
    "IRNA": r"IRNA",
    "SPA": r"SPA|Saudi Press Agency",
    "WAM": r"WAM",
    "MENA": r"MENA",
    "Bernama": r"Bernama|BERNAMA",
    "Antara": r"ANTARA",
    "PNA": r"PNA|Philippine News Agency",
    "Belga": r"Belga",
    "PA": r"PA Media|Press Association",
    "AAP": r"AAP",
}
# A credit stands in brackets, after a dash or a slash, on a line of its own, or after "by", "source" or "with inputs from".
_CREDITS = {
    name: re.compile(
        rf"\((?:[^()\n]{{0,20}}[-/ ])?(?:{words})(?:[-/ ][^()\n]{{0,20}})?\)|(?:[-–—/]|\b[Bb]y|[Ss]ource:|[Ww]ith inputs? from)\s*(?:{words})\b"
        rf"|(?:^|\n)\s*(?:{words})\s*(?:$|\n|[-–—:])"
    )
    for name, words in AGENCIES.items()
}


@lru_cache(maxsize=64)
def shingles(text: str) -> frozenset[str]:
    """The runs of SHINGLE words of a text, without case, accents and punctuation."""
    words = re.findall(r"\w+", plain(text))
    return frozenset(" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1))


def bands(text: str) -> tuple[int, ...]:
    """Numbers of 32 bits of which two texts that are copies have some in common; none for a text too short to tell."""
    return tuple(sorted(_bands(text)))


def stretches(published: str | None) -> tuple[int, tuple[int, ...]]:
    """The stretch of time in which an article is kept, and those in which its copies lie: none named means all, as for one without a date."""
    span = dates.bounds(published) if published else None
    if span is None:
        return UNDATED, ()
    at = span[0].toordinal() // STRETCH
    return at, (UNDATED, at - 1, at, at + 1)


def _bands(text: str) -> set[int]:
    found = shingles(text)
    if len(found) < FEWEST:
        return set()
    sketch = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    sketch.update(sorted(found))
    digest = sketch.digest()
    rows = [(at, *digest[at : at + ROWS]) for at in range(0, PERMUTATIONS, ROWS)]
    return {crc32(repr(row).encode()) for row in rows}


def are_copies(one: str, other: str) -> bool:
    """Whether two texts are one, as a whole or shortened."""
    a, b = shingles(one), shingles(other)
    fewest = min(len(a), len(b))
    return fewest >= FEWEST and len(a & b) >= COPY * fewest


def agency(text: str) -> str | None:
    """The agency that a report gives as its source at its beginning or end."""
    ends = f"{text[:CREDIT]}\n{text[-CREDIT:]}" if len(text) > 2 * CREDIT else text
    return next(_credited(ends), None)


def _credited(text: str) -> Iterator[str]:
    found = ((match.start(), name) for name, credit in _CREDITS.items() if (match := credit.search(text)))
    yield from (name for _, name in sorted(found))
