import pytest

from sanudo.parse.names import find_in
from sanudo.records import Sentence


def found(text: str) -> list[tuple[str, str]]:
    return [(m.text, m.states[0]) for m in find_in(text, [Sentence(0, len(text))])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway and the Dutch government", [("Norway", "NOR"), ("Dutch", "NLD")]),
        ("The U.S. and the US-led force", [("U.S.", "USA"), ("US", "USA")]),
        ("Sino-Indian talks", [("Sino-", "CHN"), ("Indian", "IND")]),
        ("Seoul told Pyongyang", [("Seoul", "KOR"), ("Pyongyang", "PRK")]),
        ("the Kremlin and the Pentagon", [("Kremlin", "RUS"), ("Pentagon", "USA")]),
        ("South Sudan and Sudan", [("South Sudan", "SSD"), ("Sudan", "SDN")]),
        ("North Korea's envoy", [("North Korea", "PRK")]),
        ("the African Union and the UN Security Council", [("African Union", "IGO"), ("UN Security Council", "UNO")]),
        ("Kenya’s fight with al-Shabaab", [("Kenya", "KEN"), ("al-Shabaab", "NSA")]),
    ],
)
def test_names_adjectives_seats_and_bodies(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a storm in the South China Sea",
        "as the Jerusalem Post wrote",
        "fifty million US dollars",
        "Jordan Baker resigned",
        "Denzel Washington spoke",
        "WHO IS TO BLAME FOR US LOSING THIS MATCH AT HOME",
        "let us go",
        "a mill in Athens, Ohio",
        "students of Moscow University",
        "we heard Vernon Jordan",
        "the Senate sat",
    ],
)
def test_what_only_looks_like_a_state(text: str) -> None:
    assert found(text) == []


def test_where_a_report_was_filed_is_no_party() -> None:
    assert found("TOKYO: Canada protested.") == [("Canada", "CAN")]
    assert found("NAIROBI, Aug. 7 (Agency) — Canada protested.") == [("Canada", "CAN")]
    assert found("Tokyo told Canada.") == [("Tokyo", "JPN"), ("Canada", "CAN")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Georgia voted, said Atlanta officials.", []),
        ("Georgia voted, said Tbilisi.", [("Georgia", "GEO"), ("Tbilisi", "GEO")]),
        ("Congo protested in Brazzaville.", [("Congo", "COG"), ("Brazzaville", "COG")]),
        ("Congo protested.", [("Congo", "COD")]),
        ("Pyongyang said that Korea was ready.", [("Pyongyang", "PRK"), ("Korea", "PRK")]),
        ("Seoul and Pyongyang: Korea", [("Seoul", "KOR"), ("Pyongyang", "PRK"), ("Korea", "KOR")]),
        ("Rawalpindi’s GHQ", [("Rawalpindi", "PAK"), ("GHQ", "PAK")]),
        ("American troops left, the Senate heard.", [("American", "USA"), ("Senate", "USA")]),
        ("Pak and RF envoys, ROK and KSA", [("Pak", "PAK"), ("RF", "RUS"), ("ROK", "KOR"), ("KSA", "SAU")]),
        ("Burma, Zaire and Ceylon", [("Burma", "MMR"), ("Zaire", "COD"), ("Ceylon", "LKA")]),
        ("Jund Al-Aqsa and Harakat Ahrar al-Sham", [("Jund Al-Aqsa", "NSA"), ("Harakat Ahrar al-Sham", "NSA")]),
    ],
)
def test_company_decides(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_weak_seats_and_forces_of_others() -> None:
    assert found("Chile spoke. Santiago agreed.") == [("Chile", "CHL"), ("Santiago", "CHL")]
    assert found("Peru spoke. Santiago agreed.") == [("Peru", "PER")]
    assert found("The Royal Air Force of Oman flew.") == [("Oman", "OMN")]
    assert found("The parliament of Georgia Shalva Kobalia spoke.") == [("Georgia", "GEO")]
