"""Events out of likely pairs: clusters that join while their mentions, in the mean over all pairs, are likelier one event than not.

Average linkage, so that a chain of likely neighbours (a round of talks every month) does not become one event. The result depends on the
pairs alone, not on the order in which they came: the likeliest two clusters join first, those with the smaller ids of equals. What a person
judged goes before: mentions that are one event start together, and clusters that hold two that are not stay apart.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Collection, Iterable, Mapping

Pair = tuple[str, str]

# Mean likeness from which two clusters are one event (`bench/reconciling.py --same 0.3 0.4 0.5` prints what other values do).
SAME = 0.4


def connected(ids: Iterable[str], pairs: Iterable[Pair]) -> list[tuple[str, ...]]:
    """The connected components of a graph, each in order, the components in the order of their first ids."""
    parent = {one: one for one in ids}

    def root(one: str) -> str:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    for one, other in pairs:
        first, second = sorted((root(one), root(other)))
        parent[second] = first
    groups: dict[str, list[str]] = {}
    for one in sorted(parent):
        groups.setdefault(root(one), []).append(one)
    return [tuple(group) for _, group in sorted(groups.items())]


def clusters(
    ids: Collection[str],
    likely: Mapping[Pair, float],
    same: Collection[Pair] = (),
    apart: Collection[Pair] = (),
    least: float = SAME,
    clash: Callable[[str, str], bool] = lambda one, other: False,
) -> list[tuple[str, ...]]:
    """Clusters of ids, each in order, in the order of their first ids.

    `likely` has the likeness of pairs in the order of their ids; pairs that it does not have count 0. `same` and `apart` are what persons
    judged; where the two contradict each other, what is the same is the same. `clash` tells of two mentions that cannot be one event: no cluster
    that the program makes holds such a pair.
    """
    members = {group[0]: group for group in connected(ids, same)}
    home = {one: name for name, group in members.items() for one in group}
    sums: dict[str, dict[str, float]] = {name: {} for name in members}
    for (one, other), value in sorted(likely.items()):
        a, b = home[one], home[other]
        if a != b:
            sums[a][b] = sums[b][a] = sums[a].get(b, 0.0) + value
    barred: dict[str, set[str]] = {name: set() for name in members}
    for one, other in apart:
        a, b = home[one], home[other]
        if a != b:
            barred[a].add(b)
            barred[b].add(a)
    _join_all(members, sums, barred, least, clash)
    return [members[name] for name in sorted(members)]


def _join_all(
    members: dict[str, tuple[str, ...]],
    sums: dict[str, dict[str, float]],
    barred: dict[str, set[str]],
    least: float,
    clash: Callable[[str, str], bool],
) -> None:
    """Join the likeliest two clusters until none are likely enough. A cluster is named by its first id."""

    def entry(a: str, b: str) -> tuple[float, str, str, int, int]:
        first, second = sorted((a, b))
        mean = sums[a][b] / (len(members[a]) * len(members[b]))
        return -mean, first, second, len(members[first]), len(members[second])

    heap = [entry(a, b) for a, others in sums.items() for b in others if a < b]
    heapq.heapify(heap)
    while heap:
        mean, a, b, many, more = heapq.heappop(heap)
        if -mean < least:
            return
        current = a in members and b in members and (len(members[a]), len(members[b])) == (many, more)
        if not current or b in barred[a]:
            continue
        if any(clash(one, other) for one in members[a] for other in members[b]):
            barred[a].add(b)
            barred[b].add(a)
            continue
        members[a] = tuple(sorted((*members[a], *members.pop(b))))
        barred[a] |= barred.pop(b)
        for other in barred[a]:
            barred[other] = (barred[other] - {b}) | {a}
        theirs = sums.pop(b)
        for other in sorted({*sums[a], *theirs} - {a, b}):
            sums[a][other] = sums[other][a] = sums[a].get(other, 0.0) + theirs.get(other, 0.0)
            sums[other].pop(b, None)
            heapq.heappush(heap, entry(a, other))
        sums[a].pop(b, None)
