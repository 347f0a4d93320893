"""Average the networks of several runs that began from one encoder: it reads unseen text better than any of them.

    python -m models.average models/runs/A=0.4 models/runs/B=0.6 --out models/runs/NAME

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
    """The mean of networks, by shares that sum to one; whole numbers are taken from the first. Of parameters that not all have it is the mean
    of those that have them.

    Raises:
        ValueError: the shares do not sum to one.
    """
    if not math.isclose(math.fsum(shares), 1.0, abs_tol=1e-6):
        raise ValueError(f"the shares sum to {math.fsum(shares)}, not to 1")
    mean: dict[str, Tensor] = {}
    for name in dict.fromkeys(name for network in networks for name in network):
        having = [(network[name], share) for network, share in zip(networks, shares, strict=True) if name in network]
        whole = math.fsum(share for _, share in having)
        first = having[0][0]
        mean[name] = torch.stack([v * s / whole for v, s in having]).sum(0) if first.is_floating_point() else first
    return mean


def main() -> None:
    """Read the last checkpoint of each run, write the mean network."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("runs", nargs="+", metavar="RUN=SHARE")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    parts = [run.rsplit("=", 1) for run in args.runs]
    networks = [torch.load(Path(run) / "last.pt")["mean"] for run, _ in parts]
    args.out.mkdir(parents=True, exist_ok=True)
    torch.save({"mean": average(networks, [float(share) for _, share in parts])}, args.out / "last.pt")


if __name__ == "__main__":
    main()
