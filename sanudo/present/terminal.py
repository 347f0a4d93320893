"""Tables on a terminal. Apart from the rest because rich takes a while to import."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import shorten

from rich.box import SIMPLE_HEAD
from rich.table import Table as RichTable
from rich.text import Text

from sanudo.present.tables import Table

_NARROW = 16  # columns of codes, dates and ids keep their width; the rest share what is left
_LONG = 160  # a longer cell is cut: a row should not fill the screen, and `explain` has the rest


def to_rich(table: Table) -> RichTable:
    """The table folded to the width of the terminal. Cells are plain text: nothing in them is taken for markup."""
    shown = RichTable(box=SIMPLE_HEAD, pad_edge=False, expand=True, show_lines=True)
    for stack in table.stacks:
        narrow = max((len(row[i]) for row in table.rows for i in stack), default=0) <= _NARROW
        wide = len(table.headings) - 1 in stack or stack[0] in table.labelled
        heading = "record" if stack[0] in table.labelled else table.headings[stack[0]]
        shown.add_column(heading, no_wrap=narrow, overflow="fold", ratio=None if narrow else 1 + wide)
    for row in table.rows:
        shown.add_row(
            *(
                _named(table, row, stack) if stack[0] in table.labelled else _stacked(row[i] for i in stack)
                for stack in table.stacks
            )
        )
    return shown


def _named(table: Table, row: tuple[str, ...], stack: tuple[int, ...]) -> Text:
    """Cells one under the other that hold something, each behind its heading."""
    lines = [((f"{table.headings[i]}: ", "dim"), shorten(row[i], _LONG, placeholder=" …")) for i in stack if row[i]]
    return Text("\n").join(Text.assemble(*line) for line in lines)


def _stacked(cells: Iterable[str]) -> Text:
    """Cells one under the other, all but the first in the background."""
    first, *rest = (shorten(cell, _LONG, placeholder=" …") for cell in cells)
    return Text.assemble(first, *((f"\n{cell}", "dim") for cell in rest if cell))
