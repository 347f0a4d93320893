import pytest

from sanudo.parse import parse
from sanudo.records import MentionLabel
from tests.build import article_of


def groups(text: str) -> list[tuple[str, str | None]]:
    found = parse(article_of(text)).entity_mentions
    return [(m.text, m.name) for m in found if m.label == MentionLabel.GROUP]


def test_a_group_by_the_form_of_its_name() -> None:
    text = "Rebels of the Coastal People’s Liberation Front (CPLF) attacked Kenya. The CPLF fled."
    name = "Coastal People’s Liberation Front"
    assert groups(text) == [(name, name), ("CPLF", name), ("CPLF", name)]


def test_a_group_by_what_it_is_called() -> None:
    text = "Kenya fought the militant group Sons of the Reef. Sons of the Reef lost."
    assert groups(text) == [("Sons of the Reef", "Sons of the Reef")] * 2


@pytest.mark.parametrize(
    "text", ["Kenya’s ruling Coastal Liberation Front voted.", "Rebels fled. The Salvation Army fed Kenya’s poor."]
)
def test_others_have_such_names(text: str) -> None:
    assert [name for name, _ in groups(text) if name != "Rebels"] == []


def test_a_known_name_stays_what_it_is() -> None:
    found = parse(article_of("Rebels fired at the People’s Liberation Army of China.")).entity_mentions
    assert [m.states for m in found if "Liberation" in m.text] == [("CHN",)]
