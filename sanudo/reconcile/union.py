"""The record of an event: what its mentions, which may be of several articles, tell together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from typing import Any, TypeAlias

from sanudo.details import DETAILS, Amount, Detail, Item, Lead, Stated
from sanudo.records import EventMention

Value: TypeAlias = Stated | Amount | Lead | Item


def together(mentions: Sequence[EventMention]) -> Detail | None:
    """The fullest record that the mentions of one event give, the best first; None where the kind of the best has none.

    Of a field with one value the first mention that has one is heard; a list takes each value once. Mentions of another sort of record
    add nothing. A value that is not of the best mention's article names its own.
    """
    best = mentions[0]
    sort = DETAILS.get(best.kind)
    if sort is None:
        return None
    told = [(m.detail, m.article_id if m.article_id != best.article_id else None) for m in mentions]
    alike = [(detail, article) for detail, article in told if type(detail) is sort]
    values: dict[str, Any] = {f.name: _joined(_values(alike, f.name), f.default == ()) for f in fields(sort)}
    return sort(**values)


def _values(told: Iterable[tuple[Any, str | None]], name: str) -> Iterator[Value]:
    for detail, article in told:
        value = getattr(detail, name)
        for one in value if isinstance(value, tuple) else filter(None, (value,)):
            yield replace(one, article_id=article) if article else one


def _joined(values: Iterator[Value], many: bool) -> Value | tuple[Value, ...] | None:
    if not many:
        return next(values, None)
    first: dict[tuple[object, ...], Value] = {}
    for value in values:
        first.setdefault(_key(value), value)
    return tuple(value for value in first.values() if not _is_short_for_another(value, first.values()))


def _is_short_for_another(value: Value, others: Iterable[Value]) -> bool:
    """Whether a person stands among these with more of the name: "Tokayev" beside "Kassym-Jomart Tokayev"."""
    if not isinstance(value, Lead) or not value.name:
        return False
    names = (other.name for other in others if isinstance(other, Lead) and other.name and other.state == value.state)
    return any(name.casefold().endswith(f" {value.name.casefold()}") for name in names)


def _key(value: Value) -> tuple[object, ...]:
    """What makes two values of a list one."""
    match value:
        case Stated(value=words):
            return ("stated", words.casefold())
        case Amount(value=number, unit=unit, upto=upto):
            return ("amount", number, unit, upto)
        case Lead(name=name, state=state, office=office, rank=rank):
            return ("lead", state, name or office or rank)
        case Item(designation=designation, sort=sort, text=text):
            return ("item", (designation or sort or text).casefold())
