"""Stories told by several outlets, with the event that each mention tells: what the merging of reports learns from and is measured on.

    python -m models.stories FOLDER... > models/stories/NAME.jsonl

A story is a folder of articles (`1.txt`, ...: lines `url:`, `outlet:`, `published:`, `title:`, a blank line, the text), their event mentions
(`1.ans`, in the form of `models.annotate`, an event having one number in the whole story), `disputes.txt` (`E3 | dead | 12: 1,4 | 15: 2`) and
`links.txt` (`E2 follows E1`). The texts are retold in our own words from the reports whose addresses they carry.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from models.annotate import AnswerError, read_answer, sentence_spans
from models.examples import mention_of
from sanudo.records import Article, EventMention, Place, WhenBasis

FOLDER = Path(__file__).resolve().parent / "stories"
TRAIN, TEST = FOLDER / "train.jsonl", FOLDER / "test.jsonl"


@dataclass(frozen=True, slots=True)
class Told:
    """One article of a story with its annotated event mentions, each with the event of the story in its `id`."""

    article: Article
    rows: tuple[dict[str, Any], ...]

    @property
    def mentions(self) -> list[EventMention]:
        """The mentions, one for each sentence that tells an event, with date and place as annotated."""
        return [_with_fields(mention_of(row, self.article), row) for row in self.rows]


@dataclass(frozen=True, slots=True)
class Story:
    """Articles of different outlets; `disputes` are rows of event, field and sides, `links` of event, relation and event."""

    name: str
    articles: tuple[Told, ...]
    disputes: tuple[dict[str, Any], ...]
    links: tuple[tuple[str, str, str], ...]


def stories(path: Path) -> Iterator[Story]:
    """The stories of a file."""
    with open(path, encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            told = tuple(Told(_article(row["story"], a), tuple(a["mentions"])) for a in row["articles"])
            yield Story(row["story"], told, tuple(row["disputes"]), tuple(map(tuple, row["links"])))


def _with_fields(mention: EventMention, row: dict[str, Any]) -> EventMention:
    basis = WhenBasis.STATED if row["when"] else None
    return replace(mention, when=row["when"], when_basis=basis, where=Place(**row["where"]) if row["where"] else None)


def _article(story: str, row: dict[str, Any]) -> Article:
    return Article(
        id=f"a1:{story}/{row['number']}",
        text=row["text"],
        language="en",
        origin=row["url"],
        title=row["text"].split("\n", maxsplit=1)[0],
        published=row["published"],
        publisher=row["outlet"],
        url=row["url"],
    )


def read_story(folder: Path) -> dict[str, Any]:
    """A story of a folder as a row.

    Raises:
        AnswerError: something in it cannot be read.
    """
    paths = sorted((p for p in folder.glob("*.txt") if p.stem.isdigit()), key=lambda p: int(p.stem))
    told = (folder / name for name in ("disputes.txt", "links.txt"))
    disputes, links = (path.read_text(encoding="utf-8") if path.exists() else "" for path in told)
    return {
        "story": folder.name,
        "articles": [_read_article(path) for path in paths],
        "disputes": [_dispute(line) for line in disputes.splitlines() if line.startswith("E")],
        "links": [_link(line) for line in links.splitlines() if line.startswith("E")],
    }


def _read_article(path: Path) -> dict[str, Any]:
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    given = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
    text = f"{given['title']}\n{body.strip()}"
    spans = sentence_spans(text)
    answers = (path.with_suffix(".ans").read_text(encoding="utf-8")).splitlines()
    mentions = []
    for number, line in enumerate(answers, 1):
        if re.match(r"S\d+ \|", line):
            try:
                mentions.append(read_answer(line.strip(), text, spans))
            except (AnswerError, ValueError) as problem:
                raise AnswerError(f"{path.with_suffix('.ans')}:{number}: {problem}") from problem
    published = given["published"] if given["published"] != "unknown" else None
    kept = {"url": given["url"], "outlet": given["outlet"], "published": published}
    return {"number": int(path.stem), **kept, "text": text, "sentences": spans, "mentions": mentions}


def _dispute(line: str) -> dict[str, Any]:
    event, field, *told = (part.strip() for part in line.split("|"))
    sides = {}
    for side in told:
        value, _, articles = side.rpartition(":")
        sides[value.strip()] = [int(number) for number in re.findall(r"\d+", articles)]
    return {"event": event, "field": field, "sides": sides}


def _link(line: str) -> tuple[str, str, str]:
    found = re.fullmatch(r"(E\d+) (follows|announces|part of) (E\d+).*", line.strip())
    if not found:
        raise AnswerError(f"no link: {line!r}")
    return found[1], found[2], found[3]


def collect(folders: Iterable[Path]) -> int:
    """Print a row for each story of these folders; how many could not be read."""
    faults = 0
    for folder in folders:
        for story in sorted(path for path in folder.iterdir() if path.is_dir()):
            try:
                print(json.dumps(read_story(story), ensure_ascii=False))
            except (AnswerError, KeyError) as problem:
                faults += 1
                print(f"{story}: {problem}", file=sys.stderr)
    return faults


def main() -> None:
    """Read the folders, print the rows."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    sys.exit(1 if collect(parser.parse_args().folders) else 0)


if __name__ == "__main__":
    main()
