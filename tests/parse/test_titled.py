import pytest

from sanudo.parse import parse
from sanudo.parse.home import home_of
from sanudo.records import MentionLabel
from tests.build import article_of


def persons(text: str) -> list[tuple[str, str | None, str]]:
    found = parse(article_of(text)).entity_mentions
    return [(m.states[0], m.sector, m.text) for m in found if m.label == MentionLabel.PERSON]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenya is angry. Ambassador Rosa Rojas left Chad. Rojas wept.",
            [("KEN", "GOV", "Rosa Rojas"), ("KEN", "GOV", "Rojas")],
        ),
        ("Kenya’s troops advanced. General Were led them.", [("KEN", "MIL", "Were")]),
        (
            "Kenya voted. Kenya slept. Amos Were, the deputy defence minister, met Chad’s envoy.",
            [("KEN", "GOV", "Amos Were")],
        ),
        ("Kenya voted. The minister of transport, Hon Amos Were, resigned.", [("KEN", "GOV", "Amos Were")]),
        ("Kenya voted. foreign minister Amos Were spoke.", [("KEN", "GOV", "Amos Were")]),
    ],
)
def test_a_person_with_an_office_is_of_the_state_that_the_text_is_about(
    text: str, expected: list[tuple[str, str | None, str]]
) -> None:
    assert persons(text) == expected


def test_whom_the_sentence_deals_with_is_another_state() -> None:
    assert persons("Kenya held a vote. Uganda met with Minister Amos Were.") == [("KEN", "GOV", "Amos Were")]
    assert persons("Uganda met with Minister Amos Were.") == []


def test_the_clause_after_the_name_tells_the_state() -> None:
    text = "Uganda slept. Uganda ate. Gen. Amos Were, the Kenyan officer who came, spoke."
    assert persons(text) == [("KEN", "MIL", "Amos Were")]


def test_an_organ_speaks_of_its_own() -> None:
    text = "Uganda slept. Uganda ate. Kenya’s Foreign Ministry said Ambassador Rosa Rojas had left."
    assert persons(text) == [("KEN", "GOV", "Rosa Rojas")]


def test_a_title_of_one_press() -> None:
    assert persons("Kenya slept. Secretary of State Amos Were spoke.") == [("USA", "GOV", "Amos Were")]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya slept. Party President Amos Were spoke.",  # of a party
        "Kenya slept. Chief Minister Amos Were spoke.",  # of a state of India
        "Kenya slept. Acme’s president, Amos Were, spoke.",
        "Kenya slept. The General Assembly met. General Motors closed.",
        "Kenya slept. The General Directorate and the Deputy Prime Minister met.",
        "Kenya slept. WHO special envoy Amos Were spoke to King Hospital.",
        "Kenya slept. Uganda slept. Minister Amos Were spoke in Chad.",  # nobody leads
    ],
)
def test_titles_of_no_state(text: str) -> None:
    assert [p for p in persons(text) if p[0] == "KEN"] == []


def test_the_home_of_an_article() -> None:
    assert home_of(article_of("NAIROBI: Officials slept.")) == "KEN"
    assert home_of(article_of("Officials slept.", publisher="The Kenya Courier")) == "KEN"
    assert home_of(article_of("Officials slept.", publisher="kenyancourier.com")) == "KEN"
    assert home_of(article_of("Officials slept.", publisher="thecourier.co.ke")) == "KEN"
    assert home_of(article_of("Officials slept.", publisher="The Courier")) is None
    assert home_of(article_of("Officials slept.", publisher="courier.tv")) is None
    assert persons("NAIROBI: Minister Amos Were slept.") == [("KEN", "GOV", "Amos Were")]


@pytest.mark.parametrize(
    ("publisher", "state"), [("The India Courier", "IND"), ("The Kenya Courier", "GBR"), ("The Courier", "GBR")]
)
def test_a_title_that_several_presses_give_is_of_the_state_of_the_report(publisher: str, state: str) -> None:
    named, office = "Foreign Secretary Amos Were slept.", "The foreign secretary slept."
    for text in (named, office):
        found = parse(article_of(text, publisher=publisher)).entity_mentions
        assert [m.states[0] for m in found] == [state], text


def test_departments_and_the_command_of_another_state() -> None:
    text = "MUSCAT: Salim Al Said, Deputy Prime Minister for Defence Affairs, received Lt. Gen Turki Al Harb, Commander of the Royal Saudi Air Force."
    assert [(state, name) for state, _, name in persons(text)] == [("OMN", "Salim Al Said"), ("SAU", "Turki Al Harb")]


def test_no_minister_is_of_a_body() -> None:
    assert persons("WHO representative Amos Were left. Prime Minister Rosa Lagos spoke.") == [
        ("UNO", "GOV", "Amos Were")
    ]
