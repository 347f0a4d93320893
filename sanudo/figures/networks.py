"""Who stood how to whom in a period (`docs/analysis-network.md` has the formulas)."""

from __future__ import annotations

from dataclasses import dataclass

# The kinds of triads by their signs, in the order in which `Balance.kinds` counts them.
TRIADS = ("+++", "++-", "+--", "---")


@dataclass(frozen=True, slots=True)
class Edge:
    """What passed between two states in a period, whoever acted.

    `first` and `second` are in the order of the alphabet. `cooperation` and `conflict` are the sums of positive and of negative intensities, both
    without their sign; `talks` is what of cooperation is meetings, visits and calls (CONSULT): rivals talk too. `cooperative` and `conflictive` count
    the events of quad classes 1 and 2, and of 3 and 4. `balanced` and `unbalanced` count the triads that it is part of. `turns_on_events` are events
    told by one report, `turns_on_sources` publishers (where there are several), without any one of which the sign would be another or none.
    """

    first: str
    second: str
    cooperation: float
    conflict: float
    talks: float
    cooperative: int
    conflictive: int
    reports: int
    sources: tuple[str, ...]
    turns_on_events: tuple[str, ...]
    turns_on_sources: tuple[str, ...]
    event_ids: tuple[str, ...]
    balanced: int = 0
    unbalanced: int = 0

    @property
    def pair(self) -> tuple[str, str]:
        """Both states."""
        return self.first, self.second

    @property
    def net(self) -> float:
        """Cooperation less conflict."""
        return self.cooperation - self.conflict

    @property
    def sign(self) -> int:
        """1 for friendly, -1 for hostile, 0 where both weigh the same or nothing weighs at all."""
        return (self.net > 0) - (self.net < 0)

    @property
    def turns_on_talks(self) -> bool:
        """Whether it is friendly only because the two talk: without that it would be hostile."""
        return self.net > 0 > self.net - self.talks

    @property
    def events(self) -> int:
        """How many events it rests on."""
        return len(self.event_ids)


@dataclass(frozen=True, slots=True)
class Node:
    """A state in a network.

    `friends` and `rivals` are its positive and negative degree, `friendship` and `rivalry` the sums of the nets of these edges, both without sign. States of one
    `community` (from 1) belong together. `constraint` is Burt's on the positive edges: the lower, the more its friends depend on it to reach one another; None
    without friends. `between` counts the pairs of rivals that are both its friends.
    """

    state: str
    friends: int
    rivals: int
    friendship: float
    rivalry: float
    community: int
    constraint: float | None
    between: int


@dataclass(frozen=True, slots=True)
class Triad:
    """Three states of which each two have a signed edge.

    `states` are in the order of the alphabet. `signs` is one of `TRIADS`. `weakest` is the edge of the least net, sign apart: of an unbalanced triad the one that can change its sign most easily,
    which would balance it. `tension` is that net: at least so much stands in the way of balance.
    """

    states: tuple[str, str, str]
    signs: str
    weakest: tuple[str, str]
    tension: float

    @property
    def balanced(self) -> bool:
        """Whether the product of its signs is positive."""
        return self.signs in (TRIADS[0], TRIADS[2])


@dataclass(frozen=True, slots=True)
class Balance:
    """How many triads of a network are balanced, and how many would be if the same signs fell on its edges at random.

    `kinds` counts the triads of each kind of `TRIADS`. `expected` is the mean share of balanced triads over all ways to deal the signs out, `deviation` the
    standard deviation, both exact.
    """

    kinds: tuple[int, int, int, int]
    expected: float
    deviation: float

    @property
    def triads(self) -> int:
        """How many there are."""
        return sum(self.kinds)

    @property
    def share(self) -> float:
        """The share of those that are balanced."""
        return (self.kinds[0] + self.kinds[2]) / self.triads


@dataclass(frozen=True, slots=True)
class Network:
    """Who stood how to whom in a period.

    `since` and `until` are EDTF dates, None where the period is open. `asked` are the states that were asked for, in that order (none: all), `without` types of events that were
    left out on demand. Edges of fewer than `least`
    events are left out: `thin` counts them. `undone` counts events left out because they are only planned,
    possible, denied or demanded, `loose` those that reach into the period but begin before it or are dated too roughly for it, `undated` those of no
    known day, which no period holds. `nodes` are in the order of the alphabet, or as asked; `edges` and `triads` begin with the strongest. `balance` is None without triads.
    `modularity` says how far apart the communities are (from -1 to 1).
    """

    since: str | None
    until: str | None
    asked: tuple[str, ...]
    without: tuple[str, ...]
    least: int
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    triads: tuple[Triad, ...]
    balance: Balance | None
    modularity: float
    thin: int
    undone: int
    loose: int
    undated: int
