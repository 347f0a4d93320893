"""Parties that a sentence names together."""

from __future__ import annotations

import pytest

from sanudo.coding.model import PairScores
from sanudo.coding.together import named_together, pooled


def scores(accused: float, forward: float) -> PairScores:
    return PairScores(
        {"NONE": 1 - accused, "ACCUSE": accused},
        {"forward": forward, "backward": 1 - forward, "symmetric": 0.0},
        {"happened": 1.0},
        {"statement": 1.0},
    )


def spans(words: str, *names: str) -> list[tuple[tuple[int, int], ...]]:
    return [((words.index(name), words.index(name) + len(name)),) for name in names]


def test_one_mention_of_two_parties() -> None:
    words = "Both condemned Fiji."
    assert list(named_together(words, spans(words, "Both", "Both", "Fiji"))) == [(0, 1)]


@pytest.mark.parametrize(
    ("words", "groups"),
    [
        ("Chile, Peru and Bolivia met Kenya.", [(0, 1, 2)]),
        ("The Chile and Peru envoys warned Kenya over Bolivia.", [(0, 1)]),
        ("Chile, as well as Peru, thanked the Kenya and Bolivia desk.", [(0, 1), (3, 2)]),
        ("Chile told Peru that Kenya met Bolivia.", []),
    ],
)
def test_lists(words: str, groups: list[tuple[int, ...]]) -> None:
    names = ("Chile", "Peru", "Bolivia", "Kenya")
    found = list(named_together(words, spans(words, *names)))
    assert found == groups


def test_a_party_that_is_named_twice_is_no_member() -> None:
    words = "Chile and Peru met, Peru said."
    twice = ((words.index("Peru"), 14), (words.rindex("Peru"), 24))
    assert list(named_together(words, [*spans(words, "Chile"), twice])) == []


def test_what_is_told_of_one_is_told_of_all() -> None:
    read = {(0, 0, 1): scores(0.2, 0.5), (0, 0, 2): scores(0.9, 0.9), (0, 1, 2): scores(0.5, 0.3)}
    pooled(read, 0, (0, 1))
    assert read[0, 0, 2] == read[0, 1, 2]
    assert read[0, 0, 2].types["ACCUSE"] == pytest.approx(0.7)
    assert read[0, 0, 2].direction["forward"] == pytest.approx(0.6)
    assert read[0, 0, 1] == scores(0.2, 0.5)


def test_direction_is_turned_with_the_pair() -> None:
    # Party 1 stands between the members of the group: one pair is read from its first party, the other from its second.
    read = {(0, 0, 1): scores(0.8, 0.9), (0, 1, 2): scores(0.6, 0.3)}
    pooled(read, 0, (0, 2))
    assert read[0, 0, 1].direction["forward"] == pytest.approx(0.8)
    assert read[0, 1, 2].direction["backward"] == pytest.approx(0.8)


def test_pairs_within_three_and_other_sentences() -> None:
    read = {
        (1, 0, 1): scores(0.9, 0.5),
        (1, 0, 2): scores(0.3, 0.5),
        (1, 1, 2): scores(0.6, 0.5),
        (0, 0, 1): scores(0.1, 0.5),
    }
    pooled(read, 1, (0, 1, 2))
    assert {round(read[1, a, b].types["ACCUSE"], 6) for a, b in ((0, 1), (0, 2), (1, 2))} == {0.6}
    assert read[0, 0, 1] == scores(0.1, 0.5)
