"""Weights of the small models beside the encoder, learned on annotated articles and kept in the package."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from sanudo.errors import ModelError

Weights = Mapping[str, float]
NAMES = ("merging", "confidence", "dating", "placing")
# All that a reading depends on beside the encoder's own weights; the first of the others is the card that says how it is used.
FILES = (*(f"{name}.json" for name in NAMES), "model.json", "attribution.npz")


@cache
def weights(name: str) -> Weights:
    """The weights of one of NAMES, by feature (and "bias", where there is one).

    Raises:
        ModelError: they are missing or damaged.
    """
    try:
        loaded: dict[str, float] = json.loads(content(f"{name}.json"))
    except (OSError, ValueError) as problem:
        raise ModelError(f"the packaged weights of {name} cannot be read ({problem}); reinstall sanudo") from problem
    return loaded


@cache
def version() -> str:
    """Changes with any of the weights, or with what the card of the encoder says of its use."""
    return hashlib.sha256(b"".join(map(content, FILES))).hexdigest()[:8]


def chance(total: float) -> float:
    """The logistic function: the probability that belongs to a sum of weighted features."""
    return 1 / (1 + math.exp(-total))


def content(file: str) -> bytes:
    """A file of weights as it is.

    Raises:
        OSError: it is missing.
    """
    return files("sanudo").joinpath("_model", file).read_bytes()
