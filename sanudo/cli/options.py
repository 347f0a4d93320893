"""Options that several verbs share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

import click

from sanudo.cli.output import talk
from sanudo.codebook import EVENT_TYPES
from sanudo.dates import is_edtf
from sanudo.records import Kind, Status
from sanudo.resources import NO_ACTORS, Actors, parties, state_code

Command = TypeVar("Command", bound=Callable[..., Any])


def state(value: str) -> str:
    """The code of a state or body given by code or name, in any case.

    Raises:
        click.BadParameter: there is none.
    """
    code = state_code(value)
    if code is None:
        names = [form for form, name in parties().items() if name.label in ("state", "body")]
        near = get_close_matches(value.title(), names, n=1)
        hint = f"did you mean {near[0]}?" if near else "give a code (PAK) or an English name (Pakistan)."
        raise click.BadParameter(f"{value!r} is no state or body known here; {hint}")
    return code


def date(value: str) -> str:
    """A date that is checked, and kept as it is.

    Raises:
        click.BadParameter: it is none.
    """
    if not is_edtf(value):
        raise click.BadParameter(f"{value!r} is no date; give a year, month or day: 2018, 2018-05, 2018-05-12.")
    return value


FILE = click.Path(dir_okay=False, path_type=Path)


def several(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    """One decorator for several, in the order in which help lists them."""

    def decorate(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


ledger_option = click.option(
    "--ledger",
    type=FILE,
    envvar="SANUDO_LEDGER",
    default="ledger.sanudo",
    metavar="FILE",
    help="The ledger file (default: $SANUDO_LEDGER, or else ledger.sanudo).",
)

jobs_option = click.option(
    "--jobs", type=click.IntRange(min=1), default=1, metavar="N", help="How many processes read at a time (default 1)."
)

actors_option = click.option(
    "--actors", type=FILE, metavar="FILE", help="Your own names of states, bodies and persons (docs/actors.md)."
)

period_options = several(
    click.option(
        "--since",
        type=date,
        metavar="DATE",
        help="Not before this year, month or day (2018-05). What no report dates goes by the day of its report.",
    ),
    click.option("--until", type=date, metavar="DATE", help="Not after this year, month or day."),
)

output_option = click.option(
    "--output", type=FILE, metavar="FILE", help="The file to write (default: standard output)."
)


# For the verbs whose figures can be drawn.
PICTURES = ("svg", "png")
_FIGURE_FORMS = (*PICTURES, "json", "csv")

figure_option = click.option(
    "--output",
    type=FILE,
    metavar="FILE",
    help="The file to write: .svg or .png for a picture (needs sanudo[plots]), .json, .csv.",
)


def figure_form(given: str | None, output: Path | None) -> str | None:
    """The form that was asked for, or else the one that the name of the output file says; None for words on the terminal.

    Raises:
        click.UsageError: the file is named as none of them.
    """
    form = form_of(given, output, _FIGURE_FORMS)
    if output and form is None:
        raise click.UsageError(
            f"{output}: the name must end in one of {', '.join(f'.{form}' for form in _FIGURE_FORMS)}."
        )
    return form


def one_of(name: str, values: Iterable[str], meaning: str, **attributes: Any) -> Callable[[Command], Command]:
    """An option that takes one of a list of values, in any case; help names them all."""
    known = {str(value).casefold(): str(value) for value in values}
    listed = ", ".join(known.values())

    def choice(value: str) -> str:
        if value.casefold() not in known:
            raise click.BadParameter(f"{value!r} is none of {listed}.")
        return known[value.casefold()]

    shown = {"metavar": name.upper(), "help": f"{meaning}: {listed}."}
    return click.option(f"--{name}", type=choice, **(shown | attributes))


def form_of(given: str | None, output: Path | None, forms: Sequence[str]) -> str | None:
    """The form that was asked for, or else the one that the name of the output file says."""
    named = output.suffix.lower().removeprefix(".") if output else ""
    return given or (named if named in forms else None)


_parties = several(
    click.option(
        "--state", type=state, metavar="STATE", help="A state or body that takes part, by code or name: IND, India."
    ),
    click.option("--between", type=state, nargs=2, metavar="STATE STATE", help="Two states that both take part."),
)
_rest = several(
    one_of("status", Status, "Whether it took place"),
    period_options,
    click.option("--text", metavar="WORDS", help="Words in the evidence, in any case."),
    click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most N."),
)

event_filters = several(_parties, one_of("type", EVENT_TYPES, "PLOVER type"), one_of("kind", Kind, "What it is"), _rest)

# For the verbs that list events of one kind.
record_filters = several(_parties, _rest)

only_option = one_of(
    "only", ("coded", "imported"), "Only events read in reports, or only rows imported from other data"
)


def known_as(only: str | None) -> str:
    """The view of the ledger that answers to --only."""
    return {None: "known", "coded": "events"}.get(only, "imported")


format_options = several(
    click.option("--json", "form", flag_value="json", help="One JSON array of whole records."),
    click.option("--csv", "form", flag_value="csv", help="Comma-separated values with a heading."),
)


def own_actors(path: Path | None) -> tuple[Actors, bool]:
    """The actors of a file, and whether all of it was taken; what was not is told, line by line.

    Raises:
        InputError: the file cannot be read.
    """
    if path is None:
        return NO_ACTORS, True
    from sanudo.actors import read_actors

    actors, faults = read_actors(path)
    for fault in faults:
        talk(f"{path}:{fault.line}: {fault.problem} (this entry is left out)")
    return actors, not faults
