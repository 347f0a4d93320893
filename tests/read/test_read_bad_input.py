"""Every kind of bad input: a problem that says where and what, and the rest is read."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sanudo.read import read_sources
from sanudo.records import Article, ReadProblem, Reason

TEXT = "Kenya and Uganda agreed on Monday to share a rail line, both transport ministries said."
GOOD = json.dumps({"text": TEXT})


def lines(*content: str) -> bytes:
    return "\n".join(content).encode()


def truncated_parquet() -> bytes:
    sink = pa.BufferOutputStream()
    pq.write_table(pa.table({"text": [TEXT] * 50}), sink)
    return sink.getvalue().to_pybytes()[:-40]


def parquet(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink)
    return sink.getvalue().to_pybytes()


CASES: list[tuple[str, str, Callable[[], bytes], Reason, str, str]] = [
    ("empty", "a.txt", lambda: b"", Reason.EMPTY, "", "empty"),
    ("blank", "a.txt", lambda: b" \n\n\t", Reason.EMPTY, "", "empty"),
    ("empty html", "a.html", lambda: b"", Reason.EMPTY, "", "empty"),
    ("empty parquet", "a.parquet", lambda: b"", Reason.EMPTY, "", "empty"),
    ("pdf", "a.txt", lambda: b"%PDF-1.4\n...", Reason.BINARY, "", "PDF"),
    ("zip", "a.docx", lambda: b"PK\x03\x04\0\0", Reason.BINARY, "", "ZIP"),
    ("image called html", "a.html", lambda: b"\x89PNG\r\n\x1a\n\0\0", Reason.BINARY, "", "PNG"),
    ("zeros", "a.dat", lambda: b"abc\0def\0" * 50, Reason.BINARY, "", "binary"),
    ("wrong encoding", "a.txt", lambda: b"\x81\x8d\x8f\x90\x9d" * 60, Reason.BAD_ENCODING, "", "UTF-8"),
    ("encoding of a line", "a.jsonl", lambda: b'{"text": "\xff\xfe"}', Reason.BAD_ENCODING, "#line 1", "UTF-8"),
    ("one long line", "a.txt", lambda: b"a" * 50_000_000, Reason.TOO_LONG, "", "20,000,000"),
    ("one long line of JSON", "a.jsonl", lambda: b'{"text": "' + b"a" * 50_000_000, Reason.TOO_LONG, "#line 1", "line"),
    ("one long line of CSV", "a.csv", lambda: b"text\n" + b"a" * 50_000_000, Reason.TOO_LONG, "#line 2", "1,000,000"),
    ("one long header of CSV", "a.csv", lambda: b"a" * 50_000_000, Reason.BAD_FORMAT, "", "column"),
    ("long article", "a.txt", lambda: (TEXT.encode() + b"\n") * 15_000, Reason.TOO_LONG, "", "1,000,000"),
    ("page without text", "a.html", lambda: b"<html><body><a href='/'>Home</a></body></html>", Reason.NO_TEXT, "", "page"),
    ("only furniture", "a.txt", lambda: b"Skip to content\nShare this:\nLeave a Reply", Reason.NO_TEXT, "", "menus"),
    ("broken line", "a.jsonl", lambda: lines(GOOD, '{"text": "x', GOOD + " "), Reason.BAD_FORMAT, "#line 2", "JSON"),
    ("line without text", "a.jsonl", lambda: lines('{"id": 1}'), Reason.BAD_FORMAT, "#line 1", "no text"),
    ("line that is a list", "a.jsonl", lambda: lines("[1]"), Reason.BAD_FORMAT, "#line 1", "no object"),
    ("text that is a number", "a.jsonl", lambda: lines('{"text": 7}'), Reason.BAD_FORMAT, "#line 1", "a number"),
    ("text that is a list", "a.jsonl", lambda: lines('{"text": []}'), Reason.BAD_FORMAT, "#line 1", "a list"),
    ("nested JSON", "a.jsonl", lambda: lines('{"a":' * 100_000), Reason.BAD_FORMAT, "#line 1", "deep"),
    ("nested JSON file", "a.json", lambda: b"[" * 100_000, Reason.BAD_FORMAT, "", "deep"),
    ("large number", "a.jsonl", lambda: b'{"text": ' + b"9" * 10_000 + b"}", Reason.BAD_FORMAT, "#line 1", "large"),
    ("JSON of another shape", "a.json", lambda: b'{"status": "ok"}', Reason.BAD_FORMAT, "", "shape"),
    ("JSON that is a string", "a.json", lambda: b'"text"', Reason.BAD_FORMAT, "", "shape"),
    ("broken JSON", "a.json", lambda: b'{"text": ', Reason.BAD_FORMAT, "", "character"),
    ("CSV without text", "a.csv", lambda: lines("id,name", "1,x"), Reason.BAD_FORMAT, "", "id, name"),
    ("CSV row of other length", "a.csv", lambda: lines("id,text", "1,a,b"), Reason.BAD_FORMAT, "#line 2", "3 in this row"),
    ("CSV with an open quote", "a.csv", lambda: lines("id,text", '1,"abc', "2,def"), Reason.BAD_FORMAT, "#line 2", "CSV"),
    ("truncated Parquet", "a.parquet", truncated_parquet, Reason.BAD_FORMAT, "", "Parquet"),
    ("Parquet that is none", "a.parquet", lambda: b"text only", Reason.BAD_FORMAT, "", "Parquet"),
    ("Parquet without text", "a.parquet", lambda: parquet(pa.table({"n": [1]})), Reason.BAD_FORMAT, "", "column"),
    ("feed that is none", "a.rss", lambda: b"plain words", Reason.BAD_FORMAT, "", "feed"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "content", "reason", "where", "words"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_a_problem_says_where_and_what_and_reading_goes_on(
    tmp_path: Path, name: str, content: Callable[[], bytes], reason: Reason, where: str, words: str
) -> None:
    bad, good = tmp_path / name, tmp_path / "z.txt"
    bad.write_bytes(content())
    good.write_text(TEXT, encoding="utf-8")
    *found, last = read_sources([bad, good])
    problems = [item for item in found if isinstance(item, ReadProblem)]
    assert [(p.refusal.reason, p.origin) for p in problems] in ([(reason, f"{bad}{where}")], [(reason, f"{bad}{where}#item 1")])  # fmt: skip
    assert words in problems[0].refusal.note
    assert isinstance(last, Article)
    assert last.origin == str(good)


def test_the_rows_around_a_broken_one_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(lines(GOOD, "{", json.dumps({"text": f"{TEXT} Again."})))
    assert [item.origin.rpartition("#")[2] for item in read_sources([path])] == ["line 1", "line 2", "line 3"]


def test_ids_used_twice_in_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(lines(*(json.dumps({"id": 1, "text": f"{TEXT} Version {n}."}) for n in range(2))))
    first, second = read_sources([path])
    assert isinstance(first, Article)
    assert isinstance(second, ReadProblem)
    assert (second.refusal.reason, second.origin) == (Reason.DUPLICATE, f"{path}#line 2")
    assert first.origin in second.refusal.note


def test_ids_of_two_files_are_two_things(tmp_path: Path) -> None:
    for n in range(2):
        (tmp_path / f"{n}.jsonl").write_bytes(lines(json.dumps({"id": 1, "text": f"{TEXT} Version {n}."})))
    assert [type(item) for item in read_sources([tmp_path])] == [Article, Article]


def test_the_same_file_twice(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    first, second = read_sources([tmp_path])
    assert isinstance(second, ReadProblem)
    assert second.refusal.reason is Reason.DUPLICATE
    assert first.origin in second.refusal.note


def test_a_date_in_the_future_is_kept_out(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(lines(json.dumps({"text": TEXT, "date": "2031-05-01"})))
    (article,) = read_sources([path], today="2018-08-07")
    assert isinstance(article, Article)
    assert article.published is None
    assert [(r.reason, r.field) for r in article.refusals] == [(Reason.FUTURE_DATE, "published")]


def test_another_language_is_kept_and_marked(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "Kenia y Uganda acordaron el lunes compartir una línea de tren, dijo el ministerio.", encoding="utf-8"
    )
    (article,) = read_sources([path], published="2018-08-07")
    assert isinstance(article, Article)
    assert article.language == "es"
    assert [(r.reason, r.field) for r in article.refusals] == [(Reason.NOT_ENGLISH, None)]


def test_a_guessed_encoding_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(f"{TEXT} “Twice,” said Señor Peña.".encode("cp1252"))
    (article,) = read_sources([path], published="2018-08-07")
    assert isinstance(article, Article)
    assert "“Twice,” said Señor Peña." in article.text
    assert [(r.reason, r.field) for r in article.refusals] == [(Reason.BAD_ENCODING, "text")]
    assert "Windows-1252" in article.refusals[0].note


def test_an_unreadable_file_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    (problem,) = read_sources([path])
    assert isinstance(problem, ReadProblem)
    assert (problem.refusal.reason, problem.origin) == (Reason.MISSING, str(path))
    assert "Permission denied" in problem.refusal.note
