"""GraphML, read again with networkx."""

from dataclasses import replace

import pytest
from made import entry_of, visit, written

from sanudo.errors import MissingExtraError
from sanudo.exchange import extras
from sanudo.records import Kind

networkx = pytest.importorskip("networkx", reason="pip install 'sanudo[exchange]'")


def graph_of(*entries):
    text, losses = written("graphml", entries)
    return networkx.parse_graphml(text, force_multigraph=True), losses


def test_events_are_edges_between_parties():
    graph, _ = graph_of(visit(), visit(event="e1:2", when="2021"))
    assert graph.is_directed()
    assert dict(graph.nodes(data=True)) == {
        "NOR": {"label": "Norway", "state": True},
        "ISL": {"label": "Iceland", "state": True},
    }
    first, second = (data for _, _, data in graph.edges(data=True))
    assert first == {
        "event": "e1:1",
        "type": "CONSULT",
        "kind": "visit",
        "status": "happened",
        "symmetric": False,
        "quad": 1,
        "intensity": first["intensity"],
        "when": "2021-05-03/2021-05-05",
        "country": "ISL",
        "place": "Reykjavik",
        "confidence": 0.9,
        "source": "https://news.example/1",
    }
    assert list(graph.edges(keys=True)) == [("NOR", "ISL", "e1:1 NOR ISL"), ("NOR", "ISL", "e1:2 NOR ISL")]
    assert isinstance(first["intensity"], float)
    assert second["when"] == "2021"


def test_each_pair_of_equals_has_one_edge():
    talks = entry_of("Norway met Iceland and Sweden.", "CONSULT", Kind.MEETING, "NOR:Norway ISL:Iceland SWE:Sweden")
    graph, _ = graph_of(talks)
    assert sorted(graph.edges()) == [("ISL", "SWE"), ("NOR", "ISL"), ("NOR", "SWE")]
    assert all(data["symmetric"] for _, _, data in graph.edges(data=True))


def test_groups_are_told_apart_by_name_and_strange_text_is_cleaned():
    entry = entry_of("Norway met rebels and bandits.", "CONSULT", Kind.MEETING, "NSA:rebels NSA:bandits")
    one, other = entry.mention.actors
    actors = (replace(one, name="Free\x00 <Fjord> & Army"), replace(other, name="Ice\x1b Men"))
    graph, _ = graph_of(replace(entry, mention=replace(entry.mention, actors=actors)))
    assert dict(graph.nodes(data="label")) == {
        "NSA Free <Fjord> & Army": "Free <Fjord> & Army",
        "NSA Ice Men": "Ice Men",
    }


def test_an_event_of_one_party_is_left_out():
    alone = entry_of("Norway moved troops.", "MOBILIZE", Kind.DEPLOYMENT, "NOR:Norway")
    graph, losses = graph_of(alone)
    assert len(graph) == 0
    assert losses.told("graphml") == "graphml: 1 event is left out: fewer than two parties"


def test_a_missing_library_is_named_with_what_to_install():
    with pytest.raises(
        MissingExtraError, match=r"no_such_library is needed for this; pip install 'sanudo\[exchange\]'"
    ):
        extras.extra("no_such_library")
