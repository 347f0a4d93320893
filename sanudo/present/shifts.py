"""Shifts, bursts and reactions in tables and words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sanudo.figures import Burst, PairShifts, Reaction, Reactions, Shift, Stretch
from sanudo.present.tables import Table, short_id
from sanudo.present.words import counted, listing, named
from sanudo.resources import state_name

_SHOWN = 3  # of the ids of events behind a row
_LIMIT = 0.05
_TURNS = {"conflict": "conflict", "cooperation": "cooperation", "more": "(more of both)", "less": "(less of both)"}


def shift_table(shifts: Iterable[Shift]) -> Table:
    """A row for each shift, in the order given."""
    headings = (
        *("from", "between", "towards", "intensity", "conflict", "events a week"),
        *("p", "day between", "events that make it"),
    )
    stacks = ((0, 7), (1, 2), (3, 6), (5, 4), (8,))
    return Table(headings, tuple(map(_row, shifts)), stacks)


def _row(shift: Shift) -> tuple[str, ...]:
    return (
        shift.day,
        " - ".join(map(state_name, shift.pair)),
        _TURNS[shift.direction],
        f"{shift.size:+.1f} [{shift.low:+.1f}, {shift.high:+.1f}]",
        f"{_share(shift.before)} -> {_share(shift.after)}",
        f"{shift.before.a_week:.1f} -> {shift.after.a_week:.1f}",
        f"{shift.p:.3f}",
        f"{shift.earliest} .. {shift.latest}",
        ids(shift.made_by),
    )


def burst_table(bursts: Iterable[Burst]) -> Table:
    """A row for each burst, in the order given."""
    headings = ("from", "until", "between", "burst of", "events", "usual", "p", "events that make it")
    return Table(headings, tuple(map(_burst, bursts)), ((0, 1), (2, 3), (4, 5), (6,), (7,)))


def _burst(burst: Burst) -> tuple[str, ...]:
    return (
        *(burst.first_day, burst.last_day, " - ".join(map(state_name, burst.pair)), burst.side),
        *(f"{burst.events:g}", f"{burst.usual:.1f}", f"{burst.p:.3f}", ids(burst.event_ids)),
    )


def _share(stretch: Stretch) -> str:
    return "-" if stretch.conflict is None else f"{stretch.conflict:.0%}"


def ids(event_ids: tuple[str, ...]) -> str:
    """The first ids, and how many more there are."""
    more = len(event_ids) - _SHOWN
    return " ".join(map(short_id, event_ids[:_SHOWN])) + (f" and {more:,} more" if more > 0 else "")


def shift_words(shift: Shift) -> str:
    """A shift in a sentence."""
    before, after = (
        f"{counted_events(s)}, {s.a_week:.1f} a week, {_share(s)} of them conflict" for s in (shift.before, shift.after)
    )
    same = f"{shift.direction} is told of them, without a turn to either side"
    turn = same if shift.direction in ("more", "less") else f"a turn towards {shift.direction}"
    return f"From {shift.day}, {turn}: before, {before}; after, {after}."


def burst_words(burst: Burst) -> str:
    """A burst in a sentence."""
    days = (
        f"On {burst.first_day}" if burst.first_day == burst.last_day else f"From {burst.first_day} to {burst.last_day}"
    )
    return (
        f"{days}, a burst of {burst.side}: {counted(round(burst.events), 'event')} where {burst.usual:.1f} are usual."
    )


def counted_events(stretch: Stretch) -> str:
    """`12 events`."""
    return counted(round(stretch.events), "event")


def pair_words(one: PairShifts) -> str:
    """What was found between two states, in lines."""
    name = listing([named(state) for state in one.pair])
    found = [*map(shift_words, one.shifts), *map(burst_words, one.bursts)]
    return "\n".join([f"Between {name}:", *filter(None, [one.note]), *found])


def reaction_table(found: Reactions) -> Table:
    """A row for each third state, party and side, the surest first; those with events alone."""
    headings = ("state", "towards", "side", "events", "usual", "times usual", "p", "events behind it")
    stacks = ((0, 1), (2,), (3, 4), (5, 6), (7,))
    return Table(headings, tuple(_reaction(one) for one in found.reactions if one.events), stacks)


def _reaction(one: Reaction) -> tuple[str, ...]:
    high = "no bound" if one.high is None else f"{one.high:.1f}"
    ratio = "new" if one.ratio is None else f"{one.ratio:.1f}"
    return (
        *(state_name(one.state), state_name(one.towards), one.side, str(one.events), f"{one.usual:.1f}"),
        *(f"{ratio} [{one.low:.1f}, {high}]", f"{one.p:.3g}", ids(one.event_ids)),
    )


def reaction_words(found: Reactions) -> Iterator[str]:
    """What the table is of, and what stands out."""
    parties = listing([named(state) for state in found.parties])
    yield (
        f"Third states towards {parties} from {found.day} to {found.last_day}, against the days from {found.usual_from} on, "
        "as rates per event of the ledger between others."
    )
    if found.note:
        yield found.note
        return
    sure = sum(one.p <= _LIMIT for one in found.reactions)
    yield (
        f"{counted(sure, 'rate').capitalize()} of {found.compared} differ from the usual at p {_LIMIT:g}, corrected for their number; "
        "events of one story count one by one, so look at those near it."
    )
