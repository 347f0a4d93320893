"""Trainees, institutes and stage of trainings, from sentences written for these tests."""

import pytest
from helping import record, values

from sanudo.records import Status


@pytest.mark.parametrize(
    ("text", "who", "number", "institutes"),
    [
        ("Peru has trained more than 1,200 Fijian sailors at the Naval School in Callao.", "Fijian sailors", 1200, ["Naval School in Callao"]),
        ("Sixty men of the Fijian army are to study in Peru.", "men of the Fijian army", 60, []),
        ("Peruvian instructors gave lessons to Fijian divers at a camp in Suva.", "Fijian divers", None, ["camp in Suva"]),
        ("Peru agreed on the admission of fifteen Fijian cadets to its war college.", "Fijian cadets", 15, ["war college"]),
        ("Officers from Fiji attended a Peruvian staff course at Callao.", "Officers from Fiji", None, ["Callao"]),
        ("Peru sent twelve instructors to Fiji.", None, None, []),
    ],
)  # fmt: skip
def test_who_is_trained_how_many_and_where(text, who, number, institutes):
    giver = "Peruvian" if "Peruvian" in text else "Peru"
    found = record("training", text, f"PER:{giver}", "FJI:Fiji", "AID")
    assert (found.trainees.value if found.trainees else None) == who
    assert (found.number.value if found.number else None) == number
    assert values(found.institutes) == institutes


@pytest.mark.parametrize(
    ("text", "type_", "status", "stage", "said"),
    [
        ("Peru trained Fijian divers in May.", "AID", "happened", "completed", "trained"),
        ("Peru has been training Fijian divers since May.", "AID", "ongoing", "ongoing", "has been training"),
        ("When Oslo called, Peru was training Fijian divers.", "AID", "happened", "ongoing", "was training"),
        ("Fijian divers will be taught in Peru.", "AGREE", "planned", "planned", "will be taught"),
        ("Courses in Peru for Fijian divers will go on.", "AGREE", "planned", "ongoing", "will go"),
        ("Peru promised a course for Fijian divers.", "AGREE", "happened", "planned", "promised"),
        ("Peru called off a course for Fijian divers.", "SANCTION", "happened", "suspended", "called"),
        ("A Fijian diver, trained well, came to the Drill School of Peru.", "AID", "denied", "completed", "trained"),
    ],
)
def test_the_stage_is_told_by_the_verb_with_the_status_of_the_event(text, type_, status, stage, said):
    found = record("training", text, "PER:Peru", "FJI:Fijian", type_, status=Status(status))
    assert (found.stage.value, found.stage.text) == (stage, said)
