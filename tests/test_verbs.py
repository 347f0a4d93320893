import re

import pytest

from sanudo.verbs import ENDED, forms


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("deliver", "deliver delivers delivered delivering"),
        ("donate", "donate donates donated donating"),
        ("ship+", "ship ships shipped shipping"),
        ("supply", "supply supplies supplied supplying"),
        ("give/gave/given", "give gives gave given giving"),
        ("go/went/gone", "go goes went gone going"),
    ],
)
def test_a_verb_has_its_forms(verb, expected):
    assert set(forms(verb).split("|")) == set(expected.split())


def test_a_verb_with_a_particle_counts_only_where_the_particle_follows():
    pattern = re.compile(rf"\b(?:{forms('hand~over put+/put~on_hold')})", re.IGNORECASE)
    assert pattern.findall("Oslo handed the last two ships over and put the rest on hold.") == ["handed", "put"]
    assert pattern.findall("Oslo handed in its papers. The war was over.") == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Lima eased its travel restrictions.", "eased"),
        ("The lifting of the tariffs was put off.", "lifting"),
        ("The ban on fruit, in force since May, was scrapped.", "scrapped"),
    ],
)
def test_what_ends_a_restriction_and_in_which_word(words, said):
    found = ENDED.search(words)
    assert found is not None
    assert found.group(found.lastgroup) == said


def test_what_does_not_end_one():
    assert not ENDED.search("Lima will not lift the ban.")
    assert not ENDED.search("Lima ended the talks.")
