"""Shifts, bursts and reactions as flat tables: Arrow, and Polars through it. Ids of events are joined by ";"."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING

import pyarrow

from sanudo.errors import MissingExtraError
from sanudo.figures import Burst, Reactions, Shift

if TYPE_CHECKING:
    import polars

_TEXT, _NUMBER, _WHOLE, _DAY = pyarrow.string(), pyarrow.float64(), pyarrow.int64(), pyarrow.date32()
_SIDES = ("before", "after")
_SHIFT = pyarrow.schema(
    [
        *((name, _TEXT) for name in ("first", "second")),
        *((name, _DAY) for name in ("day", "earliest", "latest")),
        ("direction", _TEXT),
        *((name, _NUMBER) for name in ("size", "low", "high", "p")),
        *((f"{name}_{side}", _NUMBER) for name in ("events", "a_week", "conflict", "intensity") for side in _SIDES),
        *((name, _TEXT) for name in ("made_by", "event_ids_before", "event_ids_after")),
    ]
)
_BURST = pyarrow.schema(
    [
        *((name, _TEXT) for name in ("first", "second")),
        *((name, _DAY) for name in ("first_day", "last_day")),
        ("side", _TEXT),
        *((name, _NUMBER) for name in ("events", "usual", "strength", "p")),
        ("event_ids", _TEXT),
    ]
)
_REACTION = pyarrow.schema(
    [
        *((name, _TEXT) for name in ("event_id", "state", "towards", "side")),
        *((name, _WHOLE) for name in ("events", "events_before")),
        *((name, _NUMBER) for name in ("usual", "ratio", "low", "high", "p")),
        ("event_ids", _TEXT),
    ]
)


def shifts_table(shifts: Iterable[Shift]) -> pyarrow.Table:
    """A row for each shift, in the order given."""
    return pyarrow.Table.from_pylist([_shift(each) for each in shifts], schema=_SHIFT)


def bursts_table(bursts: Iterable[Burst]) -> pyarrow.Table:
    """A row for each burst, in the order given."""
    return pyarrow.Table.from_pylist([_burst(each) for each in bursts], schema=_BURST)


def reactions_table(found: Reactions) -> pyarrow.Table:
    """A row for each third state, party and side, the surest first."""
    names = [name for name in _REACTION.names if name not in ("event_id", "event_ids")]
    rows = [
        {name: getattr(one, name) for name in names}
        | {"event_id": found.event_id, "event_ids": ";".join(one.event_ids)}
        for one in found.reactions
    ]
    return pyarrow.Table.from_pylist(rows, schema=_REACTION)


def to_polars(table: pyarrow.Table) -> polars.DataFrame:
    """A table of this module as a `polars.DataFrame`.

    Raises:
        MissingExtraError: polars is not installed.
    """
    try:
        frame: polars.DataFrame = import_module("polars").from_arrow(table)
    except ImportError as error:
        raise MissingExtraError("polars is needed for this; pip install 'sanudo[frames]'") from error
    return frame


def _burst(burst: Burst) -> dict[str, object]:
    row: dict[str, object] = {"first": burst.pair[0], "second": burst.pair[1], "event_ids": ";".join(burst.event_ids)}
    row |= {name: date.fromisoformat(getattr(burst, name)) for name in ("first_day", "last_day")}
    return row | {name: getattr(burst, name) for name in ("side", "events", "usual", "strength", "p")}


def _shift(shift: Shift) -> dict[str, object]:
    row: dict[str, object] = {"first": shift.pair[0], "second": shift.pair[1], "direction": shift.direction}
    row |= {name: date.fromisoformat(getattr(shift, name)) for name in ("day", "earliest", "latest")}
    row |= {name: getattr(shift, name) for name in ("size", "low", "high", "p")}
    for side in _SIDES:
        stretch = getattr(shift, side)
        row |= {f"{name}_{side}": getattr(stretch, name) for name in ("events", "a_week", "conflict", "intensity")}
        row[f"event_ids_{side}"] = ";".join(stretch.event_ids)
    row["made_by"] = ";".join(shift.made_by)
    return row
