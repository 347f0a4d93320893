"""Learn when two tellings in one article are of one happening: the weights of `sanudo/coding/merge.py`.

    python -m models.merging --data ../shared/data

Fits a logistic regression on pairs of annotated mentions with the same parties and types that go together (the article's events say
which are one), every article with the square root of its number of pairs as weight. Prints, by five-fold cross-validation over
articles, how well whole events come out of the annotated mentions (what is split costs precision, what is joined wrongly recall); then writes `sanudo/_model/merging.json`.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from models.examples import ARTICLES, Annotated, annotated, article_of, mention_of
from models.logistic import fit
from sanudo.codebook import EVENT_TYPES
from sanudo.coding import merge as merging
from sanudo.records import EventMention
from sanudo.resolve import resolve

FOLDS = 5
OUT = Path(__file__).resolve().parent.parent / "sanudo" / "_model" / "merging.json"
NAMES = ("bias", *(feature.__name__ for feature in merging.FEATURES), *EVENT_TYPES)


@dataclass(frozen=True, slots=True)
class Case:
    """Two mentions of an article (by index), their features in the order of NAMES, and whether they are one event."""

    article: int
    pair: tuple[int, int]
    values: tuple[float, ...]
    same: bool


def mentions_of(item: Annotated) -> list[EventMention]:
    """An article's annotated mentions, with the dates and places that the program itself works out."""
    article = article_of(item.source)
    return [resolve(mention_of(row, article), article) for row in item.row["mentions"]]


def cases_of(number: int, mentions: Sequence[EventMention], published: str | None) -> list[Case]:
    """The pairs of an article's mentions that may be one happening."""
    return [
        Case(number, pair, values(both), mentions[pair[0]].id == mentions[pair[1]].id)
        for pair, both in merging.comparable(mentions, published)
    ]


def values(both: merging.Both) -> tuple[float, ...]:
    """Features in the order of NAMES."""
    types = (float(both.one.mention.type == name) for name in EVENT_TYPES)
    return (1.0, *(feature(both) for feature in merging.FEATURES), *types)


def learn(cases: Sequence[Case]) -> dict[str, float]:
    """Weights by name."""
    per_article = Counter(case.article for case in cases)
    shares = [per_article[case.article] ** -0.5 for case in cases]
    return fit(NAMES, [case.values for case in cases], [case.same for case in cases], shares)


def main() -> None:
    """Cross-validate, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, nargs="+", default=ARTICLES)
    args = parser.parse_args()
    whole = [a for a in annotated(args.corpus, args.data) if len(a.parse.sentences) > 1]
    articles = [(mentions_of(a), a.source.published) for a in whole]
    cases = [case for n, (mentions, day) in enumerate(articles) for case in cases_of(n, mentions, day)]
    print(f"{len(cases)} pairs in {len(articles)} articles, {sum(c.same for c in cases)} of them one event")
    right = gold = said = agree = 0
    for fold in range(FOLDS):
        weights = learn([c for c in cases if c.article % FOLDS != fold])
        for number, (mentions, day) in enumerate(articles):
            if number % FOLDS == fold:
                merged = merging.merge(mentions, day, weights)
                right, said = right + len({m.id for m in merged}), said + len(merged)
                gold += len({m.id for m in mentions})
        held = [c for c in cases if c.article % FOLDS == fold]
        agree += sum((_score(weights, c) > 0) == c.same for c in held)
    precision, recall = right / said, right / gold
    f1 = 2 * precision * recall / (precision + recall)
    alone = sum(len(m) for m, _ in articles)
    print(f"pairs told rightly {agree / len(cases):.3f}; events P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")
    print(f"without merging P {gold / alone:.3f} R 1.000 F1 {2 * gold / (gold + alone):.3f}")
    OUT.write_text(json.dumps(learn(cases), indent=1) + "\n", encoding="utf-8")
    print(f"written to {OUT}")


def _score(weights: dict[str, float], case: Case) -> float:
    return math.fsum(weights[name] * value for name, value in zip(NAMES, case.values, strict=True))


if __name__ == "__main__":
    main()
