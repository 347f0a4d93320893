from helping import record


def leads_of(found):
    return [(lead.name, lead.state, lead.office, lead.rank) for lead in found]


def test_name_state_office_and_rank_stand_apart():
    text = "Chile and Peru signed a pact; it was signed by Chile's Deputy Minister of Defence, Vice Admiral Jorge R. Salas."
    assert leads_of(record("agreement", text, "CHL:Chile PER:Peru").signatories) == [
        ("Jorge R. Salas", "CHL", "Deputy Minister of Defence", "Vice Admiral")
    ]


def test_an_office_after_the_name():
    text = (
        "Ana Brnabic, the Serbian prime minister, visited Athens on Monday for talks with the Greek foreign minister."
    )
    found = record("visit", text, "SRB:Serbian", "GRC:Athens")
    assert leads_of(found.visitors) == [("Ana Brnabic", "SRB", "prime minister", None)]
    assert leads_of(found.hosts) == [(None, "GRC", "foreign minister", None)]
    assert found.level.value == "head_of_government"


def test_who_leads_a_delegation_is_of_its_state_and_who_is_met_is_the_host():
    text = "A Kenyan delegation led by Major General Joseph Mwangi met Brigadier Peter Okello in Kampala, Uganda."
    found = record("visit", text, "KEN:Kenyan", "UGA:Uganda")
    assert leads_of(found.visitors) == [("Joseph Mwangi", "KEN", None, "Major General")]
    assert leads_of(found.hosts) == [("Peter Okello", None, None, "Brigadier")]


def test_a_spokesman_who_tells_of_a_visit_does_not_make_it():
    text = "A Danish envoy will visit Latvia, said Danish Foreign Ministry spokesman Lars Holm."
    assert [lead.name for lead in record("visit", text, "DNK:Danish", "LVA:Latvia").visitors] != ["Lars Holm"]
