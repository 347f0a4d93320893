"""Train the reading model.

    python -m models.train --data ../shared/data --base FOLDER --corpus models/corpus/*.jsonl --out models/runs/NAME

`--folds N --fold K` holds out one fold of the marked pairs (no text in two folds) and prints the scores on it;
`--dev FILE...` scores pairs of held-out articles. Checkpoints go to `--out` after every epoch, and a run resumes from
its last one. The log is `OUT/log.jsonl`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import random
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from models.examples import QUAD_TYPES, Example, Pair, corpus, penta, plv
from models.network import DIRECTIONS, KINDS, STATUSES, TYPES, PairNetwork, pretrained
from sanudo.coding.marking import DIRECTED, NUMBERED, Marked, mark

YIELD = ("CONCEDE", "RETREAT")
Prediction = tuple[Example, Pair, dict[str, Tensor]]


def fold_of(group: str, folds: int) -> int:
    """The fold of a group: the same on every machine."""
    return int(hashlib.sha256(group.encode()).hexdigest(), 16) % folds


def type_target(pair: Pair) -> list[float]:
    """A distribution over TYPES."""
    names = pair.types or ("NONE",)
    return [1 / len(names) if name in names else 0.0 for name in TYPES]


class Batch:
    """Padded tensors of a few sentences, and of their pairs."""

    def __init__(self, rows: list[tuple[Marked, Example]]) -> None:
        length = max(len(m.ids) for m, _ in rows)

        def padded(values: list[tuple[int, ...]]) -> Tensor:
            return torch.tensor([[*v, *[0] * (length - len(v))] for v in values])

        self.ids = padded([m.ids for m, _ in rows])
        self.segments = padded([m.segments for m, _ in rows])
        self.mask = padded([(1,) * len(m.ids) for m, _ in rows])
        self.pairs = [(e, p) for _, e in rows for p in e.pairs]
        where = [(n, m, p) for n, (m, e) in enumerate(rows) for p in e.pairs]
        self.row = torch.tensor([n for n, _, _ in where])
        self.first = torch.zeros(len(where), length)
        self.second = torch.zeros(len(where), length)
        for n, (_, marked, pair) in enumerate(where):
            self.first[n, list(marked.opens[pair.first])] = 1.0
            self.second[n, list(marked.opens[pair.second])] = 1.0

    def run(self, network: PairNetwork) -> dict[str, Tensor]:
        """Logits of every head for every pair."""
        with torch.autocast("cpu", dtype=torch.bfloat16):  # twice as fast where the processor has it
            logits = network(self.ids, self.segments, self.mask, self.first, self.second, self.row)
        return {name: value.float() for name, value in logits.items()}


def encode(tokenizer: Tokenizer, examples: list[Example]) -> list[tuple[Marked, Example]]:
    """Marked inputs beside their examples."""
    rows = []
    for example in examples:
        sentence = tokenizer.encode(example.text, add_special_tokens=False)
        context = tokenizer.encode(example.context, add_special_tokens=False) if example.context else None
        markers = DIRECTED if example.directed else NUMBERED
        rows.append((mark(sentence, example.spans, context, example.context_spans, markers), example))
    return rows


def loss_of(logits: dict[str, Tensor], pairs: list[Pair]) -> Tensor:
    """Mean over pairs of the losses of what is known; types that are alternatives share their probability."""
    logp = functional.log_softmax(logits["type"], dim=1)
    parts: list[Tensor] = []
    for row, pair in enumerate(pairs):
        if pair.quads is not None:
            names = [name for quad in pair.quads for name in QUAD_TYPES[quad]]
            parts.append(-0.5 * torch.logsumexp(logp[row, [TYPES.index(n) for n in names]], 0))
        elif pair.types == YIELD:
            parts.append(-torch.logsumexp(logp[row, [TYPES.index(n) for n in YIELD]], 0))
        else:
            parts.append(-(logp[row] * torch.tensor(type_target(pair))).sum())
    total = torch.stack(parts).mean()
    for head, values, weight in (("direction", DIRECTIONS, 0.5), ("status", STATUSES, 0.5), ("kind", KINDS, 0.5)):
        known = [(i, values.index(v)) for i, p in enumerate(pairs) if (v := getattr(p, head)) is not None]
        if known:
            rows, targets = (torch.tensor(x) for x in zip(*known, strict=True))
            total = total + weight * functional.cross_entropy(logits[head][rows], targets) * len(known) / len(pairs)
    return total


def batches(rows: list[tuple[Marked, Example]], size: int, shuffle: random.Random | None) -> list[Batch]:
    """Batches of like lengths, in random order when a generator is given."""
    order = sorted(range(len(rows)), key=lambda i: (len(rows[i][0].ids) // 8, shuffle.random() if shuffle else i))
    groups = [order[i : i + size] for i in range(0, len(order), size)]
    if shuffle:
        shuffle.shuffle(groups)
    return [Batch([rows[i] for i in group]) for group in groups]


def predict(network: PairNetwork, rows: list[tuple[Marked, Example]]) -> list[Prediction]:
    """Every pair with the probabilities of each head."""
    network.eval()
    out = []
    with torch.no_grad():
        for batch in batches(rows, 32, None):
            scores = {name: functional.softmax(x, dim=1) for name, x in batch.run(network).items()}
            out += [(*pair, {n: x[i] for n, x in scores.items()}) for i, pair in enumerate(batch.pairs)]
    return out


def macro_f1(pairs: list[tuple[str, str]]) -> float:
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


def relate_scores(predicted: list[Prediction]) -> dict[str, float]:
    """Accuracy and macro-F1 over the 15 roots of marked pairs, NONE left out of the choice."""
    pairs = []
    for example, pair, scores in predicted:
        if example.origin == "plv" and example.directed:
            said = TYPES[1 + int(scores["type"][1:].argmax())]
            gold = "YIELD" if pair.types == YIELD else (pair.types or ("",))[0]
            pairs.append((gold, "YIELD" if said in YIELD else said))
    accuracy = sum(g == s for g, s in pairs) / max(len(pairs), 1)
    return {"n": len(pairs), "accuracy": round(accuracy, 4), "macro_f1": round(macro_f1(pairs), 4)} if pairs else {}


def corpus_scores(predicted: list[Prediction]) -> dict[str, float]:
    """Pairs in held-out articles: is there an event, of what type, which way, what status and kind."""
    hits = Counter[str]()
    for example, pair, scores in predicted:
        if pair.types is None or example.origin == "plv":
            continue
        said = TYPES[int(scores["type"].argmax())]
        hits["gold"] += bool(pair.types)
        hits["said"] += said != "NONE"
        hits["event"] += bool(pair.types) and said != "NONE"
        hits["type"] += said in pair.types
        if said in pair.types:
            hits["direction"] += DIRECTIONS[int(scores["direction"].argmax())] == pair.direction
            hits["status"] += STATUSES[int(scores["status"].argmax())] == pair.status
            hits["kind"] += KINDS[int(scores["kind"].argmax())] == pair.kind
    out = {"gold": hits["gold"], "said": hits["said"]}
    for name in ("event", "type"):
        precision, recall = hits[name] / max(hits["said"], 1), hits[name] / max(hits["gold"], 1)
        out[name] = [
            round(precision, 3),
            round(recall, 3),
            round(2 * precision * recall / max(precision + recall, 1e-9), 3),
        ]
    for name in ("direction", "status", "kind"):
        out[name] = round(hits[name] / max(hits["type"], 1), 3)
    return out


def examples_of(args: argparse.Namespace) -> tuple[list[Example], list[Example], list[Example]]:
    """Examples to train on, those of the held-out fold, and those of the held-out articles."""
    every = [*plv(args.data), *penta(args.data), *corpus(args.corpus, args.data)]
    dev = list(corpus(args.dev, args.data))
    if args.drop_context:
        every, dev = [without_context(e) for e in every], [without_context(e) for e in dev]

    def is_held(example: Example) -> bool:
        folded = args.folds and example.origin in ("plv", "penta")
        return bool(folded and fold_of(example.group, args.folds) == args.fold)

    return [e for e in every if not is_held(e)], [e for e in every if is_held(e)], dev


class Learner:
    """The network with its optimiser and schedule; what a checkpoint holds."""

    def __init__(self, args: argparse.Namespace, sentences: int) -> None:
        self.network = pretrained(args.base)
        parts = {name: [] for name in ("encoder", "heads")}
        for name, values in self.network.named_parameters():
            parts["encoder" if name.startswith("encoder") else "heads"].append(values)
        groups = [{"params": parts["encoder"], "lr": args.rate}, {"params": parts["heads"], "lr": 5 * args.rate}]
        self.optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
        steps = args.epochs * math.ceil(sentences / args.batch)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            self.optimiser, lambda step: min((step + 1) / (0.1 * steps), max(0.0, (steps - step) / (0.9 * steps)))
        )

    def learn(self, batch: Batch) -> float:
        """One step; the loss."""
        self.optimiser.zero_grad()
        loss = loss_of(batch.run(self.network), [pair for _, pair in batch.pairs])
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimiser.step()
        self.schedule.step()
        return loss.item()

    def save(self, path: Path, epoch: int) -> None:
        """Write a checkpoint."""
        parts = {name: getattr(self, name).state_dict() for name in ("network", "optimiser", "schedule")}
        torch.save(parts | {"epoch": epoch}, path)

    def resume(self, path: Path) -> int:
        """The epoch to go on with: 0, or the one after the last checkpoint."""
        if not path.exists():
            return 0
        state = torch.load(path)
        for name in ("network", "optimiser", "schedule"):
            getattr(self, name).load_state_dict(state[name])
        return state["epoch"] + 1


def train(args: argparse.Namespace) -> None:
    """Train, log, and save."""
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    tokenizer = Tokenizer.from_file(str(args.base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    rows, test, dev = (encode(tokenizer, part) for part in examples_of(args))
    learner = Learner(args, len(rows))
    args.out.mkdir(parents=True, exist_ok=True)
    start = learner.resume(args.out / "last.pt")

    def write(**values: Any) -> None:
        print(json.dumps(values), flush=True)
        with open(args.out / "log.jsonl", "a", encoding="utf-8") as log:
            print(json.dumps(values), file=log)

    origins = Counter(e.origin for _, e in rows)
    write(examples=len(rows), held_out=len(test), dev=len(dev), origins=origins, **settings(args))
    for epoch in range(start, args.epochs):
        learner.network.train()
        began = time.monotonic()
        losses = [learner.learn(batch) for batch in batches(rows, args.batch, random.Random(args.seed + epoch))]
        scores: dict[str, Any] = {}
        if test:
            scores["relate"] = relate_scores(predict(learner.network, test))
        if dev:
            scores["dev"] = corpus_scores(predict(learner.network, dev))
        seconds = round(time.monotonic() - began)
        write(epoch=epoch, loss=round(sum(losses) / len(losses), 4), seconds=seconds, **scores)
        learner.save(args.out / "last.pt", epoch)


def without_context(example: Example) -> Example:
    """The example with the sentence alone."""
    return replace(example, context=None, context_spans=())


def settings(args: argparse.Namespace) -> dict[str, str]:
    """What a run was made with, for its log."""
    return {
        name: str(value) for name, value in vars(args).items() if name in ("seed", "epochs", "rate", "batch", "fold")
    }


def main() -> None:
    """Read the options and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True, help="folder of the pretrained encoder")
    parser.add_argument("--corpus", type=Path, nargs="*", default=[])
    parser.add_argument("--dev", type=Path, nargs="*", default=[])
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--fold", type=int, default=0)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=5e-5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--drop-context", action="store_true", help="show the sentence without the one before it")
    train(parser.parse_args())


if __name__ == "__main__":
    main()
