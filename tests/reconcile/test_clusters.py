from itertools import pairwise

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sanudo.reconcile.clusters import SAME, clusters, connected

IDS = [f"m{n}" for n in range(8)]
PAIRS = st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)).map(lambda p: tuple(sorted(p))), max_size=12)
LIKELY = st.dictionaries(
    st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)).filter(lambda p: p[0] < p[1]),
    st.sampled_from([0.2, 0.4, 0.5, 0.6, 0.9]),
    max_size=20,
)


@given(PAIRS)
def test_connected_components_are_those_of_networkx(pairs):
    graph = networkx.Graph(pairs)
    graph.add_nodes_from(IDS)
    assert connected(IDS, pairs) == sorted(tuple(sorted(group)) for group in networkx.connected_components(graph))


def test_what_is_likely_joins_and_what_is_not_stays_apart():
    assert clusters(["a", "b", "c"], {("a", "b"): 0.8, ("b", "c"): 0.3}) == [("a", "b"), ("c",)]


def test_a_chain_of_likely_neighbours_is_not_one_event():
    rounds = [f"r{n}" for n in range(6)]
    likely = dict.fromkeys(pairwise(rounds), 0.6)
    assert max(map(len, clusters(rounds, likely))) == 2


def test_the_likeliest_join_first():
    assert clusters(["a", "b", "c"], {("a", "b"): 0.6, ("b", "c"): 0.9}) == [("a",), ("b", "c")]


def test_a_person_goes_before_the_likeness():
    likely = {("a", "b"): 0.99, ("b", "c"): 0.99, ("a", "c"): 0.99}
    assert clusters("abc", likely, apart=[("a", "b")]) in ([("a", "c"), ("b",)], [("a",), ("b", "c")])
    assert clusters("abc", {}, same=[("a", "c")]) == [("a", "c"), ("b",)]
    assert clusters("abc", {}, same=[("a", "b")], apart=[("a", "b")]) == [("a", "b"), ("c",)]


@settings(max_examples=200)
@given(LIKELY, PAIRS, PAIRS, st.randoms(use_true_random=False))
def test_the_order_of_what_is_given_does_not_matter(likely, same, apart, random):
    first = clusters(IDS, likely, same, apart)
    ids, items = list(IDS), list(likely.items())
    for given_ in (ids, items, same, apart):
        random.shuffle(given_)
    assert clusters(ids, dict(items), same, apart) == first
    assert sorted(one for group in first for one in group) == IDS


@settings(max_examples=200)
@given(LIKELY, PAIRS)
def test_what_hangs_together_can_be_clustered_by_itself(likely, same):
    """A ledger clusters only what hangs together with what is new."""
    edges = [pair for pair, value in likely.items() if value >= SAME]
    parts = [
        clusters(
            part, {p: v for p, v in likely.items() if set(p) <= set(part)}, [p for p in same if set(p) <= set(part)]
        )
        for part in connected(IDS, [*edges, *same])
    ]
    assert sorted(group for part in parts for group in part) == clusters(IDS, likely, same)


@given(LIKELY, PAIRS)
def test_what_was_judged_apart_stays_apart(likely, apart):
    home = {one: group for group in clusters(IDS, likely, apart=apart) for one in group}
    assert all(home[one] != home[other] for one, other in apart if one != other)


@pytest.mark.parametrize("least", [0.3, 0.9])
def test_how_sure_one_has_to_be_is_given(least):
    assert len(clusters("ab", {("a", "b"): 0.6}, least=least)) == (1 if least < 0.6 else 2)


def test_no_cluster_holds_two_that_cannot_be_one():
    likely = {("a", "b"): 0.9, ("b", "c"): 0.9, ("a", "c"): 0.9}
    assert clusters("abc", likely, clash=lambda one, other: {one, other} == {"a", "c"}) == [("a", "b"), ("c",)]
