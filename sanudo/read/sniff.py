"""What a file is, by its first bytes and its name."""

from __future__ import annotations

import json
import re
from enum import StrEnum
from pathlib import PurePath

from sanudo.read.decode import HEAD_BYTES, binary_kind, decode
from sanudo.read.rows import DELIMITERS, has_text, header_names, known_columns
from sanudo.records import Reason, Refusal


class Format(StrEnum):
    """The formats that are read."""

    TEXT = "text"
    HTML = "html"
    JSON = "json"
    JSON_LINES = "json lines"
    CSV = "csv"
    PARQUET = "parquet"
    FEED = "feed"


SUFFIXES = {
    ".txt": Format.TEXT, ".text": Format.TEXT, ".md": Format.TEXT,
    ".html": Format.HTML, ".htm": Format.HTML, ".xhtml": Format.HTML,
    ".json": Format.JSON, ".jsonl": Format.JSON_LINES, ".ndjson": Format.JSON_LINES,
    ".csv": Format.CSV, ".tsv": Format.CSV, ".tab": Format.CSV,
    ".parquet": Format.PARQUET, ".pq": Format.PARQUET,
    ".rss": Format.FEED, ".atom": Format.FEED, ".rdf": Format.FEED, ".xml": Format.FEED,
}  # fmt: skip
_PROLOGUE = r"\s*(?:<\?[^>]*>\s*|<!--.*?-->\s*|<!doctype[^>\[]*(?:\[[^\]]*\]\s*)?>\s*)*"
_FEED = re.compile(_PROLOGUE + r"<(?:\w+:)?(?:rss|feed|rdf)\b", re.IGNORECASE | re.DOTALL)
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_FRAGMENT = re.compile(r"\s*<(?:article|div|section|main|p|h1|table|meta|title)\b[^>]*>", re.IGNORECASE)
# What briefs begin with: read as reports they would bear witness to themselves.
_OWN, _OWN_WITHIN = b"<!-- Made by Sanudo -->", 200
_FIRST_LINE = re.compile(r"[^\r\n]*")
_XML = re.compile(r"\s*<\?xml\b")


def sniff(head: bytes, name: str) -> Format | Refusal:
    """The format of a file that begins with `head` (at most `HEAD_BYTES`) and is called `name`, or why it is not read."""
    if head.startswith(b"PAR1"):
        return Format.PARQUET
    if kind := binary_kind(head):
        return Refusal(Reason.BINARY, None, f"looks like {kind}, not text; skipped")
    if len(head) < HEAD_BYTES and not head.strip(b"\0\t\n\r\x0b\x0c \xef\xbb\xbf\xff\xfe"):
        return Refusal(Reason.EMPTY, None, "the file is empty; skipped")
    if _OWN in head[:_OWN_WITHIN]:
        return Refusal(Reason.BAD_FORMAT, None, "a brief that Sanudo wrote, and no report; skipped")
    suffix = SUFFIXES.get(PurePath(name).suffix.lower())
    if suffix is Format.PARQUET:
        return Refusal(Reason.BAD_FORMAT, None, "called Parquet, but it is not, or its beginning is lost; skipped")
    decoded = decode(_whole_characters(head))
    text = "" if isinstance(decoded, Refusal) else decoded.text
    return _by_content(text, suffix) or _by_name(text, suffix)


def _by_content(text: str, suffix: Format | None) -> Format | None:
    """The format that content gives away whatever its name."""
    if _FEED.match(text):
        return Format.FEED
    if _HTML.match(text) or (_FRAGMENT.match(text) and "</" in text):
        return Format.HTML
    if suffix not in (Format.JSON, Format.JSON_LINES) and text.lstrip().startswith(("{", "[{")):
        return _json_format(text, suffix)
    return Format.CSV if suffix is None and _is_table(text) else None


def _by_name(text: str, suffix: Format | None) -> Format | Refusal:
    if suffix is Format.FEED:
        kind = "XML, but no RSS or Atom feed" if _XML.match(text) else "called a feed, but it is not"
        return Refusal(Reason.BAD_FORMAT, None, f"{kind}; skipped")
    if suffix is None and _XML.match(text):
        return Refusal(Reason.BAD_FORMAT, None, "XML, but no RSS or Atom feed; skipped")
    return suffix or Format.TEXT


def _json_format(text: str, suffix: Format | None) -> Format | None:
    """Whether what looks like JSON is lines of it, one object, or (with a name that says so) a text."""
    first, _, rest = text.lstrip().partition("\n")
    try:
        is_object = isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return Format.JSON if suffix is None else None
    return Format.JSON_LINES if is_object and rest.strip() else Format.JSON


def _is_table(text: str) -> bool:
    """Whether the first line is a header: two known columns or more, one of them with text."""
    header = _FIRST_LINE.match(text.lstrip("\ufeff"))
    for delimiter in DELIMITERS:
        names = header_names(header[0] if header else "", delimiter)
        columns = known_columns(names)
        if len(columns) > 1 and has_text(columns) and all(len(name) < 40 for name in names):
            return True
    return False


def _whole_characters(head: bytes) -> bytes:
    """The head of a file, without the part of a character or of a UTF-8 sequence that the cut may have left."""
    return head if len(head) < HEAD_BYTES else head[: head.rfind(b"\n") + 1] or head[:-4]
