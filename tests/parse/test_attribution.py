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
