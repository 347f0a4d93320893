"""Outlines and coverage: what counting takes from a ledger."""

import pytest
from build import article_of, mention_of
from ledger_help import run_of

import sanudo
from sanudo.reconcile import Reconciler
from sanudo.records import Coverage, Entry, Kind, Origin, Outline, WhenBasis

TEXT = "Chile and Peru met in Arica on Monday."


def reading(number, publisher, day, **fields):
    """A report of one meeting."""
    article = article_of(f"{TEXT} {number}", published="2018-08-08", publisher=publisher)
    when = {"when": day, "when_basis": day and WhenBasis.STATED}
    return article, mention_of(article, "CONSULT", "CHL:Chile PER:Peru", evidence=TEXT, **{**when, **fields})


def row(ledger, mention, code="111", **fields):
    """Import a row that says what a mention says."""
    origin = Origin("icews", "x.tab", 2, "raw\n", code=code, intensity=-4.0)
    values = {"mention_ids": (), "article_ids": (), "publisher": None, "published": None, "url": None}
    with ledger.writer(run_of("import")) as writer:
        writer.add_imported([Entry(mention, **{"event_id": mention.id, **values, "origin": origin, **fields})])


def test_an_event_is_outlined_with_the_publishers_of_all_its_reports(ledger):
    with ledger.writer(run_of(), Reconciler()) as writer:
        for number, publisher in enumerate(("Ludlow Post", "Arica Times", None)):
            article, *told = reading(number, publisher, "2018-08-06", kind=Kind.MEETING)
            writer.add_article(article, None, told)
    (event,) = ledger.events()
    assert list(ledger.outlines()) == [
        Outline(
            event_id=event.id,
            type="CONSULT",
            kind="meeting",
            status="happened",
            actors=("CHL", "PER"),
            recipients=(),
            symmetric=True,
            first_day="2018-08-06",
            last_day="2018-08-06",
            dated=True,
            confidence=event.confidence,
            goldstein=None,
            sources=("Arica Times", "Ludlow Post", article.id),
            reports=3,
            disputed=(),
        )
    ]


def test_disputed_fields_are_named(ledger):
    with ledger.writer(run_of(), Reconciler()) as writer:
        for number, status in enumerate(("happened", "denied", "happened")):
            article, *told = reading(number, f"P{number}", "2018-08-06", kind=Kind.MEETING, status=status)
            writer.add_article(article, None, told)
    assert [told.disputed for told in ledger.outlines()] == [("status",)]


def test_an_undated_event_lies_on_the_day_of_its_report(ledger, add):
    add(reading(0, "Ludlow Post", None))
    (told,) = ledger.outlines()
    assert (told.first_day, told.dated) == ("2018-08-08", False)


def test_a_row_is_outlined_with_its_score_and_its_format(ledger):
    _, mention = reading(0, None, "2018-05")
    row(ledger, mention)
    (told,) = ledger.outlines()
    assert (told.event_id, told.goldstein, told.sources, told.reports) == (mention.id, -4.0, ("icews",), 1)
    assert (told.first_day, told.last_day) == ("2018-05-01", "2018-05-31")


@pytest.mark.parametrize("code", [None, ""])
def test_the_score_of_a_row_without_a_cameo_code_is_no_goldstein_value(ledger, code):
    row(ledger, reading(0, None, "2018-05")[1], code)
    assert [told.goldstein for told in ledger.outlines()] == [None]


def test_outlines_are_filtered_and_ordered_as_known_events_are(ledger, add):
    add(reading(0, "A", "2018-08-06"), reading(1, "A", "2018-07-06", status="planned"))
    row(ledger, reading(2, None, "2018-07-20")[1])
    for filters in ({}, {"status": "planned"}, {"between": ("CHL", "PER"), "since": "2018-07-15"}, {"state": "IND"}):
        assert [t.event_id for t in ledger.outlines(**filters)] == [e.event_id for e in ledger.known(**filters)]


def test_coverage_counts_articles_and_rows_by_date(path, add, ledger):
    add(reading(0, "A", "2018-08-06"), reading(1, "A", "2018-07-06"), (article_of("No date."),))
    row(ledger, reading(2, None, "2018-05")[1])
    with sanudo.open(path) as read:
        assert read.coverage() == (
            Coverage("2018-05-01", "2018-05-31", 0, 1),
            Coverage("2018-08-08", "2018-08-08", 2, 0),
            Coverage(None, None, 1, 0),
        )
