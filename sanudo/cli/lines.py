"""Lines of JSON: read one by one, each an object or a refusal, and written one by one."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO, Any

from sanudo.cli.output import talk
from sanudo.records import Reason, Refusal

Check = Callable[[dict[str, Any]], str | None]


@dataclass(frozen=True, slots=True)
class Ask:
    """A line of the input: its id if it gave one, its values, and why it cannot be answered if it cannot."""

    id: str | int | None
    values: dict[str, Any]
    refusal: Refusal | None = None


def asks(lines: IO[bytes], fault: Check) -> Iterator[Ask]:
    """The lines of a stream; empty ones are passed over. `fault` says what is wrong with an object that has a text."""
    if lines.isatty():
        talk("Type lines of JSON, or give a FILE; an empty line does nothing, Ctrl-D ends.")
    for number, raw in enumerate(lines, 1):
        if raw.strip():
            yield _ask(number, raw, fault)


def _ask(number: int, raw: bytes, fault: Check) -> Ask:
    def refused(reason: Reason, note: str, id: str | int | None = None) -> Ask:
        return Ask(id, {}, Refusal(reason, None, f"line {number}: {note}"))

    try:
        values = json.loads(raw.decode("utf-8-sig" if number == 1 else "utf-8"))
    except UnicodeDecodeError:
        return refused(Reason.BAD_ENCODING, "not UTF-8")
    except (ValueError, RecursionError) as error:
        return refused(Reason.BAD_FORMAT, f"not JSON ({error})")
    if not isinstance(values, dict):
        return refused(Reason.BAD_FORMAT, "not a JSON object")
    id = values.get("id")
    if not isinstance(id, str | int | None):
        return refused(Reason.BAD_FORMAT, '"id" is neither a text nor a number nor null')
    if not isinstance(values.get("text"), str):
        return refused(Reason.BAD_FORMAT, '"text" is missing or not a text', id)
    wrong = fault(values)
    return refused(Reason.BAD_FORMAT, wrong, id) if wrong else Ask(id, values)


def put(record: dict[str, Any]) -> None:
    """Write one object as one line, and let it go at once: whoever waits for it may send the next only then."""
    line = json.dumps(record, ensure_ascii=False) + "\n"
    sys.stdout.buffer.write(line.encode("utf-8", "backslashreplace"))  # half a surrogate pair becomes its JSON escape
    sys.stdout.buffer.flush()
