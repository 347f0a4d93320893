"""Where a verb's words go: data to standard output or a file, talk to standard error."""

from __future__ import annotations

import sys
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

if TYPE_CHECKING:
    from sanudo.ledger import Ledger

TROUBLE, MISUSE, INTERRUPTED, PIPE_CLOSED = 1, 2, 130, 141


def talk(message: str) -> None:
    """Say something to the person at the keyboard."""
    click.echo(message, err=True)


def leave(code: int) -> NoReturn:
    """End the verb with this exit code."""
    click.get_current_context().exit(code)


def on_terminal() -> bool:
    """Whether standard output is read by a person."""
    return sys.stdout.isatty()


def write(text: str, output: Path | None, what: str) -> None:
    """Write a text to a file, and say where it is, or to standard output."""
    if output is None:
        click.echo(text, nl=False)
    else:
        output.write_text(text, encoding="utf-8")
        talk(f"{what} is in {output.absolute()}")


def write_records(ledger: Ledger, form: str, what: str, filters: dict[str, Any]) -> None:
    """Write records to standard output: as the ledger's CSV, or its JSON lines as one array."""
    if form == "csv":
        ledger.export(sys.stdout.buffer, "csv", what=what, **filters)
        return
    lines = StringIO()
    ledger.export(lines, "jsonl", what=what, **filters)
    records = lines.getvalue().removesuffix("\n").split("\n")  # splitlines() would split at U+2028 too
    click.echo("[\n" + ",\n".join(records) + "\n]")
