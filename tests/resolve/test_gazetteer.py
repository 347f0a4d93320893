import csv
import hashlib
import json
from importlib.resources import files
from pathlib import Path

import pytest

from sanudo.resolve.gazetteer import entry, key, senses

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("Deir ez-Zor", "Deir Ez Zor"),
        ("St. Louis", "Saint Louis"),
        ("Za’atari", "Zaatari"),
        ("Łódź", "Lodz"),
        ("KHARKIV", "Kharkiv"),
        ("U.S.", "US"),
    ],
)
def test_spellings_of_one_name_have_one_key(name: str, same: str) -> None:
    assert key(name) == key(same)


def test_two_or_three_capitals_are_another_name_than_the_word() -> None:
    assert key("PA") != key("Pa.")
    assert {sense.entry.name for sense in senses("PA")} >= {"Pennsylvania"}


def test_a_place_has_its_id_point_and_country() -> None:
    (sense,) = [sense for sense in senses("Rawalpindi") if sense.entry.kind == "city" and sense.usual]
    place = sense.entry
    assert (place.geonameid, place.country) == (1166993, "PAK")
    assert (place.lat, place.lon) == (pytest.approx(33.6, abs=0.1), pytest.approx(73.04, abs=0.1))
    assert entry(place.first).name == "Punjab"


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Arabian Sea", "sea", None),
        ("Strait of Hormuz", "strait", None),
        ("North Waziristan", "district", "PAK"),
        ("Odisha", "region", "IND"),
        ("Crimea", "region", "UKR"),
        ("Bagram", "base", "AFG"),
        ("Kosovo", "country", "KOS"),
        ("Spratly Islands", "island", None),
    ],
)
def test_what_news_names_is_there(name: str, kind: str, country: str | None) -> None:
    assert (kind, country) in {(sense.entry.kind, sense.entry.country) for sense in senses(name)}


def test_a_name_of_nothing_has_no_sense() -> None:
    assert senses("Qwertyville") == senses("") == senses("…") == senses("A" * 1_000_000) == ()


def test_the_packaged_tables_are_those_of_the_card_and_hold_our_own_places() -> None:
    folder = files("sanudo").joinpath("_data")
    card = json.loads(folder.joinpath("places.json").read_text(encoding="utf-8"))
    tables = b"".join(folder.joinpath(f"{name}.arrow").read_bytes() for name in ("places", "placenames"))
    assert hashlib.sha256(tables).hexdigest() == card["sha256"]
    assert len(tables) < 40_000_000
    assert card["places"] > 200_000
    with open(ROOT / "data" / "regions.tsv", encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"))
    missing = [
        name
        for row in rows
        for name in [row["name"], *(form.strip() for form in row["forms"].split(";") if form.strip())]
        if not any(sense.entry.country == (row["country"] or None) for sense in senses(name))
    ]
    assert missing == [], "run scripts/build_places.py"
    assert all(-90 <= float(row["lat"]) <= 90 and -180 <= float(row["lon"]) <= 180 for row in rows)
