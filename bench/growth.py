"""What a new report costs a ledger that grows: time per article at the start and at the end, and memory.

    python bench/growth.py [--mentions 100000]

Synthetic event mentions in bursts, as news comes: every few days a happening between two of fifty states is told by four to eight reports within three days, each
with a second, older event in passing, in one of five dated by the year alone. All are reconciled and written as `sanudo read` does, without the reading model. The time is this process's own (other work on the
machine does not count), of stretches of two thousand articles at the beginning (after the first thousand) and at the end; the mark is 1.5 times.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import sanudo  # noqa: E402
from sanudo.reconcile import Reconciler  # noqa: E402
from sanudo.records import Article, EventMention, Evidence, Kind, Participant, Run, Status, WhenBasis  # noqa: E402
from sanudo.resources import parties  # noqa: E402
from sanudo.serial import content_id  # noqa: E402

STATES = sorted({form.state for form in parties().values() if form.label == "state"})[:50]
HAPPENINGS = (
    ("CONSULT", Kind.MEETING, "held talks with"),
    ("SUPPORT", Kind.AGREEMENT, "signed a memorandum with"),
    ("ACCUSE", Kind.STATEMENT, "criticised"),
    ("ASSAULT", Kind.ATTACK, "shelled positions of"),
    ("COOPERATE", Kind.EXERCISE, "began a joint exercise with"),
)
SUBJECTS = "fishing border trade visas pipelines railways grain rivers prisoners airspace cyber loans mines ports schools".split()
# What else such an article says, so that it is no copy of the others.
WORDS = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in "aeiou" for c in SUBJECTS]
STRETCH = 2_000


def reports(mentions: int) -> Iterator[tuple[Article, list[EventMention]]]:
    """Articles in the order of their days, two mentions each."""
    rng = random.Random(1)
    day = date(2000, 1, 1)
    waiting: list[tuple[date, int, Article, list[EventMention]]] = []
    written = number = 0
    while written < mentions:
        day += timedelta(days=rng.choice((0, 0, 1, 1, 2)))
        for _ in range(3):
            one, other = rng.sample(STATES, 2)
            type_, kind, act = rng.choice(HAPPENINGS)
            topic = " and ".join(rng.sample(SUBJECTS, 2))
            for _ in range(rng.randint(4, 8)):
                published = day + timedelta(days=rng.randint(0, 2))
                number += 1
                waiting.append(
                    (published, number, *_report(number, published, day, one, other, type_, kind, act, topic, rng))
                )
        waiting.sort(key=lambda item: item[:2])
        while waiting and waiting[0][0] <= day and written < mentions:
            _, _, article, told = waiting.pop(0)
            written += len(told)
            yield article, told


def _report(
    number: int,
    published: date,
    day: date,
    one: str,
    other: str,
    type_: str,
    kind: Kind,
    act: str,
    topic: str,
    rng: random.Random,
) -> tuple[Article, list[EventMention]]:
    news = f"{one} {act} {other} over {topic} {rng.choice(('on the day', 'it was said', 'officials said', 'according to reports'))}."
    before, when = (
        (f"in {day.year - 1}", f"{day.year - 1}")
        if number % 5 == 0
        else ("days before", (day - timedelta(days=4)).isoformat())
    )
    past = f"{one} had held talks with {other} {before}."
    filler = " ".join(f"{rng.choice(WORDS)}" for _ in range(120))
    article = Article(
        id=content_id("a1", f"{number}"),
        text=f"{number}. {news} {past} {filler}",
        language="en",
        origin="bench",
        published=published.isoformat(),
    )
    told = []
    for at, (words, name, sort, dated) in enumerate(
        ((news, type_, kind, day.isoformat()), (past, "CONSULT", Kind.MEETING, when))
    ):
        start = article.text.index(words)
        told.append(
            EventMention(
                id=content_id("m1", [number, at]),
                article_id=article.id,
                type=name,
                kind=sort,
                actors=(Participant(one),),
                recipients=(Participant(other),),
                symmetric=False,
                status=Status.HAPPENED,
                confidence=round(rng.uniform(0.5, 1.0), 3),
                evidence=(Evidence(article.id, start, start + len(words), words),),
                coder="bench",
                model="none",
                when=dated,
                when_basis=WhenBasis.STATED,
            )
        )
    return article, told


def main() -> None:
    """Write, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mentions", type=int, default=100_000)
    args = parser.parse_args()
    run = Run("r1:bench", "bench", "none", "none", "{}", "2000-01-01")
    spent: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.sanudo"
        with sanudo.open(path, create=True) as ledger, ledger.writer(run, Reconciler()) as writer:
            for article, mentions in reports(args.mentions):
                began = time.process_time()
                writer.add_article(replace(article), None, mentions)
                spent.append(time.process_time() - began)
                if len(spent) % 5_000 == 0:
                    print(f"{len(spent):7} articles, {sum(spent[-STRETCH:]) / STRETCH * 1000:.2f} ms each", flush=True)
            count = len(ledger.events())
        size = path.stat().st_size / 1e6
    first, last = spent[1_000 : 1_000 + STRETCH], spent[-STRETCH:]
    start, end = sum(first) / len(first) * 1000, sum(last) / len(last) * 1000
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{args.mentions} mentions in {len(spent)} articles: {count} events, ledger {size:.0f} MB, peak memory {peak:.0f} MB"
    )
    print(f"per article {start:.2f} ms at the start, {end:.2f} ms at the end: ratio {end / start:.2f}")


if __name__ == "__main__":
    main()
