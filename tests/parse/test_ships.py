import pytest

from sanudo.parse import parse
from tests.build import article_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("INS Tarini sank a boat. The Tarini then left.", [("INS Tarini", "IND"), ("Tarini", "IND")]),
        ("Israel sent INS Yarden north.", [("Israel", "ISR"), ("INS Yarden", "ISR")]),
        ("USS America sailed.", [("USS America", "USA")]),
        ("USS Bend sailed. The destroyer left.", [("USS Bend", "USA"), ("The destroyer", "USA")]),
        ("The destroyer left. USS Bend sailed.", [("USS Bend", "USA")]),
    ],
)
def test_a_warship_acts_for_its_state(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(m.text, m.states[0]) for m in parse(article_of(text)).entity_mentions] == expected
