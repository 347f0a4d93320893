"""`sanudo export` and `sanudo verify`: the ledger as data, and whether it is whole."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from sanudo.cli.options import event_filters, form_of, ledger_option, one_of, output_option
from sanudo.cli.output import TROUBLE, leave, talk
from sanudo.errors import UsageError
from sanudo.present.words import counted, one_line

_FORMS = ("jsonl", "csv", "parquet")


@click.command()
@one_of("format", _FORMS, "The form (default: by the name of --output)")
@one_of("what", ("events", "mentions", "articles"), "Which records (default events)", default="events")
@output_option
@ledger_option
@event_filters
def export(format: str | None, what: str, output: Path | None, ledger: Path, **filters: Any) -> None:
    """Export events, mentions or articles.

    \b
    Example:
      sanudo export --what mentions --since 2018 --output mentions.parquet
    """
    from sanudo.ledger import open_ledger

    form = form_of(format, output, _FORMS)
    if form is None:
        raise UsageError(f"give --format ({', '.join(_FORMS)}), or an --output FILE whose name ends so")
    if output is None and form == "parquet" and sys.stdout.isatty():
        raise UsageError("Parquet is no text for a terminal; give --output FILE")
    with open_ledger(ledger) as book:
        number = book.export(output or sys.stdout.buffer, form, what, **filters)
    where = output.absolute() if output else "standard output"
    talk(f"{counted(number, what.removesuffix('s'))} exported to {where}.")


@click.command()
@ledger_option
def verify(ledger: Path) -> None:
    """Check that a ledger is whole.

    Every id, every reference, and every quotation against its article is checked. What does not hold is listed on
    standard output, and the exit code is 1.

    \b
    Example:
      sanudo verify --ledger asia.sanudo
    """
    from sanudo.ledger import open_ledger

    with open_ledger(ledger) as book:
        faults = book.verify()
    for fault in faults:
        click.echo(one_line(fault))  # it may quote what somebody else wrote into the file
    talk(f"{ledger}: {counted(len(faults), 'fault')} found.")
    if faults:
        leave(TROUBLE)
