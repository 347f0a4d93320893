import pytest

from sanudo.parse import parse
from sanudo.records import MentionLabel
from tests.build import article_of


def groups(text: str) -> list[tuple[str, str | None]]:
    found = parse(article_of(text)).entity_mentions
    return [(m.text, m.name) for m in found if m.label == MentionLabel.GROUP]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Chadian rebels crossed into Niger.", ("rebels", "Chadian rebels")),
        ("Pirates boarded a Danish ship.", ("Pirates", "pirates")),
        ("A gunman shot a Danish envoy.", ("gunman", "gunmen")),
        ("Niger supports separatist groups.", ("separatist groups", "separatist groups")),
    ],
)
def test_a_noun_for_fighters_is_a_group_that_the_article_calls_so(text: str, found: tuple[str, str]) -> None:
    assert groups(text) == [found]


def test_after_the_it_is_the_group_named_last() -> None:
    text = "Chad fought Boko Haram. The militants fled. Later the group returned to Chad."
    assert groups(text) == [("Boko Haram", "Boko Haram"), ("militants", "Boko Haram"), ("the group", "Boko Haram")]


def test_a_noun_goes_on_standing_for_the_same_group() -> None:
    text = "Chadian rebels met Hamas. The rebels left."
    assert groups(text) == [("rebels", "Chadian rebels"), ("Hamas", "Hamas"), ("rebels", "Chadian rebels")]


@pytest.mark.parametrize(
    "text",
    ["Hamas militants met.", "Militants of the Taliban met.", "The Taliban group met.", "Fighters from Hamas met."],
)
def test_what_stands_beside_a_name_is_left_to_it(text: str) -> None:
    assert len(groups(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Fighter jets flew over Chad.",
        "Chad’s armed forces met.",
        "Chad fears a terrorist attack.",
        "The group of seven met.",
    ],
)
def test_what_is_no_group(text: str) -> None:
    assert groups(text) == []


def test_kurdish_forces_are_the_kurdish_group_of_the_article() -> None:
    assert groups("Kurdish forces left. The YPG and the Taliban met. The Kurds spoke.") == [
        ("Kurdish forces", "YPG"),
        ("YPG", "YPG"),
        ("Taliban", "Taliban"),
        ("Kurds", "YPG"),
    ]
    assert groups("Kurdish officials spoke.") == [("Kurdish", "Kurds")]
