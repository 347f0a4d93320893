"""What every measurement shares; needs nothing of what training needs."""

from __future__ import annotations

import hashlib
import importlib.util
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

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
