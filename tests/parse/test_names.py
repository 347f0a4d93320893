import pytest

from sanudo.parse.names import find_names


def found(text: str) -> list[tuple[str, str]]:
    return [(m.text, m.states[0]) for m in find_names(text, 0, len(text))]


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
    ],
)
def test_what_only_looks_like_a_state(text: str) -> None:
    assert found(text) == []


def test_where_a_report_was_filed_is_no_party() -> None:
    assert found("TOKYO: Canada protested.") == [("Canada", "CAN")]
    assert found("NAIROBI, Aug. 7 (Agency) — Canada protested.") == [("Canada", "CAN")]
    assert found("Tokyo told Canada.") == [("Tokyo", "JPN"), ("Canada", "CAN")]
