"""When two states began to do other things to each other, and what third states did then (`docs/analysis-shifts.md` has the formulas)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stretch:
    """Two states over some days, both included.

    `counts` are events by quad class: verbal cooperation, material cooperation, verbal conflict, material conflict. `intensity` is the mean over
    these events of PLOVER's intensity of their types (-10 to 10); None where there are none. `a_week` is how many events there were a week, at the
    mean coverage of the ledger.
    """

    first_day: str
    last_day: str
    counts: tuple[float, float, float, float]
    intensity: float | None
    a_week: float
    event_ids: tuple[str, ...]

    @property
    def events(self) -> float:
        """How many events there are."""
        return sum(self.counts)

    @property
    def conflict(self) -> float | None:
        """The share of conflict among the events, 0 to 1; None where there are none."""
        return (self.counts[2] + self.counts[3]) / self.events if self.events else None


@dataclass(frozen=True, slots=True)
class Shift:
    """A day from which two states do other things to each other, or at another rate, than before.

    `earliest` and `latest` bound the day at 95 %. `size` is the change of the mean intensity of an event, `low` and `high` its interval at 95 %; a side with
    hardly any events counts as neutral if it comes before, and as no change if it comes after. `direction` is conflict or cooperation by the sign of that interval; where it
    holds zero it is `more` or `less` of the same: a rise or fall in what is told of the two, and no turn. `p` is how often the weeks in another order show as strong a change.
    `made_by` are the events of the first four weeks that the change made more frequent, those of the class that rose most first.
    """

    pair: tuple[str, str]
    day: str
    earliest: str
    latest: str
    before: Stretch
    after: Stretch
    direction: str
    size: float
    low: float
    high: float
    p: float
    made_by: tuple[str, ...]

    @property
    def least(self) -> float:
        """The least change of mean intensity, without its sign, that the interval allows: what pairs are ranked by."""
        return max(0.0, self.low, -self.high)


@dataclass(frozen=True, slots=True)
class Burst:
    """Some days in which two states have far more to do with each other on one side, cooperation or conflict, than before and after.

    `events` are those of that side from `first_day` to `last_day`, `usual` how many the rate of the weeks around would give at the coverage of these days.
    `strength` is what bursts are ranked by: twice the log likelihood ratio of a rate of their own, over the dispersion of the weeks around. `p` is how often
    chance shows as strong a one.
    """

    pair: tuple[str, str]
    first_day: str
    last_day: str
    side: str
    events: float
    usual: float
    strength: float
    p: float
    event_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Week:
    """What a picture of a pair shows of one week: events by quad class, their mean intensity, and all events of the ledger between other states."""

    first_day: str
    counts: tuple[float, float, float, float]
    intensity: float | None
    coverage: float


@dataclass(frozen=True, slots=True)
class PairShifts:
    """The shifts of two states and the bursts between them in the order of their days, and the weeks they were looked for in; `spread` is the
    dispersion of totals and of mixes (1: independent events). `note` says why there are no shifts."""

    pair: tuple[str, str]
    events: float
    weeks: tuple[Week, ...]
    spread: tuple[float, float]
    shifts: tuple[Shift, ...]
    bursts: tuple[Burst, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Reaction:
    """What a third state did towards a party of an event in the days after it, against its usual rate.

    `side` is cooperation or conflict. `usual` is how many events its rate in the days before would give, were there as much news as in these days;
    `ratio` how many times that it was, with its exact interval at 95 % (`high` is None where it has no bound: nothing before). `p` is exact and
    corrected for the number of rates compared (Holm).
    """

    state: str
    towards: str
    side: str
    events: int
    events_before: int
    usual: float
    ratio: float | None
    low: float
    high: float | None
    p: float
    event_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reactions:
    """The reactions to an event, the surest first: from its day to `last_day`, against the days from `usual_from` up to it. `note` says why none could be told."""

    event_id: str
    parties: tuple[str, ...]
    day: str
    last_day: str
    usual_from: str
    compared: int
    reactions: tuple[Reaction, ...]
    note: str
