"""A ledger that is killed at any moment of a reading or a judgement opens, verifies, and goes on."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from build import article_of, mention_of
from ledger_help import run_of

import sanudo
from sanudo.reconcile import Reconciler
from sanudo.records import Judgement, Kind, WhenBasis

KILLS = 100
# Kills of one ledger: the next child goes on where the last was stopped.
EACH = 25
HELP = os.pathsep.join((str(Path(__file__).parent), str(Path(__file__).parent.parent)))
TOLD = {"kind": Kind.MEETING, "when_basis": WhenBasis.STATED}
# Rounds of talks, each in three reports, so that there is something to put together and to judge.
ARTICLES = [article_of(f"Report {n}: Dakar and Bamako talked about fish.", published="2018-08-07") for n in range(60)]
READINGS = [
    (a, [mention_of(a, "CONSULT", "SEN:Dakar MLI:Bamako", when=f"2018-0{1 + n // 3 % 9}-05", **TOLD)])
    for n, a in enumerate(ARTICLES)
]
MENTIONS = [mentions[0].id for _, mentions in READINGS]
JUDGEMENTS = [
    Judgement(
        f"j1:{n}", "apart" if n % 2 else "same", *sorted((MENTIONS[n], MENTIONS[n + 1])), "", "Ada", f"2026-01-{n:02}"
    )
    for n in range(40)
]

# Reads and judges without end, the same things again and again, and says so when it has begun.
CHILD = """
import sys, sanudo
from ledger_help import run_of
from sanudo.reconcile import Reconciler
from test_ledger_kills import JUDGEMENTS, READINGS
with sanudo.open(sys.argv[1], create=True) as ledger:
    print("begun", flush=True)
    for model in range(int(sys.argv[2]), 10**6):
        with ledger.writer(run_of(f"m{model}"), Reconciler()) as writer:
            for n, (article, mentions) in enumerate(READINGS):
                writer.add_article(article, None, mentions)
                if 0 < n <= len(JUDGEMENTS):  # those about mentions that are there
                    writer.judge(JUDGEMENTS[n - 1])
"""


def killed_after(path, start, seconds):
    """A child that is killed so long after it began to write."""
    environment = {**os.environ, "PYTHONPATH": HELP}
    command = [sys.executable, "-c", CHILD, str(path), str(start)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout.readline() == "begun\n", process.stderr.read()
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            os.kill(process.pid, signal.SIGKILL)
        assert process.wait() == -signal.SIGKILL, process.stderr.read()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
@pytest.mark.parametrize("ledger", range(KILLS // EACH))
def test_a_hundred_kills_at_random(tmp_path, ledger):
    path, moments = tmp_path / "x.sanudo", random.Random(ledger)
    for kill in range(EACH):
        killed_after(path, kill, moments.uniform(0.0, 0.12))
        with sanudo.open(path, create=True) as book:
            assert book.verify(Reconciler()) == []
    with sanudo.open(path, create=True) as book, book.writer(run_of("m-last"), Reconciler()) as writer:
        for article, mentions in READINGS:
            writer.add_article(article, None, mentions)
        assert len(book.articles()) == len(ARTICLES)
        assert len(book.mentions()) == len(MENTIONS)
        assert book.verify(Reconciler()) == []
