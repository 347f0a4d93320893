"""`sanudo import`: other people's event data into a ledger."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import click

from sanudo import __version__
from sanudo.cli.options import ledger_option, one_of
from sanudo.cli.output import INTERRUPTED, TROUBLE, leave, talk
from sanudo.dates import bounds
from sanudo.errors import UsageError
from sanudo.exchange import FORMATS
from sanudo.present.words import counted, one_line
from sanudo.records import Entry, ReadProblem, Reason, Refusal, Run
from sanudo.resources import version
from sanudo.serial import canonical, content_id

if TYPE_CHECKING:
    from sanudo.exchange import Format
    from sanudo.exchange.forms import Reader
    from sanudo.exchange.reading import Fault
    from sanudo.ledger import Writer

# Rows a transaction: so many that commits cost little, so few that Ctrl-C is answered at once.
_BATCH = 5_000


@dataclass(frozen=True, slots=True)
class _Source:
    """A file with its format, and how it is read."""

    path: Path
    form: Format
    reader: Reader


@dataclass(slots=True)
class _Tally:
    """What an import has come to."""

    new: int = 0
    known: int = 0
    faults: int = 0
    by_format: dict[str, int] = field(default_factory=dict)


def _day(value: str) -> str:
    """A day that is checked.

    Raises:
        click.BadParameter: it is none.
    """
    span = bounds(value)
    if span is None or len(value) != len("2014-01-01") or span[0] != span[1]:
        raise click.BadParameter(f"{value!r} is no day; write 2014-01-01.")
    return value


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@one_of(
    "format",
    [form.name for form in FORMATS.values() if form.reader],
    "The form of all these files (default: what each of them shows itself to be)",
)
@click.option(
    "--first-day",
    type=_day,
    metavar="DAY",
    help="The day that quadruples count as 0: 2014-01-01. Of ICEWS14 it is known.",
)
@ledger_option
def import_(files: tuple[Path, ...], format: str | None, first_day: str | None, ledger: Path) -> None:
    """Import other people's event data.

    FILE is a file of PLOVER records (JSON lines), POLECAT, ICEWS or GDELT 2.0 events, or a folder of quadruples (train.txt,
    valid.txt, test.txt, entity2id.txt, relation2id.txt) such as ICEWS14. Rows are kept as they stand, with file and line, and can be
    exported again unchanged; `sanudo events` lists them beside those that were read in reports. They have no evidence but this.

    A row that cannot be taken is named with its line and the reason, the rest goes on, and the exit code is 1. Importing again adds
    nothing twice: an import that was stopped goes on when the same command is run again. docs/formats.md has the columns.

    \b
    Example:
      sanudo import events.2014.tab --ledger asia.sanudo
      sanudo import icews14/ --first-day 2014-01-01
    """
    from sanudo.ledger import open_ledger

    sources = [_source(path, format, first_day) for given in files for path in _expanded(given)]
    run, tally, begun = _new_run(sources, first_day), _Tally(), perf_counter()
    ended = True
    with open_ledger(ledger, create=True) as book:
        try:
            with book.writer(run) as writer:
                _import(writer, sources, tally)
                writer.finish(_now())
        except KeyboardInterrupt:
            ended = False
        finally:
            talk(_summary(tally, ledger, perf_counter() - begun))
    if not ended:
        talk("Stopped: what is counted above is kept. Run the same command again to go on.")
        leave(INTERRUPTED)
    if tally.faults:
        leave(TROUBLE)


def _expanded(path: Path) -> list[Path]:
    """The file itself, or the files of a folder of quadruples."""
    from sanudo.exchange.quadruples import ENTITIES, SPLITS

    if not path.exists():
        raise UsageError(f"{path}: there is no such file")
    if not path.is_dir():
        return [path]
    if not (path / ENTITIES).is_file():
        raise UsageError(f"{path}: a folder is taken for quadruples alone, and has no {ENTITIES}; give files")
    return [path / name for name in SPLITS if (path / name).is_file()]


def _source(path: Path, format: str | None, first_day: str | None) -> _Source:
    from sanudo.exchange.reading import guess

    form = FORMATS[format] if format else guess(path)
    if form is None or form.reader is None:
        raise UsageError(f"{path}: cannot tell which form this is; give --format")
    return _Source(path, form, form.reader(path, first_day))


def _import(writer: Writer, sources: list[_Source], tally: _Tally) -> None:
    """Import file by file; rows that are left out are kept as problems, and named once the file is done."""
    from sanudo.exchange.reading import Fault, read_file

    with _progress(sources) as advance:
        for source in sources:
            name = one_line(str(source.path))
            rows = read_file(source.path, source.form, source.reader, name)
            faults: list[Fault] = []
            try:
                while batch := list(islice(rows, _BATCH)):
                    entries = [row for row in batch if isinstance(row, Entry)]
                    broken = [row for row in batch if isinstance(row, Fault)]
                    new = writer.add_imported(entries, source.reader.companions)
                    writer.add_problem(*map(_problem, broken))
                    faults += broken
                    tally.new += new
                    tally.known += len(entries) - new
                    tally.faults += len(broken)
                    tally.by_format[source.form.name] = tally.by_format.get(source.form.name, 0) + new
                    advance(sum(len(entry.origin.raw) for entry in entries if entry.origin))
            finally:
                for fault in faults:
                    talk(one_line(f"{fault.file}:{fault.line}: {fault.reason} (this row is left out)"))


def _problem(fault: Fault) -> ReadProblem:
    return ReadProblem(f"{fault.file}:{fault.line}", Refusal(Reason.BAD_FORMAT, None, fault.reason))


def _summary(tally: _Tally, ledger: Path, seconds: float) -> str:
    forms = ", ".join(f"{number:,} {name}" for name, number in sorted(tally.by_format.items()) if number)
    lines = [
        f"{counted(tally.new, 'new row')} imported into {ledger} in {seconds:.1f} s ({forms})."
        if tally.new
        else f"Nothing new was imported into {ledger}."
    ]
    if tally.known:
        lines.append(f"{counted(tally.known, 'row was', 'rows were')} known already.")
    if tally.faults:
        lines.append(f"{counted(tally.faults, 'row was', 'rows were')} left out.")
    return "\n".join(lines)


def _new_run(sources: list[_Source], first_day: str | None) -> Run:
    started, program = _now(), f"sanudo {__version__}"
    paths = [one_line(str(source.path)) for source in sources]
    asked = canonical({"import": paths, "first_day": first_day})
    return Run(content_id("r1", [program, asked, started]), program, "", version(), asked, started)


def _now() -> str:
    return datetime.now(UTC).isoformat()


@contextmanager
def _progress(sources: list[_Source]) -> Iterator[Callable[[int], None]]:
    """A bar of the bytes read, on a terminal; elsewhere nothing."""
    if not sys.stderr.isatty():
        yield lambda size: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    columns = (TextColumn("Importing"), BarColumn(), DownloadColumn(), TimeElapsedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=sum(source.path.stat().st_size for source in sources))
        yield lambda size: bar.advance(task, size)
