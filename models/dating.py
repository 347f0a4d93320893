"""Learn which time expression of a sentence dates its event: the weights of `sanudo/resolve/dating.py`.

    python -m models.dating --data ../shared/data

Fits a logistic regression on every time expression in the sentence of an annotated mention of the real training articles: right where it
agrees with the annotated date. Prints, by five-fold cross-validation over articles, how many mentions have the date that is annotated, or
rightly none, for several values of LEAST; then writes `sanudo/_model/dating.json`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from models.examples import ARTICLES, article_of, corpus_rows, mention_of
from models.logistic import fit
from models.measure import agree
from models.sources import load
from sanudo.resolve.dating import FEATURES, Candidate, candidates, likelihood
from sanudo.resolve.when import published, times_within

FOLDS = 5
OUT = Path(__file__).resolve().parent.parent / "sanudo" / "_model" / "dating.json"
TRIED = (0.35, 0.4, 0.45, 0.5, 0.55)
# Features that hold in few sentences would be weighed down by a greater one; of the values tried, the one with the most events right.
PENALTY = 5e-4
NAMES = ("bias", *(feature.__name__ for feature in FEATURES))


@dataclass(frozen=True, slots=True)
class Case:
    """An annotated mention: the fold of its article, its date, and the expressions of its sentence."""

    fold: int
    when: str | None
    candidates: tuple[Candidate, ...]

    @property
    def dated(self) -> tuple[Candidate, ...]:
        """The expressions with a value."""
        return tuple(c for c in self.candidates if c.time.edtf)


def cases_of(data: Path, corpus: Sequence[Path]) -> list[Case]:
    """Every mention of the articles, in order."""
    texts = {(a.dataset, a.file): a for a in load(data)}
    cases = []
    for number, row in enumerate(corpus_rows(corpus)):
        article = article_of(texts[row["dataset"], row["file"]])
        for told in row["mentions"]:
            times = times_within(article, *told["sentence"])
            found = candidates(times, mention_of(told, article), article.text, published(article)[0])
            cases.append(Case(number % FOLDS, told["when"], found))
    return cases


def learn(cases: Sequence[Case]) -> dict[str, float]:
    """Weights by name."""
    rows = [(case, of) for case in cases for of in case.dated]
    values = [(1.0, *(feature(of) for feature in FEATURES)) for _, of in rows]
    right = [case.when is not None and agree(case.when, of.time.edtf or "") for case, of in rows]
    return fit(NAMES, values, right, penalty=PENALTY)


def main() -> None:
    """Cross-validate, fit, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    args = parser.parse_args()
    cases = cases_of(args.data, [path for path in ARTICLES if path.stem.startswith("real")])
    scored: list[tuple[Case, float, str | None]] = []
    for fold in range(FOLDS):
        weights = learn([case for case in cases if case.fold != fold])
        for case in (case for case in cases if case.fold == fold):
            likely = [(likelihood(of, weights), of.time.edtf) for of in case.candidates]
            scored.append((case, *max(likely, key=lambda row: row[0], default=(0.0, None))))
    for least in TRIED:
        given = [(case.when, edtf if chance >= least else None) for case, chance, edtf in scored]
        right = sum(bool(gold and edtf and agree(gold, edtf)) for gold, edtf in given)
        none = sum(not gold and not edtf for gold, edtf in given)
        dated, dates = sum(bool(gold) for gold, _ in given), sum(bool(edtf) for _, edtf in given)
        print(
            f"LEAST {least}: right or rightly none {(right + none) / len(given):.3f} of {len(given)}; "
            f"of those dated {right / dated:.3f}, of dates given {right / dates:.3f}"
        )
    OUT.write_text(json.dumps(learn(cases), indent=1) + "\n", encoding="utf-8")
    print(f"written to {OUT}")


if __name__ == "__main__":
    main()
