from __future__ import annotations

import codecs
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanudo.read.decode import Decoded, binary_kind, decode, stream_encoding
from sanudo.records import Reason, Refusal

TEXT = "“We’ll sign,” the minister said in São Tomé – twice. Señor Peña agreed. " * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_text_comes_back(encoding: str) -> None:
    found = decode(TEXT.encode(encoding))
    assert isinstance(found, Decoded)
    assert found.text == TEXT
    assert found.guess == ("Windows-1252" if encoding == "cp1252" else None)


@pytest.mark.parametrize("label", ["iso-8859-1", "windows-1252", "us-ascii"])
def test_declared_encodings_are_read_as_browsers_do(label: str) -> None:
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={label}"></head>{TEXT}</html>'
    found = decode(page.encode("cp1252"))
    assert isinstance(found, Decoded)
    assert TEXT in found.text
    assert found.guess is None


def test_utf8_wins_over_a_wrong_declaration() -> None:
    found = decode(f'<meta charset="iso-8859-1">{TEXT}'.encode())
    assert isinstance(found, Decoded)
    assert TEXT in found.text


def test_declared_codecs_that_are_no_page_encoding_are_ignored() -> None:
    found = decode(b'<meta charset="unicode_escape">caf\xe9 \\x41 and so on in a long plain line of text')
    assert isinstance(found, Decoded)
    assert "\\x41" in found.text


def test_cyrillic_is_guessed() -> None:
    text = "Россия и Пакистан подписали договор о военном сотрудничестве. " * 3
    found = decode(text.encode("cp1251"))
    assert isinstance(found, Decoded)
    assert (found.text, found.guess) == (text, "Windows-1251")


def test_one_damaged_character_makes_no_other_encoding() -> None:
    raw = TEXT.encode()
    found = decode(raw[:100] + b"\xff" + raw[100:])
    assert isinstance(found, Decoded)
    assert found.text.count("\ufffd") == 1
    assert found.guess == "UTF-8 with damaged characters"


def test_what_fits_nothing_is_refused() -> None:
    found = decode(b"\x81\x8d\x8f\x90\x9d" * 40 + b"\xff\xfe" * 30)
    assert isinstance(found, Refusal)
    assert found.reason is Reason.BAD_ENCODING
    assert "UTF-8" in found.note


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"abc\0\0\1\2\3def" * 5, "binary"),
    ],
)
def test_binary_kinds(head: bytes, kind: str) -> None:
    found = binary_kind(head)
    assert found is not None
    assert kind in found


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "cp1252"])
def test_text_is_not_binary(encoding: str) -> None:
    assert binary_kind(TEXT.encode(encoding)) is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_encoding_of_a_stream(encoding: str) -> None:
    stream = io.BytesIO(("plain ascii to begin with\n" * 4000 + TEXT).encode(encoding))
    found = stream_encoding(stream)
    assert isinstance(found, str)
    assert stream.tell() == 0
    assert stream.read().decode(found).endswith(TEXT)


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_a_refusal(raw: bytes) -> None:
    assert isinstance(decode(raw), Decoded | Refusal)
    assert isinstance(stream_encoding(io.BytesIO(raw)), str | Refusal)


def test_marks_are_no_part_of_the_text() -> None:
    found = decode(codecs.BOM_UTF8 + b"Oman")
    assert isinstance(found, Decoded)
    assert found.text == "Oman"
