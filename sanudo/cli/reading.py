"""`sanudo read`: reports into a ledger."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import click

from sanudo import __version__
from sanudo.cli.options import actors_option, jobs_option, ledger_option, own_actors
from sanudo.cli.output import INTERRUPTED, TROUBLE, counting, leave, talk
from sanudo.cli.tally import Tally, summary
from sanudo.present.words import counted
from sanudo.records import Run
from sanudo.serial import canonical, content_id

if TYPE_CHECKING:
    from sanudo.pipeline import Outcome
    from sanudo.resources import Actors


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@ledger_option
@click.option(
    "--published", metavar="DATE", help="Date of publication, for reports that state none or a wrong one: 2018-08-07."
)
@click.option("--publisher", metavar="NAME", help="Publisher of all these reports.")
@actors_option
@jobs_option
def read(
    paths: tuple[str, ...], ledger: Path, published: str | None, publisher: str | None, actors: Path | None, jobs: int
) -> None:
    """Read reports into a ledger.

    PATH is a file, a folder, a pattern in quotes, a web address, or - for standard input: plain text, HTML, JSONL, CSV,
    Parquet, RSS or Atom. What cannot be read is named, and the rest goes on. Reading again adds nothing twice: a reading
    that was stopped goes on when the same command is run again.

    \b
    Example:
      sanudo read clippings/ 'feeds/*.xml' --ledger asia.sanudo
    """
    from sanudo.ledger import open_ledger
    from sanudo.pipeline import brought_up, read_into
    from sanudo.read import read_sources
    from sanudo.read.sources import printable

    own, all_taken = own_actors(actors)
    options: dict[str, object] = {"paths": [*map(printable, paths)], "published": published, "publisher": publisher}
    run = _new_run(options | ({"actors": printable(str(actors))} if actors else {}), own)
    today = f"{datetime.now():%Y-%m-%d}"
    found = read_sources(paths, published=published, publisher=publisher, stdin=sys.stdin.buffer, today=today)
    tally, begun = Tally(), perf_counter()
    with open_ledger(ledger, create=True) as book:
        with counting(brought_up(book, run), "Events are put together anew; articles done:") as done:
            for _ in done:
                pass
        try:
            outcomes = read_into(book, tally.watch(found), run=run, jobs=jobs, actors=own, now=_now)
            ended = _watch(outcomes, paths, tally)
        finally:
            talk(summary(tally, ledger, perf_counter() - begun, is_told=bool(published or publisher)))
    if not ended:
        talk("Stopped: what is counted above is kept. Run the same command again to go on.")
        leave(INTERRUPTED)
    if not (tally.is_clean and all_taken):
        leave(TROUBLE)


def _watch(outcomes: Generator[Outcome], paths: tuple[str, ...], tally: Tally) -> bool:
    """Count outcomes as they come; False when Ctrl-C stopped them."""
    try:
        with closing(outcomes), _progress(paths) as advance:
            for outcome in outcomes:
                tally.add(outcome)
                advance(tally)
    except KeyboardInterrupt:
        return False
    return True


def _new_run(options: dict[str, object], actors: Actors) -> Run:
    from sanudo.pipeline import data_version, model_version

    model, data, started = model_version(actors), data_version(actors), _now()
    program, asked = f"sanudo {__version__}", canonical(options)
    return Run(content_id("r1", [program, model, data, asked, started]), program, model, data, asked, started)


def _now() -> str:
    return datetime.now(UTC).isoformat()


@contextmanager
def _progress(paths: tuple[str, ...]) -> Iterator[Callable[[Tally], None]]:
    """A bar on a terminal; elsewhere nothing."""
    if not sys.stderr.isatty():
        yield lambda tally: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from sanudo.read import count_sources

    told = TextColumn("{task.description}")
    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), told)
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=count_sources(paths))

        def advance(tally: Tally) -> None:
            found = f"{counted(tally.states.total(), 'article')}, {counted(tally.mentions, 'event mention')}"
            bar.update(task, completed=len(tally.sources), description=found)

        yield advance
