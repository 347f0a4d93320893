"""What was learned on annotated articles and is kept in the package: networks in ONNX, weights of the small models beside them."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import onnxruntime

from sanudo.errors import ModelError

Weights = Mapping[str, float]
NAMES = ("merging", "confidence", "dating", "placing", "filling")
# All that a reading depends on beside the encoder's own weights; the first of the others is the card that says how it is used.
FILES = (*(f"{name}.json" for name in NAMES), "model.json", "attribution.onnx")


@cache
def weights(name: str) -> Weights:
    """The weights of one of NAMES, or "reconciling", on which no reading depends, by feature (and "bias", where there is one).

    Raises:
        ModelError: they are missing or damaged.
    """
    try:
        loaded: dict[str, float] = json.loads(content(f"{name}.json"))
    except ValueError as problem:
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
        ModelError: it is missing.
    """
    try:
        return files("sanudo").joinpath("_model", file).read_bytes()
    except OSError as problem:
        raise ModelError(f"{file} cannot be read from the package ({problem}); reinstall sanudo") from problem


def session(onnx: bytes, what: str) -> onnxruntime.InferenceSession:
    """A network that runs on one thread.

    Raises:
        ModelError: it is damaged.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(onnx, options, providers=["CPUExecutionProvider"])
    except Exception as problem:  # onnxruntime has no public base class for its errors
        raise ModelError(f"the packaged network of {what} cannot be loaded ({problem}); reinstall sanudo") from problem
