"""Read the packaged network back, to train it further or to average it with others.

    python -m models.restore --base FOLDER --out models/runs/NAME

Writes a checkpoint, `last.pt`, and the heads of modes and contexts, `late.pt`. The weights are those of the 8-bit file: what rounding took from them is
lost. Which of its weights belongs to which parameter is told by exporting a network of random ones.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn

from models.encoders import small
from models.export import Unpadded, to_onnx
from models.network import LateHeads

PACKAGED = Path(__file__).resolve().parent.parent / "sanudo" / "_model" / "model.onnx"
Array = np.ndarray[Any, np.dtype[Any]]


def weights_in(path: Path) -> dict[str, Array]:
    """The initial values of an ONNX file, by name."""
    return {values.name: numpy_helper.to_array(values) for values in onnx.load(path).graph.initializer}


def value_of(name: str, packed: Mapping[str, Array]) -> Array:
    """A weight by its name in full precision, whether it was quantised or not."""
    if name in packed:
        return packed[name].astype(np.float32)
    if f"{name}_Transposed_quantized" in packed:
        return value_of(f"{name}_Transposed", packed).T
    stored, scale, zero = (packed[f"{name}_{part}"].astype(np.float32) for part in ("quantized", "scale", "zero_point"))
    if scale.ndim == 1 and scale.size > 1:  # one scale for each output
        last = name.startswith("onnx::") or name.endswith("_Transposed")
        sizes = [axis for axis, size in enumerate(stored.shape) if size == scale.size]
        shape = [1] * stored.ndim
        shape[sizes[-1] if last else sizes[0]] = -1
        scale, zero = scale.reshape(shape), zero.reshape(shape)
    value: Array = (stored - zero) * scale
    return value


def restored(module: nn.Module, full: Mapping[str, Array], packed: Mapping[str, Array]) -> dict[str, Tensor]:
    """The parameters of a module, each by the weight of `full`, the export of its random ones, that equals it."""
    state = {}
    for name, values in module.state_dict().items():
        if values.dtype != torch.float32:
            state[name] = values
            continue
        wanted = values.numpy()
        found = next((n for n, a in full.items() if a.shape == wanted.shape and np.array_equal(a, wanted)), None)
        turned = found or next(
            (n for n, a in full.items() if a.T.shape == wanted.shape and np.array_equal(a.T, wanted)), None
        )
        flat = turned or next(
            n for n, a in full.items() if a.size == wanted.size and np.array_equal(a.ravel(), wanted.ravel())
        )
        value = value_of(flat, packed)
        value = value.T if turned and not found else value
        state[name] = torch.tensor(np.ascontiguousarray(value).reshape(wanted.shape))
    return state


def main() -> None:
    """Read, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", type=Path, required=True, help="folder of the pretrained encoder")
    parser.add_argument("--model", type=Path, default=PACKAGED, help="8-bit network; by default the packaged one")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    torch.manual_seed(0)
    network = small(args.base)
    late = LateHeads(network.width)
    with torch.no_grad():
        for parameter in (*network.parameters(), *late.parameters()):
            parameter.copy_(torch.randn_like(parameter) * 0.02)
    network.eval()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "random.onnx"
        to_onnx(Unpadded(network, late), path)
        full, packed = weights_in(path), weights_in(args.model)
    args.out.mkdir(parents=True, exist_ok=True)
    torch.save({"mean": restored(network, full, packed)}, args.out / "last.pt")
    torch.save(restored(late, full, packed), args.out / "late.pt")


if __name__ == "__main__":
    main()
