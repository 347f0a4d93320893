"""The packaged reading model: a sentence with marked parties in, probabilities for each pair of them out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import Any

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from sanudo.coding.marking import Encoding, Marked
from sanudo.errors import ModelError

Probabilities = dict[str, float]


@dataclass(frozen=True, slots=True)
class PairScores:
    """What the model says of one pair of parties: probabilities by label, each table summing to one.

    `types` holds NONE besides the 16 PLOVER types; `direction` is forward, backward or symmetric, from the first party.
    """

    types: Probabilities
    direction: Probabilities
    status: Probabilities
    kind: Probabilities


def best(table: Probabilities) -> str:
    """The likeliest label; the first of equals in the model's order."""
    return max(table, key=lambda label: table[label])


class PairModel:
    """The encoder with its heads, in 8-bit ONNX. Load it once with `packaged`.

    Every input is run alone and unpadded on one thread: dynamic 8-bit inference would otherwise depend on what else is
    in the batch.
    """

    def __init__(self, onnx: bytes, tokenizer: Tokenizer, card: dict[str, Any]) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._session = onnxruntime.InferenceSession(onnx, options, providers=["CPUExecutionProvider"])
        except Exception as problem:  # onnxruntime has no public base class for its errors
            raise ModelError(f"the packaged model cannot be loaded ({problem}); reinstall sanudo") from problem
        self._tokenizer = tokenizer
        self._labels: dict[str, list[str]] = card["labels"]
        self._temperature: dict[str, float] = card.get("temperature", {})
        self.version: str = card["version"]
        self.threshold: float = card["threshold"]

    def encode(self, text: str) -> Encoding:
        """Sub-words of a text, without the special ones at its ends."""
        encoding: Encoding = self._tokenizer.encode(text, add_special_tokens=False)
        return encoding

    def score(self, marked: Marked, pairs: Sequence[tuple[int, int]]) -> tuple[PairScores, ...]:
        """Probabilities for each pair of marked parties (by index), in one pass of the encoder."""
        length = len(marked.ids)
        feed = {
            "ids": np.array([marked.ids], dtype=np.int64),
            "segments": np.array([marked.segments], dtype=np.int64),
            "first": _places([marked.opens[a] for a, _ in pairs], length),
            "second": _places([marked.opens[b] for _, b in pairs], length),
        }
        heads = list(self._labels)
        logits = dict(zip(heads, self._session.run(heads, feed), strict=True))
        return tuple(
            PairScores(*(self._softmax(head, logits[head][row]) for head in ("type", "direction", "status", "kind")))
            for row in range(len(pairs))
        )

    def _softmax(self, head: str, logits: Any) -> Probabilities:
        scaled = np.asarray(logits, dtype=np.float64) / self._temperature.get(head, 1.0)
        powers = np.exp(scaled - scaled.max())
        shares = powers / powers.sum()
        return dict(zip(self._labels[head], (float(share) for share in shares), strict=True))


def _places(opens: Sequence[tuple[int, ...]], length: int) -> Any:
    """(pairs, length), 1.0 where a party's marks open."""
    rows = np.zeros((len(opens), length), dtype=np.float32)
    for row, places in enumerate(opens):
        rows[row, list(places)] = 1.0
    return rows


@cache
def packaged() -> PairModel:
    """The model that comes with Sanudo, loaded on first use.

    Raises:
        ModelError: it is missing or damaged.
    """
    folder = files("sanudo").joinpath("_model")
    try:
        card = json.loads(folder.joinpath("model.json").read_text(encoding="utf-8"))
        onnx = folder.joinpath("model.onnx").read_bytes()
        with as_file(folder.joinpath("tokenizer.json")) as path:
            tokenizer = Tokenizer.from_file(str(path))
    except OSError as problem:
        raise ModelError(f"the packaged model is missing ({problem}); reinstall sanudo") from problem
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return PairModel(onnx, tokenizer, card)
