"""How well the network of a run reads the pairs of some corpus files, with other parts given to single words.

    python -m models.score_run --data ../shared/data --base ENCODER --out models/runs/NAME --dev FILE... [--words 0 0.2 0.4 1]

Of files that it was trained on, how far it has learned them; of others, which part of single words reads best (`models.network.WORDS`).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence

import torch

from models.encoders import pretrained
from models.network import HEADS
from models.scores import Prediction, corpus_scores, predict
from models.train import Material, options


def blended(pairs: Sequence[Prediction], words: Sequence[Prediction], share: float) -> list[Prediction]:
    """Predictions of which single words have such a part."""
    return [
        (example, pair, {name: (1 - share) * by_pair[name] + share * by_words[name] for name in HEADS})
        for (example, pair, by_pair), (_, _, by_words) in zip(pairs, words, strict=True)
    ]


def main() -> None:
    """Load the last checkpoint, read, print."""
    parser = options(argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter))
    parser.add_argument("--words", type=float, nargs="+", default=[0.0, 0.2, 0.4, 0.6, 1.0])
    args = parser.parse_args()
    args.corpus, args.pairs = [], []
    torch.set_num_threads(args.threads)
    network = pretrained(args.base)
    network.load_state_dict(torch.load(args.out / "last.pt")["mean"])
    rows = Material(args).dev
    pairs, words = (predict(network, rows, share) for share in (0.0, 1.0))
    for share in args.words:
        print(json.dumps({"words": share} | corpus_scores(blended(pairs, words, share))), flush=True)


if __name__ == "__main__":
    main()
