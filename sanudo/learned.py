"""Weights of the small models beside the encoder, learned on annotated articles and kept in the package as JSON."""

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


@cache
def weights(name: str) -> Weights:
    """The weights of one of NAMES, by feature (and "bias", where there is one).

    Raises:
        ModelError: they are missing or damaged.
    """
    try:
        loaded: dict[str, float] = json.loads(_bytes(name))
    except (OSError, ValueError) as problem:
        raise ModelError(f"the packaged weights of {name} cannot be read ({problem}); reinstall sanudo") from problem
    return loaded


@cache
def version() -> str:
    """Changes with any of the weights, or with what the card of the encoder says of its use."""
    return hashlib.sha256(b"".join(_bytes(name) for name in (*NAMES, "model"))).hexdigest()[:8]


def chance(total: float) -> float:
    """The logistic function: the probability that belongs to a sum of weighted features."""
    return 1 / (1 + math.exp(-total))


def _bytes(name: str) -> bytes:
    return files("sanudo").joinpath("_model", f"{name}.json").read_bytes()
