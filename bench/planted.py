"""Series of events between two states in which the changes are known, because they were put there.

The noise is that of news. *Stories* come at a rate a week that itself goes up and down by the week (gamma of shape `WAVE`), and for twelve weeks of every series there is three
times as much news of everybody (a rise in coverage that is no change in relations). A story is of one class, drawn from the mix of the day's regime, which is
itself blurred by the week (Dirichlet of strength `BLUR`), and gives one event and on average `MORE` further ones of its class on its day: events are not
independent. A change replaces the mix of four classes (verbal and material cooperation, verbal and material conflict) by one whose share of conflict
is higher or lower by at least `SHIFT`; in series that *wake*, every second regime has besides next to no events (`SILENCE` of the rate). Changes lie at least
eight weeks from each other and four from the ends. A burst is put into a series without changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sanudo.analyse.facts import Fact
from sanudo.codebook import EVENT_TYPES

WEEKS = 52
WAVE, BLUR, MORE = 4.0, 40.0, 0.5
SHIFT = 0.3
SILENCE = 0.02
BURST = 14
APART, EDGE = 8, 4
PAIR, OTHERS = ("IND", "PAK"), ("BRA", "PER")
USUAL = 50.0  # events a day of others
FIRST_DAY = 735_000
TYPES = ("CONSULT", "COOPERATE", "ACCUSE", "ASSAULT")
INTENSITIES = np.array([EVENT_TYPES[name].intensity for name in TYPES])


@dataclass(frozen=True, slots=True)
class Planted:
    """Counts of events by day and class (364, 4), the days from which each new regime holds, and the mixes of all regimes (one more)."""

    counts: NDArray[np.float64]
    exposure: NDArray[np.float64]
    days: tuple[int, ...]
    mixes: tuple[NDArray[np.float64], ...]

    def facts(self) -> Iterator[Fact]:
        """The events as facts of the pair `PAIR`, the type of each standing for its class, and for each day one fact of others that weighs as the coverage."""
        for day, kind in zip(*np.nonzero(self.counts), strict=True):
            for number in range(int(self.counts[day, kind])):
                yield _fact(PAIR, int(day), int(kind), number)
        for day, exposure in enumerate(self.exposure):
            yield _fact(OTHERS, day, 0, 0, weight=USUAL * float(exposure))

    def sizes(self) -> list[float]:
        """By how much the mean intensity of an event changes at each change."""
        means = [float(mix @ INTENSITIES) for mix in self.mixes]
        return [after - before for before, after in pairwise(means)]


def planted(seed: int, stories: float, changes: int, waking: bool = False) -> Planted:
    """A year with so many stories a week and so many changes; the same for the same arguments. `waking`: every second regime is nearly silent."""
    dice = np.random.default_rng([seed, changes, int(100 * stories), waking])
    days = _days(dice, changes)
    shares, share = [], dice.uniform(0.1, 0.9)
    for _ in range(changes + 1):
        shares.append(share)
        room = [x for x in ((0.05, share - SHIFT), (share + SHIFT, 0.95)) if x[1] > x[0]]
        widths = np.array([high - low for low, high in room])
        low, high = room[dice.choice(len(room), p=widths / widths.sum())]
        share = dice.uniform(low, high)
    mixes = [_mix(dice, share) for share in shares]
    silent = dice.integers(2)
    loud = [SILENCE if waking and number % 2 == silent else 1.0 for number in range(changes + 1)]
    more_from = dice.integers(0, 7 * (WEEKS - 12))
    counts = np.zeros((7 * WEEKS, 4))
    regime = np.searchsorted(np.array(days), np.arange(7 * WEEKS), side="right")
    for week in range(WEEKS):
        wave = dice.gamma(WAVE, 1 / WAVE)
        blurred = [dice.dirichlet(BLUR * mix) for mix in mixes]
        for day in range(7 * week, 7 * week + 7):
            rate = stories / 7 * wave * loud[regime[day]] * (3 if more_from <= day < more_from + 84 else 1)
            for kind in dice.choice(4, size=dice.poisson(rate), p=blurred[regime[day]]):
                counts[day, kind] += 1 + dice.poisson(MORE)
    more = np.isin(np.arange(7 * WEEKS), np.arange(more_from, more_from + 84))
    return Planted(counts, np.where(more, 3.0, 1.0), days, tuple(mixes))


def burst(series: Planted, seed: int, times: float) -> tuple[Planted, int]:
    """The series with a burst of `BURST` days in which one side, the less usual one, comes so many times as often; and its first day."""
    dice = np.random.default_rng([seed, int(times)])
    side = min((slice(0, 2), slice(2, 4)), key=lambda classes: float(series.counts[:, classes].sum()))
    first = int(dice.integers(7 * EDGE, 7 * (WEEKS - EDGE) - BURST))
    usual = series.counts[:, side].sum(axis=0) / (7 * WEEKS * (1 + MORE))
    counts = series.counts.copy()
    for day in range(first, first + BURST):
        for kind, stories in enumerate(dice.poisson((times - 1) * usual)):
            counts[day, kind + (side.start or 0)] += stories + dice.poisson(MORE, size=stories).sum()
    return Planted(counts, series.exposure, series.days, series.mixes), first


def _days(dice: np.random.Generator, changes: int) -> tuple[int, ...]:
    while True:
        days = np.sort(dice.integers(7 * EDGE, 7 * (WEEKS - EDGE), size=changes))
        if changes < 2 or np.diff(days).min() >= 7 * APART:
            return tuple(map(int, days))


def _mix(dice: np.random.Generator, conflict: float) -> NDArray[np.float64]:
    """A mix with this share of conflict; a tenth to a third of either side is material."""
    deeds = dice.uniform(0.1, 0.35, size=2)
    friendly = 1 - conflict
    return np.array([friendly * (1 - deeds[0]), friendly * deeds[0], conflict * (1 - deeds[1]), conflict * deeds[1]])


def _fact(pair: tuple[str, str], day: int, kind: int, number: int, weight: float = 1.0) -> Fact:
    told = EVENT_TYPES[TYPES[kind]]
    return Fact(
        event_id=f"e1:{pair[0]}-{day:03d}-{kind}-{number}",
        actor=pair[0],
        recipient=pair[1],
        first_day=FIRST_DAY + day,
        last_day=FIRST_DAY + day,
        dated=True,
        type=told.name,
        kind="other",
        quad=told.quad,
        intensity=told.intensity,
        goldstein=None,
        status="happened",
        confidence=1.0,
        sources=("planted",),
        reports=1,
        disputed=(),
        weight=weight,
    )
