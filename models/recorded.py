"""The annotated records of the corpus, beside the event mentions that fill them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from models.examples import CORPUS, annotated, article_of, mention_of
from sanudo.details import Amount, Item, Lead, Stated
from sanudo.records import Article, EventMention, Parse
from sanudo.resolve.where import with_place

# Slots whose value is one of a closed list, and has to be the annotated one.
CLOSED = {"instrument", "subjects", "stage", "level", "domains", "focus", "measures", "lifted", "stance", "voice"}


@dataclass(frozen=True, slots=True)
class Value:
    """A value of one slot: its span, and what has to agree beside it (None: nothing)."""

    slot: str
    start: int
    end: int
    key: str | float | None

    def agrees(self, other: Value) -> bool:
        """Whether both are one value."""
        return (
            self.slot == other.slot
            and self.start < other.end
            and other.start < self.end
            and (self.key is None or other.key is None or self.key == other.key)
        )


@dataclass(frozen=True, slots=True)
class Recorded:
    """An annotated event mention with its annotated kind, parties and telling sentences, and the values of its record."""

    mention: EventMention
    article: Article
    parse: Parse
    values: tuple[Value, ...]


def value_of(slot: str, value: Stated | Amount | Lead | Item) -> Value:
    """A value of a record to compare."""
    key: str | float | None = None
    if (isinstance(value, Stated) and slot in CLOSED) or isinstance(value, Amount):
        key = value.value
    return Value(slot, value.start, value.end, key)


def _given(slot: dict[str, Any]) -> Value:
    name, value = slot["slot"], slot["value"]
    number = float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
    return Value(name, *slot["span"], value if name in CLOSED else number)


def annotated_records(paths: Iterable[Path], data: Path) -> Iterator[Recorded]:
    """The mentions of files of records; `data` holds the texts of stand-off articles."""
    rows: dict[str, dict[str, list[dict[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            rows[row["corpus"].removesuffix(".jsonl")][row["sha256"]].append(row)
    for corpus, articles in rows.items():
        for article in annotated([CORPUS / f"{corpus}.jsonl"], data):
            source = article_of(article.source)
            for row in articles.get(article.source.sha256, ()):
                told = article.row["mentions"][row["mention"]]
                mention = with_place(mention_of({**told, "kind": row["kind"]}, source), source)
                others = (m for m in article.row["mentions"] if m["event"] == told["event"] and m is not told)
                evidence = (*mention.evidence, *(mention_of(m, source).evidence[0] for m in others))
                mention = replace(mention, evidence=tuple(dict.fromkeys(evidence)))
                yield Recorded(mention, source, article.parse, tuple(map(_given, row["slots"])))
