"""Learn which values of records are right: the weights of `sanudo/detail/sure.py`.

    python -m models.filling --data ../shared/data

Fills the annotated records of `--records` by the rules, asks which values are right, and fits a logistic regression on what `sanudo.detail.sure.features` sees. Prints precision, recall and F1 of all values and of those kept, by
cross-validation over articles, and writes `sanudo/_model/filling.json`. The records were annotated without sight of the rules; some rules were mended
on their errors since, so that these values look a little righter than others.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from models.examples import CORPUS
from models.logistic import fit
from models.measure import fold_of
from models.recorded import annotated_records, value_of
from sanudo.detail import filled, sure
from sanudo.details import values
from sanudo.learned import chance

OUT = Path(__file__).resolve().parent.parent / "sanudo" / "_model" / "filling.json"
RECORDS = (CORPUS / "records-dev-more.jsonl",)
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Case:
    """A value that the rules found: the article it is of, what is seen of it, whether it is right."""

    article: str
    seen: dict[str, float]
    right: bool


def cases_of(paths: Iterable[Path], data: Path) -> tuple[list[Case], int]:
    """The values that the rules find, and how many are annotated."""
    cases, annotated = [], 0
    for record in annotated_records(paths, data):
        annotated += len(record.values)
        mention = filled(record.mention, record.article, record.parse)
        for slot, value in ((slot, value) for slot, found in values(mention.detail) for value in found):
            right = any(value_of(slot, value).agrees(other) for other in record.values)
            cases.append(Case(record.article.text[:200], sure.features(mention, slot, value), right))
    return cases, annotated


def learn(cases: Sequence[Case]) -> dict[str, float]:
    """Weights by name."""
    names = ("bias", *sorted({name for case in cases for name in case.seen} - {"bias"}))
    rows = [tuple(case.seen.get(name, 0.0) for name in names) for case in cases]
    return fit(names, rows, [case.right for case in cases])


def figures(cases: Sequence[Case], annotated: int) -> str:
    """Precision, recall and F1, what is found being what is right."""
    right = sum(case.right for case in cases)
    precision, recall = right / max(len(cases), 1), right / annotated
    return (
        f"{len(cases)} values, P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / (precision + recall):.3f}"
    )


def main() -> None:
    """Cross-validate, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--records", type=Path, nargs="+", default=RECORDS)
    args = parser.parse_args()
    cases, annotated = cases_of(args.records, args.data)
    kept = []
    for fold in range(FOLDS):
        weights = learn([case for case in cases if fold_of(case.article, FOLDS) != fold])
        for case in cases:
            score = sum(weights.get(name, 0.0) * value for name, value in case.seen.items())
            if fold_of(case.article, FOLDS) == fold and chance(score) >= sure.LEAST:
                kept.append(case)
    print(f"all: {figures(cases, annotated)}; kept, by cross-validation: {figures(kept, annotated)}")
    OUT.write_text(json.dumps(learn(cases), indent=1) + "\n", encoding="utf-8")
    print(f"written to {OUT}")


if __name__ == "__main__":
    main()
