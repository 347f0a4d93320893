import pytest

from sanudo.parse import parse
from sanudo.records import MentionLabel
from tests.build import article_of


def references(text: str) -> list[tuple[str, tuple[str, ...]]]:
    found = parse(article_of(text)).entity_mentions
    return [(m.text, m.states) for m in found if m.label in (MentionLabel.REFERENCE, MentionLabel.COLLECTIVE)]


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("the island", "CYP"),
        ("the divided island", "CYP"),
        ("the kingdom", "NOR"),
        ("the Nordic country", "NOR"),
        ("the South American nation", "PER"),
    ],
)
def test_the_last_country_of_that_kind(words: str, state: str) -> None:
    assert references(f"Norway, Cyprus and Peru met Chad. Chad thanked {words}.") == [(words, (state,))]


def test_no_country_of_that_kind() -> None:
    assert references("Chad met Mali. Chad thanked the island and the Nordic country.") == []


def test_all_of_a_kind() -> None:
    assert references("Chad thanked the Baltic states.") == [("Baltic states", ("EST", "LTU", "LVA"))]
    assert references("Chad thanked some Baltic states.") == []


def test_a_kingdom_in_capitals_is_the_last_one_named() -> None:
    found = parse(
        article_of("Jordan signed. It is good for the Kingdom. The Kingdom of Tonga was glad.")
    ).entity_mentions
    assert [(m.text, m.states) for m in found if m.text == "the Kingdom"] == [("the Kingdom", ("JOR",))]
