"""What every measurement shares; needs nothing of what training needs."""

from __future__ import annotations

import hashlib
import importlib.util
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sanudo import dates

# Steps from a day to what is longer than a year, by their most days.
STEPS = (1, 32, 93, 366)
# One root of the marked pairs stands for both.
YIELD = ("CONCEDE", "RETREAT")


def scorer(shared: Path) -> Any:
    """The scorer in the shared folder as a module."""
    spec = importlib.util.spec_from_file_location("score", shared / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"no scorer in {shared}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def fold_of(group: str, folds: int) -> int:
    """The fold of a group: the same on every machine."""
    return int(hashlib.sha256(group.encode()).hexdigest(), 16) % folds


def agree(gold: str, given: str) -> bool:
    """Whether an EDTF date agrees with the annotated one: its days hold those of the other or lie within them, give or take a
    day, and it is at most one of STEPS coarser.
    """
    one, other = dates.bounds(gold), dates.bounds(given)
    if one is None or other is None:
        return False
    return (_holds(one, other) or _holds(other, one)) and _step(other) <= _step(one) + 1


def _holds(outer: tuple[date, date], inner: tuple[date, date]) -> bool:
    day = timedelta(1)
    return (outer[0] == date.min or outer[0] - day <= inner[0]) and (outer[1] == date.max or inner[1] <= outer[1] + day)


def _step(span: tuple[date, date]) -> int:
    days = (span[1] - span[0]).days + 1
    return next((n for n, most in enumerate(STEPS) if days <= most), len(STEPS))


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """Mean F1 over the labels of gold."""
    labels = sorted({gold for gold, _ in pairs})
    counts = Counter(pairs)
    scores = []
    for label in labels:
        hit = counts[label, label]
        gold = sum(n for (g, _), n in counts.items() if g == label)
        said = sum(n for (_, s), n in counts.items() if s == label)
        scores.append(2 * hit / (gold + said) if gold + said else 0.0)
    return sum(scores) / len(scores)
