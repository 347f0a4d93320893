"""Compile names of weapons from the list of systems lost in the war in Ukraine (Oryx, as `scrape_oryx` has it; CC BY 4.0).

    python scripts/compile_weapons.py --knowledge FOLDER

FOLDER holds `weapon-systems/totals_by_system_wide.csv`: a row a system, "152mm 2S3 Akatsiya", mostly with the class at its end. Kept are proper
names of at least two systems whose rows say one class. Writes `data/weapons.tsv`; then run `scripts/build_data.py`. What news calls by
name and that list lacks stands in `data/equipment.tsv`, which goes before it.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter, defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# The last word of a row, and the class that it is.
CLASSES = {
    "tank": "tank", "howitzer": "howitzer", "radar": "radar", "UAV": "drone", "MRL": "rocket launcher", "MRLS": "rocket launcher", "helicopter": "helicopter",
    "aircraft": "aircraft", "gun": "gun", "missile": "missile", "mortar": "mortar", "boat": "boat", "APC": "armoured vehicle", "MRAP": "armoured vehicle",
    "AFV": "armoured vehicle", "IMV": "armoured vehicle", "IFV": "armoured vehicle",
}  # fmt: skip
NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")
# Words of the rows that name no weapon.
NO_NAMES = set(
    "Antenna Fighter Landing Mech Mini Operated Quantum Albatros Aeronautics Sparrow Merlin Sani Flap Unknown Project Patrol River Island Guard Command Mobile Coastal Senator Roshel Patriot Type Class Fury Shark Spectator Vector Puma Penguin".split()
)
LEAST = 2


def weapons(path: Path) -> list[tuple[str, str]]:
    """(name, class) of every name that is kept, in order."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    with open(path, encoding="utf-8", newline="") as lines:
        for system in sorted({row["system"] for row in csv.DictReader(lines)}):
            last = next((word for word in reversed(re.findall(r"\w+", system)) if word in CLASSES), "")
            for name in NAME.findall(system):
                seen[name][CLASSES.get(last, "")] += 1
    kept = []
    for name, counts in sorted(seen.items()):
        known = {sort: count for sort, count in counts.items() if sort}
        if name not in NO_NAMES and sum(counts.values()) >= LEAST and len(known) == 1:
            kept.append((name, next(iter(known))))
    return kept


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--knowledge", type=Path, required=True)
    table = weapons(parser.parse_args().knowledge / "weapon-systems" / "totals_by_system_wide.csv")
    lines = [
        "# Made by scripts/compile_weapons.py from the Oryx list of systems (CC BY 4.0); edit equipment.tsv instead.",
        "name\tsort",
    ]
    text = "\n".join([*lines, *("\t".join(row) for row in table)]) + "\n"
    (ROOT / "data" / "weapons.tsv").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
