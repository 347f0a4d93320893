"""Names, editions and domains of exercises."""

import pytest
from helping import record, values


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ghana and Togo opened the drill Volta Shield near Ho.", "Volta Shield"),
        ("Ghana and Togo met for the tenth Volta Shield.", "Volta Shield"),
        ("Volta Shield, their yearly exercise, brought Ghana and Togo to Ho.", "Volta Shield"),
        ("Ghana and Togo trained at sea under the name Volta Shield.", "Volta Shield"),
        ("Ghana and Togo sent officers to Khaan Quest.", "Khaan Quest"),
        ("Ghana and Togo ended the Volta Shield-2024 exercise.", "Volta Shield"),
    ],
)
def test_names_stand_without_their_number(text, name):
    assert record("exercise", text, "GHA:Ghana TGO:Togo").name.value == name


@pytest.mark.parametrize(
    "text",
    [
        "Ghana and Togo held a naval exercise in the Gulf of Guinea on Monday.",
        "Ghana and Togo held drills, the Defence Ministry said.",
        "The Ghana Navy exercises with Togo each year.",
    ],
)
def test_services_days_and_places_are_no_names(text):
    assert record("exercise", text, "GHA:Ghana TGO:Togo").name is None


def test_editions():
    text = "Ghana and Togo met for the twenty-second Volta Shield."
    assert record("exercise", text, "GHA:Ghana TGO:Togo").edition.value == 22
    text = "Ghana and Togo held their drill for the eighth time."
    assert record("exercise", text, "GHA:Ghana TGO:Togo").edition.value == 8
    text = "Ghana and Togo held a first-ever joint drill."
    found = record("exercise", text, "GHA:Ghana TGO:Togo")
    assert (found.edition, found.first_time.value) == (None, "first_time")


def test_neither_a_name_nor_a_service_says_the_domain():
    text = "Ukraine and Romania will hold Sea Breeze, a peacekeeping exercise, with the U.S. Army Europe."
    assert values(record("exercise", text, "UKR:Ukraine ROU:Romania").domains) == []
    text = "Two frigates and a squadron of jets from Ukraine and Romania took part in the exercise."
    assert values(record("exercise", text, "UKR:Ukraine ROU:Romania").domains) == ["air", "sea"]


def test_the_size_may_stand_in_the_next_sentence():
    text = "Chad and Fiji began a drill. More than 1,200 troops and 80 armoured vehicles are taking part."
    found = record("exercise", text, "TCD:Chad FJI:Fiji", type="COOPERATE", evidence="Chad and Fiji began a drill.")
    assert [(size.value, size.unit) for size in found.size] == [(1200, "troops"), (80, "armoured vehicles")]
