"""`sanudo import` and what becomes of imported events in a ledger."""

import json
from contextlib import closing
from pathlib import Path
from sqlite3 import IntegrityError, connect

import pytest
from build import article_of, mention_of
from click.testing import CliRunner
from rows import HEADINGS, ONE, file_of, icews, quadruples

import sanudo
from sanudo.cli import main
from sanudo.exchange import reading
from sanudo.ledger import open_ledger
from sanudo.records import Kind, Parse, Run

TALKS = article_of("Norway met Iceland in Oslo.", publisher="The Wire", published="2014-03-04")
MET = mention_of(TALKS, "CONSULT", "NOR:Norway", "ISL:Iceland", kind=Kind.MEETING, when="2014-03-04")


@pytest.fixture
def ledger(tmp_path):
    path = tmp_path / "x.sanudo"
    with open_ledger(path, create=True) as book, book.writer(Run("r1:1", "test", "m", "d", "{}", "2020")) as writer:
        writer.add_article(TALKS, Parse(TALKS.id, (), ()), [MET])
    return path


@pytest.fixture
def run(ledger):
    def invoke(*arguments):
        return CliRunner().invoke(main, list(map(str, arguments)), env={"SANUDO_LEDGER": str(ledger)})

    return invoke


@pytest.mark.parametrize("name", ONE)
def test_a_file_goes_in_and_comes_out_as_it_was(tmp_path, run, name):
    path, out = file_of(tmp_path, name), tmp_path / "out"
    result = run("import", path)
    assert (result.exit_code, result.stdout) == (0, "")
    assert f"2 new rows imported into {tmp_path / 'x.sanudo'}" in result.stderr
    assert f"(2 {name})" in result.stderr
    assert run("export", "--format", name, "--only", "imported", "--output", out).exit_code == 0
    assert out.read_bytes() == path.read_bytes()
    assert run("verify").exit_code == 0


def test_importing_again_adds_nothing(tmp_path, run, ledger):
    path = file_of(tmp_path, "icews")
    run("import", path)
    again = run("import", path)
    assert again.exit_code == 0
    assert "Nothing new was imported" in again.stderr
    assert "2 rows were known already" in again.stderr
    path.write_text(path.read_text() + "\n" + icews(Event_ID="73"))
    assert "1 new row " in run("import", path).stderr
    with sanudo.open(ledger) as book:
        assert len(book.imported()) == 3


def test_rows_that_cannot_be_taken_are_named_counted_and_kept_as_problems(tmp_path, run, ledger):
    path = file_of(tmp_path, "icews", icews() + "a\tb\n" + icews(CAMEO_Code="999") + icews(Event_ID="9"))
    result = run("import", path)
    assert result.exit_code == 1
    assert f"{path}:3: 2 cells instead of 20 (this row is left out)" in result.stderr
    assert f"{path}:4: '999' is no CAMEO code (this row is left out)" in result.stderr
    assert "2 new rows" in result.stderr
    assert "2 rows were left out" in result.stderr
    with sanudo.open(ledger) as book:
        assert [problem.origin for problem in book.problems()] == [f"{path}:3", f"{path}:4"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere.tsv"], "there is no such file"),
        (["notes.txt"], "cannot tell which form this is"),
        (["."], "a folder is taken for quadruples alone"),
        (["notes.txt", "--format", "cameo"], "'cameo' is none of"),
        (["data/train.txt"], "say which day is 0"),
        (["data", "--first-day", "2014"], "is no day"),
    ],
)
def test_misuse(tmp_path, run, monkeypatch, arguments, words):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes.txt").write_text("Norway\n")
    quadruples(tmp_path / "data")
    result = run("import", *arguments)
    assert result.exit_code == 2
    assert words in result.stderr


def test_a_file_without_the_headings_of_its_format_is_refused(tmp_path, run):
    (tmp_path / "x").write_text(icews())
    result = run("import", tmp_path / "x", "--format", "icews")
    assert result.exit_code == 1
    assert "line 1 does not name the 20 columns of icews" in result.stderr


def test_events_are_listed_together_and_imported_ones_say_so(tmp_path, run):
    run("import", file_of(tmp_path, "icews"))
    listed = run("events", "--state", "ISL").stdout.splitlines()[1:]
    assert len(listed) == 2
    assert ["imported: icews, icews.data, line 2" in line for line in listed] == [False, True]
    assert len(run("events", "--only", "coded").stdout.splitlines()) == 2
    assert len(run("events", "--only", "imported", "--between", "NOR", "ISL").stdout.splitlines()) == 2
    assert "imported" not in run("events", "--until", "2014-03-04").stdout
    assert "imported" in run("events", "--kind", "visit").stdout
    assert "imported" in run("events", "--text", "make a VISIT").stdout
    assert "imported" not in run("events", "--text", "in Oslo").stdout
    coded, *imported = json.loads(run("events", "--json").stdout)
    visit, said = sorted(imported, key=lambda event: event["origin"]["line"])
    assert coded["origin"] is None
    assert (visit["origin"]["format"], visit["origin"]["line"], visit["origin"]["row_id"]) == ("icews", 2, "71")
    assert (visit["evidence"], visit["article_ids"], said["type"]) == ([], [], "")
    assert "icews: " in run("events", "--csv").stdout


