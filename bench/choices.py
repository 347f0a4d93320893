"""What the few numbers that were set by hand cost and gain: F1 with other values of each, all else as it is.

    python bench/choices.py --shared ../shared [--model FOLDER] [--threshold 0.5 0.6] [--second 0.3] [--sure 0.6] [--rival 0.8] [--same 0.5 0.8]

Codes the held-out articles, our own test passages and the retold reports of `models/stories/`, on which these numbers were chosen, once, and prints for every combination of values F1 of events
with the right type and with any (strict and dyad, as the scorer counts them), how many events are coded, and how many articles without an event get one. `--threshold`: least probability of an event;
`--second`: of a second type between the same parties; `--sure`: of the surest event of an article; `--rival`: share of the likeliest pair's probability below which a pair is its echo; `--same`: how
likely two tellings must be one happening to be joined (above 1: none is).
"""

from __future__ import annotations

import argparse
import itertools
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from models.gold import events_of, write_gold  # noqa: E402
from models.measure import scorer  # noqa: E402
from models.stories import TEST, TRAIN  # noqa: E402
from sanudo import pipeline  # noqa: E402
from sanudo.coding import encoder, grouping, merge, model  # noqa: E402
from sanudo.coding.marking import Marked  # noqa: E402
from sanudo.parse import parse  # noqa: E402
from sanudo.read import article_from_text  # noqa: E402
from sanudo.records import Article, Parse  # noqa: E402
from sanudo.resolve import resolve  # noqa: E402
from sanudo.serial import event_to_wire  # noqa: E402

SETS = ("real-held-out", "own-test")
Document = tuple[Article, Parse, list[dict[str, object]]]


class Remembering:
    """A model that reads every window once."""

    def __init__(self, reader: model.PairModel) -> None:
        self._reader, self._known = reader, dict[tuple[object, ...], tuple[model.PairScores, ...]]()
        self.encode, self.threshold = reader.encode, reader.threshold

    def score(self, marked: Marked, pairs: Sequence[model.PairAt]) -> tuple[model.PairScores, ...]:
        """As the model's."""
        key = (tuple(marked.ids), tuple(marked.segments), tuple(pairs))
        if key not in self._known:
            self._known[key] = self._reader.score(marked, pairs)
        return self._known[key]


def documents(shared: Path, name: str) -> list[Document]:
    """The articles of one set, parsed, with their events."""
    with tempfile.TemporaryDirectory() as folder:
        write_gold(shared / "data", [ROOT / "models" / "corpus" / f"{name}.jsonl"], Path(folder))
        given, gold = (
            [json.loads(line) for line in (Path(folder) / f"{part}.jsonl").read_text(encoding="utf-8").splitlines()]
            for part in ("input", "gold")
        )
    articles = [article_from_text(row["text"], published=row["published"]) for row in given]
    return [(a, parse(a), row["events"]) for a, row in zip(articles, gold, strict=True)]


def retold() -> list[Document]:
    """The reports of all stories, on which the reading model has learned nothing."""
    found: list[Document] = []
    for path in (TRAIN, TEST):
        for line in path.read_text(encoding="utf-8").splitlines():
            for row in json.loads(line)["articles"]:
                article = article_from_text(row["text"], published=row["published"])
                found.append((article, parse(article), events_of(row["mentions"], row["text"])))
    return found


def f1(score: ModuleType, coder: encoder.EncoderCoder, among: list[Document]) -> tuple[float, float, int, int]:
    """F1 strict and dyad, events coded, articles over-coded."""
    gold = coded = strict = dyad = over = 0
    for article, found, events in among:
        told = merge.merge([resolve(m, article) for m in coder.code(article, found)], article.published)
        mine = [e for e in map(event_to_wire, told) if len(score.parties(e)) > 1]
        theirs = [e for e in events if len(score.parties(e)) > 1]
        hits = score.count(theirs, mine, score.TESTS)
        gold, coded, over = gold + len(theirs), coded + len(mine), over + (bool(mine) and not theirs)
        strict, dyad = strict + len(hits["strict"]), dyad + len(hits["dyad"])
    return 2 * strict / (gold + coded), 2 * dyad / (gold + coded), coded, over


def main() -> None:
    """Read the options, print a line for each combination."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--model", type=Path, help="folder of another model than the packaged one")
    parser.add_argument("--threshold", type=float, nargs="+")
    parser.add_argument("--second", type=float, nargs="+", default=[encoder.SECOND])
    parser.add_argument("--sure", type=float, nargs="+", default=[encoder.SURE])
    parser.add_argument("--rival", type=float, nargs="+", default=[grouping.RIVAL])
    parser.add_argument("--same", type=float, nargs="+", default=[merge.SAME])
    args = parser.parse_args()
    reader = Remembering(model.load(args.model) if args.model else model.packaged())
    coder = encoder.EncoderCoder(reader, pipeline.model_version())
    score = scorer(args.shared)
    sets = {name: documents(args.shared, name) for name in SETS} | {"stories": retold()}
    print("threshold second sure rival same   " + "   ".join(f"{name}: strict dyad coded over-coded" for name in sets))
    for tried in itertools.product(args.threshold or [reader.threshold], args.second, args.sure, args.rival, args.same):
        reader.threshold, encoder.SECOND, encoder.SURE, grouping.RIVAL, merge.SAME = tried
        figures = [f1(score, coder, among) for among in sets.values()]
        print(*tried, *("  {:.3f} {:.3f} {:4} {:2}".format(*row) for row in figures), flush=True)


if __name__ == "__main__":
    main()
