"""Learn when event mentions of different reports tell of one event: the weights of the features in `sanudo/reconcile/features.py`.

    python -m models.reconciling [--stories models/stories/train.jsonl]

Fits a logistic regression on pairs of mentions that may be one event, first as annotated, then as the program itself reads the same reports (a
coded mention tells the event of the annotated one that it matches), so that the weights know how wrong both can be. Prints figures of a cross-validation over
stories, and writes `sanudo/_model/reconciling.json`.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

from models import examples
from models.examples import ARTICLES
from models.stories import TRAIN, Story, Told, stories
from sanudo import pipeline
from sanudo.detail import detailed
from sanudo.identity import plain
from sanudo.learned import Weights
from sanudo.parse import parse
from sanudo.reconcile import Reconciler
from sanudo.reconcile.features import FEATURES
from sanudo.reconcile.likeness import comparable, pair
from sanudo.reconcile.traits import AHEAD, STEM, WORD, Traits, key_of, traits_of
from sanudo.records import EventMention

FOLDER = Path(__file__).resolve().parent.parent / "sanudo" / "_model"
OUT, RARITY = FOLDER / "reconciling.json", FOLDER / "rarity.json"
NAMES = ("bias", *(feature.__name__ for feature in FEATURES))
FOLDS = 7
PENALTY = 1e-4
# Stems that have a weight of their own.
COMMON = 2_000


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention as it is compared, with its story and its annotated event.

    What is announced and what came about are two events, though annotators gave them one number.
    """

    story: str
    event: str
    mention: EventMention
    traits: Traits


def annotated(story: Story) -> Iterator[Placed]:
    """The annotated mentions of a story, one for each event that an article tells, with the record that the program works out."""
    for told in story.articles:
        for event, rows in _by_event(told).items():
            best = next((m for m in rows if m.when), rows[0])
            placed = next((m.where for m in rows if m.where), None)
            evidence = tuple(dict.fromkeys(e for m in rows for e in m.evidence))
            found = detailed(replace(best, where=placed, evidence=evidence), told.article, parse(told.article))
            mention = replace(found, id=f"m1:{told.article.id} {event}")
            yield Placed(story.name, event, mention, traits_of(mention, told.article))


def coded(story: Story) -> Iterator[Placed]:
    """The mentions that the program reads in a story and that match an annotated one: the same type and a party on either side, or all parties and the same status."""
    for told in story.articles:
        golds = _by_event(told)
        for mention in pipeline.code_article(told.article).mentions:
            matches = {event: max(_match(mention, gold) for gold in rows) for event, rows in golds.items()}
            event = max(sorted(matches), key=lambda name: matches[name], default="")
            if event and matches[event]:
                yield Placed(story.name, event, mention, traits_of(mention, told.article))


READINGS = {"as annotated": annotated, "as the program reads": coded}


def _by_event(told: Told) -> dict[str, list[EventMention]]:
    events: dict[str, list[EventMention]] = {}
    for mention in told.mentions:
        ahead = "ahead" if mention.status in AHEAD else "done"
        events.setdefault(f"{mention.id} {ahead}", []).append(mention)
    return events


def _match(one: EventMention, gold: EventMention) -> int:
    """How well a coded mention fits an annotated one; 0 for not."""
    mine, theirs = ({key_of(p) for p in m.actors + m.recipients} for m in (one, gold))
    overlap = any(a.start < b.end and b.start < a.end for a in one.evidence for b in gold.evidence)
    if len(mine & theirs) < min(2, len(theirs)) or (one.status in AHEAD) != (gold.status in AHEAD):
        return 0
    return (4 if one.type == gold.type else 0) + (2 if overlap else 0) + int(one.kind == gold.kind)


def grouped(placed: Sequence[Placed], by: Reconciler) -> list[tuple[str, ...]]:
    """Events out of these mentions, as a ledger makes them."""
    found: dict[str, list[Placed]] = {}
    for one in placed:
        for key in by.own_keys(one.traits):
            found.setdefault(key, []).append(one)
    likely: dict[tuple[str, str], float] = {}
    for one in placed:
        others = {o.mention.id: o for key in by.sought_keys(one.traits) for o in found.get(key, ())}
        for other in others.values():
            if one.mention.id < other.mention.id:
                score = by.likeness(one.traits, other.traits)
                if score is not None:
                    likely[one.mention.id, other.mention.id] = score
    traits = {one.mention.id: one.traits for one in placed}
    return by.clusters(list(traits), likely, (), (), traits.__getitem__)


