"""`sanudo shifts`, as it is typed."""

import csv
import io
import json
from datetime import date, timedelta

import pytest
from build import article_of, mention_of
from click.testing import CliRunner

from sanudo.cli import main
from sanudo.ledger import open_ledger
from sanudo.records import Parse, Run

START = date(2018, 1, 1)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    path = tmp_path_factory.mktemp("shifts") / "x.sanudo"
    run = Run("r1:1", "test", "m", "d", "{}", "2020")
    with open_ledger(path, create=True) as book, book.writer(run) as writer:
        for week in range(24):
            quarrel = week >= 12
            told = [("ACCUSE" if quarrel else "SUPPORT", "IND:India", "PAK:Pakistan", number) for number in range(4)]
            told += [("CONSULT", "RUS:Russia", "PAK:Pakistan", number) for number in range(1 + 3 * (week == 12))]
            for type, actor, recipient, number in told:
                day = START + timedelta(days=7 * week + number)
                article = article_of(f"India, Russia, Pakistan {week} {number} {type}.", published=str(day))
                mention = mention_of(article, type, actor, recipient, when=str(day))
                writer.add_article(article, Parse(article.id, (), ()), [mention])
    return path


@pytest.fixture
def run(ledger):
    return lambda *arguments: CliRunner().invoke(main, ("shifts", *arguments), env={"SANUDO_LEDGER": str(ledger)})


def test_a_pair_is_told_in_words_and_a_row(run):
    result = run("--pair", "Pakistan", "IND")
    assert result.exit_code == 0
    assert result.stdout.startswith("Between India and Pakistan:\nFrom 2018-03-2")
    assert "a turn towards conflict: before, 48 events" in result.stdout
    assert "India - Pakistan  conflict" in result.stdout


def test_a_state_and_what_changed_since(run):
    result = run("--state", "PAK", "--since", "2018-03-26")
    assert "What is so since 2018-03-26, against all that was before:" in result.stdout
    assert run("--state", "PAK", "--since", "2018-05").stderr == "No shifts in this ledger answer to that.\n"
    assert run("--state", "RUS", "--until", "2018-02").stderr == "No shifts in this ledger answer to that.\n"


def test_json_has_the_events_behind_every_figure(run):
    found = json.loads(run("--json").stdout)
    (one,) = found["shifts"]
    (shift,) = one["shifts"]
    assert (one["pair"], shift["direction"]) == (["IND", "PAK"], "conflict")
    assert len(shift["before"]["event_ids"]) == len(shift["after"]["event_ids"]) == 48
    assert set(shift["made_by"]) <= set(shift["after"]["event_ids"])
    assert json.loads(run("--pair", "IND", "PAK", "--json").stdout) == one


def test_csv_has_a_row_for_each_shift(run):
    (row,) = csv.DictReader(io.StringIO(run("--csv").stdout))
    assert (row["first"], row["second"], row["direction"], row["events_before"]) == ("IND", "PAK", "conflict", "48.0")


def test_bursts_are_listed_alone(run):
    assert run("--bursts").stderr == "No bursts in this ledger answer to that.\n"
    assert json.loads(run("--bursts", "--json").stdout) == []
    assert run("--bursts", "--pair", "IND", "PAK", "--csv").stdout.startswith("first,second,first_day,last_day,side,")
    assert run("--bursts", "--reactions", "e1:1").exit_code == 2


def test_reactions_to_an_event(run, ledger):
    with open_ledger(ledger) as book:
        event = next(o.event_id for o in book.outlines(since="2018-03-26") if o.type == "ACCUSE")
    result = run("--reactions", event[:14])
    assert result.exit_code == 0
    assert result.stdout.startswith("Third states towards India and Pakistan from 2018-03-26 to 2018-04-08")
    assert "Russia  Pakistan  cooperation  5" in result.stdout
    found = json.loads(run("--reactions", event, "--json").stdout)
    assert [(one["state"], one["events"], len(one["event_ids"])) for one in found["reactions"]] == [("RUS", 5, 5)]
    assert run("--reactions", event, "--csv").stdout.count("\n") == 2
    assert run("--reactions", "e1:nothing").exit_code == 2


def test_a_picture_is_written_and_none_of_nothing(run, tmp_path):
    pytest.importorskip("matplotlib", reason="pip install 'sanudo[plots]'")
    target = tmp_path / "x.svg"
    assert run("--pair", "IND", "PAK", "--output", str(target)).exit_code == 0
    assert target.read_bytes().startswith(b"<?xml")
    result = run("--pair", "FRA", "DEU", "--output", str(tmp_path / "none.svg"))
    assert result.exit_code == 1
    assert result.stderr == "The ledger has no dated event between these two states. There is nothing to draw.\n"
    assert not (tmp_path / "none.svg").exists()


def test_too_little_is_said(run):
    assert "Among 27 events no shift stands out" in run("--pair", "RUS", "PAK").stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--pair", "PAK", "PAK"), "A pair is two different states"),
        (("--state", "PAK", "--pair", "IND", "PAK"), "give one"),
        (("--output", "x.svg"), "A picture is of one pair"),
        (("--output", "x.gif"), "must end in one of .svg, .png, .json, .csv"),
        (("--state", "Atlantis"), "no state or body known here"),
    ],
)
def test_misuse_is_said_with_what_to_do(run, arguments, words):
    result = run(*arguments)
    assert result.exit_code == 2
    assert words in result.stderr
