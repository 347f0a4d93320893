"""The JSON forms of the records: the wire form of `sanudo code`, and whole records for storage.

Use `event_to_wire` for what other programs read (the contract of `docs/records.md`), `pack` and `unpack` where a record
must come back as it was.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, fields, is_dataclass
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from sanudo.details import DETAILS, Detail
from sanudo.records import Attribution, EventMention, Participant

T = TypeVar("T")
# The hint of a field that holds a record of defence diplomacy: of which class, its kind tells.
_DETAIL = Detail | None


def canonical(value: Any) -> str:
    """Compact JSON with sorted keys: the same value gives the same text on every machine."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def content_id(tag: str, value: Any) -> str:
    """An id made of the content: `tag:` and 128 bits of the SHA-256 of its canonical JSON (of the bytes, for bytes)."""
    raw = value if isinstance(value, bytes) else canonical(value).encode()
    return f"{tag}:{hashlib.sha256(raw).hexdigest()[:32]}"


def plain(record: Any) -> Any:
    """A record as plain JSON values, every field kept."""
    return asdict(record)


def pack(record: Any) -> str:
    """A record as canonical JSON. `unpack` is its inverse."""
    return canonical(plain(record))


def pack_short(record: Any) -> str:
    """A record as canonical JSON without the fields that have their defaults. `unpack` is its inverse too."""
    return canonical(_short(record))


def _short(value: Any) -> Any:
    if is_dataclass(value):
        given = ((f.name, f.default, getattr(value, f.name)) for f in fields(value))
        return {name: _short(item) for name, default, item in given if item not in (default, {})}
    return [_short(item) for item in value] if isinstance(value, tuple) else value


def unpack(cls: type[T], text: str) -> T:
    """The record of class `cls` that `pack` wrote.

    Raises:
        TypeError: a field is unknown or missing.
    """
    record: T = _build(cls, json.loads(text))
    return record


@cache  # working types out takes longer than building a record from them
def _hints(cls: type) -> dict[str, Any]:
    hints = get_type_hints(cls)
    return {f.name: hints[f.name] for f in fields(cls)}


def _build(hint: Any, value: Any) -> Any:
    if value is None:
        return None
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        (inner,) = (a for a in get_args(hint) if a is not type(None))
        return _build(inner, value)
    if origin is tuple:
        return tuple(_build(get_args(hint)[0], v) for v in value)
    if isinstance(hint, type) and is_dataclass(hint):
        hints = _hints(hint)
        if unknown := set(value) - set(hints):
            raise TypeError(f"{hint.__name__} has no field {', '.join(sorted(unknown))}")
        return hint(**{name: _build(_narrowed(hints[name], value), v) for name, v in value.items()})
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(value)
    return value if hint else None


def _narrowed(hint: Any, record: dict[str, Any]) -> Any:
    """The hint of a field; the class of a detail is that of its record's kind."""
    return DETAILS.get(record["kind"]) if hint == _DETAIL else hint


def detail_to_wire(detail: Detail | None) -> dict[str, Any] | None:
    """A record as `sanudo code` writes it, every field there; a value names its article only if it is another's."""
    return None if detail is None else {name: _own(value) for name, value in plain(detail).items()}


def _own(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _own(part) for key, part in value.items() if key != "article_id" or part is not None}
    return [_own(part) for part in value] if isinstance(value, list | tuple) else value


def participant_to_wire(party: Participant) -> dict[str, Any]:
    """A participant as `sanudo code` writes it."""
    return {
        "state": party.state,
        "sector": party.sector,
        "name": party.name,
        "office": party.office,
        "rank": party.rank,
        "text": party.text,
        "span": [party.start, party.end],
    }


def attribution_to_wire(said: Attribution) -> dict[str, Any]:
    """An attribution as `sanudo code` writes it."""
    return {
        "text": said.text,
        "cue": said.cue,
        "span": [said.start, said.end],
        "states": list(said.states),
        "name": said.name,
        "through": list(said.through),
    }


def event_to_wire(mention: EventMention) -> dict[str, Any]:
    """An event mention as `sanudo code` writes it."""
    said = mention.attribution
    where = mention.where
    return {
        "type": mention.type,
        "mode": mention.mode,
        "contexts": list(mention.contexts),
        "kind": str(mention.kind),
        "actors": [participant_to_wire(p) for p in mention.actors],
        "recipients": [participant_to_wire(p) for p in mention.recipients],
        "symmetric": mention.symmetric,
        "when": mention.when,
        "when_basis": mention.when_basis and str(mention.when_basis),
        "where": where and plain(where),
        "status": str(mention.status),
        "attribution": said and attribution_to_wire(said),
        "detail": detail_to_wire(mention.detail),
        "confidence": mention.confidence,
        "evidence": [{"start": e.start, "end": e.end, "text": e.text} for e in mention.evidence],
        "coder": mention.coder,
        "model": mention.model,
    }
