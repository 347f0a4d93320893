"""GeoJSON, read again with the json module."""

import json

from made import amount, entry_of, item, visit, written

from sanudo.details import Transfer
from sanudo.records import Kind, Place


def test_points_are_longitude_then_latitude():
    text, _ = written("geojson", [visit(), visit(event="e1:2")])
    collection = json.loads(text)
    assert collection["type"] == "FeatureCollection"
    first, second = collection["features"]
    assert first["geometry"] == {"type": "Point", "coordinates": [-21.94, 64.15]}
    assert (first["type"], first["id"], second["id"]) == ("Feature", "e1:1", "e1:2")
    assert first["properties"]["actors"] == ["NOR"]
    assert first["properties"]["parties"] == ["Norway", "Iceland"]
    assert first["properties"]["when"] == "2021-05-03/2021-05-05"


def test_the_record_is_a_property():
    detail = Transfer((item("Archer", "gun", amount(24)),))
    sold = entry_of(
        "Sweden sold guns to Norway.",
        "COOPERATE",
        Kind.TRANSFER,
        "SWE:Sweden",
        "NOR:Norway",
        detail=detail,
        where=Place("NOR", "Oslo", 1, 59.9, 10.7),
    )
    (feature,) = json.loads(written("geojson", [sold])[0])["features"]
    assert feature["properties"]["detail"]["items"][0]["designation"] == "Archer"


def test_an_event_without_coordinates_is_left_out():
    text, losses = written("geojson", [visit(where=Place("ISL")), visit(where=None)])
    assert json.loads(text) == {"type": "FeatureCollection", "features": []}
    assert losses.told("geojson") == "geojson: 2 events are left out: no place with coordinates"
