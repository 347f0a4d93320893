"""Average networks that began from one encoder, of several runs or of epochs of one: the mean reads unseen text better than any of them.

    python -m models.average models/runs/A=0.4 models/runs/B=0.6 --out models/runs/NAME
    python -m models.average models/runs/A/before.pt=0.4 models/runs/A/last.pt=0.6 --out models/runs/NAME

The weights of networks that were trained from one start lie in one valley of the loss, so that their mean is a network too (Wortsman et al.,
"Model soups", 2022).
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from torch import Tensor


def average(networks: Sequence[Mapping[str, Tensor]], shares: Sequence[float]) -> dict[str, Tensor]:
    """The mean of networks with the same parameters, by shares that sum to one; whole numbers are taken from the first.

    Raises:
        ValueError: the shares do not sum to one, or the parameters differ.
    """
    if not math.isclose(math.fsum(shares), 1.0, abs_tol=1e-6):
        raise ValueError(f"the shares sum to {math.fsum(shares)}, not to 1")
    first = networks[0]
    if any(network.keys() != first.keys() for network in networks):
        raise ValueError("the networks are not of one kind: their parameters differ")
    return {
        name: torch.stack([s * network[name] for s, network in zip(shares, networks, strict=True)]).sum(0)
        if values.is_floating_point()
        else values
        for name, values in first.items()
    }


def main() -> None:
    """Read the checkpoints, or the last one of each run, and write the mean network."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("runs", nargs="+", metavar="RUN=SHARE")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    parts = [run.rsplit("=", 1) for run in args.runs]
    paths = [Path(run) if Path(run).is_file() else Path(run) / "last.pt" for run, _ in parts]
    networks = [torch.load(path)["mean"] for path in paths]
    args.out.mkdir(parents=True, exist_ok=True)
    torch.save({"mean": average(networks, [float(share) for _, share in parts])}, args.out / "last.pt")


if __name__ == "__main__":
    main()
