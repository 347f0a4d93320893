"""JSON lines, and JSON files that hold one article or a list of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from sanudo.read.article import Draft, problem
from sanudo.read.rows import has_text, known_columns, row_draft, row_values
from sanudo.records import ReadProblem, Reason, Refusal

# A line is one article with its metadata, perhaps as HTML; a longer one is no line-based file.
MAX_LINE_BYTES = 20_000_000
# A JSON file is read whole, and takes some four times its size in memory; JSON lines have no such limit.
MAX_JSON_BYTES = 100_000_000
# What the parser says of a second object after the first: the file has lines, whatever it is called.
_EXTRA = "Extra data"
_LINES, _ITEMS = "application/x-ndjson", "application/json"


def read_json_lines(stream: BinaryIO, origin: str) -> Iterator[Draft | ReadProblem]:
    """An article a line; a line that is none is a problem with its number."""
    for number, line in enumerate(_bounded_lines(stream), start=1):
        where = f"{origin}#line {number}"
        if line is None:
            yield problem(where, Reason.TOO_LONG, f"the line is longer than {MAX_LINE_BYTES:,} bytes; skipped")
        elif line.strip():
            yield _line_draft(line.removeprefix(b"\xef\xbb\xbf").strip(b"\r\n"), where)


def read_json(stream: BinaryIO, origin: str) -> Iterator[Draft | ReadProblem]:
    """The articles of a JSON file: a list of objects, one object, or an object with such a list."""
    raw = stream.read(MAX_JSON_BYTES + 1)
    if len(raw) > MAX_JSON_BYTES:
        note = f"a JSON file over {MAX_JSON_BYTES:,} bytes; skipped. JSON lines (one object a line) may be of any size"
        yield problem(origin, Reason.TOO_LONG, note)
        return
    value = _loaded(raw)
    if isinstance(value, Refusal) and _EXTRA in value.note:
        stream.seek(0)
        yield from read_json_lines(stream, origin)
    elif isinstance(value, Refusal):
        yield ReadProblem(origin, value)
    elif isinstance(value, dict) and has_text(known_columns(value)):
        yield _object_draft(value, origin, None, _ITEMS)
    else:
        yield from _list_drafts(value, origin)


def _line_draft(line: bytes, origin: str) -> Draft | ReadProblem:
    value = _loaded(line)
    return ReadProblem(origin, value) if isinstance(value, Refusal) else _object_draft(value, origin, line, _LINES)


def _list_drafts(value: Any, origin: str) -> Iterator[Draft | ReadProblem]:
    items = value if isinstance(value, list) else _list_in(value)
    if not any(isinstance(item, dict) and has_text(known_columns(item)) for item in items):
        note = "JSON of another shape: neither an object with a text nor a list of such objects; skipped"
        yield problem(origin, Reason.BAD_FORMAT, note)
        return
    for number, item in enumerate(items, start=1):
        yield _object_draft(item, f"{origin}#item {number}", None, _ITEMS)


def _list_in(value: Any) -> list[Any]:
    lists = (v for v in value.values() if isinstance(v, list)) if isinstance(value, dict) else ()
    return next((found for found in lists if any(isinstance(item, dict) for item in found)), [])


def _object_draft(value: Any, origin: str, key: bytes | None, media_type: str) -> Draft | ReadProblem:
    if not isinstance(value, dict):
        return problem(origin, Reason.BAD_FORMAT, "JSON, but no object with an article's text; skipped")
    values = row_values(value, known_columns(value))
    return row_draft(values, origin, values if key is None else key, media_type)


def _loaded(raw: bytes) -> Any:
    try:
        return json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return Refusal(Reason.BAD_ENCODING, None, f"not UTF-8, as JSON must be (byte {error.start + 1}); skipped")
    except json.JSONDecodeError as error:
        fault = error.msg.removesuffix(" at")
        return Refusal(Reason.BAD_FORMAT, None, f"broken JSON: {fault} at character {error.pos + 1}; skipped")
    except (RecursionError, ValueError):
        return Refusal(Reason.BAD_FORMAT, None, "JSON that is nested too deeply or holds too large a number; skipped")


def _bounded_lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """The lines of a file; None for one that is too long."""
    while line := stream.readline(MAX_LINE_BYTES):
        if len(line) < MAX_LINE_BYTES or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(MAX_LINE_BYTES)
        yield None
