"""`sanudo dyad`: how two states stand with one another."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sanudo.cli.options import (
    PICTURES,
    figure_form,
    figure_option,
    format_options,
    ledger_option,
    one_of,
    period_options,
    several,
    state,
)
from sanudo.cli.output import TROUBLE, leave, talk, write
from sanudo.records import Status
from sanudo.serial import plain

if TYPE_CHECKING:
    from sanudo.figures import Dyad

_PERIODS = ("day", "week", "month", "quarter", "year")

_reckoning = several(
    one_of("period", _PERIODS, "Figures by (default month)", default="month"),
    click.option(
        "--half-life",
        type=click.FloatRange(min=0),
        default=90.0,
        metavar="DAYS",
        help="In how many days an event loses half its weight in the score (default 90); 0: never.",
    ),
    one_of("scale", ("plover", "goldstein"), "Intensity by (default plover)", default="plover"),
    one_of("status", Status, "What counts, may be given again (default: happened and ongoing)", multiple=True),
    click.option(
        "--level",
        type=click.FloatRange(0, 1, min_open=True, max_open=True),
        default=0.9,
        metavar="SHARE",
        help="The share of resamples that intervals hold (default 0.9).",
    ),
)


@click.command()
@click.argument("first", type=state, metavar="STATE")
@click.argument("second", type=state, metavar="STATE")
@ledger_option
@_reckoning
@period_options
@format_options
@figure_option
def dyad(
    first: str,
    second: str,
    ledger: Path,
    period: str,
    half_life: float,
    scale: str,
    status: tuple[str, ...],
    level: float,
    since: str | None,
    until: str | None,
    form: str | None,
    output: Path | None,
) -> None:
    """Show how two states stand with one another, period by period.

    Cooperation and conflict apart, their net both ways, and a score that fades, each with the interval that other luck and other sources would give;
    beside them how much the ledger has of each period; and what would change the picture if it were left out. docs/analysis-series.md has the formulas.

    \b
    Example:
      sanudo dyad PAK RUS --period quarter --output pak-rus.svg
    """
    if first == second:
        raise click.UsageError("A dyad is two different states: sanudo dyad PAK RUS.")
    form = figure_form(form, output)
    from sanudo.analyse.dyads import DONE
    from sanudo.analyse.dyads import dyad as reckoned
    from sanudo.ledger import open_ledger
    from sanudo.present.dyads import with_names
    from sanudo.present.words import publisher_name

    with open_ledger(ledger) as book, book.snapshot():
        told = reckoned(
            book,
            first,
            second,
            period=period,
            half_life=half_life or None,
            scale=scale,
            statuses=status or DONE,
            since=since,
            until=until,
            level=level,
        )
        if form not in ("json", "csv"):
            told = with_names(told, lambda id: publisher_name(book.article(id)))
    _show(told, form, output)


def _show(told: Dyad, form: str | None, output: Path | None) -> None:
    from sanudo.present.dyads import dyad_table, words

    if form in PICTURES:
        _draw(told, form, output)
    elif form == "json":
        write(json.dumps(plain(told), ensure_ascii=False, indent=2) + "\n", output, "The dyad")
    elif form == "csv":
        from sanudo.analyse.frames import to_arrow
        from sanudo.present.tables import numbers_csv

        frame = to_arrow(told)
        write(numbers_csv(frame.column_names, frame.to_pylist()), output, "The dyad")
    else:
        if told.series:
            from sanudo.cli.listing import show

            show(dyad_table(told), "events")
            click.echo()
        click.echo(words(told), nl=False)


def _draw(told: Dyad, form: str, output: Path | None) -> None:
    from sanudo.present.dyad_picture import dyad_picture

    if not told.series or not told.series[0].points:
        talk("\n".join([*told.notes, "There is nothing to draw."]))
        leave(TROUBLE)
    if output is not None:
        write(dyad_picture(told, form), output, "The picture")
        for note in told.notes:
            talk(note)
