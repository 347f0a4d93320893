"""How well the network of a run reads the pairs of some corpus files: of articles it was trained on, how far it has learned them.

python -m models.score_run --data ../shared/data --base ENCODER --out models/runs/NAME --dev models/corpus/real-5.jsonl
"""

from __future__ import annotations

import argparse
import json

import torch

from models.network import pretrained
from models.scores import corpus_scores, predict
from models.train import Material, options


def main() -> None:
    """Load the last checkpoint, read, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args = options(parser).parse_args()
    args.corpus, args.pairs = [], []
    network = pretrained(args.base)
    network.load_state_dict(torch.load(args.out / "last.pt")["mean"])
    print(json.dumps(corpus_scores(predict(network, Material(args).dev))))


if __name__ == "__main__":
    main()
