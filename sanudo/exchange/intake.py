"""What reading the rows of other programs has in common: cells checked one by one, and the entry that they make."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sanudo.codebook import EVENT_TYPES
from sanudo.exchange.forms import RowError
from sanudo.records import Entry, EventMention, Evidence, Kind, Origin, Participant, Place, Status


def imported(
    id: str,
    origin: Origin,
    *,
    type: str,
    actors: Iterable[Participant],
    recipients: Iterable[Participant],
    when: str | None,
    where: Place | None = None,
    mode: str | None = None,
    contexts: tuple[str, ...] = (),
    publisher: str | None = None,
    published: str | None = None,
    url: str | None = None,
    row_id: str | None = None,
    code: str | None = None,
    intensity: float | None = None,
    kind: Kind | None = None,
    status: Status = Status.HAPPENED,
    symmetric: bool = False,
    confidence: float = 1.0,
    evidence: tuple[Evidence, ...] = (),
) -> Entry:
    """The entry of an imported row: an event mention without article and evidence, taken at its word."""
    mention = EventMention(
        id=id,
        article_id="",
        type=type,
        kind=kind or kind_of(type, mode, code),
        actors=tuple(party for party in actors if party.state or party.name),
        recipients=tuple(party for party in recipients if party.state or party.name),
        symmetric=symmetric,
        status=status,
        confidence=confidence,
        evidence=evidence,
        coder=origin.format,
        model="",
        mode=mode,
        contexts=contexts,
        when=when,
        where=where,
    )
    known = replace(origin, row_id=row_id or None, code=code, intensity=intensity)
    return Entry(mention, id, (), (), publisher or None, published, url or None, known)


def kind_of(type: str, mode: str | None, code: str | None) -> Kind:
    """The kind that an imported event has by its codes."""
    if code and code[:3] in _BY_CODE:
        return _BY_CODE[code[:3]]
    if type == "CONSULT":
        return Kind.VISIT if mode == "visit" else Kind.MEETING
    return _BY_TYPE.get(type, Kind.STATEMENT if code and code[:2] in ("01", "02") else Kind.OTHER)


_BY_CODE = {
    "057": Kind.AGREEMENT,
    "162": Kind.AID_SUSPENSION,
    "163": Kind.SANCTION,
    "051": Kind.STATEMENT,
    "052": Kind.STATEMENT,
}
_BY_TYPE = {
    "ASSAULT": Kind.ATTACK,
    "MOBILIZE": Kind.DEPLOYMENT,
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), Kind.STATEMENT),
}


def split(raw: str, columns: tuple[str, ...]) -> dict[str, str]:
    """The cells of a row by column.

    Raises:
        RowError: there are more or fewer than the format has.
    """
    cells = raw.rstrip("\r\n").split("\t")
    if len(cells) != len(columns):
        raise RowError(f"{len(cells)} cells instead of {len(columns)}")
    return dict(zip(columns, cells, strict=True))


def plover_type(text: str) -> str:
    """A PLOVER type, in any case.

    Raises:
        RowError: it is none.
    """
    if text.upper() not in EVENT_TYPES:
        raise RowError(f"{text[:40]!r} is no PLOVER type")
    return text.upper()


def day(text: str) -> str:
    """An ISO day, also where it is written without hyphens, or with a time after it.

    Raises:
        RowError: it is none.
    """
    plain = text.strip()[:10]
    try:
        return date.fromisoformat(plain).isoformat()
    except ValueError:
        raise RowError(f"{text[:40]!r} is no date") from None


def decimal(text: str, what: str) -> float | None:
    """A finite number, or None for an empty cell.

    Raises:
        RowError: it is none.
    """
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise RowError(f"{what} is {text[:40]!r}, which is no number")
    return value


def whole(text: str, what: str) -> int | None:
    """A whole number, or None for an empty cell.

    Raises:
        RowError: it is none.
    """
    value = decimal(text, what)
    if value is not None and value != int(value):
        raise RowError(f"{what} is {text[:40]!r}, which is no whole number")
    return None if value is None else int(value)
