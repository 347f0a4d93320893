import pytest

from sanudo.parse import parse
from tests.build import article_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iran spoke. The OPEC member sells oil.", [("Iran", "IRN"), ("OPEC member", "IRN")]),
        ("Turkey and Russia met. The NATO ally left.", [("Turkey", "TUR"), ("Russia", "RUS"), ("NATO ally", "TUR")]),
        ("The OPEC member sells oil.", []),
        ("OPEC sells oil to EU member states.", [("OPEC", "IGO"), ("EU", "EUR")]),
    ],
)
def test_a_member_is_no_body(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(m.text, m.states[0]) for m in parse(article_of(text)).entity_mentions] == expected
