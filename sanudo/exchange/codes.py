"""States in the codes of others: ISO 3166 alpha-2, FIPS 10-4, the Correlates of War, CAMEO (`data/codes.tsv`).

XK stands for Kosovo, which ISO does not list. What is no member of the state system of the Correlates of War has no number there.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sanudo.resources import code_tables


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes of a state; `number` and `abbreviation` are those of the Correlates of War. None where a scheme has none."""

    alpha2: str
    fips: str | None
    number: int | None
    abbreviation: str | None
    cameo: str


@cache
def states() -> dict[str, Codes]:
    """The codes of every state, by ISO 3166 alpha-3 (KOS for Kosovo)."""
    return {
        iso3: Codes(alpha2.lower(), fips or None, int(number) if number else None, letters or None, cameo)
        for iso3, alpha2, fips, number, letters, cameo in code_tables()["codes"]
    }


def codes_of(state: str) -> Codes | None:
    """The codes of a state by its own; None for a body or a group."""
    return states().get(state)


@cache
def by_fips() -> dict[str, str]:
    """States by FIPS 10-4 code."""
    return {codes.fips: state for state, codes in states().items() if codes.fips}


@cache
def by_cameo() -> dict[str, str]:
    """States by CAMEO's letters, and by ISO's."""
    return (
        {state: state for state in states()}
        | {codes.cameo: state for state, codes in states().items()}
        | {"PAL": "PSE"}
    )
