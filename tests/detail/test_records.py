"""One record a kind, from sentences written for these tests."""

from helping import record, values

from sanudo.details import DETAILS, Statement
from sanudo.records import Kind, Place, Status


def test_an_agreement_with_a_quoted_title():
    text = "Fiji and Samoa signed the “Treaty on Maritime Boundaries” in Apia, which replaces a 1998 arrangement."
    found = record("agreement", text, "FJI:Fiji WSM:Samoa")
    assert (found.instrument.value, found.stage.value) == ("treaty", "signed")
    assert values(found.titles) == ["Treaty on Maritime Boundaries"]
    assert "border" in values(found.subjects)


def test_an_agreement_told_in_two_sentences_takes_its_title_from_the_next():
    text = "Oman and Yemen inked a pact in Muscat. The pact, the Salalah Accord on Fisheries, runs for ten years."
    found = record("agreement", text, "OMN:Oman YEM:Yemen", evidence="Oman and Yemen inked a pact in Muscat.")
    assert values(found.titles) == ["Salalah Accord on Fisheries"]


def test_stages_and_terms_of_agreements():
    text = "The Georgian parliament ratified a five-year free trade agreement with Turkey."
    ratified = record("agreement", text, "GEO:Georgian TUR:Turkey")
    assert (ratified.stage.value, ratified.duration.value, ratified.duration.unit) == ("ratified", 5, "years")
    assert values(ratified.subjects) == ["trade"]
    text = "Mali and Niger will sign a memorandum of understanding on border patrols."
    planned = record("agreement", text, "MLI:Mali NER:Niger", status=Status.PLANNED)
    assert (planned.instrument.value, planned.stage.value) == ("memorandum", "proposed")


def test_a_committee():
    text = (
        "The 21st session of the Nepal-China Joint Trade Committee was hosted by Nepal at deputy minister level. "
        "The Chinese delegation was headed by Vice Minister Wang Shouwen."
    )
    found = record("committee", text, "NPL:Nepal CHN:China", evidence=text.partition(". ")[0] + ".")
    assert found.body.value == "Nepal-China Joint Trade Committee"
    assert (found.session.value, found.level.value, found.host.value) == (21, "deputy_minister", "NPL")
    assert [lead.name for lead in found.leads] == ["Wang Shouwen"]


def test_where_a_committee_sits_makes_no_host():
    text = "The joint fisheries committee of Ghana and Togo met in Lome on Monday."
    assert record("committee", text, "GHA:Ghana TGO:Togo").host is None


def test_a_visit_and_what_it_is_for():
    text = "Zambian President Hakainde Hichilema arrived in Angola on Monday to discuss power lines and railways."
    found = record("visit", text, "ZMB:Zambian", "AGO:Angola")
    assert found.level.value == "head_of_state"
    assert found.purpose is None  # what is discussed is a topic
    assert values(found.topics) == ["power lines and railways"]


def test_a_meeting_with_a_list_of_topics_and_an_outcome():
    text = "Ministers of Laos and Vietnam discussed trade, energy and visas, and agreed to open two crossings."
    found = record("meeting", text, "LAO:Laos VNM:Vietnam")
    assert values(found.topics)[:2] == ["trade", "energy"]
    assert found.outcome.value == "agreed to open two crossings"


def test_an_exercise():
    text = "Some 400 Kenyan and Rwandan troops began the fourth edition of the Ushirikiano counter-terrorism exercise."
    found = record("exercise", text, "KEN:Kenyan RWA:Rwandan")
    assert (found.edition.value, found.size[0].value, found.size[0].bound) == (4, 400, "about")
    assert values(found.focus) == ["counter_terrorism"]
    named = record("exercise", "Warships of Peru and Chile opened Exercise Pacific Dawn.", "PER:Peru CHL:Chile")
    assert (named.name.value, values(named.domains)) == ("Pacific Dawn", ["sea"])


def test_a_transfer():
    text = "France delivered two Caracal helicopters to Kuwait under a €1 billion deal; the rest will be delivered by 2023."
    found = record("transfer", text, "FRA:France", "KWT:Kuwait")
    (item,) = found.items
    assert (item.designation, item.sort, item.count.value) == ("Caracal", "helicopter", 2)
    assert (found.stage.value, found.value.value, found.value.unit) == ("delivered", 1e9, "EUR")
    assert found.delivery.value == "by 2023"
    text = "Italy may supply Egypt with frigates."
    assert record("transfer", text, "ITA:Italy", "EGY:Egypt", status=Status.POSSIBLE).stage.value == "offered"


