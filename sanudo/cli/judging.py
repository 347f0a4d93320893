"""`sanudo judge`, `sanudo judgements` and `sanudo disputes`: a person's word, and where reports contradict each other."""

from __future__ import annotations

import getpass
import json
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import click

from sanudo import __version__
from sanudo.cli.options import ledger_option, period_options, state
from sanudo.cli.output import talk
from sanudo.errors import UsageError
from sanudo.present.words import counted
from sanudo.records import Event, EventMention, Judgement, Run
from sanudo.serial import canonical, content_id, plain

Command = TypeVar("Command", bound=Callable[..., Any])


@click.group()
def judge() -> None:
    """Say what the reports mean, for good.

    A judgement goes before whatever the program makes of the reports, stays when they are read again by a later version, and can be taken back.
    IDs are those of the lists, or their beginnings; that of an event stands for its first report.

    \b
    Example:
      sanudo judge apart e1:4f0c2a91 e1:77ab01c2 --reason "two rounds of talks"
    """


def _judging(command: Command) -> Command:
    for option in (
        ledger_option,
        click.option(
            "--by", envvar="SANUDO_BY", metavar="NAME", help="Who judges (default: $SANUDO_BY, or else your login)."
        ),
        click.option("--reason", required=True, metavar="WORDS", help="Why; it is shown with what you judged."),
    ):
        command = option(command)
    return command


@judge.command()
@click.argument("one")
@click.argument("other")
@_judging
def same(one: str, other: str, ledger: Path, by: str | None, reason: str) -> None:
    """ONE and OTHER tell of one event.

    \b
    Example:
      sanudo judge same e1:4f0c2a91 m1:77ab01c2 --reason "both tell of the signing in Oslo"
    """
    _judge_pair("same", one, other, ledger, by, reason)


@judge.command()
@click.argument("one")
@click.argument("other")
@_judging
def apart(one: str, other: str, ledger: Path, by: str | None, reason: str) -> None:
    """ONE and OTHER are two events.

    \b
    Example:
      sanudo judge apart e1:4f0c2a91 e1:77ab01c2 --reason "two rounds of talks"
    """
    _judge_pair("apart", one, other, ledger, by, reason)


@judge.command()
@click.argument("id")
@_judging
def wrong(id: str, ledger: Path, by: str | None, reason: str) -> None:
    """ID, an event or a mention, tells of nothing that the reports say. Of an event all mentions are meant.

    \b
    Example:
      sanudo judge wrong e1:4f0c2a91 --reason "a film, no attack"
    """
    from sanudo.ledger import open_ledger

    with open_ledger(ledger) as book:
        found = book.get(id)
        ids = found.mention_ids if isinstance(found, Event) else (_mention(found, id),)
    _write(ledger, [_made("wrong", one, None, reason, by) for one in ids])


@judge.command()
@click.argument("id")
@click.argument("field")
@click.argument("value")
@_judging
def correct(id: str, field: str, value: str, ledger: Path, by: str | None, reason: str) -> None:
    """The FIELD of the event ID has this VALUE.

    FIELD is when (an EDTF date), where (a state), status, type, kind, actors or recipients (states, with commas between). An empty VALUE of when or where says
    that it is not known.

    \b
    Example:
      sanudo judge correct e1:4f0c2a91 when 2014-11-20 --reason "the ministry's own page"
    """
    from sanudo.ledger import open_ledger
    from sanudo.reconcile.corrected import checked

    if field in ("actors", "recipients", "where") and value:
        value = ",".join(state(part.strip()) for part in value.split(","))
    told = canonical({field: checked(field, value)})
    with open_ledger(ledger) as book:
        left = book.told_by(id)
    _write(ledger, [_made("correct", left, None, reason, by, told)])


@judge.command()
@click.argument("id")
@_judging
def undo(id: str, ledger: Path, by: str | None, reason: str) -> None:
    """Take the judgement ID back; `sanudo judgements` lists their ids.

    \b
    Example:
      sanudo judge undo j1:822ff4ed --reason "the ministry has corrected itself"
    """
    from sanudo.ledger import open_ledger

    with open_ledger(ledger) as book:
        found = [j for j in book.judgements() if j.id.startswith(id) or j.id.partition(":")[2].startswith(id)]
    if len(found) != 1:
        raise UsageError(f"{id!r} is the beginning of {len(found) or 'no'} judgements; `sanudo judgements` lists them")
    first = found[0]
    _write(ledger, [_made("undo", first.left_id, first.right_id, reason, by, retracts=first.id)])


