"""What formats of one row an event have in common: headings, rows that come back as they were, cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import combinations, product
from typing import IO

from sanudo.cameo_codes import Cameo, cameo, cameo_of
from sanudo.dates import bounds
from sanudo.details import holds
from sanudo.exchange.forms import Losses
from sanudo.exchange.told import clean
from sanudo.records import Entry, EventMention, Participant, Status
from sanudo.serial import content_id

NO_DATE = "neither the event nor its report has a date"
NO_TYPE = "PLOVER has no type for it"
NO_PARTY = "it has no party"
# A row of a dyadic format: who does it to whom, and which pair of its event this is.
Pair = tuple[Participant | None, Participant | None, int]
# Numbers of events leave room for so many pairs.
_PAIRS = 256


class Out:
    """A file being written: imported rows of this format as they stood, others as rows of tab-separated cells."""

    def __init__(self, stream: IO[str], format: str, columns: tuple[str, ...] = ()) -> None:
        self._stream = stream
        self._format = format
        self._heading: str | None = "\t".join(columns) + "\n" if columns else None
        self._open = ""

    def own(self, entry: Entry) -> bool:
        """Write an entry that was imported from this format; False for any other."""
        origin = entry.origin
        if origin is None or origin.format != self._format:
            return False
        if self._heading is not None and origin.header:
            self._heading = origin.header
        self._put(origin.raw)
        return True

    def row(self, cells: Iterable[str]) -> None:
        """Write a row; what would break it (tabs, line ends) becomes a blank."""
        self._put("\t".join(map(clean, cells)) + "\n")

    def line(self, text: str) -> None:
        """Write a line of text."""
        self._put(text + "\n")

    def end(self) -> None:
        """Write the headings where no row did."""
        self._put("")

    def _put(self, text: str) -> None:
        if self._heading is not None:
            self._stream.write(self._heading)
            self._heading = None
        self._stream.write(self._open + text if text else "")
        self._open = "" if text.endswith("\n") or not text else "\n"


def coded(entry: Entry) -> tuple[Cameo, date] | str:
    """The CAMEO code of an entry and its day, as dyadic formats have them; the reason where it has no row there. An imported event keeps
    the code that it came with.
    """
    mention, when = entry.mention, day_of(entry)
    code = cameo(entry.origin.code) if entry.origin and entry.origin.code else cameo_of(mention)
    if code is None:
        return NO_TYPE
    if when is None:
        return NO_DATE
    return (code, when) if mention.actors or mention.recipients else NO_PARTY


def rows_of(
    entries: Iterable[Entry], out: Out, losses: Losses, cells: Callable[[Entry, Losses], Iterable[Iterable[str]] | str]
) -> Losses:
    """Write every entry: one of this format as it stood, another as its rows; `cells` gives a reason where there are none."""
    for entry in entries:
        if not out.own(entry):
            rows = cells(entry, losses)
            if isinstance(rows, str):
                losses.left_out[rows] += 1
                continue
            for row in rows:
                out.row(row)
        losses.written += 1
    out.end()
    return losses


def day_of(entry: Entry) -> date | None:
    """The first day of an event or, for want of a date, of its report's publication."""
    spans = (bounds(text or "") for text in (entry.mention.when, entry.published))
    return next((span[0] for span in spans if span and span[0] > date.min), None)  # an open beginning is no day


def lose_shared(entry: Entry, losses: Losses) -> None:
    """Count what no format of plain rows keeps."""
    mention = entry.mention
    span = bounds(mention.when or "")
    losses.lose(
        status=mention.status is not Status.HAPPENED,
        attribution=mention.attribution,
        evidence=mention.evidence,
        detail=holds(mention.detail),
        end_of_date=span is not None and span[0] != span[1],
    )


def pairs(mention: EventMention) -> Iterator[Pair]:
    """Who does it to whom, pair by pair; of parties that do it together, each two once in their order."""
    if mention.recipients:
        both: Iterable[tuple[Participant | None, Participant | None]] = product(
            mention.actors or (None,), mention.recipients
        )
    elif len(mention.actors) > 1:
        both = combinations(mention.actors, 2)
    else:
        both = [(party, None) for party in mention.actors]
    for at, (source, target) in enumerate(both):
        if at == _PAIRS:
            return
        yield source, target, at


def number_of(event_id: str, pair: int = 0) -> int:
    """A whole number below 2**52 that stands for an event, or for one pair of it."""
    digest = content_id("n1", event_id).partition(":")[2]
    return int(digest[:11], 16) * _PAIRS + pair


def number(value: float | None) -> str:
    """A number without a needless end."""
    return "" if value is None else f"{value:.10g}"
