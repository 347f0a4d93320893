"""`sanudo explain` and `sanudo brief`: what the ledger says, for a person."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING

import click

from sanudo import __version__
from sanudo.cli.options import form_of, ledger_option, one_of, output_option, period_options, state
from sanudo.cli.output import on_terminal, write
from sanudo.errors import UsageError
from sanudo.records import Article, Coverage, Entry, Event, EventMention, Outline
from sanudo.serial import plain

if TYPE_CHECKING:
    from sanudo.ledger import Ledger
    from sanudo.present.eventwords import Around
    from sanudo.present.pieces import Brief

_FORMS = ("md", "html", "json")


@click.command()
@click.argument("id", metavar="ID")
@ledger_option
@click.option("--json", "as_json", is_flag=True, help="The event, its mentions and their articles as one JSON object.")
def explain(id: str, ledger: Path, as_json: bool) -> None:
    """Explain one event or mention.

    Its words in context, where they come from, and how each value came about; of an imported event its row. ID is an id as the lists show it, or the
    beginning of one.

    \b
    Example:
      sanudo explain e1:4f0c2a91
    """
    from sanudo.ledger import open_ledger
    from sanudo.present.eventwords import ALONE
    from sanudo.present.explain import WIDTH, explain_imported, pointed
    from sanudo.present.explain import explain as explained

    with open_ledger(ledger) as book:
        found = book.get(id)
        if isinstance(found, Entry):
            told = json.dumps(plain(found), ensure_ascii=False, indent=2) + "\n" if as_json else explain_imported(found)
            click.echo(told, nl=False)
            return
        if not isinstance(found, Event | EventMention):
            raise UsageError(f"{id} is neither an event nor a mention; `sanudo events` lists the ids of events")
        mentions = book.event_mentions(found.id) if isinstance(found, Event) else (found,)
        articles = {m.article_id: book.article(m.article_id) for m in mentions}
        around = _around(book, found, articles) if isinstance(found, Event) else ALONE
        if isinstance(found, Event):
            found = _with_rivals(book, found)
            others = {id for d in found.disputes for side in d.sides for id in side.article_ids}
            articles |= {id: book.article(id) for id in others - articles.keys()}
    if as_json:
        click.echo(_as_json(found, mentions, articles, around))
        return
    mark, columns = (_bold, get_terminal_size().columns) if on_terminal() else (pointed, WIDTH)
    click.echo(explained(found, mentions, articles, mark, min(columns, WIDTH), around), nl=False)


def _around(book: Ledger, event: Event, articles: Mapping[str, Article]) -> Around:
    from sanudo.pipeline import agencies_of, links_of, why_one
    from sanudo.present.eventwords import Around

    links = tuple(links_of(book, event))
    linked = {link.event_id: book.get(link.event_id) for link in links}
    events = {id: other for id, other in linked.items() if isinstance(other, Event)}
    return Around(
        judgements=tuple(book.judgements_on(event.id)),
        likenesses=tuple(why_one(book, event.id)),
        links=links,
        linked=events,
        agencies=agencies_of(articles.values()),
    )


def _with_rivals(book: Ledger, event: Event) -> Event:
    """The event with the dispute which was the first, where others of its kind and parties are told as that, too."""
    from sanudo.pipeline import with_rivals
    from sanudo.reconcile.firsts import claims

    if not claims(event):
        return event
    states = sorted({p.state for p in (*event.actors, *event.recipients)})
    asked = {"between": tuple(states[:2])} if len(states) > 1 else {"state": states[0]}
    known = (other for other in book.events(**asked) if other.kind == event.kind)
    return next((one for one in with_rivals(book, known) if one.id == event.id), event)


def _bold(words: str) -> str:
    return click.style(words, fg="yellow", bold=True)


def _as_json(
    found: Event | EventMention, mentions: Iterable[EventMention], articles: Mapping[str, Article], around: Around
) -> str:
    event = plain(found) if isinstance(found, Event) else None
    records = {"event": event, "mentions": [*map(plain, mentions)], "articles": [*map(plain, articles.values())]}
    if event:
        records |= {
            "judgements": [*map(plain, around.judgements)],
            "likenesses": [*map(plain, around.likenesses)],
            "links": [*map(plain, around.links)],
            "agencies": dict(around.agencies),
        }
    return json.dumps(records, ensure_ascii=False, indent=2)


@click.command()
@click.argument("states", nargs=-1, type=state, metavar="[STATE [STATE]]")
@ledger_option
@period_options
@one_of("format", _FORMS, "The form (default: by the name of --output, or else md)")
@output_option
def brief(
    states: tuple[str, ...], ledger: Path, since: str | None, until: str | None, format: str | None, output: Path | None
) -> None:
    """Write a brief on a pair of states, on one, or on all.

    What happened last; what was agreed; events by kind, each with its words and numbered sources; what is planned,
    possible, denied or demanded apart; who met whom; what third states did; what could not be read.

    \b
    Example:
      sanudo brief Pakistan Russia --since 2018 --output brief.html
    """
    if len(set(states)) != len(states) or len(states) > 2:
        raise click.UsageError("A brief is about two different states, one, or all: sanudo brief PAK RUS.")
    from sanudo.ledger import open_ledger

    with open_ledger(ledger) as book, book.snapshot():
        made = _build(book, states, since, until)
    write(_written(made, form_of(format, output, _FORMS)), output, "The brief")


class _Reports:
    """A ledger as analysis asks it, without the rows of other data: a brief is of reports alone."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def outlines(self, *, between: tuple[str, str], until: str | None) -> Iterable[Outline]:
        """The events that were read in reports."""
        return (one for one in self._ledger.outlines(between=between, until=until) if one.event_id.startswith("e1:"))

    def coverage(self) -> list[Coverage]:
        """How many articles there are of each date."""
        return [replace(one, rows=0) for one in self._ledger.coverage() if one.articles]


def _build(ledger: Ledger, states: tuple[str, ...], since: str | None, until: str | None) -> Brief:
    from sanudo.analyse.dyads import dyad
    from sanudo.present.brief import build_brief
    from sanudo.present.dyads import with_names
    from sanudo.present.words import publisher_name

    asked = [ledger.events(state=code, since=since, until=until) for code in states or (None,)]
    events = {event.id: event for found in asked for event in found}
    mentions = [mention for id in events for mention in ledger.event_mentions(id)]
    pair = None
    if len(states) == 2:
        reckoned = dyad(_Reports(ledger), *states, period="year", since=since, until=until)
        pair = with_names(reckoned, lambda id: publisher_name(ledger.article(id)))
    return build_brief(
        events.values(),
        mentions,
        ledger.articles(),
        states=states,
        since=since,
        until=until,
        problems=ledger.problems(),
        program=f"sanudo {__version__}",
        dyad=pair,
    )


def _written(made: Brief, form: str | None) -> str:
    if form == "json":
        return json.dumps(plain(made), ensure_ascii=False, indent=2) + "\n"
    if form == "html":
        from sanudo.present.html import render

        return render(made)
    from sanudo.present.markdown import render as render_markdown

    return render_markdown(made)
