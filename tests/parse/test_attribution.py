import pytest

from sanudo.parse import parse
from tests.build import article_of


@pytest.mark.parametrize(
    ("text", "who", "cue"),
    [
        ("Kenya sent aid, a foreign ministry spokesman said.", "a foreign ministry spokesman", "said"),
        ("According to the defence ministry, Kenya sent aid.", "the defence ministry", "According to"),
        ("Kenya has reportedly sent aid.", "reportedly", "reportedly"),
        ("“Kenya sent aid,” said Wanjiru Kamau.", "Wanjiru Kamau", "said"),
    ],
)
def test_who_says_it(text: str, who: str, cue: str) -> None:
    (found,) = parse(article_of(text)).attributions
    assert (found.text, found.cue) == (who, cue)
    assert text[found.start : found.end].lower() == who.lower()


def test_the_outlet_says_it_itself() -> None:
    assert parse(article_of("Kenya sent aid to Malawi on Monday.")).attributions == ()


@pytest.mark.parametrize(
    "text", ["He said Kenya sent aid.", "“We sent aid,” they said.", "We said that Kenya sent aid."]
)
def test_a_pronoun_is_nobody_to_lean_on(text: str) -> None:
    assert parse(article_of(text)).attributions == ()


def test_the_phrase_begins_where_the_speaker_does() -> None:
    (found,) = parse(article_of("Kenya sent aid, and its forces commander said so.")).attributions
    assert found.text == "its forces commander"
