import pytest

from sanudo.records import Kind, Place, Reason
from sanudo.resolve.where import home_of, with_place
from tests.build import article_of, mention_of


def where(text: str, type: str, actors: str, recipients: str = "", **fields: object) -> Place | None:
    article = article_of(text)
    return with_place(mention_of(article, type, actors, recipients, **fields), article).where


def test_the_place_in_the_sentence_with_id_and_point() -> None:
    place = where("Peru and Chile held talks in Geneva.", "CONSULT", "PER:Peru CHL:Chile", kind=Kind.MEETING)
    assert place is not None
    assert (place.country, place.place, place.geonameid) == ("CHE", "Geneva", 2660646)
    assert place.lat == pytest.approx(46.2, abs=0.1)


@pytest.mark.parametrize(
    ("text", "type_", "kind", "found"),
    [
        ("Peru and Chile opened an exercise near Trujillo on Monday.", "COOPERATE", Kind.EXERCISE, ("PER", "Trujillo")),
        (
            "Peru and Chile held a meeting of their committee in Santiago.",
            "CONSULT",
            Kind.COMMITTEE,
            ("CHL", "Santiago"),
        ),
    ],
)
def test_a_dateline_is_no_place_where_the_sentence_says_one(
    text: str, type_: str, kind: Kind, found: tuple[str, str]
) -> None:
    place = where(f"LIMA, Aug 5 (Andes Press) - {text}", type_, "PER:Peru CHL:Chile", kind=kind)
    assert place is not None
    assert (place.country, place.place) == found


def test_a_dateline_below_a_headline_is_a_place_where_nothing_else_is() -> None:
    text = "Pact signed\n\nOSLO (Nordic Press) - Peru and Chile signed a pact on Monday."
    place = where(text, "SUPPORT", "PER:Peru CHL:Chile", kind=Kind.AGREEMENT)
    assert place is not None
    assert (place.country, place.place) == ("NOR", "Oslo")


def test_who_warns_from_his_capital_is_in_no_place() -> None:
    assert where("Moscow warned Oslo.", "THREATEN", "RUS:Moscow", "NOR:Oslo", kind=Kind.STATEMENT) is None


def test_a_sea_has_no_country() -> None:
    text = "Warships of India and Oman held an exercise in the Arabian Sea."
    place = where(text, "COOPERATE", "IND:India OMN:Oman", kind=Kind.EXERCISE)
    assert place is not None
    assert (place.country, place.place) == (None, "Arabian Sea")


def test_a_district_lies_in_its_state() -> None:
    text = "An American drone killed fighters in North Waziristan."
    place = where(text, "ASSAULT", "USA:American", "NSA:fighters", kind=Kind.ATTACK)
    assert place is not None
    assert (place.country, place.place) == ("PAK", "North Waziristan")


def test_the_basis_says_why_and_shows_the_words() -> None:
    article = article_of("Peru and Chile signed a treaty in Alexandria, Egypt.")
    mention = with_place(mention_of(article, "SUPPORT", "PER:Peru CHL:Chile", kind=Kind.AGREEMENT), article)
    (basis,) = [basis for basis in mention.basis if basis.field == "where"]
    assert article.text[basis.start : basis.end] == "Alexandria"
    assert "the text says what it lies in" in basis.how


def test_a_name_of_many_towns_of_a_country_has_no_point() -> None:
    text = "Peru and Chile signed a treaty in Springfield."
    place = where(text, "SUPPORT", "PER:Peru CHL:Chile", kind=Kind.AGREEMENT)
    assert place == Place("USA", "Springfield")


def test_two_countries_that_are_as_likely_are_a_refusal() -> None:
    article = article_of("Peru and Chile met in Vienna and in Oslo.")
    mention = with_place(mention_of(article, "CONSULT", "PER:Peru CHL:Chile", kind=Kind.MEETING), article)
    assert mention.where is None
    assert [(r.reason, r.note) for r in mention.refusals] == [(Reason.AMBIGUOUS, "Austria or Norway")]


def test_nothing_said_is_a_refusal() -> None:
    article = article_of("Peru thanked Chile.")
    mention = with_place(mention_of(article, "SUPPORT", "PER:Peru", "CHL:Chile", kind=Kind.STATEMENT), article)
    assert mention.where is None
    assert [(r.reason, r.field) for r in mention.refusals] == [(Reason.NOT_STATED, "where")]


@pytest.mark.parametrize(("publisher", "home"), [("The Moscow Times", "RUS"), ("Daily News", None), (None, None)])
def test_the_country_of_a_paper_is_in_its_name(publisher: str | None, home: str | None) -> None:
    assert home_of(article_of("x", publisher=publisher)) == home
