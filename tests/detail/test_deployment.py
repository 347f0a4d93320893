"""Forces moved: which, how many, to which base."""

import pytest
from helping import record

BASES = [
    ("Peru is setting up a permanent base on the Napo.", "permanent base"),
    ("Peru moved engineers to the 201st base.", "201st base"),
    ("Peru sent a patrol to the Zarumilla naval base in Tumbes.", "Zarumilla naval base in Tumbes"),
    ("Peru reinforced position 80 with a platoon.", "position 80"),
    ("The Pisco airport stayed open while Peru moved jets.", "Pisco airport"),
    ("Peru based its case on old maps, and moved troops to Tumbes.", None),
]


@pytest.mark.parametrize(("text", "base"), BASES)
def test_the_base_is_a_site_and_no_town(text: str, base: str | None):
    found = record("deployment", text, "PER:Peru", type="MOBILIZE").base
    assert (found and found.value) == base


def test_size_counts_people_and_forces_count_the_rest():
    text = "Peru moved two battalions, 400 police officers and six tanks to the river."
    found = record("deployment", text, "PER:Peru", type="MOBILIZE")
    assert [amount.value for amount in found.size] == [400]
    counts = {item.sort: item.count and item.count.value for item in found.forces}
    assert counts == {"battalions": 2, "police officers": 400, "tank": 6}


def test_a_contingent_of_so_many_has_their_size():
    found = record("deployment", "Peru sent a national contingent of 139 to the Golan.", "PER:Peru", type="AID")
    assert [amount.value for amount in found.size] == [139]


def test_the_other_sides_forces_are_not_moved():
    text = "Peru’s frigates followed Ecuadorian gunboats while 300 Ecuadorian marines stood by."
    found = record("deployment", text, "PER:Peru’s_frigates", "ECU:Ecuadorian", type="MOBILIZE")
    assert ([item.sort for item in found.forces], found.size) == (["frigate"], ())
    text = "The last 80 Peruvian soldiers climbed aboard two transport planes."
    found = record("deployment", text, "PER:Peruvian", type="RETREAT")
    assert [item.sort for item in found.forces] == ["soldiers"]


def test_a_person_is_no_weapon():
    text = "Syrian General Nasr Haddad moved troops to Deraa."
    found = record("deployment", text, "SYR:Syrian_General_Nasr_Haddad", type="MOBILIZE")
    assert [item.sort for item in found.forces] == ["troops"]
