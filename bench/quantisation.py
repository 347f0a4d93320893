"""What 8-bit weights cost: the packaged model beside the same network in full precision, on the same pairs.

    python bench/quantisation.py --shared ../shared --full models/runs/NAME/full.onnx

Reads the pairs of the held-out and test articles with both, and prints for each head how often either is right (the type over all pairs, no
event being one; the others over pairs with an event), and how often both say the same.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from importlib.resources import as_file, files
from pathlib import Path

from tokenizers import Tokenizer

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from models.examples import HELD_OUT, TEST, Example, annotated, window_examples  # noqa: E402
from sanudo.coding import model  # noqa: E402
from sanudo.coding.candidates import WINDOW_TOKENS  # noqa: E402
from sanudo.coding.marking import mark  # noqa: E402


def main() -> None:
    """Read with both and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--full", type=Path, required=True)
    args = parser.parse_args()
    small = model.packaged()
    with as_file(files("sanudo").joinpath("_model", "tokenizer.json")) as path:
        tokenizer = Tokenizer.from_file(str(path))
    full = model.PairModel(args.full.read_bytes(), tokenizer, small.card)
    examples: list[Example] = [
        example
        for article in annotated([HELD_OUT, TEST], args.shared / "data")
        for example in window_examples(article, lambda text: len(small.encode(text).ids), WINDOW_TOKENS)
    ]
    asked, right, same = Counter[str](), Counter[tuple[str, str]](), Counter[str]()
    for example in examples:
        marked = mark([small.encode(text) for text in example.texts], example.spans, example.fresh)
        shown = [p for p in example.pairs if marked.shows(p.sentence, p.first, p.second)]
        places = [(p.sentence, p.first, p.second) for p in shown]
        if not places:
            continue
        for pair, one, other in zip(shown, small.score(marked, places), full.score(marked, places), strict=True):
            wanted = {"type": set(pair.types or ("NONE",))}
            if pair.types:
                wanted |= {head: {getattr(pair, head)} for head in ("direction", "status", "kind")}
            for head, labels in wanted.items():
                said = [model.best(getattr(s, "types" if head == "type" else head)) for s in (one, other)]
                asked[head] += 1
                same[head] += said[0] == said[1]
                for name, label in zip(("8 bits", "full"), said, strict=True):
                    right[head, name] += label in labels
    print(f"{small.version}, {asked['type']} pairs, {asked['status']} with an event")
    for head, count in asked.items():
        shares = ", ".join(f"{name} {right[head, name] / count:.3f}" for name in ("8 bits", "full"))
        print(f"  {head:9} right: {shares}; the same {same[head] / count:.3f}")


if __name__ == "__main__":
    main()
