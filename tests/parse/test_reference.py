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


@pytest.mark.parametrize("words", ["The three countries", "All three leaders", "The trio"])
def test_as_many_states_as_the_words_say(words: str) -> None:
    text = f"Chile, Peru and Cuba talked. Brazil was there. {words} agreed."
    assert collectives(text) == [(words, ("CHL", "PER", "CUB"))]


@pytest.mark.parametrize("words", ["The sides", "These countries", "The two have"])
def test_bare_plurals_are_the_last_pair(words: str) -> None:
    text = f"Chile met Peru. {words} agreed."
    assert collectives(text) == [(words.removesuffix(" have"), ("CHL", "PER"))]


@pytest.mark.parametrize("words", ["Both", "Both men", "Both air forces", "The two", "Both of them", "The parties"])
def test_numbers_and_both_stand_alone_where_something_is_done(words: str) -> None:
    assert collectives(f"Chile met Peru. {words} agreed.") == [(words, ("CHL", "PER"))]


def test_six_are_six() -> None:
    text = "Chile, Peru, Cuba, Kenya, Chad and Niger talked. All six agreed."
    assert collectives(text) == [("All six", ("CHL", "PER", "CUB", "KEN", "TCD", "NER"))]


@pytest.mark.parametrize(
    "words", ["Two leaders of a party", "The pair of singers", "The three poets", "Two men", "Both poets"]
)
def test_what_are_no_states(words: str) -> None:
    assert collectives(f"Chile, Peru and Cuba met. Chile met Peru. {words} agreed.") == []


def pronouns(text: str) -> list[tuple[str, str, str | None]]:
    found = parse(article_of(text)).entity_mentions
    return [(m.text, m.states[0], m.name) for m in found if m.text.lower() == "they"]


def test_they_are_the_one_group_named() -> None:
    assert pronouns("Boko Haram said they had attacked.") == [("they", "NSA", "Boko Haram")]
    assert pronouns("Chile and Boko Haram said they had attacked.") == []
    assert pronouns("Chile said they had attacked.") == []


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Chile, Peru and Cuba signed it. They will meet again.", ("CHL", "PER", "CUB")),
        ("The foreign ministers of Chile and Peru spoke. In a statement, they praised the pact.", ("CHL", "PER")),
        ("Chile and Peru spoke. Both sides were glad. They signed a pact.", ("CHL", "PER")),
    ],
)
def test_they_are_those_who_act_together_in_the_sentence_before(text: str, states: tuple[str, ...]) -> None:
    assert collectives(text)[-1] == ("They" if "They" in text else "they", states)


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("The presidents of Chile and Peru spoke. They praised the pact. They will meet again.", "GOV"),
        ("The foreign minister of Chile and the president of Peru spoke. They praised the pact.", "GOV"),
        ("The generals of Chile and Peru spoke. They praised the drill.", "MIL"),
        ("Major powers Chile and Peru spoke. They praised the pact.", None),
        ("Chile and Peru spoke. They praised the pact.", None),
    ],
)
def test_they_hold_the_offices_of_those_who_act_together(text: str, sector: str | None) -> None:
    found = parse(article_of(text)).entity_mentions
    assert {m.sector for m in found if m.text == "They"} == {sector}


@pytest.mark.parametrize(
    "text", ["Chile met Peru. They agreed.", "Chile and Peru spoke. Cuba was silent. They agreed.", "Chile spoke. They agreed."]
)  # fmt: skip
def test_they_are_nobody_where_nobody_acts_together(text: str) -> None:
    assert not [words for words, _ in collectives(text) if words == "They"]
