"""`sanudo read`: reports into a ledger."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import click

from sanudo import __version__
from sanudo.cli.options import date, jobs_option, ledger_option
from sanudo.cli.output import INTERRUPTED, TROUBLE, leave, talk
from sanudo.present.words import capital, counted
from sanudo.records import Run
from sanudo.serial import canonical, content_id

if TYPE_CHECKING:
    from sanudo.pipeline import Outcome


@dataclass(slots=True)
class Tally:
    """What a reading has come to so far."""

    states: Counter[str] = field(default_factory=Counter)
    mentions: int = 0
    sources: set[str] = field(default_factory=set)
    notes: dict[str, list[str]] = field(default_factory=lambda: {"refused": [], "problem": []})

    def add(self, outcome: Outcome) -> None:
        """Count an outcome, and keep what a person should know of it."""
        self.states[outcome.state] += 1
        self.mentions += outcome.mentions
        self.sources.add(outcome.origin.partition("#")[0])  # a feed or a table holds many articles
        if outcome.state in self.notes:
            self.notes[outcome.state].append(f"  {outcome.origin}: {outcome.note}")


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@ledger_option
@click.option(
    "--published", type=date, metavar="DATE", help="Date of publication, for reports that state none or a wrong one."
)
@click.option("--publisher", metavar="NAME", help="Publisher of all these reports.")
@jobs_option
def read(paths: tuple[str, ...], ledger: Path, published: str | None, publisher: str | None, jobs: int) -> None:
    """Read reports into a ledger.

    PATH is a file, a folder, a pattern in quotes, a web address, or - for standard input: plain text, HTML, JSONL, CSV,
    Parquet, RSS or Atom. What cannot be read is named, and the rest goes on. Reading again adds nothing twice: a reading
    that was stopped goes on when the same command is run again.

    \b
    Example:
      sanudo read clippings/ 'feeds/*.xml' --ledger asia.sanudo
    """
    from sanudo.ledger import open_ledger
    from sanudo.pipeline import read_into
    from sanudo.read import read_sources

    run = _new_run({"paths": paths, "published": published, "publisher": publisher})
    today = f"{datetime.now():%Y-%m-%d}"
    found = read_sources(paths, published=published, publisher=publisher, stdin=sys.stdin.buffer, today=today)
    tally, begun = Tally(), perf_counter()
    with open_ledger(ledger, create=True) as book:
        try:
            ended = _watch(read_into(book, found, run=run, jobs=jobs, now=_now), paths, tally)
        finally:
            talk(_summary(tally, ledger, perf_counter() - begun))
    if not ended:
        talk("Stopped: what is counted above is kept. Run the same command again to go on.")
        leave(INTERRUPTED)
    if any(tally.notes.values()):
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


def _new_run(options: dict[str, object]) -> Run:
    from sanudo.pipeline import data_version, model_version

    model, data, started = model_version(), data_version(), _now()
    program, asked = f"sanudo {__version__}", canonical(options)
    return Run(content_id("r1", [program, model, data, asked, started]), program, model, data, asked, started)


def _now() -> str:
    return datetime.now(UTC).isoformat()


def _summary(tally: Tally, ledger: Path, seconds: float) -> str:
    """What a person wants to know at the end of a reading."""
    new, known = tally.states["read"], tally.states["known"]
    refused, problems = tally.notes["refused"], tally.notes["problem"]
    lines = [
        f"{counted(new, 'new article')} read into {ledger} in {seconds:.1f} s, "
        f"with {counted(tally.mentions, 'event mention')}."
    ]
    if known and not (new or refused or problems):
        lines = [f"Nothing was new: {counted(known, 'article')} known to {ledger} already."]
    elif known:
        lines.append(f"{counted(known, 'article was', 'articles were')} known already.")
    if refused:
        lines += [f"{counted(len(refused), 'article was', 'articles were')} kept but not coded:", *refused]
    if problems:
        lines += [f"{counted(len(problems), 'input')} could not be read, or not whole:", *problems]
    return capital("\n".join(lines))


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
