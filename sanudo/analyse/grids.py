"""The periods that a series is told in, and what the ledger has of each, whoever it is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from sanudo import dates
from sanudo.analyse.periods import Ints, first_day, period_of, placed
from sanudo.errors import UsageError
from sanudo.records import Coverage

_MOST = 10_000  # 27 years of days; as many resampled series take 760 MB


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """Periods in a row: their numbers, first and last days (ordinals), and how many articles and rows the ledger has of each."""

    period: str
    numbers: Ints
    starts: Ints
    ends: Ints
    articles: Ints
    rows: Ints


def grid(days: Sequence[int], coverage: Iterable[Coverage], period: str, since: str | None, until: str | None) -> Grid:
    """The periods from the first of these days to the last; to `since` and `until`, where the ledger has anything before or after.

    Articles and rows are counted where their own dates fit in a period.

    Raises:
        UsageError: these are more periods than anyone would read.
    """
    known = [row for row in coverage if row.first_day and row.last_day]
    starts, ends = ordinals(row.first_day for row in known), ordinals(row.last_day for row in known)
    fits = placed(starts, ends, period)
    covered = starts[fits]
    low, high = min(days), max(days)
    if since is not None and covered.size:
        low = min(low, max(bound(since)[0], int(covered.min())))
    if until is not None and covered.size:
        high = max(high, min(bound(until)[1], int(covered.max())))
    begin, end = (int(number) for number in period_of(np.array([low, high]), period))
    if end - begin > _MOST:
        raise UsageError(f"these are {end - begin:,} periods; take longer ones, or give --since and --until")
    numbers = np.arange(begin, end + 1)
    at = period_of(covered, period) - begin
    inside = (at >= 0) & (at < len(numbers))
    counts = np.array([(row.articles, row.rows) for row in known], dtype=np.int64).reshape(-1, 2)[fits][inside]
    articles, rows = (np.bincount(at[inside], column, minlength=len(numbers)).astype(np.int64) for column in counts.T)
    return Grid(period, numbers, first_day(numbers, period), first_day(numbers + 1, period) - 1, articles, rows)


def ordinals(days: Iterable[str | None]) -> Ints:
    """ISO days as ordinals."""
    return np.array([date.fromisoformat(day or "").toordinal() for day in days], dtype=np.int64)


def bound(edtf: str) -> tuple[int, int]:
    """The first and the last day of a date.

    Raises:
        UsageError: it is none.
    """
    span = dates.bounds(edtf)
    if span is None:
        raise UsageError(f"{edtf!r} is no date; give a year, month or day: 2018, 2018-05, 2018-05-12")
    return span[0].toordinal(), span[1].toordinal()
