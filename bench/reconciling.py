"""How well reports of one event are put together.

    python bench/reconciling.py [--shared ../shared] [--same 0.4 0.5 0.6]

On the stories of `models/stories/test.jsonl`, all in one pool: pairwise and B³ precision, recall and F1 over the annotated mentions and over those that the
program itself reads and that match an annotated one; beside each a baseline that joins what has the same parties, the same type and dates within a week. What one
announces and what comes about count as two events. Disputes: of those found, how many are annotated. With --shared also the clusters of the five sample reports.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from models.reconciling import READINGS, Placed, Score, grouped, score  # noqa: E402
from models.sample import sample  # noqa: E402
from models.stories import TEST, Story, stories  # noqa: E402
from sanudo.reconcile import Reconciler  # noqa: E402
from sanudo.reconcile.blocks import span_of  # noqa: E402
from sanudo.reconcile.clusters import SAME, connected  # noqa: E402
from sanudo.reconcile.disputes import disputes  # noqa: E402
from sanudo.reconcile.features import gap  # noqa: E402

WEEK = 7


def baseline(placed: Sequence[Placed]) -> list[tuple[str, ...]]:
    """Mentions of different articles with the same parties and type whose dates lie within a week."""
    pairs = []
    for n, one in enumerate(placed):
        for other in placed[n + 1 :]:
            a, b = one.traits, other.traits
            spans = span_of(a), span_of(b)
            near = spans[0] is not None and spans[1] is not None and gap(spans[0], spans[1]) <= WEEK
            if a.parties == b.parties and a.type == b.type and near and a.article_id != b.article_id:
                pairs.append((one.mention.id, other.mention.id))
    return connected([one.mention.id for one in placed], pairs)


def line(what: str, found: Score) -> str:
    """Figures of one way to put mentions together."""
    told = (("pairs", found.pairs), ("B3", found.b3))
    return f"{what:44}" + "   ".join(f"{name} P {p:.3f} R {r:.3f} F1 {Score.f1((p, r)):.3f}" for name, (p, r) in told)


def measure(told: Sequence[Story], least: Sequence[float]) -> None:
    """Print the figures on stories."""
    for what, reading in READINGS.items():
        placed = [one for story in told for one in reading(story)]
        gold = {one.mention.id: f"{one.story} {one.event}" for one in placed}
        print(f"\n{what}: {len(placed)} mentions of {len(set(gold.values()))} events in {len(told)} stories")
        for value in least:
            print(
                line(f"Sanudo, joined from {value}", score(grouped(placed, Reconciler(least=value)), gold)), flush=True
            )
        print(line("same parties and type within a week", score(baseline(placed), gold)))
        print(line("nothing joined", score([(one,) for one in gold], gold)))


def disputed(told: Sequence[Story]) -> None:
    """Print the disputes found in the annotated mentions of the annotated events, and in the events that the program makes of what it reads."""
    print("\ndisputes")
    for what, reading in READINGS.items():
        found = right = 0
        gold = {(s.name, row["event"], row["field"]) for s in told for row in s.disputes}
        reached = set()
        for story in told:
            placed = {one.mention.id: one for one in reading(story)}
            groups = grouped(list(placed.values()), Reconciler())
            if what == "as annotated":
                groups = [
                    tuple(p.mention.id for p in placed.values() if p.event == e)
                    for e in {p.event for p in placed.values()}
                ]
            for group in groups:
                mentions = [placed[id].mention for id in group]
                events = {placed[id].event.split()[0] for id in group}
                for dispute in disputes(mentions, {m.article_id: m.article_id for m in mentions}):
                    same = {(story.name, event, dispute.field.split()[0]) for event in events} & gold
                    found, right = found + 1, right + bool(same)
                    reached |= same
                    if not same:
                        sides = " or ".join(side.value for side in dispute.sides)
                        print(
                            f"    not annotated: {story.name} {'/'.join(sorted(events))} {dispute.field}: {sides}"[:160]
                        )
        print(f"{what}: {right} of {found} annotated, {len(reached)} of {len(gold)} found", flush=True)


def main() -> None:
    """Read the options, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=Path, default=TEST)
    parser.add_argument("--shared", type=Path, help="the shared folder: the sample reports, too")
    parser.add_argument("--same", type=float, nargs="+", default=[SAME])
    args = parser.parse_args()
    told = list(stories(args.stories))
    measure(told, args.same)
    disputed(told)
    if args.shared:
        print("\nThe sample reports")
        measure([sample(args.shared)], args.same)
        disputed([sample(args.shared)])


if __name__ == "__main__":
    main()
