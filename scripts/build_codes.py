"""Compile `data/cameo.tsv` and `data/codes.tsv` into `sanudo/_data/codes.json`, the code tables of other programs' formats.

python scripts/build_codes.py           write the file
python scripts/build_codes.py --check   exit 1 when it is not current
"""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "sanudo" / "_data" / "codes.json"


def rows(name: str) -> list[list[str]]:
    """Rows of one table, comment and heading left out."""
    with open(ROOT / "data" / name, encoding="utf-8", newline="") as lines:
        table = csv.reader((line for line in lines if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)
        next(table)
        return list(table)


def compile_codes() -> str:
    """The tables as one JSON text, a row a line."""
    tables = {name: rows(f"{name}.tsv") for name in ("cameo", "codes")}
    parts = (
        f'"{name}": [\n' + ",\n".join(json.dumps(row, ensure_ascii=False) for row in table) + "\n]"
        for name, table in tables.items()
    )
    return "{" + ",\n".join(parts) + "}\n"


def main() -> int:
    """Write the file, or say whether it is current."""
    text = compile_codes()
    if "--check" in sys.argv:
        return int(OUT.read_text(encoding="utf-8") != text)
    OUT.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
