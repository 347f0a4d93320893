"""How well the records of defence diplomacy are filled.

    python bench/records.py --shared ../shared                 on annotated values, by kind and by slot
    python bench/records.py --shared ../shared --reports       beside it, what is found of the sample reports' records

Values: the event mentions of `models/corpus/records-*.jsonl` (those of MEASURED, or of `records-dev` with --dev) are filled with their
annotated kind, parties and the sentences that tell the event, so that no
encoder takes part. A value is right if an annotated one of the same slot overlaps it and, for closed lists, says the same or, for numbers, has
the same number; an annotated value is found if one overlaps it so. The sample reports are read as a whole, for looking: what their gold
says is found if one value of a record of the kind has all of its words, states by their codes.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# Annotated by one who saw none of the rules, and looked at by none who made them.
MEASURED = ("own-test", "own-rare", "real-held-out", "real-test")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from models.examples import CORPUS  # noqa: E402
from models.recorded import Value, annotated_records, value_of  # noqa: E402
from sanudo.dates import is_edtf  # noqa: E402
from sanudo.detail import detailed  # noqa: E402
from sanudo.details import Amount, Detail, Item, Lead, Stated, values  # noqa: E402
from sanudo.pipeline import code_article  # noqa: E402
from sanudo.records import Article, Kind  # noqa: E402

_WORD = re.compile(r"[^\W_]+|first_time")


def measured(paths: Iterable[Path], data: Path) -> Iterator[tuple[str, list[Value], list[Value]]]:
    """(kind, values found, values annotated) of each annotated mention."""
    for record in annotated_records(paths, data):
        detail = detailed(record.mention, record.article, record.parse).detail
        if detail is not None:
            found = [value_of(slot, value) for slot, every in values(detail) for value in every]
            yield str(record.mention.kind), found, list(record.values)


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
        said: dict[Kind, list[set[str]]] = defaultdict(list)
        for mention in coded.mentions:
            states = {p.state.lower() for p in (*mention.actors, *mention.recipients)}
            said[_sort(mention.kind)] += [
                {*_WORD.findall(value.lower()), *states} for value in asdetail(mention.detail)
            ]
        for event in report["events"]:
            for key, wanted in event["detail"].items():
                for words in _words(wanted) if not key.startswith(("alt_", "optional")) else ():
                    there = any(
                        set(_WORD.findall(words.lower())) <= value for value in said[_sort(Kind(event["kind"]))]
                    )
                    reached[event["kind"]] += there
                    named[event["kind"]] += 1
                    print(f"{report['report'][:3]}  {event['kind']:15} {key:12} {'found' if there else '-':6} {words}")
    print("  ".join(f"{kind} {reached[kind]}/{named[kind]}" for kind in named))


def _sort(kind: Kind) -> Kind:
    """The kind, of meetings whatever they are called: the reports do not tell a delegation's visit from its meetings."""
    return Kind.MEETING if kind in (Kind.VISIT, Kind.COMMITTEE) else kind


def asdetail(detail: Detail | None) -> Iterator[str]:
    """Every value of a record as words: what it says, and from which words."""
    for one in (value for _, every in values(detail) for value in every):
        parts = (one.name, one.state, one.office, one.rank) if isinstance(one, Lead) else ()
        number = one if isinstance(one, Amount) else one.count if isinstance(one, Item) else None
        value = one.value if isinstance(one, Stated) else None
        yield " ".join(filter(None, [*parts, f"{number.value:g}" if number else None, value, one.text]))


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
