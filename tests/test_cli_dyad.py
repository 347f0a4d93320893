"""`sanudo dyad`."""

import csv
import json

import pytest
from build import article_of, mention_of
from click.testing import CliRunner

from sanudo.cli import main
from sanudo.ledger import open_ledger
from sanudo.records import Run


@pytest.fixture
def run(tmp_path):
    path = tmp_path / "x.sanudo"
    with open_ledger(path, create=True) as book, book.writer(Run("r1:1", "test", "m", "d", "{}", "2020")) as writer:
        for day in range(1, 8):
            article = article_of(
                f"Norway helped Iceland on day {day}.", publisher=f"P{day % 3}", published=f"2018-05-0{day}"
            )
            writer.add_article(
                article, None, [mention_of(article, "AID", "NOR:Norway", "ISL:Iceland", when=f"2018-05-0{day}")]
            )

    def invoke(*arguments):
        return CliRunner().invoke(main, ["dyad", *map(str, arguments)], env={"SANUDO_LEDGER": str(path)})

    return invoke


def test_a_table_and_what_it_cannot_show(run):
    result = run("Iceland", "NOR")
    assert result.exit_code == 0
    assert "2018-05  7       70 [" in result.stdout
    assert "What would change the last score:" in result.stdout


def test_events_of_no_day_are_counted_as_left_out(tmp_path):
    path = tmp_path / "x.sanudo"
    with open_ledger(path, create=True) as book, book.writer(Run("r1:1", "test", "m", "d", "{}", "2020")) as writer:
        for when in (None, "2018-05-01"):
            article = article_of(f"Norway helped Iceland: {when}.")
            writer.add_article(article, None, [mention_of(article, "AID", "NOR:Norway", "ISL:Iceland", when=when)])
    said = "Left out, as neither the event nor its report is dated: 1"
    for arguments in (("dyad", "NOR", "ISL"), ("dyad", "NOR", "ISL", "--until", "2019"), ("shifts", "--state", "ISL")):
        result = CliRunner().invoke(main, [*arguments, "--ledger", str(path)])
        assert said in result.output, result.output
    other = CliRunner().invoke(main, ["shifts", "--state", "PAK", "--ledger", str(path)])
    assert "Left out" not in other.output


def test_json_has_the_events_behind_each_number(run):
    told = json.loads(run("NOR", "ISL", "--json", "--period", "week", "--half-life", "0").stdout)
    assert (told["half_life"], [series["actor"] for series in told["series"]]) == (None, ["NOR", "NOR", "ISL"])
    assert [len(point["event_ids"]) for point in told["series"][0]["points"]] == [6, 1]


def test_csv_has_a_row_for_each_point(run):
    rows = list(csv.DictReader(run("NOR", "ISL", "--csv").stdout.splitlines()))
    assert [(row["actor"], row["directed"], row["net"]) for row in rows] == [
        ("NOR", "False", "70.0"),
        ("NOR", "True", "70.0"),
    ]


@pytest.mark.parametrize("form", ["svg", "png"])
def test_a_picture_goes_to_a_file(run, tmp_path, form):
    out = tmp_path / f"out.{form}"
    result = run("NOR", "ISL", "--output", out)
    assert (result.exit_code, result.stdout) == (0, "")
    assert out.read_bytes()[:5] in (b"<?xml", b"\x89PNG\r")


def test_of_nothing_there_is_no_picture(run, tmp_path):
    result = run("NOR", "CHL", "--output", tmp_path / "out.svg")
    assert result.exit_code == 1
    assert "The ledger has nothing between NOR and CHL in this time.\nThere is nothing to draw." in result.stderr
    assert not (tmp_path / "out.svg").exists()
    assert run("NOR", "CHL").stdout == "The ledger has nothing between NOR and CHL in this time.\n"


def test_statuses_are_chosen(run):
    assert "of the statuses asked for" in run("NOR", "ISL", "--status", "planned", "--status", "denied").stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("NOR", "NOR"), "two different states"),
        (("NOR", "Atlantis"), "no state or body known here"),
        (("NOR", "ISL", "--period", "hour"), "is none of day, week, month, quarter, year"),
        (("NOR", "ISL", "--output", "out.gif"), "must end in one of .svg, .png, .json, .csv"),
    ],
)
def test_misuse_is_told(run, arguments, words):
    result = run(*arguments)
    assert result.exit_code == 2
    assert words in " ".join(result.stderr.split())
