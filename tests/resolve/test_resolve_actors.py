from dataclasses import replace

import pytest

from sanudo.records import Participant
from sanudo.resolve import resolve
from tests.build import article_of, mention_of, party_of


def read(text: str, words: str, state: str = "PER", **fields: str) -> Participant:
    article = article_of(text)
    mention = mention_of(article, "CONSULT", f"{state}:{words}")
    party = party_of(state, words, text, **fields)
    return resolve(replace(mention, actors=(party,)), article).actors[0]


@pytest.mark.parametrize(
    ("text", "words", "sector"),
    [
        ("Peruvian air force jets flew.", "Peruvian", "MIL"),
        ("Peruvian guided-missile frigate sailed.", "Peruvian", "MIL"),
        ("Peruvian and Chilean jets flew.", "Peruvian", "MIL"),
        ("The people of Peru marched.", "Peru", "CVL"),
        ("Forces loyal to Peru marched.", "Peru", "MIL"),
        ("Peru’s opposition leader spoke.", "Peru", "OPP"),
        ("A Peruvian court spoke.", "Peruvian", "JUD"),
        ("Peru Foreign Ministry officials spoke.", "Peru", "GOV"),
        ("Peruvian support for troops grew.", "Peruvian", None),
        ("Peru sent troops.", "Peru", None),
    ],
)
def test_the_phrase_around_a_state_shows_its_sector(text: str, words: str, sector: str | None) -> None:
    assert read(text, words).sector == sector


def test_an_armed_group_is_of_rebels_and_a_body_has_no_government() -> None:
    assert read("Hamas spoke.", "Hamas", "NSA", name="Hamas").sector == "REB"
    assert read("The UN envoy spoke.", "UN", "UNO").sector is None
    assert read("Mr Guterres spoke.", "Guterres", "UNO", sector="GOV").sector is None
    assert read("Mr Guterres spoke.", "Guterres", "NSA", sector="REB").sector == "REB"
    assert read("The UN peacekeepers spoke.", "UN", "UNO").sector == "MIL"


def test_the_forces_of_a_person_are_an_army() -> None:
    assert read("Humala’s forces left.", "Humala", sector="GOV", name="Humala").sector == "MIL"
    assert read("Humala met forces.", "Humala", sector="GOV", name="Humala").sector == "GOV"
