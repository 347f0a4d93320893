"""Structural balance: which triads of a signed network are balanced, and how many would be by chance.

A triad is balanced if the product of its signs is positive: the friend of a friend and the rival of a rival are friends (Heider 1946; Cartwright and Harary 1956).
The chance is that of Szell, Lambiotte and Thurner (2010) and Leskovec, Huttenlocher and Kleinberg (2010): edges stay, their signs are dealt out anew; it is reckoned
here over all deals, instead of drawing some.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import comb, sqrt

import numpy as np
from numpy.typing import NDArray

from sanudo.figures import Balance

Signs = NDArray[np.int64]


def triads_of(signs: Signs) -> Iterator[tuple[int, int, int]]:
    """The triads of a symmetric matrix of signs (1, 0, -1; n by n, zeros on the diagonal) as rising indexes."""
    linked = np.triu(signs != 0, 1)
    for first, second in zip(*np.nonzero(linked), strict=True):
        for third in np.flatnonzero(linked[first] & linked[second]):
            yield int(first), int(second), int(third)


def triads_of_edges(signs: Signs) -> tuple[Signs, Signs]:
    """Of how many balanced and unbalanced triads each edge is part: two matrices like that of the signs."""
    linked = np.abs(signs)
    all, net = linked * (linked @ linked), signs * (signs @ signs)
    return (all + net) // 2, (all - net) // 2


def rivals_between(signs: Signs) -> NDArray[np.int64]:
    """How many pairs of rivals are both friends of each node (n)."""
    friends, rivals = (signs > 0).astype(np.int64), (signs < 0).astype(np.int64)
    found: NDArray[np.int64] = (friends * (friends @ rivals)).sum(axis=1) // 2
    return found


def balance_of(signs: Signs) -> Balance | None:
    """The balance of a matrix of signs; None where there are no triads."""
    kinds = _census(signs)
    triads = sum(kinds)
    if not triads:
        return None
    positive, negative = (int(np.count_nonzero(np.triu(signs) == sign)) for sign in (1, -1))
    alone, sharing, apart = (_mean_product(positive, negative, size) for size in (3, 4, 6))
    # A triad has the product of its signs, 1 or -1, and the share is (1 + mean product) / 2. Of two triads with one edge in common that edge's sign
    # cancels out of the joint product, which leaves four signs; of two others six.
    balanced, unbalanced = triads_of_edges(signs)
    neighbours = sum(comb(int(count), 2) for count in (balanced + unbalanced)[np.triu(signs) != 0])
    others = comb(triads, 2) - neighbours
    variance = triads + 2 * neighbours * sharing + 2 * others * apart - (triads * alone) ** 2
    return Balance(kinds, (1 + alone) / 2, sqrt(max(0.0, variance)) / (2 * triads))


def _census(signs: Signs) -> tuple[int, int, int, int]:
    """How many triads have three, two, one and no positive edges."""
    positive, negative = (signs > 0).astype(np.int64), (signs < 0).astype(np.int64)
    return (
        _closed(positive, positive, positive) // 6,
        _closed(positive, positive, negative) // 2,
        _closed(negative, negative, positive) // 2,
        _closed(negative, negative, negative) // 6,
    )


def _closed(one: Signs, two: Signs, three: Signs) -> int:
    """The number of closed walks along an edge of each of these matrices."""
    return int(((one @ two) * three).sum())


def _mean_product(positive: int, negative: int, size: int) -> float:
    """The mean product of so many signs drawn from these without putting them back; 0 where there are too few."""
    deals = comb(positive + negative, size)
    terms = ((-1) ** minus * comb(negative, minus) * comb(positive, size - minus) for minus in range(size + 1))
    return sum(terms) / deals if deals else 0.0
