import pytest

from sanudo.coding.ended import unless_ended


@pytest.mark.parametrize(
    ("words", "status", "type_"),
    [
        ("The council lifted its sanctions on Burundi.", "happened", "RETREAT"),
        ("Oslo ends nine years of sanctions on Lima.", "happened", "RETREAT"),
        ("The embargo on the island will be lifted in May.", "planned", "CONCEDE"),
        ("The lifting of the oil sanctions was put off.", "planned", "CONCEDE"),
        ("Peru will not lift the sanctions on Chile.", "happened", "SANCTION"),
        (
            "Peru reimposed the sanctions that it had lifted, the sanctions were lifted too soon.",
            "happened",
            "SANCTION",
        ),
        ("Peru imposed sanctions on Chile.", "happened", "SANCTION"),
        ("Peru ended the talks with Chile.", "happened", "SANCTION"),
    ],
)
def test_what_ends_a_sanction_is_a_concession(words: str, status: str, type_: str) -> None:
    assert unless_ended("SANCTION", status, words) == type_


def test_other_types_stay() -> None:
    assert unless_ended("ACCUSE", "happened", "Peru lifted sanctions.") == "ACCUSE"


def test_a_long_line_is_read_at_once() -> None:
    assert unless_ended("SANCTION", "happened", "end of the " * 50_000) == "SANCTION"
