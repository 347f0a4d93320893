"""The verbs, as they are typed: what they print where, and how they end."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from build import article_of, mention_of
from click.testing import CliRunner, Result

import sanudo
import sanudo.pipeline
from sanudo.cli import main
from sanudo.details import Amount, Item, Stated, Transfer
from sanudo.ledger import open_ledger
from sanudo.pipeline import Coded
from sanudo.records import Article, Kind, Parse, ReadProblem, Reason, Refusal, Run, Status
from sanudo.resources import NO_ACTORS, Actors

TALKS = article_of("Russia met Pakistan in Rawalpindi.", title="Talks", publisher="The Wire", published="2018-08-08")
AID = article_of("The USA may cut aid to Pakistan.", publisher="The Daily", url="https://example.org/aid")
FOREIGN = article_of("Bonjour", origin="fr.txt", refusals=(Refusal(Reason.NOT_ENGLISH, note="in French"),))
MET = mention_of(TALKS, "CONSULT", "RUS:Russia PAK:Pakistan", kind=Kind.MEETING, when="2018-08-07")
CUT = mention_of(AID, "SANCTION", "USA:USA", "PAK:Pakistan", kind=Kind.AID_SUSPENSION, status=Status.POSSIBLE)

Sanudo = Callable[..., Result]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "x.sanudo"
    with open_ledger(path, create=True) as book, book.writer(Run("r1:1", "test", "m", "d", "{}", "2020")) as writer:
        for article, mentions in ((TALKS, [MET]), (AID, [CUT]), (FOREIGN, [])):
            writer.add_article(article, Parse(article.id, (), ()), mentions)
        writer.add_problem(ReadProblem("cut.html", Refusal(Reason.BAD_FORMAT, note="cut off")))
    return path


@pytest.fixture
def run(ledger: Path) -> Sanudo:
    def invoke(*arguments: str, input: str | bytes | None = None) -> Result:
        return CliRunner().invoke(main, arguments, input=input, env={"SANUDO_LEDGER": str(ledger)})

    return invoke


def coded(article: Article, actors: Actors = NO_ACTORS) -> Coded:
    """A coder that finds one event in each article that names both states."""
    refused = any(refusal.field is None for refusal in article.refusals)
    found = {"Russia", "Pakistan"} <= set(re.findall(r"\w+", article.text)) and not refused
    mentions = (mention_of(article, "CONSULT", "RUS:Russia PAK:Pakistan", confidence=0.7),) if found else ()
    return Coded(article, Parse(article.id, (), ()), mentions, article.refusals)


@pytest.fixture(autouse=True)
def quick_coder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sanudo.pipeline.code_article", coded)
    monkeypatch.setattr("sanudo.pipeline.model_version", lambda actors: "quick-1")


# Help


def test_help_lists_every_verb_and_imports_nothing_heavy() -> None:
    script = "import sys; from sanudo.cli import main; main(['--help'], standalone_mode=False); print(*sys.modules)"
    out = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert all(f"  {verb} " in out for verb in main.commands)
    heavy = {"onnxruntime", "pyarrow", "rich", "jinja2", "trafilatura", "numpy"}
    assert heavy.isdisjoint(out.splitlines()[-1].split())


def test_version(run: Sanudo) -> None:
    assert run("--version").stdout == f"sanudo {sanudo.__version__}\n"


# Records


HANDOVER = article_of("Russia gave Pakistan four Mi-35 helicopters and =1 promise.", published="2017-08-08")
GIVEN = mention_of(
    HANDOVER,
    "AID",
    "RUS:Russia",
    "PAK:Pakistan",
    kind=Kind.TRANSFER,
    detail=Transfer(
        items=(Item("Mi-35", "helicopter", Amount(4.0, "helicopter", "exact", "four", 21, 25), "four Mi-35", 21, 31),),
        stage=Stated("delivered", "gave", 7, 11),
        delivery=Stated("=1 promise", "=1 promise", 48, 58),
    ),
)


@pytest.fixture
def handed_over(ledger: Path) -> None:
    with open_ledger(ledger) as book, book.writer(Run("r1:2", "test", "m", "d", "{}", "2020")) as writer:
        writer.add_article(HANDOVER, Parse(HANDOVER.id, (), ()), [GIVEN])


@pytest.mark.usefixtures("handed_over")
def test_a_verb_lists_the_records_of_its_kind(run: Sanudo) -> None:
    head, row = run("transfers").stdout.splitlines()
    assert head.split("  ")[0].split() == ["when"]
    assert "4 Mi-35 (helicopter)" in row
    assert "delivered" in row
    assert run("transfers", "--state", "India").stderr == "No transfers in this ledger answer to that.\n"


@pytest.mark.usefixtures("handed_over")
def test_records_as_json_have_every_value_with_its_words(run: Sanudo) -> None:
    (event,) = json.loads(run("transfers", "--json").stdout)
    item = event["detail"]["items"][0]
    assert (item["designation"], item["count"]["value"], item["text"]) == ("Mi-35", 4, "four Mi-35")
    assert event["detail"]["value"] is None
    (cut,) = json.loads(run("sanctions", "--json").stdout)
    assert cut["kind"] == "aid_suspension"


@pytest.mark.usefixtures("handed_over")
def test_records_as_csv_run_nothing_in_a_spreadsheet(run: Sanudo) -> None:
    (row,) = csv.DictReader(io.StringIO(run("transfers", "--csv").stdout))
    assert (row["items"], row["delivery"]) == ("4 Mi-35 (helicopter)", "'=1 promise")


@pytest.mark.parametrize("verb", ["agreements", "committees", "visits", "exercises", "trainings", "deployments"])
def test_a_verb_without_records_says_so(run: Sanudo, verb: str) -> None:
    result = run(verb)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"No {verb} in this ledger answer to that.\n"
    assert json.loads(run(verb, "--json").stdout) == []


@pytest.mark.usefixtures("handed_over")
def test_explain_shows_each_value_of_a_record_with_its_words(run: Sanudo) -> None:
    shown = run("explain", GIVEN.id).stdout
    assert "  items        4 Mi-35 (helicopter)\n               - “four Mi-35” [21 to 31]\n" in shown


# Lists


def test_events_are_plain_columns_in_a_pipe(run: Sanudo) -> None:
    result = run("events")
    _, first, second = result.stdout.splitlines()
    assert (result.exit_code, result.stderr) == (0, "")
    assert first.split()[:6] == ["2018-08-07", "CONSULT", "meeting", "happened", "Russia", "<->"]
    assert first.endswith("Russia met Pakistan in Rawalpindi.")
    assert "United States -> Pakistan" in second
    assert "The Daily" in second


@pytest.mark.parametrize(
    ("filters", "types"),
    [
        (("--state", "russia"), ["CONSULT"]),
        (("--between", "PAK", "United States"), ["SANCTION"]),
        (("--type", "consult"), ["CONSULT"]),
        (("--kind", "aid_suspension"), ["SANCTION"]),
        (("--status", "possible"), ["SANCTION"]),
        (("--since", "2018-08", "--until", "2018"), ["CONSULT"]),
        (("--text", "aid"), ["SANCTION"]),
        (("--limit", "1"), ["CONSULT"]),
    ],
)
@pytest.mark.parametrize("verb", ["events", "mentions"])
def test_filters(run: Sanudo, verb: str, filters: tuple[str, ...], types: list[str]) -> None:
    assert [record["type"] for record in json.loads(run(verb, *filters, "--json").stdout)] == types


def test_json_records_carry_their_words_and_source(run: Sanudo) -> None:
    (record,) = json.loads(run("events", "--limit", "1", "--json").stdout)
    assert record["evidence"][0]["text"] == "Russia met Pakistan in Rawalpindi."
    assert record["publisher"] == "The Wire"


def test_csv_has_a_heading_and_a_row_for_each(run: Sanudo) -> None:
    assert len(run("mentions", "--csv").stdout.splitlines()) == 3


def test_articles_say_what_was_not_coded(run: Sanudo) -> None:
    result = run("articles")
    assert "not in English" in next(line for line in result.stdout.splitlines() if "fr.txt" in line)


def test_no_answer_is_said_on_standard_error(run: Sanudo) -> None:
    result = run("events", "--state", "FRA")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "No events" in result.stderr
    assert json.loads(run("events", "--state", "FRA", "--json").stdout) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("events", "--state", "Atlantis"), "'Atlantis' is no state"),
        (("brief", "pakstan"), "did you mean Pakistan?"),
        (("events", "--since", "yesterday"), "'yesterday' is no date"),
        (("events", "--type", "HUG"), "CONSULT"),
        (("events", "--between", "PAK", "PAK"), "two different states"),
        (("brief", "PAK", "RUS", "IND"), "two different states"),
        (("brief", "PAK", "pakistan"), "two different states"),
        (("explain", "e1:zzzz"), "e1:zzzz"),
        (("explain", TALKS.id), "neither an event nor a mention"),
        (("read",), "PATH"),
        (("export",), "--format"),
    ],
)
def test_misuse_is_explained_and_ends_with_2(run: Sanudo, arguments: tuple[str, ...], said: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""


def test_no_ledger_and_no_such_ledger_are_one_line_each(run: Sanudo, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Nothing of the kind. " * 100)
    for name in ("notes.txt", "missing.sanudo"):
        result = run("events", "--ledger", str(tmp_path / name))
        assert result.exit_code == 1
        assert re.fullmatch(r"sanudo: \[S30\d\] .*\n", result.stderr)


# One event, and a brief


def test_explain_an_event_by_the_beginning_of_its_id(run: Sanudo) -> None:
    (record,) = json.loads(run("events", "--limit", "1", "--json").stdout)
    result = run("explain", record["id"][:11])
    assert result.exit_code == 0
    assert "Russia and Pakistan held talks on 7 August 2018." in result.stdout
    assert ">>Russia met Pakistan in Rawalpindi.<<" in result.stdout


def test_explain_a_mention_as_json(run: Sanudo) -> None:
    found = json.loads(run("explain", MET.id, "--json").stdout)
    assert found["event"] is None
    assert [mention["id"] for mention in found["mentions"]] == [MET.id]
    assert [article["id"] for article in found["articles"]] == [TALKS.id]


def test_brief_is_markdown_on_standard_output(run: Sanudo) -> None:
    result = run("brief", "Pakistan", "russia")
    assert "\n# Pakistan and Russia, August 2018\n" in result.stdout
    assert "might cut or suspend aid to Pakistan" in result.stdout
    assert "cut.html: cut off" in result.stdout
    assert "## How they stand\n\n| year | events |" in result.stdout
    assert result.stderr == ""


def test_brief_into_a_file_says_where_it_is(run: Sanudo, tmp_path: Path) -> None:
    result = run("brief", "--format", "html", "--output", str(tmp_path / "b.html"))
    assert result.stdout == ""
    assert str(tmp_path / "b.html") in result.stderr
    assert (tmp_path / "b.html").read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("name", "options", "begins"),
    [
        ("b.html", (), "<!doctype"),
        ("b.json", (), "{"),
        ("b.txt", (), "<!-- Made"),
        ("b.html", ("--format", "md"), "<!-- Made"),
    ],
)
def test_the_name_of_the_output_says_its_form(
    run: Sanudo, tmp_path: Path, name: str, options: tuple[str, ...], begins: str
) -> None:
    assert run("brief", *options, "--output", str(tmp_path / name)).exit_code == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


@pytest.mark.parametrize("form", ["md", "html", "json"])
def test_a_brief_is_no_report(run: Sanudo, tmp_path: Path, form: str) -> None:
    run("brief", "--output", str(tmp_path / f"b.{form}"))
    result = run("read", str(tmp_path / f"b.{form}"), "--ledger", str(tmp_path / "new.sanudo"))
    assert result.exit_code == 1
    assert "Nothing new was read" in result.stderr
    assert ("another shape" if form == "json" else "a brief that Sanudo wrote") in result.stderr


def test_brief_as_json(run: Sanudo) -> None:
    assert json.loads(run("brief", "USA", "--format", "json").stdout)["title"] == "United States"


def test_a_brief_that_is_not_written_whole_leaves_the_old_one(
    run: Sanudo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "b.md"
    old.write_text("old")

    def full(path: Path, content: bytes) -> None:
        path.touch()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    result = run("brief", "--output", str(old))
    assert result.exit_code == 1
    assert result.stderr == f"sanudo: No space left on device: {old}\n"
    assert old.read_text() == "old"
    assert not [*tmp_path.glob(".*.part")]


def test_brief_that_cannot_be_written(run: Sanudo, tmp_path: Path) -> None:
    result = run("brief", "--output", str(tmp_path / "no" / "b.md"))
    assert result.exit_code == 1
    assert "no/b.md" in result.stderr


# Export and verify


def test_export_to_standard_output_and_to_a_file(run: Sanudo, tmp_path: Path) -> None:
    lines = run("export", "--format", "jsonl", "--what", "mentions")
    assert [json.loads(line)["id"] for line in lines.stdout.splitlines()] == [MET.id, CUT.id]
    assert "2 mentions exported" in lines.stderr
    result = run("export", "--output", str(tmp_path / "e.parquet"), "--state", "USA")
    assert "1 event exported" in result.stderr
    assert (tmp_path / "e.parquet").read_bytes()[:4] == b"PAR1"


def test_verify(run: Sanudo, monkeypatch: pytest.MonkeyPatch) -> None:
    result = run("verify")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no faults found" in result.stderr
    monkeypatch.setattr("sanudo.ledger.Ledger.verify", lambda self, reconciling: ["m1:x: its words are not there"])
    result = run("verify")
    assert (result.exit_code, result.stdout) == (1, "m1:x: its words are not there\n")


# Read


def reports(folder: Path) -> Path:
    for name, text in (("a", "Russia and Pakistan held long talks in Moscow."), ("b", "Nothing of note came to pass.")):
        (folder / f"{name}.txt").write_text(f"{text} {'The weather was fine in the capital that day. ' * 3}")
    return folder


def test_read_and_read_again(run: Sanudo, tmp_path: Path) -> None:
    new, folder = tmp_path / "new.sanudo", tmp_path / "reports"
    folder.mkdir()
    first = run("read", str(reports(folder)), "--ledger", str(new), "--published", "2018-08-08", "--publisher", "Wire")
    assert (first.exit_code, first.stdout) == (0, "")
    assert re.search(r"2 new articles read into .* in \d+\.\d s, with 1 event mention\.", first.stderr)
    again = run("read", str(folder), "--ledger", str(new))
    assert again.exit_code == 0
    assert again.stderr == f"Nothing new was read into {new}.\n2 articles were known already.\n"
    (article,) = json.loads(run("articles", "--text", "Moscow", "--json", "--ledger", str(new)).stdout)
    assert (article["publisher"], article["published"], article["published_basis"]) == ("Wire", "2018-08-08", "given")


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(run: Sanudo, tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    result = run("read", str(tmp_path / "gone.txt"), str(reports(folder)))
    assert result.exit_code == 1
    assert "2 new articles" in result.stderr
    assert re.search(r"1 input could not be read, or not whole:\n  .*gone\.txt: ", result.stderr)


def test_reservations_are_told_once(run: Sanudo, tmp_path: Path) -> None:
    """A date in the future and a guessed encoding: the articles are read, and a person should know."""
    text = "Russia and Pakistan held long talks in Moscow. The weather was fine in the capital that day."
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": text, "date": "2099-05-01"}))
    (tmp_path / "b.txt").write_bytes(f"{text} “Fine,” said Señor Peña.".encode("cp1252"))
    command = ("read", str(tmp_path / "a.jsonl"), str(tmp_path / "b.txt"), "--ledger", str(tmp_path / "new.sanudo"))
    result = run(*command)
    assert result.exit_code == 1
    assert "2 new articles" in result.stderr
    assert "2 articles do not say when they were published" in result.stderr
    assert "2 reservations about what was read:" in result.stderr
    assert re.search(r"a\.jsonl#line 1: 2099-05-01 \(metadata\) is after .*; not taken\n", result.stderr)
    assert re.search(r"b\.txt: .*read as Windows-1252\n", result.stderr)
    again = run(*command)
    assert again.exit_code == 0
    assert "reservation about" not in again.stderr


def test_a_date_for_articles_that_are_known_is_said_to_do_nothing(run: Sanudo, tmp_path: Path) -> None:
    command = ("read", str(reports(tmp_path)), "--ledger", str(tmp_path / "new.sanudo"))
    run(*command)
    assert "--published and --publisher are taken for new ones only" in run(*command, "--publisher", "Wire").stderr


@pytest.mark.parametrize("date", ["2099", "yesterday", "2018/2019"])
def test_a_date_of_publication_that_cannot_be_is_misuse(run: Sanudo, tmp_path: Path, date: str) -> None:
    result = run("read", str(tmp_path), "--ledger", str(tmp_path / "new.sanudo"), "--published", date)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert date in result.stderr
    assert not (tmp_path / "new.sanudo").exists()


def test_names_of_files_cannot_write_to_the_terminal(run: Sanudo, tmp_path: Path) -> None:
    for name in (b"a\x1b[2J.txt", b"b\n.txt", b"c\xe9.txt"):
        (tmp_path / os.fsdecode(name)).touch()
    result = run("read", *map(str, tmp_path.glob("*.txt")), "--ledger", str(tmp_path / "new.sanudo"))
    assert result.exit_code == 1
    told = re.findall(r"/([abc])(.*)\.txt: the file is empty; skipped\n", result.stderr)
    assert sorted(told) == [("a", "[2J"), ("b", " "), ("c", "\ufffd")]


def test_a_flood_of_problems_is_cut_short(run: Sanudo, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("oops\n" * 50)
    result = run("read", str(tmp_path / "a.jsonl"))
    assert "50 inputs could not be read, or not whole:" in result.stderr
    assert result.stderr.endswith("  ... and 30 more\n")
    assert result.stderr.count("oops") + result.stderr.count("broken JSON") == 20


def test_read_standard_input(run: Sanudo) -> None:
    text = "Russia and Pakistan held long talks in Moscow. The weather was fine in the capital that day."
    assert "1 new article read" in run("read", "-", input=text).stderr


def test_ctrl_c_keeps_what_was_read_and_the_next_run_goes_on(
    run: Sanudo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new, folder = tmp_path / "new.sanudo", tmp_path / "reports"
    folder.mkdir()
    reports(folder)

    def stopped(article: Article, actors: Actors) -> Coded:
        if "Moscow" not in article.text:
            raise KeyboardInterrupt
        return coded(article)

    monkeypatch.setattr("sanudo.pipeline.code_article", stopped)
    result = run("read", str(folder), "--ledger", str(new))
    assert result.exit_code == 130
    assert "1 new article" in result.stderr
    assert "Run the same command again to go on." in result.stderr
    monkeypatch.setattr("sanudo.pipeline.code_article", coded)
    assert "1 new article read" in run("read", str(folder), "--ledger", str(new)).stderr


# Code and relate


def lines_of(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_code_answers_each_line_in_order(run: Sanudo) -> None:
    asked = [
        '{"id": "a", "text": "The ministers of Russia and Pakistan met on Tuesday.", "published": "2018-08-08", "title": null}',
        '{"id": 2, "text": "Nothing."}',
        '{"text": "The ministers of Russia and Pakistan met again on Friday."}',
    ]
    result = run("code", input="\n".join(asked))
    first, second, third = lines_of(result)
    assert (result.exit_code, result.stderr) == (0, "")
    assert (first["id"], second["id"], str(third["id"])[:3]) == ("a", 2, "a1:")
    assert [event["type"] for event in first["events"]] == ["CONSULT"]
    assert second["events"] == []


@pytest.mark.parametrize(
    ("line", "id", "reason", "note"),
    [
        (b"{oops", None, "bad_format", "line 2: not JSON"),
        (b"[1]", None, "bad_format", "line 2: not a JSON object"),
        (b"[" * 100_000, None, "bad_format", "line 2: not JSON"),
        (b'{"id": "x"}', "x", "bad_format", 'line 2: "text" is missing'),
        (b'{"id": "x", "text": 5}', "x", "bad_format", 'line 2: "text" is missing or not a text'),
        (b'{"id": [], "text": "a"}', None, "bad_format", 'line 2: "id"'),
        (b'{"id": "x", "text": "a", "published": 3}', "x", "bad_format", 'line 2: "published"'),
        (b'{"id": "x", "text": "\xff"}', None, "bad_encoding", "line 2: not UTF-8"),
    ],
)
def test_code_answers_a_bad_line_in_its_place(run: Sanudo, line: bytes, id: str, reason: str, note: str) -> None:
    good = b'{"id": "good", "text": "Russia met Pakistan."}'
    result = run("code", input=b"\n".join([good, line, good]))
    before, answer, after = lines_of(result)
    assert result.exit_code == 1
    assert before == after
    (refusal,) = answer.pop("refusals")
    assert answer == {"id": id, "events": []}
    assert (refusal["reason"], refusal["field"]) == (reason, None)
    assert refusal["note"].startswith(note)


def test_code_takes_a_file_and_leaves_out_what_is_below_the_confidence(run: Sanudo, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(
        '\ufeff{"id": "a", "text": "The ministers of Russia and Pakistan met on Tuesday."}\n\n', encoding="utf-8"
    )
    (answer,) = lines_of(run("code", str(tmp_path / "in.jsonl"), "--min-confidence", "0.8"))
    assert (answer["id"], answer["events"]) == ("a", [])
    (answer,) = lines_of(run("code", str(tmp_path / "in.jsonl"), "--min-confidence", "0.7"))
    assert len(answer["events"]) == 1


def test_code_survives_half_a_character(run: Sanudo) -> None:
    (answer,) = lines_of(run("code", input='{"id": "\\ud800", "text": "Russia \\ud800 met Pakistan."}'))
    assert answer["id"] == "\ud800"


def test_relate(run: Sanudo, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []

    def relate(text: str, source: object, target: object) -> tuple[str, dict[str, float]]:
        seen.append((text, source, target))
        return "SUPPORT", {"SUPPORT": 1.0}

    monkeypatch.setattr("sanudo.pipeline.relate", relate)
    asked = [
        '{"id": "a", "text": "Iran thanked Oman.", "source": [0, 4], "target": null}',
        '{"id": "b", "text": "Iran thanked Oman.", "source": [0, 99], "target": null}',
        '{"id": "c", "text": "Iran thanked Oman.", "target": [true, 4]}',
    ]
    result = run("relate", input="\n".join(asked))
    good, *bad = lines_of(result)
    assert result.exit_code == 1
    assert good == {"id": "a", "type": "SUPPORT", "scores": {"SUPPORT": 1.0}}
    assert seen == [("Iran thanked Oman.", (0, 4), None)]
    assert [(answer["id"], answer["type"], answer["scores"]) for answer in bad] == [("b", None, {}), ("c", None, {})]
    assert bad[0]["refusals"][0]["note"].startswith('line 2: "source" is neither null nor a span')


# Pipes


def test_a_reader_who_has_left_gets_no_complaint(ledger: Path) -> None:
    command = [sys.executable, "-c", "from sanudo.cli import main; main()", "events", "--ledger", str(ledger)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141


# A user's actors


def test_actors_are_read_and_a_bad_entry_is_told(run: Sanudo, tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("- {name: Norden, state: NOR}\n- {name: Sudland}\n")
    (tmp_path / "a.txt").write_text("Russia met Pakistan.")
    result = run("read", str(tmp_path / "a.txt"), "--actors", str(own))
    assert result.exit_code == 1
    assert f"{own}:2: no “state”; give a code" in result.stderr
    assert "1 new article" in result.stderr
    coded = run("code", "--actors", str(own), input='{"text": "Russia met Pakistan."}')
    assert (coded.exit_code, len(json.loads(coded.stdout)["events"])) == (1, 1)
    own.write_text("name: Norden")
    assert "own.yaml:1: not a list" in run("code", "--actors", str(own), input="").stderr


def test_dictionaries_become_a_file_of_actors(run: Sanudo, tmp_path: Path) -> None:
    (tmp_path / "a.actors.txt").write_text("NORDEN_ [NORMIL 960101-980101]\nTRADERS_ [MNC]\n")
    out = tmp_path / "own.yaml"
    result = run("actors", "import", str(tmp_path / "a.actors.txt"), "--output", str(out))
    assert result.exit_code == 1
    assert "a.actors.txt:2: MNC of Traders is no state, body or armed group; left out" in result.stderr
    assert "1 entry taken; 1 code left out." in result.stderr
    assert out.read_text(encoding="utf-8") == (
        '# a.actors.txt\n- {name: "Norden", state: "NOR", sector: "MIL", from: "1996-01-01", to: "1998-01-01"}\n'
    )
    missing = run("actors", "import", str(tmp_path / "none.txt"))
    assert (missing.exit_code, missing.stdout) == (1, "")
    assert "No such file" in missing.stderr
