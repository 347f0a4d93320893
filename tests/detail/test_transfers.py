"""Stage and delivery of transfers, from sentences written for these tests."""

import pytest
from helping import record

from sanudo.records import Status


@pytest.mark.parametrize(
    ("text", "type_", "status", "stage", "said"),
    [
        ("Peru has delivered two frigates to Fiji.", "COOPERATE", "happened", "delivered", "has delivered"),
        ("Two frigates given by Peru arrived in Suva.", "AID", "happened", "delivered", "arrived"),
        ("Peru will hand two frigates over to Fiji.", "AGREE", "planned", "ordered", "will hand"),
        ("Fiji signed a contract to buy two frigates from Peru.", "AGREE", "happened", "ordered", "signed"),
        ("Peru has promised to give Fiji two frigates.", "AGREE", "planned", "ordered", "has promised"),
        ("Fiji is weighing the purchase of frigates from Peru.", "AGREE", "possible", "offered", "is weighing"),
        ("Fiji has asked Peru for two frigates.", "REQUEST", "demanded", "offered", "has asked"),
        ("Peru approved the sale of two frigates to Fiji.", "SUPPORT", "happened", "licensed", "approved"),
        ("Peru has halted the delivery of frigates to Fiji.", "SANCTION", "happened", "cancelled", "has halted"),
        ("Peru has not delivered the frigates to Fiji.", "AGREE", "planned", None, None),
    ],
)
def test_the_stage_is_told_by_the_verb_with_the_status_of_the_event(text, type_, status, stage, said):
    found = record(
        "transfer", text, "PER:Peru", "FJI:" + ("Fiji" if "Fiji" in text else "Suva"), type_, status=Status(status)
    )
    assert (found.stage and (found.stage.value, found.stage.text)) == (stage and (stage, said))


@pytest.mark.parametrize(
    ("text", "status", "delivery"),
    [
        ("On Friday Peru made over two frigates to Fiji.", "happened", "On Friday"),
        ("Peru will ship the rifles to Fiji before the end of the year.", "planned", "before the end of the year"),
        ("Peru has delivered two frigates to Fiji, the navy said on Friday.", "happened", None),
        ("Peru said on Friday it will send Fiji two frigates.", "planned", None),
        ("Peru promised Fiji two frigates by mid-2031.", "planned", "by mid-2031"),
    ],
)
def test_when_it_is_delivered(text, status, delivery):
    found = record("transfer", text, "PER:Peru", "FJI:Fiji", "AID", status=Status(status))
    assert (found.delivery.value if found.delivery else None) == delivery


def test_of_a_part_the_number_is_that_of_the_part_and_a_deal_dates_no_delivery():
    text = "Chad received the last four of 20 aircraft from Fiji under a 2007 deal."
    found = record("transfer", text, "FJI:Fiji", "TCD:Chad", type="COOPERATE")
    assert found.items[0].count.value == 4
    assert found.delivery is None
