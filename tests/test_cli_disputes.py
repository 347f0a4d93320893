"""`sanudo disputes` and `sanudo explain` over two reports that each tell of a first exercise."""

import json
from pathlib import Path

import pytest
from build import article_of, mention_of
from click.testing import CliRunner

from sanudo.cli import main
from sanudo.details import Exercise, Stated
from sanudo.ledger import open_ledger
from sanudo.reconcile import Reconciler
from sanudo.records import Kind, Parse, Run, WhenBasis

CLAIM = "first-ever"


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    path = tmp_path / "x.sanudo"
    run = Run("r1:1", "test", "m", "d", "{}", "2020")
    with open_ledger(path, create=True) as book, book.writer(run, Reconciler()) as writer:
        for paper, year in (("The Wire", "2014"), ("The Daily", "2016")):
            article = article_of(
                f"Peru and Chile held their {CLAIM} drill in {year}.", publisher=paper, published="2018-08-08"
            )
            at = article.text.index(CLAIM)
            first = Stated("first_time", CLAIM, at, at + len(CLAIM), article.id)
            fields = {"kind": Kind.EXERCISE, "when": year, "when_basis": WhenBasis.STATED}
            told = mention_of(article, "COOPERATE", "PER:Peru CHL:Chile", detail=Exercise(first_time=first), **fields)
            writer.add_article(article, Parse(article.id, (), ()), [told])
    return str(path)


def run(*arguments: str) -> str:
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0, done.output
    return done.output


def test_events_of_different_years_dispute_which_was_the_first(ledger: str) -> None:
    table = run("disputes", "--ledger", ledger)
    assert table.count("which was the first") == 2
    assert "2014 (The Wire) or 2016 (The Daily)" in table
    found = json.loads(run("disputes", "PER", "CHL", "--ledger", ledger, "--json"))
    assert [event["when"] for event in found] == ["2014", "2016"]
    assert all(event["disputes"][0]["field"] == "first_time" for event in found)


def test_explain_names_the_paper_of_the_other_event(ledger: str) -> None:
    (one, _) = json.loads(run("disputes", "--ledger", ledger, "--json"))
    assert "Disputed is which was the first: 2014 (The Wire) or 2016 (The Daily)." in run(
        "explain", one["id"], "--ledger", ledger
    )