def test_training():
    text = "Brazil has for the first time trained 120 Namibian marines at the Walvis Bay Naval Academy."
    found = record("training", text, "BRA:Brazil", "NAM:Namibian")
    assert (found.number.value, found.first_time.value) == (120, "first_time")
    assert "Namibian marines" in found.trainees.value
    assert values(found.institutes) == ["Walvis Bay Naval Academy"]


def test_sanctions_and_aid_held_back():
    text = "Canada froze the assets of 12 Belarusian officials and banned arms sales to Belarus over the jailing of strikers."
    found = record("sanction", text, "CAN:Canada", "BLR:Belarus", type="SANCTION")
    assert set(values(found.measures)) == {"arms", "financial"}
    assert found.reason.value == "jailing of strikers"
    text = "Sweden suspended $40 million of military aid to Mali because of the coup."
    held = record("aid_suspension", text, "SWE:Sweden", "MLI:Mali", type="SANCTION")
    assert (values(held.measures), held.amount.value, held.reason.value) == (["military"], 40e6, "coup")
    lifted = record("sanction", "Japan lifted its travel ban on Myanmar.", "JPN:Japan", "MMR:Myanmar")
    assert (lifted.lifted.value, values(lifted.measures)) == ("lifted", ["travel"])


def test_a_deployment():
    text = "Portugal sent 150 marines and two helicopters to Mozambique, to be based at Pemba airport."
    found = record("deployment", text, "PRT:Portugal", "MOZ:Mozambique", type="MOBILIZE")
    assert [(item.sort, item.count.value) for item in found.forces] == [("marines", 150), ("helicopter", 2)]
    assert found.base.value == "Pemba airport"


def test_an_attack():
    text = "Ethiopian drones struck a market in Tigray, killing at least 20 people and wounding more than 30 others."
    found = record("attack", text, "ETH:Ethiopian", type="ASSAULT")
    assert [item.sort for item in found.weapons] == ["drone"]
    assert found.target.value == "market in Tigray"
    assert (found.dead.value, found.dead.bound, found.injured.value) == (20, "at_least", 30)
    text = "Two Malian villages were shelled; twelve soldiers were killed and 31 injured."
    toll = record("attack", text, "MLI:Malian", type="ASSAULT")
    assert (toll.dead.value, toll.injured.value) == (12, 31)


def test_a_statement():
    text = "Greek Foreign Ministry spokesman Nikos Pappas warned Turkey on Friday over its drilling plans, saying “we will not stand idly by”."
    found = record("statement", text, "GRC:Greek", "TUR:Turkey", type="THREATEN")
    assert (found.speaker.name, found.speaker.office) == ("Nikos Pappas", "Foreign Ministry spokesman")
    assert (found.stance.value, found.addressee.value, found.voice.value) == ("warning", "TUR", "official")
    assert found.topic.value == "drilling plans"
    assert found.quotation.value == "we will not stand idly by"


def test_firsts_are_claims_with_their_words():
    text = "Nepal and Bhutan held their first-ever joint exercise."
    found = record("exercise", text, "NPL:Nepal BTN:Bhutan")
    assert text[found.first_time.start : found.first_time.end] == "first-ever"
    assert (
        record("exercise", "Nepal and Bhutan ended the first day of a drill.", "NPL:Nepal BTN:Bhutan").first_time
        is None
    )


def test_a_kind_without_a_record_has_none():
    assert record("other", "Peru and Chile spoke.", "PER:Peru CHL:Chile") is None


def test_words_that_tell_nothing_leave_everything_open():
    for kind, sort in DETAILS.items():
        if sort is not Statement:
            assert record(kind, "Peru, Chile: so it went.", "PER:Peru CHL:Chile") == sort()
    assert {Kind(kind) for kind in DETAILS} == set(Kind) - {Kind.OTHER}


def test_the_place_of_signing_is_no_part_of_a_title():
    text = "Chad and Niger signed a declaration of peace and friendship in Agadez on Monday."
    found = record("agreement", text, "TCD:Chad NER:Niger", where=Place("NER", "Agadez"))
    assert values(found.titles) == ["declaration of peace and friendship"]
