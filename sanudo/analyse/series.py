"""The series of a pair of states: what each did for and against the other period by period, and how sure that is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import numpy as np

from sanudo.analyse.deeds import Deeds, deeds, only_source
from sanudo.analyse.facts import Fact
from sanudo.analyse.grids import Grid
from sanudo.analyse.periods import label, period_of
from sanudo.analyse.resample import Floats, Ints, draws, interval, spread
from sanudo.analyse.turns import turns
from sanudo.codebook import QUAD_NAMES
from sanudo.figures import Estimate, Point, Series, Turn

# Fewer events than these have no interval: what resamples of so few show is not what other luck would have brought.
FEWEST = 5


@dataclass(frozen=True, slots=True)
class Rule:
    """How a series is reckoned: on which scale, with which half-life in days (None: no decay), to which level of intervals."""

    scale: str
    half_life: float | None
    level: float

    def kept(self, days: Ints) -> Floats:
        """What is left of a deed after so many days."""
        whole = np.ones(len(days))
        return whole if self.half_life is None else whole * np.exp2(-days / self.half_life)


def series(facts: Sequence[Fact], actor: str, recipient: str, directed: bool, grid: Grid, rule: Rule) -> Series:
    """The series of these facts, all of the pair and all in the grid.

    cooperation and conflict: sums of weight x intensity above and below 0, both positive. net: their difference. tone: net by event. score at the last
    day T of a period: the sum over all events so far of weight x intensity x 2^(-(T - day) / half-life).
    """
    told = deeds(facts, rule.scale)
    if not told.facts:
        return Series(actor, recipient, directed, ())
    at = period_of(told.day, grid.period) - grid.numbers[0]
    kept = rule.kept(grid.ends[at] - told.day)
    values = np.array(  # cooperation, conflict, net, net decayed to the end of its period, events
        [np.maximum(told.value, 0), np.maximum(-told.value, 0), told.value, told.value * kept, told.weight]
    )
    fade = rule.kept(np.diff(grid.ends, prepend=grid.ends[0]))
    exact = np.array([_summed(at, row, grid) for row in values])
    drawn = draws(values, _weights(told, at, values, kept), told.event, at, len(grid.numbers), told.sources)
    score, score_draws = running(exact[3], fade), running(drawn[:, 3], fade)
    edges = np.searchsorted(at, np.arange(len(grid.numbers) + 1))
    events = np.array([len({*told.event[begin:end]}) for begin, end in pairwise(edges)], dtype=np.float64)
    bounds = interval(drawn[:, :3], exact[:3], events, rule.level)
    bounds[:, :2] = np.maximum(bounds[:, :2], 0.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        tone = exact[2] / exact[4]
        tones = interval(drawn[:, 2] / drawn[:, 4], tone, events, rule.level)
    # As many events of one weight as would bear the score: Kish's effective size.
    weights = running(_summed(at, told.weight * kept, grid), fade)
    squares = running(_summed(at, told.weight * kept**2, grid), fade**2)
    borne = np.divide(weights**2, squares, out=np.zeros_like(squares), where=squares > 0)
    score_bounds = interval(score_draws, score, borne, rule.level)
    turned = turns(told, at, kept, fade, exact[2], score, only_source(told))
    points = []
    for n, (begin, end) in enumerate(pairwise(edges)):
        enough = events[n] >= FEWEST
        points.append(
            _point(
                grid,
                n,
                told.facts[begin:end],
                tuple(_estimate(exact[row, n], bounds[:, row, n], enough) for row in range(3)),
                _estimate(tone[n], tones[:, n], enough) if events[n] else None,
                _estimate(score[n], score_bounds[:, n], borne[n] >= FEWEST),
                turned[n],
            )
        )
    return Series(actor, recipient, directed, tuple(points))


def running(sums: Floats, fade: Floats) -> Floats:
    """Sums by period added up along the last axis, what was before fading by `fade` at each."""
    out = sums.copy()
    for n in range(1, out.shape[-1]):
        out[..., n] += out[..., n - 1] * fade[n]
    return out


def _summed(at: Ints, values: Floats, grid: Grid) -> Floats:
    return np.bincount(at, values, len(grid.numbers)).astype(np.float64)


def _weights(told: Deeds, at: Ints, values: Floats, kept: Floats) -> Floats:
    """How far the effect of a source moves each value: the spread of sources in that measure, times what the deed counts for.

    Events that several sources tell say nothing about how the sources differ, and are left out of the spread.
    """
    single = only_source(told)
    alone = single < told.sources.count
    out = np.zeros_like(values)
    for row in range(3):
        per_event = values[row, alone] / told.weight[alone]
        out[row] = spread(per_event, at[alone], single[alone]) * told.weight
    out[3] = out[2] * kept
    return out


def _estimate(value: float, bounds: Floats, enough: bool) -> Estimate:
    value = round(float(value), 6) + 0.0
    return Estimate(value, float(bounds[0]), float(bounds[1])) if enough else Estimate(value)


def _counted(items: Iterable[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    counts: dict[str, float] = defaultdict(float)
    for name, weight in items:
        counts[name] += weight
    return tuple(sorted(counts.items()))


def _point(
    grid: Grid,
    n: int,
    facts: Sequence[Fact],
    sums: tuple[Estimate, ...],
    tone: Estimate | None,
    score: Estimate,
    turned: tuple[Turn, ...],
) -> Point:
    first, last = (date.fromordinal(int(days[n])) for days in (grid.starts, grid.ends))
    quads = [sum(fact.weight for fact in facts if fact.quad == quad) for quad in QUAD_NAMES]
    return Point(
        period=label(first, grid.period),
        first_day=first.isoformat(),
        last_day=last.isoformat(),
        events=sum(fact.weight for fact in facts),
        quads=(quads[0], quads[1], quads[2], quads[3]),
        kinds=_counted((fact.kind, fact.weight) for fact in facts),
        types=_counted((fact.type, fact.weight) for fact in facts),
        cooperation=sums[0],
        conflict=sums[1],
        net=sums[2],
        tone=tone,
        score=score,
        articles=int(grid.articles[n]),
        rows=int(grid.rows[n]),
        turns=turned,
        event_ids=tuple(dict.fromkeys(fact.event_id for fact in facts)),
    )
