"""Train the heads of modes and contexts on a trained network that stays as it is.

    python -m models.late --data ../shared/data --base FOLDER --run models/runs/NAME

They come last so that networks can be averaged first (`models/average.py`). Reads the windows of the numbered articles once, keeps what the
network's heads see of each pair with an event, and fits one linear layer for each head on that. Writes `RUN/late.pt`, and prints how often
modes and contexts of the held-out articles and our own test passages come out right, pair by pair, types being those annotated.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from models.batches import UNKNOWN, Batch, Row, batches, encode
from models.encoders import small
from models.examples import ARTICLES, HELD_OUT, OWN_TEST, Pair, annotated, window_examples
from models.network import MODES, LateHeads, PairNetwork
from models.precision import fastest
from sanudo.codebook import CONTEXTS, EVENT_TYPES
from sanudo.coding.candidates import WINDOW_TOKENS
from sanudo.coding.encoder import LIKELY, SURE_MODE

ROUNDS, PART, RATE, DECAY = 40, 512, 3e-3, 0.05


@dataclass(frozen=True, slots=True)
class Seen:
    """What the heads see of some pairs, (pairs, width), with the pairs."""

    mixed: Tensor
    pairs: Sequence[Pair]

    def targets(self) -> tuple[Tensor, Tensor]:
        """Numbers of modes (pairs,), and contexts (pairs, labels)."""
        modes = [MODES.index(p.mode) if p.mode in MODES else UNKNOWN for p in self.pairs]
        contexts = [[float(name in (p.contexts or ())) for name in CONTEXTS] for p in self.pairs]
        return torch.tensor(modes), torch.tensor(contexts)


def rows(data: Path, paths: Sequence[Path], tokenizer: Tokenizer) -> list[Row]:
    """The windows of articles that tell events, with the pairs that have one."""
    found: list[Row] = []
    for article in annotated(paths, data):
        examples = window_examples(
            article, lambda text: len(tokenizer.encode(text, add_special_tokens=False)), WINDOW_TOKENS
        )
        kept = (replace(e, pairs=tuple(p for p in e.pairs if p.types)) for e in examples)
        found += encode(tokenizer, [e for e in kept if e.pairs])
    return found


def look(network: PairNetwork, every: Sequence[Row]) -> Seen:
    """One pass of the network over all windows."""
    mixed, pairs = [], []
    with torch.no_grad(), fastest():
        for group in batches(every, None):
            batch = Batch(group)
            mixed.append(batch.run(network).seen.mixed[batch.where].float())
            pairs += [pair for _, pair in batch.pairs]
    return Seen(torch.cat(mixed), pairs)


def learn(seen: Seen) -> LateHeads:
    """Both heads, by their cross-entropies."""
    heads = LateHeads(seen.mixed.shape[1])
    modes, contexts = seen.targets()
    optimiser = torch.optim.AdamW(heads.parameters(), lr=RATE, weight_decay=DECAY)
    for _ in range(ROUNDS):
        for part in torch.randperm(len(modes)).split(PART):
            loss = functional.cross_entropy(heads["mode"](seen.mixed[part]), modes[part], ignore_index=UNKNOWN)
            loss = loss + 4 * functional.binary_cross_entropy_with_logits(
                heads["context"](seen.mixed[part]), contexts[part]
            )
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimiser.step()
    return heads


def scores(heads: LateHeads, seen: Seen) -> dict[str, Any]:
    """Precision and recall of modes, told where the coder would tell them, and of contexts."""
    with torch.no_grad():
        modes, contexts = heads["mode"](seen.mixed).softmax(1), heads["context"](seen.mixed).sigmoid() >= LIKELY
    right = told = asked = 0
    for pair, row in zip(seen.pairs, modes, strict=True):
        allowed = [MODES.index(mode) for mode in ("none", *EVENT_TYPES[(pair.types or ("AGREE",))[0]].modes)]
        likeliest = max(allowed, key=lambda n: float(row[n]))
        asked += pair.mode != "none"
        if MODES[likeliest] != "none" and float(row[likeliest]) >= SURE_MODE * float(row[allowed].sum()):
            told += 1
            right += MODES[likeliest] == pair.mode
    wanted = seen.targets()[1].bool()
    hits = int((wanted & contexts).sum())
    figures = {
        "mode P": right / max(told, 1),
        "mode R": right / max(asked, 1),
        "context P": hits / max(int(contexts.sum()), 1),
    }
    figures["context R"] = hits / max(int(wanted.sum()), 1)
    return {
        "pairs": len(seen.pairs),
        "with a mode": asked,
        **{name: round(value, 3) for name, value in figures.items()},
    }


def main() -> None:
    """Read, learn, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--run", type=Path, required=True)
    args = parser.parse_args()
    torch.manual_seed(1)
    network = small(args.base)
    network.load_state_dict(torch.load(args.run / "last.pt")["mean"])
    network.eval()
    tokenizer = Tokenizer.from_file(str(args.base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    heads = learn(look(network, rows(args.data, ARTICLES, tokenizer)))
    torch.save(heads.state_dict(), args.run / "late.pt")
    for path in (HELD_OUT, OWN_TEST):
        print(json.dumps({"on": path.stem} | scores(heads, look(network, rows(args.data, [path], tokenizer)))))


if __name__ == "__main__":
    main()
