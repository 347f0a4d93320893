"""What a larger network reads in articles, annotated or not, for a small one to learn from.

    python -m models.lessons --data ../shared/data --base TEACHER_BASE --teacher models/runs/TEACHER --out models/runs/lessons.pt

Windows of the training articles, cut `--cuts` times, and of the articles of all sets that nobody annotated, but for those of papers that are kept
for measuring. Of every pair its probabilities are kept, of every word those of the type that it tells; `models.train --lessons` learns them
beside what is annotated (Hinton, Vinyals and Dean, "Distilling the knowledge in a neural network", 2015).
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import torch

from models.batches import Batch, Row, batches, encode
from models.encoders import pretrained
from models.examples import HELD_OUT, TEST, Annotated, Example, Taught, article_of, corpus_rows
from models.network import HEADS, PairNetwork
from models.sources import load
from models.train import ROOMS, Material, options
from sanudo.parse import parse

# Papers that no other file has: all of their articles are kept for measuring.
MEASURED = (HELD_OUT, TEST)


def unread(data: Path, read: set[tuple[str, str]]) -> Iterator[Annotated]:
    """Articles that nobody annotated, with no event known in them."""
    kept = {row["outlet"] for row in corpus_rows(MEASURED) if row["dataset"] == "worldwide-newswire"}
    texts: set[str] = set()
    for source in load(data):
        known = (source.dataset, source.file) in read or source.text in texts
        if known or (source.dataset == "worldwide-newswire" and source.outlet in kept):
            continue
        texts.add(source.text)
        yield Annotated(source, parse(article_of(source)), {"mentions": []})


def without_labels(example: Example) -> Example:
    """The example with nothing known of its pairs and words."""
    pairs = tuple(replace(p, types=None, mode=None, contexts=None) for p in example.pairs)
    return replace(example, pairs=pairs, triggers=None)


def teach(network: PairNetwork, rows: Sequence[Row]) -> Iterator[Example]:
    """The examples with what the network says of them."""
    network.eval()
    with torch.no_grad():
        for group in batches(rows, None):
            batch = Batch(group)
            read = batch.run(network)
            both = network.read_both(read.hidden.float(), read.seen.float(), batch.inside)
            words = read.triggers.softmax(2)
            for n, (marked, example) in enumerate(group):
                pairs = {name: both[name][n, : len(example.pairs)].half() for name in HEADS}
                yield replace(example, taught=Taught(pairs, words[n, : len(marked.ids)].half()))


def main() -> None:
    """Cut, read, keep."""
    parser = options(argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter))
    parser.add_argument("--teacher", type=Path, required=True, help="run of the larger network")
    parser.add_argument("--cuts", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    network = pretrained(args.base)
    network.load_state_dict(torch.load(args.teacher / "last.pt")["mean"])
    material = Material(args)
    rng = random.Random(args.seed)
    read = {(row["dataset"], row["file"]) for row in corpus_rows([*args.corpus, *MEASURED])}
    others = [a for a in unread(args.data, read) if not material.is_held(a.group)]
    lessons: list[Example] = []
    for cut in range(args.cuts):
        rows = material.windows(rng, material.articles)
        lessons += teach(network, rows)
        print(json.dumps({"cut": cut, "annotated windows": len(rows)}), flush=True)
    cuts = (e for a in others for e in material.cut([a], rng.randint(*ROOMS)))
    rows = encode(material.tokenizer, [without_labels(e) for e in cuts])
    lessons += teach(network, rows)
    print(json.dumps({"other windows": len(rows)}), flush=True)
    torch.save(lessons, args.out)


if __name__ == "__main__":
    main()
