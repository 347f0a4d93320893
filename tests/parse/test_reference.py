import pytest

from sanudo.parse import parse
from sanudo.records import MentionLabel
from tests.build import article_of


def collectives(text: str) -> list[tuple[str, tuple[str, ...]]]:
    found = parse(article_of(text)).entity_mentions
    return [(m.text, m.states) for m in found if m.label == MentionLabel.COLLECTIVE]


@pytest.mark.parametrize("words", ["Both nations", "The two sides", "The two South American countries", "Both sides"])
def test_the_pair_of_the_sentence_before(words: str) -> None:
    assert collectives(f"Chile met Peru. {words} agreed.") == [(words, ("CHL", "PER"))]


def test_the_pair_named_earlier_in_the_same_sentence() -> None:
    text = "Brazil spoke first. Chile and Peru said that the two countries had agreed."
    assert collectives(text) == [("the two countries", ("CHL", "PER"))]


def test_the_pair_that_the_article_is_about() -> None:
    text = (
        "Chile and Peru talked. Chile wants more. Peru wants less. Brazil, Bolivia and Cuba watched. The two sides ate."
    )
    assert collectives(text) == [("The two sides", ("CHL", "PER"))]


def test_no_pair_no_reference() -> None:
    assert collectives("Brazil watched. The two sides agreed.") == []
    assert collectives("Chile, Peru and Cuba met. The two sides agreed.") == []
