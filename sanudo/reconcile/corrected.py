"""Values that a person gave the fields of an event."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

from sanudo.codebook import EVENT_TYPES
from sanudo.dates import is_edtf
from sanudo.errors import UsageError
from sanudo.records import Event, Judgement, Kind, Participant, Place, Status, WhenBasis

_CLOSED = {"status": tuple(map(str, Status)), "type": tuple(EVENT_TYPES), "kind": tuple(map(str, Kind))}
FIELDS = ("when", "where", "actors", "recipients", *_CLOSED)


def checked(field: str, value: str) -> str | list[str] | None:
    """The value of a correction as it is kept: a list of codes for parties, None for an empty one.

    Raises:
        UsageError: the field cannot be corrected, or has no such value.
    """
    if field not in FIELDS:
        raise UsageError(f"there is no field {field!r} to correct; there are {', '.join(FIELDS)}")
    if field in _CLOSED:
        if value not in _CLOSED[field]:
            raise UsageError(f"{value!r} is no {field}; there are {', '.join(_CLOSED[field])}")
        return value
    if field == "when" and value and not is_edtf(value):
        raise UsageError(f"{value!r} is no date; give a year, month or day: 2018, 2018-05, 2018-05-12")
    if field in ("actors", "recipients"):
        if field == "actors" and not value:
            raise UsageError("an event has at least one actor")
        return value.split(",") if value else []
    return value or None


def corrected(event: Event, corrections: Sequence[Judgement]) -> Event:
    """The event with the values that persons gave its fields, the last word on a field counting. A dispute on such a field is settled."""
    values: dict[str, str | list[str] | None] = {}
    for judgement in corrections:
        values |= json.loads(judgement.value or "{}")
    if not values:
        return event
    return replace(
        event,
        type=str(values.get("type", event.type)),
        kind=Kind(str(values.get("kind", event.kind))),
        status=Status(str(values.get("status", event.status))),
        actors=_parties(values["actors"], event.actors) if "actors" in values else event.actors,
        recipients=_parties(values["recipients"], event.recipients) if "recipients" in values else event.recipients,
        symmetric=event.symmetric and not values.get("recipients"),
        when=_text(values["when"]) if "when" in values else event.when,
        when_basis=(WhenBasis.STATED if values["when"] else None) if "when" in values else event.when_basis,
        where=_place(values["where"]) if "where" in values else event.where,
        detail=event.detail if values.get("kind", str(event.kind)) == str(event.kind) else None,
        disputes=tuple(dispute for dispute in event.disputes if dispute.field not in values),
        judged=tuple(sorted(values)),
    )


def _text(value: str | list[str] | None) -> str | None:
    return value if isinstance(value, str) else None


def _place(value: str | list[str] | None) -> Place | None:
    return Place(country=value) if isinstance(value, str) else None


def _parties(codes: str | list[str] | None, known: Sequence[Participant]) -> tuple[Participant, ...]:
    """Participants of these states: those that the event has, and new ones without words."""
    by_state = {party.state: party for party in known}
    return tuple(by_state.get(code, Participant(code)) for code in codes or ())
