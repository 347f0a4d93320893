"""`sanudo code` and `sanudo relate`: JSON lines in, JSON lines out, in order, with nothing else on standard output."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from sanudo.cli.lines import Ask, asks, put
from sanudo.cli.options import actors_option, jobs_option, own_actors
from sanudo.cli.output import TROUBLE, leave
from sanudo.records import Article
from sanudo.serial import event_to_wire, plain

if TYPE_CHECKING:
    from sanudo.pipeline import Coded
    from sanudo.resources import Actors

_OPTIONAL_TEXTS = ("published", "title", "publisher", "url")

_lines = click.argument("lines", type=click.File("rb"), default="-", metavar="[FILE]")


@click.command()
@_lines
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0,
    metavar="SHARE",
    help="Leave out events of a lower confidence.",
)
@actors_option
@jobs_option
def code(lines: IO[bytes], min_confidence: float, actors: Path | None, jobs: int) -> None:
    """Code texts into events, without a ledger.

    JSON lines in, JSON lines out, in the same order. Each line of FILE, or of standard input, is an object with a
    "text" and, where known, "id", "published", "title", "publisher" and "url". Each line of the output has "id",
    "events" and "refusals". Offsets count the characters of the text given. A line that cannot be read is answered by a
    refusal, and the exit code is 1.

    \b
    Example:
      echo '{"id": "1", "text": "India accused Pakistan of firing first."}' | sanudo code
    """
    own, all_taken = own_actors(actors)
    unread = not all_taken
    for ask, coded in _answered(asks(lines, _text_fault), jobs, own):
        events = [event_to_wire(m) for m in coded.mentions if m.confidence >= min_confidence] if coded else []
        refusals = coded.refusals if coded else (ask.refusal,)
        id = coded.article.id if coded and ask.id is None else ask.id
        put({"id": id, "events": events, "refusals": [plain(refusal) for refusal in refusals]})
        unread |= coded is None
    if unread:
        leave(TROUBLE)


def _text_fault(values: dict[str, Any]) -> str | None:
    wrong = [name for name in _OPTIONAL_TEXTS if not isinstance(values.get(name), str | None)]
    return f'"{wrong[0]}" is neither a text nor null' if wrong else None


def _answered(lines: Iterable[Ask], jobs: int, actors: Actors) -> Iterator[tuple[Ask, Coded | None]]:
    """Each line with what was coded, or None where it was refused, in order, though lines are drawn ahead."""
    from sanudo.pipeline import code_many

    drawn: deque[Ask] = deque()

    def articles() -> Iterator[Article]:
        for ask in lines:
            drawn.append(ask)
            if ask.refusal is None:
                yield _article(ask)

    for coded in code_many(articles(), jobs, actors):
        while drawn[0].refusal:
            yield drawn.popleft(), None
        yield drawn.popleft(), coded
    yield from ((ask, None) for ask in drawn)


def _article(ask: Ask) -> Article:
    from sanudo.read import article_from_text

    given: dict[str, Any] = {name: ask.values.get(name) for name in _OPTIONAL_TEXTS}
    return article_from_text(ask.values["text"], given_id=None if ask.id is None else str(ask.id), **given)


@click.command()
@_lines
def relate(lines: IO[bytes]) -> None:
    """Say which PLOVER type fits two spans.

    JSON lines in, JSON lines out: what the one party does to the other, for parties that you name. Each line of FILE,
    or of standard input, is an object with "id", "text", "source" and "target": each of these two a span [start, end]
    in characters, or null where the text does not name that party. Each line of the output has "id", the best "type",
    and "scores" of all 16 types.

    \b
    Example:
      echo '{"id": "1", "text": "Iran thanked Oman.", "source": [0, 4], "target": [13, 17]}' | sanudo relate
    """
    from sanudo.pipeline import relate as related

    unread = False
    for ask in asks(lines, _span_fault):
        if ask.refusal:
            unread = True
            put({"id": ask.id, "type": None, "scores": {}, "refusals": [plain(ask.refusal)]})
        else:
            source, target = (span and tuple(span) for span in (ask.values.get("source"), ask.values.get("target")))
            type_, scores = related(ask.values["text"], source, target)
            put({"id": ask.id, "type": type_, "scores": scores})
    if unread:
        leave(TROUBLE)


def _span_fault(values: dict[str, Any]) -> str | None:
    length = len(values["text"])
    for name in ("source", "target"):
        span = values.get(name)
        if span is not None and not _is_span(span, length):
            return f'"{name}" is neither null nor a span [start, end] within the {length} characters of the text'
    return None


def _is_span(value: Any, length: int) -> bool:
    pair = isinstance(value, list) and len(value) == 2 and all(type(offset) is int for offset in value)
    return pair and 0 <= value[0] < value[1] <= length
