"""Compile facts of public data sets into tables under `data/`: who led which state when, and who is a member of which body.

    python scripts/compile_facts.py --knowledge FOLDER

FOLDER holds `reign/` (the leader list of the REIGN data set, MIT, to March 2021) and `factbook/` (the World Factbook as JSON, public
domain, early 2026). Writes `data/leaders.tsv` and `data/members.tsv`; then run `scripts/build_data.py`.
"""

from __future__ import annotations

import argparse
import csv
import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SINCE = 1990
# The last year of an office that goes on.
OPEN = 2030

# States by the code of the Correlates of War project where it is not the ISO code.
COW = dict(
    pair.split(":")
    for pair in (
        "AAB:ATG ALG:DZA ANG:AGO AUL:AUS AUS:AUT BAH:BHR BAR:BRB BFO:BFA BHM:BHS BHU:BTN BNG:BGD BOS:BIH BOT:BWA BRU:BRN BUI:BDI BUL:BGR "
        "CAM:KHM CAO:CMR CAP:CPV CDI:CIV CEN:CAF CHA:TCD CON:COG COS:CRI CRO:HRV CZR:CZE DEN:DNK DRC:COD DRV:VNM EQG:GNQ ETM:TLS FIJ:FJI "
        "FRN:FRA GAM:GMB GDR:DEU GFR:DEU GMY:DEU GRG:GEO GRN:GRD GUA:GTM GUI:GIN HAI:HTI HON:HND ICE:ISL INS:IDN IRE:IRL KUW:KWT KYR:KGZ "
        "KZK:KAZ LAT:LVA LEB:LBN LES:LSO LIB:LBY LIT:LTU MAA:MRT MAC:MKD MAD:MDV MAG:MDG MAL:MYS MAS:MUS MAW:MWI MLD:MDA MNC:MCO MNG:MNE "
        "MON:MNG MOR:MAR MSI:MHL MYA:MMR MZM:MOZ NAU:NRU NEP:NPL NEW:NZL NIG:NGA NIR:NER NTH:NLD OMA:OMN PAL:PLW PAR:PRY PHI:PHL POR:PRT "
        "ROK:KOR ROM:ROU SAF:ZAF SAL:SLV SEY:SYC SIE:SLE SIN:SGP SKN:KNA SLO:SVK SLU:LCA SLV:SVN SOL:SLB SPN:ESP SRI:LKA SUD:SDN SVG:VCT "
        "SWA:SWZ SWD:SWE SWZ:CHE TAJ:TJK TAZ:TZA THI:THA TOG:TGO TRI:TTO UAE:ARE UKG:GBR URU:URY VAN:VUT YAR:YEM YPR:YEM YUG:SRB ZAM:ZMB "
        "ZIM:ZWE"
    ).split()
)
# Heads for half a year each, and those who ruled in another's name.
LEFT_OUT = {"SNM", "Tommy Ray Franks", "Jay Garner", "Paul Bremer", "Houthi", "Bob Denard"}
# Bodies by their short name in the factbook.
BODIES = {
    "AU": "African Union", "ASEAN": "ASEAN", "LAS": "Arab League", "GCC": "Gulf Cooperation Council", "SCO": "Shanghai Cooperation Organisation",
    "CSTO": "Collective Security Treaty Organization", "CIS": "Commonwealth of Independent States", "OAS": "Organization of American States",
    "OPEC": "OPEC", "OSCE": "OSCE", "G-7": "G7", "G-20": "G20", "G-77": "G77", "BRICS": "BRICS", "Quad": "Quad", "ECOWAS": "ECOWAS",
    "SADC": "Southern African Development Community", "EAC": "East African Community", "IGAD": "IGAD", "SAARC": "SAARC", "BIMSTEC": "BIMSTEC",
    "OIC": "Organisation of Islamic Cooperation", "Mercosur": "Mercosur", "Caricom": "CARICOM", "CELAC": "CELAC", "PIF": "Pacific Islands Forum",
    "APEC": "APEC", "OECD": "OECD", "CE": "Council of Europe", "EAEU": "Eurasian Economic Union", "NAM": "Non-Aligned Movement",
    "C": "Commonwealth", "EU": "European Union", "NATO": "NATO", "AMU": "Arab Maghreb Union", "SICA": "Central American Integration System",
}  # fmt: skip

# What the edition lags behind: joined, and left.
JOINED = {
    "NATO": "FIN SWE MNE MKD",
    "Shanghai Cooperation Organisation": "IND IRN BLR",
    "East African Community": "COD SOM SSD",
}
LEFT = {"European Union": "GBR", "OPEC": "QAT ECU AGO"}


def states() -> dict[str, str]:
    """Codes by every name in `data/states.tsv`."""
    with open(ROOT / "data" / "states.tsv", encoding="utf-8", newline="") as lines:
        rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
        return {name.strip().removeprefix("The "): row["code"] for row in rows for name in row["names"].split(";")}


