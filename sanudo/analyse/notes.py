"""What figures of a pair cannot bear, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sanudo.analyse.facts import Fact
from sanudo.analyse.series import FEWEST
from sanudo.figures import Change, Series

_FEW_SOURCES = 5


def notes(
    pair: tuple[str, str],
    period: str,
    found: Sequence[Fact],
    counted: Sequence[Fact],
    made: Sequence[Series],
    changed: Sequence[Change],
    dateless: int,
) -> Iterator[str]:
    """A sentence for each thing; the weightiest first. `dateless` is how many events have no day, of their own or of their report."""
    yield from _on_figures(pair, period, found, counted, made, changed)
    if dateless:
        yield f"Left out, as neither the event nor its report is dated: {dateless}."


def _on_figures(
    pair: tuple[str, str],
    period: str,
    found: Sequence[Fact],
    counted: Sequence[Fact],
    made: Sequence[Series],
    changed: Sequence[Change],
) -> Iterator[str]:
    both = " and ".join(pair)
    if not found:
        yield f"The ledger has nothing between {both} in this time."
        return
    if not counted:
        yield f"Nothing between {both} of the statuses asked for can be put in periods of a {period}."
        return
    events = {fact.event_id for fact in counted}
    if len(events) < FEWEST:
        yield f"There {_are(len(events), 'event')} between {both}: too few for intervals, and for more than telling them one by one."
    sources = {name for fact in counted for name in fact.sources}
    if len(sources) < 2:
        yield f"All comes from one source ({', '.join(sources) or 'unnamed'}): intervals say nothing of how another would tell it."
    elif len(sources) < _FEW_SOURCES:
        yield f"There are {len(sources)} sources: how far they differ is itself unsure, and intervals are wide for it."
    if turning := [c for c in changed if c.turns and not c.added]:
        kinds = ", ".join(dict.fromkeys(c.what for c in turning))
        yield f"The sign of the last score turns when one thing is left out ({kinds}): do not lean on it."
    if not any(each.points for each in made):
        yield f"Nothing between {both} is of the time asked for."
    yield from _silence(made, period)


def _silence(made: Sequence[Series], period: str) -> Iterator[str]:
    points = made[0].points if made else ()
    empty = [p for p in points if not p.events]
    unread = [p for p in empty if not p.articles + p.rows]
    if empty:
        silent = f" (the ledger has nothing at all of {len(unread)}: that is no silence)" if unread else ""
        yield f"Without an event: {len(empty)} of {len(points)} {period}s{silent}."


def _are(count: int, noun: str) -> str:
    return f"is {count} {noun}" if count == 1 else f"are {count} {noun}s"
