"""How far figures would differ with other luck and other sources: resampling on two levels.

Events: each counts as often as a draw from the exponential distribution says (mean 1), not once: the Bayesian bootstrap (Rubin 1981, Annals of
Statistics 9:130-134) with a total that varies too, since how many events there are is luck as well. Sources: each shifts the intensity of all its
events by an effect of its own; effects are drawn anew from the spread that the sources at hand show (the random-effects bootstrap of Carpenter,
Goldstein and Rasbash 2003, Journal of the Royal Statistical Society C 52:431-443). Whole sources are not drawn with all their events: that counts
the luck of events twice, and asks what the ledger would be with two Reuters and no TASS, which no reader wonders about.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

SEED = 1496  # the year in which Sanudo began to write
DRAWS = 1000
_CELLS = 4_000_000  # numbers held at a time: 32 MB


@dataclass(frozen=True, slots=True)
class Sources:
    """Which of `count` sources are behind which events: a row for each two, in ascending order of events, and its share of the event."""

    count: int
    events: Ints
    sources: Ints
    shares: Floats


def spread(values: Floats, group: Ints, source: Ints) -> float:
    """The standard deviation of the effects of sources on values, in the units of these.

    Half the mean squared difference of two events of one group and of different sources, less that of two of the same source: both hold the luck
    of events, only the first the effects of sources, and what befalls a whole group falls out of both. 0.0 where no such pairs are, or the
    difference is negative.

    `group` and `source` number the group (a period) and the source of each value.
    """
    if not len(values):
        return 0.0
    of_both = np.unique(group * (int(source.max()) + 1) + source, return_inverse=True)[1]
    pairs, squares = _pairs(values, group)
    same, same_squares = _pairs(values, of_both)
    if same in (0, pairs):
        return 0.0
    between, within = (squares - same_squares) / (pairs - same), same_squares / same
    return float(np.sqrt(max(0.0, (between - within) / 2)))


def _pairs(values: Floats, group: Ints) -> tuple[float, float]:
    """How many pairs there are within groups, and the sum of the squares of their differences."""
    sizes = np.bincount(group).astype(np.float64)
    sums, squares = np.bincount(group, values), np.bincount(group, values * values)
    return float((sizes * (sizes - 1) / 2).sum()), float((sizes * squares - sums * sums).sum())


def draws(values: Floats, weights: Floats, event: Ints, period: Ints, periods: int, sources: Sources) -> Floats:
    """Sums by period of resampled values: an array of draws x measures x periods.

    Effects of sources come from Student's distribution with as many degrees of freedom as there are sources less one, since their spread is itself an
    estimate: of two sources little can be known.

    `values` has a row for each measure and a column for each deed, and `weights` the same, with what the effect of a source (mean 0, standard deviation
    1) is multiplied by there. `event` numbers the event of each deed (deeds of one event are drawn together), `period` its period, in ascending order.
    """
    generator = np.random.Generator(np.random.PCG64(SEED))
    starts = np.searchsorted(period, np.arange(periods))
    events = int(event.max()) + 1
    out = np.zeros((DRAWS, len(values), periods))
    step = max(1, _CELLS // (len(event) + len(sources.events)))
    for begin in range(0, DRAWS, step):
        size = min(step, DRAWS - begin)
        luck = generator.exponential(size=(size, events))[:, event]
        shift = _mixed(generator.standard_t(max(1, sources.count - 1), size=(size, sources.count)), sources, events)[
            :, event
        ]
        for row, (measure, weight) in enumerate(zip(values, weights, strict=True)):
            moved = luck * (measure + shift * weight) if weight.any() else luck * measure
            out[begin : begin + size, row] = _sums(moved, starts)
    return out


def _mixed(effects: Floats, sources: Sources, events: int) -> Floats:
    """The effect on each event: that of its source, or the mean of those of its sources."""
    starts = np.searchsorted(sources.events, np.arange(events))
    mixed: Floats = np.add.reduceat(effects[:, sources.sources] * sources.shares, starts, axis=1)
    return mixed


def _sums(cells: Floats, starts: Ints) -> Floats:
    """Sums of the columns from each start to the next; a period without any is 0."""
    width = cells.shape[1]
    sums: Floats = np.add.reduceat(np.pad(cells, ((0, 0), (0, 1))), starts, axis=1)
    sums[:, starts == np.append(starts[1:], width)] = 0.0
    return sums


def interval(drawn: Floats, value: Floats, count: Floats, level: float) -> Floats:
    """The lower and the upper bound about each value that hold this share of the draws (their first axis), widened for what few events hide.

    Resamples of n events spread too little about their value: the bounds are moved away from it by the square root of n / (n - 1) times Student's
    quantile at n - 1 degrees of freedom over the normal one (the expanded percentile interval of Hesterberg 2015, American Statistician 69:371-386).
    `count` is n, the shape is that of the values. Bounds are rounded to what repeats on every machine.
    """
    bounds = np.quantile(drawn, [(1 - level) / 2, (1 + level) / 2], axis=0)
    return np.round(value + (bounds - value) * _widening(np.maximum(count, 2.0), level), 6)


def _widening(count: Floats, level: float) -> Floats:
    """Student's quantile by its expansion about the normal one (Abramowitz and Stegun 26.7.5, two terms)."""
    z, free = NormalDist().inv_cdf((1 + level) / 2), count - 1
    student = z + (z**3 + z) / (4 * free) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * free**2)
    return np.sqrt(count / free) * student / z
