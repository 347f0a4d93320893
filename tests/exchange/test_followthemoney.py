"""FollowTheMoney entities: schemata and properties are those that followthemoney 4.11 publishes."""

import json
import re
from dataclasses import replace

from made import entry_of, visit, written

from sanudo.records import Kind

# Schemata with their properties, and whether a property is a date, an address on the web, a country or an entity of one of some schemata.
# As in followthemoney/schema/*.yaml, those that Thing and Interval give included, as far as they are used here.
_SHARED = {"name": "text", "sourceUrl": "url", "publisher": "text"}
_PARTY = {"PublicBody", "Organization", "Person"}
SCHEMATA = {
    "PublicBody": {"name": "text", "country": "country"},
    "Organization": {"name": "text", "country": "country"},
    "Person": {"name": "text", "country": "country"},
    "Article": {**_SHARED, "publishedAt": "date"},
    "Event": {
        **_SHARED,
        **dict.fromkeys(("date", "startDate", "endDate"), "date"),
        **dict.fromkeys(("location", "summary", "keywords", "recordId"), "text"),
        "country": "country",
        "involved": _PARTY,
        "proof": {"Article"},
    },
}
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def entities(*entries):
    text, losses = written("ftm", entries)
    found = [json.loads(line) for line in text.splitlines()]
    check(found)
    return found, losses


def check(found):
    """That each entity is one that the library takes, and that what it names came before."""
    seen = {}
    for entity in found:
        assert set(entity) == {"id", "schema", "properties"}
        assert entity["id"] not in seen
        seen[entity["id"]] = entity["schema"]
        assert entity["properties"]["name"]
        for name, values in entity["properties"].items():
            sort = SCHEMATA[entity["schema"]][name]
            assert isinstance(values, list)
            assert values
            for value in values:
                assert isinstance(value, str)
                match sort:
                    case "date":
                        assert DATE.fullmatch(value)
                    case "url":
                        assert value.startswith("https://")
                    case "country":
                        assert re.fullmatch("[a-z]{2}", value)
                    case set():
                        assert seen[value] in sort


def test_an_event_comes_with_its_parties_and_its_report():
    entry = visit()
    found, losses = entities(entry)
    assert [entity["schema"] for entity in found] == ["PublicBody", "PublicBody", "Article", "Event"]
    assert found[0] == {
        "id": "party:NOR",
        "schema": "PublicBody",
        "properties": {"name": ["Norway"], "country": ["no"]},
    }
    assert found[2]["properties"] == {
        "name": ["The Harbour Times, 2021-05-10"],
        "publisher": ["The Harbour Times"],
        "publishedAt": ["2021-05-10"],
        "sourceUrl": ["https://news.example/1"],
    }
    assert found[3]["properties"] == {
        "name": ["Norway > Iceland: visit (CONSULT), happened"],
        "startDate": ["2021-05-03"],
        "endDate": ["2021-05-05"],
        "location": ["Reykjavik, Iceland"],
        "country": ["is"],
        "involved": ["party:NOR", "party:ISL"],
        "summary": ["Norway visited Iceland from 3 to 5 May 2021."],
        "keywords": ["CONSULT", "visit", "happened"],
        "sourceUrl": ["https://news.example/1"],
        "publisher": ["The Harbour Times"],
        "recordId": ["e1:1"],
        "proof": [entry.mention.article_id],
    }
    assert losses.told("ftm") == "ftm: who acts and on whom and confidence of 1 event are not kept"


def test_each_entity_is_written_once():
    found, _ = entities(visit(), visit(event="e1:2", when="2021"))
    assert [entity["schema"] for entity in found].count("PublicBody") == 2
    assert [entity["id"] for entity in found if entity["schema"] == "Event"] == ["e1:1", "e1:2"]
    assert found[-1]["properties"]["date"] == ["2021"]


def test_persons_bodies_and_groups_are_entities():
    entry = entry_of("Norway met NATO and rebels.", "CONSULT", Kind.MEETING, "NOR:Norway NAT:NATO NSA:rebels", url=None)
    state, body, group = entry.mention.actors
    actors = (replace(state, name="Kari Moen"), body, replace(group, name="Free Fjord\x00 Army"))
    found, _ = entities(replace(entry, mention=replace(entry.mention, actors=actors)))
    named = [(entity["schema"], entity["properties"]["name"][0]) for entity in found[:4]]
    assert named == [
        ("PublicBody", "Norway"),
        ("Person", "Kari Moen"),
        ("Organization", "NATO"),
        ("Organization", "Free Fjord Army"),
    ]
    assert found[-1]["properties"]["involved"] == [entity["id"] for entity in found[:4]]
