from sanudo.parse import parse
from sanudo.records import MentionLabel
from tests.build import article_of


def references(text: str) -> list[tuple[str, str]]:
    found = parse(article_of(text)).entity_mentions
    return [(m.text, m.states[0]) for m in found if m.label == MentionLabel.REFERENCE]


def test_an_office_is_that_of_the_state_whose_office_came_last() -> None:
    text = "Kenya’s foreign ministry spoke. The ministry was angry. The Ugandan ministry was not. The ministry slept."
    assert references(text) == [("The ministry", "KEN"), ("The ministry", "UGA")]


def test_an_office_of_nobody_known_is_left_out() -> None:
    assert references("Kenya spoke. The ministry was angry. The president of Chad was not.") == []


def test_he_is_the_person_named_first() -> None:
    text = "Kenyan minister Amos Were met Ugandan minister Rose Akello. He smiled. She left."
    assert references(text) == [("He", "KEN"), ("She", "KEN")]
    assert references("Nobody was there. He smiled.") == []


def test_officials_here_are_those_of_the_dateline() -> None:
    assert references("A headline\n\nNAIROBI: Officials here voiced concern over Chad.") == [("Officials here", "KEN")]
    assert references("NAIROBI, Aug 7 (Agency) - Diplomats here disagreed.") == [("Diplomats here", "KEN")]
    assert references("Officials here voiced concern over Chad.") == []
