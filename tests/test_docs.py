"""The pages of docs/ say what the program does: those made from the code are fresh, the commands they teach exist."""

import importlib.util
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import click
import pytest
from build import article_of, mention_of
from click.testing import CliRunner

from sanudo.cli import main
from sanudo.exchange import FORMATS
from sanudo.ledger import open_ledger
from sanudo.read.rows import COLUMNS
from sanudo.records import Kind, Parse, Run

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"


def build_docs() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_docs", ROOT / "scripts" / "build_docs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


VERBS = dict(build_docs().verbs(main))


@pytest.mark.parametrize("page", ["records.md", "cli.md"])
def test_made_pages_are_fresh(page: str) -> None:
    made = build_docs().pages()[DOCS / page]
    assert (DOCS / page).read_text(encoding="utf-8") == made, "run `make docs`"


def test_the_page_of_the_example_reports_is_fresh() -> None:
    assert (DOCS / "examples.md").read_text(encoding="utf-8") == build_docs().examples_page(), "run `make docs`"


def commands_in(text: str) -> Iterator[list[str]]:
    """The arguments of every `sanudo` in a text of commands, pipes taken apart."""
    for line in text.splitlines():
        words = shlex.split(line)
        while "sanudo" in words:
            words = words[words.index("sanudo") + 1 :]
            end = next((i for i, word in enumerate(words) if word in ("|", ">")), len(words))
            yield words[:end]


def check(arguments: list[str]) -> None:
    """Parse a command as the program would, without running it."""
    verb, *rest = arguments
    if verb.startswith("--"):
        assert any(verb in option.opts for option in main.params) or verb == "--help"
        return
    if verb not in VERBS:
        verb, rest = f"{verb} {rest[0]}", rest[1:]
    with VERBS[verb].make_context(verb, rest):
        pass


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_every_verb_teaches_with_an_example_that_parses(verb: str) -> None:
    text = VERBS[verb].help or ""
    _, example, lines = text.partition("Example:\n")
    assert example
    commands = list(commands_in(lines))
    assert any(" ".join(command).startswith(verb) for command in commands)
    for command in commands:
        check(command)


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_every_option_has_help(verb: str) -> None:
    options = [p for p in VERBS[verb].params if isinstance(p, click.Option)]
    assert not [option.name for option in options if not option.help]