@dataclass(frozen=True, slots=True)
class Score:
    """Precision and recall of clusters, over pairs and over mentions (B³: Bagga and Baldwin 1998)."""

    pairs: tuple[float, float]
    b3: tuple[float, float]

    @staticmethod
    def f1(figures: tuple[float, float]) -> float:
        """The harmonic mean."""
        return 2 * figures[0] * figures[1] / sum(figures) if sum(figures) else 0.0


def score(groups: Iterable[Sequence[str]], gold: dict[str, str]) -> Score:
    """Clusters against the annotated event of each mention."""
    home = {one: tuple(group) for group in groups for one in group}
    events: dict[str, set[str]] = {}
    for one, event in gold.items():
        events.setdefault(event, set()).add(one)
    said = {pair for group in set(home.values()) for pair in combinations(sorted(group), 2)}
    right = {pair for members in events.values() for pair in combinations(sorted(members), 2)}
    both = len(said & right)
    shared = [len(set(home[one]) & events[event]) for one, event in gold.items()]
    exact = [n / len(home[one]) for n, one in zip(shared, gold, strict=True)]
    whole = [n / len(events[event]) for n, event in zip(shared, gold.values(), strict=True)]
    many = max(len(gold), 1)
    return Score((both / max(len(said), 1), both / max(len(right), 1)), (sum(exact) / many, sum(whole) / many))


def cases(placed: Sequence[Placed]) -> Iterator[tuple[tuple[float, ...], bool]]:
    """Features and answer of the pairs of a story that may be one event."""
    for one, other in combinations(placed, 2):
        if comparable(one.traits, other.traits):
            both = pair(one.traits, other.traits)
            yield (1.0, *(feature(both) for feature in FEATURES)), one.event == other.event


def rarity(texts: Iterable[str]) -> dict[str, float]:
    """Weights of the commonest stems: the logarithm of how many times fewer articles have them than there are."""
    counts = Counter(stem for text in texts for stem in {plain(word)[:STEM] for word in WORD.findall(text)})
    total = max(counts.values())
    weights = {stem: round(math.log(total / count), 2) for stem, count in counts.most_common(COMMON)}
    return dict(sorted(weights.items()))


def learn(told: Sequence[Sequence[Placed]]) -> Weights:
    """Weights by name; each story counts by the root of its pairs, so that the largest do not rule."""
    from models.logistic import fit  # PyTorch, which measuring does not need  # noqa: PLC0415

    rows: list[tuple[float, ...]] = []
    answers: list[bool] = []
    shares: list[float] = []
    for placed in told:
        pairs = list(cases(placed))
        rows += [values for values, _ in pairs]
        answers += [answer for _, answer in pairs]
        shares += [len(pairs) ** -0.5] * len(pairs)
    return fit(NAMES, rows, answers, shares, penalty=PENALTY)


def main() -> None:
    """Cross-validate, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=Path, nargs="+", default=[TRAIN])
    parser.add_argument("--data", type=Path, help="the shared data, to count words anew (`rarity.json`) as well")
    args = parser.parse_args()
    if args.data:
        texts = [a.source.text for a in examples.annotated(ARTICLES, args.data) if len(a.parse.sentences) > 1]
        RARITY.write_text(json.dumps(rarity(texts), indent=0) + "\n", encoding="utf-8")
    every = [story for path in args.stories for story in stories(path)]
    sets = {what: [_named(reading(s)) for s in every] for what, reading in READINGS.items()}
    for what, told in sets.items():
        held: list[Placed] = []
        for fold in range(FOLDS):
            rest = [p for told_in in sets.values() for n, p in enumerate(told_in) if n % FOLDS != fold]
            by = Reconciler(learn(rest))
            test = [one for n, placed in enumerate(told) if n % FOLDS == fold for one in placed]
            home = {one.mention.id: group for group in grouped(test, by) for one in test if one.mention.id in group}
            held += [replace(one, story="|".join(home[one.mention.id])) for one in test]
        groups = [group.split("|") for group in dict.fromkeys(one.story for one in held)]
        found = score(groups, {one.mention.id: one.event for one in held})
        print(
            f"{what}: {len(held)} mentions, {len(every)} stories; pairs F1 {Score.f1(found.pairs):.3f} {found.pairs}, B3 F1 {Score.f1(found.b3):.3f}"
        )
    weights = learn([placed for told in sets.values() for placed in told])
    counts = Counter(answer for told in sets.values() for placed in told for _, answer in cases(placed))
    print(f"fitted on {counts.total()} pairs, {counts[True]} of them one event")
    OUT.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")
    print(f"written to {OUT}")


def _named(placed: Iterable[Placed]) -> list[Placed]:
    return [replace(one, event=f"{one.story} {one.event}") for one in placed]


if __name__ == "__main__":
    main()
