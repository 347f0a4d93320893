"""Learn how much each fact speaks for a country as the place of an event: `sanudo/_model/placing.json`.

    python -m models.placing --data ../shared/data            learn on the numbered articles, and write the weights
    python -m models.placing --data ../shared/data --folds 4  how they read articles that they were not learned on

A softmax over the candidates of an event mention and "none", by the features of `sanudo/resolve/placing.py`.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from models.examples import ARTICLES, Annotated, annotated, article_of, mention_of
from models.measure import fold_of
from sanudo.resolve.named import named_places
from sanudo.resolve.placing import SEA, Facts, Land, features
from sanudo.resolve.where import home_of

OUT = Path(__file__).parent.parent / "sanudo" / "_model" / "placing.json"
# Sets of single sentences are left out, since what comes before tells the place; one paper's reports on one war count less, and so
# do passages of our own, which name more states and more deeds than real articles, but place more of what they tell.
ALONE = frozenset({"plv", "event-location"})
SHARES = {"guardian": 0.4, "own": 0.15}
# A feature of fewer event mentions is left out; so is a weight that changes next to nothing.
RARE, SMALL = 8, 0.02
PENALTY = 4e-4


@dataclass(frozen=True, slots=True)
class Case:
    """The candidates of one event mention with their features, and those that are right."""

    dataset: str
    group: str
    rows: dict[Land, Facts]
    right: frozenset[Land]
    placed: bool


def cases_of(article: Annotated) -> list[Case]:
    """Every event mention of an article. A sea is right where the annotation names a place and no country."""
    read = article_of(article.source)
    named = named_places(read.text, home_of(read))
    cases = []
    for row in article.row["mentions"]:
        rows = features(mention_of(row, read), named, read.text)
        where = row["where"]
        if not where:
            right = {None}
        elif where["country"]:
            right = {where["country"]}
        else:
            right = {land for land in rows if land and land.startswith(SEA)}
        cases.append(Case(article.source.dataset, article.group, rows, frozenset(right & rows.keys()), bool(where)))
    return cases


def learn(cases: Sequence[Case]) -> dict[str, float]:
    """Weights by feature."""
    counts = Counter(name for case in cases for name in {name for row in case.rows.values() for name in row})
    names = {name: at for at, name in enumerate(sorted(name for name, count in counts.items() if count >= RARE))}
    cases = [case for case in cases if case.right]
    sizes, columns, values, owners, right = [], [], [], [], []
    for number, case in enumerate(cases):
        for land, row in case.rows.items():
            known = [(names[name], value) for name, value in row.items() if name in names]
            columns += [column for column, _ in known]
            values += [value for _, value in known]
            sizes.append(len(known))
            owners.append(number)
            right.append(land in case.right)
    rows = torch.repeat_interleave(torch.arange(len(sizes)), torch.tensor(sizes))
    column, value = torch.tensor(columns), torch.tensor(values, dtype=torch.float64)
    owner, good = torch.tensor(owners), torch.tensor(right)
    share = torch.tensor([SHARES.get(case.dataset, 1.0) for case in cases], dtype=torch.float64)
    weights = torch.zeros(len(names), dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=80, line_search_fn="strong_wolfe")

    def mass(scores: torch.Tensor) -> torch.Tensor:
        return torch.zeros(len(cases), dtype=torch.float64).index_add(0, owner, scores.exp()).log()

    def closure() -> torch.Tensor:
        optimiser.zero_grad()
        scores = torch.zeros(len(owners), dtype=torch.float64).index_add(0, rows, weights[column] * value)
        losses = mass(scores) - mass(scores.masked_fill(~good, -60.0))
        loss = (share * losses).sum() / share.sum() + PENALTY * (weights**2).sum()
        loss.backward()  # type: ignore[no-untyped-call]
        return loss

    optimiser.step(closure)  # type: ignore[arg-type]
    learned = zip(names, weights.tolist(), strict=True)
    return {name: round(value, 3) for name, value in learned if abs(value) >= SMALL}


def read(case: Case, weights: dict[str, float]) -> Land:
    """The candidate that weighs most."""
    totals = {
        land: sum(weights.get(name, 0.0) * value for name, value in row.items()) for land, row in case.rows.items()
    }
    return max(totals, key=lambda land: (totals[land], land or ""))


def main() -> None:
    """Read the options; learn, or measure by folds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=0, help="measure by so many folds instead of writing")
    args = parser.parse_args()
    articles = annotated(ARTICLES, args.data)
    cases = [case for article in articles if article.source.dataset not in ALONE for case in cases_of(article)]
    if not args.folds:
        weights = learn(cases)
        OUT.write_text(json.dumps(weights, indent=0, sort_keys=True) + "\n", encoding="utf-8")
        print(f"{len(weights)} weights from {len(cases)} event mentions")
        return
    tried: list[tuple[Case, Land]] = []
    for fold in range(args.folds):
        weights = learn([case for case in cases if fold_of(case.group, args.folds) != fold])
        tried += [(case, read(case, weights)) for case in cases if fold_of(case.group, args.folds) == fold]
    for dataset in sorted({case.dataset for case in cases}):
        here = [(case, land) for case, land in tried if case.dataset == dataset]
        right = sum(land in case.right for case, land in here)
        found = sum(land is not None and land in case.right for case, land in here)
        placed, given = sum(case.placed for case, _ in here), sum(land is not None for _, land in here)
        print(
            f"{dataset}: {right} of {len(here)} right, {found} of {placed} that have a place, {found} of {given} given"
        )


if __name__ == "__main__":
    main()
