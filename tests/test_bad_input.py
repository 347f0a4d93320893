"""Bad input and bad luck, met by the program as it is installed: one run over everything, stops, and full disks."""

from __future__ import annotations

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from sanudo.ledger import open_ledger

resource = pytest.importorskip("resource", reason="limits of a process are set otherwise here")

TEXT = "Kenya and Uganda signed a rail agreement in Nairobi on 4 March 2019, the ministry said. Report {}."
PROGRAM = [sys.executable, "-c", "from sanudo.cli import main; main()"]


def sanudo(*arguments: str | Path, before: Callable[[], None] | None = None) -> subprocess.CompletedProcess[str]:
    command = [*PROGRAM, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, preexec_fn=before)


def read_whole(ledger: Path) -> list[str]:
    """Where the articles of a ledger were read, after a look at whether it is sound."""
    assert sanudo("verify", "--ledger", ledger).returncode == 0
    with open_ledger(ledger) as book:
        return sorted(Path(article.origin).name for article in book.articles())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Reports of which each but the first and the last two has something wrong with it."""
    item = "<item><title>A pact</title><guid>1</guid><description>{}</description></item>"
    feed = f"<rss version='2.0'><channel><title>T</title>{item.format(TEXT.format(1)) * 2}</channel></rss>"
    contents = {
        "a-good.txt": TEXT.format(2).encode(),
        "binary.txt": bytes(range(256)) * 9,
        "broken.jsonl": b'{"text": "x\n',
        "cut.parquet": b"PAR1 cut off",
        "empty.txt": b"",
        "encoding.txt": b"\x81\x8d\x8f\x90\x9d" * 60,
        "feed.xml": feed.encode(),
        "french.txt": "Le ministère a annoncé lundi la signature d'un accord avec l'Ouganda.".encode(),
        "future.jsonl": json.dumps({"text": TEXT.format(3), "date": "2099-01-01"}).encode(),
        "ids.jsonl": "\n".join(json.dumps({"id": 7, "text": TEXT.format(n)}) for n in (4, 5)).encode(),
        "line.txt": b"a" * 50_000_000,
        "page.html": b"<html><body><nav><a href='/'>Home</a></nav></body></html>",
        "shape.json": b'{"status": "ok"}',
        "windows.txt": f"{TEXT.format(6)} “Fine,” he said.".encode("cp1252"),
        "z-good.txt": TEXT.format(8).encode(),
    }
    folder = tmp_path / "reports"
    (folder / "bare").mkdir(parents=True)
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return folder


def test_everything_bad_at_once(folder: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "a.sanudo"
    result = sanudo("read", tmp_path / "missing.txt", folder / "bare", folder, "--ledger", ledger)
    assert (result.returncode, result.stdout) == (1, "")
    assert "6 new articles read" in result.stderr
    told = dict(re.findall(r"^  \S*?/([\w.-]+(?:#\w+ \d)?): (.+)$", result.stderr, re.MULTILINE))
    expected = {
        "bare": "holds no file",
        "binary.txt": "binary data",
        "broken.jsonl#line 1": "broken JSON",
        "cut.parquet": "truncated Parquet",
        "empty.txt": "the file is empty",
        "encoding.txt": "not UTF-8",
        "feed.xml#item 2": "the same article is already at",
        "french.txt": "not in English",
        "future.jsonl#line 1": "2099-01-01",
        "ids.jsonl#line 2": "the id '7' is already at",
        "line.txt": "20,000,000 bytes",
        "missing.txt": "no such file",
        "page.html": "without an article",
        "shape.json": "another shape",
        "windows.txt": "read as Windows-1252",
    }
    assert sorted(told) == sorted(expected)
    assert [name for name, words in expected.items() if words not in told[name]] == []
    kept = ["a-good.txt", "feed.xml#item 1", "french.txt", "future.jsonl#line 1", "ids.jsonl#line 1", "windows.txt"]
    assert read_whole(ledger) == [*kept, "z-good.txt"]


def test_a_ledger_of_a_newer_version_and_a_file_that_is_none_are_left_alone(folder: Path, tmp_path: Path) -> None:
    newer, other = tmp_path / "newer.sanudo", tmp_path / "notes.sanudo"
    open_ledger(newer, create=True).close()
    with sqlite3.connect(newer) as db:
        db.execute("PRAGMA user_version = 999")
    db.close()
    other.write_text("These are notes. " * 99)
    for path, words in ((newer, "newer version of Sanudo"), (other, "is no ledger")):
        before = path.read_bytes()
        for verb in (["read", folder / "a-good.txt"], ["events"]):
            result = sanudo(*verb, "--ledger", path)
            assert (result.returncode, result.stdout, result.stderr.count("\n")) == (1, "", 1)
            assert words in result.stderr
            assert path.name in result.stderr
        assert path.read_bytes() == before


@pytest.fixture
def many(tmp_path: Path) -> Path:
    folder = tmp_path / "many"
    folder.mkdir()
    for n in range(80):
        (folder / f"{n:02}.txt").write_text(TEXT.format(n))
    return folder


def test_a_full_disk_leaves_whole_articles_and_the_next_run_goes_on(many: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "a.sanudo"
    size = 400_000  # a ledger of a few articles
    full = sanudo(
        "read", many, "--ledger", ledger, before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    )
    assert full.returncode == 1
    assert re.search(r"sanudo: \[S30\d\] \S*a\.sanudo: .*disk", full.stderr)
    some = read_whole(ledger)
    assert 0 < len(some) < 80
    again = sanudo("read", many, "--ledger", ledger)
    assert again.returncode == 0
    assert f"{len(some)} articles were known already" in again.stderr
    assert len(read_whole(ledger)) == 80


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_leaves_whole_articles_and_no_tracebacks(many: Path, tmp_path: Path, jobs: str) -> None:
    ledger = tmp_path / "a.sanudo"
    command = [*PROGRAM, "read", str(many), "--ledger", str(ledger), "--jobs", jobs]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        while process.poll() is None and not (ledger.exists() and _articles(ledger) > 9):
            time.sleep(0.02)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all processes of the group
        _, told = process.communicate()
    assert process.returncode == 130
    assert told.endswith("Stopped: what is counted above is kept. Run the same command again to go on.\n")
    assert "Traceback" not in told
    assert 0 < len(read_whole(ledger)) < 80
    assert sanudo("read", many, "--ledger", ledger).returncode == 0
    assert len(read_whole(ledger)) == 80


def _articles(ledger: Path) -> int:
    """How many articles a ledger has that another process is writing; 0 before it has any tables."""
    db = sqlite3.connect(f"file:{ledger}?mode=ro", uri=True)
    try:
        (number,) = db.execute("SELECT count(*) FROM article").fetchone()
        return int(number)
    except sqlite3.OperationalError:
        return 0
    finally:
        db.close()
