"""The network of a period: what counts in it, what its edges rest on, who brokers."""

import networkx as nx
import numpy as np
import pytest
from signed import matrix, some
from told import outline, told

from sanudo.analyse.facts import undated
from sanudo.analyse.network import constraint, network
from sanudo.errors import UsageError

AUGUST = (
    "IND PAK ACCUSE 2018-08-01",
    "PAK=RUS SUPPORT 2018-08-06",
    "IND=RUS CONSULT 2018-08-09",
    "RUS PAK AID 2018-08-31",
)


def one(*lines, **fields):
    (edge,) = network(told(*lines, **fields)).edges
    return edge


def test_an_edge_adds_up_what_passed_both_ways():
    edge = one(
        "PAK RUS SUPPORT 2018-08-01",
        "RUS=PAK CONSULT 2018-08-02",
        "RUS PAK ACCUSE 2018-08-03",
        "PAK RUS REQUEST 2018-08-04",
    )
    assert (edge.pair, edge.cooperation, edge.conflict, edge.net, edge.sign) == (("PAK", "RUS"), 7.5, 3.0, 4.5, 1)
    assert (edge.events, edge.cooperative, edge.conflictive, edge.reports, edge.sources) == (4, 2, 2, 4, ("Dawn",))
    assert edge.event_ids[1] == "e1:RUS=PAK CONSULT 2018-08-02"


def test_several_reports_of_one_event_are_one_event():
    edge = one("PAK RUS SUPPORT 2018-08-01", reports=3, sources=("Dawn", "TASS"))
    assert (edge.net, edge.events, edge.reports, edge.sources) == (5.0, 1, 3, ("Dawn", "TASS"))
    assert edge.turns_on_events == edge.turns_on_sources == ()


def test_a_sign_that_turns_on_one_report_says_so():
    lone = one("PAK RUS SUPPORT 2018-08-01")
    assert lone.turns_on_events == lone.event_ids
    mixed = one("PAK RUS SUPPORT 2018-08-01", "RUS PAK ACCUSE 2018-08-02", "PAK RUS ACCUSE 2018-08-03")
    assert (mixed.net, mixed.turns_on_events) == (-1.0, mixed.event_ids[1:])
    steady = one("PAK RUS SUPPORT 2018-08-01", "PAK RUS SUPPORT 2018-08-02")
    assert steady.turns_on_events == ()


def test_a_sign_that_turns_on_one_source_says_so():
    dawn = told("PAK RUS SUPPORT 2018-08-01", "PAK RUS SUPPORT 2018-08-02")
    (edge,) = network(dawn + told("PAK RUS ACCUSE 2018-08-03", sources=("TASS",), reports=2)).edges
    assert (edge.turns_on_events, edge.turns_on_sources) == ((), ("Dawn",))


def test_who_is_friendly_only_by_talks_is_told():
    lines = ("PAK RUS ACCUSE 2018-08-01", "PAK=RUS CONSULT 2018-08-02", "PAK=RUS CONSULT 2018-08-03")
    edge = one(*lines)
    assert (edge.net, edge.talks, edge.turns_on_talks) == (2.0, 5.0, True)
    assert not one(*lines[1:]).turns_on_talks
    (left,) = network(told(*lines), without=("CONSULT",)).edges
    assert (left.net, left.talks, left.turns_on_talks) == (-3.0, 0.0, False)


def test_two_that_cancel_out_have_no_sign():
    edge = one("PAK RUS CONSULT 2018-08-01", "RUS PAK CONSULT 2018-08-02", "PAK RUS PROTEST 2018-08-03")
    assert (edge.net, edge.sign, edge.turns_on_events) == (0.0, 0, ())
    assert network(told("PAK RUS REQUEST 2018-08-01")).nodes[0].friends == 0


def test_only_what_took_place_in_the_period_counts():
    facts = told(*AUGUST) + told("CHN PAK SUPPORT 2018-08-05", status="planned") + told("CHN PAK AID 2018-09-01")
    found = network(facts, since="2018-08", until="2018-08")
    assert [node.state for node in found.nodes] == ["IND", "PAK", "RUS"]
    assert (len(found.edges), found.undone, found.loose) == (3, 1, 0)


