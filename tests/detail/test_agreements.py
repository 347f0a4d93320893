"""Titles, subjects, stages and signatories of agreements."""

import pytest
from helping import record, values

from sanudo.records import Status


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Malta and Libya signed a prisoner transfer agreement.", "prisoner transfer agreement"),
        ("Malta and Libya signed a memorandum on sea rescue with effect from May.", "memorandum on sea rescue"),
        ("Malta and Libya signed a historic new agreement.", None),
        ("Malta and Libya signed the three-year agreement of 2020.", None),
        ("Malta And Libya Ink Major Trade Deal", None),
    ],
)
def test_words_that_tell_the_matter_make_a_title(text, title):
    found = record("agreement", text + " It was hailed.", "MLT:Malta LBY:Libya", evidence=text)
    if title is None:
        assert not any("historic" in t or "Ink" in t or "2020" in t for t in values(found.titles))
    else:
        assert values(found.titles) == [title]


@pytest.mark.parametrize(
    ("text", "type", "status", "stage"),
    [
        ("Togo and Benin reached a deal on river dues.", "AGREE", Status.HAPPENED, "negotiated"),
        ("Togo and Benin will sign a deal on river dues.", "AGREE", Status.PLANNED, "proposed"),
        (
            "The pact of 2011, which Benin had offered to widen, was signed by Togo.",
            "SUPPORT",
            Status.HAPPENED,
            "signed",
        ),
        ("Togo walked out of the pact that Benin signed in 2011.", "SANCTION", Status.HAPPENED, "ended"),
        ("The treaty between Togo and Benin came into force.", "SUPPORT", Status.HAPPENED, "in_force"),
    ],
)
def test_the_stage_fits_the_event(text, type, status, stage):
    assert record("agreement", text, "TGO:Togo BEN:Benin", type=type, status=status).stage.value == stage


def test_who_signs_is_a_signatory_and_who_tells_or_watches_is_none():
    text = (
        "Bolivian Defence Minister Edmundo Novillo and his Paraguayan counterpart Oscar Gonzalez signed a pact "
        "in the presence of President Santiago Pena."
    )
    found = record("agreement", text, "BOL:Bolivian PRY:Paraguayan")
    assert [lead.name for lead in found.signatories] == ["Edmundo Novillo", "Oscar Gonzalez"]
    text = "Bolivian Defence Minister Edmundo Novillo revealed that a pact with Paraguay was signed last year."
    assert record("agreement", text, "BOL:Bolivian PRY:Paraguay").signatories == ()


def test_an_office_says_nothing_of_the_subject():
    text = "Oman and Kenya signed an accord on fishing rights, trade minister Qais Yousef said."
    assert values(record("agreement", text, "OMN:Oman KEN:Kenya").subjects) == ["trade"]
    text = "Oman and Kenya signed an accord, announced by Defence Minister Aden Duale, on the extradition of pirates."
    assert "defence" not in values(record("agreement", text, "OMN:Oman KEN:Kenya").subjects)


def test_of_two_instruments_the_one_beside_a_party_counts():
    text = "Cyprus signed a gas accord with Egypt to bury the Turkish-Libyan memorandum."
    found = record("agreement", text, "TUR:Turkish LBY:Libyan")
    assert found.instrument.value == "memorandum"


def test_how_long_it_holds_and_what_it_replaces_may_stand_in_the_next_sentence():
    text = "Chad and Fiji signed a treaty on ports. The treaty replaces a 2003 protocol and will run for 25 years."
    found = record("agreement", text, "TCD:Chad FJI:Fiji", evidence="Chad and Fiji signed a treaty on ports.")
    assert (found.duration.value, found.duration.unit) == (25, "years")
    assert found.supersedes.value.startswith("2003 protocol")


def test_what_has_not_been_done_is_no_stage():
    found = record("agreement", "Chad has signed but not yet ratified the treaty.", "TCD:Chad")
    assert found.stage.value == "signed"
