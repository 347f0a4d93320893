"""How well the records of defence diplomacy are filled.

    python bench/records.py --shared ../shared                 on annotated values, by kind and by slot
    python bench/records.py --shared ../shared --reports       beside it, what is found of the sample reports' records

Values: the event mentions of `models/corpus/records-*.jsonl` (those of MEASURED, or of `records-dev` with --dev) are filled with their
annotated kind, parties and the sentences that tell the event, so that no
encoder takes part. A value is right if an annotated one of the same slot overlaps it and, for closed lists, says the same or, for numbers, has
the same number; an annotated value is found if one overlaps it so. The sample reports are read as a whole, for looking.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

# Annotated by one who saw none of the rules, and looked at by none who made them.
MEASURED = ("own-test", "own-rare", "real-held-out", "real-test")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from models.examples import CORPUS, annotated, article_of, mention_of  # noqa: E402
from sanudo.dates import is_edtf  # noqa: E402
from sanudo.detail import detailed  # noqa: E402
from sanudo.details import Amount, Detail, Item, Lead, Stated  # noqa: E402
from sanudo.pipeline import code_article  # noqa: E402
from sanudo.records import Article  # noqa: E402
from sanudo.resolve.where import with_place  # noqa: E402

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


def filled(detail: Detail) -> Iterator[Value]:
    """The values of a record."""
    for field in fields(detail):
        value = getattr(detail, field.name)
        for one in value if isinstance(value, tuple) else filter(None, (value,)):
            yield Value(field.name, one.start, one.end, _key(field.name, one))


def _key(slot: str, value: Stated | Amount | Lead | Item) -> str | float | None:
    match value:
        case Stated(value=words):
            return words if slot in CLOSED else None
        case Amount(value=number):
            return number
        case _:
            return None


def given(slots: Iterable[dict[str, Any]]) -> Iterator[Value]:
    """The annotated values of one mention."""
    for slot in slots:
        name, value = slot["slot"], slot["value"]
        number = float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
        yield Value(name, *slot["span"], value if name in CLOSED else number)


def measured(paths: Iterable[Path], data: Path) -> Iterator[tuple[str, list[Value], list[Value]]]:
    """(kind, values found, values annotated) of each annotated mention."""
    rows: dict[str, dict[str, list[dict[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            rows[row["corpus"]][row["sha256"]].append(row)
    for corpus, articles in rows.items():
        name = corpus if corpus.endswith(".jsonl") else f"{corpus}.jsonl"
        for article in annotated([CORPUS / Path(name).name], data):
            source = article_of(article.source)
            for row in articles.get(article.source.sha256, ()):
                told = article.row["mentions"][row["mention"]]
                mention = with_place(mention_of({**told, "kind": row["kind"]}, source), source)
                others = (m for m in article.row["mentions"] if m["event"] == told["event"] and m is not told)
                evidence = (*mention.evidence, *(mention_of(m, source).evidence[0] for m in others))
                mention = replace(mention, evidence=tuple(dict.fromkeys(evidence)))
                detail = detailed(mention, source, article.parse).detail
                if detail is not None:
                    yield row["kind"], list(filled(detail)), list(given(row["slots"]))


@dataclass(slots=True)
class Score:
    """How many values were found, how many annotated, and how many of each the other side has."""

    found: int = 0
    right: int = 0
    gold: int = 0
    reached: int = 0

    def add(self, found: list[Value], gold: list[Value]) -> None:
        """Count the values of one mention."""
        self.found += len(found)
        self.gold += len(gold)
        self.right += sum(any(value.agrees(other) for other in gold) for value in found)
        self.reached += sum(any(value.agrees(other) for other in found) for value in gold)

    @property
    def line(self) -> str:
        """Precision, recall and F1, and what they are of."""
        precision, recall = (
            self.right / self.found if self.found else 0.0,
            self.reached / self.gold if self.gold else 0.0,
        )
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return f"{precision:.3f}  {recall:.3f}  {f1:.3f}  ({self.right} of {self.found} right, {self.reached} of {self.gold} found)"


def print_values(paths: list[Path], data: Path) -> None:
    """Precision, recall and F1 of values, by kind and by slot."""
    scores: dict[str, Score] = defaultdict(Score)
    for kind, found, gold in measured(paths, data):
        slots = {value.slot for value in (*found, *gold)}
        for name in ("all", kind):
            scores[name].add(found, gold)
        for slot in slots:
            scores[f"{kind} {slot}"].add([v for v in found if v.slot == slot], [v for v in gold if v.slot == slot])
    print(f"{'':28}  prec.  rec.   F1")
    for name in sorted(scores, key=lambda name: (name != "all", name)):
        print(f"{name:28}  {scores[name].line}")


def print_reports(shared: Path) -> None:
    """The values that the gold of the sample reports names, and those of them that some record of the report has."""
    reached, named = Counter[str](), Counter[str]()
    for line in (shared / "reports" / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        report = json.loads(line)
        text = (shared / "reports" / report["report"]).read_text(encoding="utf-8")
        published = report["published"] if is_edtf(report["published"]) else None
        coded = code_article(Article(report["report"], text, published=published, language="en"))
        said: dict[str, str] = defaultdict(str)
        for mention in coded.mentions:
            for value in asdetail(mention.detail):
                said[str(mention.kind)] += f" {value} "
        for event in report["events"]:
            for key, wanted in event["detail"].items():
                for words in _words(wanted) if not key.startswith(("alt_", "optional")) else ():
                    there = words.lower() in " ".join(said[event["kind"]].lower().split())
                    reached[event["kind"]] += there
                    named[event["kind"]] += 1
                    print(f"{report['report'][:3]}  {event['kind']:15} {key:12} {'found' if there else '-':6} {words}")
    print("  ".join(f"{kind} {reached[kind]}/{named[kind]}" for kind in named))


def asdetail(detail: Detail | None) -> Iterator[str]:
    """Every value of a record as words: what it says, and from which words."""
    for field in fields(detail) if detail else ():
        value = getattr(detail, field.name)
        for one in value if isinstance(value, tuple) else filter(None, (value,)):
            parts = (one.name, one.state, one.office, one.rank) if isinstance(one, Lead) else ()
            number = (
                f"{one.value:g}"
                if isinstance(one, Amount)
                else f"{one.count.value:g}"
                if isinstance(one, Item) and one.count
                else ""
            )
            yield " ".join(
                filter(None, [*parts, number, getattr(one, "value", "") if isinstance(one, Stated) else "", one.text])
            )


def _words(wanted: Any) -> Iterator[str]:
    if isinstance(wanted, list):
        for part in wanted:
            yield from _words(part)
    elif isinstance(wanted, dict):
        yield from (str(part) for part in wanted.values())
    else:
        yield "first_time" if wanted is True else str(wanted)


def main() -> None:
    """Print all of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument(
        "--dev", action="store_true", help="measure on the mentions that the rules were made with instead"
    )
    parser.add_argument("--reports", action="store_true", help="also read the sample reports")
    given_ = parser.parse_args()
    names = ("dev",) if given_.dev else MEASURED
    print_values([CORPUS / f"records-{name}.jsonl" for name in names], given_.shared / "data")
    if given_.reports:
        print_reports(given_.shared)


if __name__ == "__main__":
    main()
