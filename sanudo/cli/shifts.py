"""`sanudo shifts`: when states turned towards or away from one another, for good or for some weeks, and who answered."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sanudo import dates
from sanudo.cli.options import (
    PICTURES,
    figure_form,
    figure_option,
    format_options,
    ledger_option,
    period_options,
    state,
)
from sanudo.cli.output import TROUBLE, leave, talk, write
from sanudo.errors import UsageError
from sanudo.present.words import counted
from sanudo.records import Entry, Event
from sanudo.serial import plain

if TYPE_CHECKING:
    import pyarrow

    from sanudo.analyse.facts import Fact
    from sanudo.figures import Burst, Shift
    from sanudo.ledger import Ledger


@click.command()
@ledger_option
@click.option(
    "--state", "of", type=state, metavar="STATE", help="Only pairs of this state; with --since also what changed since."
)
@click.option(
    "--pair", type=state, nargs=2, metavar="STATE STATE", help="These two states alone; a picture is of a pair."
)
@click.option("--bursts", is_flag=True, help="Bursts alone: far more conflict or cooperation for some days.")
@click.option(
    "--reactions", "event", metavar="ID", help="What third states did towards the parties of this event after it."
)
@click.option(
    "--window",
    type=click.IntRange(1, 90),
    default=14,
    metavar="DAYS",
    help="For --reactions: how many days count, the event's own the first (default 14).",
)
@period_options
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most N pairs, those that changed most.")
@format_options
@figure_option
def shifts(
    ledger: Path,
    of: str | None,
    pair: tuple[str, str] | None,
    bursts: bool,
    event: str | None,
    window: int,
    since: str | None,
    until: str | None,
    limit: int | None,
    form: str | None,
    output: Path | None,
) -> None:
    """Show when states turned towards or away from one another.

    A shift is a day from which two states do other things to each other, or at another rate, than before, against the coverage of the ledger. A burst is
    some days of far more conflict or cooperation, after which it is as before. Listed are size, how sure it is, and the events that make it; the
    strongest come first. --since and --until choose among them: they are looked for in all of the ledger. docs/analysis-shifts.md has the method and its measure.

    \b
    Example:
      sanudo shifts --state PAK --since 2018-08
      sanudo shifts --bursts --limit 20
      sanudo shifts --pair RUS UKR --output shifts.svg
      sanudo shifts --reactions e1:4f0c2a91
    """
    form = figure_form(form, output)
    if sum(map(bool, (of, pair, event))) > 1:
        raise click.UsageError("--state, --pair and --reactions ask for different things: give one.")
    if pair and pair[0] == pair[1]:
        raise click.UsageError("A pair is two different states: --pair PAK RUS.")
    if form in PICTURES and not pair:
        raise click.UsageError("A picture is of one pair: sanudo shifts --pair PAK RUS --output shifts.svg")
    if bursts and (event or form in PICTURES):
        raise click.UsageError(
            "--bursts lists bursts: give it without --reactions and without a picture, which shows them in any case."
        )
    from sanudo.analyse.facts import facts, may_be_undated, undated
    from sanudo.ledger import open_ledger

    with open_ledger(ledger) as book, book.snapshot():
        event = _whole_id(book, event) if event else None
        known = list(facts(book.outlines()))
        dateless = list(undated(book.outlines())) if may_be_undated(book.coverage()) else []
    meant = set(pair or filter(None, [of]))
    if lost := {fact.event_id for fact in dateless if meant <= {*fact.pair}}:
        talk(f"Left out, as neither the event nor its report is dated: {counted(len(lost), 'event')}.")
    if event:
        _show_reactions(known, event, window, form, output)
    elif pair:
        _show_pair(known, pair, bursts, form, output)
    else:
        _show_all(known, of, bursts, (since, until), limit, form, output)


def _whole_id(book: Ledger, id: str) -> str:
    found = book.get(id)
    if isinstance(found, Entry):
        return found.event_id
    if isinstance(found, Event):
        return found.id
    raise UsageError(f"{id} is no event; `sanudo events` lists the ids of events")


def _show_reactions(known: list[Fact], event: str, window: int, form: str | None, output: Path | None) -> None:
    from sanudo.analyse.reactions import reactions
    from sanudo.analyse.shift_frames import reactions_table
    from sanudo.cli.listing import show
    from sanudo.present.shifts import reaction_table, reaction_words

    found = reactions(known, event, window)
    if form == "json":
        _write_json(plain(found), output)
    elif form == "csv":
        _write_csv(reactions_table(found), output)
    else:
        click.echo("\n".join(reaction_words(found)))
        if any(one.events for one in found.reactions):
            click.echo()
            show(reaction_table(found), "events")


def _show_pair(known: list[Fact], pair: tuple[str, str], bursts: bool, form: str | None, output: Path | None) -> None:
    from sanudo.analyse.shift_frames import bursts_table, shifts_table
    from sanudo.analyse.shifts import shifts as found_in
    from sanudo.present.shifts import pair_words

    (one,) = found_in(known, pair=pair)
    if form in PICTURES and not one.events:
        talk(f"{one.note} There is nothing to draw.")
        leave(TROUBLE)
    if form in PICTURES:
        from sanudo.present.shift_picture import shift_picture

        write(shift_picture(one, form), output, "The picture")
    elif form == "json":
        _write_json([*map(plain, one.bursts)] if bursts else plain(one), output)
    elif form == "csv":
        _write_csv(bursts_table(one.bursts) if bursts else shifts_table(one.shifts), output)
    elif bursts:
        _list_bursts(one.bursts)
    else:
        click.echo(pair_words(one))
        if one.shifts:
            click.echo()
            _list(one.shifts)
        if one.bursts:
            click.echo()
            _list_bursts(one.bursts)


def _show_all(
    known: list[Fact],
    of: str | None,
    bursts: bool,
    period: tuple[str | None, str | None],
    limit: int | None,
    form: str | None,
    output: Path | None,
) -> None:
    from sanudo.analyse.shift_frames import bursts_table, shifts_table
    from sanudo.analyse.shifts import changed, strongest, within
    from sanudo.analyse.shifts import shifts as found_in

    first, last = _first_day(period[0]), _last_day(period[1])
    found = within(found_in(known, state=of), first, last)
    ranked = [one for one in found if one.shifts][:limit]
    short = strongest(found)[:limit]
    compared = changed(known, of, first)[:limit] if of and first else ()
    listed = [shift for one in ranked for shift in one.shifts]
    if form == "json":
        every = {"shifts": ranked, "bursts": short, "changed_since": compared}
        _write_json(
            [*map(plain, short)] if bursts else {name: [*map(plain, rows)] for name, rows in every.items()}, output
        )
    elif form == "csv":
        _write_csv(bursts_table(short) if bursts else shifts_table(listed), output)
    elif bursts:
        _list_bursts(short)
    else:
        _list(listed)
        if short:
            click.echo("\nBursts, after which it was as before:\n")
            _list_bursts(short)
        if compared:
            click.echo(f"\nWhat is so since {first}, against all that was before:\n")
            _list(compared)


def _first_day(since: str | None) -> date | None:
    span = dates.bounds(since) if since else None
    return span[0] if span else None


def _last_day(until: str | None) -> date | None:
    span = dates.bounds(until) if until else None
    return span[1] if span else None


def _list(found: Sequence[Shift]) -> None:
    from sanudo.cli.listing import show
    from sanudo.present.shifts import shift_table

    show(shift_table(found), "shifts")


def _list_bursts(found: Sequence[Burst]) -> None:
    from sanudo.cli.listing import show
    from sanudo.present.shifts import burst_table

    show(burst_table(found), "bursts")


def _write_json(value: Any, output: Path | None) -> None:
    write(json.dumps(value, ensure_ascii=False, indent=2) + "\n", output, "The list of shifts")


def _write_csv(frame: pyarrow.Table, output: Path | None) -> None:
    from sanudo.present.tables import numbers_csv

    write(numbers_csv(frame.column_names, frame.to_pylist()), output, "The list of shifts")
