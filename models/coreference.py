"""Measures of coreference between two ways to cluster the same mentions, and their mean over three, by which systems are compared (CoNLL F1).

MUC (Vilain and others 1995), B³ (Bagga and Baldwin 1998), CEAF over entities (Luo 2005), as Pradhan and others (2014) fix them; clusters of one mention count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable

import networkx as nx

Clusters = Collection[Collection[Hashable]]


def muc(said: Clusters, gold: Clusters) -> tuple[float, float]:
    """Precision and recall of links: of those that hold a cluster together, how many the other side keeps."""
    return _links(said, gold), _links(gold, said)


def b3(said: Clusters, gold: Clusters) -> tuple[float, float]:
    """Precision and recall of the cluster of a mention, in the mean over mentions."""
    return _members(said, gold), _members(gold, said)


def ceaf(said: Clusters, gold: Clusters) -> tuple[float, float]:
    """Precision and recall of clusters, each laid beside one of the other side so that they are most alike in sum."""
    home = _home(gold)
    sizes = [len(cluster) for cluster in gold]
    graph: nx.Graph[tuple[str, int]] = nx.Graph()
    for n, cluster in enumerate(said):
        for at, shared in Counter(home[one] for one in cluster).items():
            graph.add_edge(("said", n), ("gold", at), weight=2 * shared / (len(cluster) + sizes[at]))
    alike = sum(graph.edges[edge]["weight"] for edge in nx.max_weight_matching(graph))
    return alike / max(len(said), 1), alike / max(len(gold), 1)


MEASURES: dict[str, Callable[[Clusters, Clusters], tuple[float, float]]] = {"MUC": muc, "B3": b3, "CEAFe": ceaf}


def f1(figures: tuple[float, float]) -> float:
    """The harmonic mean."""
    return 2 * figures[0] * figures[1] / sum(figures) if sum(figures) else 0.0


def conll(said: Clusters, gold: Clusters) -> float:
    """The mean of the three F1."""
    return sum(f1(measure(said, gold)) for measure in MEASURES.values()) / len(MEASURES)


def _home(clusters: Clusters) -> dict[Hashable, int]:
    return {one: n for n, cluster in enumerate(clusters) for one in cluster}


def _links(whole: Clusters, other: Clusters) -> float:
    home = _home(other)
    links = sum(len(cluster) - 1 for cluster in whole)
    return sum(len(cluster) - len({home[one] for one in cluster}) for cluster in whole) / links if links else 0.0


def _members(whole: Clusters, other: Clusters) -> float:
    home = _home(other)
    squares = [n * n / len(cluster) for cluster in whole for n in Counter(home[one] for one in cluster).values()]
    return sum(squares) / max(sum(map(len, whole)), 1)
