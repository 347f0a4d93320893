import pytest

from sanudo.parse import parse
from sanudo.records import MentionLabel
from tests.build import article_of


def references(text: str) -> list[tuple[str, tuple[str, ...], str | None]]:
    found = parse(article_of(text)).entity_mentions
    return [(m.text, m.states, m.name) for m in found if m.label == MentionLabel.REFERENCE]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The EU warned Chile on Friday. The 27-nation bloc may act.", "The 27-nation bloc", "European Union"),
        ("NATO met Kenya. Norway left the military alliance.", "the military alliance", "NATO"),
        (
            "The IAEA praised Chile. The nuclear watchdog left.",
            "The nuclear watchdog",
            "International Atomic Energy Agency",
        ),
        ("The ICC charged a Kenyan. The court waits.", "The court", "International Criminal Court"),
        ("ASEAN met the ICC in Peru. The grouping spoke.", "The grouping", "ASEAN"),
    ],
)
def test_a_body_by_its_kind(text: str, words: str, name: str) -> None:
    ((said, _, meant),) = references(text)
    assert (said, meant) == (words, name)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya asked the court.",
        "The EU warned Chile. The court spoke.",
        "The EU warned Chile. The Union State of Belarus spoke.",
        "NATO met Kenya. The alliance of Peru spoke.",
        f"NATO met Kenya.{' It rained.' * 150} The alliance spoke.",
    ],
)
def test_no_such_body_or_too_far_off(text: str) -> None:
    assert references(text) == []
