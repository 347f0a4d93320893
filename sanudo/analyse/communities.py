"""Communities of a signed weighted network: who belongs together, where friendship binds and rivalry parts.

Modularity is that of Gómez, Jensen and Arenas (2009, Physical Review E 80, 016114): the weight of edges inside communities, less what would be there if each state
spread its friendship and its rivalry by chance. Without negative edges it is Newman's. It is raised step by step as by Blondel and others (2008, "Louvain"), but in
a fixed order of nodes and with a last round for single nodes, so that the same network always has the same communities.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Labels = NDArray[np.int64]

# Gains smaller than this are rounding.
_TINY = 1e-12


def communities(weights: Floats) -> tuple[Labels, float]:
    """The community of each node, numbered from 0 in the order of their first nodes, and the modularity.

    `weights` are a symmetric matrix (n by n, zeros on the diagonal), negative between rivals. A node without edges is a community of its own.
    """
    gains = _gains(weights)
    labels, before = np.arange(len(weights)), -np.inf
    while (value := _within(gains, labels)) > before + _TINY:
        before = value
        labels = _joined(gains, _moved(gains, labels))
    return labels, before


def modularity(weights: Floats, labels: Labels) -> float:
    """The signed modularity of a division of the nodes; 0 without edges."""
    return _within(_gains(weights), labels)


def _gains(weights: Floats) -> Floats:
    """What it adds to modularity that two nodes are in one community (n by n, symmetric)."""
    total = np.abs(weights).sum()
    excess = weights.copy()
    for part, sign in ((np.maximum(weights, 0), 1), (np.maximum(-weights, 0), -1)):
        if whole := part.sum():
            excess -= sign * np.outer(part.sum(axis=1), part.sum(axis=1)) / whole
    return excess / total if total else np.zeros_like(weights)


def _within(gains: Floats, labels: Labels) -> float:
    return float(gains[labels[:, None] == labels[None, :]].sum())


def _moved(gains: Floats, labels: Labels) -> Labels:
    """The labels after nodes have gone, one by one in their order, to the community that gains most, until none gains."""
    labels, count = labels.copy(), len(labels)
    moving = True
    while moving:
        moving = False
        for node in range(count):
            ties = np.bincount(labels, gains[node], minlength=count)
            ties[labels[node]] -= gains[node, node]
            best = int(np.argmax(ties))
            if ties[best] > ties[labels[node]] + _TINY:
                labels[node], moving = best, True
    return _renumbered(labels)


def _joined(gains: Floats, labels: Labels) -> Labels:
    """The labels after whole communities have joined, as long as that gains."""
    while (count := int(labels.max(initial=-1)) + 1) > 1:
        members = np.eye(count)[labels]
        joined = _moved(members.T @ gains @ members, np.arange(count))
        if joined.max() + 1 == count:
            break
        labels = joined[labels]
    return _renumbered(labels)


def _renumbered(labels: Labels) -> Labels:
    """The same division, numbered from 0 in the order of first nodes."""
    _, first, inverse = np.unique(labels, return_index=True, return_inverse=True)
    return np.argsort(np.argsort(first))[inverse]
