"""Reading gives the same articles in any order, and never raises on what files hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sanudo.read import read_sources
from sanudo.read.offsets import to_source
from sanudo.records import Article, ReadProblem

SENTENCE = "Fiji and Tonga agreed on {day} to patrol the strait together, the two navies said."


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Files of all kinds, with articles that stand in two of them and ids that two of them use."""
    folder = tmp_path_factory.mktemp("files")
    monday, friday = SENTENCE.format(day="Monday"), SENTENCE.format(day="Friday")
    contents = {
        "a.txt": monday,
        "b.txt": monday,
        "c.txt": friday,
        "d.jsonl": "\n".join(json.dumps({"id": n, "text": t}) for n, t in enumerate([monday, friday])),
        "e.jsonl": json.dumps({"id": 0, "text": friday}),
        "f.csv": f'id,text\n0,"{monday}"\n1,"{friday}"\n',
        "g.csv": f'text,id\n"{monday}",0\n',
        "h.html": f"<html><body><article><p>{monday}</p><p>{friday}</p></article></body></html>",
        "i.txt": "",
    }
    for name, content in contents.items():
        (folder / name).write_text(content, encoding="utf-8")
    return [folder / name for name in contents]


def read(paths: list[Path]) -> set[tuple[str, str]]:
    return {(item.id, item.text) for item in read_sources(paths) if isinstance(item, Article)}


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_any_order_gives_the_same_articles(files: list[Path], data: st.DataObject) -> None:
    assert read(data.draw(st.permutations(files))) == read(files)


def test_reading_again_gives_the_same(files: list[Path]) -> None:
    assert list(read_sources(files)) == list(read_sources(files))


_SUFFIXES = ["txt", "html", "json", "jsonl", "csv", "parquet", "xml", "", "dat"]
_SCRAPS = [b"<html>", b"<rss>", b"</item>", b"<item>", b"PAR1", b'{"text": "', b'"}', b"\n", b"\r", b"text,id\n", b'"', b",", b"\xff",
           b"\0", b"\xef\xbb\xbf", b"Leave a Reply", b"<p>", b"&amp;", b"[", b"]", SENTENCE.encode(), b"7 Aug 2018", b"(X) -"]  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(_SCRAPS) | st.binary(max_size=6), max_size=20), st.sampled_from(_SUFFIXES))
def test_no_content_raises(tmp_path: Path, scraps: list[bytes], suffix: str) -> None:
    path = tmp_path / f"file.{suffix}"
    path.write_bytes(b"".join(scraps))
    for item in read_sources([path], today="2018-08-07"):
        assert item.origin.startswith(str(path))
        if isinstance(item, ReadProblem):
            assert item.refusal.note
        else:
            assert item.text.strip()
            for segment in item.segments:
                assert to_source(item.segments, segment.start, segment.end) == (
                    segment.source_start,
                    segment.source_end,
                )
