import numpy as np
import pytest

from sanudo.resolve.gazetteer import Entry, senses_of
from sanudo.resolve.toponyms import Name, Span, kilometres, weigh


def names(text: str, *words: str, home: str | None = None) -> list[Name]:
    spans, at = [], 0
    for word in words:
        start = text.index(word, at)
        at = start + len(word)
        spans.append(Span(start, at))
    return weigh(text, spans, home)


def best(text: str, *words: str, home: str | None = None) -> list[Entry]:
    found = [name.best for name in names(text, *words, home=home)]
    assert all(found)
    return [place for place in found if place]


def test_alone_a_name_is_its_best_known_place() -> None:
    (paris,) = best("A fair in Paris.", "Paris")
    assert (paris.country, paris.kind) == ("FRA", "city")


def test_what_the_text_says_it_lies_in_decides() -> None:
    paris, texas = best("A fair in Paris, Texas.", "Paris", "Texas")
    assert (paris.country, texas.name) == ("USA", "Texas")
    assert paris.first == texas.row
    (reasons,) = [name.candidates[0].reasons for name in names("A fair in Paris, Texas.", "Paris", "Texas")[:1]]
    assert "the text says what it lies in" in reasons


def test_two_places_of_one_name_in_one_article() -> None:
    first, _, second, _ = best("From London, Ontario, to London, England.", "London", "Ontario", "London", "England")
    assert (first.country, second.country) == ("CAN", "GBR")


def test_places_named_together_lie_together() -> None:
    text = "Farms near Salem, Corvallis and Eugene stood under water, and roads to Portland were shut."
    salem, _, _, portland = best(text, "Salem", "Corvallis", "Eugene", "Portland")
    assert salem.first == portland.first
    assert (round(salem.lat), round(salem.lon)) == (45, -123)


def test_the_country_of_the_paper_helps() -> None:
    cambridge = names("A fair in Cambridge.", "Cambridge", home="GBR")[0].candidates[0].entry
    assert cambridge.country == "GBR"


def test_a_name_of_many_countries_is_left_open_with_its_candidates() -> None:
    (name,) = names("A fair in Santa Rosa.", "Santa Rosa")
    assert name.unsure
    assert name.best is None
    assert len({candidate.entry.country for candidate in name.candidates}) > 2


def test_candidates_are_ranked_and_their_shares_are_one() -> None:
    (name,) = names("A fair in Victoria.", "Victoria")
    shares = [candidate.share for candidate in name.candidates]
    assert shares == sorted(shares, reverse=True)
    assert sum(shares) == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize(
    ("words", "country"),
    [("the northern province of", None), ("northern Syria", "SYR"), ("Dutch", "NLD"), ("Anbar province", "IRQ")],
)
def test_words_around_a_name(words: str, country: str | None) -> None:
    found = senses_of(words)
    assert (found[0].entry.country if found else None) == country


def test_one_unknown_name_spoils_nothing_else() -> None:
    unknown, oslo = names("Between Qwertyville and Oslo.", "Qwertyville", "Oslo")
    assert unknown.candidates == ()
    assert oslo.best is not None
    assert oslo.best.country == "NOR"


def test_distances_are_in_kilometres() -> None:
    (gap,) = kilometres(np.array([48.85]), np.array([2.35]), np.array([51.5]), np.array([-0.12]))
    assert gap == pytest.approx(344, abs=3)
