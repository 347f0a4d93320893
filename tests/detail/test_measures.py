"""What sanctions and aid held back consist of, from sentences written for these tests."""

import pytest
from helping import record, values


def sanction(text, actor, **fields):
    return record(fields.pop("kind", "sanction"), text, actor, type=fields.pop("type", "SANCTION"), **fields)


@pytest.mark.parametrize(
    ("text", "actor", "measures", "scope"),
    [
        ("Prague has expelled 18 Peruvian diplomats.", "CZE:Prague", ["diplomatic"], "18 Peruvian diplomats"),
        ("Pakistan closed its airspace to airliners from Fiji.", "PAK:Pakistan", ["other"], "airspace to airliners from Fiji"),
        ("Imports of Fijian sugar were halted by Tonga in May.", "TON:Tonga", ["trade"], "Imports of Fijian sugar"),
        ("Tonga levied 20 per cent on Fijian sugar.", "TON:Tonga", ["trade"], "Fijian sugar"),
        ("Ghana froze the accounts of three Togolese banks and barred their owners from entering.", "GHA:Ghana", ["financial", "travel"], "accounts of three Togolese banks"),
        ("Kenya tore up its defence pact with Chad.", "KEN:Kenya", ["diplomatic"], "defence pact with Chad"),
        ("Norway halted sales of rifles to Chad.", "NOR:Norway", ["arms"], "sales of rifles to Chad"),
        ("Norway imposed sanctions on Chad.", "NOR:Norway", [], None),
        ("At the end of it Norway was silent on Chad.", "NOR:Norway", [], None),
    ],
)  # fmt: skip
def test_the_measure_and_what_it_falls_on(text, actor, measures, scope):
    found = sanction(text, actor)
    assert values(found.measures) == measures
    assert (found.scope.value if found.scope else None) == scope


def test_an_act_belongs_to_the_actor_that_stands_before_it():
    text = "After Ghana had banned Togolese beer, Togo expelled the Ghanaian consul and shut the border."
    assert values(sanction(text, "GHA:Ghana").measures) == ["trade"]
    assert values(sanction(text, "TGO:Togo ").measures) == ["diplomatic", "trade"]


def test_numbers_of_what_is_held_back():
    tariff = sanction("Tonga slapped tariffs of 12.5 per cent on Fijian sugar.", "TON:Tonga")
    assert (tariff.amount.value, tariff.amount.unit) == (12.5, "%")
    expelled = sanction("Tonga threw out four Fijian diplomats for spying.", "TON:Tonga")
    assert (expelled.amount.value, expelled.reason.value) == (4, "spying")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Chile cut off aid to Fiji after soldiers were seen looting shops.", "soldiers were seen looting shops"),
        ("Chile cut off aid to Fiji in protest at the arrests, officials said.", "arrests"),
        ("Aid to Fiji has been frozen by Chile since the May 22 coup.", "May 22 coup"),
        ("Chile cut off aid to Fiji over the last two years.", None),
        ("Chile cut off aid to Fiji two days after a vote.", None),
    ],
)
def test_the_reason(text, reason):
    found = sanction(text, "CHL:Chile", kind="aid_suspension")
    assert (found.reason.value if found.reason else None) == reason


def test_aid_is_resumed():
    found = sanction("Chile will resume military aid to Fiji.", "CHL:Chile", kind="aid_suspension", type="CONCEDE")
    assert (found.lifted.text, values(found.measures)) == ("resume", ["military"])


@pytest.mark.parametrize(
    ("text", "measures", "scope"),
    [
        ("Norway imposed an entry ban and an asset freeze on eleven Chadian generals.", ["travel", "financial"], "eleven Chadian generals"),
        ("Norway imposed sanctions Wednesday on two banks of Chad.", ["financial"], "two banks of Chad"),
        ("Norway called the expulsion groundless and sent home the Chadian envoy.", ["diplomatic"], "Chadian envoy"),
    ],
)  # fmt: skip
def test_measures_told_by_nouns(text, measures, scope):
    found = sanction(text, "NOR:Norway")
    assert (values(found.measures), found.scope.value) == (measures, scope)


def test_the_share_of_a_duty_may_stand_before_it():
    found = sanction("Tonga slapped a 25 percent tariff on Fijian sugar.", "TON:Tonga")
    assert (found.amount.value, found.amount.unit) == (25, "%")


def test_a_weekday_before_the_reason_hides_none():
    found = sanction("Tonga threw out two Fijian diplomats on Tuesday after the poisoning.", "TON:Tonga")
    assert found.reason.value == "poisoning"


def test_a_freeze_on_aid_is_lifted():
    found = sanction("Norway lifted its freeze on aid to Chad.", "NOR:Norway", kind="aid_suspension", type="CONCEDE")
    assert found.lifted.value == "lifted"
