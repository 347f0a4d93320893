"""Where a series of counts stands far above its usual rate for some weeks and falls back: what is too short to be a regime of its own.

Kulldorff's scan statistic ("A spatial scan statistic", 1997) in time: for each window of up to `LONGEST` bins twice the log likelihood ratio of a Poisson rate of
its own against one rate for all, divided by the dispersion of the bins outside it (quasi-likelihood, as in `segments`). How often chance shows as much is
told by series of the one rate and that dispersion (negative binomial), scanned in the same way.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

import numpy as np

from sanudo.analyse.segments import Floats

LONGEST, LEAST_EVENTS = 6, 5  # bins of a burst, and events in it
SURE = 0.01
_SHARE = 4  # a burst lasts a quarter of its series at most: of more, the rest would tell little of what is usual
_USUAL = 10.0  # degrees of freedom of a usual dispersion (2) are added: of next to no events it cannot be told
_SERIES = 199
_TINY = 1e-9


class Found(NamedTuple):
    """A burst from bin `start` to bin `end` - 1, its statistic, and how often chance shows as much."""

    start: int
    end: int
    strength: float
    p: float


def bursts(counts: Floats, cover: Floats) -> Iterator[Found]:
    """The bursts of a series (T,) at this coverage, the strongest first. A bin beside a burst is in none: it may be its beginning or its end."""
    counts, cover = counts.copy(), cover.copy()
    while True:
        strength = scan(counts, cover)
        if not strength.size or strength.max() <= 0:
            return
        width, start = (int(i) for i in np.unravel_index(strength.argmax(), strength.shape))
        end, strongest = start + width + 1, float(strength.max())
        p = _chance(counts, cover, slice(start, end), strongest)
        if p > SURE:
            return
        yield Found(start, end, strongest, p)
        beside = slice(max(0, start - 1), end + 1)
        counts[beside] = cover[beside] = 0.0


def scan(counts: Floats, cover: Floats) -> Floats:
    """The statistic (..., W, T) of the windows of 1 to W bins that begin with each bin of a series (..., T); 0 where the rate is not higher, or a bin has no coverage."""
    bins = counts.shape[-1]
    free = (cover > 0).astype(float)
    squares = counts**2 / np.where(cover > 0, cover, 1.0)
    sums = [
        _upto(each)
        for each in (counts, np.broadcast_to(cover, counts.shape), squares, np.broadcast_to(free, counts.shape))
    ]
    rows = []
    for width in range(1, min(LONGEST, bins // _SHARE) + 1):
        inside = [each[..., width:] - each[..., :-width] for each in sums]
        outside = [each[..., -1:] - part for each, part in zip(sums, inside, strict=True)]
        ratio = 2 * (_entropic(*inside[:2]) + _entropic(*outside[:2]) - _entropic(sums[0][..., -1:], sums[1][..., -1:]))
        higher = inside[0] * outside[1] > outside[0] * inside[1]
        counted = higher & (inside[0] >= LEAST_EVENTS) & (inside[3] == width)
        values = np.where(counted, ratio / _dispersion(*outside), 0.0)
        rows.append(np.concatenate([values, np.zeros((*values.shape[:-1], width - 1))], axis=-1))
    return np.stack(rows, axis=-2) if rows else np.zeros((*counts.shape[:-1], 0, bins))


def place(counts: Floats, cover: Floats, near: tuple[int, int], give: int) -> tuple[int, int]:
    """The first day, and the day after the last, between which a series by day stands out most; both lie less than `give` days from those in `near`."""
    upto, covered = _upto(counts), _upto(cover)
    starts, ends = (range(max(0, day - give + 1), min(len(counts), day + give - 1) + 1) for day in near)
    first, after = np.array([pair for pair in product(starts, ends) if pair[0] < pair[1]]).T
    inside, within = upto[after] - upto[first], covered[after] - covered[first]
    gain = _entropic(inside, within) + _entropic(upto[-1] - inside, covered[-1] - within)
    best = int(gain.argmax())
    return int(first[best]), int(after[best])


def _chance(counts: Floats, cover: Floats, window: slice, strength: float) -> float:
    """How often a series of one rate, as bursty as this one is outside the window, shows a burst of this strength."""
    free = cover > 0
    sums = (counts, cover, counts**2 / np.where(free, cover, 1.0), free.astype(float))
    more = float(_dispersion(*(np.delete(each, window).sum() for each in sums))) - 1
    mean = cover * counts.sum() / cover.sum()
    # Where there is more news of everybody, its waves are higher too.
    scale = more * np.maximum(mean / mean[free].mean(), 1.0)
    dice = np.random.default_rng(0)
    waves = dice.gamma(np.maximum(mean, _TINY) / scale, scale, (_SERIES, len(mean)))
    drawn = dice.poisson(np.where(free, waves, 0.0)).astype(float)
    strongest = scan(drawn, cover).max(axis=(-2, -1))
    return float((1 + np.count_nonzero(strongest >= strength - _TINY)) / (_SERIES + 1))


def _dispersion(counts: Floats, cover: Floats, squares: Floats, bins: Floats) -> Floats:
    """Chi-square of bins with these sums around their mean rate, over its degrees of freedom, pulled towards 2; more than 1."""
    rate = np.maximum(counts, _TINY) / np.maximum(cover, _TINY)
    chi = squares / rate - counts
    value: Floats = np.maximum((chi + 2 * _USUAL) / (np.maximum(bins - 1, 0) + _USUAL), 1 + _TINY)
    return value


def _upto(series: Floats) -> Floats:
    """Sums up to each bin, beginning with none."""
    value: Floats = np.insert(np.cumsum(series, axis=-1, dtype=float), 0, 0.0, axis=-1)
    return value


def _entropic(counts: Floats, cover: Floats) -> Floats:
    value: Floats = counts * np.log(np.maximum(counts, _TINY) / np.maximum(cover, _TINY))
    return value
