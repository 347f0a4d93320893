"""Change points of pairs of states, and bursts: when what they do to each other changes, for good or for some weeks, by how much, how surely, and by which events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise, product

import numpy as np

from sanudo.analyse import bursts, segments
from sanudo.analyse.columns import Columns, Floats, Grid, Pair, gathered, stretch
from sanudo.analyse.facts import Fact
from sanudo.analyse.segments import Spread
from sanudo.figures import Burst, PairShifts, Shift, Week

LEAST_EVENTS, LEAST_WEEKS = 20, 8  # events of a pair, and weeks of the ledger, for a look at it
SURE, _LIKELY = 0.01, 0.05  # p of a day that was looked for, and of one that was given
_SILENCE = 5.0  # events: of fewer there is no mean to speak of
_FIRST_DAYS = 28
_SIDES = {"cooperation": slice(0, 2), "conflict": slice(2, 4)}  # of the four classes

_Around = tuple[int, int, int]  # a day between the beginning of the regime before it and the end of the one after it


def shifts(facts: Iterable[Fact], state: str | None = None, pair: Pair | None = None) -> tuple[PairShifts, ...]:
    """The pairs of states whose relation changed, those that changed most first: by the largest `Shift.least`, and those with bursts alone by the strongest.

    `state` asks for its pairs alone. `pair` asks for one, which is then there also without a shift, with a note. Only what took place counts.
    """
    grid, columns = gathered(facts)
    if pair:
        two = (min(pair), max(pair))
        nothing = PairShifts(
            two, 0.0, (), (1.0, 1.0), (), (), "The ledger has no dated event between these two states."
        )
        return (_of_pair(two, columns[two], grid) if two in columns else nothing,)
    looked = (_of_pair(two, each, grid) for two, each in columns.items() if state is None or state in two)
    return tuple(sorted((one for one in looked if one.shifts or one.bursts), key=_rank))


def strongest(pairs: Iterable[PairShifts]) -> tuple[Burst, ...]:
    """The bursts of these pairs, the strongest first."""
    every = (burst for one in pairs for burst in one.bursts)
    return tuple(sorted(every, key=lambda burst: (-burst.strength, burst.pair, burst.first_day)))


def within(ranked: Iterable[PairShifts], first: date | None, last: date | None) -> tuple[PairShifts, ...]:
    """The same with the shifts of this period and the bursts that fall into it alone, both days included, and without pairs that had none then; ranked anew."""
    low, high = (first or date.min).isoformat(), (last or date.max).isoformat()
    kept = (
        replace(
            one,
            shifts=tuple(s for s in one.shifts if low <= s.day <= high),
            bursts=tuple(b for b in one.bursts if low <= b.last_day and b.first_day <= high),
        )
        for one in ranked
    )
    return tuple(sorted((one for one in kept if one.shifts or one.bursts), key=_rank))


def changed(facts: Iterable[Fact], state: str, since: date) -> tuple[Shift, ...]:
    """What changed since a day between a state and each other one: what was before against what is from it on; what changed most first.

    A pair with fewer than `LEAST_EVENTS` is left out, and one whose weeks in another order show as strong a change in more than one case of twenty (`p`, of this one day).
    """
    grid, columns = gathered(facts)
    day = grid.index(since)
    found = []
    for two, each in columns.items():
        if 0 < day < grid.days and state in two and each.weight.sum() >= LEAST_EVENTS:
            series = grid.series(each)
            bins, at = _split_at(series, day, grid.width)
            p = segments.chance(bins, segments.spread(grid.binned(series)), at)
            if p <= _LIKELY:
                found.append(_shift(two, each, grid, series, (0, day, grid.days), (day, day), p))
    return tuple(sorted(found, key=lambda shift: (-shift.least, shift.p, shift.pair)))


def _rank(one: PairShifts) -> tuple[bool, float, float, Pair]:
    least = max((shift.least for shift in one.shifts), default=0.0)
    return not one.shifts, -least, -max((burst.strength for burst in one.bursts), default=0.0), one.pair


def _split_at(series: Floats, day: int, width: int) -> tuple[Floats, int]:
    """A series in bins of which one begins with this day, and its number; incomplete bins at the ends are as short as they are."""
    lead, tail = -day % width, -(len(series) - day) % width
    padded = np.pad(series, ((lead, tail), (0, 0)))
    return padded.reshape(-1, width, series.shape[1]).sum(axis=1), (day + lead) // width


def _of_pair(pair: Pair, columns: Columns, grid: Grid) -> PairShifts:
    series = grid.series(columns)
    bins = grid.binned(series)
    events, weeks, noise = float(columns.weight.sum()), grid.days // 7, segments.spread(bins)
    found: tuple[Shift, ...] = ()
    burst: tuple[Burst, ...] = ()
    if events < LEAST_EVENTS or weeks < LEAST_WEEKS:
        note = (
            f"Too little to look for shifts in: {events:g} dated events of this pair in a ledger of {weeks} weeks; "
            f"{LEAST_EVENTS} events in {LEAST_WEEKS} weeks are the least."
        )
    else:
        found = tuple(_found(pair, columns, grid, series, noise))
        edges = (0, *(grid.index(date.fromisoformat(shift.day)) for shift in found), grid.days)
        burst = tuple(sorted(_bursts(pair, columns, grid, series, edges), key=lambda each: (each.first_day, each.side)))
        note = "" if found else f"Among {events:g} events no shift stands out that chance would not show too."
    return PairShifts(pair, events, tuple(_weeks(columns, grid, bins)), noise, found, burst, note)


def _found(pair: Pair, columns: Columns, grid: Grid, series: Floats, noise: Spread) -> Iterator[Shift]:
    bins = grid.binned(series)
    kept = (0, *segments.segment(bins, noise), len(bins))
    chances = {at: segments.chance(bins[start:end], noise) for start, at, end in _threes(kept)}
    sure = (0, *(at for at, p in chances.items() if p <= SURE), len(bins))
    placed = [_placed(series, noise, around, grid.width) for around in _threes(sure)]
    days = (0, *(day for day, _, _ in placed), grid.days)
    for around, (_, *bounds), at in zip(_threes(days), placed, sure[1:], strict=False):
        yield _shift(pair, columns, grid, series, around, (bounds[0], bounds[1]), chances[at])


def _threes(edges: Sequence[int]) -> Iterator[_Around]:
    """Each inner edge between its neighbours."""
    return zip(edges, edges[1:], edges[2:], strict=False)


def _placed(series: Floats, noise: Spread, bins: _Around, width: int) -> tuple[int, int, int]:
    """The day of a change that the middle bin begins with, give or take a bin, and its interval, as days of the grid."""
    start, at, end = (width * each for each in bins)
    day, earliest, latest = segments.place(series[start:end], noise, (at - start - width, at - start + width - 1))
    return start + day, start + earliest, start + latest


def _shift(
    pair: Pair, columns: Columns, grid: Grid, series: Floats, around: _Around, bounds: tuple[int, int], p: float
) -> Shift:
    start, day, end = around
    before, after = (stretch(columns, grid, series[:, -1], *ends) for ends in ((start, day), (day, end)))
    size, margin = _difference(columns, around, grid.width)
    louder = "more" if after.a_week > before.a_week else "less"
    return Shift(
        pair=pair,
        day=grid.iso(day),
        earliest=grid.iso(bounds[0]),
        latest=grid.iso(bounds[1]),
        before=before,
        after=after,
        direction="conflict" if size + margin < 0 else "cooperation" if size > margin else louder,
        size=size,
        low=size - margin,
        high=size + margin,
        p=p,
        made_by=_made_by(columns, around),
    )


def _bursts(pair: Pair, columns: Columns, grid: Grid, series: Floats, edges: Sequence[int]) -> Iterator[Burst]:
    """Those of each regime and side."""
    width = grid.width
    for (start, end), (side, classes) in product(pairwise(edges), _SIDES.items()):
        first, after = width * -(-start // width), width * (end // width)
        counts, cover = series[first:after, classes].sum(axis=1), series[first:after, -1]
        by_bin = (each.reshape(-1, width).sum(axis=1) for each in (counts, cover))
        for one in bursts.bursts(*by_bin):
            begun, ended = bursts.place(counts, cover, (width * one.start, width * one.end), width)
            here = [
                i for i in _between(columns, first + begun, first + ended) if columns.quad[i] - 1 in range(4)[classes]
            ]
            told, within = float(columns.weight[here].sum()), float(cover[begun:ended].sum())
            yield Burst(
                pair=pair,
                first_day=grid.iso(first + begun),
                last_day=grid.iso(first + ended - 1),
                side=side,
                events=told,
                usual=within * (float(counts.sum()) - told) / (float(cover.sum()) - within),
                strength=one.strength,
                p=one.p,
                event_ids=columns.distinct(here),
            )


def _between(columns: Columns, start: int, end: int) -> range:
    part = columns.between(start, end)
    return range(part.start, part.stop)


def _difference(columns: Columns, around: _Around, width: int) -> tuple[float, float]:
    """The change of the mean intensity of an event, and half its 95 % interval; no change into near silence, and silence before is neutral.

    Events of one bin count as dependent (cluster-robust: Liang and Zeger 1986).
    """
    start, day, end = around
    before, after = columns.between(start, day), columns.between(day, end)
    if columns.weight[after].sum() < _SILENCE:
        return 0.0, 0.0
    sides = [_mean(columns, part, width) for part in (before, after) if columns.weight[part].sum() >= _SILENCE]
    least = min(bins for _, _, bins in sides)
    size = sides[-1][0] - (sides[0][0] if len(sides) == 2 else 0.0)
    return size, _student(least - 1) * float(np.sqrt(sum(variance for _, variance, _ in sides)))


def _mean(columns: Columns, part: slice, width: int) -> tuple[float, float, int]:
    """The mean intensity of these events, its variance, and how many bins they lie in.

    The variance is at least what it were if each event stood alone, and if each were uncertain by a point: events all of one type are not known without error.
    """
    weight, intensity = columns.weight[part], columns.intensity[part]
    mean, total = float(np.average(intensity, weights=weight)), float(weight.sum())
    off = weight * (intensity - mean)
    sums = np.bincount(np.unique(columns.day[part] // width, return_inverse=True)[1], off)
    together = float((sums**2).sum()) * len(sums) / max(len(sums) - 1, 1)
    return mean, max(together, float((off**2 / weight).sum()), total) / total**2, len(sums)


def _student(freedom: int) -> float:
    """The 97.5 % point of Student's t, by the first terms of its expansion about the normal (Abramowitz and Stegun 26.7.5)."""
    z, n = 1.96, max(freedom, 2)
    return z + (z**3 + z) / (4 * n) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * n**2)


def _made_by(columns: Columns, around: _Around) -> tuple[str, ...]:
    """The events of the first weeks after a change whose class became more frequent, those of the class that rose most first, then by day."""
    start, day, end = around
    early, late = (
        (np.bincount(columns.quad[part] - 1, columns.weight[part], 4) + 0.5) / length
        for part, length in ((columns.between(start, day), day - start), (columns.between(day, end), end - day))
    )
    part = columns.between(day, min(end, day + _FIRST_DAYS))
    rising = [i for i in range(part.start, part.stop) if late[columns.quad[i] - 1] > early[columns.quad[i] - 1]]
    rise = late / early
    return columns.distinct(sorted(rising, key=lambda i: (-rise[columns.quad[i] - 1], i)))


def _weeks(columns: Columns, grid: Grid, bins: Floats) -> Iterator[Week]:
    for number, (verbal, material, against, fought, _) in enumerate(bins.tolist()):
        start = number * grid.width
        part = columns.between(start, start + grid.width)
        weight = columns.weight[part]
        mean = float(np.average(columns.intensity[part], weights=weight)) if weight.size else None
        others = float(grid.events[number]) - verbal - material - against - fought
        yield Week(grid.iso(start), (verbal, material, against, fought), mean, others)
