"""How two states stand with one another (`docs/analysis-series.md` has the formulas)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number and the interval that resampling gives it; `low` and `high` are None where there is too little to resample."""

    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """What alone turns the sign of a number (or makes it nothing) when it is left out: `measure` net or score, `what` event or source, and which."""

    measure: str
    what: str
    which: str


@dataclass(frozen=True, slots=True)
class Point:
    """A pair of states in one period.

    `events` counts its events, one of both sides as half a deed of each; `quads` has them by quad class (1 to 4), `kinds` and `types` by name.
    `cooperation` and `conflict` are sums of intensity, both positive; `net` is their difference, `tone` the net by event (None without any), `score`
    the net of this and all earlier periods, decayed to the last day of this one. `articles` and `rows` count what the whole ledger has of the period,
    whoever it is about. `turns` names what alone would turn the sign of `net` or `score`.
    """

    period: str
    first_day: str
    last_day: str
    events: float
    quads: tuple[float, float, float, float]
    kinds: tuple[tuple[str, float], ...]
    types: tuple[tuple[str, float], ...]
    cooperation: Estimate
    conflict: Estimate
    net: Estimate
    tone: Estimate | None
    score: Estimate
    articles: int
    rows: int
    turns: tuple[Turn, ...]
    event_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """What `actor` does towards `recipient` period by period; with `directed` false, what the two do together and towards one another."""

    actor: str
    recipient: str
    directed: bool
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What leaving something out, or counting it too, does to the last score of a pair.

    `what` is event, source, dispute, status or date, `which` the id or name of it. `without` is the score then, `difference` that less the score as it
    is; `turns` tells whether the sign turns or goes. `event_ids` are the events left out or added.
    """

    what: str
    which: str
    added: bool
    without: float
    difference: float
    turns: bool
    event_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dyad:
    """How two states stand with one another: the pair both ways, then each direction.

    `period` is day, week, month, quarter or year; `scale` plover or goldstein; `half_life` the days in which an event loses half its weight in the
    score (None: never); `level` the share of intervals that should hold the true value. `unplaced` are events dated too roughly for these periods.
    `notes` say in words what the figures cannot bear.
    """

    first: str
    second: str
    period: str
    scale: str
    half_life: float | None
    level: float
    statuses: tuple[str, ...]
    series: tuple[Series, ...]
    changes: tuple[Change, ...]
    unplaced: tuple[str, ...]
    notes: tuple[str, ...]
