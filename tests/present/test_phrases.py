"""The sentences made from the fields of an event."""

import re
from itertools import product
from typing import Any

import pytest

from sanudo.codebook import EVENT_TYPES
from sanudo.details import Agreement, Measure, Stated, Transfer
from sanudo.present.phrases import KIND_NAMES, sentence
from sanudo.records import Event, Kind, Participant, Place, Status, WhenBasis


def event_of(type: str, kind: str, actors: str, recipients: str = "", **fields: Any) -> Event:
    parties = [tuple(Participant(state) for state in side.split()) for side in (actors, recipients)]
    values = {"symmetric": not recipients, "status": Status.HAPPENED, "confidence": 0.9, **fields}
    return Event("e1:x", (), type, Kind(kind), *parties, **values)


def stated(value: str) -> Stated:
    return Stated(value, value, 0, len(value))


RAWALPINDI = Place("PAK", "Rawalpindi")


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (
            event_of("SUPPORT", "agreement", "RUS PAK", when="2018-08-07", where=RAWALPINDI),
            "Russia and Pakistan signed an agreement in Rawalpindi on 7 August 2018.",
        ),
        (event_of("CONSULT", "visit", "PAK", "RUS", where=Place("RUS")), "Pakistan visited Russia."),
        (event_of("CONSULT", "visit", "PAK", "RUS", where=Place("RUS", "Moscow")), "Pakistan visited Russia (Moscow)."),
        (event_of("CONSULT", "meeting", "IRN USA", where=Place("CHE", "Geneva")), "Iran and the United States held talks in Geneva, Switzerland."),
        (event_of("CONSULT", "meeting", "IND", "RUS", where=Place("RUS")), "India held talks with Russia (in Russia)."),
        (event_of("COOPERATE", "exercise", "PAK CHN", where=Place(None, "Arabian Sea")), "Pakistan and China held a joint exercise (Arabian Sea)."),
        (event_of("AGREE", "transfer", "RUS", "PAK", status=Status.POSSIBLE), "Russia might supply arms or equipment to Pakistan."),
        (event_of("AGREE", "visit", "IND", "USA", status=Status.PLANNED), "India was to visit the United States."),
        (event_of("AGREE", "meeting", "IND CHN", status=Status.PLANNED), "India and China were to hold talks."),
        (event_of("AGREE", "transfer", "RUS", "IND"), "Russia agreed or offered to supply arms or equipment to India."),
        (event_of("AGREE", "other", "RUS IND"), "Russia and India agreed to cooperate."),
        (event_of("ASSAULT", "attack", "RUS", "UKR", status=Status.DENIED), "It is denied that Russia attacked Ukraine."),
        (event_of("ASSAULT", "attack", "IND PAK", status=Status.ONGOING), "India and Pakistan were fighting each other."),
        (event_of("RETREAT", "deployment", "RUS", "UKR", status=Status.DEMANDED), "It is demanded that Russia withdraw forces from Ukraine."),
        (event_of("REQUEST", "statement", "UKR", "RUS", status=Status.DEMANDED), "Ukraine put a request or demand to Russia."),
        (event_of("SANCTION", "aid_suspension", "USA", "PAK"), "The United States cut or suspended aid to Pakistan."),
        (event_of("THREATEN", "sanction", "USA GBR", "IRN"), "The United States and the United Kingdom threatened Iran with sanctions."),
        (event_of("COOPERATE", "exercise", "RUS", when="2016", when_basis=WhenBasis.PUBLICATION), "Russia held a joint exercise with another party (reported in 2016)."),
        (event_of("SUPPORT", "agreement", "KGZ TJK", when="2021-09-16/..", status=Status.ONGOING, detail=Agreement(stage=stated("in_force"))), "Kyrgyzstan and Tajikistan were keeping an agreement in force since 16 September 2021."),
        (event_of("SUPPORT", "agreement", "KGZ TJK", when="2021-09-16", detail=Agreement(stage=stated("in_force"))), "Kyrgyzstan and Tajikistan brought an agreement into force on 16 September 2021."),
        (event_of("COOPERATE", "transfer", "BRA", "GHA", detail=Transfer(stage=stated("ordered"))), "Brazil sold arms or equipment to Ghana."),
        (event_of("COOPERATE", "transfer", "BRA", "GHA", detail=Transfer(stage=stated("delivered"))), "Brazil supplied arms or equipment to Ghana."),
        (event_of("REJECT", "transfer", "BRA", "GHA", detail=Transfer(stage=stated("ordered"))), "Brazil rejected what Ghana asked or offered."),
        (event_of("SANCTION", "sanction", "HRV", "BLR", detail=Measure(measures=(stated("diplomatic"),))), "Croatia cut diplomatic ties with or expelled diplomats of Belarus."),
        (event_of("SANCTION", "sanction", "HRV", "BLR", detail=Measure(measures=(stated("trade"), stated("travel")))), "Croatia imposed sanctions on or cut ties with Belarus."),
        (event_of("PROTEST", "other", "PAK", "USA"), "Pakistan saw protests against the United States."),
        (event_of("PROTEST", "statement", "IND", "RUS"), "India protested to Russia."),
        (event_of("SUPPORT", "statement", "RUS", "PAK"), "Russia praised or backed Pakistan."),
        (event_of("SUPPORT", "other", "PAK", "RUS"), "Pakistan backed or signed with Russia."),
        (event_of("SANCTION", "sanction", "USA", "PAK"), "The United States imposed sanctions on or cut ties with Pakistan."),
    ],
)  # fmt: skip
def test_sentence(event: Event, said: str) -> None:
    assert sentence(event) == said


@pytest.mark.parametrize("parties", [("RUS PAK", ""), ("RUS", "PAK"), ("RUS", ""), ("RUS CHN", "PAK IND")])
def test_every_type_kind_and_status_makes_a_whole_sentence(parties: tuple[str, str]) -> None:
    for type_, kind, status in product(EVENT_TYPES, Kind, Status):
        said = sentence(event_of(type_, kind, *parties, status=status))
        assert re.fullmatch(r"[A-Z][A-Za-z ,']+\.", said), said
        assert not {type_, str(kind)} & {"AGREE", "aid_suspension"} & set(said.split())


def test_a_name_is_not_read_as_a_phrase() -> None:
    name = "{} a/b/c {0}"
    event = event_of("ASSAULT", "attack", "PAK")
    recipients = (Participant("NSA", name=name),)
    attacked = Event("e", (), "ASSAULT", event.kind, event.actors, recipients, False, Status.HAPPENED, 0.5)
    assert sentence(attacked) == f"Pakistan attacked {name}."


def test_every_kind_has_names() -> None:
    assert set(KIND_NAMES) == set(Kind)


def test_what_ends_a_sanction_is_told_as_its_end() -> None:
    event = event_of("RETREAT", "sanction", "PER", "CHL")
    assert "eased or ended sanctions on" in sentence(event)


@pytest.mark.parametrize(
    ("place", "words"), [("Sable Reef", "at Sable Reef"), ("Sable Island", "on Sable Island"), ("Sable", "in Sable")]
)
def test_one_is_at_a_reef_and_on_an_island(place: str, words: str) -> None:
    assert words in sentence(event_of("ASSAULT", "attack", "PER", "CHL", where=Place("CHL", place)))
