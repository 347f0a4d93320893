"""Compile `data/*.tsv` into `sanudo/_data/gazetteer.json`, the names of state-level parties.

    python scripts/build_data.py           write the file
    python scripts/build_data.py --check   exit 1 when it is not current

A form that stands for two different parties is refused: edit the tables.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from sanudo.identity import alike, plain, same_person  # noqa: E402

OUT = ROOT / "sanudo" / "_data" / "gazetteer.json"
# Abbreviations are weak, but for these, which mean one thing in the news.
ACRONYM = re.compile(r"[A-Z][A-Z0-9.&/-]{1,7}")
STRONG = set(
    "AFRICOM AIIB AMISOM APEC AQAP AQIM ASEAN AUKUS BIMSTEC BRICS CARICOM CCP CELAC CENTCOM CIA CSTO DEA DPR DPRK DRC E.U. ECB ECOWAS EEC "
    "EEU EAEU ELN EU FARC FATF FBI FSA FSB G-20 G-7 G-8 G8 G20 G7 G77 GCC GRU HAMAS HTS IACHR IAEA ICC ICJ ICRC IDF IGAD ILO IMF IRGC IS IS-K "
    "ISAF ISI ISIL ISIS ISIS-K ISPR ISWAP KCNA KGB KRG KSA LNA LPR LRA LTTE M23 MEA MI5 MI6 MILF MINUSMA MONUSCO NATO OAS OAU OCHA OECD OHCHR "
    "OIC OPCW OPEC O.P.E.C. OSCE PAHO PKK PLA PLO P.L.O. PRC PYD QUAD RAF RF ROK RSF SAARC SADC SAS SBU SCO SDF SVR TPLF TTP U.A.E. U.K. U.N. "
    "U.S. U.S U.S.A. UAE UK UN UNAIDS UNAMA UNASUR UNCTAD UNDP UNEP UNESCO UNFPA UNHCR UNICEF UNIFIL UNMISS UNO UNOCHA UNODC UNRWA UNSC UNMIK "
    "UNMEE UNDOF UNSCOM UNMOVIC UNPROFOR UNITA UNAMID US USA USAID USSR U.S.S.R. U.S.S.R WFP WHO WTO YPG YPJ DHS NASA GCHQ SFOR KFOR IFOR C.I.A. "
    "F.B.I. K.G.B. U.A.E. D.R.C. D.P.R.K. FCO FCDO AU CIS EAC PIF ADB IDB NAM IFAD IOM ICTY ICTR SWAPO IRA ETA KLA AKP BSF TAR UNEP RCMP MERCOSUR INTERPOL".split()
)
# Names of persons stand without an article before these too.
PARTICLE = re.compile(r"^(?:al|el|Al|El)-")


def rows(name: str) -> Iterator[dict[str, str]]:
    """Rows of one table, comments left out."""
    with open(ROOT / "data" / name, encoding="utf-8", newline="") as lines:
        table = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t", restval="")
        yield from table


def forms(cell: str) -> list[str]:
    """The forms in one cell."""
    return [form.strip() for form in cell.split(";") if form.strip()]


def variants(form: str) -> set[str]:
    """A form with both apostrophes, and with the Arabic article as news writes it."""
    found = {form}
    if "al-" in form.lower():
        found |= {re.sub(r"\b[Aa]l-", article, form) for article in ("al-", "Al-", "al ", "Al ")}
    return {f.replace(a, b) for f in found for a, b in (("’", "'"), ("'", "’"))}


class Parties:
    """Names by form: [label, state, sector, name, home]; `home` is what makes a weak form count (resources.Name)."""

    def __init__(self) -> None:
        self.forms: dict[str, list[str]] = {}

    def add(self, form: str, label: str, state: str, sector: str = "", name: str = "", home: str = "") -> None:
        """Add a form in all its spellings.

        Raises:
            SystemExit: it stands for another party already.
        """
        marked = form.endswith("?")
        form = form.removesuffix("?")
        weak = marked or (ACRONYM.fullmatch(form) and form not in STRONG)
        for variant in variants(form):
            entry = [label, state, sector, name, (home or state) if weak else ""]
            if self.forms.setdefault(variant, entry)[1:4] != entry[1:4]:
                raise SystemExit(f"{variant!r} stands for {self.forms[variant]} and {entry}: edit data/")


def compile_gazetteer() -> str:
    """The gazetteer as JSON text."""
    parties, names = Parties(), {"IGO": "an international body", "NSA": "an armed group"}
    for row in rows("states.tsv"):
        names[row["code"]] = forms(row["names"])[0]
        columns = (
            ("names", "state", ""),
            ("adjectives", "adjective", ""),
            ("seats", "capital", ""),
            ("houses", "capital", "GOV"),
        )
        for column, label, sector in columns:
            for form in forms(row[column]):
                parties.add(form, label, row["code"], sector)
    for row in rows("organs.tsv"):
        for form in forms(row["forms"]):
            parties.add(form, "state", row["state"], row["sector"])
    for row in rows("bodies.tsv"):
        names.setdefault(row["code"], row["name"])
        for form in [row["name"], *forms(row["forms"])]:
            parties.add(form, "body", row["code"], "", row["name"], row["name"])
    for row in rows("groups.tsv"):
        for form in [row["name"], *forms(row["forms"])]:
            parties.add(form, "group", "NSA", "REB", row["name"], row["state"] or row["name"])
    for code, name in (("UNO", "United Nations"), ("EUR", "European Union"), ("NAT", "NATO")):
        names[code] = name
    value = {
        "parties": parties.forms,
        "names": names,
        "persons": persons(parties.forms),
        "blocked": sorted({row["phrase"] for row in rows("blocked.tsv")} - set(parties.forms)),
        "company": {
            row["form"]: [forms(row["against"]), forms(row["unless"]), row["other"] or None]
            for row in rows("company.tsv")
        },
        "ships": {row["prefix"]: forms(row["states"]) for row in rows("ships.tsv")},
        "regions": {row["word"]: [row["all"] == "all", row["states"].split()] for row in rows("kinds.tsv")},
        "equipment": {row["name"]: row["sort"] for row in rows("weapons.tsv")}
        | {row["form"]: row["sort"] for row in rows("equipment.tsv")},
        "exercises": [row["name"] for row in rows("exercises.tsv")],
        "members": {row["body"]: forms(row["states"]) for row in rows("members.tsv")},
    }
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=0) + "\n"


def persons(parties: dict[str, list[str]]) -> list[list[Any]]:
    """Office-holders (resources.OfficeHolder) of both tables; leaders that `persons.tsv` has are left out."""
    held: list[list[Any]] = []
    by_state: dict[str, list[str]] = {}
    for row in rows("persons.tsv"):
        full = forms(row["forms"])
        alone = row["alone"] or (full[0] if " " not in full[0] else "")
        if row["state"] in ("IGO", "NSA") and row["of"] not in {name for *_, name, _ in parties.values()}:
            raise SystemExit(f"{full[0]} is of {row['of']!r}, which no table has: edit data/")
        by_state.setdefault(row["state"], []).extend(full)
        held.append(
            [
                row["state"],
                full,
                spellings(alone, full),
                int(row["from"]),
                int(row["to"]),
                row["office"],
                row["sector"],
                row["of"],
            ]
        )
    for row in rows("leaders.tsv"):
        if not any(same_person(row["name"], known).same is not False for known in by_state.get(row["state"], ())):
            held.append([row["state"], [row["name"]], [], int(row["from"]), int(row["to"]), row["office"], "GOV", ""])
    return held


def spellings(alone: str, full: list[str]) -> list[str]:
    """The form that stands alone, as each of the full names spells it."""
    lasts = [PARTICLE.sub("", name.split()[-1]) for name in full] if alone else []
    return list(dict.fromkeys([*filter(None, [alone]), *(last for last in lasts if alike(plain(last), plain(alone)))]))


def main() -> None:
    """Write the compiled file, or check that it is current."""
    text = compile_gazetteer()
    if "--check" in sys.argv[1:]:
        sys.exit(0 if OUT.exists() and OUT.read_text(encoding="utf-8") == text else f"{OUT} is not current")
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
