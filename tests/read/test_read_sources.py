from __future__ import annotations

import io
import os
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from sanudo.errors import UsageError
from sanudo.read import count_sources, fetch, read_sources, sources
from sanudo.records import Article, PublishedBasis, ReadProblem, Reason

TEXT = "Laos and Cambodia agreed on Monday to mark the last stretch of their border by the spring."
PAGE = f"<html><head><title>Border to be marked by spring</title></head><body><article><p>{TEXT}</p><p>{TEXT} So it is.</p></article></body></html>"


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def report(number: int) -> str:
    return f"{TEXT} This is report number {number}."


def origins(paths: list[Any], **options: Any) -> list[str]:
    return [item.origin for item in read_sources(paths, **options)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number, name in enumerate(["b.txt", "a.html", "sub/c.txt", "sub/deep/d.md", "e"]):
        write(tmp_path / name, PAGE if name.endswith("html") else report(number))
    for name in [".hidden.txt", ".git/x.txt", "style.css", "README.md", "LICENSE", "sub/photo.jpg"]:
        write(tmp_path / name, report(99))
    return tmp_path


def test_a_folder_is_read_in_the_order_of_names(folder: Path) -> None:
    names = [os.path.relpath(origin, folder) for origin in origins([folder])]
    assert names == ["a.html", "b.txt", "e", os.path.join("sub", "c.txt"), os.path.join("sub", "deep", "d.md")]


def test_sources_are_counted_without_reading(folder: Path) -> None:
    assert count_sources([folder]) == 5
    assert count_sources([folder / "b.txt", "-", "https://news.example/x", folder / "missing.txt"]) == 3
    assert count_sources([str(folder / "*.txt")]) == 1


def test_patterns_that_the_shell_left(folder: Path) -> None:
    assert origins([str(folder / "*.txt")]) == [str(folder / "b.txt")]
    assert origins([str(folder / "**" / "*.txt")]) == [str(folder / "b.txt"), str(folder / "sub" / "c.txt")]


def test_a_file_whose_name_looks_like_a_pattern(tmp_path: Path) -> None:
    path = write(tmp_path / "report [1].txt", report(1))
    assert origins([path]) == [str(path)]


@pytest.mark.parametrize(
    ("name", "reason", "words"),
    [
        ("missing.txt", Reason.MISSING, "no such file"),
        ("*.nothing", Reason.MISSING, "nothing matches"),
        ("empty", Reason.NO_ARTICLES, "no file that could be an article"),
        ("a\0b", Reason.MISSING, "no such file"),
    ],
)
def test_paths_that_mean_nothing(tmp_path: Path, name: str, reason: Reason, words: str) -> None:
    (tmp_path / "empty").mkdir()
    (problem,) = read_sources([os.path.join(tmp_path, name)])
    assert isinstance(problem, ReadProblem)
    assert problem.refusal.reason is reason
    assert words in problem.refusal.note


def test_a_folder_of_other_things_has_no_articles(tmp_path: Path) -> None:
    write(tmp_path / "page_files" / "style.css", "p {}")
    for name in ("a.sanudo", "a.sanudo-lock", "a.sanudo-wal", "a.sanudo-shm"):
        write(tmp_path / name, "")
    (problem,) = read_sources([tmp_path])
    assert isinstance(problem, ReadProblem)
    assert (problem.origin, problem.refusal.reason) == (str(tmp_path), Reason.NO_ARTICLES)


def test_one_bad_path_does_not_stop_the_others(folder: Path) -> None:
    found = list(read_sources([folder / "missing.txt", folder / "b.txt"]))
    assert [type(item) for item in found] == [ReadProblem, Article]


def test_names_that_are_no_text_are_printable(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt")
    try:
        with open(path, "wb") as out:
            out.write(report(1).encode())
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    (article,) = read_sources([os.fsdecode(path)])
    assert article.origin.encode().endswith("caf\ufffd.txt".encode())


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (report(1), "text/plain"),
        (PAGE, "text/html"),
        (f'{{"text": "{TEXT}"}}\n', "application/json"),
        (f'{{"text": "{TEXT}"}}\n{{"text": "{TEXT} So it is."}}\n', "application/x-ndjson"),
    ],
)
def test_standard_input_is_told_by_its_content(content: str, media_type: str) -> None:
    article, *_ = read_sources(["-"], stdin=io.BytesIO(content.encode()))
    assert isinstance(article, Article)
    assert article.media_type == media_type
    assert article.origin.startswith("standard input")


