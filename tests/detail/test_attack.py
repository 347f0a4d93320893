"""Force used: with what, on what, how many dead and injured."""

import pytest
from helping import record

TARGETS = [
    ("Chadian jets slammed into a grain store in Zinder on Monday.", "NER:Zinder", "grain store in Zinder"),
    ("Chadian gunners fired several rockets at a ferry near Lagos overnight.", "NGA:Lagos", "ferry near Lagos"),
    ("A ferry carrying cattle was shelled by Chadian gunners.", "", "ferry carrying cattle"),
    ("Chadian gunners have been hitting Zinder since dawn.", "", "Zinder"),
    ("Chadian commandos retook the town of Bol after a week.", "", "town of Bol"),
    ("Chadian aircraft struck what it called a rebel camp near Bol.", "", "rebel camp near Bol"),
    ("A bomb laid by Chadian rebels went off outside a mosque in Bol.", "", "mosque in Bol"),
    ("Chadian troops invaded Niger in May.", "NER:Niger", None),
    ("The Chadian army said it had struck again on Tuesday.", "", None),
    ("The now liberated town of Bol waits for Chadian engineers.", "", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "recipient", "target"), TARGETS)
def test_what_was_hit(text: str, recipient: str, target: str | None):
    found = record("attack", text, "TCD:Chadian", recipient, type="ASSAULT").target
    assert (found and found.value) == target


def test_the_words_for_the_recipient_are_the_target_where_several_things_were_hit():
    text = "Chad bombed two bridges in April, and in May sank a Nigerian trawler."
    assert record("attack", text, "TCD:Chad", "NGA:Nigerian", type="ASSAULT").target.value == "Nigerian trawler"
    text = "Chad closed in at night, and local herders fled after the raid."
    assert record("attack", text, "TCD:Chad", "NER:local_herders", type="ASSAULT").target.value == "local herders"


TOLLS = [
    ("Dozens of villagers were killed and a soldier was left for dead.", 24, None),
    ("The raid killed a border guard and wounded its commander.", 1, 1),
    ("The death toll from the raid rose to 31, including 12 policemen.", 31, None),
    ("The gunboat sank with the loss of 46 sailors; no one was hurt ashore.", 46, None),
    ("Four soldiers died at once, and in all 16 people were killed; scores of shops burned.", 16, None),
]


@pytest.mark.parametrize(("text", "dead", "injured"), TOLLS)
def test_tolls_are_the_highest_that_the_words_give(text: str, dead: int, injured: int | None):
    found = record("attack", f"Chad said: {text}", "TCD:Chad", type="ASSAULT")
    assert (found.dead and found.dead.value, found.injured and found.injured.value) == (dead, injured)


def test_weapons_are_means_and_no_deeds_nor_what_was_hit():
    text = "Chadian drones and artillery fire sank a supply ship during the air strikes."
    assert [item.sort for item in record("attack", text, "TCD:Chadian", type="ASSAULT").weapons] == [
        "drone",
        "artillery",
    ]
    text = "Chad shot down a Nigerian Mi-35 helicopter with a missile."
    assert [item.sort for item in record("attack", text, "TCD:Chad", "NGA:Nigerian", type="ASSAULT").weapons] == [
        "missile"
    ]
    text = "A Chadian suicide bomber killed two; the bomber wore a uniform."
    assert [item.sort for item in record("attack", text, "TCD:Chadian", type="ASSAULT").weapons] == ["suicide bomber"]


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Chadian shells hit Zinder; eight soldiers and two civilians were killed.", 10),
        ("Chadian shells hit Zinder, killing eight soldiers and two civilians.", 10),
        ("Chadian shells hit Zinder, killing eight soldiers, and two civilians were wounded.", 8),
    ],
)
def test_counts_that_share_a_fate_are_one(text: str, dead: int):
    assert record("attack", text, "TCD:Chadian", "NER:Zinder", type="ASSAULT").dead.value == dead


def test_the_toll_may_stand_in_the_next_sentence():
    text = "Chad shelled Zinder. Three soldiers died and seven villagers were hurt."
    told = {"type": "ASSAULT", "evidence": "Chad shelled Zinder."}
    found = record("attack", text, "TCD:Chad", "NER:Zinder", **told)
    assert (found.dead.value, found.injured.value) == (3, 7)
    other = text.replace("Three soldiers", "Last year three soldiers")
    assert record("attack", other, "TCD:Chad", "NER:Zinder", **told).dead is None


def test_the_dead_are_no_number_of_weapons_and_a_calibre_is_none():
    text = "Three soldiers died when Chadian drones and 120-mm mortars struck Zinder."
    items = record("attack", text, "TCD:Chadian", "NER:Zinder", type="ASSAULT").weapons
    assert [(item.sort, item.count) for item in items] == [("drone", None), ("mortar", None)]
