"""Figures as flat tables."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pyarrow

from sanudo.codebook import KINDS, QUAD_NAMES
from sanudo.errors import MissingExtraError
from sanudo.figures import Dyad, Estimate, Point, Series

if TYPE_CHECKING:
    import polars

_TEXT, _NUMBER, _WHOLE = pyarrow.string(), pyarrow.float64(), pyarrow.int64()
_ESTIMATES = ("cooperation", "conflict", "net", "tone", "score")
_SCHEMA = pyarrow.schema(
    [
        *((name, _TEXT) for name in ("actor", "recipient")),
        ("directed", pyarrow.bool_()),
        ("period", _TEXT),
        ("first_day", pyarrow.date32()),
        ("last_day", pyarrow.date32()),
        ("events", _NUMBER),
        *((name.replace(" ", "_"), _NUMBER) for name in QUAD_NAMES.values()),
        *((f"{name}{end}", _NUMBER) for name in _ESTIMATES for end in ("", "_low", "_high")),
        *((f"kind_{kind}", _NUMBER) for kind in KINDS),
        ("articles", _WHOLE),
        ("rows", _WHOLE),
        ("turns", _TEXT),
        ("event_ids", _TEXT),
    ]
)


def to_arrow(told: Dyad) -> pyarrow.Table:
    """A row for each period of each of the three series; what turns a sign and ids of events are joined by ";"."""
    rows = [_row(series, point) for series in told.series for point in series.points]
    return pyarrow.Table.from_pylist(rows, schema=_SCHEMA)


def to_polars(told: Dyad) -> polars.DataFrame:
    """The same as a `polars.DataFrame`.

    Raises:
        MissingExtraError: polars is not installed.
    """
    try:
        frame: polars.DataFrame = import_module("polars").from_arrow(to_arrow(told))
    except ImportError as error:
        raise MissingExtraError("polars is needed for this; pip install 'sanudo[frames]'") from error
    return frame


def _row(series: Series, point: Point) -> dict[str, Any]:
    row: dict[str, Any] = {"actor": series.actor, "recipient": series.recipient, "directed": series.directed}
    row |= {name: getattr(point, name) for name in ("period", "events", "articles", "rows")}
    row |= {name: date.fromisoformat(getattr(point, name)) for name in ("first_day", "last_day")}
    row |= {name.replace(" ", "_"): count for name, count in zip(QUAD_NAMES.values(), point.quads, strict=True)}
    row |= {f"kind_{kind}": 0.0 for kind in KINDS} | {f"kind_{kind}": count for kind, count in point.kinds}
    for name in _ESTIMATES:
        estimate: Estimate | None = getattr(point, name)
        for end, value in (("", "value"), ("_low", "low"), ("_high", "high")):
            row[name + end] = getattr(estimate, value, None)
    row["turns"] = ";".join(f"{turn.measure} on {turn.what} {turn.which}" for turn in point.turns)
    row["event_ids"] = ";".join(point.event_ids)
    return row
