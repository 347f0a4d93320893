import pytest
from build import article_of, mention_of

from sanudo.detail.equipment import each_once, items, singular
from sanudo.detail.passage import passage
from sanudo.parse import parse


def found(text):
    article = article_of(text)
    told = passage(mention_of(article, "SUPPORT", ""), article, parse(article))
    return [
        (item.designation, item.sort, item.count.value if item.count else None)
        for item in each_once(items(told, told.told))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Serbia took six Mi-35M combat helicopters.", [("Mi-35M", "combat helicopter", 6)]),
        ("Bahrain ordered 16 F-16 Block 70 fighter jets.", [("F-16 Block 70", "fighter jet", 16)]),
        ("Iraq bought about two dozen T-90S tanks.", [("T-90S", "tank", 24)]),
        ("Turkey took the S-400.", [("S-400", "air defence system", None)]),
        ("Poland wants 250 M1A2 Abrams.", [("M1A2 Abrams", "tank", 250)]),
        ("Niger flies a dozen Bayraktar TB2 drones.", [("Bayraktar TB2", "drone", 12)]),
        ("Chad got armoured vehicles and three patrol boats.", [("armoured vehicle",), ("patrol boat", 3)]),
    ],
)
def test_designation_class_and_number(text, expected):
    got = found(text)
    assert len(got) == len(expected)
    for item, wanted in zip(got, expected, strict=True):
        assert [part for part in item if part is not None] == [part for part in wanted if part is not None]


@pytest.mark.parametrize("text", ["The G-20 met in Rome.", "Covid-19 closed the U-17 cup.", "He met the Group of 77."])
def test_what_only_looks_like_a_designation(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("words", "one"),
    [("combat helicopters", "combat helicopter"), ("missile batteries", "missile battery"), ("torpedoes", "torpedo")],
)
def test_a_class_is_in_the_singular(words, one):
    assert singular(words) == one
