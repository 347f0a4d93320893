"""How far the parts of the program let it come: whole events as coded, with every pair read right, and with tellings joined right as well.

    python bench/ceiling.py --shared ../shared [--corpus real-held-out own-test real-2 real-16]

For each corpus file: F1 of events with the right type (strict) and with any (dyad), as the scorer counts them, of

- the program as it is;
- the program, had the network read every pair of parties that it is shown as the annotation has it: what is lost now is lost by parties that were not
  found, and by tellings put together or left apart;
- the same, had the tellings been joined as annotated, too: what is lost now are parties.

The numbered files are those that the network learned from: how well it reads them tells whether it could learn more from them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from models.examples import CORPUS, Annotated, annotated, article_of, pair_of, told_in  # noqa: E402
from models.gold import event_of  # noqa: E402
from models.measure import scorer  # noqa: E402
from sanudo import codebook, pipeline  # noqa: E402
from sanudo.coding import encoder, merge, model  # noqa: E402
from sanudo.coding.candidates import Window  # noqa: E402
from sanudo.coding.grouping import Told  # noqa: E402
from sanudo.parse import parse  # noqa: E402
from sanudo.records import EventMention, Sentence  # noqa: E402
from sanudo.resolve import resolve  # noqa: E402
from sanudo.serial import event_to_wire  # noqa: E402

FILES = ("real-held-out", "own-test", "real-2", "real-16")


class Annotation(encoder.EncoderCoder):
    """A coder that reads each pair of parties as the annotation of one article has it."""

    def __init__(self, article: Annotated, reader: model.PairModel) -> None:
        super().__init__(reader, "annotation")
        self._told = told_in(article)

    def _read(self, encodings: object, window: Window) -> Iterator[tuple[Sentence, Told]]:
        for place, sentence in enumerate(window.sentences):
            for first, second in window.pairs[place]:
                pair = pair_of(place, first, second, window.parties, self._told.get(sentence, []))
                for type_ in pair.types or ():
                    yield sentence, self._as_told(pair, type_, window)

    @staticmethod
    def _as_told(pair: Any, type_: str, window: Window) -> Told:
        ends = (window.parties[pair.first], window.parties[pair.second])
        share = 1 / len(pair.types)
        types = dict.fromkeys(pair.types, share) | {encoder.NONE: 0.0}
        scores = model.PairScores(types, {pair.direction: 1.0}, {pair.status: 1.0}, {pair.kind: 1.0})
        settled = codebook.settled(type_, pair.status)
        mutual = pair.direction == "symmetric" or (settled, pair.kind) in encoder.MUTUAL
        actor, recipient = ends[::-1] if pair.direction == "backward" and not mutual else ends
        return Told(settled, actor, recipient, mutual, share, scores)


def joined_as_annotated(mentions: Sequence[EventMention], rows: list[dict[str, Any]]) -> list[EventMention]:
    """Tellings by the event of the annotated mention that is most like each in its sentence; the one with most parties of each event."""
    events: dict[object, list[EventMention]] = {}
    for mention in mentions:
        states = {p.state for p in mention.actors + mention.recipients}

        def likeness(row: dict[str, Any], type_: str = mention.type, states: set[str] = states) -> tuple[bool, int]:
            theirs = {p["state"] for p in row["actors"] + row["recipients"]}
            return encoder.settled(row["type"], row["status"]) == type_, len(states & theirs)

        here = [row for row in rows if row["sentence"][0] == mention.evidence[0].start]
        events.setdefault(max(here, key=likeness)["event"], []).append(mention)
    return [max(every, key=lambda m: len(m.actors) + len(m.recipients)) for every in events.values()]


def coded(article: Annotated, reader: model.PairModel) -> Iterator[Sequence[EventMention]]:
    """The events of an article in the three ways, in the order above."""
    read = article_of(article.source)
    resolved = [resolve(m, read) for m in encoder.EncoderCoder(reader, "").code(read, parse(read))]
    yield merge.merge(resolved, read.published)
    ideal = [resolve(m, read) for m in Annotation(article, reader).code(read, article.parse)]
    yield merge.merge([replace(m, confidence=1.0) for m in ideal], read.published)
    yield joined_as_annotated(ideal, article.row["mentions"])


def measure(score: ModuleType, shared: Path, name: str) -> None:
    """Print a line for each way."""
    reader = pipeline.packaged()
    counts = [[0, 0, 0] for _ in range(3)]
    gold = 0
    for article in annotated([CORPUS / f"{name}.jsonl"], shared / "data"):
        events: dict[str, list[dict[str, Any]]] = {}
        for mention in article.row["mentions"]:
            events.setdefault(mention["event"], []).append(mention)
        rows = [event_of(mentions, article.source.text) for mentions in events.values()]
        theirs = [e for e in rows if len(score.parties(e)) > 1]
        gold += len(theirs)
        for sums, mentions in zip(counts, coded(article, reader), strict=True):
            mine = [e for e in map(event_to_wire, mentions) if len(score.parties(e)) > 1]
            hits = score.count(theirs, mine, score.TESTS)
            for at, more in enumerate((len(mine), len(hits["strict"]), len(hits["dyad"]))):
                sums[at] += more
    ways = ("as it is", "every pair read right", "and tellings joined right")
    for way, (every, strict, dyad) in zip(ways, counts, strict=True):
        f1 = [2 * hits / max(1, gold + every) for hits in (strict, dyad)]
        print(f"{name:14} {way:26} coded {every:4} of {gold:4}  strict {f1[0]:.3f}  dyad {f1[1]:.3f}", flush=True)


def main() -> None:
    """Read the options, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--corpus", nargs="+", default=FILES, help="names of corpus files")
    args = parser.parse_args()
    score = scorer(args.shared)
    for name in args.corpus:
        measure(score, args.shared, name)


if __name__ == "__main__":
    main()
