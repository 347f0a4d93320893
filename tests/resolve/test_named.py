import time

import pytest

from sanudo.resolve.named import Named, named_places


def found(text: str) -> dict[str, Named]:
    return {text[place.start : place.end]: place for place in named_places(text)}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Talks were held in Geneva.", "Geneva", "in"),
        ("The convoy stopped in the northern Syrian city of Manbij.", "Manbij", "in"),
        ("A ship sank off Yemen.", "Yemen", "near"),
        ("The minister flew to Oslo.", "Oslo", "to"),
        ("Moscow warned its neighbours.", "Moscow", "bare"),
        ("LIMA (Reuters) - The minister left.", "LIMA", "dateline"),
        ("The army of Chile is small.", "Chile", "of"),
    ],
)
def test_how_a_place_is_named(text: str, name: str, role: str) -> None:
    assert found(text)[name].role == role


def test_places_in_a_row_share_a_preposition() -> None:
    places = found("Rallies were held in Lima, Cusco and Arequipa.")
    assert {name: place.role for name, place in places.items()} == {"Lima": "in", "Cusco": "in", "Arequipa": "in"}


def test_adjectives_name_a_state_and_are_marked() -> None:
    places = found("Norwegian ships left, and US forces stayed on Danish soil.")
    assert {name: (place.adjective, place.role) for name, place in places.items()} == {
        "Norwegian": (True, "bare"),
        "US": (True, "bare"),
        "Danish": (True, "near"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "President Vladimir Clinton spoke to Paris Hilton.",
        "Graduates of China University met.",
        "He spoke to Clinton of the Geneva Conventions.",
    ],
)
def test_persons_and_institutions_are_no_places(text: str) -> None:
    assert found(text) == {}


@pytest.mark.parametrize(
    "text", ["in Oslo " * 50_000, "Oslo, " * 50_000, "A" * 1_000_000, "in A.B." * 100_000, "🚢" * 9]
)
def test_strange_text_is_read_in_time(text: str) -> None:
    start = time.process_time()
    named_places(text)
    assert time.process_time() - start < 20
