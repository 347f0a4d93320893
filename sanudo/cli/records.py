"""`sanudo agreements`, `exercises`, `transfers` and the like: the events of one kind, with the columns of its record."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sanudo.cli.listing import listed, show
from sanudo.cli.options import format_options, ledger_option, record_filters
from sanudo.cli.output import write_records
from sanudo.records import Kind

if TYPE_CHECKING:
    from sanudo.ledger import Ledger
    from sanudo.present.tables import Table

# Each verb with the kinds that it lists, and what help says of it.
_VERBS: dict[str, tuple[tuple[Kind, ...], str]] = {
    "agreements": ((Kind.AGREEMENT,), "agreements: instrument, titles, subjects, how far they have come, who signed."),
    "committees": ((Kind.COMMITTEE,), "sessions of joint bodies: the body, which session, who led, where, on what."),
    "meetings": ((Kind.MEETING,), "meetings: who met whom, at which level, on what, with what outcome."),
    "visits": ((Kind.VISIT,), "visits: who came, who received them, at which level, what for."),
    "exercises": ((Kind.EXERCISE,), "joint exercises: name, edition, domains, focus, size."),
    "transfers": (
        (Kind.TRANSFER,),
        "transfers of arms and equipment: what and how many, how far they have come, value.",
    ),
    "trainings": ((Kind.TRAINING,), "training: who is trained, how many, where, in which programme."),
    "sanctions": (
        (Kind.SANCTION, Kind.AID_SUSPENSION),
        "sanctions and aid held back: measures, amount, scope, reason, whether lifted.",
    ),
    "deployments": ((Kind.DEPLOYMENT,), "movements of forces: what and how many, to which base."),
    "attacks": ((Kind.ATTACK,), "attacks: weapons, target, dead and injured as reported."),
    "statements": ((Kind.STATEMENT,), "statements: speaker, addressee, stance, topic, words."),
}


def _verb(name: str, kinds: tuple[Kind, ...], what: str) -> click.Command:
    @click.command(
        name,
        help=f"List {what}\n\nFields that none of them fills are left out, and what the parties say already; --csv has them all.\n\n\b\nExample:\n  sanudo {name} --between PAK RUS --since 2018",
        short_help=f"List {what.partition(':')[0]}.",
    )
    @ledger_option
    @record_filters
    @format_options
    def command(ledger: Path, form: str | None, **filters: Any) -> None:
        from sanudo.ledger import open_ledger

        asked = {**filters, "kind": tuple(map(str, kinds))}
        with open_ledger(ledger) as book, book.snapshot():
            if form == "json":
                write_records(book, form, "events", asked)
            else:
                show(_tabled(book, kinds, asked, form == "csv"), name, form)

    return command


def _tabled(ledger: Ledger, kinds: tuple[Kind, ...], filters: dict[str, Any], whole: bool) -> Table:
    from sanudo.details import DETAILS
    from sanudo.present.detailwords import columns
    from sanudo.present.tables import record_table

    return record_table(listed(ledger, filters, "events"), columns(DETAILS[kind] for kind in kinds), whole)


record_verbs = tuple(_verb(name, kinds, what) for name, (kinds, what) in _VERBS.items())
