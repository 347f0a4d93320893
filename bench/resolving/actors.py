"""State of a participant: whether the parse knows for whom the words of an annotated participant stand.

Counted is every actor and recipient of the annotated event mentions whose words stand in the text. One is right when a mention
that the parse finds overlaps those words and stands for the participant's state or body code; nothing is asked of the coder, and
a mention too many costs nothing here. Bodies without a code of their own are all IGO, armed groups all NSA: their names are not
compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from models.examples import CORPUS, HELD_OUT, TEST, Annotated, annotated

Row = tuple[str, str, int, int, float | None]
LEAST = 0.92
TRAINING = tuple(sorted(CORPUS.glob("real-[0-9]*.jsonl")))


def rows(shared: Path) -> Iterator[Row]:
    """The share of participants with the right state, on the articles trained on, held out and kept for testing."""
    for paths, on in ((TRAINING, "real articles trained on"), ((HELD_OUT,), "real-held-out"), ((TEST,), "real-test")):
        found = [known(article) for article in annotated(paths, shared / "data")]
        right, of = sum(r for r, _ in found), sum(n for _, n in found)
        yield "state of a participant", on, right, of, None if paths == TRAINING else LEAST


def known(article: Annotated) -> tuple[int, int]:
    """How many participants of an article have a mention of the right state, of how many whose words stand in it."""
    parties = [p for m in article.row["mentions"] for p in m["actors"] + m["recipients"] if p["span"]]
    mentions = article.parse.entity_mentions

    def is_known(start: int, end: int, state: str) -> bool:
        return any(m.start < end and start < m.end and state in m.states for m in mentions)

    return sum(is_known(*p["span"], p["state"]) for p in parties), len(parties)
