"""Train the reading model.

    python -m models.train --data ../shared/data --base FOLDER --out models/runs/NAME

It learns from the numbered files of `models/corpus/`. `--folds N --fold K` holds out one fold of the marked pairs (no text in two folds)
and prints the scores on it; `--dev FILE...` scores pairs of held-out articles. Checkpoints go to `--out` after every epoch, and a run resumes from
its last one. The log is `OUT/log.jsonl`.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from collections import Counter
from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from models.batches import UNKNOWN, Batch, Read, Row, Told, batches, encode
from models.descent import descent
from models.encoders import pretrained
from models.examples import (
    ARTICLES,
    HELD_OUT,
    PAIRS,
    Annotated,
    Example,
    Taught,
    annotated,
    directed_examples,
    own_pairs,
    penta,
    plv,
    window_examples,
)
from models.measure import fold_of
from models.network import WORDS, PairNetwork
from models.precision import fastest
from models.scores import corpus_scores, predict, relate_scores
from sanudo.coding import candidates

# Weights of the losses beside that of the type.
HEADS = {"direction": 0.5, "status": 0.5, "kind": 0.5}
TRIGGER = 0.6
# Of looking at the words that tell what passes between a pair; of the role of a party in such words; of status and kind by them (once for
# each party of the sentence).
LOOK, ROLE, OF_WORD = 0.3, 0.5, 0.1
# Weight of the mean of past weights in each new mean: the network that is kept is the mean of the last few hundred steps.
MEAN = 0.995
# Of what a larger network says (`models/lessons.py`).
TAUGHT = 1.0
# How often an epoch shows the marked pairs of each set: all of them so many times, or such a part of them, drawn anew.
SHOWN = {"plv": 2.0, "directed": 0.4}
# Share of the words that are hidden, drawn anew every time: the articles are few enough to be learned by heart.
HIDE = 0.1
# Windows are cut anew every epoch, with room for so many sub-words: a sentence is seen with now more, now less around it.
ROOMS = (110, 220)


def loss_of(network: PairNetwork, batch: Batch) -> Tensor:
    """Mean over the sentences read of the losses of what is known of their pairs and words."""
    read, wanted = batch.run(network), batch.targets
    logp = functional.log_softmax(read.logits["type"], dim=1)
    together = -(logp * wanted.types / wanted.types.sum(1, keepdim=True)).sum(1)
    either = -torch.logsumexp(logp + (wanted.types - 1.0) * 1e4, 1)
    total = torch.where(wanted.shared, together, 0.5 * either).sum()
    for head, weight in HEADS.items():
        total = total + weight * _misses(read.logits[head], wanted.heads[head])
    total = total + TRIGGER * _misses(read.triggers.flatten(0, 1), wanted.triggers.flatten())
    where = wanted.looks.sum(2) > 0
    share = torch.logsumexp(read.seen.looks[where] + (wanted.looks[where] - 1.0) * 1e4, 1)
    total = total + LOOK * (torch.logsumexp(read.seen.looks[where], 1) - share).sum()
    if wanted.taught is not None:
        total = total + TAUGHT * _lesson(read, wanted.taught)
    return (total + _losses_of_words(network, read, wanted.words)) / batch.sentences


def _lesson(read: Read, taught: Taught) -> Tensor:
    """Cross-entropies with what a larger network says, of what passes between pairs only as far as it says that something does."""
    happens = 1.0 - taught.pairs["type"][:, :1]
    total = _unlike(read.logits["type"], taught.pairs["type"]).sum()
    for head, weight in HEADS.items():
        total = total + weight * (happens * _unlike(read.logits[head], taught.pairs[head])).sum()
    return total + TRIGGER * _unlike(read.triggers, taught.words).sum()


def _unlike(logits: Tensor, chances: Tensor) -> Tensor:
    return -(functional.log_softmax(logits, dim=-1) * chances).sum(-1, keepdim=True)


def _losses_of_words(network: PairNetwork, read: Read, told: Told) -> Tensor:
    """Those of the roles of parties in the words that tell an event, and of its status and kind."""
    if not len(told.words):
        return torch.zeros(())
    words = read.hidden[told.windows, told.words]
    both = torch.stack([read.seen.first, read.seen.second])
    parties = both[told.sides, told.windows, told.pairs]
    with fastest():
        roles = network.by_word(words.unsqueeze(1), parties.unsqueeze(1)).flatten(0, 2).float()
        statuses, kinds = network.by_word.status(words).float(), network.by_word.kind(words).float()
    losses = _misses(statuses, told.statuses) + _misses(kinds, told.kinds)
    return ROLE * _misses(roles, told.roles) + OF_WORD * losses


def _misses(logits: Tensor, wanted: Tensor) -> Tensor:
    """The sum of cross-entropies over what is known."""
    return functional.cross_entropy(logits, wanted, ignore_index=UNKNOWN, reduction="sum")


class Material:
    """What a run learns from and is measured on."""

    def __init__(self, args: argparse.Namespace) -> None:
        candidates.LEAD_TOKENS = args.lead
        self._lengths: dict[str, int] = {}
        self.tokenizer = Tokenizer.from_file(str(args.base / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self._args = args
        marked = list(plv(args.data))
        self._measured = {e.group for e in marked if args.folds and fold_of(e.group, args.folds) == args.fold}
        single = [*marked, *penta(args.data), *own_pairs(args.pairs)]
        articles, whole = (list(annotated(files, args.data)) for files in (args.corpus, args.whole))
        single += [e for a in (*articles, *whole) for e in directed_examples(a)]
        self._single = [e for e in single if not self.is_held(e.group)]
        self.articles, self.whole = ([a for a in told if not self.is_held(a.group)] for told in (articles, whole))
        random.Random(args.seed).shuffle(self.articles)
        self._lessons: list[Example] = torch.load(args.lessons, weights_only=False) if args.lessons else []
        random.Random(args.seed).shuffle(self._lessons)
        self.test = encode(self.tokenizer, [e for e in single if e.origin == "plv" and self.is_held(e.group)])
        self.dev = encode(self.tokenizer, self.cut(list(annotated(args.dev, args.data)), candidates.WINDOW_TOKENS))

    def is_held(self, group: str) -> bool:
        """Whether a group of examples shares its text with the fold of the marked pairs that is held out."""
        return group in self._measured

    def rows(self, rng: random.Random, epoch: int = 0) -> list[Row]:
        """The examples of one epoch; with `--parts N`, an N-th of them, another one in each of N epochs, and `--whole` files."""
        part, parts = epoch % self._args.parts, self._args.parts
        lessons = encode(self.tokenizer, self._lessons[part::parts])
        articles = lessons or self.windows(rng, [*self.articles[part::parts], *self.whole])
        share = self._args.marked / parts
        single = [e for e in self._single for _ in range(int(SHOWN.get(e.origin, 1.0) * share + rng.random()))]
        return encode(self.tokenizer, single) + articles

    def windows(self, rng: random.Random, articles: Sequence[Annotated]) -> list[Row]:
        """Those of whole articles."""
        low, high = ROOMS if self._args.room is None else (self._args.room, self._args.room)
        cut = (e for a in articles for e in self.cut([a], rng.randint(low, high)))
        return encode(
            self.tokenizer, [e for e in cut if any(p.types for p in e.pairs) or rng.random() < self._args.empty]
        )

    def cut(self, articles: Sequence[Annotated], room: int) -> list[Example]:
        """The windows of articles, each with room for so many sub-words."""
        return [e for a in articles for e in window_examples(a, self._length, room)]

    def _length(self, text: str) -> int:
        if text not in self._lengths:
            self._lengths[text] = len(self.tokenizer.encode(text, add_special_tokens=False).ids)
        return self._lengths[text]


class Learner:
    """The network with its optimiser and schedule, and the mean of its late weights; what a checkpoint holds."""

    def __init__(self, args: argparse.Namespace, steps: int) -> None:
        self.network = pretrained(args.base)
        if args.start:
            self.network.load_state_dict(torch.load(args.start)["mean"])
        self.mean = deepcopy(self.network)
        self.optimiser, self.schedule = descent(self.network, args.rate, 5, steps)

    def learn(self, batch: Batch) -> float:
        """One step; the loss."""
        self.optimiser.zero_grad()
        loss = loss_of(self.network, batch)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimiser.step()
        self.schedule.step()
        with torch.no_grad():
            torch._foreach_lerp_(list(self.mean.parameters()), list(self.network.parameters()), 1 - MEAN)
        return loss.item()

    def save(self, path: Path, epoch: int) -> None:
        """Write a checkpoint; the one of the epoch before is kept as `before.pt`."""
        parts = {name: getattr(self, name).state_dict() for name in ("network", "mean", "optimiser", "schedule")}
        torch.save(parts | {"epoch": epoch}, path.with_suffix(".new"))
        if path.exists():
            path.replace(path.with_name("before.pt"))
        path.with_suffix(".new").replace(path)

    def resume(self, path: Path) -> int:
        """The epoch to go on with: 0, or the one after the last checkpoint."""
        if not path.exists():
            return 0
        state = torch.load(path)
        rates = self.schedule.base_lrs  # those of the command, which may be others than before
        for name in ("network", "mean", "optimiser", "schedule"):
            getattr(self, name).load_state_dict(state[name])
        self.schedule.base_lrs = rates
        epoch: int = state["epoch"]
        return epoch + 1


def train(args: argparse.Namespace) -> None:
    """Train, log, and save."""
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    order = args.seed if args.order is None else args.order
    material = Material(args)
    rows = material.rows(random.Random(order))
    learner = Learner(args, args.epochs * math.ceil(1.05 * len(batches(rows, None))))
    if args.order is not None:
        torch.manual_seed(order)
    args.out.mkdir(parents=True, exist_ok=True)
    start = learner.resume(args.out / "last.pt")

    def write(**values: Any) -> None:
        print(json.dumps(values), flush=True)
        with open(args.out / "log.jsonl", "a", encoding="utf-8") as log:
            print(json.dumps(values), file=log)

    origins = Counter(e.origin for _, e in rows)
    pairs = sum(len(e.pairs) for _, e in rows)
    held = {"held_out": len(material.test), "dev": len(material.dev)}
    write(examples=len(rows), pairs=pairs, **held, origins=origins, **settings(args))
    for epoch in range(start, args.epochs):
        learner.network.train()
        rng = random.Random(order + epoch)
        began = time.monotonic()
        losses = [learner.learn(Batch(group, args.hide)) for group in batches(material.rows(rng, epoch), rng)]
        seconds = round(time.monotonic() - began)
        scores: dict[str, Any] = {}
        if material.test:
            scores["relate"] = relate_scores(predict(learner.mean, material.test))
        if material.dev:
            scores["dev"] = corpus_scores(predict(learner.mean, material.dev))
            scores["dev, words too"] = corpus_scores(predict(learner.mean, material.dev, WORDS))
        write(epoch=epoch, loss=round(sum(losses) / len(losses), 4), steps=len(losses), seconds=seconds, **scores)
        learner.save(args.out / "last.pt", epoch)


def settings(args: argparse.Namespace) -> dict[str, str]:
    """What a run was made with, for its log."""
    names = (
        "base",
        "start",
        "seed",
        "order",
        "epochs",
        "rate",
        "hide",
        "folds",
        "fold",
        "room",
        "lead",
        "parts",
        "marked",
        "empty",
        "whole",
    )
    return {name: str(value) for name, value in vars(args).items() if name in names}


def options(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """The options of a training."""
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True, help="folder of the pretrained encoder")
    parser.add_argument(
        "--start", type=Path, help="checkpoint whose mean network is trained further; by default the encoder"
    )
    parser.add_argument("--corpus", type=Path, nargs="*", default=ARTICLES)
    parser.add_argument("--pairs", type=Path, nargs="*", default=PAIRS, help="our own sentences with a marked pair")
    parser.add_argument("--dev", type=Path, nargs="*", default=[HELD_OUT])
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--fold", type=int, default=0)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--hide", type=float, default=HIDE, help="share of the words that are hidden")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--order",
        type=int,
        help="seed of the order of examples and of what is hidden: networks of one --seed and other orders begin alike, so that they can be averaged",
    )
    parser.add_argument("--parts", type=int, default=1, help="epochs in which every article is shown once")
    parser.add_argument(
        "--whole", type=Path, nargs="*", default=[], help="more corpus files, of which every epoch shows all"
    )
    parser.add_argument("--marked", type=float, default=1.0, help="share of the marked pairs that is shown")
    parser.add_argument("--empty", type=float, default=1.0, help="share of the windows without events that is shown")
    parser.add_argument("--lessons", type=Path, help="windows that a larger network has read, instead of fresh ones")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--room", type=int, help="sub-words that each window reads; by default it varies")
    parser.add_argument("--lead", type=int, default=candidates.LEAD_TOKENS, help="longest lead shown; 0: none")
    return parser


def main() -> None:
    """Read the options and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    train(options(parser).parse_args())


if __name__ == "__main__":
    main()
