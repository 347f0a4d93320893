import pytest

from sanudo.parse import parse
from tests.build import article_of


def speakers(text: str, publisher: str | None = None) -> list[tuple[str, str]]:
    found = parse(article_of(text, publisher=publisher)).entity_mentions
    return [(m.text, m.states[0]) for m in found if m.text.lower() in ("we", "i", "our", "us")]


@pytest.mark.parametrize(
    "text",
    [
        "“We will help Chad,” Kenya said.",
        "Kenya said: “We will help Chad.”",
        "Kenya said it would stay. “We will help Chad.”",
        "“We will help Chad,” said Kenya’s minister.",
    ],
)
def test_we_in_a_quotation_is_the_one_who_speaks(text: str) -> None:
    assert speakers(text) == [("We", "KEN")]


def test_who_speaks_must_be_told() -> None:
    assert speakers("“We will help Chad,” a man said.") == []
    assert speakers("Kenya said that we should wait.") == []
    assert speakers("Kenya said no. Chad slept. Mali ate. Peru sang. “We will help.”") == []


def test_we_on_a_page_of_a_government() -> None:
    text = "We welcome the visit of Chad."
    assert speakers(text, "Kenya Ministry of Foreign Affairs") == [("We", "KEN")]
    assert speakers(text, "The Kenya Star") == []
    assert speakers(text, "Ministry of Foreign Affairs") == []
