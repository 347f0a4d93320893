"""The network of states in a period: edges, nodes, communities, brokers, triads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from sanudo import dates
from sanudo.analyse.balance import balance_of, rivals_between, triads_of, triads_of_edges
from sanudo.analyse.communities import Floats, Labels, communities
from sanudo.analyse.edges import edges_of
from sanudo.analyse.facts import NO_DAY, Fact
from sanudo.codebook import BODIES
from sanudo.errors import UsageError
from sanudo.figures import Edge, Network, Node, Triad


def network(
    facts: Iterable[Fact],
    *,
    since: str | None = None,
    until: str | None = None,
    states: Sequence[str] = (),
    without: Sequence[str] = (),
    least: int = 1,
) -> Network:
    """The network of these states, or of all that are no international bodies, between two EDTF dates, both included.

    Events of the types `without` and edges of fewer than `least` events are left out. Only what took place or goes on counts, and what begins in the period and is not dated more roughly
    than the period is long: an event is of one month, and one that is dated to a year of none.

    Raises:
        UsageError: a date is none, the period ends before it begins, or a state is named twice.
    """
    first, last = _period(since, until)
    asked = tuple(states)
    if len(set(asked)) < len(asked):
        raise UsageError(f"a state is named twice: {', '.join(asked)}")
    meant = [fact for fact in facts if _counts(fact, asked, without)]
    known = [fact for fact in meant if fact.first_day <= last and fact.last_day >= first]
    undone = {fact.event_id for fact in known if not fact.is_done}
    loose = {fact.event_id for fact in known if fact.is_done and not _placed(fact, first, last)}
    lost = {fact.event_id for fact in meant if fact.is_done and fact.first_day == NO_DAY} if since or until else set()
    every = edges_of(fact for fact in known if fact.event_id not in undone | loose | lost)
    edges = [edge for edge in every if edge.events >= least]
    codes = asked or tuple(sorted({state for edge in edges for state in edge.pair}))
    weights = _weights(edges, codes)
    signs = np.sign(weights).astype(np.int64)
    labels, modularity = communities(weights)
    balanced, unbalanced = triads_of_edges(signs)
    at = {code: index for index, code in enumerate(codes)}
    placed = (
        replace(
            edge,
            balanced=int(balanced[at[edge.first], at[edge.second]]),
            unbalanced=int(unbalanced[at[edge.first], at[edge.second]]),
        )
        for edge in edges
    )
    return Network(
        since=since,
        until=until,
        asked=asked,
        without=tuple(sorted(set(without))),
        least=least,
        nodes=tuple(_nodes(codes, weights, labels)),
        edges=tuple(sorted(placed, key=lambda edge: (-abs(edge.net), edge.pair))),
        triads=tuple(sorted(_triads(codes, weights), key=lambda triad: (-triad.tension, triad.states))),
        balance=balance_of(signs),
        modularity=modularity,
        thin=len(every) - len(edges),
        undone=len(undone),
        loose=len(loose - lost),
        undated=len(lost),
    )


def constraint(weights: Floats) -> Floats:
    """Burt's constraint of each node (n; nan without edges) of a symmetric matrix of weights that are not negative.

    Burt (1992), Structural Holes, chapter 2: the sum over contacts of the square of the share of ties that is spent on the contact, directly and through others.
    """
    spent = weights.sum(axis=1, keepdims=True)
    shares = np.divide(weights, spent, out=np.zeros_like(weights), where=spent > 0)
    bound = ((shares + shares @ shares) ** 2 * (weights > 0)).sum(axis=1)
    return np.where(spent[:, 0] > 0, bound, np.nan)


def _period(since: str | None, until: str | None) -> tuple[float, float]:
    """The first and last day of the period as ordinals, infinite where it is open."""
    for bound in filter(None, (since, until)):
        if dates.bounds(bound) is None:
            raise UsageError(f"{bound!r} is no date; give a year, month or day: 2018, 2018-05, 2018-05-12")
    first, last = (dates.bounds(bound) if bound else None for bound in (since, until))
    begin = first[0].toordinal() if first else -np.inf
    end = last[1].toordinal() if last else np.inf
    if begin > end:
        raise UsageError(f"the period ends ({until}) before it begins ({since})")
    return begin, end


def _counts(fact: Fact, asked: Sequence[str], without: Sequence[str]) -> bool:
    if fact.type in without:
        return False
    if asked:
        return fact.actor in asked and fact.recipient in asked
    return fact.actor not in BODIES and fact.recipient not in BODIES


def _placed(fact: Fact, first: float, last: float) -> bool:
    """Whether a fact begins in the period and its date is no longer than that."""
    return first <= fact.first_day and fact.last_day - fact.first_day <= last - first


def _weights(edges: Iterable[Edge], codes: Sequence[str]) -> Floats:
    """The nets of edges as a symmetric matrix."""
    at = {code: index for index, code in enumerate(codes)}
    weights = np.zeros((len(codes), len(codes)))
    for edge in edges:
        one, other = at[edge.first], at[edge.second]
        weights[one, other] = weights[other, one] = edge.net
    return weights


def _nodes(codes: Sequence[str], weights: Floats, labels: Labels) -> Iterator[Node]:
    friendly, hostile = np.maximum(weights, 0), np.maximum(-weights, 0)
    bound, between = constraint(friendly), rivals_between(np.sign(weights).astype(np.int64))
    numbers = _by_size(labels)
    for index, code in enumerate(codes):
        yield Node(
            state=code,
            friends=int((friendly[index] > 0).sum()),
            rivals=int((hostile[index] > 0).sum()),
            friendship=float(friendly[index].sum()),
            rivalry=float(hostile[index].sum()),
            community=numbers[int(labels[index])],
            constraint=None if np.isnan(bound[index]) else float(bound[index]),
            between=int(between[index]),
        )


def _by_size(labels: Labels) -> dict[int, int]:
    """Numbers from 1 for communities, the largest first, of two alike the one with the earlier first node."""
    sizes = np.bincount(labels)
    order = sorted(range(len(sizes)), key=lambda label: (-sizes[label], label))
    return {label: number for number, label in enumerate(order, 1)}


def _triads(codes: Sequence[str], weights: Floats) -> Iterator[Triad]:
    for members in triads_of(np.sign(weights).astype(np.int64)):
        one, two, three = sorted(members, key=lambda index: codes[index])
        nets = {pair: weights[pair] for pair in ((one, two), (one, three), (two, three))}
        weakest = min(nets, key=lambda pair: abs(nets[pair]))
        positive = sum(net > 0 for net in nets.values())
        yield Triad(
            states=(codes[one], codes[two], codes[three]),
            signs="+" * positive + "-" * (3 - positive),
            weakest=(codes[weakest[0]], codes[weakest[1]]),
            tension=float(abs(nets[weakest])),
        )
