"""`sanudo network`, as it is typed."""

import csv
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from build import article_of, mention_of
from click.testing import CliRunner, Result

from sanudo.cli import main
from sanudo.ledger import open_ledger
from sanudo.records import Parse, Run, Status

Sanudo = Callable[..., Result]

TOLD = (
    ("SUPPORT", "RUS:Russia PAK:Pakistan", "", "2018-08-07", Status.HAPPENED),
    ("ACCUSE", "IND:India", "PAK:Pakistan", "2018-08-09", Status.HAPPENED),
    ("CONSULT", "IND:India RUS:Russia", "", "2018-08-10", Status.ONGOING),
    ("AID", "RUS:Russia", "PAK:Pakistan", "2018-08", Status.PLANNED),
    ("AGREE", "RUS:Russia PAK:Pakistan", "", None, Status.HAPPENED),
)


@pytest.fixture
def run(tmp_path: Path) -> Sanudo:
    path = tmp_path / "x.sanudo"
    with open_ledger(path, create=True) as book, book.writer(Run("r1:1", "test", "m", "d", "{}", "2020")) as writer:
        for number, (type, actors, recipients, when, status) in enumerate(TOLD):
            article = article_of(
                f"Russia, Pakistan and India, {number}.", publisher="The Wire", published=when and "2018-08-11"
            )
            told = mention_of(article, type, actors, recipients, when=when, status=status)
            writer.add_article(article, Parse(article.id, (), ()), [told])

    def invoke(*arguments: str) -> Result:
        return CliRunner().invoke(main, ("network", *arguments), env={"SANUDO_LEDGER": str(path)})

    return invoke


def test_a_month_as_tables(run: Sanudo) -> None:
    result = run("--at", "2018-08")
    assert result.exit_code == 0
    assert result.stdout.startswith("In August 2018, 3 events between 3 states in 3 pairs, from 1 source.\n")
    assert "Left out: 1 event only planned" in result.stdout
    assert "Russia is a friend of both India and Pakistan, who are rivals" in result.stdout


def test_states_are_named_behind_the_option_or_without_it(run: Sanudo) -> None:
    behind = run("--at", "2018-08", "--states", "RUS", "India", "PAK", "USA", "--json")
    found = json.loads(behind.stdout)
    assert found["asked"] == ["RUS", "IND", "PAK", "USA"]
    assert [edge["event_ids"][0][:3] for edge in found["edges"]] == ["e1:"] * 3
    assert json.loads(run("RUS", "IND", "PAK", "USA", "--at", "2018-08", "--json").stdout) == found


def test_what_has_no_day_counts_without_a_period_and_is_told_with_one(run: Sanudo) -> None:
    assert "4 events between 3 states" in run().stdout
    assert "Left out: 1 event of no known day" in run("--at", "2018-08").stdout


def test_types_can_be_left_out(run: Sanudo) -> None:
    result = run("--without", "consult", "--without", "ACCUSE")
    assert "2 events between 2 states in 1 pair, from 1 source." in result.stdout
    assert "Left out, as asked: events of type ACCUSE and CONSULT." in result.stdout


def test_an_empty_period_is_said_in_words(run: Sanudo) -> None:
    result = run("--since", "2019")
    nothing = "The ledger has no events between two states since 2019: there is no network to show.\n"
    lost = "Left out: 1 event of no known day, as neither the event nor its report is dated.\n"
    assert (result.exit_code, result.stdout) == (0, nothing + lost)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--at", "2018", "--since", "2018"),
        ("--at", "soon"),
        ("--states", "Atlantis", "RUS"),
        ("--states", "RUS"),
        ("--output", "x.gif"),
        ("--least", "0"),
        ("--since", "2019", "--until", "2018"),
    ],
)
def test_misuse(run: Sanudo, arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


@pytest.mark.parametrize(("name", "head"), [("a.svg", b"<?xml"), ("a.PNG", b"\x89PNG")])
def test_pictures_are_written_whole(run: Sanudo, tmp_path: Path, name: str, head: bytes) -> None:
    pytest.importorskip("matplotlib", reason="pip install 'sanudo[plots]'")
    result = run("--at", "2018-08", "--output", str(tmp_path / name))
    assert (result.exit_code, result.stdout) == (0, "")
    assert "The picture is in" in result.stderr
    assert (tmp_path / name).read_bytes().startswith(head)


def test_edges_as_csv(run: Sanudo, tmp_path: Path) -> None:
    rows = list(csv.DictReader(run("--at", "2018-08", "--csv").stdout.splitlines()))
    assert [(row["first"], row["second"], row["net"]) for row in rows] == [
        *(("PAK", "RUS", "5.0"), ("IND", "PAK", "-3.0"), ("IND", "RUS", "2.5"))
    ]
    run("--at", "2018-08", "--output", str(tmp_path / "edges.csv"))
    assert (tmp_path / "edges.csv").read_text().startswith("first,second,sign,net,")


def test_there_is_no_picture_of_nothing(run: Sanudo, tmp_path: Path) -> None:
    result = run("--at", "2019", "--output", str(tmp_path / "a.svg"))
    assert result.exit_code == 1
    assert "There is nothing to draw." in result.stderr
    assert not (tmp_path / "a.svg").exists()


def test_without_matplotlib_it_says_what_to_install(
    run: Sanudo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    result = run("--at", "2018-08", "--output", str(tmp_path / "a.svg"))
    assert result.exit_code == 1
    assert "pip install 'sanudo[plots]'" in result.stderr
