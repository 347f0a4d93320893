"""On whose word: attributions of PolNeAR, and the one that each event of the annotated real articles is told on.

PolNeAR: F1 of speaker and cue, both by overlap (`models.polnear.tally`). Attributions without a marked source have no speaker that
could be found, and the main row leaves them out on both sides; the row after it counts them in both. Real articles: for each
annotated event mention the attribution that `sanudo.coding` would choose, were trigger and parties those of the annotation; right
if its words overlap the annotated ones, or if there is none and none is annotated. The rows after that split these cases.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from models.examples import HELD_OUT, TEST, Annotated, annotated
from models.polnear import articles, tally
from sanudo.coding.attributed import on_whose_word
from sanudo.coding.encoder import SPOKEN
from sanudo.parse import parse
from sanudo.records import Article, Attribution, Sentence

Row = tuple[str, str, int, int, float | None]


def rows(shared: Path) -> Iterator[Row]:
    """What is counted, on which data, right, of how many, and the least that is asked. F1 is a share: twice the right ones,
    of the found and the marked ones together.
    """
    yield from quoted(shared / "data" / "quotes" / "polnear" / "dev")
    for path in (HELD_OUT, TEST):
        yield from told(path.stem, list(annotated([path], shared / "data")))


def quoted(folder: Path) -> Iterator[Row]:
    """Rows for one part of PolNeAR."""
    name = f"polnear/{folder.name}"
    every = ((a.gold, parse(Article(id=a.name, text=a.text)).attributions) for a in articles(folder))
    counts = tally(every)
    yield "attribution, F1", name, 2 * counts.right, counts.found + counts.marked, 0.70
    yield "attribution, precision", name, counts.right, counts.found, None
    yield "attribution, recall", name, counts.right, counts.marked, None
    yield (
        "attribution, F1 with those without a source",
        name,
        2 * counts.all_right,
        counts.all_found + counts.all_marked,
        None,
    )


def told(name: str, every: list[Annotated]) -> Iterator[Row]:
    """Rows for annotated articles."""
    cases = [(event["attribution"], _chosen(article, event)) for article in every for event in article.row["mentions"]]
    given = [(gold, said) for gold, said in cases if gold]
    found = [(gold, said) for gold, said in cases if said]
    yield "attribution of an event", name, sum(_agree(*case) for case in cases), len(cases), None
    yield (
        "attribution of an event, where one is annotated",
        name,
        sum(_agree(*case) for case in given),
        len(given),
        None,
    )
    yield "attribution of an event, where one is found", name, sum(_agree(*case) for case in found), len(found), None


def _chosen(article: Annotated, event: dict[str, Any]) -> Attribution | None:
    parties = [tuple(p["span"]) for p in event["actors"] + event["recipients"] if p["span"]]
    telling = [tuple(event["trigger"])] if event["trigger"] else parties
    speaking = parties if event["type"] in SPOKEN else []
    return on_whose_word(article.parse, Sentence(*event["sentence"]), telling, speaking)


def _agree(gold: list[int] | None, said: Attribution | None) -> bool:
    if not gold or not said:
        return not gold and not said
    return said.start < gold[1] and gold[0] < said.end
