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


def test_an_office_that_is_no_longer_what_the_text_is_about_is_left_out() -> None:
    text = "Kenya’s army spoke. Uganda met. Uganda slept. Uganda ate. Uganda sang. Uganda ran. The army left."
    assert references(text) == []


def test_his_ministry_is_that_of_the_state_the_text_is_about() -> None:
    assert references("Kenya spoke. Kenya slept. Kenya voted. Its troops left.") == [("Its troops", "KEN")]
    assert references("Kenya met Uganda. Its troops left.") == []


def test_a_title_that_one_press_uses_unless_another_state_has_it() -> None:
    assert references("Chad thanked the foreign secretary.") == [("the foreign secretary", "GBR")]
    text = "India’s foreign secretary arrived. Later the foreign secretary left."
    assert references(text) == [("the foreign secretary", "IND")]


def test_government_and_regime_are_one() -> None:
    text = "Chad’s government fell back. Pro-regime forces fled. Regime troops came."
    assert references(text) == [("Pro-regime forces", "TCD"), ("Regime troops", "TCD")]


def test_an_office_with_the_name_after_it_is_left_to_the_name() -> None:
    text = "Kenya’s president, Amos Were, spoke. Later the president, Amos Were, slept."
    assert references(text) == []


def test_short_and_royal_titles() -> None:
    text = "Peruvian PM Rosa Lagos met Saudi Crown Prince Salman Al Saud. The PM smiled. The Crown Prince left."
    assert references(text) == [("The PM", "PER"), ("The Crown Prince", "SAU")]
    assert references("Kenyan secretary Amos Were spoke. The Secretary General slept.") == []


def test_a_coalition_is_of_the_state_that_leads_it() -> None:
    text = "A Saudi-led military coalition bombed Yemen. The coalition denied it. Coalition jets came back."
    assert references(text) == [("The coalition", "SAU"), ("Coalition jets", "SAU")]
    assert references("Chile spoke. The coalition fell. Coalition forces in Chile spoke.") == []
