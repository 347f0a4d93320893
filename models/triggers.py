"""The other design: find the words that tell an event, then who takes part in it.

    python -m models.triggers --data ../shared/data --base FOLDER --out models/runs/NAME

Kept to compare with `models.train`, which reads pairs of parties (`docs/decisions/0003`). It is trained on the windows of the same articles
and measured on the same pairs: two parties have an event of a type as far as some word of the sentence tells that type and both take
part in what it tells.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertModel

from models.batches import UNKNOWN, Batch, Row, batches
from models.descent import descent
from models.network import KINDS, STATUSES, TYPES
from models.scores import Prediction, corpus_scores
from models.train import Material, options

ROLES = ("none", "actor", "recipient")


class TriggerNetwork(nn.Module):
    """What each word tells, and the role of each party in it."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(folder, add_pooling_layer=False)
        self.encoder.config._attn_implementation = "eager"
        width = self.encoder.config.hidden_size
        self.drop = nn.Dropout(0.1)
        self.told, self.status, self.kind = (nn.Linear(width, len(v)) for v in (TYPES, STATUSES, KINDS))
        self.word, self.party, self.role = (
            nn.Linear(width, width),
            nn.Linear(width, width),
            nn.Linear(width, len(ROLES)),
        )

    def encode(self, batch: Batch) -> Tensor:
        """(windows, length, width)."""
        hidden: Tensor = self.encoder(batch.ids, batch.mask, batch.segments).last_hidden_state
        return self.drop(hidden)

    def roles(self, words: Tensor, parties: Tensor) -> Tensor:
        """Logits of ROLES for words and parties, whose shapes fit each other but for the last, the width."""
        return self.role(functional.gelu(self.word(words) + self.party(parties)))


def loss_of(network: TriggerNetwork, rows: Sequence[Row]) -> Tensor:
    """Mean over the sentences read of the losses of types, roles, status and kind."""
    batch = Batch(rows)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden = network.encode(batch)
        types = network.told(hidden).float()
    wanted = batch.targets.triggers.flatten()
    total = functional.cross_entropy(types.flatten(0, 1), wanted, ignore_index=UNKNOWN, reduction="sum")
    words, parties, roles, statuses, kinds = [], [], [], [], []
    for n, (marked, example) in enumerate(rows):
        for trigger in example.triggers or ():
            start, end = marked.bounds[trigger.sentence]
            inside = [
                at
                for at in range(start, end)
                if marked.origins[at][0] < trigger.end and trigger.start < marked.origins[at][1]
            ]
            here = {p for pair in example.pairs if pair.sentence == trigger.sentence for p in (pair.first, pair.second)}
            # pairs whose marks were cut are gone, so that every party has a place
            for at in inside[:1]:
                for party in sorted(here):
                    words.append(hidden[n, at])
                    parties.append(hidden[n, list(marked.places(trigger.sentence, party))].mean(0))
                    roles.append(1 if party in trigger.actors else 2 if party in trigger.recipients else 0)
                    statuses.append(STATUSES.index(trigger.status))
                    kinds.append(KINDS.index(trigger.kind))
    if words:
        told, party = torch.stack(words), torch.stack(parties)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            said = network.roles(told, party).float(), network.status(told).float(), network.kind(told).float()
        for logits, targets, weight in zip(said, (roles, statuses, kinds), (1.0, 0.25, 0.25), strict=True):
            total = total + weight * functional.cross_entropy(logits, torch.tensor(targets), reduction="sum")
    return total / batch.sentences


def predict(network: TriggerNetwork, rows: Sequence[Row]) -> list[Prediction]:
    """Every pair with probabilities as `models.scores` takes them."""
    network.eval()
    out: list[Prediction] = []
    with torch.no_grad():
        for row in rows:
            batch = Batch([row])
            hidden = network.encode(batch)[0]
            types, statuses, kinds = (head(hidden).softmax(1) for head in (network.told, network.status, network.kind))
            for n, (example, pair) in enumerate(batch.pairs):
                inside = batch.inside[0, n].bool()
                a, b = (
                    network.roles(hidden[inside], (p[0, n] / p[0, n].sum().clamp(min=1)) @ hidden).softmax(1)
                    for p in (batch.first, batch.second)
                )
                ways = torch.stack([a[:, 1] * b[:, 2], a[:, 2] * b[:, 1], a[:, 1] * b[:, 1]])
                told = types[inside, 1:] * ways.sum(0).unsqueeze(1)
                at = int(told.max(1).values.argmax())
                share = told.max(0).values
                scores = {
                    "type": torch.cat([1 - share.max().unsqueeze(0), share]),
                    "direction": ways[:, at],
                    "status": statuses[inside][at],
                    "kind": kinds[inside][at],
                }
                out.append((example, pair, scores))
    return out


def main() -> None:
    """Train and measure."""
    parser = options(argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter))
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    material = Material(args)
    network = TriggerNetwork(args.base)
    steps = args.epochs * math.ceil(1.05 * len(batches(material.windows(random.Random(args.seed)), None)))
    optimiser, schedule = descent(network, args.rate, 5, steps)
    args.out.mkdir(parents=True, exist_ok=True)
    for epoch in range(args.epochs):
        network.train()
        rng, began, losses = random.Random(args.seed + epoch), time.monotonic(), []
        for group in batches(material.windows(rng), rng):
            optimiser.zero_grad()
            loss = loss_of(network, group)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            losses.append(loss.item())
        seconds = round(time.monotonic() - began)
        scores = corpus_scores(predict(network, material.dev))
        line = json.dumps({"epoch": epoch, "loss": sum(losses) / len(losses), "seconds": seconds, "dev": scores})
        print(line, flush=True)
        with open(args.out / "log.jsonl", "a", encoding="utf-8") as log:
            print(line, file=log)


if __name__ == "__main__":
    main()
