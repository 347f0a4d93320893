"""Who came and who received, at which level, what for, what was talked of and what came of it."""

import pytest
from helping import record, values

from sanudo.records import Place, Status


def names(found):
    return [lead.name or lead.office for lead in found]


def test_where_nobody_leads_the_one_at_home_receives():
    text = "Foreign Minister Ibrahim Faal of Gabon and his Togolese counterpart Robert Dossou met in Lome on Friday."
    found = record("meeting", text, "GAB:Gabon TGO:Togolese", where=Place("TGO"))
    assert (names(found.visitors), names(found.hosts)) == (["Ibrahim Faal"], ["Robert Dossou"])


def test_on_neutral_ground_all_are_visitors():
    text = "Serbian President Aleksandar Vucic and Kosovo Prime Minister Albin Kurti met in Brussels."
    found = record("meeting", text, "SRB:Serbian KOS:Kosovo", where=Place("BEL"))
    assert (names(found.visitors), found.hosts) == (["Aleksandar Vucic", "Albin Kurti"], ())
    assert found.level.value == "head_of_government"  # the highest that both have


def test_who_rings_is_the_visitor():
    text = "French President Emmanuel Macron telephoned Lebanese Prime Minister Nawaf Salam on Sunday about a truce."
    found = record("meeting", text, "FRA:French LBN:Lebanese")
    assert (names(found.visitors), names(found.hosts)) == (["Emmanuel Macron"], ["Nawaf Salam"])
    assert values(found.topics) == ["truce"]


def test_a_pronoun_is_the_person_whom_the_sentence_before_introduces():
    text = "Kenyan Defence Secretary Soipan Tuya is on tour. She visited Kigali to inspect a hospital."
    found = record("visit", text, "KEN:She", "RWA:Kigali", evidence="She visited Kigali to inspect a hospital.")
    assert names(found.visitors) == ["Soipan Tuya"]
    assert found.purpose.value == "to inspect a hospital"


def test_one_office_of_two_states_is_one_lead():
    text = "The defence ministers of Estonia and Latvia held talks in Oslo on shelters."
    found = record("meeting", text, "EST:Estonia LVA:Latvia", where=Place("NOR"))
    assert [(lead.office, lead.state) for lead in found.visitors] == [("defence ministers", None)]
    assert (found.level.value, values(found.topics)) == ("minister", ["shelters"])


def test_a_bystander_is_no_visitor():
    text = "A Russian trawler crew visited Nuuk while President Vladimir Putin has tightened his grip on the press."
    assert record("visit", text, "RUS:Russian", "GRL:Nuuk").visitors == ()


def test_who_invites_is_the_host():
    text = "Mongolian President Ukhnaa Khurelsukh invited Kyrgyz President Sadyr Japarov to a horse race."
    found = record("visit", text, "MNG:Mongolian", "KGZ:Kyrgyz", type="AGREE", status=Status.POSSIBLE)
    assert (names(found.visitors), names(found.hosts)) == (["Sadyr Japarov"], ["Ukhnaa Khurelsukh"])


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("Vice President Harjit Gill", "minister"),
        ("Deputy Foreign Minister Harjit Gill", "deputy_minister"),
        ("army chief General Harjit Gill", "chief_of_staff"),
        ("Major General Harjit Gill", "official"),
        ("Speaker Harjit Gill", "parliament"),
    ],
)
def test_levels(words, level):
    text = f"Fiji's {words} arrived in Honiara on Monday."
    assert record("visit", text, "FJI:Fiji's", "SLB:Honiara").level.value == level


def test_a_former_president_has_no_level():
    text = "Former Finnish president Tarja Halonen travelled to Minsk to observe the trial."
    assert record("visit", text, "FIN:Finnish", "BLR:Minsk").level is None


def test_an_indian_foreign_secretary_is_an_official_and_a_british_one_a_minister():
    indian = record("visit", "Indian Foreign Secretary Vikram Misri arrived in Male.", "IND:Indian", "MDV:Male")
    british = record("visit", "British Foreign Secretary David Lammy arrived in Male.", "GBR:British", "MDV:Male")
    assert (indian.level.value, british.level.value) == ("official", "minister")


@pytest.mark.parametrize(
    "text",
    [
        "A Peruvian envoy is expected to land in Quito.",
        "A Peruvian envoy flew to Quito on Monday to meet bankers.",
        "A Peruvian envoy arrived in Quito, which has urged Lima to build a dam.",
    ],
)
def test_what_is_expected_or_asked_of_others_is_no_purpose(text):
    assert record("visit", text, "PER:Peruvian", "ECU:Quito").purpose is None


def test_outcomes_are_told_and_not_to_come():
    text = "The two sides met in Oslo and the talks ended without a result."
    assert record("meeting", text, "ISR:sides LBN:sides").outcome.value.startswith("ended without a result")
    planned = record("meeting", text, "ISR:sides LBN:sides", type="AGREE", status=Status.PLANNED)
    assert planned.outcome is None


def test_a_day_and_a_sideline_are_no_topics():
    text = "The ministers held talks on Tuesday on the sidelines of a fair about the price of tea."
    assert values(record("meeting", text, "KEN:ministers LKA:ministers").topics) == ["price of tea"]


def test_sessions_above_twenty_and_sides_that_are_led():
    text = (
        "The thirty-seventh session of the Chad-Niger Joint Border Committee closed in Zinder. "
        "The Chadian side was led by Brigadier Hissein Taha."
    )
    found = record("committee", text, "TCD:Chad NER:Niger", evidence=text.partition(". ")[0] + ".")
    assert (found.session.value, found.level.value) == (37, "official")
    assert names(found.leads) == ["Hissein Taha"]


def test_a_body_is_not_called_by_where_and_when_it_sits():
    text = "The Oman-Chad Joint Committee on Trade and Transport with Chad in Muscat on Friday praised the dates."
    assert (
        record("committee", text, "OMN:Oman TCD:Chad").body.value == "Oman-Chad Joint Committee on Trade and Transport"
    )


def test_topics_may_stand_in_the_next_sentence():
    text = "The ministers met in Galle. They exchanged views on the price of tea."
    found = record("meeting", text, "KEN:ministers LKA:ministers", evidence="The ministers met in Galle.")
    assert values(found.topics) == ["price of tea"]


def test_it_is_the_first_visit():
    text = "Fiji's prime minister visited Male. It is the first visit in ten years."
    found = record("visit", text, "FJI:Fiji's", "MDV:Male", evidence="Fiji's prime minister visited Male.")
    assert found.first_time.text == "first visit"
