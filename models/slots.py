"""The annotated slots of records: what a file holds, and how well two readings of the same mentions agree.

    python -m models.slots --counts models/corpus/records-own-test.jsonl
    python -m models.slots --compare models/corpus/records-own-test.jsonl models/corpus/records-own-test-second.jsonl

Two slots agree where their spans overlap and, for a slot with a closed list, a state, a number or a count, the values are equal. Each slot is matched once.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeAlias, get_type_hints

from sanudo import details
from sanudo.records import Kind

Slot: TypeAlias = dict[str, Any]
# Of one dataset and file, one mention by its place in the row.
Mention: TypeAlias = tuple[str, str, int]
# Slots that both readings have, that the first has, that the second has.
Counts: TypeAlias = tuple[int, int, int]

FLAGS = {"first_time": ["first"], "lifted": ["lifted"], "forecast": ["forecast"]}
LISTS: dict[str, Iterable[str]] = {
    "instrument": details.INSTRUMENTS,
    "subjects": details.SUBJECTS,
    "level": details.LEVELS,
    "domains": details.DOMAINS,
    "focus": details.FOCUS,
    "measures": details.MEASURES,
    "stance": details.STANCES,
    "voice": details.VOICES,
    **FLAGS,
}
STAGES = {
    Kind.AGREEMENT: details.STAGES,
    Kind.TRANSFER: details.TRANSFER_STAGES,
    Kind.TRAINING: details.TRAINING_STAGES,
}
STATES = ("host", "addressee")


def fields_of(kind: Kind) -> dict[str, str]:
    """The slots of a kind: Stated, Amount, Lead or Item, with "tuple" in the word where there may be several."""
    return {name: str(hint) for name, hint in get_type_hints(details.DETAILS[kind]).items()}


def values_of(kind: Kind, slot: str) -> Iterable[str] | None:
    """The closed list of a slot; None where it has none."""
    return STAGES.get(kind) if slot == "stage" else LISTS.get(slot)


def read(path: Path) -> dict[Mention, dict[str, Any]]:
    """The rows of a file by their mention."""
    with open(path, encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return {(row["dataset"], row["file"], row["mention"]): row for row in rows}


def agree(kind: Kind, one: Slot, other: Slot, by_value: bool) -> bool:
    """Whether two slots of one name overlap and, if asked, have one value."""
    (a, b), (c, d) = one["span"], other["span"]
    if a >= d or c >= b:
        return False
    field = fields_of(kind)[one["slot"]]
    valued = "Amount" in field or one["slot"] in STATES or values_of(kind, one["slot"]) is not None
    same = not valued or one["value"] == other["value"]
    return not by_value or (same and one.get("count") == other.get("count"))


def matched(kind: Kind, ones: list[Slot], others: list[Slot], by_value: bool) -> int:
    """How many slots of the first list have one of their own in the second."""
    left = list(others)
    for one in ones:
        found = next((other for other in left if agree(kind, one, other, by_value)), None)
        if found is not None:
            left.remove(found)
    return len(others) - len(left)


def compare(
    first: Mapping[Mention, dict[str, Any]], second: Mapping[Mention, dict[str, Any]], by_value: bool
) -> dict[tuple[str, str], Counts]:
    """Counts by kind and slot, over the mentions that both files have."""
    counts: dict[tuple[str, str], Counts] = {}
    for mention, one in first.items():
        if mention not in second:
            continue
        other = second[mention]
        kind = Kind(one["kind"])
        for slot in fields_of(kind):
            ones = [s for s in one["slots"] if s["slot"] == slot]
            others = [s for s in other["slots"] if s["slot"] == slot]
            a, b, c = counts.get((kind, slot), (0, 0, 0))
            counts[kind, slot] = (a + matched(kind, ones, others, by_value), b + len(ones), c + len(others))
    return counts


def f1(counts: Counts) -> float:
    """F1 of one reading by the other; 1 where neither has any."""
    both, first, second = counts
    return 2 * both / (first + second) if first + second else 1.0


def total(counts: Iterable[Counts]) -> Counts:
    """The sum of counts."""
    rows = list(counts)
    return sum(a for a, _, _ in rows), sum(b for _, b, _ in rows), sum(c for _, _, c in rows)


def print_agreement(first: Path, second: Path) -> None:
    """A table: slot, how many the readings have, F1 by overlap, F1 by overlap and value."""
    spans, values = (compare(read(first), read(second), by_value) for by_value in (False, True))
    print("| slot | first | second | F1 by overlap | F1 by overlap and value |\n|---|---|---|---|---|")
    for name in [*dict.fromkeys(slot for _, slot in spans), "all"]:
        span, value = (total(n for (_, slot), n in c.items() if name in (slot, "all")) for c in (spans, values))
        if span[1] + span[2]:
            print(f"| {name} | {span[1]} | {span[2]} | {f1(span):.2f} | {f1(value):.2f} |")


def print_counts(paths: list[Path]) -> None:
    """A table: kind, its mentions, its slots."""
    mentions: Counter[str] = Counter()
    slots: dict[str, Counter[str]] = {}
    for path in paths:
        for row in read(path).values():
            mentions[row["kind"]] += 1
            slots.setdefault(row["kind"], Counter()).update(slot["slot"] for slot in row["slots"])
    print("| kind | mentions | slots |\n|---|---|---|")
    for kind, number in mentions.most_common():
        print(f"| {kind} | {number} | {', '.join(f'{name} {n}' for name, n in slots[kind].most_common())} |")
    print(f"| all | {mentions.total()} | {sum(c.total() for c in slots.values())} |")


def main() -> None:
    """Read the options and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--counts", type=Path, nargs="+")
    what.add_argument("--compare", type=Path, nargs=2)
    args = parser.parse_args()
    if args.counts:
        print_counts(args.counts)
    else:
        print_agreement(*args.compare)


if __name__ == "__main__":
    main()
