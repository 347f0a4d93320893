"""Networks for other programs: Arrow tables, Polars frames, and graphs of networkx. Several ids, names or states in a cell are joined by ";"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from sanudo.errors import MissingExtraError
from sanudo.figures import Network

if TYPE_CHECKING:
    import networkx
    import polars

# Columns by the name of the field or property that fills them.
_TEXT, _NUMBER, _COUNT = pa.string(), pa.float64(), pa.int64()

_EDGE: dict[str, pa.DataType] = {
    "first": _TEXT,
    "second": _TEXT,
    "sign": _COUNT,
    "net": _NUMBER,
    "cooperation": _NUMBER,
    "conflict": _NUMBER,
    "talks": _NUMBER,
    "events": _COUNT,
    "cooperative": _COUNT,
    "conflictive": _COUNT,
    "reports": _COUNT,
    "sources": _TEXT,
    "turns_on_events": _TEXT,
    "turns_on_sources": _TEXT,
    "turns_on_talks": pa.bool_(),
    "balanced": _COUNT,
    "unbalanced": _COUNT,
    "event_ids": _TEXT,
}
_NODE: dict[str, pa.DataType] = {
    "state": _TEXT,
    "friends": _COUNT,
    "rivals": _COUNT,
    "friendship": _NUMBER,
    "rivalry": _NUMBER,
    "community": _COUNT,
    "constraint": _NUMBER,
    "between": _COUNT,
}
_TRIAD: dict[str, pa.DataType] = {
    "states": _TEXT,
    "signs": _TEXT,
    "balanced": pa.bool_(),
    "weakest": _TEXT,
    "tension": _NUMBER,
}


def edges_table(network: Network) -> pa.Table:
    """A row for each edge, the strongest first."""
    return _table(network.edges, _EDGE)


def nodes_table(network: Network) -> pa.Table:
    """A row for each state."""
    return _table(network.nodes, _NODE)


def triads_table(network: Network) -> pa.Table:
    """A row for each triad, those of the most tension first."""
    return _table(network.triads, _TRIAD)


def to_polars(table: pa.Table) -> polars.DataFrame:
    """One of these tables as a Polars frame.

    Raises:
        MissingExtraError: polars is not installed.
    """
    frame: polars.DataFrame = _extra("polars", "frames").from_arrow(table)
    return frame


def to_networkx(network: Network) -> networkx.Graph:
    """The network as an undirected graph: nodes and edges with the columns of their tables, and `weight`, the net of an edge.

    Raises:
        MissingExtraError: networkx is not installed.
    """
    graph: networkx.Graph = _extra("networkx", "exchange").Graph(**_values(network, ("since", "until")))
    for node in network.nodes:
        graph.add_node(node.state, **_values(node, [name for name in _NODE if name != "state"]))
    for edge in network.edges:
        names = [name for name in _EDGE if name not in ("first", "second")]
        graph.add_edge(*edge.pair, weight=edge.net, **_values(edge, names))
    return graph


def _values(record: Any, names: Iterable[str]) -> dict[str, Any]:
    """What is known of these fields: GraphML and its like have no value for what is not."""
    cells = {name: _cell(getattr(record, name)) for name in names}
    return {name: cell for name, cell in cells.items() if cell is not None}


def _table(rows: Sequence[Any], columns: dict[str, pa.DataType]) -> pa.Table:
    values = {name: [_cell(getattr(row, name)) for row in rows] for name in columns}
    return pa.Table.from_pydict(values, schema=pa.schema(list(columns.items())))


def _cell(value: Any) -> Any:
    return ";".join(value) if isinstance(value, tuple) else value


def _extra(name: str, extra: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise MissingExtraError(f"{name} is needed for this; pip install 'sanudo[{extra}]'") from error
