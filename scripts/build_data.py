"""Compile `data/*.tsv` into `sanudo/_data/gazetteer.json`, the names of state-level parties.

    python scripts/build_data.py           write the file
    python scripts/build_data.py --check   exit 1 when it is not current

A form that stands for two different parties, or that is a plain English word, is refused: edit the tables.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "sanudo" / "_data" / "gazetteer.json"


def rows(name: str) -> Iterator[dict[str, str]]:
    """Rows of one table, comments left out."""
    with open(ROOT / "data" / name, encoding="utf-8", newline="") as lines:
        yield from csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")


def forms(cell: str | None) -> list[str]:
    """The forms in one cell."""
    return [form.strip() for form in (cell or "").split(";") if form.strip()]


def compile_gazetteer() -> str:
    """The gazetteer as JSON text: parties by form, display names, office-holders, and names that block a match."""
    parties: dict[str, list[str]] = {}
    names: dict[str, str] = {}

    def add(form: str, label: str, state: str, sector: str = "", name: str = "") -> None:
        for variant in {form, form.replace("’", "'"), form.replace("'", "’")}:
            entry = [label, state, sector, name]
            if parties.setdefault(variant, entry)[1:] != entry[1:]:
                raise SystemExit(f"{variant!r} stands for {parties[variant]} and {entry}: edit data/")

    for row in rows("states.tsv"):
        state = row["code"]
        names[state] = forms(row["names"])[0]
        for column, label in (("names", "state"), ("adjectives", "adjective"), ("seats", "capital")):
            for form in forms(row[column]):
                add(form, label, state)
    for row in rows("organs.tsv"):
        for form in forms(row["forms"]):
            add(form, "state", row["state"], row["sector"])
    for row in rows("bodies.tsv"):
        names.setdefault(row["code"], row["name"])
        for form in [row["name"], *forms(row["forms"])]:
            add(form, "body", row["code"], "", row["name"])
    names["IGO"], names["NSA"] = "an international body", "an armed group"
    for row in rows("groups.tsv"):
        for form in [row["name"], *forms(row["forms"])]:
            add(form, "group", "NSA", "REB", row["name"])
    persons = [
        [row["state"], row["name"], row["alone"] or "", int(row["from"]), int(row["to"])] for row in rows("persons.tsv")
    ]
    blocked = sorted({row["phrase"] for row in rows("blocked.tsv")} - set(parties))
    regions = {row["word"]: [row["all"] == "all", row["states"].split()] for row in rows("regions.tsv")}
    value = {"parties": parties, "names": names, "persons": persons, "blocked": blocked, "regions": regions}
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=0) + "\n"


def main() -> None:
    """Write the compiled file, or check that it is current."""
    text = compile_gazetteer()
    if "--check" in sys.argv[1:]:
        sys.exit(0 if OUT.exists() and OUT.read_text(encoding="utf-8") == text else f"{OUT} is not current")
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