def test_a_pipe_is_read(tmp_path: Path) -> None:
    if not hasattr(os, "pipe"):
        pytest.skip("no pipes here")
    reader, writer = os.pipe()
    os.write(writer, report(1).encode())
    os.close(writer)
    with os.fdopen(reader, "rb") as stream:
        (article,) = read_sources(["-"], stdin=stream)
    assert isinstance(article, Article)


def test_a_url_is_fetched_when_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def fetch(url: str) -> bytes:
        asked.append(url)
        return PAGE.encode()

    monkeypatch.setattr(sources, "fetch", fetch)
    (article,) = read_sources(["https://www.news.example/2018/08/07/border"])
    assert isinstance(article, Article)
    assert asked == ["https://www.news.example/2018/08/07/border"]
    assert (article.url, article.publisher) == (asked[0], "news.example")
    assert (article.published, article.published_basis) == ("2018-08-07", PublishedBasis.URL)


def test_a_url_that_cannot_be_had(monkeypatch: pytest.MonkeyPatch) -> None:
    def fetch(url: str) -> bytes:
        raise OSError("no answer")

    monkeypatch.setattr(sources, "fetch", fetch)
    (problem,) = read_sources(["http://news.example/x"])
    assert isinstance(problem, ReadProblem)
    assert problem.refusal.reason is Reason.MISSING
    assert problem.refusal.note == "cannot be read (no answer); skipped"


def test_a_url_inside_an_article_is_not_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "fetch", lambda url: pytest.fail(f"fetched {url}"))
    path = write(
        tmp_path / "c.txt", f"https://news.example/2018/08/07/border\n\nBorder to be marked by spring\n\n{TEXT}\n"
    )
    (article,) = read_sources([path])
    assert isinstance(article, Article)
    assert article.url == "https://news.example/2018/08/07/border"
    assert article.text.startswith("Border to be marked")


def test_what_the_user_says_holds_for_all(folder: Path) -> None:
    found = list(read_sources([folder], published="2018-08", publisher="The Archive"))
    assert {(a.published, a.published_basis, a.publisher) for a in found if isinstance(a, Article)} == {
        ("2018-08", PublishedBasis.GIVEN, "The Archive")
    }


def test_a_path_of_nothing_is_named_too() -> None:
    (problem,) = read_sources([""])
    assert isinstance(problem, ReadProblem)
    assert (problem.origin, problem.refusal.reason) == ("''", Reason.MISSING)


def test_a_given_date_in_the_future_is_misuse() -> None:
    with pytest.raises(UsageError, match="2041-05 is after today, 2018-08-07"):
        read_sources([], published="2041-05", today="2018-08-07")


@pytest.mark.parametrize("name", ["published", "today"])
def test_a_given_date_that_is_none_is_misuse(name: str) -> None:
    with pytest.raises(UsageError, match="no date"):
        read_sources([], **{name: "soon"})


def test_windows_line_ends_and_other_line_ends_give_one_text(tmp_path: Path) -> None:
    text = f"Border to be marked by spring\n\n{TEXT}\n\nIt is the last one.\n"
    texts = set()
    for name, newline in [("unix", "\n"), ("windows", "\r\n"), ("old", "\r")]:
        path = tmp_path / f"{name}.txt"
        path.write_bytes(text.replace("\n", newline).encode())
        (article,) = read_sources([path])
        assert isinstance(article, Article)
        texts.add(article.text)
    assert texts == {text.strip()}


@pytest.mark.parametrize(
    ("status", "body", "why"), [(200, b"page", ""), (404, b"", "answered 404"), (0, b"", "address")]
)
def test_fetching(monkeypatch: pytest.MonkeyPatch, status: int, body: bytes, why: str) -> None:
    def fetch_response(url: str, *, config: Any) -> Any:
        assert url == "https://news.example/x"
        assert not config.getboolean("DEFAULT", "INSECURE_SSL_FALLBACK")
        return SimpleNamespace(status=status, data=body) if status else None

    monkeypatch.setattr(fetch, "fetch_response", fetch_response)
    if not why:
        assert fetch.fetch("https://news.example/x") == body
        return
    with pytest.raises(OSError, match=why):
        fetch.fetch("https://news.example/x")
