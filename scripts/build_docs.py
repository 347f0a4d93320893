"""Write the pages that are made from the code: docs/records.md, docs/cli.md and docs/examples.md. Run it after a change to what they show."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from inspect import cleandoc
from pathlib import Path
from textwrap import dedent
from types import ModuleType
from typing import Any

import click

from sanudo import codebook, details, records
from sanudo.cli import main as sanudo
from sanudo.details import DETAILS, Agreement, Stated, values
from sanudo.pipeline import code_article
from sanudo.present.datewords import date_words
from sanudo.present.detailwords import cell, columns, label
from sanudo.present.tables import who
from sanudo.read import article_from_text, read_sources
from sanudo.records import (
    Article,
    Attribution,
    EventMention,
    Evidence,
    Kind,
    Participant,
    Place,
    ReadProblem,
    Status,
    WhenBasis,
)
from sanudo.serial import event_to_wire

DOCS = Path(__file__).parent.parent / "docs"
EXAMPLES = DOCS.parent / "examples"
MADE = "<!-- Made by scripts/build_docs.py; do not edit. -->"

# Fields of records whose values are facts, not a report's own words.
FACTS = (
    "instrument titles subjects stage signatories duration first_time body level session leads host visitors hosts name edition domains focus size items value delivery "
    "number institutes measures amount lifted forces base weapons dead injured speaker addressee stance voice"
).split()

EXAMPLE_TEXT = "Norway signed a fishing pact with Iceland in Oslo on 3 May 2021, the ministry said."


def pages() -> dict[Path, str]:
    """Every page that is made of code alone, and its text."""
    return {DOCS / "records.md": records_page(), DOCS / "cli.md": cli_page()}


def examples_page() -> str:
    """The records that the program reads out of the example reports."""
    return _joined(
        MADE,
        "# Records of the example reports",
        "What the program reads out of the reports in `examples/`, which were written for this project, mistakes included. A row is an event as one "
        "report tells it; the fields are those of [its record](records.md#details). Values are in words here: in the wire form each has the words "
        "that it rests on and their offsets, and `sanudo explain` shows them.",
        *_record_tables([m for article in read_sources([EXAMPLES]) for m in _mentions(article)]),
    )


def sample_page(folder: Path) -> str:
    """The facts in the records that the program reads out of the sample reports: names, closed lists, numbers; no words of theirs."""
    mentions: list[EventMention] = []
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = (folder / row["report"]).read_text(encoding="utf-8")
        mentions += code_article(article_from_text(text, published=row["published"])).mentions
    return _joined(
        MADE,
        "# Records of the sample reports",
        "What the program reads, mistakes included, out of five web reports on the Russian-Pakistani military contract of August 2018. A row is an event as one report tells it. Only "
        "facts are shown: names, closed lists, numbers; topics, scopes and purposes, which are a report's words, are left out. Made by "
        "`python scripts/build_docs.py --sample ../shared/reports`; `python bench/records.py --shared ../shared --reports` says which values of the reports' annotated records are among them.",
        *_record_tables(mentions, set(FACTS)),
    )


def records_page() -> str:
    """The wire form, the records and the closed lists."""
    return _joined(
        MADE,
        "# Records",
        "What `sanudo code` writes, the records behind it, and the closed lists of their values. The words are those of "
        "[terms](terms.md); the rules of coding are in the [codebook](codebook.md).",
        *_wire(),
        "## Records",
        cleandoc(records.__doc__ or ""),
        *_records(records),
        "## Details",
        cleandoc(details.__doc__ or ""),
        _table(
            ("kind", "record"),
            ((f"`{kind}`", f"[{sort.__name__}](#{sort.__name__.lower()})") for kind, sort in DETAILS.items()),
        ),
        *_records(details),
        "## Lists",
        *_lists(),
    )


def _wire() -> Iterator[str]:
    yield "## The wire form"
    yield (
        "`sanudo code` reads one JSON object a line and writes one a line, in the same order, with nothing else on standard "
        "output. Offsets count the characters of the `text` given. Fields that were not found are null or empty; `refusals` "
        "say why an article was not coded."
    )
    yield _code("json", json.dumps({"id": "1", "text": EXAMPLE_TEXT, "published": "2021-05-04"}))
    answer = {"id": "1", "events": [event_to_wire(_example())], "refusals": []}
    yield _code("json", json.dumps(answer, indent=2, ensure_ascii=False))
    yield "A line that cannot be read is answered in its place, and the exit code is 1 at the end:"
    yield _code(
        "json",
        '{"id": null, "events": [], "refusals": [{"reason": "bad_format", "field": null, "note": "line 3: ..."}]}',
    )


def _example() -> EventMention:
    """A mention made by hand: the page shows the form, not what a model of some version finds."""

    def span(words: str) -> tuple[int, int]:
        at = EXAMPLE_TEXT.index(words)
        return at, at + len(words)

    def party(state: str, words: str) -> Participant:
        start, end = span(words)
        return Participant(state, text=words, start=start, end=end)

    told = EXAMPLE_TEXT.partition(",")[0]
    return EventMention(
        id="m1:example",
        article_id="a1:example",
        type="SUPPORT",
        contexts=("economic",),
        kind=Kind.AGREEMENT,
        actors=(party("NOR", "Norway"), party("ISL", "Iceland")),
        recipients=(),
        symmetric=True,
        status=Status.HAPPENED,
        confidence=0.93,
        evidence=(Evidence("a1:example", 0, len(told), told),),
        coder="example",
        model="example",
        when="2021-05-03",
        when_basis=WhenBasis.STATED,
        where=Place("NOR", "Oslo"),
        attribution=Attribution("the ministry", "said", *span("the ministry")),
        detail=Agreement(
            instrument=Stated("pact", "pact", *span("pact")),
            subjects=(Stated("environment", "fishing", *span("fishing")),),
            stage=Stated("signed", "signed", *span("signed")),
        ),
    )


def _records(module: ModuleType) -> Iterator[str]:
    for name, record in vars(module).items():
        if is_dataclass(record) and isinstance(record, type) and record.__module__ == module.__name__:
            yield f"### {name}"
            yield cleandoc(record.__doc__ or "")
            rows = ((f"`{f.name}`", f"`{f.type}`", _default(f)) for f in fields(record))
            yield _table(("field", "type", "if not given"), rows)


def _record_tables(mentions: list[EventMention], only: set[str] | None = None) -> Iterator[str]:
    """A table for each kind of record, of the events that fill one; `only` names the fields to show."""
    for kind, sort in DETAILS.items():
        told = sorted(
            (m for m in mentions if m.kind == kind and any(values(m.detail))),
            key=lambda m: (m.when is None, m.when or "", m.id),
        )
        names = [n for n in columns([sort]) if (not only or n in only) and any(getattr(m.detail, n) for m in told)]
        if told:
            yield f"### {kind.replace('_', ' ').capitalize()}"
            rows = (
                (date_words(m.when) if m.when else "", who(m), str(m.status), *(cell(m.detail, name) for name in names))
                for m in told
            )
            yield _table(("when", "who", "status", *map(label, names)), rows)


def _mentions(article: Article | ReadProblem) -> tuple[EventMention, ...]:
    return code_article(article).mentions if isinstance(article, Article) else ()


def _default(field: Field[Any]) -> str:
    if field.default_factory is not MISSING:
        return f"`{field.default_factory()!r}`"
    return "" if field.default is MISSING else f"`{field.default!r}`"


def _lists() -> Iterator[str]:
    yield "### Event types"
    yield "PLOVER's sixteen, with their quad class, their intensity and their modes."
    types = codebook.EVENT_TYPES.values()
    rows = (
        (t.name, f"{t.quad} {codebook.QUAD_NAMES[t.quad]}", f"{t.intensity:g}", t.meaning, ", ".join(t.modes))
        for t in types
    )
    yield _table(("type", "quad class", "intensity", "for", "modes"), rows)
    yield "### Contexts"
    yield ", ".join(f"`{context}`" for context in codebook.CONTEXTS)
    yield from _named_list("Status", codebook.STATUSES)
    yield from _named_list("Kind", codebook.KINDS)
    yield from _named_list("Sectors", codebook.SECTORS)
    yield from _named_list("Codes that are no states", codebook.BODIES)
    yield "### Values of details"
    closed = (
        "INSTRUMENTS",
        "STAGES",
        "TRANSFER_STAGES",
        "TRAINING_STAGES",
        "SUBJECTS",
        "LEVELS",
        "DOMAINS",
        "FOCUS",
        "MEASURES",
        "STANCES",
        "VOICES",
    )
    listed_values = (
        (name.lower().replace("_", " "), ", ".join(f"`{value}`" for value in getattr(details, name))) for name in closed
    )
    yield _table(("list", "values"), listed_values)
    for listed in (records.WhenBasis, records.PublishedBasis, records.Reason, records.MentionLabel):
        yield from _enum(listed)


def _named_list(title: str, meanings: Mapping[Any, str]) -> Iterator[str]:
    yield f"### {title}"
    yield _table(("value", "meaning"), ((f"`{value}`", meaning) for value, meaning in meanings.items()))


def _enum(listed: type[StrEnum]) -> Iterator[str]:
    yield f"### {listed.__name__}"
    yield cleandoc(listed.__doc__ or "")
    yield ", ".join(f"`{value}`" for value in listed)


def cli_page() -> str:
    """The help of every verb."""
    return _joined(
        MADE,
        "# Command line",
        "What `sanudo --help` and `sanudo VERB --help` say. Data goes to standard output, talk to standard error.",
        "Exit codes: 0 all well; 1 something could not be read or verified, and the rest went on; 2 misuse; 130 stopped by "
        "Ctrl-C; 141 whoever read the output has left.",
        *_help(sanudo),
        _table(
            ("verb", "what it does"),
            ((f"[`{name}`](#{name.replace(' ', '-')})", _summary(verb)) for name, verb in verbs(sanudo)),
        ),
        *(
            part
            for name, verb in verbs(sanudo)
            for part in (f"## {name}", _usage(name, verb), *_help(verb), *_options(verb))
        ),
    )


def verbs(group: click.Group, before: str = "") -> Iterator[tuple[str, click.Command]]:
    """Every verb with its full name ("actors import"); groups are none themselves."""
    for name, verb in group.commands.items():
        if isinstance(verb, click.Group):
            yield from verbs(verb, f"{before}{name} ")
        else:
            yield before + name, verb


def _summary(verb: click.Command) -> str:
    return (verb.help or "").partition("\n")[0]


def _usage(name: str, verb: click.Command) -> str:
    arguments = [p.metavar or (p.name or "").upper() for p in verb.params if isinstance(p, click.Argument)]
    return f"`{' '.join(['sanudo', name, '[OPTIONS]', *arguments])}`"


def _help(command: click.Command) -> Iterator[str]:
    """The paragraphs of a help text; those that click keeps unwrapped are commands."""
    for paragraph in cleandoc(command.help or "").split("\n\n"):
        title, kept, commands = paragraph.partition("\b\n")[2].partition("\n")
        if kept:
            yield title
            yield _code("console", dedent(commands))
        else:
            yield " ".join(paragraph.split())


def _options(verb: click.Command) -> Iterator[str]:
    options = [p for p in verb.params if isinstance(p, click.Option)]
    if options:
        yield _table(
            ("option", ""), ((f"`{' '.join(filter(None, [*o.opts, o.metavar]))}`", o.help or "") for o in options)
        )


def _joined(*blocks: str) -> str:
    return "\n\n".join(blocks) + "\n"


def _code(language: str, text: str) -> str:
    return f"```{language}\n{text}\n```"


def _table(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    headings = tuple(headings)
    lines = [headings, ("---",) * len(headings), *(tuple(cell.replace("|", "\\|") for cell in row) for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def main() -> None:
    """Write the pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=Path, help="folder of the sample reports: write docs/sample-reports.md, too")
    args = parser.parse_args()
    made = pages() | {DOCS / "examples.md": examples_page()}
    if args.sample:
        made[DOCS / "sample-reports.md"] = sample_page(args.sample)
    for path, text in made.items():
        path.write_text(text, encoding="utf-8")
        print(path)


if __name__ == "__main__":
    main()
