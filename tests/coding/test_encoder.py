from collections.abc import Sequence
from typing import Any

import pytest

from sanudo.coding.encoder import EncoderCoder
from sanudo.coding.marking import Marked
from sanudo.coding.model import PairScores, packaged
from sanudo.parse import parse
from tests.build import article_of

TEXT = "Peru met Chile.\nPeru accused Chile."


class Fixed:
    """A model that sees one consultation in each sentence, as likely as it is told."""

    threshold = 0.4

    def __init__(self, shares: Sequence[float]) -> None:
        self._shares = shares

    def encode(self, text: str) -> Any:
        return packaged().encode(text)

    def score(self, marked: Marked, pairs: Sequence[tuple[int, int, int]]) -> tuple[PairScores, ...]:
        return tuple(
            PairScores(
                {"NONE": 1 - self._shares[sentence], "CONSULT": self._shares[sentence]},
                {"symmetric": 1.0},
                {"happened": 1.0},
                {"meeting": 1.0},
            )
            for sentence, *_ in pairs
        )


@pytest.mark.parametrize(
    ("shares", "told"),
    [((0.5, 0.5), []), ((0.5, 0.7), [0.5, 0.7]), ((0.3, 0.7), [0.7]), ((0.1, 0.2), [])],
    ids=["none is sure", "one is sure", "one is likely and sure", "none is likely"],
)
def test_an_article_is_believed_by_its_surest_event(shares: Sequence[float], told: list[float]) -> None:
    article = article_of(TEXT)
    mentions = EncoderCoder(Fixed(shares), "fixed").code(article, parse(article))  # type: ignore[arg-type]
    assert [m.confidence for m in mentions] == told
