from sanudo.records import Reason, Status, WhenBasis
from sanudo.resolve.when import with_date
from tests.build import article_of, mention_of

TEXT = "Peru, which left the pact in 2014, met Chile on Tuesday"


def when(text: str, published: str | None = "2018-05-12", **fields: object) -> str | None:
    article = article_of(text, published=published)
    return with_date(mention_of(article, "CONSULT", "PER:Peru CHL:Chile", **fields), article).when


def test_the_date_of_the_parties_own_clause_is_taken() -> None:
    assert when(f"{TEXT}.") == "2018-05-08"
    assert when("Peru met Chile in 2014, years before the pact that the two states signed on Tuesday.") == "2014"


def test_another_date_does_not_step_in_for_the_one_that_needs_the_articles_date() -> None:
    article = article_of(f"{TEXT}.")
    mention = with_date(mention_of(article, "CONSULT", "PER:Peru CHL:Chile"), article)
    assert mention.when is None
    assert [(r.reason, r.field) for r in mention.refusals] == [(Reason.NO_PUBLICATION_DATE, "when")]
    assert "Tuesday" in mention.refusals[0].note


def test_a_plan_takes_the_date_ahead_and_what_happened_the_one_behind() -> None:
    words = "Peru, which had met it in 2016, plans talks with Chile in 2019."
    assert when(words, status=Status.PLANNED) == "2019"
    assert when(words) == "2016"


def test_what_goes_on_since_then_is_open() -> None:
    assert when("Peru has met Chile since 2014.", status=Status.ONGOING) == "2014/.."


def test_the_day_after_is_seen_from_a_date_in_an_earlier_sentence() -> None:
    article = article_of("Bolivia voted on 3 May 2017. Peru met Chile the next day.")
    mention = with_date(
        mention_of(article, "CONSULT", "PER:Peru CHL:Chile", evidence="Peru met Chile the next day."), article
    )
    assert (mention.when, mention.when_basis) == ("2017-05-04", WhenBasis.RELATIVE)
    assert mention.basis[-1].how == "“the next day”, seen from 2017-05-03"


def test_a_day_in_figures_that_may_be_two_is_refused_with_its_reason() -> None:
    article = article_of("Peru met Chile on 07/08/2018.")
    mention = with_date(mention_of(article, "CONSULT", "PER:Peru CHL:Chile"), article)
    assert [(r.reason, r.field) for r in mention.refusals] == [(Reason.AMBIGUOUS, "when")]


def test_recent_weeks_and_lengths_of_time_are_no_date() -> None:
    assert when("Peru met Chile in recent weeks.") is None
    assert when("Peru met Chile for three days.") is None


def test_a_sentence_of_a_thousand_dates_gives_none_and_spoils_no_other() -> None:
    text = "Peru met Chile on Tuesday. Peru " + "and in May for 3 days of 1998 before Monday " * 250 + "saw Chile."
    assert when(text, evidence="Peru met Chile on Tuesday.") == "2018-05-08"
    assert when(text) is None


def test_what_is_dated_after_its_report_is_planned() -> None:
    article = article_of("Peru signed with Chile on 9 June 2018.", published="2018-05-12")
    mention = with_date(mention_of(article, "SUPPORT", "PER:Peru", "CHL:Chile"), article)
    assert (mention.when, mention.status, mention.type) == ("2018-06-09", Status.PLANNED, "AGREE")
    assert any(basis.field == "status" and "after the report" in basis.how for basis in mention.basis)
    tomorrow = article_of("Peru signed with Chile on 13 May 2018.", published="2018-05-12")
    assert with_date(mention_of(tomorrow, "SUPPORT", "PER:Peru", "CHL:Chile"), tomorrow).status is Status.HAPPENED


def test_what_took_place_on_a_day_without_a_year_lies_behind() -> None:
    def dated(text: str, **fields: object) -> tuple[str | None, Status]:
        article = article_of(text, published="2023-12-15")
        mention = with_date(mention_of(article, "SUPPORT", "PER:Peru", "CHL:Chile", **fields), article)
        return mention.when, mention.status

    assert dated("Peru withdrew its envoy from Chile on 5 January.") == ("2023-01-05", Status.HAPPENED)
    assert dated("Peru signed a pact with Chile in February.") == ("2023-02", Status.HAPPENED)
    assert dated("Peru will sign a pact with Chile on 5 January.", status=Status.PLANNED) == (
        "2024-01-05",
        Status.PLANNED,
    )
    assert dated("Peru signed a pact with Chile on 16 December.") == ("2023-12-16", Status.HAPPENED)


def test_the_day_of_a_dateline_dates_no_event() -> None:
    assert when("LIMA, May 5 (Andina) - Peru and Chile held talks in Lima on Tuesday.") == "2018-05-08"
    assert when("LIMA, May 5 - Peru and Chile held talks.") is None
    assert when("In May - Peru and Chile held talks.") == "2018-05"


def test_the_day_on_which_something_was_said_dates_acts_of_speech_only() -> None:
    words = "Peru told reporters on Monday that Chile had sent a mission."
    article = article_of(words, published="2018-05-12")
    assert with_date(mention_of(article, "CONSULT", "PER:Peru", "CHL:Chile"), article).when is None
    assert with_date(mention_of(article, "ACCUSE", "PER:Peru", "CHL:Chile"), article).when == "2018-05-07"


def test_a_date_that_opens_the_sentence_is_taken() -> None:
    assert when("In 2016 the government that then led Peru had turned to its neighbour Chile for loans.") == "2016"
