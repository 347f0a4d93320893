"""Bytes as text, and bytes that are none."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import BinaryIO

from charset_normalizer import from_bytes

from sanudo.records import Reason, Refusal

HEAD_BYTES = 65_536
# What the bytes of files that hold no plain text begin with.
_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive (or an Office document)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"(\xb5/\xfd", "a zstd archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a sound, video or WebP file"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DROPPING_MARK = {
    "utf-8": "utf-8-sig",
    "utf-16-le": "utf-16",
    "utf-16-be": "utf-16",
    "utf-32-le": "utf-32",
    "utf-32-be": "utf-32",
}
# Only encodings of web pages: others (punycode, unicode_escape) turn bytes into something else at any cost.
_DECLARABLE = re.compile(
    r"utf-?(?:8|16(?:le|be)?)|(?:iso-?8859|windows|cp|koi8)[-_]?[\dru]{1,4}|latin-?1|us-ascii|ascii|gb(?:k|2312|18030)"
    r"|big5|euc-(?:jp|kr)|shift[-_]jis|iso-2022-jp|macintosh|tis-620",
    re.IGNORECASE,
)
_DECLARED = re.compile(rb"""<[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_-]{2,20})""", re.IGNORECASE)
# Browsers read these labels as Windows-1252, and pages are written for browsers.
_AS_WINDOWS = frozenset({"iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "us-ascii", "ascii"})
_GUESSES = [f"cp{n}" for n in (1252, 1250, 1251, 1253, 1254, 1255, 1256, 1257)]
# Text in Latin letters has few other characters: typographic quotes, and accents in names.
LATIN_SHARE = 0.8
# A byte or two lost on the way does not make a UTF-8 file something else; one in two hundred characters does.
DAMAGED_SHARE = 0.005
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# A stray control character stands in many old texts; more than one in a hundred bytes is no text.
CONTROL_SHARE = 0.01


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded text, and how it was decoded. `guess`, in words, if that was guessed."""

    text: str
    encoding: str
    guess: str | None = None


def binary_kind(head: bytes) -> str | None:
    """What the first bytes of a file look like, if they are no text: "a PDF document"; else None."""
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head.startswith(tuple(bom for bom, _ in _BOMS)) or _bare_utf16(head):
        return None
    share = len(_CONTROLS.findall(head)) / max(len(head), 1)
    return "binary data" if share > CONTROL_SHARE or b"\0" in head else None


def decode(raw: bytes) -> Decoded | Refusal:
    """The text of some bytes, by their mark, as UTF-8, as they declare, or by a guess; a refusal if nothing fits."""
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return Decoded(raw[len(bom) :].decode(encoding, errors="replace"), encoding)
    for found in (_bare_utf16(raw[:HEAD_BYTES]), "utf-8", _declared(raw)):
        if found and (text := _strict(raw, found)) is not None:
            return Decoded(text, found)
    return _damaged_utf8(raw) or _guess(raw)


def stream_encoding(stream: BinaryIO) -> str | Refusal:
    """The encoding of a text file of any size, as a codec that drops its mark. The file is set back to its beginning."""
    head = stream.read(HEAD_BYTES)
    marked = next((encoding for bom, encoding in _BOMS if head.startswith(bom)), None)
    odd = b"" if marked or _bare_utf16(head) else _first_not_utf8(stream, head)
    stream.seek(0)
    if odd:
        found = decode(odd)
        return found if isinstance(found, Refusal) else found.encoding
    return _DROPPING_MARK.get(marked or "", "") or _bare_utf16(head) or "utf-8"


def _first_not_utf8(stream: BinaryIO, chunk: bytes) -> bytes:
    decoder = codecs.getincrementaldecoder("utf-8")()
    while chunk:
        try:
            decoder.decode(chunk)
        except UnicodeDecodeError:
            return chunk
        chunk = stream.read(HEAD_BYTES)
    return b""


def _strict(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _declared(raw: bytes) -> str | None:
    match = _DECLARED.search(raw[:4096])
    label = match[1].decode().lower() if match else ""
    if label in _AS_WINDOWS:
        return "cp1252"
    return label if _DECLARABLE.fullmatch(label) else None


def _bare_utf16(head: bytes) -> str | None:
    """Latin letters in UTF-16 have a zero in every other byte, and the byte order says in which."""
    low, high = head[::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if half > 1 and max(low, high) > 0.6 * half and min(low, high) < 0.05 * half:
        return "utf-16-le" if high > low else "utf-16-be"
    return None


def _damaged_utf8(raw: bytes) -> Decoded | None:
    text = raw.decode("utf-8", errors="replace")
    good = sum(ch > "\x7f" for ch in text) - text.count("\ufffd")
    if good and text.count("\ufffd") <= DAMAGED_SHARE * len(text):
        return Decoded(text, "utf-8", "UTF-8 with damaged characters")
    return None


def _guess(raw: bytes) -> Decoded | Refusal:
    head = raw[:HEAD_BYTES]
    latin = sum(byte < 0x80 for byte in head) >= LATIN_SHARE * len(head)
    best = None if latin else from_bytes(head, cp_isolation=_GUESSES).best()
    encoding = "cp1252" if latin else best.encoding if best else None
    if encoding and (text := _strict(raw, encoding)) is not None:
        return Decoded(text, encoding, encoding.replace("cp", "Windows-"))
    return Refusal(Reason.BAD_ENCODING, None, "not UTF-8, and no other encoding fits; skipped. Save it as UTF-8")
