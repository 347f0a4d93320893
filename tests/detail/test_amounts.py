import pytest
from build import article_of, mention_of

from sanudo.detail.amounts import amounts, counting, duration, numbers, value_of
from sanudo.detail.money import sums
from sanudo.detail.passage import passage
from sanudo.parse import parse

TROOPS = counting("troops|soldiers|ships")


def read(text, actors="", recipients=""):
    article = article_of(text)
    return passage(mention_of(article, "SUPPORT", actors, recipients), article, parse(article))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("12", 12),
        ("1,250", 1250),
        ("2.5 million", 2.5e6),
        ("twenty-four", 24),
        ("two hundred and fifty thousand", 250_000),
        ("a dozen", 12),
        ("half a million", 500_000),
        ("two dozen", 24),
        ("dozens", 24),
        ("hundreds of thousands", 200_000),
        ("3bn", 3e9),
        ("5 crore", 5e7),
        ("several", None),
    ],
)
def test_digits_and_words_are_numbers(words, value):
    assert value_of(words) == value


@pytest.mark.parametrize(
    ("text", "value", "upto", "bound"),
    [
        ("Chile sent 40 soldiers.", 40, None, "exact"),
        ("Chile sent some 200 mountain troops.", 200, None, "about"),
        ("Chile sent at least two dozen soldiers.", 24, None, "at_least"),
        ("Chile sent scores of soldiers.", 40, None, "about"),
        ("Chile sent more than 1,000 Chilean soldiers.", 1000, None, "at_least"),
        ("Chile sent up to 300 troops.", 300, None, "at_most"),
        ("Chile sent between 200 and 300 soldiers.", 200, 300, "exact"),
        ("Chile sent 30-40 troops.", 30, 40, "exact"),
        ("Chile sent fifty-odd soldiers.", 50, None, "about"),
        ("Chile handed over 3 ships.", 3, None, "exact"),
    ],
)
def test_a_count_is_as_exact_as_its_words(text, value, upto, bound):
    told = read(text)
    (found,) = amounts(told, told.told, TROOPS)
    assert (found.value, found.upto, found.bound) == (value, upto, bound)
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    "text",
    [
        "The ships came on 7 August.",
        "The ships came on August 12.",
        "In 2019 ships came.",
        "The 21st ships' company came.",
        "Exports of ships rose 12 percent.",
        "The captain, a 40-year-old, came.",
    ],
)
def test_dates_shares_ages_and_ordinals_count_nothing(text):
    assert list(numbers(text, (0, len(text)))) == []


@pytest.mark.parametrize(
    ("text", "actors", "value", "unit", "bound"),
    [
        ("Peru got a $350 million loan from Spain.", "PER:Peru", 350e6, "USD", "exact"),
        ("Peru paid about €2.5bn to Spain.", "PER:Peru", 2.5e9, "EUR", "about"),
        ("Peru paid 300m euros to Spain.", "PER:Peru", 300e6, "EUR", "exact"),
        ("India gave Nepal Rs 5 crore.", "IND:India", 5e7, "INR", "exact"),
        ("Oman lent A$20 million.", "OMN:Oman", 20e6, "AUD", "exact"),
        ("Norway gave at least 200 million kroner.", "NOR:Norway", 200e6, "NOK", "at_least"),
        ("Qatar gave 40 million Australian dollars.", "QAT:Qatar", 40e6, "AUD", "exact"),
    ],
)
def test_money_has_its_currency_as_iso_4217(text, actors, value, unit, bound):
    told = read(text, actors)
    found = next(sums(told, told.told))
    assert (found.value, found.unit, found.bound) == (value, unit, bound)


@pytest.mark.parametrize("text", ["India and Pakistan shared 5 million rupees.", "Ghana gave 10 million pesos."])
def test_a_currency_that_may_be_several_is_left_out(text):
    actors = "IND:India PAK:Pakistan" if "India" in text else "GHA:Ghana"
    told = read(text, actors)
    assert list(sums(told, told.told)) == []


def test_a_length_of_time():
    told = read("Kenya and Uganda signed a five-year pact.")
    found = duration(told, told.told)
    assert found is not None
    assert (found.value, found.unit, found.text) == (5, "years", "five-year")
