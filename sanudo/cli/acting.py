"""`sanudo actors`: a user's own names of actors."""

from __future__ import annotations

from pathlib import Path

import click

from sanudo.cli.options import FILE, output_option
from sanudo.cli.output import TROUBLE, leave, talk, write
from sanudo.present.words import counted


@click.group()
def actors() -> None:
    """Bring your own names of states, bodies and persons.

    A file of actors (docs/actors.md) adds names to those that Sanudo knows, or puts others in their place; `sanudo read` and
    `sanudo code` take it with --actors.

    \b
    Example:
      sanudo actors import Phoenix.Countries.actors.txt --output actors.yaml
    """


@actors.command("import")
@click.argument("dictionaries", nargs=-1, required=True, type=FILE, metavar="FILE...")
@output_option
def import_(dictionaries: tuple[Path, ...], output: Path | None) -> None:
    """Turn CAMEO or Phoenix dictionaries into a file of actors.

    FILE is an actor or agent dictionary of TABARI, PETRARCH or Phoenix. Names keep the days between which a code holds. A code
    that is no state's, body's or armed group's is named with its line and left out, and the exit code is 1.

    \b
    Example:
      sanudo actors import Phoenix.Countries.actors.txt Phoenix.agents.txt --output actors.yaml
    """
    from sanudo.actors import as_yaml
    from sanudo.cameo import read_dictionary

    lines, unread = [], 0
    for path in dictionaries:
        found = read_dictionary(path.read_text(encoding="utf-8-sig", errors="replace").splitlines())
        for fault in found.unread:
            talk(f"{path}:{fault.line}: {fault.problem}; left out")
        stems = f", {found.stems} of the names stems there and whole words here" if found.stems else ""
        talk(
            f"{path}: {counted(len(found.entries), 'entry', 'entries')} taken{stems}; {counted(len(found.unread), 'code')} left out."
        )
        lines += [f"# {path.name}", *as_yaml(found.entries)]
        unread += len(found.unread)
    write("\n".join(lines) + "\n", output, "The file of actors")
    if unread:
        leave(TROUBLE)
