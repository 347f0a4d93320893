"""The packaged reading model: a window with marked parties in, probabilities for each pair of them in each sentence out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from sanudo import learned
from sanudo.coding.marking import Encoding, Marked
from sanudo.errors import ModelError

Probabilities = dict[str, float]
# The sentence of a window, and two parties of it, all by index.
PairAt = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class PairScores:
    """What the model says of one pair of parties: probabilities by label, each table summing to one, but for `contexts`, of which
    several may hold.

    `types` holds NONE besides the 16 PLOVER types; `direction` is forward, backward or symmetric, from the first party.
    """

    types: Probabilities
    direction: Probabilities
    status: Probabilities
    kind: Probabilities
    mode: Probabilities = field(default_factory=dict)
    contexts: Probabilities = field(default_factory=dict)


def best(table: Probabilities) -> str:
    """The likeliest label; the first of equals in the model's order."""
    return max(table, key=lambda label: table[label])


class PairModel:
    """The encoder with its heads, in 8-bit ONNX. Load it once with `packaged`.

    Every input is run alone and unpadded on one thread: dynamic 8-bit inference would otherwise depend on what else is
    in the batch.
    """

    def __init__(self, onnx: bytes, tokenizer: Tokenizer, card: dict[str, Any]) -> None:
        self._session = learned.session(onnx, "events")
        self._tokenizer = tokenizer
        self._labels: dict[str, list[str]] = card["labels"]
        self._temperature: dict[str, float] = card.get("temperature", {})
        self.card = card
        self.version: str = card["version"]
        self.threshold: float = card["threshold"]

    def encode(self, text: str) -> Encoding:
        """Sub-words of a text, without the special ones at its ends."""
        encoding: Encoding = self._tokenizer.encode(text, add_special_tokens=False)
        return encoding

    def score(self, marked: Marked, pairs: Sequence[PairAt], *, given: bool = False) -> tuple[PairScores, ...]:
        """Probabilities for each pair of marked parties in a sentence (by index), in one pass of the encoder.

        Where the pair is `given`, as one between which something passes, types are those that the pair alone tells; else the mean of that
        and of what single words of the sentence tell.
        """
        shape = (len(pairs), len(marked.ids))
        first, second, inside = (np.zeros(shape, dtype=np.float32) for _ in range(3))
        named = np.zeros((len(pairs), 2), dtype=np.float32)
        for row, (sentence, a, b) in enumerate(pairs):
            first[row, list(marked.places(sentence, a))] = 1.0
            second[row, list(marked.places(sentence, b))] = 1.0
            inside[row, slice(*marked.bounds[sentence])] = 1.0
            named[row] = [bool(marked.opens[sentence][party]) for party in (a, b)]
        feed = {
            "ids": np.array([marked.ids], dtype=np.int64),
            "segments": np.array([marked.segments], dtype=np.int64),
            "first": first,
            "second": second,
            "inside": inside,
            "named": named,
        }
        heads = list(self._labels)
        outputs = ["type_by_pair" if given and head == "type" else head for head in heads]
        logits = dict(zip(heads, self._session.run(outputs, feed), strict=True))
        tables = [self._tables(head, logits[head]) for head in ("type", "direction", "status", "kind", "mode")]
        chances = 1 / (1 + np.exp(-np.asarray(logits["context"], dtype=np.float64)))
        tables.append([dict(zip(self._labels["context"], row, strict=True)) for row in chances.tolist()])
        return tuple(PairScores(*row) for row in zip(*tables, strict=True))

    def _tables(self, head: str, logits: Any) -> list[Probabilities]:
        """The probabilities of a head's labels for each row of logits."""
        scaled = np.asarray(logits, dtype=np.float64) / self._temperature.get(head, 1.0)
        powers = np.exp(scaled - scaled.max(axis=1, keepdims=True))
        shares = powers / powers.sum(axis=1, keepdims=True)
        return [dict(zip(self._labels[head], row, strict=True)) for row in shares.tolist()]


def load(folder: Traversable) -> PairModel:
    """The model in a folder: `model.onnx`, `model.json` (its card) and `tokenizer.json`.

    Raises:
        ModelError: a file is missing or damaged.
    """
    try:
        card = json.loads(folder.joinpath("model.json").read_text(encoding="utf-8"))
        onnx = folder.joinpath("model.onnx").read_bytes()
        with as_file(folder.joinpath("tokenizer.json")) as path:
            tokenizer = Tokenizer.from_file(str(path))
    except (OSError, ValueError) as problem:
        raise ModelError(f"the packaged model cannot be read ({problem}); reinstall sanudo") from problem
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return PairModel(onnx, tokenizer, card)


@cache
def packaged() -> PairModel:
    """The model that comes with Sanudo, loaded on first use."""
    return load(files("sanudo").joinpath("_model"))
