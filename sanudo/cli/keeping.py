"""`sanudo export` and `sanudo verify`: the ledger as data, and whether it is whole."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sanudo.cli.options import event_filters, form_of, known_as, ledger_option, one_of, only_option
from sanudo.cli.output import TROUBLE, counting, leave, talk
from sanudo.errors import UsageError
from sanudo.exchange import FORMATS, Format, Losses
from sanudo.present.words import counted, one_line
from sanudo.records import Entry

if TYPE_CHECKING:
    from sanudo.ledger import Ledger

_FORMS = ("jsonl", "csv", "parquet")


@click.command()
@one_of(
    "format",
    (*_FORMS, *FORMATS),
    "The form (default: by the name of --output, where that ends in one of the first three)",
)
@one_of("what", ("events", "mentions", "articles"), "Which records (default events)", default=None)
@only_option
@click.option(
    "--output", type=click.Path(path_type=Path), metavar="FILE", help="The file to write (default: standard output)."
)
@ledger_option
@event_filters
def export(
    format: str | None, what: str | None, only: str | None, output: Path | None, ledger: Path, **filters: Any
) -> None:
    """Export events, mentions or articles.

    jsonl, csv and parquet hold everything. The other forms are those of other programs (docs/formats.md); what one of them cannot
    hold is said in a line on standard error. An imported row goes back to its own format as it stood. Quadruples are a folder.

    \b
    Example:
      sanudo export --what mentions --since 2018 --output mentions.parquet
      sanudo export --format icews --between PAK RUS --output pak-rus.tsv
    """
    from sanudo.ledger import open_ledger

    form = form_of(format, output, _FORMS)
    if form is None:
        raise UsageError(
            f"give --format ({', '.join((*_FORMS, *FORMATS))}), or an --output FILE that ends in .jsonl, .csv or .parquet"
        )
    if output is None and form == "parquet" and sys.stdout.isatty():
        raise UsageError("Parquet is no text for a terminal; give --output FILE")
    with open_ledger(ledger) as book, book.snapshot():
        if form in FORMATS:
            number, noun = _to_format(book, FORMATS[form], what, only, output, filters)
        else:
            noun = (what or "events").removesuffix("s")
            view = known_as(only) if noun == "event" else what or ""
            number = book.export(output or sys.stdout.buffer, form, view, **filters)
    where = output.absolute() if output else "standard output"
    talk(f"{counted(number, noun)} exported to {where}.")


def _to_format(
    book: Ledger, form: Format, what: str | None, only: str | None, output: Path | None, filters: dict[str, Any]
) -> tuple[int, str]:
    """Write a format of another program, say what it could not hold, and how many of what were written."""
    noun = "mention" if form.of_mentions or what == "mentions" else "event"
    if what == "articles" or (form.of_mentions and what == "events"):
        raise UsageError(f"{form.name} holds {noun}s, no {what}")
    views = (
        ("mentions",) if noun == "mention" else {"coded": ("events",), "imported": ("imported",)}.get(only or "", _BOTH)
    )
    listed = islice(chain.from_iterable(book.entries(view, **filters) for view in views), filters["limit"])
    with counting(listed, "Exporting") as entries:
        losses = _written(book, form, entries, output)
    if told := losses.told(form.name):
        talk(told)
    return losses.written, noun


def _written(book: Ledger, form: Format, entries: Iterator[Entry], output: Path | None) -> Losses:
    from sanudo.ledger.export import replacing, text_of

    if form.write_folder and output:
        return form.write_folder(entries, book.companions(), output)
    if output:
        with replacing(output.resolve()) as stream, text_of(stream) as lines:
            return form.write(entries, lines)
    with text_of(sys.stdout.buffer) as lines:
        return form.write(entries, lines)


# Coded events by date, then rows in the order of their files.
_BOTH = ("events", "imported")


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
    from sanudo.reconcile import Reconciler

    with open_ledger(ledger) as book:
        faults = book.verify(Reconciler())
    for fault in faults:
        click.echo(one_line(fault))  # it may quote what somebody else wrote into the file
    talk(f"{ledger}: {counted(len(faults), 'fault')} found.")
    if faults:
        leave(TROUBLE)
