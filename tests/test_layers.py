"""The rules of the house that can be read off the source: who imports whom, and what library code never does."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "sanudo"
STAGES = {"read", "parse", "coding", "resolve", "detail", "reconcile", "ledger", "analyse", "present", "exchange"}
SHARED = {
    "records",
    "details",
    "errors",
    "cameo_codes",
    "codebook",
    "figures",
    "serial",
    "resources",
    "dates",
    "identity",
    "learned",
    "titles",
    "verbs",
}
FILES = {
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
}
TREES = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in FILES.items()}
CLOCKS = {"now", "today", "utcnow", "time_ns"}
BANNED = {"random", "secrets", "time", "uuid"}


def imported(name):
    """Modules of the package that a module imports, wherever in it."""
    for node in ast.walk(TREES[name]):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "sanudo")
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "sanudo":
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield whole if whole in FILES else node.module


def stage(name):
    return name.split(".")[1] if "." in name else ""


def test_imports_are_absolute():
    relative = [
        f"{name}:{node.lineno}"
        for name, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert relative == []


@pytest.mark.parametrize("name", [name for name in FILES if stage(name) in STAGES])
def test_a_stage_imports_what_is_shared_and_itself(name):
    allowed = {*SHARED, stage(name)}
    assert [other for other in imported(name) if stage(other) not in allowed] == []


@pytest.mark.parametrize("name", [name for name in FILES if stage(name) in SHARED])
def test_what_is_shared_imports_what_is_shared(name):
    assert [other for other in imported(name) if stage(other) not in SHARED] == []


@pytest.mark.parametrize("name", [name for name in FILES if stage(name) not in {*STAGES, *SHARED, "cli"}])
def test_only_these_join_stages(name):
    joined = {stage(other) for other in imported(name)} & STAGES
    assert len(joined) < 2 or name in {"sanudo", "sanudo.pipeline", "sanudo.run"}


def test_nothing_imports_itself_in_a_circle():
    rest = {name: {other for other in imported(name) if other != name} for name in FILES}
    while free := [name for name, others in rest.items() if not others & rest.keys()]:
        for name in free:
            del rest[name]
    assert rest == {}


@pytest.mark.parametrize("name", [name for name in FILES if stage(name) != "cli"])
def test_library_code_has_no_voice_no_clock_and_no_dice(name):
    """The command line is the edge: it has them, and hands on what it learns."""
    assert list(breaches(TREES[name])) == []


def breaches(tree):
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="print" as word)):
                yield f"line {node.lineno}: {word}"
            case ast.Attribute(value=ast.Name(id=owner) | ast.Attribute(attr=owner), attr=word):
                if owner in {"date", "datetime", "time"} and word in CLOCKS:
                    yield f"line {node.lineno}: {word}"
            case ast.Import(names=[ast.alias(name=word)]) | ast.ImportFrom(module=str(word)):
                if word.split(".")[0] in BANNED:
                    yield f"line {node.lineno}: {word}"
            case ast.Assert() | ast.ExceptHandler(type=None):
                yield f"line {node.lineno}: assert or bare except"


@pytest.mark.parametrize(
    "source",
    [
        "print(1)",
        "import random",
        "from random import choice",
        "import time",
        "from datetime import datetime\ndatetime.now()",
        "import datetime\ndatetime.date.today()",
        "assert True",
        "try:\n    pass\nexcept:\n    pass",
    ],
)
def test_each_breach_is_seen(source):
    assert len(list(breaches(ast.parse(source)))) == 1
