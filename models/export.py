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

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from models.encoders import small
from models.network import DIRECTIONS, HEADS, KINDS, LATE, MODES, STATUSES, TYPES, WORDS, LateHeads, PairNetwork
from sanudo.codebook import CONTEXTS

AXES = {name: {1: "length"} for name in ("ids", "segments")} | {
    name: {0: "pairs", 1: "length"} for name in ("first", "second", "inside")
}
AXES["named"] = {0: "pairs"}
# Least chance of a word to tell an event for it to be looked at; the first token always is, so that there is one.
LEAST = 0.005
INPUTS = ["ids", "segments", "first", "second", "inside", "named"]
# The last is what the pair alone tells of its type, for who names the pair.
OUTPUTS = [*HEADS, *LATE, "type_by_pair"]
LABELS = {"type": TYPES, "direction": list(DIRECTIONS), "status": STATUSES, "kind": KINDS}
LABELS |= {"mode": MODES, "context": list(CONTEXTS)}


class Unpadded(nn.Module):
    """The network with its late heads for one unpadded input: no mask to give."""

    def __init__(self, network: PairNetwork, late: LateHeads, words: float = WORDS) -> None:
        super().__init__()
        self.network, self.late, self.words = network, late, words

    def forward(
        self, ids: Tensor, segments: Tensor, first: Tensor, second: Tensor, inside: Tensor, named: Tensor
    ) -> tuple[Tensor, ...]:
        """Logits of every head, in the order of OUTPUTS; of HEADS the logarithms of probabilities."""
        hidden = self.network.encode(ids, segments, torch.ones_like(ids))
        seen = self.network.see(hidden, *(x.unsqueeze(0) for x in (first, second, inside, named)))
        likely = 1 - self.network.trigger(hidden)[0].softmax(1)[:, 0] > LEAST
        at = torch.cat([torch.ones_like(likely[:1]), likely[1:]]).nonzero().squeeze(1)
        both = self.network.read_both(hidden[:, at], seen, inside[:, at].unsqueeze(0), self.words)
        return (
            *(both[name][0].clamp(min=1e-9).log() for name in HEADS),
            *(self.late[name](seen.mixed[0]) for name in LATE),
            self.network.read(seen)["type"][0],
        )


def to_onnx(network: Unpadded, path: Path) -> None:
    """Write a network in full precision."""
    length = 12
    ids = torch.arange(100, 100 + length).unsqueeze(0)
    places = torch.zeros(2, length)
    places[:, 3] = 1.0
    inputs = (ids, torch.zeros_like(ids), places, places.clone(), torch.ones_like(places), torch.ones(2, 2))
    torch.onnx.export(
        network, inputs, str(path), input_names=INPUTS, output_names=OUTPUTS, dynamo=False, opset_version=17,
        dynamic_axes=AXES,
    )  # fmt: skip


def unsigned(network: onnx.ModelProto) -> None:
    """Shift 8-bit weights of products, and their zero points, from -128..127 to 0..255; the products stay as they are.

    Of signed weights, processors without VNNI add the products of two in 16 bits, and cut off what is more: there the network would read otherwise.
    """
    of_products = {name for node in network.graph.node if node.op_type == "MatMulInteger" for name in node.input}
    for values in network.graph.initializer:
        if values.name in of_products and (signed := numpy_helper.to_array(values)).dtype == np.int8:
            shifted = (signed.astype(np.int16) + 128).astype(np.uint8)
            values.CopyFrom(numpy_helper.from_array(shifted, values.name))


def main() -> None:
    """Export, quantise, and write the card."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument(
        "--threshold", type=float, default=0.4, help="least probability of an event, chosen on held-out articles"
    )
    parser.add_argument(
        "--held-out", type=json.loads, help='fold of marked pairs not trained on, {"fold": 0, "folds": 5}'
    )
    parser.add_argument("--words", type=float, default=WORDS, help="the part of single words")
    parser.add_argument("--temperature", type=json.loads, default={}, help="softmax temperature by head, as JSON")
    args = parser.parse_args()
    network = small(args.base)
    network.load_state_dict(torch.load(args.run / "last.pt")["mean"])
    network.eval()
    late = LateHeads(network.width)
    late.load_state_dict(torch.load(args.run / "late.pt"))
    args.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        to_onnx(Unpadded(network, late, args.words), full)
        signed = Path(folder) / "signed.onnx"
        quantize_dynamic(str(full), str(signed), weight_type=QuantType.QInt8, per_channel=True)
        network_in_8_bits = onnx.load(signed)
        unsigned(network_in_8_bits)
        onnx.save(network_in_8_bits, args.out / "model.onnx")
        shutil.copy(full, args.run / "full.onnx")
    shutil.copy(args.base / "tokenizer.json", args.out / "tokenizer.json")
    version = hashlib.sha256((args.out / "model.onnx").read_bytes()).hexdigest()[:12]
    card = {
        "version": f"pairs-{version}",
        "labels": LABELS,
        "threshold": args.threshold,
        "temperature": args.temperature,
    }
    if args.held_out:
        card["held_out"] = args.held_out
    (args.out / "model.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    print(card["version"], (args.out / "model.onnx").stat().st_size)


if __name__ == "__main__":
    main()
