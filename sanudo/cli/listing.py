"""`sanudo events`, `mentions` and `articles`: lists out of a ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sanudo.cli.options import event_filters, format_options, known_as, ledger_option, only_option
from sanudo.cli.output import on_terminal, talk, write_records

if TYPE_CHECKING:
    from sanudo.ledger import Ledger
    from sanudo.present.tables import Listed, Table


@click.command()
@ledger_option
@event_filters
@only_option
@format_options
def events(ledger: Path, only: str | None, form: str | None, **filters: Any) -> None:
    """List events.

    An event is what the ledger takes to have happened, to go on, or to be planned, possible, denied or demanded. Rows imported from
    other data are listed with them; their source says so.

    \b
    Example:
      sanudo events --between PAK RUS --since 2018-05 --type SUPPORT
    """
    _list(ledger, known_as(only), form, filters, partial(_events, what=known_as(only)))


@click.command()
@ledger_option
@event_filters
@format_options
def mentions(ledger: Path, form: str | None, **filters: Any) -> None:
    """List event mentions: what each report says.

    \b
    Example:
      sanudo mentions --state India --kind statement --json
    """
    _list(ledger, "mentions", form, filters, _mentions)


@click.command()
@ledger_option
@event_filters
@format_options
def articles(ledger: Path, form: str | None, **filters: Any) -> None:
    """List articles: the reports that were read.

    An article answers to a filter by its own date and words, and by any of its event mentions.

    \b
    Example:
      sanudo articles --since 2018-08 --csv
    """
    _list(ledger, "articles", form, filters, _articles)


def _list(
    path: Path, what: str, form: str | None, filters: dict[str, Any], tabled: Callable[[Ledger, dict[str, Any]], Table]
) -> None:
    """Write the records asked for as whole records, or as a table."""
    from sanudo.ledger import open_ledger

    with open_ledger(path) as ledger, ledger.snapshot():
        if form:
            write_records(ledger, form, what, filters)
        else:
            show(tabled(ledger, filters), what if what in ("mentions", "articles") else "events")


def _events(ledger: Ledger, filters: dict[str, Any], what: str) -> Table:
    from sanudo.present.tables import event_table

    return event_table(listed(ledger, filters, what))


def listed(ledger: Ledger, filters: dict[str, Any], what: str) -> Iterator[Listed]:
    """Events of a view as tables take them."""
    article = cache(ledger.article)
    for entry in ledger.entries(what, **filters):
        if entry.event is None:
            yield entry.mention, None, entry.origin
        else:
            yield entry.event, entry.mention, article(entry.mention.article_id)


def _mentions(ledger: Ledger, filters: dict[str, Any]) -> Table:
    from sanudo.present.tables import event_table

    article = cache(ledger.article)
    return event_table((mention, mention, article(mention.article_id)) for mention in ledger.mentions(**filters))


def _articles(ledger: Ledger, filters: dict[str, Any]) -> Table:
    from sanudo.present.tables import article_table

    return article_table(ledger.articles(**filters))


def show(table: Table, what: str, form: str | None = None) -> None:
    """Show a table: on a terminal folded to its width, else as plain columns, or as CSV."""
    from sanudo.present.tables import to_csv, to_text

    if form == "csv":
        click.echo(to_csv(table), nl=False)
    elif not table.rows:
        talk(f"No {what} in this ledger answer to that.")
    elif on_terminal():
        from rich.console import Console

        from sanudo.present.terminal import to_rich

        Console().print(to_rich(table))
    else:
        click.echo(to_text(table), nl=False)
