from sanudo.parse import parse
from sanudo.records import MentionLabel
from tests.build import article_of


def people(text: str, published: str | None = None) -> list[tuple[str, str]]:
    found = parse(article_of(text, published=published)).entity_mentions
    return [(m.text, m.states[0]) for m in found if m.label == MentionLabel.PERSON]


def test_an_officer_is_introduced_once_and_known_by_surname_after() -> None:
    text = "Norway’s Deputy Minister of Defence, Colonel General Jon A. Berge, arrived. Berge then left."
    assert people(text) == [("Jon A. Berge", "NOR"), ("Berge", "NOR")]


def test_titles_before_and_after_the_state() -> None:
    assert people("Chief of Kenyan Army Staff General Amos Otieno Were spoke.") == [("Amos Otieno Were", "KEN")]
    assert people("Chilean ambassador to Japan, Rosa Lagos, spoke.") == [("Rosa Lagos", "CHL")]
    assert people("Thai Defence Secretary Lieutenant General (Retired) Somchai ul Rak spoke.") == [
        ("Somchai ul Rak", "THA")
    ]


def test_known_office_holders_stand_alone_in_their_years() -> None:
    assert people("Merkel spoke to reporters.", "2015-03-01") == [("Merkel", "DEU")]
    assert people("Merkel spoke to reporters.", "1975-03-01") == []


def test_a_shared_surname_is_another_person() -> None:
    assert people("Abbas Karimi spoke.", "2018-01-01") == []


def test_former_officers_and_plain_citizens_act_for_nobody() -> None:
    assert people("Former Kenyan minister Amos Were wrote a book.") == []
    assert people("Kenyan runner Amos Were won.") == []
