"""The series of a pair of states in words and tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeVar

from sanudo.figures import Change, Dyad, Estimate, Point, Turn
from sanudo.present.pieces import Standing
from sanudo.present.tables import Table, short_id
from sanudo.present.words import named

Named = TypeVar("Named", Turn, Change)
# Changes of the last score that a brief names.
BRIEFLY = 4
_SCALES = {"plover": "PLOVER", "goldstein": "Goldstein"}


@dataclass(frozen=True, slots=True)
class _Row:
    """A period, or several in a row in which nothing happened, with the net of each direction."""

    period: str
    point: Point
    there: Estimate | None
    back: Estimate | None
    articles: int
    rows: int


def title(told: Dyad) -> str:
    """What the figures are of."""
    return f"{named(told.first)} and {named(told.second)}"


def how(told: Dyad) -> str:
    """How they were reckoned."""
    decay = "never" if told.half_life is None else f"in {told.half_life:g} days"
    return (
        f"Intensity in points of the {_SCALES[told.scale]} scale; in the score an event loses half its weight {decay}; "
        f"intervals of {told.level:.0%}; counted by status: {', '.join(told.statuses)}."
    )


def dyad_table(told: Dyad) -> Table:
    """A row for each period, what stands still drawn together; articles and rows are those of the whole ledger."""
    there, back = f"{told.first} -> {told.second}", f"{told.second} -> {told.first}"
    figures = ("cooperation", "conflict", "net", there, back, "score")
    headings = (told.period, "events", *figures, "articles", "rows", "turns on")
    stacks = ((0, 1), (2, 3), (4, 7), (5, 6), (8, 9), (10,))
    return Table(headings, tuple(map(_cells, _rows(told))), stacks)


def _rows(told: Dyad) -> Iterator[_Row]:
    if not told.series:
        return
    pair, there, back = told.series
    nets = [{point.period: point.net for point in each.points} for each in (there, back)]
    for empty, group in groupby(pair.points, key=lambda point: not point.events):
        points = list(group)
        runs = [points] if empty else [[point] for point in points]
        for run in runs:
            first, last = run[0], run[-1]
            name = first.period if first is last else f"{first.period} to {last.period}"
            own = (None, None) if empty else tuple(net.get(first.period) for net in nets)
            yield _Row(name, last, own[0], own[1], sum(p.articles for p in run), sum(p.rows for p in run))


def _cells(row: _Row) -> tuple[str, ...]:
    point = row.point
    values = (point.cooperation, point.conflict, point.net) if point.events else (None, None, None)
    plain = (row.there and Estimate(row.there.value), row.back and Estimate(row.back.value))
    return (
        row.period,
        f"{point.events:g}",
        *map(_estimate, (*values, *plain, point.score)),
        str(row.articles),
        str(row.rows),
        "; ".join(map(_turn, point.turns)),
    )


def _estimate(estimate: Estimate | None) -> str:
    if estimate is None:
        return ""
    if estimate.low is None or estimate.high is None:
        return _number(estimate.value)
    return f"{_number(estimate.value)} [{_number(estimate.low)}, {_number(estimate.high)}]"


def _number(value: float) -> str:
    return f"{value:.0f}" if abs(value) >= 100 else f"{round(value, 1) + 0.0:g}"


def _turn(turn: Turn) -> str:
    return f"{turn.measure} on {_which(turn.what, turn.which)}"


def _which(what: str, which: str) -> str:
    return f"{what} {short_id(which) if what == 'event' else which}"


def words(told: Dyad) -> str:
    """What the table cannot show: how it was reckoned, what would change the last score, and what it cannot bear."""
    parts: list[str] = []
    if told.series:
        parts += [how(told), "Articles and rows are all that the ledger has of each period, whoever it is about."]
        parts += ["", "What would change the last score:", *(f"  {line}" for line in _changes(told.changes))]
    if told.unplaced:
        shown = ", ".join(map(short_id, told.unplaced[:5])) + (" ..." if len(told.unplaced) > 5 else "")
        parts += ["", f"Dated too roughly for a {told.period}, and not counted: {len(told.unplaced)} ({shown})."]
    if told.notes:
        parts += ["", *told.notes] if parts else told.notes
    return "\n".join(parts) + "\n"


def standing(told: Dyad) -> Standing | None:
    """The series as a part of a brief; None where there is nothing to count."""
    if not told.series or not told.series[0].points:
        return None
    table = dyad_table(told)
    told_of = "Articles and rows are all that the ledger has of each period, whoever it is about."
    changes = tuple(_changes(told.changes))[:BRIEFLY]
    heaviest = (f"What would change the last score most: {'; '.join(changes)}",) if changes else ()
    return Standing(table.headings, table.rows, (how(told), told_of, *heaviest, *told.notes))


def with_names(told: Dyad, name: Callable[[str], str]) -> Dyad:
    """The same with names for sources that are known by the id of an article alone, since it has no publisher."""

    def named_source(one: Named) -> Named:
        return replace(one, which=name(one.which)) if one.what == "source" and one.which.startswith("a1:") else one

    series = tuple(
        replace(each, points=tuple(replace(p, turns=tuple(map(named_source, p.turns))) for p in each.points))
        for each in told.series
    )
    return replace(told, series=series, changes=tuple(map(named_source, told.changes)))


def _changes(made: Sequence[Change]) -> Iterable[str]:
    if not made:
        yield "nothing that could be left out."
    for change in made:
        count = len(change.event_ids)
        many = f" ({count} event{'s' if count != 1 else ''})" if change.what != "event" else ""
        turned = "; the sign turns" if change.turns else ""
        yield f"{_deed(change)}{many}: {_number(change.without)} ({_signed(change.difference)}){turned}"


def _deed(change: Change) -> str:
    if change.what == "date":
        return "without what no report dates"
    if change.what == "dispute":
        return f"without events whose {change.which} is disputed"
    if change.what == "status":
        return f"{'counting too' if change.added else 'without'} what is {change.which}"
    return f"without {_which(change.what, change.which)}"


def _signed(value: float) -> str:
    return f"+{_number(value)}" if value > 0 else _number(value)
