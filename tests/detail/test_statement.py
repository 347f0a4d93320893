"""Statements: who speaks, in which stance, on what, in which words."""

import pytest
from helping import record

SAID = [
    ("ACCUSE", "Kenya blames Uganda for the blast at the depot.", "accusation", "blast at the depot"),
    ("ACCUSE", "Kenya lashed out at Uganda over the sale of boats.", "condemnation", "sale of boats"),
    ("ACCUSE", "Kenya claimed that Uganda was hiding rebels.", "accusation", "Uganda was hiding rebels"),
    ("ACCUSE", "Uganda is starving its own traders, Kenya says.", "accusation", "Uganda is starving its own traders"),
    ("ACCUSE", "Kenya deplored Uganda’s “rash and foolish” remarks on the lake.", "condemnation", "remarks on the lake"),
    ("ACCUSE", "“Uganda drains the lake,” said Kenya.", "accusation", "Uganda drains the lake"),
    ("ACCUSE", "Sudan condemned Chad, and Kenya handed a protest note to Uganda.", "complaint", None),
    ("ACCUSE", "Kenya said on the same day that Uganda had moved the marker.", "accusation", "Uganda had moved the marker"),
    ("REJECT", "Kenya rejected a deal with Uganda.", "refusal", "deal with Uganda"),
    ("SUPPORT", "Kenya welcomed the Uganda visit.", "praise", "Uganda visit"),
    ("REQUEST", "Kenya urged Uganda not to close the crossing at Malaba.", "appeal", "not to close the crossing at Malaba"),
    ("REQUEST", "Kenya demanded an apology from Uganda.", "demand", "apology from Uganda"),
    ("REJECT", "A request by Uganda for a corridor was turned down by Kenya.", "refusal", "request by Uganda for a corridor"),
    ("REJECT", "Kenya denied claims from Uganda that it had moved the marker.", "denial", "claims from Uganda"),
    ("SUPPORT", "Kenya stood by Uganda in its quarrel over the dam.", "support", "quarrel over the dam"),
    ("SUPPORT", "Kenya voiced its solidarity with Uganda in the face of floods.", "support", None),
    ("THREATEN", "Kenya vowed to shut the port to Uganda.", "threat", "shut the port to Uganda"),
    ("THREATEN", "Kenya warned Uganda of “a bitter harvest”.", "warning", "bitter harvest"),
]  # fmt: skip


@pytest.mark.parametrize(("type", "text", "how", "matter"), SAID)
def test_a_stance_and_its_matter(type: str, text: str, how: str, matter: str | None):
    found = record("statement", text, "KEN:Kenya", "UGA:Uganda", type=type)
    assert found.stance.value == how
    assert (found.topic and found.topic.value) == matter


def test_a_bare_state_is_no_speaker_and_a_body_is_one():
    bare = record("statement", "Chile thanked Peru for its help.", "CHL:Chile", "PER:Peru")
    assert (bare.speaker, bare.voice.value) == (None, "official")
    embassy = record("statement", "The Chilean embassy thanked Peru.", "CHL:The_Chilean_embassy", "PER:Peru")
    assert embassy.speaker.text == "Chilean embassy"


def test_a_state_speaks_through_whom_the_sentence_names_for_it():
    text = "Peru regrets the raid on Chile, Peruvian Foreign Ministry spokesman Luis Rojas said."
    assert record("statement", text, "PER:Peru", "CHL:Chile", type="ACCUSE").speaker.name == "Luis Rojas"
    text = "Peru regrets the raid on Chile, Chilean Foreign Ministry spokesman Luis Rojas said."
    assert record("statement", text, "PER:Peru", "CHL:Chile", type="ACCUSE").speaker is None


def test_us_in_capitals_is_no_pronoun():
    found = record("statement", "Iran thanked US doctors for their work.", "IRN:Iran", "USA:US")
    assert found.addressee.text == "US"


def test_a_surname_and_a_pronoun_stand_for_who_was_introduced_before():
    text = "Ghanaian Foreign Minister Ama Boateng spoke in Accra. She thanked Togo."
    found = record("statement", text, "GHA:She", "TGO:Togo", evidence="She thanked Togo.")
    assert (found.speaker.name, found.speaker.office) == ("Ama Boateng", "Foreign Minister")
    text = "Prime Minister Yaw Kofi Mensah opened the fair. Mensah praised Togo."
    found = record("statement", text, "GHA:Mensah", "TGO:Togo", evidence="Mensah praised Togo.")
    assert (found.speaker.name, found.speaker.state, found.voice.value) == ("Yaw Kofi Mensah", "GHA", "official")


def test_i_stands_for_who_says_it_and_it_for_what_was_named_before():
    text = "“I thank Togo,” said Ghanaian Foreign Minister Ama Boateng."
    found = record("statement", text, "GHA:I", "TGO:Togo")
    assert found.voice.value == "official"
    text = "Ghana opened a bank. It thanked Togo."
    found = record("statement", text, "GHA:It", "TGO:Togo", evidence="It thanked Togo.")
    assert (found.speaker, found.voice.text) == (None, "Ghana")


def test_a_quotation_is_a_saying_and_the_speakers_own():
    scare = record("statement", "Togo condemned a “brutal and lawless” raid by Benin.", "TGO:Togo", "BEN:Benin")
    assert scare.quotation is None
    text = "Togo condemned the raid by Benin. “We shall not forget it,” Nigerian minister Bola Ade said of the raid."
    other = record(
        "statement", text, "TGO:Togo", "BEN:Benin", evidence="Togo condemned the raid by Benin.", type="ACCUSE"
    )
    assert other.quotation is None
    text = "Togolese President Koffi Lawson condemned the raid by Benin. “We shall not forget it. We shall answer,” he said."
    own = record("statement", text, "TGO:Togolese", "BEN:Benin", evidence=text.partition(". ")[0] + ".", type="ACCUSE")
    assert own.quotation.value == "We shall not forget it. We shall answer"


def test_a_forecast_is_feared_or_foreseen_and_no_threat():
    text = "Togo voiced concern that the dam of Benin would dry up the lagoon."
    assert record("statement", text, "TGO:Togo", "BEN:Benin", type="ACCUSE").forecast.text == "would dry"
    text = "Togo warned that Benin would pay for the raid."
    assert record("statement", text, "TGO:Togo", "BEN:Benin", type="THREATEN").forecast is None


def test_a_rebel_speaks_for_no_state():
    text = "The Syrian opposition leader Samir Haddad thanked Jordan."
    found = record("statement", text, "SYR:The_Syrian_opposition_leader_Samir_Haddad", "JOR:Jordan")
    assert found.voice.value == "other"
