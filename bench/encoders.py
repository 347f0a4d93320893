"""How much pretrained encoders know of what passes between two states before they are trained for it.

    python bench/encoders.py --shared ../shared FOLDER...

Each folder holds an encoder as `models.base` unpacks it. Nothing of it is trained: of every marked pair (`plv_train.tsv`, and a part of our own) the mean
vectors of source, target and sentence are taken, layer by layer, and one linear layer learns the type from them. Prints, for the upper half of
the layers, the accuracy on the fold of `plv_train.tsv` that is left out, and on our own pairs left out.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from models.examples import Example, own_pairs, plv  # noqa: E402
from models.measure import fold_of  # noqa: E402

OWN = tuple(ROOT / "models" / "corpus" / f"pairs-{n}.jsonl" for n in (1, 3))
OWN_PAIRS, FOLDS, OWN_FOLDS = 2_400, 5, 8
ROUNDS, PART, RATE, DECAY = 30, 64, 2e-3, 0.3
BATCH = 32


def vectors(folder: Path, examples: Sequence[Example]) -> Tensor:
    """(examples, layers, 3 x width)."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    encoder = AutoModel.from_pretrained(folder).eval()
    encoded = [tokenizer.encode(e.texts[0]) for e in examples]
    order = sorted(range(len(examples)), key=lambda n: len(encoded[n].ids))
    found: dict[int, Tensor] = {}
    for at in range(0, len(order), BATCH):
        here = order[at : at + BATCH]
        ids = nn.utils.rnn.pad_sequence([torch.tensor(encoded[n].ids) for n in here], batch_first=True)
        mask = nn.utils.rnn.pad_sequence([torch.ones(len(encoded[n].ids)) for n in here], batch_first=True)
        with torch.no_grad():
            layers = encoder(input_ids=ids, attention_mask=mask, output_hidden_states=True).hidden_states
        stacked = torch.stack(layers, dim=1)  # (rows, layers, length, width)
        for row, n in enumerate(here):
            places = [
                [t for t, (a, b) in enumerate(encoded[n].offsets) if a < end and start < b] or [0]
                for ((start, end),) in examples[n].spans[0]
            ]
            parts = (*places, list(range(len(encoded[n].ids))))
            found[n] = torch.cat([stacked[row][:, part].mean(1) for part in parts], dim=1)
    return torch.stack([found[n] for n in range(len(examples))])


def learned(seen: Tensor, labels: Tensor, taught: Tensor) -> Tensor:
    """What a linear layer that learned from the rows that are `taught` says of all."""
    torch.manual_seed(0)
    seen = (seen - seen[taught].mean(0)) / (seen[taught].std(0) + 1e-5)
    layer = nn.Linear(seen.shape[1], int(labels.max()) + 1)
    optimiser = torch.optim.AdamW(layer.parameters(), lr=RATE, weight_decay=DECAY)
    rows = taught.nonzero().squeeze(1)
    for _ in range(ROUNDS):
        for part in rows[torch.randperm(len(rows))].split(PART):
            optimiser.zero_grad()
            functional.cross_entropy(layer(seen[part]), labels[part]).backward()  # type: ignore[no-untyped-call]
            optimiser.step()
    with torch.no_grad():
        said: Tensor = layer(seen).argmax(1)
    return said


def main() -> None:
    """Look, learn, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("folders", type=Path, nargs="+", metavar="FOLDER")
    args = parser.parse_args()
    own = [e for e in own_pairs(OWN) if e.directed]
    random.Random(0).shuffle(own)
    examples = [e for e in plv(args.shared / "data") if e.directed] + own[:OWN_PAIRS]
    types = ["+".join(e.pairs[0].types or ()) for e in examples]
    names = sorted(set(types))
    labels = torch.tensor([names.index(name) for name in types])
    is_plv = torch.tensor([e.origin == "plv" for e in examples])
    out = torch.tensor([fold_of(e.group, FOLDS if e.origin == "plv" else OWN_FOLDS) == 0 for e in examples])
    print(
        f"{len(examples)} pairs, left out {int((out & is_plv).sum())} of plv_train and {int((out & ~is_plv).sum())} of our own"
    )
    for folder in args.folders:
        began = time.perf_counter()
        seen = vectors(folder, examples)
        for layer in range(seen.shape[1] // 2, seen.shape[1]):
            right = learned(seen[:, layer], labels, ~out) == labels
            shares = [float(right[out & part].float().mean()) for part in (is_plv, ~is_plv)]
            print(f"{folder.name}, layer {layer}: {shares[0]:.3f} {shares[1]:.3f}")
        print(f"({time.perf_counter() - began:.0f} s)")


if __name__ == "__main__":
    main()
