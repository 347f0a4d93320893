"""A pair of states out of a ledger: the series both ways and each way, what would change them, and what they cannot bear, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

import numpy as np

from sanudo.analyse.changes import changes
from sanudo.analyse.deeds import SCALES
from sanudo.analyse.facts import Fact, facts, may_be_undated, undated
from sanudo.analyse.grids import Grid, bound, grid
from sanudo.analyse.notes import notes
from sanudo.analyse.periods import PERIODS, placed
from sanudo.analyse.series import Rule, series
from sanudo.errors import UsageError
from sanudo.figures import Change, Dyad, Series
from sanudo.records import Coverage, Outline, Status

HALF_LIFE = 90.0
LEVEL = 0.9
DONE = (Status.HAPPENED, Status.ONGOING)


class Known(Protocol):
    """What is asked of a ledger."""

    def outlines(self, *, between: tuple[str, str], until: str | None) -> Iterable[Outline]:
        """The events in which both states take part."""

    def coverage(self) -> Sequence[Coverage]:
        """How many articles and rows there are of each date."""


def dyad(
    ledger: Known,
    first: str,
    second: str,
    *,
    period: str = "month",
    half_life: float | None = HALF_LIFE,
    scale: str = "plover",
    statuses: Sequence[str] = DONE,
    since: str | None = None,
    until: str | None = None,
    level: float = LEVEL,
) -> Dyad:
    """How two states stand with one another, period by period (day, week, month, quarter, year).

    `half_life` is in days, None for a score that forgets nothing; `scale` is plover or goldstein; `statuses` are those
    that count; `since` and `until` are EDTF dates: what was before counts for the scores that are shown. Intervals hold `level` of the resamples.

    Raises:
        UsageError: a value is none that is known, or the range has more periods than anyone would read.
    """
    _check(period, half_life, scale, statuses, level)
    begins = date.fromordinal(bound(since)[0]).isoformat() if since else ""
    found = [f for f in facts(ledger.outlines(between=(first, second), until=until)) if {*f.pair} == {first, second}]
    coverage = ledger.coverage()
    lost = undated(ledger.outlines(between=(first, second), until=None)) if may_be_undated(coverage) else ()
    dateless = len({f.event_id for f in lost if {*f.pair} == {first, second} and f.status in statuses})
    spans = np.array([(f.first_day, f.last_day) for f in found], dtype=np.int64).reshape(-1, 2)
    fits = placed(spans[:, 0], spans[:, 1], period)
    shown = [fact for fact, fit in zip(found, fits, strict=True) if fit]
    counted = [fact for fact in shown if fact.status in statuses]
    made: tuple[Series, ...] = ()
    changed: tuple[Change, ...] = ()
    if counted:
        rule = Rule(scale, half_life, level)
        periods = grid([fact.first_day for fact in counted], coverage, period, since, until)
        last = int(periods.ends[-1])
        others = [f for f in shown if f.status not in statuses and f.first_day <= last]
        made = tuple(_since(begins, each) for each in _series(counted, first, second, periods, rule))
        changed = changes(counted, others, last, rule)
    return Dyad(
        first=first,
        second=second,
        period=period,
        scale=scale,
        half_life=half_life,
        level=level,
        statuses=tuple(map(str, statuses)),
        series=made,
        changes=changed,
        unplaced=tuple(dict.fromkeys(fact.event_id for fact, fit in zip(found, fits, strict=True) if not fit)),
        notes=tuple(notes((first, second), period, found, counted, made, changed, dateless)),
    )


def _check(period: str, half_life: float | None, scale: str, statuses: Sequence[str], level: float) -> None:
    named = [("period", period, PERIODS), ("scale", scale, SCALES)]
    for name, value, known in (*named, *(("status", str(status), tuple(map(str, Status))) for status in statuses)):
        if value not in known:
            raise UsageError(f"there is no {name} {value!r}; there are {', '.join(known)}")
    if half_life is not None and not 0 < half_life < float("inf"):
        raise UsageError(f"the half-life is {half_life:g} days; it must be more than 0")
    if not 0 < level < 1:
        raise UsageError(f"the level is {level:g}; it must be between 0 and 1")


def _series(told: Sequence[Fact], first: str, second: str, periods: Grid, rule: Rule) -> tuple[Series, ...]:
    """The pair, then each direction."""
    there, back = ([fact for fact in told if fact.actor == actor] for actor in (first, second))
    return (
        series(told, first, second, False, periods, rule),
        series(there, first, second, True, periods, rule),
        series(back, second, first, True, periods, rule),
    )


def _since(begins: str, whole: Series) -> Series:
    points = tuple(point for point in whole.points if point.last_day >= begins)
    return Series(whole.actor, whole.recipient, whole.directed, points)
