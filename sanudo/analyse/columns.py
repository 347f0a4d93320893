"""The facts of each pair of states as columns, on one grid of days for all pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from sanudo.analyse.facts import Fact
from sanudo.figures import Stretch

MOST_BINS = 520  # ten years of weeks; of a longer series a bin has several, so that time and memory stay within bounds
_DATED_TO = 7  # what is dated less closely than to a week does not say when things changed
_CLASSES = 4
_STEADY = 20.0

Pair = tuple[str, str]
Floats = NDArray[np.float64]
Days = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Columns:
    """The events of a pair in the order of their days, an entry a fact; `day` counts from the first day of the grid."""

    day: Days
    quad: Days
    weight: Floats
    intensity: Floats
    ids: tuple[str, ...]

    def daily(self, days: int) -> Floats:
        """Counts by day and quad class, (days, 4)."""
        counts = np.bincount(_CLASSES * self.day + self.quad - 1, self.weight, _CLASSES * days)
        cells: Floats = counts.reshape(days, _CLASSES).astype(np.float64)
        return cells

    def between(self, start: int, end: int) -> slice:
        """The entries of the days from `start` to `end` - 1."""
        first, last = np.searchsorted(self.day, [start, end])
        return slice(int(first), int(last))

    def distinct(self, chosen: Iterable[int]) -> tuple[str, ...]:
        """The ids of the events of these entries, once each: a symmetric event has two."""
        return tuple(dict.fromkeys(self.ids[i] for i in chosen))


@dataclass(frozen=True, slots=True)
class Grid:
    """The days that all pairs are looked at in: a whole number of bins of `width` days. `events` are those of all pairs by bin."""

    first: date
    days: int
    width: int
    events: Floats

    def series(self, columns: Columns) -> Floats:
        """What `segments` takes, by day, (days, 5): the events of a pair by class, and the coverage of the day.

        Coverage is the mean of the bin's events between other states, over its mean in all bins: 1 in a usual week. `_STEADY` events are added to
        each bin: what a ledger with little in it has of others says little of how much news there was.
        """
        daily = columns.daily(self.days)
        others = self.events - self.binned(daily).sum(axis=1) + _STEADY
        cover = np.repeat(others / others.mean(), self.width)
        return np.column_stack([daily, cover])

    def binned(self, daily: Floats) -> Floats:
        """The sums of a series by bin."""
        cells: Floats = daily.reshape(-1, self.width, daily.shape[1]).sum(axis=1)
        return cells

    def iso(self, day: int) -> str:
        """A day of the grid as a date."""
        return (self.first + timedelta(days=int(day))).isoformat()

    def index(self, day: date) -> int:
        """A date as a day of the grid; it may lie outside."""
        return (day - self.first).days


def gathered(facts: Iterable[Fact]) -> tuple[Grid, dict[Pair, Columns]]:
    """The columns of each pair, in the order of the pairs, of what took place and is dated to a week or less. A grid of no days where there is none."""
    rows: dict[Pair, list[tuple[int, str, int, float, float]]] = defaultdict(list)
    for fact in facts:
        if fact.is_done and fact.last_day - fact.first_day < _DATED_TO:
            rows[fact.pair].append((fact.first_day, fact.event_id, fact.quad, fact.weight, fact.intensity))
    if not rows:
        return Grid(date.min, 0, 1, np.zeros(0)), {}
    first = min(row[0] for each in rows.values() for row in each)
    span = max(row[0] for each in rows.values() for row in each) - first + 1
    width = 7 * -(-span // (7 * MOST_BINS))
    days = width * -(-span // width)
    columns = {pair: _columns(sorted(rows[pair]), first) for pair in sorted(rows)}
    total = np.sum([np.bincount(each.day // width, each.weight, days // width) for each in columns.values()], axis=0)
    return Grid(date.fromordinal(first), days, width, total), columns


def _columns(rows: list[tuple[int, str, int, float, float]], first: int) -> Columns:
    days, ids, quads, weights, intensities = zip(*rows, strict=True)
    return Columns(np.array(days) - first, np.array(quads), np.array(weights), np.array(intensities), ids)


def stretch(columns: Columns, grid: Grid, cover: Floats, start: int, end: int) -> Stretch:
    """What two states did from day `start` to day `end` - 1 of the grid; `cover` is the coverage by day."""
    part = columns.between(start, end)
    weights = columns.weight[part]
    verbal, material, against, fought = map(float, np.bincount(columns.quad[part] - 1, weights, _CLASSES))
    return Stretch(
        first_day=grid.iso(start),
        last_day=grid.iso(end - 1),
        counts=(verbal, material, against, fought),
        intensity=float(np.average(columns.intensity[part], weights=weights)) if weights.size else None,
        a_week=7 * float(weights.sum() / cover[start:end].sum()),
        event_ids=columns.distinct(range(part.start, part.stop)),
    )
