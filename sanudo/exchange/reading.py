"""Files of event data, row by row: guessed, opened, each row an entry or a fault with its line and reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from sanudo.errors import InputError
from sanudo.exchange import FORMATS, gdelt, icews, polecat, quadruples
from sanudo.exchange.forms import Format, Reader, RowError
from sanudo.records import Entry, Origin
from sanudo.serial import content_id

# No row of any format is longer; of a longer line nothing is kept in memory.
LONGEST = 16 * 1024 * 1024
_SEEN = 64 * 1024


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that was left out: its file, its line, and why."""

    file: str
    line: int
    reason: str


def guess(path: Path) -> Format | None:
    """The format of a file by its content; None where that is not plain to see."""
    try:
        with path.open("rb") as stream:
            line = stream.readline(_SEEN).decode("utf-8-sig", "replace")
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror})") from error
    found = None
    if line.startswith("{") and '"actor"' in line and '"event"' in line:
        found = "plover"
    elif polecat.heads(line):
        found = polecat.NAME
    elif icews.heads(line):
        found = icews.NAME
    elif line.count("\t") == len(gdelt.COLUMNS) - 1 and line.partition("\t")[0].isdigit():
        found = gdelt.NAME
    elif quadruples.is_row(line) and (path.absolute().parent / quadruples.ENTITIES).is_file():
        found = quadruples.NAME
    return FORMATS[found] if found else None


def read_file(path: Path, form: Format, reader: Reader, name: str) -> Iterator[Entry | Fault]:
    """Every row of a file as an entry, or as the fault for which it is left out. `name` is what origins call the file.

    The id of a row is made of its format, its content, and how often the same content stood above it: the same file again, or a
    longer one, gives the same ids.

    Raises:
        InputError: the file cannot be read, or begins with no such headings.
    """
    seen: Counter[str] = Counter()
    try:
        with path.open("rb") as stream:
            header = _header(stream, form, reader, name)
            for number, raw in enumerate(_lines(stream), 2 if reader.heading else 1):
                if raw and not raw.strip(b" \r\n"):
                    continue
                yield _taken(raw, Origin(form.name, name, number, "", header), reader, seen)
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror})") from error


def _header(stream: BinaryIO, form: Format, reader: Reader, name: str) -> str:
    if not reader.heading:
        return reader.header
    line = stream.readline(_SEEN).decode("utf-8", "replace")
    if not reader.heads(line.removeprefix("\ufeff")):
        raise InputError(f"{name}: line 1 does not name the {len(form.columns)} columns of {form.name}")
    return line


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """Lines with their ends; one that is too long is empty."""
    while line := stream.readline(LONGEST):
        if len(line) < LONGEST or line.endswith(b"\n"):
            yield line
            continue
        while (rest := stream.readline(LONGEST)) and not rest.endswith(b"\n"):
            pass
        yield b""


def _taken(raw: bytes, origin: Origin, reader: Reader, seen: Counter[str]) -> Entry | Fault:
    if not raw:
        return Fault(origin.file, origin.line, f"a line of more than {LONGEST:,} bytes")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return Fault(origin.file, origin.line, "not UTF-8")
    told = text.rstrip("\r\n")
    key = content_id("i1", f"{origin.format}\n{reader.header}\n{told}".encode())
    id = content_id("i1", f"{key}\n{seen[key]}".encode()) if seen[key] else key
    try:
        entry = reader.parse(id, Origin(origin.format, origin.file, origin.line, text, origin.header))
    except RowError as fault:
        return Fault(origin.file, origin.line, str(fault))
    seen[key] += 1
    return entry