def fenced(page: str, language: str) -> list[str]:
    text = (DOCS / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def test_the_commands_of_the_page_on_actors_exist() -> None:
    commands = [command for block in fenced("actors.md", "console") for command in commands_in(block)]
    assert [command[:2] for command in commands][-1] == ["actors", "import"]
    for command in commands:
        check(command)


def test_the_page_on_networks_shows_commands_and_python_that_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands = [command for block in fenced("analysis-network.md", "console") for command in commands_in(block)]
    assert [command[0] for command in commands] == ["network"] * 3
    for command in commands:
        check(command)
    pytest.importorskip("networkx", reason="pip install 'sanudo[exchange]'")
    article = article_of("Russia and Pakistan signed a pact.", published="2018-08-08")
    signed = mention_of(article, "SUPPORT", "RUS:Russia PAK:Pakistan", when="2018-08-07")
    monkeypatch.chdir(tmp_path)
    with (
        open_ledger("asia.sanudo", create=True) as ledger,
        ledger.writer(Run("r1:1", "test", "m", "d", "{}", "2020")) as writer,
    ):
        writer.add_article(article, Parse(article.id, (), ()), [signed])
    (block,) = fenced("analysis-network.md", "python")
    names: dict[str, Any] = {}
    exec(block, names)
    assert names["graph"].edges["PAK", "RUS"]["weight"] == 5.0


def test_the_commands_of_the_tutorial_exist() -> None:
    commands = [command for block in fenced("tutorial.md", "console") for command in commands_in(block)]
    assert {command[0] for command in commands} >= {"read", "events", "explain", "brief", "export", "verify", "code"}
    for command in commands:
        check(command)


def test_the_python_of_the_tutorial_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article = article_of("Russia and Pakistan signed a pact.", published="2018-08-08")
    signed = mention_of(article, "SUPPORT", "RUS:Russia PAK:Pakistan", kind=Kind.AGREEMENT, when="2018-08-07")
    monkeypatch.chdir(tmp_path)
    with (
        open_ledger("tutorial.sanudo", create=True) as ledger,
        ledger.writer(Run("r1:1", "test", "m", "d", "{}", "2020")) as writer,
    ):
        writer.add_article(article, Parse(article.id, (), ()), [signed])
    (block,) = fenced("tutorial.md", "python")
    names: dict[str, Any] = {}
    exec(block, names)
    assert names["table"].num_rows == 1


def sessions(block: str) -> Iterator[tuple[list[str], list[str]]]:
    """The commands of a console block, each with the lines that it is said to print."""
    for part in block.split("$ ")[1:]:
        command, *shown = part.rstrip().splitlines()
        yield shlex.split(command, comments=True), shown


def assert_shown(shown: list[str], printed: str) -> None:
    """Every line shown is printed, in this order, and next to each other where no line of dots stands between; seconds differ."""
    lines = [re.sub(r"\d+\.\d s", "1.0 s", line.rstrip()) for line in printed.splitlines()]
    at, gap = 0, True
    for line in (re.sub(r"\d+\.\d s", "1.0 s", line.rstrip()) for line in shown):
        if line.strip() == "...":
            gap = True
        elif line:
            assert line in lines[at:], f"not printed: {line}\n\n{printed}"
            found = lines.index(line, at)
            assert gap or not any(lines[at:found]), f"more is printed before: {line}\n\n{printed}"
            at, gap = found + 1, False


def test_the_readme_shows_what_its_commands_print(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (block,) = re.findall(r"^```console\n(.*?)^```$", (ROOT / "README.md").read_text(encoding="utf-8"), re.M | re.S)
    shown = [(command[1:], lines) for command, lines in sessions(block) if command[0] == "sanudo"]
    assert [command[0] for command, _ in shown] == ["read", "events", "explain", "network"]
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    for command, lines in shown:
        if command[0] == "network":
            pytest.importorskip("matplotlib", reason="pip install 'sanudo[plots]'")
        assert_shown(lines, CliRunner().invoke(main, command).output.replace(f"{tmp_path}/", ""))


@pytest.mark.parametrize("page", [page.name for page in sorted(DOCS.glob("*.md"))])
def test_links_between_pages_lead_somewhere(page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", text):
        assert target.startswith("http") or (DOCS / target).exists(), target


@pytest.mark.parametrize(
    "term",
    [
        *("article", "entity mention", "event mention", "event", "judgement", "dispute", "evidence", "refusal"),
        *("attribution", "status", "kind", "dyad", "actor", "recipient", "EDTF", "quad class"),
    ],
)
def test_terms_define_the_nouns(term: str) -> None:
    assert re.search(rf"^(.*\*\* )?\*\*{term}\*\*|\. \*\*{term}\*\*", (DOCS / "terms.md").read_text(), re.MULTILINE)


@pytest.mark.parametrize("name", ["polecat", "icews", "gdelt", "gdelt-mentions", "cameo"])
def test_the_page_on_formats_has_their_columns(name: str) -> None:
    text = (DOCS / "formats.md").read_text(encoding="utf-8")
    section = text.partition(f"\n## {name}\n")[2].partition("\n## ")[0].split()
    listed = " ".join(section).split("`")[1::2]
    assert tuple(listed[: len(FORMATS[name].columns)]) == FORMATS[name].columns


def test_the_commands_of_the_page_on_formats_exist() -> None:
    commands = [command for block in fenced("formats.md", "console") for command in commands_in(block)]
    assert commands
    for command in commands:
        check(command)


def test_every_name_of_a_column_is_told() -> None:
    page = (DOCS / "reading.md").read_text(encoding="utf-8")
    rows = {field: ", ".join(f"`{name}`" for name in names) for field, names in COLUMNS.items()}
    assert all(f"| {field} | {names} |" in page for field, names in rows.items())
