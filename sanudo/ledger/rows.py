"""What a query gives: a sequence of records that turns into a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from sanudo.errors import MissingExtraError
from sanudo.ledger.connection import Row

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

E = TypeVar("E")
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Column(Generic[E]):
    """A column of a flat table: its name, its Arrow type, and how its value is had."""

    name: str
    type: str
    value: Callable[[E], Any]


@dataclass(frozen=True, slots=True)
class Shape(Generic[E, T]):
    """How a row of a query becomes an entry, an entry a record, and entries a flat table."""

    entry: Callable[[Row], E]
    record: Callable[[E], T]
    columns: tuple[Column[E], ...]


class Rows(Sequence[T_co]):
    """Records in the order of the query, all of one state of the ledger. Each is built when it is asked for."""

    def __init__(self, raw: Sequence[Row], shape: Shape[Any, T_co]) -> None:
        self._raw = raw
        self._shape = shape

    def __len__(self) -> int:
        return len(self._raw)

    @overload
    def __getitem__(self, index: int) -> T_co: ...
    @overload
    def __getitem__(self, index: slice) -> Rows[T_co]: ...
    def __getitem__(self, index: int | slice) -> T_co | Rows[T_co]:
        if isinstance(index, slice):
            return Rows(self._raw[index], self._shape)
        return self._shape.record(self._shape.entry(self._raw[index]))

    def __repr__(self) -> str:
        return f"<{len(self)} rows: {', '.join(column.name for column in self._shape.columns)}>"

    def to_arrow(self) -> pyarrow.Table:
        """The rows as a flat `pyarrow.Table`; several states in one cell are joined by ";"."""
        pyarrow = import_module("pyarrow")  # half a second, which most uses need not wait
        entries = [self._shape.entry(row) for row in self._raw]
        columns = self._shape.columns
        schema = pyarrow.schema([(column.name, pyarrow.type_for_alias(column.type)) for column in columns])
        values = {column.name: [column.value(entry) for entry in entries] for column in columns}
        return pyarrow.Table.from_pydict(values, schema=schema)

    def to_polars(self) -> polars.DataFrame:
        """The rows as a flat `polars.DataFrame`.

        Raises:
            MissingExtraError: polars is not installed.
        """
        frame: polars.DataFrame = _extra("polars").from_arrow(self.to_arrow())
        return frame

    def to_pandas(self) -> pandas.DataFrame:
        """The rows as a flat `pandas.DataFrame`.

        Raises:
            MissingExtraError: pandas is not installed.
        """
        _extra("pandas")
        return self.to_arrow().to_pandas()


def _extra(name: str) -> ModuleType:
    try:
        return import_module(name)
    except ImportError as error:
        raise MissingExtraError(f"{name} is needed for this; pip install 'sanudo[frames]'") from error
