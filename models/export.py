"""Put a trained network into the package: 8-bit ONNX, its tokenizer, its card.

python -m models.export --run models/runs/NAME --base FOLDER --out sanudo/_model
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from transformers import BertConfig

from models.network import DIRECTIONS, HEADS, KINDS, STATUSES, TYPES, PairNetwork

AXES = {name: {1: "length"} for name in ("ids", "segments")} | {
    name: {0: "pairs", 1: "length"} for name in ("first", "second")
}
LABELS = {"type": TYPES, "direction": list(DIRECTIONS), "status": STATUSES, "kind": KINDS}


class Unpadded(nn.Module):
    """The network for one unpadded input: no mask to give."""

    def __init__(self, network: PairNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, segments: Tensor, first: Tensor, second: Tensor) -> tuple[Tensor, ...]:
        """Logits of every head, in the order of HEADS."""
        logits = self.network(ids, segments, torch.ones_like(ids), first, second)
        return tuple(logits[name] for name in HEADS)


def main() -> None:
    """Export, quantise, and write the card."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument(
        "--threshold", type=float, default=0.4, help="least probability of a type, chosen on held-out articles"
    )
    parser.add_argument("--temperature", type=json.loads, default={}, help="softmax temperature by head, as JSON")
    args = parser.parse_args()
    config = BertConfig.from_pretrained(args.base)
    config._attn_implementation = "eager"
    network = PairNetwork(config)
    network.load_state_dict(torch.load(args.run / "last.pt")["network"])
    network.eval()
    length = 12
    ids = torch.arange(100, 100 + length).unsqueeze(0)
    places = torch.zeros(2, length)
    places[:, 3] = 1.0
    inputs = (ids, torch.zeros_like(ids), places, places.clone())
    names = ["ids", "segments", "first", "second"]
    args.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            Unpadded(network), inputs, str(full), input_names=names, output_names=list(HEADS), dynamo=False,
            opset_version=17, dynamic_axes=AXES,
        )  # fmt: skip
        quantize_dynamic(str(full), str(args.out / "model.onnx"), weight_type=QuantType.QInt8, per_channel=True)
        if args.run.joinpath("full.onnx").parent.exists():
            shutil.copy(full, args.run / "full.onnx")
    shutil.copy(args.base / "tokenizer.json", args.out / "tokenizer.json")
    version = hashlib.sha256((args.out / "model.onnx").read_bytes()).hexdigest()[:12]
    card = {
        "version": f"pairs-{version}",
        "labels": LABELS,
        "threshold": args.threshold,
        "temperature": args.temperature,
    }
    (args.out / "model.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    print(card["version"], (args.out / "model.onnx").stat().st_size)


if __name__ == "__main__":
    main()
