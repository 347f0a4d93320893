"""What third states did towards the parties of an event in the days after it, against their usual rate."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from math import isinf

from sanudo.analyse.exact import holm, rates
from sanudo.analyse.facts import Fact
from sanudo.errors import UsageError
from sanudo.figures import Reaction, Reactions

WINDOW, USUAL = 14, 182  # days
_LEAST_BEFORE = 2  # windows that must lie before the event for a usual rate
_COOPERATIVE = 2  # quad classes up to this one
_STEADY = (
    20 / 7
)  # events a day that are added to the coverage, as for shifts: the news of a small ledger is taken as steady

_Key = tuple[str, str, str]


def reactions(facts: Iterable[Fact], event_id: str, window: int = WINDOW) -> Reactions:
    """The reactions of third states to an event, the surest first.

    Counted are events from the day of the event on, for `window` days, with a third state as actor and a party as recipient. The usual rate is that of the
    half year before. Both are rates against coverage: the events in which no party of this one takes part, and twenty a week. The tests take events as
    independent, which news is not quite: near the limit, look at the events.

    Raises:
        UsageError: no event with two states and a date has this id.
    """
    kept = [fact for fact in facts if fact.is_done or fact.event_id == event_id]
    itself = [fact for fact in kept if fact.event_id == event_id]
    if not itself:
        raise UsageError(
            f"{event_id}: no event between two states, with a date, has this id; `sanudo events` lists them"
        )
    day = itself[0].first_day
    parties = tuple(sorted({state for fact in itself for state in fact.pair}))
    start, end = max(day - USUAL, min(fact.first_day for fact in kept)), day + window
    after, before, covers = _counted(
        (f for f in kept if start <= f.first_day < end), parties, day, event_id, (window, day - start)
    )
    told = Reactions(event_id, parties, _iso(day), _iso(end - 1), _iso(start), 0, (), "")
    if day - start < _LEAST_BEFORE * window:
        note = f"Too little to tell what is usual: the ledger has {day - start} days before the event; {_LEAST_BEFORE * window} are the least."
        return _with(told, note=note)
    found = _compared(after, before, covers)
    note = (
        "" if found else f"No third state did anything towards {' or '.join(parties)} in these days or in those before."
    )
    return _with(told, found, note)


def _with(told: Reactions, found: Sequence[Reaction] = (), note: str = "") -> Reactions:
    return Reactions(
        told.event_id, told.parties, told.day, told.last_day, told.usual_from, len(found), tuple(found), note
    )


def _counted(
    facts: Iterable[Fact], parties: Sequence[str], day: int, event_id: str, covered: tuple[int, int]
) -> tuple[dict[_Key, list[str]], Counter[_Key], tuple[float, float]]:
    """Ids of the events after by who, towards whom, and side; how many there were before; and the coverage after and before, of so many days (`covered`)."""
    after: dict[_Key, list[str]] = defaultdict(list)
    before: Counter[_Key] = Counter()
    later, earlier = (_STEADY * days for days in covered)
    for fact in facts:
        if fact.actor not in parties and fact.recipient in parties and fact.event_id != event_id:
            key = (fact.actor, fact.recipient, "cooperation" if fact.quad <= _COOPERATIVE else "conflict")
            if fact.first_day >= day:
                after[key].append(fact.event_id)
            else:
                before[key] += 1
        elif fact.actor not in parties and fact.recipient not in parties:
            later += fact.weight * (fact.first_day >= day)
            earlier += fact.weight * (fact.first_day < day)
    return after, before, (later, earlier)


def _compared(after: dict[_Key, list[str]], before: Counter[_Key], covers: tuple[float, float]) -> tuple[Reaction, ...]:
    later, earlier = covers
    keys = sorted({*after, *before})
    tests = [rates(len(after.get(key, ())), before[key], later / (later + earlier)) for key in keys]
    found = []
    for key, (_, low, high), p in zip(keys, tests, holm([test[0] for test in tests]), strict=True):
        usual, ids = before[key] * later / earlier, after.get(key, [])
        ratio = len(ids) / usual if usual else None
        bound = None if isinf(high) else high
        found.append(Reaction(*key, len(ids), before[key], usual, ratio, low, bound, p, tuple(ids)))
    return tuple(sorted(found, key=lambda one: (one.p, -one.events, one.state, one.towards, one.side)))


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()
