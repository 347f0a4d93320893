"""`sanudo network`: who stands how to whom."""

from __future__ import annotations

import json
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sanudo.cli.options import (
    PICTURES,
    date,
    figure_form,
    figure_option,
    format_options,
    ledger_option,
    one_of,
    period_options,
    state,
)
from sanudo.cli.output import TROUBLE, leave, talk, write
from sanudo.codebook import EVENT_TYPES

if TYPE_CHECKING:
    from sanudo.figures import Network


@click.command()
@click.argument("more", nargs=-1, type=state, metavar="[STATE]...")
@ledger_option
@click.option("--at", type=date, metavar="DATE", help="In this year, month or day (2018-08): both --since and --until.")
@period_options
@click.option(
    "--states",
    "first",
    type=state,
    multiple=True,
    metavar="STATE...",
    help="Only these states or bodies, drawn in this order (default: all states): --states RUS IND PAK.",
)
@one_of(
    "without",
    EVENT_TYPES,
    "Leave out events of a PLOVER type, as CONSULT, since rivals talk too; can be given again",
    multiple=True,
    metavar="TYPE",
)
@click.option(
    "--least", type=click.IntRange(min=1), default=1, metavar="N", help="Only pairs of at least N events (default 1)."
)
@format_options
@figure_option
def network(
    more: tuple[str, ...],
    ledger: Path,
    at: str | None,
    since: str | None,
    until: str | None,
    first: tuple[str, ...],
    without: tuple[str, ...],
    least: int,
    form: str | None,
    output: Path | None,
) -> None:
    """Show who stood how to whom in a period.

    States are joined by what passed between them: cooperation less conflict, in points of PLOVER intensity. Listed are the edges, the states with their
    communities and brokers, and the triads that are out of balance, with the edge that would balance them. What took place counts, and what goes on. An
    event is of the period in which it begins; docs/analysis-network.md has the formulas.

    \b
    Example:
      sanudo network --at 2018-08 --states RUS IND PAK USA CHN --output five.svg
    """
    if at and (since or until):
        raise click.UsageError("--at is both --since and --until: give it alone, or give those.")
    states = tuple(dict.fromkeys((*first, *more)))
    if len(states) == 1:
        raise click.UsageError(
            "A network has at least two states: sanudo network PAK RUS; without any named it has all."
        )
    form = figure_form(form, output)
    from sanudo.analyse.facts import facts, may_be_undated, undated
    from sanudo.analyse.network import network as networked
    from sanudo.ledger import open_ledger

    since, until = (at, at) if at else (since, until)
    with open_ledger(ledger) as book, book.snapshot():
        told = facts(book.outlines(since=since, until=until))
        rest = undated(book.outlines()) if may_be_undated(book.coverage()) else ()
        found = networked(chain(told, rest), since=since, until=until, states=states, without=without, least=least)
    _show(found, form, output)


def _show(found: Network, form: str | None, output: Path | None) -> None:
    from sanudo.present.networkwords import network_json, paragraphs

    if form in PICTURES:
        if not found.edges:
            talk("\n".join([*paragraphs(found), "There is nothing to draw."]))
            leave(TROUBLE)
        from sanudo.present.networkplot import network_picture

        write(network_picture(found, form), output, "The picture")
    elif form == "json":
        write(json.dumps(network_json(found), ensure_ascii=False, indent=2) + "\n", output, "The network")
    elif form == "csv":
        from sanudo.analyse.graphs import edges_table
        from sanudo.present.tables import numbers_csv

        edges = edges_table(found)
        write(numbers_csv(edges.column_names, edges.to_pylist()), output, "The list of edges")
    else:
        _list(found)


def _list(found: Network) -> None:
    from sanudo.cli.listing import show
    from sanudo.present.networkwords import edge_table, node_table, paragraphs, triad_table

    for paragraph in paragraphs(found):
        click.echo(paragraph)
    if not found.edges:
        return
    for what, table in (("edges", edge_table(found)), ("states", node_table(found)), ("triads", triad_table(found))):
        if table.rows:
            click.echo()
            show(table, what)
