import pytest

from sanudo.coding.bought import buys
from sanudo.records import Kind

CASES = [
    ("Greece would buy eighteen jets from France.", "Greece", "France"),
    ("The purchase by Chile of two frigates from the Dutch was approved.", "Chile", "Dutch"),
    ("Mali took delivery of four helicopters from its ally Russia in May.", "Mali", "Russia"),
]


def _span(words: str, name: str) -> list[tuple[int, int]]:
    return [(words.index(name), words.index(name) + len(name))]


@pytest.mark.parametrize(("words", "buyer", "seller"), CASES)
def test_who_is_bought_from_gives(words: str, buyer: str, seller: str) -> None:
    assert buys(Kind.TRANSFER, "AGREE", words, _span(words, buyer), _span(words, seller))
    assert not buys(Kind.TRANSFER, "AGREE", words, _span(words, seller), _span(words, buyer))


@pytest.mark.parametrize(
    "words",
    [
        "Greece will send tanks to Cyprus and call its envoys home from France.",
        "Greece is to buy coal; the frigate comes from France.",
        "Greece will order its pilots to fly the jets home from France.",
    ],
)
def test_other_words_say_nothing(words: str) -> None:
    assert not buys(Kind.TRANSFER, "COOPERATE", words, _span(words, "Greece"), _span(words, "France"))


def test_a_refusal_is_the_buyers() -> None:
    words = "Greece will not buy jets from France."
    assert not buys(Kind.TRANSFER, "REJECT", words, _span(words, "Greece"), _span(words, "France"))


def test_a_long_line_is_read_at_once() -> None:
    assert not buys(Kind.TRANSFER, "AID", "buy jets and tanks from " * 20_000, [(0, 3)], [(4, 8)])