@click.command()
@ledger_option
@click.option("--json", "as_json", is_flag=True, help="One JSON array.")
def judgements(ledger: Path, as_json: bool) -> None:
    """List what persons judged, and did not take back.

    \b
    Example:
      sanudo judgements --ledger asia.sanudo
    """
    from sanudo.cli.listing import show
    from sanudo.ledger import open_ledger
    from sanudo.present.tables import judgement_table

    with open_ledger(ledger) as book:
        found = list(book.judgements())
    if as_json:
        click.echo(json.dumps([plain(j) for j in found], ensure_ascii=False, indent=2))
    else:
        show(judgement_table(found), "judgements")


@click.command()
@click.argument("states", nargs=-1, type=state, metavar="[STATE [STATE]]")
@ledger_option
@period_options
@click.option("--json", "as_json", is_flag=True, help="One JSON array of the events that have disputes.")
def disputes(states: tuple[str, ...], ledger: Path, since: str | None, until: str | None, as_json: bool) -> None:
    """List where reports of one event cannot both be right.

    Each field with its sides, the publishers of each, and how many independent sources they are; also events of different years that are each told as the
    first of their kind. At the end how often reports of one event disagree, by the measures of eventreport (docs/reconciling.md).

    \b
    Example:
      sanudo disputes Pakistan Russia --since 2018
    """
    from sanudo.cli.listing import show
    from sanudo.ledger import open_ledger
    from sanudo.pipeline import with_rivals
    from sanudo.present.tables import dispute_table
    from sanudo.present.words import publisher_name

    if len(states) > 2:
        raise click.UsageError("Disputes are about two states, one, or all: sanudo disputes PAK RUS.")
    with open_ledger(ledger) as book, book.snapshot():
        asked = {"between": states} if len(states) == 2 else {"state": states[0] if states else None}
        told = with_rivals(book, book.events(since=since, until=until, **asked))
        every = [event for event in told if len(event.article_ids) > 1]
        found = [event for event in told if event.disputes]
        name = cache(lambda id: publisher_name(book.article(id)))
        table = dispute_table(found, name)
    if as_json:
        click.echo(json.dumps([plain(event) for event in found], ensure_ascii=False, indent=2))
        return
    show(table, "disputes")
    if every:
        within = [[d for d in event.disputes if d.field != "first_time"] for event in every]
        scores = [max((d.dscore for d in disputed), default=0) for disputed in within]
        share, mean = sum(map(bool, within)) / len(every), sum(scores) / len(every)
        talk(
            f"{counted(len(every), 'event')} with several reports: share_disagreement {share:.2f}, mean dscore {mean:.2f}."
        )


def _judge_pair(verdict: str, one: str, other: str, ledger: Path, by: str | None, reason: str) -> None:
    from sanudo.ledger import open_ledger

    with open_ledger(ledger) as book:
        left, right = book.told_by(one), book.told_by(other)
    if left == right:
        raise UsageError(f"{one} and {other} are the same mention; give two")
    first, second = sorted((left, right))
    _write(ledger, [_made(verdict, first, second, reason, by)])


def _mention(found: object, id: str) -> str:
    if not isinstance(found, EventMention):
        raise UsageError(f"{id} is neither an event nor a mention; `sanudo events` lists the ids of events")
    return found.id


def _made(
    verdict: str,
    left: str,
    right: str | None,
    reason: str,
    by: str | None,
    value: str | None = None,
    retracts: str | None = None,
) -> Judgement:
    who, now = by or getpass.getuser(), _now()
    id = content_id("j1", [verdict, left, right, reason, who, now, value, retracts])
    return Judgement(id, verdict, left, right, reason, who, now, None, value, retracts)


def _write(ledger: Path, made: list[Judgement]) -> None:
    from sanudo.ledger import open_ledger
    from sanudo.pipeline import judge_in

    started = _now()
    run = Run(content_id("r1", [started, *(j.id for j in made)]), f"sanudo {__version__}", "", "", "judge", started)
    with open_ledger(ledger, create=True) as book:
        changed = judge_in(book, made, run)
    talk(f"Judged: {', '.join(j.id[:11] for j in made)}. {changed}")


def _now() -> str:
    return datetime.now(UTC).isoformat()
