"""The command line: one thin function a verb. Data goes to standard output, talk to standard error.

Exit codes: 0 all well; 1 something could not be read or verified, the rest went on; 2 misuse; 130 stopped by Ctrl-C; 141
whoever read the output has left.
"""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from sanudo import __version__
from sanudo.cli.acting import actors
from sanudo.cli.coding import code, relate
from sanudo.cli.dyads import dyad
from sanudo.cli.importing import import_
from sanudo.cli.judging import disputes, judge, judgements
from sanudo.cli.keeping import export, verify
from sanudo.cli.listing import articles, events, mentions
from sanudo.cli.networking import network
from sanudo.cli.output import INTERRUPTED, MISUSE, PIPE_CLOSED, TROUBLE, talk
from sanudo.cli.reading import read
from sanudo.cli.records import record_verbs
from sanudo.cli.shifts import shifts
from sanudo.cli.telling import brief, explain
from sanudo.errors import SanudoError, UsageError

_VERBS = (
    read,
    events,
    *record_verbs,
    mentions,
    articles,
    explain,
    brief,
    dyad,
    network,
    shifts,
    disputes,
    judge,
    judgements,
    export,
    import_,
    verify,
    code,
    relate,
    actors,
)


class Verbs(click.Group):
    """The verbs in the order in which a person meets them; what goes wrong becomes one line and an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs, in order."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a verb.

        Raises:
            click.exceptions.Exit: with the exit code, when it did not end well.
        """
        try:
            value = super().invoke(ctx)
            sys.stdout.flush()
        except SanudoError as error:
            talk(f"sanudo: {error}")
            ctx.exit(MISUSE if isinstance(error, UsageError) else TROUBLE)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else the interpreter complains at its end
            ctx.exit(PIPE_CLOSED)
        except OSError as error:
            talk(f"sanudo: {error.strerror}: {error.filename or 'standard output'}")
            ctx.exit(TROUBLE)
        except KeyboardInterrupt:
            talk("Stopped.")
            ctx.exit(INTERRUPTED)
        return value


@click.group("sanudo", cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="%(prog)s %(version)s", prog_name="sanudo")
def main() -> None:
    """Read news reports about relations between states into a sourced ledger of events.

    \b
    Begin with a folder of reports:
      sanudo read clippings/
      sanudo events --between Pakistan Russia
      sanudo brief Pakistan Russia --output brief.html

    The ledger is one file: --ledger FILE, else $SANUDO_LEDGER, else ledger.sanudo in the current folder.
    """


for _verb in _VERBS:
    main.add_command(_verb)
