"""Ledgers written by hand."""

import sqlite3
from contextlib import closing

import sanudo
from sanudo.reconcile import Reconciler
from sanudo.records import Judgement, Run


def run_of(model="m1", **fields):
    values = {"program": "sanudo 0", "data": "d1", "options": "{}", "started": "2026-01-02T03:04:05Z", **fields}
    return Run(**{"id": f"r1:{model}", "model": model, **values})


def write(path, *readings, model="m1", parse=None):
    """Add readings, each an article and its mentions, to the ledger at this path."""
    with sanudo.open(path, create=True) as ledger, ledger.writer(run_of(model)) as writer:
        for article, *mentions in readings:
            writer.add_article(article, parse, mentions)
    return path


def judge(ledger, verdict, left, right=None, **fields):
    """Add a judgement on one or two mentions."""
    told = {"reason": "", "by": "Ada", "made_at": "2026-01-02T03:04:05Z", **fields}
    made = Judgement(**{"id": f"j1:{verdict}", "verdict": verdict, "left_id": left, "right_id": right, **told})
    with ledger.writer(run_of(), Reconciler()) as writer:
        writer.judge(made)
    return made


def tamper(path, *statements):
    """Change the file behind the ledger's back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            db.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            assert db.execute(statement).rowcount, "the test changes nothing"


def ask(path, sql, *values):
    """Rows of the file behind the ledger's back."""
    with closing(sqlite3.connect(path)) as db:
        return db.execute(sql, values).fetchall()
