"""Where a verb's words go: data to standard output or a file, talk to standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

if TYPE_CHECKING:
    from sanudo.ledger import Ledger

T = TypeVar("T")
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


def write(content: str | bytes, output: Path | None, what: str) -> None:
    """Write a text or a picture to a file, whole or not at all, and say where it is; or to standard output."""
    if output is None:
        click.echo(content, nl=False)
    else:
        _write_whole(content.encode() if isinstance(content, str) else content, output)
        talk(f"{what} is in {output.absolute()}")


def _write_whole(content: bytes, output: Path) -> None:
    """Put a file in the place of the old one once it is written. What is no file (a pipe, a device) is written as it is."""
    in_place = output.exists() and not output.is_file()
    target = output.resolve()
    part = target if in_place else target.with_name(f".{target.name}.part")
    try:
        part.write_bytes(content)
        part.replace(target)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(output)) from error
    finally:
        if not in_place:
            part.unlink(missing_ok=True)


@contextmanager
def counting(items: Iterable[T], what: str) -> Iterator[Iterator[T]]:
    """The items, counted on a terminal as they pass; elsewhere nothing is shown."""
    if not sys.stderr.isatty():
        yield iter(items)
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn(f"{what} {{task.completed:,.0f}}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield iter(bar.track(items))


def write_records(ledger: Ledger, form: str, what: str, filters: dict[str, Any]) -> None:
    """Write records to standard output: as the ledger's CSV, or its JSON lines as one array."""
    if form == "csv":
        ledger.export(sys.stdout.buffer, "csv", what=what, **filters)
        return
    lines = StringIO()
    ledger.export(lines, "jsonl", what=what, **filters)
    records = lines.getvalue().removesuffix("\n").split("\n")  # splitlines() would split at U+2028 too
    click.echo("[\n" + ",\n".join(records) + "\n]")
