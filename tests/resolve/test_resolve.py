from sanudo.records import Kind, Reason, Status, WhenBasis
from sanudo.resolve import resolve
from tests.build import article_of, mention_of


def test_a_stated_date_and_its_basis() -> None:
    article = article_of("Peru met Chile on 3 May 2017.")
    mention = resolve(mention_of(article, "CONSULT", "PER:Peru CHL:Chile"), article)
    assert (mention.when, mention.when_basis) == ("2017-05-03", WhenBasis.STATED)
    basis = next(b for b in mention.basis if b.field == "when")
    assert article.text[basis.start : basis.end] == "3 May 2017"


def test_without_a_publication_date_a_relative_one_is_refused() -> None:
    article = article_of("Peru met Chile on Tuesday.")
    mention = resolve(mention_of(article, "CONSULT", "PER:Peru CHL:Chile"), article)
    assert mention.when is None
    assert (Reason.NO_PUBLICATION_DATE, "when") in [(r.reason, r.field) for r in mention.refusals]


def test_a_publication_date_known_to_the_month_fixes_months_not_days() -> None:
    def when(words: str) -> str | None:
        article = article_of(f"Peru met Chile {words}.", published="2018-08~")
        return resolve(mention_of(article, "CONSULT", "PER:Peru CHL:Chile"), article).when

    assert when("last month") == "2018-07"
    assert when("in September last year") == "2017-09"
    assert when("on Tuesday") is None


def test_the_publication_date_never_stands_in() -> None:
    article = article_of("Peru met Chile.", published="2018-05-12")
    mention = resolve(mention_of(article, "CONSULT", "PER:Peru CHL:Chile"), article)
    assert mention.when is None
    assert (Reason.NOT_STATED, "when") in [(r.reason, r.field) for r in mention.refusals]


def test_a_planned_meeting_lies_ahead() -> None:
    article = article_of("Peru will meet Chile on Tuesday.", published="2018-05-12")
    mention = resolve(mention_of(article, "AGREE", "PER:Peru CHL:Chile", status=Status.PLANNED), article)
    assert mention.when == "2018-05-15"


def test_a_visit_takes_place_with_the_host() -> None:
    article = article_of("A Peruvian minister visited Chile.")
    mention = resolve(mention_of(article, "CONSULT", "PER:Peruvian", "CHL:Chile", kind=Kind.VISIT), article)
    assert mention.where is not None
    assert mention.where.country == "CHL"


def test_an_attack_is_where_the_attacked_is_unless_the_words_say_more() -> None:
    def where(words: str) -> str | None:
        article = article_of(words)
        mention = resolve(mention_of(article, "ASSAULT", "PER:Peru", "CHL:Chile", kind=Kind.ATTACK), article)
        return mention.where and mention.where.country

    assert where("Peru attacked Chile.") == "CHL"
    assert where("Peru attacked troops of Chile in Bolivia.") == "BOL"


def test_in_a_seat_of_government_is_a_place() -> None:
    article = article_of("Peru and Chile signed the treaty in Vienna.")
    mention = resolve(mention_of(article, "SUPPORT", "PER:Peru CHL:Chile", kind=Kind.AGREEMENT), article)
    assert mention.where is not None
    assert (mention.where.country, mention.where.place) == ("AUT", "Vienna")


def test_two_countries_are_no_place() -> None:
    article = article_of("Peru and Chile met in Vienna and in Oslo.")
    mention = resolve(mention_of(article, "CONSULT", "PER:Peru CHL:Chile"), article)
    assert mention.where is None
    assert (Reason.AMBIGUOUS, "where") in [(r.reason, r.field) for r in mention.refusals]


def test_sectors_and_phrases_come_from_the_words_after_a_state() -> None:
    article = article_of("A Peruvian military delegation met Chile’s foreign minister.")
    mention = resolve(mention_of(article, "CONSULT", "PER:Peruvian CHL:Chile"), article)
    assert [(p.sector, p.text) for p in mention.actors] == [
        ("MIL", "Peruvian military delegation"),
        ("GOV", "Chile’s foreign minister"),
    ]
    assert all(article.text[p.start : p.end] == p.text for p in mention.actors)
