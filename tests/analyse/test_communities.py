"""Communities: modularity equal to networkx, divisions equal to known ones, the same every time."""

import networkx as nx
import numpy as np
import pytest
from signed import matrix, some, tribes

from sanudo.analyse.communities import communities, modularity


def groups(labels):
    return {frozenset(int(node) for node in np.flatnonzero(labels == label)) for label in set(labels.tolist())}


def test_the_highland_tribes_make_three_camps():
    """As in Hage and Harary (1983) and Doreian and Mrvar (1996)."""
    labels, value = communities(tribes().astype(float))
    camps = ({1, 2, 15, 16}, {3, 4, 6, 7, 8, 11, 12}, {5, 9, 10, 13, 14})
    assert groups(labels) == {frozenset(number - 1 for number in camp) for camp in camps}
    assert value == modularity(tribes().astype(float), labels)


@pytest.mark.parametrize("seed", range(5))
def test_modularity_without_rivals_is_that_of_networkx(seed):
    weights = np.maximum(some(seed), 0) * np.add.outer(np.arange(12), np.arange(12)).astype(float)
    labels, value = communities(weights)
    assert value == pytest.approx(nx.community.modularity(nx.from_numpy_array(weights), groups(labels)))


def test_signed_modularity_by_hand():
    """Friends 1-2 and 3-4, rivals 2-3. Friendship 4 in all (each edge both ways), rivalry 2, weight 6: of two camps each gains (2 - 4/4 + 1/2)/6."""
    weights = matrix(4, "1-2 3-4", "2-3").astype(float)
    labels, value = communities(weights)
    assert labels.tolist() == [0, 0, 1, 1]
    assert value == pytest.approx(2 * (2 - 4 / 4 + 1 / 2) / 6)


def test_the_karate_club_divides_as_well_as_networkx_can():
    graph = nx.karate_club_graph()
    _, value = communities(nx.to_numpy_array(graph, weight=None))
    best = max(
        nx.community.modularity(graph, nx.community.louvain_communities(graph, weight=None, seed=seed), weight=None)
        for seed in range(10)
    )
    assert value >= best - 0.002


@pytest.mark.parametrize("seed", range(3))
def test_planted_camps_are_found_as_networkx_finds_them(seed):
    graph = nx.planted_partition_graph(4, 10, 0.9, 0.05, seed=seed)
    labels, _ = communities(nx.to_numpy_array(graph))
    found = {frozenset(group) for group in nx.community.louvain_communities(graph, seed=1)}
    assert groups(labels) == found == {frozenset(range(start, start + 10)) for start in range(0, 40, 10)}


def test_rivals_part_what_friendship_alone_would_join():
    friends = "1-2 1-3 2-3 4-5 4-6 5-6 3-4 1-4"
    together, _ = communities(matrix(6, friends + " 2-5").astype(float))
    apart, _ = communities(matrix(6, friends, "1-5 1-6 2-5 2-6 2-4 3-5 3-6").astype(float))
    assert groups(apart) == {frozenset({0, 1, 2}), frozenset({3, 4, 5})}
    assert len(groups(together)) <= 2


def test_a_state_without_edges_is_alone():
    labels, value = communities(matrix(3, "1-3").astype(float))
    assert labels.tolist() == [0, 1, 0]
    assert value == pytest.approx(0.0)
    assert communities(np.zeros((2, 2)))[0].tolist() == [0, 1]
    assert communities(np.zeros((0, 0)))[1] == 0


@pytest.mark.parametrize("seed", range(3))
def test_no_single_move_and_no_joining_gains(seed):
    weights = some(seed, 14).astype(float)
    labels, value = communities(weights)
    for node in range(14):
        for label in range(15):
            moved = np.where(np.arange(14) == node, label, labels)
            assert modularity(weights, moved) <= value + 1e-9
    for one in range(14):
        joined = np.where(labels == one, labels[0], labels)
        assert modularity(weights, joined) <= value + 1e-9
