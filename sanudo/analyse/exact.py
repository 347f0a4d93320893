"""Exact tests of two Poisson rates, by the binomial that one count follows given both (Przyborowski and Wilenski 1940)."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate
from math import exp, inf, lgamma, log

_HALVINGS = 60
_TAIL = 0.025


def rates(after: int, before: int, share: float) -> tuple[float, float, float]:
    """The p of two equal rates, and the 95 % interval of the ratio of the rate after to that before (Clopper and Pearson 1934).

    `share` is the part of the whole exposure that lies after, between 0 and 1. The upper bound is infinite where there was nothing before.
    """
    both = after + before
    if not both:
        return 1.0, 0.0, inf
    p = min(1.0, 2 * min(_at_least(after, both, share), 1 - _at_least(after + 1, both, share)))
    low = _where(lambda q: _at_least(after, both, q) > _TAIL) if after else 0.0
    high = _where(lambda q: 1 - _at_least(after + 1, both, q) <= _TAIL) if before else 1.0
    usual = (1 - share) / share
    return max(p, 0.0), low / (1 - low) * usual, high / (1 - high) * usual if high < 1 else inf


def holm(chances: list[float]) -> list[float]:
    """The p of several tests, each corrected for all of them (Holm 1979), in the order given."""
    order = sorted(range(len(chances)), key=lambda i: (chances[i], i))
    worst = accumulate((min(1.0, (len(order) - rank) * chances[i]) for rank, i in enumerate(order)), max)
    corrected = dict(zip(order, worst, strict=True))
    return [corrected[i] for i in range(len(order))]


def _at_least(least: int, of: int, chance: float) -> float:
    """The probability of this many or more successes."""
    if least <= 0 or chance >= 1:
        return 1.0
    if least > of or chance <= 0:
        return 0.0
    odds, rest = log(chance), log(1 - chance)
    ways = lgamma(of + 1)
    terms = (exp(ways - lgamma(k + 1) - lgamma(of - k + 1) + k * odds + (of - k) * rest) for k in range(least, of + 1))
    return min(1.0, sum(terms))


def _where(holds: Callable[[float], bool]) -> float:
    """The point between 0 and 1 from which on this holds."""
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    return (low + high) / 2