def reign(folder: Path) -> Iterator[tuple[str, str, str, int, int]]:
    """(state, name, office, first, last) of each time in office that reached into the years since 1990."""
    with open(
        next((folder / "reign").glob("leaderlist*.csv")), encoding="utf-8", errors="replace", newline=""
    ) as lines:
        for row in csv.DictReader(lines):
            first, last = int(row["syear"]), int(row["eyear"] or OPEN)
            if last >= SINCE and not {row["stateabb"], row["leader"]} & LEFT_OUT and row["leader"].isascii():
                if (row["stateabb"], row["leader"]) == ("KUW", "Saddam Hussein"):
                    continue  # an occupier, too
                yield COW.get(row["stateabb"], row["stateabb"]), _straight(row["leader"]), "leader", first, last


def _straight(leader: str) -> str:
    """A leader's name in order, without remarks: "Franco, Itamar" is "Itamar Franco", "Ramgoolam N." is "Ramgoolam"."""
    name = re.sub(r"\s*\(.*?\)", "", leader)
    if ", " in name:
        name = " ".join(reversed(name.split(", ", 1)))
    return re.sub(r" [A-Z]\.$", "", re.sub(r"\b([A-Z])\.\s*(?=[A-Z][a-z])", r"\1. ", name)).strip()


def factbook(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """The government of each state."""
    known = states()
    for path in sorted((folder / "factbook").glob("*/*.json")):
        government = json.loads(path.read_text(encoding="utf-8")).get("Government", {})
        names = government.get("Country name", {})
        for form in ("conventional short form", "conventional long form"):
            state = known.get(_text(names.get(form)).removeprefix("The ").removesuffix(" (Vatican City)"))
            if state:
                yield state, government
                break


def _text(cell: dict[str, str] | None) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", (cell or {}).get("text", ""))).replace("’", "'").strip()


OFFICES = (
    "Supreme Leader|Prime Minister|Crown Prince|Vice President|President|Chancellor|King|Emir|Amir|Sultan|Grand Duke|Prince|Pope|"
    "Taoiseach"
)
SINCE_YEAR = re.compile(
    rf"\b({OFFICES}) (?:(?:Gen|Col|Capt|Dr|General)\.? )?([^(;,]+?) \(since [^)]*?((?:19|20)\d\d)\)"
)


def incumbents(folder: Path) -> Iterator[tuple[str, str, str, int, int]]:
    """(state, name, office, first, last) of heads of state and government at the last edition."""
    for state, government in factbook(folder):
        branch = government.get("Executive branch", {})
        for cell in ("chief of state", "head of government"):
            for office, name, year in SINCE_YEAR.findall(_text(branch.get(cell))):
                if "CHARLES III" not in name or state == "GBR":
                    yield state, _capitalised(name), office, int(year), OPEN


def _capitalised(name: str) -> str:
    """A name with its surname no longer in capitals; numerals stay."""
    words = [w if re.fullmatch(r"[IVX]+\.?|[A-Z]\.", w) else "-".join(map(_small, w.split("-"))) for w in name.split()]
    return " ".join(words)


def _small(part: str) -> str:
    return part if not part.isupper() or len(part) < 2 else part.capitalize()


def members(folder: Path) -> dict[str, list[str]]:
    """Member states by body; observers, partners, candidates and the suspended left out."""
    found: dict[str, set[str]] = {body: set() for body in BODIES.values()}
    for state, government in factbook(folder):
        for part in _text(government.get("International organization participation")).split(","):
            body = BODIES.get(part.strip())
            if body:
                found[body].add(state)
    for body, codes in found.items():
        codes |= set(JOINED.get(body, "").split())
        codes -= set(LEFT.get(body, "").split())
    return {body: sorted(codes) for body, codes in sorted(found.items()) if codes}


def write(name: str, comment: str, heading: str, rows: list[str]) -> None:
    """Write one table."""
    text = "\n".join([f"# {comment}", heading, *rows]) + "\n"
    (ROOT / "data" / name).write_text(text, encoding="utf-8")


def main() -> None:
    """Write both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--knowledge", type=Path, required=True)
    folder = parser.parse_args().knowledge
    leaders = sorted({*reign(folder), *incumbents(folder)}, key=lambda row: (row[0], row[3], row[1], row[2]))
    comment = "Made by scripts/compile_facts.py from REIGN and the World Factbook; edit persons.tsv instead, which goes before it."
    write("leaders.tsv", comment, "state\tname\toffice\tfrom\tto", ["\t".join(map(str, row)) for row in leaders])
    comment = "Made by scripts/compile_facts.py from the World Factbook (early 2026): full members."
    rows = [f"{body}\t{'; '.join(codes)}" for body, codes in members(folder).items()]
    write("members.tsv", comment, "body\tstates", rows)


if __name__ == "__main__":
    main()