@pytest.mark.parametrize(
    ("first", "last", "counted"),
    [
        ("2018-08-31", "2018-09-02", True),
        ("2018-08-01", "2018-08-31", True),
        ("2018-07-31", "2018-08-02", False),
        ("2018-01-01", "2018-12-31", False),
        ("2018-08-01", "2018-12-31", False),
        ("2014-01-01", "9999-12-31", False),
    ],
)
def test_an_event_counts_where_it_begins_if_its_date_is_not_too_rough(first, last, counted):
    found = network(told("CHN PAK AID 2018-01-01", first_day=first, last_day=last), since="2018-08", until="2018-08")
    assert (len(found.edges), found.loose) == ((1, 0) if counted else (0, 1))


def test_what_has_no_day_is_of_the_whole_but_of_no_period():
    dateless = list(undated([outline("PAK=RUS CONSULT 2018-08-01", first_day=None, last_day=None), outline(AUGUST[0])]))
    whole = network([*told(*AUGUST), *dateless], states=("PAK", "RUS"))
    assert ([edge.net for edge in whole.edges], whole.undated) == ([17.5], 0)
    month = network([*told(*AUGUST), *dateless], since="2018-08")
    assert ([edge.net for edge in month.edges], month.undated, month.loose) == ([15.0, -3.0, 2.5], 1, 0)
    until = network(dateless, until="2018")
    assert (until.edges, until.undated, until.loose) == ((), 1, 0)


def test_bodies_count_only_when_asked_for():
    facts = told("UNO PAK AID 2018-08-01", *AUGUST)
    assert "UNO" not in [node.state for node in network(facts).nodes]
    assert [edge.pair for edge in network(facts, states=("UNO", "PAK", "CHN")).edges] == [("PAK", "UNO")]


def test_states_come_as_asked_and_with_or_without_edges():
    found = network(told(*AUGUST), states=("RUS", "CHN", "IND"))
    assert [(node.state, node.friends, node.community) for node in found.nodes] == [
        ("RUS", 1, 1),
        ("CHN", 0, 2),
        ("IND", 1, 1),
    ]
    assert found.nodes[1].constraint is None


def test_triads_are_the_same_in_whatever_order_states_are_asked_for():
    assert network(told(*AUGUST), states=("RUS", "PAK", "IND")).triads == network(told(*AUGUST)).triads


def test_edges_of_few_events_are_left_out_and_counted():
    found = network(told(*AUGUST), least=2)
    assert ([edge.pair for edge in found.edges], found.thin) == ([("PAK", "RUS")], 2)
    assert len(found.nodes) == 2


def test_an_unbalanced_triad_names_the_edge_that_moves_it():
    found = network(told(*AUGUST))
    (triad,) = found.triads
    assert (triad.states, triad.signs, triad.balanced) == (("IND", "PAK", "RUS"), "++-", False)
    assert (triad.weakest, triad.tension) == (("IND", "RUS"), 2.5)
    assert [(edge.balanced, edge.unbalanced) for edge in found.edges] == [(0, 1)] * 3
    assert {node.state: node.between for node in found.nodes} == {"IND": 0, "PAK": 0, "RUS": 1}
    assert found.balance.kinds == (0, 1, 0, 0)


def test_strongest_first_whatever_the_order_of_facts():
    found = network(told(*AUGUST))
    assert [edge.net for edge in found.edges] == [15.0, -3.0, 2.5]
    assert network(told(*AUGUST[::-1])) == found


def test_nothing_gives_an_empty_network():
    found = network([])
    assert (found.nodes, found.edges, found.triads, found.balance, found.modularity) == ((), (), (), None, 0.0)


@pytest.mark.parametrize("asked", [{"since": "soon"}, {"since": "2018", "until": "2017"}, {"states": ("PAK", "PAK")}])
def test_what_cannot_be_asked_is_refused(asked):
    with pytest.raises(UsageError):
        network(told(*AUGUST), **asked)


@pytest.mark.parametrize("seed", range(3))
def test_constraint_is_that_of_networkx(seed):
    weights = np.maximum(some(seed, density=0.4), 0) * np.add.outer(np.arange(12), np.arange(12)).astype(float)
    expected = nx.constraint(nx.from_numpy_array(weights), weight="weight")
    assert constraint(weights) == pytest.approx(np.array([expected[node] for node in range(12)]), nan_ok=True)


def test_who_joins_two_camps_is_least_constrained():
    """By hand: node 3 of two triangles that share it spends 1/4 on each friend, and 1/4 * 1/2 through the friend's friend: 4 (3/8)²."""
    bound = constraint(matrix(5, "1-2 1-3 2-3 3-4 3-5 4-5").astype(float))
    assert bound[2] == pytest.approx(4 * (3 / 8) ** 2)
    assert np.argmin(bound) == 2
