"""Where a series of counts by class changes its rates against coverage, or its mix.

A series is an array (T, K + 1): the events of K classes in each bin, and as its last column the coverage of the bin, in any unit: rates are events over coverage, so
that a rise in news alone changes nothing. The likelihood of independent Poisson counts splits exactly into one for their total against coverage and a multinomial one for
their mix. News comes in bursts, and burdens the two unequally: each is divided by a dispersion of its own (quasi-likelihood: Wedderburn 1974), which is estimated
from neighbouring bins. The segmentation that is best at a penalty a change is found exactly (optimal partitioning: Jackson et al. 2005, whose answer PELT gives too).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Spread = tuple[float, float]  # dispersion of the total and of the mix, 1 or more

# Chosen on planted series (bench/shifts.py), as what chance shows in fewer than one series in twenty.
PENALTY = 20.0
LEAST_BINS = 2
_INTERVAL = 3.84  # the 95 % point of chi-square with one degree of freedom
_OUTLYING = 9.0  # a step between two bins counts at most as three standard deviations, or changes would pass for noise
_USUAL = 10.0  # degrees of freedom of a usual mix (dispersion 2) are added: where weeks are all of one class, the change itself would be all the noise there is
_ROUNDS = 20
_SHUFFLES = 199
_TIE = 1e-9


def spread(series: Floats) -> Spread:
    """By how much more than chance neighbouring bins differ in their totals and in their mixes: chi-square over degrees of freedom, at least 1."""
    counts, cover = series[:, :-1], series[:, -1]
    totals = counts.sum(axis=1)
    both = totals[:-1] + totals[1:]
    share = cover[:-1] / np.maximum(cover[:-1] + cover[1:], _TIE)
    expected = np.maximum(both * share * (1 - share), _TIE)
    of_total = np.where(both > 0, (totals[:-1] - share * both) ** 2 / expected, 0)
    full = counts[totals > 0]
    left, right = full[:-1], full[1:]
    ratio = np.sqrt(right.sum(axis=1, keepdims=True) / left.sum(axis=1, keepdims=True))
    joint = left + right
    of_mix = np.where(joint > 0, (left * ratio - right / ratio) ** 2 / np.maximum(joint, _TIE), 0).sum(axis=1)
    usual = (np.append(of_mix, 2 * _USUAL), np.append(np.count_nonzero(joint, axis=1) - 1.0, _USUAL))
    return _over(of_total, (both > 0).astype(float)), _over(*usual)


def _over(chi: Floats, freedom: Floats) -> float:
    value = 1.0
    if freedom.sum() > 0:
        for _ in range(_ROUNDS):
            value = max(1.0, float(np.minimum(chi, _OUTLYING * value * freedom).sum() / freedom.sum()))
    return value


def segment(series: Floats, noise: Spread, penalty: float = PENALTY) -> tuple[int, ...]:
    """The bins with which a new regime begins; each lasts `LEAST_BINS` or longer."""
    upto = np.vstack([np.zeros((1, series.shape[1])), np.cumsum(series, axis=0)])
    fits = _fit(np.maximum(upto[None, :, :] - upto[:, None, :], 0), noise)
    bins = len(series)
    best, before = np.full(bins + 1, -np.inf), np.zeros(bins + 1, dtype=int)
    best[0] = penalty
    for end in range(LEAST_BINS, bins + 1):
        values = (best[:end] + fits[:end, end] - penalty)[: end - LEAST_BINS + 1]
        before[end] = int(values.argmax())
        best[end] = values[before[end]]
    found, end = [], int(before[bins])
    while end > 0:
        found.append(end)
        end = int(before[end])
    return tuple(reversed(found))


def split(series: Floats, noise: Spread) -> Floats:
    """Twice the log quasi-likelihood ratio of a change before each bin of a (..., T, K + 1) series; 0 at its first."""
    upto = np.cumsum(series, axis=-2)
    whole = upto[..., -1:, :]
    before = upto - series
    return np.maximum(_fit(before, noise) + _fit(whole - before, noise) - _fit(whole, noise), 0)


def place(series: Floats, noise: Spread, near: tuple[int, int]) -> tuple[int, int, int]:
    """The day in `near` (first and last) on which a series by day changes, and the first and last day of all that are as good at 95 %.

    The interval is that of the profile likelihood.
    """
    gain = split(series, noise)
    first, last = near
    day = first + int(gain[first : last + 1].argmax())
    good = np.flatnonzero(gain >= gain[day] - _INTERVAL)
    return day, min(day, int(good[0])), max(day, int(good[-1]))


def chance(series: Floats, noise: Spread, at: int | None = None) -> float:
    """How often the bins in another order show as strong a change, at bin `at` or wherever it is strongest: the p of a permutation test.

    The bins stay whole, so that what comes in bursts does not pass for a change. The orders are the same at each call.
    """
    where = slice(1, None) if at is None else slice(at, at + 1)
    orders = np.argsort(np.random.default_rng(0).random((_SHUFFLES, len(series))), axis=1)
    strongest = split(series[orders], noise)[:, where].max(axis=1)
    as_strong = np.count_nonzero(strongest >= split(series, noise)[where].max() - _TIE)
    return float((1 + as_strong) / (_SHUFFLES + 1))


def _fit(sums: Floats, noise: Spread) -> Floats:
    """Twice the log quasi-likelihood of stretches with these sums of counts and of coverage, but for what a segmentation does not change."""
    counts = sums[..., :-1]
    total = counts.sum(axis=-1)
    of_total = _entropic(total) - total * np.log(np.maximum(sums[..., -1], _TIE))
    of_mix = _entropic(counts).sum(axis=-1) - _entropic(total)
    value: Floats = 2 * (of_total / noise[0] + of_mix / noise[1])
    return value


def _entropic(x: Floats) -> Floats:
    return x * np.log(np.maximum(x, 1e-300))
