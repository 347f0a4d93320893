"""Networks as frames and graphs of other libraries."""

import sys

import networkx as nx
import pytest
from told import told

from sanudo.analyse.graphs import edges_table, nodes_table, to_networkx, to_polars, triads_table
from sanudo.analyse.network import network
from sanudo.errors import MissingExtraError

FOUND = network(told("IND PAK ACCUSE 2018-08-01", "PAK=RUS SUPPORT 2018-08-06", "IND=RUS CONSULT 2018-08-09"))


def test_tables_have_what_the_network_has():
    first = edges_table(FOUND).to_pylist()[0]
    assert (first["first"], first["second"], first["net"], first["sign"]) == ("PAK", "RUS", 5.0, 1)
    assert first["event_ids"] == first["turns_on_events"] == "e1:PAK=RUS SUPPORT 2018-08-06"
    assert nodes_table(FOUND).column("state").to_pylist() == ["IND", "PAK", "RUS"]
    assert triads_table(FOUND).to_pylist() == [
        {"states": "IND;PAK;RUS", "signs": "++-", "balanced": False, "weakest": "IND;RUS", "tension": 2.5}
    ]


@pytest.mark.parametrize("table", [edges_table, nodes_table, triads_table])
def test_tables_of_nothing_have_the_same_columns(table):
    empty = table(network([]))
    assert (empty.num_rows, empty.schema) == (0, table(FOUND).schema)


def test_polars_takes_a_table():
    pytest.importorskip("polars")
    assert to_polars(edges_table(FOUND))["net"].to_list() == [5.0, -3.0, 2.5]


def test_a_graph_has_scores_as_weights():
    graph = to_networkx(FOUND)
    assert graph.edges["IND", "PAK"]["weight"] == -3.0
    assert graph.nodes["RUS"] == {
        **{"friends": 2, "rivals": 0, "friendship": 7.5, "rivalry": 0.0, "community": FOUND.nodes[2].community},
        **{"constraint": FOUND.nodes[2].constraint, "between": 1},
    }
    assert nx.is_connected(graph)
    assert list(nx.generate_graphml(graph))


def test_what_is_missing_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "networkx", None)
    with pytest.raises(MissingExtraError, match=r"sanudo\[exchange\]"):
        to_networkx(FOUND)
