"""The annotated stories are sound, and the reconciler does as well on them as it did; floors may only rise."""

import json
from itertools import combinations

import pytest

from models.reconciling import Score, annotated, grouped, score
from models.stories import TEST, TRAIN, stories
from sanudo.reconcile import Reconciler
from sanudo.reconcile.copies import shingles

FILES = (TRAIN, TEST)
ROWS = [json.loads(line) for path in FILES for line in path.read_text(encoding="utf-8").splitlines()]
# On the annotated mentions of the test stories: F1 over pairs, and B3.
PAIRS, B3 = 0.72, 0.89


@pytest.mark.parametrize("row", ROWS, ids=[row["story"] for row in ROWS])
def test_a_story_is_sound(row):
    assert len(row["articles"]) >= 4
    assert len({article["outlet"] for article in row["articles"]}) == len(row["articles"])
    events = {mention["event"] for article in row["articles"] for mention in article["mentions"]}
    numbers = {article["number"] for article in row["articles"]}
    for dispute in row["disputes"]:
        assert dispute["event"] in events
        assert len(dispute["sides"]) >= 2
        assert {number for side in dispute["sides"].values() for number in side} <= numbers
    for one, _, other in row["links"]:
        assert {one, other} <= events
    for article in row["articles"]:
        for mention in article["mentions"]:
            start, end = mention["sentence"]
            assert mention["sentence"] in article["sentences"]
            for party in mention["actors"] + mention["recipients"]:
                assert party["span"] is None or start <= party["span"][0] < party["span"][1] <= end


def test_stories_to_learn_from_and_to_measure_on_are_different():
    names = [row["story"] for row in ROWS]
    assert len(names) == len(set(names))
    pages = [article["url"] for row in ROWS for article in row["articles"]]
    assert len(pages) == len(set(pages))


def test_reports_of_a_story_are_told_independently():
    for row in ROWS:
        for one, other in combinations(row["articles"], 2):
            a, b = shingles(one["text"]), shingles(other["text"])
            assert len(a & b) < 0.5 * min(len(a), len(b)), (row["story"], one["number"], other["number"])


def test_reports_are_put_together_as_well_as_they_were():
    placed = [one for story in stories(TEST) for one in annotated(story)]
    found = score(grouped(placed, Reconciler()), {one.mention.id: f"{one.story} {one.event}" for one in placed})
    assert Score.f1(found.pairs) >= PAIRS
    assert Score.f1(found.b3) >= B3
    assert found.b3[0] >= found.b3[1]
