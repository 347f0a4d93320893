from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sanudo.read import read_sources
from sanudo.read.rows import known_columns
from sanudo.records import Article, PublishedBasis, ReadProblem, Reason
from sanudo.serial import content_id

TEXT = "Chad and Niger agreed on Monday to patrol the border together, the two ministries said."
ROW = {
    "id": "n-1",
    "headline": "Joint patrols agreed in the Sahel",
    "Body": TEXT,
    "Source": "Lake Courier",
    "link": "https://lake.example/patrols",
    "pubDate": "Mon, 04 Jun 2018 23:30:00 +0100",
    "author": "Desk",
    "unread": "x",
}


def read(path: Path, **options: Any) -> list[Article | ReadProblem]:
    return list(read_sources([path], **options))


def articles(path: Path) -> list[Article]:
    found = read(path)
    assert [item for item in found if isinstance(item, ReadProblem)] == []
    return [item for item in found if isinstance(item, Article)]


def write_csv(path: Path, rows: list[dict[str, str]], delimiter: str = ",") -> Path:
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, fieldnames=list(rows[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    return path


def write_lines(path: Path, *lines: Any) -> Path:
    path.write_text("".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines), "utf-8")
    return path


def as_csv(folder: Path) -> Path:
    return write_csv(folder / "rows.csv", [ROW])


def as_tsv(folder: Path) -> Path:
    return write_csv(folder / "rows.tsv", [ROW], "\t")


def as_lines(folder: Path) -> Path:
    return write_lines(folder / "rows.jsonl", ROW)


def as_list(folder: Path) -> Path:
    path = folder / "rows.json"
    path.write_text(json.dumps([ROW], indent=1), "utf-8")
    return path


def as_wrapped_list(folder: Path) -> Path:
    path = folder / "wrapped.json"
    path.write_text(json.dumps({"status": "ok", "articles": [ROW]}, indent=1), "utf-8")
    return path


def as_object(folder: Path) -> Path:
    path = folder / "one.json"
    path.write_text(json.dumps(ROW, indent=1), "utf-8")
    return path


def as_parquet(folder: Path) -> Path:
    path = folder / "rows.parquet"
    pq.write_table(pa.Table.from_pylist([ROW]), path)
    return path


@pytest.mark.parametrize("write", [as_csv, as_tsv, as_lines, as_list, as_wrapped_list, as_object, as_parquet])
def test_a_row_is_an_article_in_every_format(write: Any, tmp_path: Path) -> None:
    (article,) = articles(write(tmp_path))
    assert article.text == f"Joint patrols agreed in the Sahel\n\n{TEXT}"
    assert article.title == "Joint patrols agreed in the Sahel"
    assert article.publisher == "Lake Courier"
    assert article.author == "Desk"
    assert article.url == "https://lake.example/patrols"
    assert (article.published, article.published_basis) == ("2018-06-04", PublishedBasis.METADATA)
    assert article.given_id == "n-1"
    assert article.language == "en"


def test_ids_are_of_the_line_or_of_the_columns_read(tmp_path: Path) -> None:
    (line,) = articles(as_lines(tmp_path))
    assert line.id == content_id("a1", json.dumps(ROW).encode())
    (row,) = articles(as_csv(tmp_path))
    values = {"text": TEXT, "title": ROW["headline"], "publisher": ROW["Source"], "url": ROW["link"],
              "published": ROW["pubDate"], "author": "Desk", "id": "n-1"}  # fmt: skip
    assert row.id == content_id("a1", values)
    (stored,) = articles(as_parquet(tmp_path))
    assert stored.id == row.id


def test_windows_line_ends_do_not_change_a_lines_id(tmp_path: Path) -> None:
    (unix,) = articles(as_lines(tmp_path))
    path = tmp_path / "windows.jsonl"
    path.write_bytes(json.dumps(ROW).encode() + b"\r\n")
    (windows,) = articles(path)
    assert windows.id == unix.id


def test_origins_count_lines_and_items(tmp_path: Path) -> None:
    rows = [{"text": f"{TEXT} This is number {n}."} for n in range(3)]
    lines = write_lines(tmp_path / "l.jsonl", rows[0], "", rows[1])
    assert [a.origin for a in articles(lines)] == [f"{lines}#line 1", f"{lines}#line 3"]
    table = write_csv(tmp_path / "t.csv", [{"text": f"{TEXT}\n\nTwo lines of it."}, {"text": TEXT}])
    assert [a.origin for a in articles(table)] == [f"{table}#line 2", f"{table}#line 5"]
    stored = tmp_path / "p.parquet"
    pq.write_table(pa.Table.from_pylist(rows), stored)
    assert [a.origin for a in articles(stored)] == [f"{stored}#item {n}" for n in (1, 2, 3)]


def test_html_columns_and_markup_in_text_columns(tmp_path: Path) -> None:
    html = f"<p>{TEXT.replace('and', '&amp;')}</p><p>Share this: <a href='/'>Facebook</a></p>"
    path = write_lines(tmp_path / "h.jsonl", {"html": html, "id": 1}, {"content": f"<div>{html}</div>", "id": 2})
    for article in articles(path):
        assert article.text == TEXT.replace("and", "&")


def test_a_page_in_a_column_gives_its_metadata(tmp_path: Path) -> None:
    page = (
        '<html><head><title>Patrols agreed in the Sahel</title><meta property="og:site_name" content="Lake Courier">'
        f'<meta property="article:published_time" content="2018-06-04"></head><body><article><p>{TEXT}</p>'
        f"<p>{TEXT.replace('Monday', 'Sunday')}</p></article></body></html>"
    )
    (article,) = articles(write_lines(tmp_path / "p.jsonl", {"html": page, "url": "https://lake.example/2018/06/05/x"}))
    assert (article.title, article.publisher) == ("Patrols agreed in the Sahel", "Lake Courier")
    assert article.published == "2018-06-04"


def test_plainer_names_win_and_empty_columns_do_not(tmp_path: Path) -> None:
    assert known_columns(["Content", "TEXT", "pub_date", "x"]) == {
        "text": ("TEXT", "Content"),
        "published": ("pub_date",),
    }
    (article,) = articles(write_lines(tmp_path / "c.jsonl", {"text": "", "content": TEXT}))
    assert article.text == TEXT


def test_values_of_other_kinds(tmp_path: Path) -> None:
    row = {
        "text": TEXT,
        "id": 17,
        "author": ["Ann", "Bo"],
        "source": {"id": None, "name": "Lake Courier"},
        "title": None,
    }
    (article,) = articles(write_lines(tmp_path / "k.jsonl", row))
    assert (article.given_id, article.author, article.publisher, article.title) == (
        "17",
        "Ann, Bo",
        "Lake Courier",
        None,
    )


def test_parquet_times_keep_the_local_day(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    late = datetime(2018, 6, 4, 23, 30, tzinfo=timezone(timedelta(hours=5)))
    table = pa.table(
        {
            "text": [TEXT],
            "published": pa.array([late.astimezone(UTC)], pa.timestamp("ns", "Asia/Karachi")),
        }
    )
    pq.write_table(table, path)
    (article,) = articles(path)
    assert article.published == "2018-06-04"


def test_half_surrogates_become_storable(tmp_path: Path) -> None:
    path = tmp_path / "s.jsonl"
    path.write_bytes(b'{"text": "' + TEXT.encode() + b' \\ud83d", "title": "A \\udc00 title of words"}\n')
    (article,) = articles(path)
    article.text.encode()
    assert article.text.endswith("\ufffd")


def test_unclear_dates_are_refused_not_guessed(tmp_path: Path) -> None:
    (article,) = articles(write_lines(tmp_path / "d.jsonl", {"text": TEXT, "date": "07/08/2018"}))
    assert article.published is None
    assert [(r.reason, r.field) for r in article.refusals] == [(Reason.AMBIGUOUS, "published")]


def test_json_lines_under_another_name(tmp_path: Path) -> None:
    for name in ("rows.json", "rows.txt", "rows"):
        path = write_lines(tmp_path / name, {"text": TEXT}, {"text": TEXT + " Indeed."})
        assert len(articles(path)) == 2


def test_json_lines_with_a_first_line_longer_than_a_first_look(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "rows.json", {"text": TEXT * 2_000}, {"text": TEXT})
    assert len(articles(path)) == 2


def test_csv_from_standard_input_is_known_by_its_header(tmp_path: Path) -> None:
    stream = io.BytesIO(as_csv(tmp_path).read_bytes())
    (article,) = read_sources(["-"], stdin=stream)
    assert isinstance(article, Article)
    assert article.origin == "standard input#line 2"
    assert article.given_id == "n-1"


def test_long_fields_of_csv_are_read(tmp_path: Path) -> None:
    (article,) = articles(write_csv(tmp_path / "long.csv", [{"text": f"{TEXT} " * 3_000, "id": "1"}]))
    assert len(article.text) > 200_000


def test_a_list_of_articles_in_one_line_of_json(tmp_path: Path) -> None:
    path = tmp_path / "api.json"
    path.write_text(json.dumps({"status": "ok", "articles": [ROW]}), "utf-8")
    assert [article.origin for article in articles(path)] == [f"{path}#item 1"]
    (piped,) = read_sources(["-"], stdin=io.BytesIO(path.read_bytes()))
    assert isinstance(piped, Article)


def test_half_surrogates_in_a_list_of_articles(tmp_path: Path) -> None:
    path = tmp_path / "s.json"
    path.write_bytes(b'[{"text": "' + TEXT.encode() + b' \\ud83d", "source": {"name": "\\udc00 Post"}}]')
    (article,) = articles(path)
    assert article.publisher == "\ufffd Post"


def test_numbers_that_are_none(tmp_path: Path) -> None:
    path = tmp_path / "n.parquet"
    pq.write_table(pa.table({"text": [TEXT], "author": [float("nan")], "title": pa.array([None], pa.string())}), path)
    (article,) = articles(path)
    assert (article.author, article.title) == (None, None)
