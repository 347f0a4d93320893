"""One writer and readers in processes of their own. Each child says what it did on a line of its standard output."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from build import article_of, mention_of
from ledger_help import ask, run_of, write

import sanudo

HELP = os.pathsep.join((str(Path(__file__).parent), str(Path(__file__).parent.parent)))
ARTICLES = [article_of(f"Dakar and Bamako talked, round {number}.") for number in range(40)]
READINGS = [(article, mention_of(article, "CONSULT", "SEN:Dakar MLI:Bamako")) for article in ARTICLES]

READER = """
import sys, sanudo
with sanudo.open(sys.argv[1]) as ledger:
    print(len(ledger.mentions()), len(ledger.events()), ledger.verify())
"""

SECOND_WRITER = """
import sys, sanudo
from ledger_help import run_of
try:
    with sanudo.open(sys.argv[1], create=True) as ledger, ledger.writer(run_of()):
        print("got in")
except sanudo.SanudoError as error:
    print(error)
"""

WRITER = """
import sys, sanudo
from ledger_help import run_of
from test_ledger_processes import READINGS
with sanudo.open(sys.argv[1], create=True) as ledger, ledger.writer(run_of()) as writer:
    for article, mention in READINGS:
        writer.add_article(article, None, [mention])
        print(article.id, flush=True)
    writer.finish("2026-01-02T03:05:00Z")
"""


def child(program, path):
    environment = {**os.environ, "PYTHONPATH": HELP}
    command = [sys.executable, "-c", program, str(path)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)


def said(program, path):
    process = child(program, path)
    words, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    return words.strip()


def test_a_reader_sees_the_last_commit_while_a_writer_is_at_work(path):
    write(path, READINGS[0])
    with sanudo.open(path) as ledger, ledger.writer(run_of()) as writer, writer._db.transaction():
        writer._db.change("INSERT INTO problem VALUES (NULL, 'r1:m1', 'x', 'empty', NULL, '')")
        assert said(READER, path) == "1 1 []"
    assert len(ask(path, "SELECT * FROM problem")) == 1


def test_a_second_writing_process_is_told_at_once(path):
    write(path, READINGS[0])
    with sanudo.open(path) as ledger, ledger.writer(run_of()):
        assert said(SECOND_WRITER, path).startswith("[S303]")
    assert said(SECOND_WRITER, path) == "got in"


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
@pytest.mark.parametrize("after", [1, 7])
def test_a_writer_that_is_killed_loses_nothing_and_doubles_nothing(path, tmp_path, after):
    process = child(WRITER, path)
    told = [process.stdout.readline().strip() for _ in range(after)]
    os.kill(process.pid, signal.SIGKILL)
    told += process.stdout.read().split("\n")[:-1]
    process.stdout.close()
    process.wait()
    with sanudo.open(path) as ledger:
        there = {article.id for article in ledger.articles()}
        assert set(told) <= there
        assert len(ledger.mentions()) == len(ledger.events()) == len(there)
        assert ledger.verify() == []
    said(WRITER, path)
    write(tmp_path / "unbroken.sanudo", *READINGS)
    for name in ("x", "unbroken"):
        with sanudo.open(tmp_path / f"{name}.sanudo") as ledger:
            assert ledger.export(tmp_path / f"{name}.jsonl") == len(READINGS)
            assert ledger.verify() == []
    assert (tmp_path / "x.jsonl").read_bytes() == (tmp_path / "unbroken.jsonl").read_bytes()
