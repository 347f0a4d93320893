"""What queries filter on, and the SQL conditions this makes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple, TypedDict

from sanudo.codebook import EVENT_TYPES
from sanudo.dates import bounds
from sanudo.errors import UsageError
from sanudo.records import Kind, Status


class Filters(TypedDict, total=False):
    """The filters of `Ledger.events`, `mentions`, `articles` and `export`; None is as if not given.

    `state`: this state or body takes part. `between`: both of these take part. `type`, `kind`, `status`: as the code
    book lists them; `kind` may be several. `since`, `until`: EDTF dates such as "2018-05"; an event matches when its date, as a span of days,
    reaches into the period, and one without a date when its article was published in it. `text`: the evidence holds
    these words, in any case. `limit`: the first so many.
    """

    state: str | None
    between: tuple[str, str] | None
    type: str | None
    kind: str | tuple[str, ...] | None
    status: str | None
    since: str | None
    until: str | None
    text: str | None
    limit: int | None


class Condition(NamedTuple):
    """A condition in SQL, and the values of its question marks."""

    sql: str
    values: tuple[Any, ...]


def refuse_unknown(filters: Filters) -> None:
    """Raise for a filter that does not exist.

    Raises:
        UsageError: with the list of those that do.
    """
    if unknown := sorted(set(filters) - set(Filters.__annotations__)):
        raise UsageError(f"there is no filter {unknown[0]!r}; there are {', '.join(Filters.__annotations__)}")


def about(filters: Filters) -> Iterator[Condition]:
    """Conditions on what an event mention `m` says."""
    yield from listed(filters, "m")
    for state in states(filters):
        yield Condition("m.id IN (SELECT mention_id FROM participant WHERE state = ?)", (state,))


def listed(filters: Filters, name: str) -> Iterator[Condition]:
    """Conditions on the type, kind and status of a row of this name."""
    for column in _LISTED:
        if (value := filters.get(column)) is not None:
            asked = value if isinstance(value, tuple) else (str(value),)
            marks = ", ".join("?" * len(asked))
            yield Condition(f"{name}.{column} IN ({marks})", tuple(_listed(column, str(one)) for one in asked))


def within(filters: Filters, name: str) -> Iterator[Condition]:
    """Conditions on the days of a row of this name."""
    if (since := filters.get("since")) is not None:
        yield Condition(f"{name}.last_day >= ?", (_days("since", since)[0].isoformat(),))
    if (until := filters.get("until")) is not None:
        yield Condition(f"{name}.first_day <= ?", (_days("until", until)[1].isoformat(),))


def holding(filters: Filters, sql: str) -> Iterator[Condition]:
    """A condition on words; `sql` says where they are looked for."""
    if (text := filters.get("text")) is not None:
        yield Condition(sql, (text,))


def where(conditions: Iterable[Condition]) -> Condition:
    """All of these conditions as one WHERE clause, which may be empty."""
    each = list(conditions)
    clause = " WHERE " + " AND ".join(condition.sql for condition in each) if each else ""
    return Condition(clause, tuple(value for condition in each for value in condition.values))


def limited(filters: Filters) -> Condition:
    """The LIMIT clause.

    Raises:
        UsageError: the limit is no whole number above zero.
    """
    limit = filters.get("limit")
    if limit is None:
        return Condition("", ())
    if limit < 1:
        raise UsageError(f"limit is {limit}; it must be 1 or more")
    return Condition(" LIMIT ?", (limit,))


_LISTED: dict[str, tuple[str, ...]] = {
    "type": tuple(EVENT_TYPES),
    "kind": tuple(map(str, Kind)),
    "status": tuple(map(str, Status)),
}


def _listed(name: str, value: str) -> str:
    if value not in _LISTED[name]:
        raise UsageError(f"there is no {name} {value!r}; there are {', '.join(_LISTED[name])}")
    return value


def states(filters: Filters) -> Iterator[str]:
    """The states that are asked for.

    Raises:
        UsageError: one is no code.
    """
    state, between = filters.get("state"), filters.get("between")
    pair = () if between is None else tuple(between)
    if pair and (len(pair) != 2 or pair[0] == pair[1]):
        raise UsageError(f"between takes two different states, such as ('PAK', 'RUS'), not {between!r}")
    for code in (*(() if state is None else (state,)), *pair):
        if not re.fullmatch("[A-Z]{3}", code):
            raise UsageError(
                f"{code!r} is no state; give three capitals: an ISO code (PAK), or UNO, EUR, NAT, IGO, NSA"
            )
        yield code


def _days(name: str, edtf: str) -> tuple[date, date]:
    span = bounds(edtf)
    if span is None:
        raise UsageError(f"{name} is {edtf!r}, which is no date; give a year, month or day: 2018, 2018-05, 2018-05-12")
    return span