def test_every_other_format_takes_imported_events_too(tmp_path, run):
    run("import", file_of(tmp_path, "icews"))
    for name in ("polecat", "gdelt", "plover", "cameo", "jsonl", "csv"):
        result = run("export", "--format", name)
        assert result.exit_code == 0, result.stderr
        assert "2014-03-05" in result.stdout or "20140305" in result.stdout
    assert "polecat: " in run("export", "--format", "polecat").stderr
    assert run("export", "--format", "parquet", "--output", tmp_path / "x.parquet").exit_code == 0
    assert run("export", "--format", "gdelt-mentions").stdout.count("\n") == 1
    assert run("export", "--format", "icews", "--what", "articles").exit_code == 2


def test_an_imported_event_is_explained_by_its_row(tmp_path, run, ledger):
    path = file_of(tmp_path, "icews")
    run("import", path)
    with sanudo.open(ledger) as book:
        visit, said = (entry.event_id for entry in book.imported())
    told = run("explain", visit).stdout
    assert f"icews, {path}, line 2, there 71" in told
    assert "CAMEO 042, intensity 1.9" in told
    assert "Make a visit" in told
    assert "PLOVER has no type" in run("explain", said).stdout
    assert json.loads(run("explain", said, "--json").stdout)["origin"]["line"] == 3


def test_a_brief_is_of_reports_alone(tmp_path, run):
    before = run("brief", "NOR", "ISL").stdout
    run("import", file_of(tmp_path, "icews"))
    assert run("brief", "NOR", "ISL").stdout == before


def test_quadruples_come_back_with_their_dictionaries(tmp_path, run):
    folder, out = quadruples(tmp_path / "icews14"), tmp_path / "out"
    assert "4 new rows" in run("import", folder).stderr
    result = run("export", "--format", "quadruples", "--only", "imported", "--output", out)
    assert result.exit_code == 0
    assert {path.name: path.read_bytes() for path in out.iterdir()} == {
        p.name: p.read_bytes() for p in folder.iterdir()
    }
    assert run("export", "--format", "quadruples").exit_code == 2


def test_other_events_become_quadruples_after_those_that_were(tmp_path, run):
    folder, out = quadruples(tmp_path / "icews14"), tmp_path / "out"
    run("import", folder)
    run("export", "--format", "quadruples", "--output", out)
    assert (out / "train.txt").read_bytes() == (folder / "train.txt").read_bytes() + b"0\t2\t3\t1488\n"
    assert (out / "entity2id.txt").read_text().endswith("\nIceland\t3\n")
    assert (out / "relation2id.txt").read_text().endswith("\nConsult\t2\n")


def test_stopping_leaves_whole_batches_and_the_same_command_goes_on(tmp_path, run, ledger, monkeypatch):
    path = file_of(tmp_path, "icews", "".join(icews(Event_ID=str(n)) for n in range(10)))
    monkeypatch.setattr("sanudo.cli.importing._BATCH", 3)
    read_file = reading.read_file

    def stopped(*arguments):
        for number, row in enumerate(read_file(*arguments)):
            if number == 7:
                raise KeyboardInterrupt
            yield row

    with monkeypatch.context() as patched:
        patched.setattr(reading, "read_file", stopped)
        result = run("import", path)
    assert result.exit_code == 130
    assert "6 new rows" in result.stderr
    assert "Stopped" in result.stderr
    assert run("verify").exit_code == 0
    assert "4 new rows" in run("import", path).stderr
    out = tmp_path / "out"
    run("export", "--format", "icews", "--only", "imported", "--output", out)
    assert out.read_bytes() == path.read_bytes()


def test_tampering_is_found(tmp_path, run, ledger):
    run("import", file_of(tmp_path, "icews"))
    with closing(connect(ledger, isolation_level=None)) as db:
        db.execute("DROP TRIGGER imported_event_stays")
        db.execute("UPDATE imported_event SET type = 'AID' WHERE line = 2")
    result = run("verify")
    assert result.exit_code == 1
    assert "is not the one that was imported" in result.stdout


def test_an_imported_event_cannot_be_changed(tmp_path, run, ledger):
    run("import", file_of(tmp_path, "icews"))
    with closing(connect(ledger)) as db:
        for statement in ("UPDATE imported_event SET raw = ''", "DELETE FROM imported_event"):
            with pytest.raises(IntegrityError, match="never"):
                db.execute(statement)


def test_headings_come_back_where_nothing_was_written(run):
    assert run("export", "--format", "icews", "--only", "imported").stdout == HEADINGS["icews"]


ICEWS14 = Path(__file__).resolve().parents[3] / "shared" / "data" / "series" / "icews14"


@pytest.mark.skipif(
    not ICEWS14.is_dir(), reason="../shared/data/series/icews14 is not there; bench/importing.py measures it"
)
def test_a_thousand_rows_of_icews14_come_back(tmp_path, run):
    folder = tmp_path / "icews14"
    folder.mkdir()
    for name in ("entity2id.txt", "relation2id.txt", "test.txt"):
        text = (ICEWS14 / name).read_bytes()
        (folder / name).write_bytes(b"".join(text.splitlines(keepends=True)[:1000]) if name == "test.txt" else text)
    assert "1,000 new rows" in run("import", folder).stderr
    run("export", "--format", "quadruples", "--only", "imported", "--output", tmp_path / "out")
    for path in folder.iterdir():
        assert (tmp_path / "out" / path.name).read_bytes() == path.read_bytes()
