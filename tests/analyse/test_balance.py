"""Balanced triads: equal to published counts, to networkx, and to what a hand counts."""

from itertools import combinations, permutations
from statistics import fmean, pstdev

import networkx as nx
import numpy as np
import pytest
from signed import matrix, some, tribes

from sanudo.analyse.balance import balance_of, rivals_between, triads_of, triads_of_edges

TRIANGLE = "1-2 1-3 2-3"


@pytest.mark.parametrize(
    ("friends", "kinds", "share"),
    [
        (TRIANGLE, (1, 0, 0, 0), 1.0),
        ("1-2 1-3", (0, 1, 0, 0), 0.0),
        ("1-2", (0, 0, 1, 0), 1.0),
        ("", (0, 0, 0, 1), 0.0),
    ],
)
def test_the_four_triads_of_heider(friends, kinds, share):
    rivals = " ".join(pair for pair in TRIANGLE.split() if pair not in friends.split())
    found = balance_of(matrix(3, friends, rivals))
    assert (found.kinds, found.share, found.triads) == (kinds, share, 1)
    assert (found.expected, found.deviation) == (share, 0.0)  # one triad has its signs however they are dealt


def test_the_highland_tribes_are_as_published():
    found = balance_of(tribes())
    assert found.kinds == (19, 2, 40, 7)
    assert round(found.share, 7) == 0.8676471
    assert found.expected == 0.5  # as many friends as rivals
    assert found.share > found.expected + 5 * found.deviation


def test_two_hostile_camps_are_balanced_whole():
    """Cartwright and Harary's structure theorem."""
    camps = np.array([1, 1, 1, -1, -1])
    signs = np.outer(camps, camps) - np.eye(5, dtype=np.int64)
    assert balance_of(signs).kinds == (1, 0, 9, 0)


def test_no_triad_no_balance():
    assert balance_of(matrix(4, "1-2 2-3 3-4", "1-4")) is None
    assert balance_of(np.zeros((0, 0), dtype=np.int64)) is None


@pytest.mark.parametrize("seed", range(5))
def test_triads_are_the_cliques_of_networkx(seed):
    signs = some(seed)
    graph, friends = nx.from_numpy_array(signs), nx.from_numpy_array(np.maximum(signs, 0))
    cliques = sorted(tuple(sorted(clique)) for clique in nx.enumerate_all_cliques(graph) if len(clique) == 3)
    assert sorted(triads_of(signs)) == cliques
    found = balance_of(signs)
    assert found.triads == len(cliques) == sum(nx.triangles(graph).values()) // 3
    assert found.kinds[0] == sum(nx.triangles(friends).values()) // 3
    products = [graph[a][b]["weight"] * graph[a][c]["weight"] * graph[b][c]["weight"] for a, b, c in cliques]
    assert found.share == products.count(1) / len(products)
    balanced, unbalanced = triads_of_edges(signs)
    assert np.triu(balanced).sum() == 3 * products.count(1)
    assert np.triu(unbalanced).sum() == 3 * products.count(-1)


@pytest.mark.parametrize(("size", "negative"), [(4, 1), (4, 3), (5, 2), (5, 4)])
def test_the_baseline_is_the_mean_over_all_deals_of_the_signs(size, negative):
    edges = list(combinations(range(size), 2))

    def dealt(chosen):
        signs = np.ones((size, size), dtype=np.int64) - np.eye(size, dtype=np.int64)
        for one, other in chosen:
            signs[one, other] = signs[other, one] = -1
        return balance_of(signs)

    deals = [dealt(chosen) for chosen in combinations(edges, negative)]
    shares = [deal.share for deal in deals]
    assert deals[0].expected == pytest.approx(fmean(shares))
    assert deals[0].deviation == pytest.approx(pstdev(shares))


def test_who_stands_between_rivals():
    assert rivals_between(matrix(4, "1-2 1-3 2-4 3-4", "2-3")).tolist() == [1, 0, 0, 1]


@pytest.mark.parametrize("order", list(permutations(range(4)))[::5])
def test_the_order_of_states_changes_nothing(order):
    signs = matrix(4, "1-2 1-3 2-4", "2-3 3-4")
    assert balance_of(signs[np.ix_(order, order)]) == balance_of(signs)
