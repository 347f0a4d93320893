"""CAMEO codes, their Goldstein values and what PLOVER has for them, and back (`data/cameo.tsv`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import takewhile

from sanudo.records import EventMention, Kind
from sanudo.resources import code_tables


@dataclass(frozen=True, slots=True)
class Cameo:
    """A CAMEO code, its Goldstein value (-10 to 10), its name, and PLOVER's cell for it; `type` is "" where PLOVER codes nothing."""

    code: str
    goldstein: float
    name: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]


# What a kind of record says where mode and contexts leave the code open: signing, exercises, embargoes have codes of their own.
_KINDS = {
    ("SUPPORT", Kind.AGREEMENT): "057",
    ("CONSULT", Kind.VISIT): "042",
    ("COOPERATE", Kind.EXERCISE): "062",
    ("COOPERATE", Kind.TRANSFER): "062",
    ("COOPERATE", Kind.TRAINING): "062",
    ("AID", Kind.TRANSFER): "072",
    ("AID", Kind.TRAINING): "072",
    ("SANCTION", Kind.AID_SUSPENSION): "162",
    ("SANCTION", Kind.SANCTION): "163",
}
# Roots of types that have several: the commonest in news of states.
_ROOTS = {"ACCUSE": "11", "ASSAULT": "19"}
# The visitor is the actor in PLOVER; 043, to host a visit, would have it the other way about.
_VISIT = "042"
# Quad classes of CAMEO's roots, after GDELT's codebook: verbal and material cooperation, verbal and material conflict.
_QUADS = ((5, 1), (8, 2), (13, 3), (20, 4))


@cache
def cameo_codes() -> dict[str, Cameo]:
    """CAMEO's 312 codes."""
    return {
        code: Cameo(code, float(score), name, type, mode or None, tuple(filter(None, contexts.split(";"))))
        for code, score, name, type, mode, contexts in code_tables()["cameo"]
    }


@cache
def cameo_names() -> dict[str, Cameo]:
    """CAMEO's codes by name in small letters; of a root and its first code ("Consult", 04 and 040) the code."""
    return {cameo.name.casefold(): cameo for cameo in cameo_codes().values()}


@lru_cache(maxsize=1024)
def cameo(code: str) -> Cameo | None:
    """What a code stands for, a zero that a spreadsheet took from its front put back; a finer one than CAMEO has counts as its parent."""
    known = cameo_codes()
    for start in (code, f"0{code}"):
        if start in known:
            return known[start]
    return known.get(code[:3]) if len(code) == 4 and code.isdigit() else None


def quad(code: str) -> int | None:
    """The quad class (1 to 4) of a CAMEO code; None for what is none."""
    root = code[:2]
    return next((quad for last, quad in _QUADS if int(root) <= last), None) if root.isdigit() and root > "00" else None


def cameo_of(mention: EventMention) -> Cameo | None:
    """The CAMEO code of an event: as fine as its mode and contexts fix it, or its kind; else that of its root, "not specified".

    Every row of the authors' table that agrees with type, mode and contexts is a candidate; the code is the finest under which all of
    them lie. None for what PLOVER has no type for.
    """
    return cameo_for(mention.type, mention.mode, mention.contexts, mention.kind)


@lru_cache(maxsize=4096)
def cameo_for(type: str, mode: str | None, contexts: tuple[str, ...], kind: str) -> Cameo | None:
    """The same for an event's type, mode, contexts and kind."""
    known, rows = (
        cameo_codes(),
        [row for row in cameo_codes().values() if type and row.type == type and len(row.code) > 2],
    )
    if not rows:
        return None
    if mode == "visit":
        return known[_VISIT]
    fixed = [row for row in rows if mode in (None, row.mode)]
    told = [row for row in fixed if row.contexts and set(row.contexts) <= set(contexts)]
    shared = _shared(told) or (_shared(fixed) if mode else "")
    hint = _KINDS.get((type, Kind(kind)), "") if kind else ""
    if hint.startswith(shared):
        shared = hint
    root = shared[:2] if len(shared) > 1 else _ROOTS.get(type, rows[0].code[:2])
    return known.get(shared if len(shared) > 2 else f"{root}0") or known[root]


def _shared(rows: Sequence[Cameo]) -> str:
    """The finest code under which all rows lie; "" for none."""
    codes = sorted(row.code for row in rows) or [""]
    return "".join(
        digit for digit, _ in takewhile(lambda pair: pair[0] == pair[1], zip(codes[0], codes[-1], strict=False))
    )
