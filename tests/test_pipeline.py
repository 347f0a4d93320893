"""The whole way through, with the packaged model."""

from pathlib import Path

import pytest

from sanudo.codebook import EVENT_TYPES
from sanudo.pipeline import Coded, code_article, code_many, relate
from sanudo.read import article_from_text, read_sources
from sanudo.read.offsets import to_source
from sanudo.records import Article, EventMention, Status

ROOT = Path(__file__).resolve().parent.parent
REPORTS = ROOT.parent / "shared" / "reports"


def examples() -> list[Article]:
    return [item for item in read_sources([ROOT / "examples"]) if isinstance(item, Article)]


@pytest.fixture(scope="module")
def coded() -> list[Coded]:
    return [code_article(article) for article in examples()]


def all_hold(coded: Coded) -> None:
    text = coded.article.text
    for mention in coded.mentions:
        assert mention.evidence
        for evidence in mention.evidence:
            assert evidence.text == text[evidence.start : evidence.end]
            assert evidence.text.strip() == evidence.text != ""
        for party in mention.actors + mention.recipients:
            assert party.text == text[party.start : party.end]
        if mention.attribution:
            said = mention.attribution
            assert text[said.start : said.end].lower() == said.text.lower()
        assert mention.type in EVENT_TYPES
        assert 0 < mention.confidence <= 1
        assert len({(p.state, p.name) for p in mention.actors + mention.recipients}) >= 2
        assert mention.coder
        assert mention.model


def test_every_value_of_the_examples_stands_in_the_text(coded: list[Coded]) -> None:
    assert sum(len(c.mentions) for c in coded) > 30
    for each in coded:
        all_hold(each)


def test_every_value_of_the_sample_reports_stands_in_the_text() -> None:
    paths = sorted(REPORTS.glob("*.txt"))
    if not paths:
        pytest.skip("../shared/reports is not here")
    for path in paths:
        all_hold(code_article(article_from_text(path.read_text(encoding="utf-8"))))


def test_evidence_is_given_in_the_source_too(coded: list[Coded]) -> None:
    for each in coded:
        for mention in each.mentions:
            for evidence in mention.evidence:
                span = to_source(each.article.segments, evidence.start, evidence.end)
                assert (span or (None, None)) == (evidence.source_start, evidence.source_end)
    placed = [e.source_start for c in coded for m in c.mentions for e in m.evidence]
    assert sum(start is not None for start in placed) > 0.9 * len(placed)


def test_an_article_that_is_not_english_is_not_coded(coded: list[Coded]) -> None:
    refused = [c for c in coded if c.article.language == "fr"]
    assert [(c.mentions, bool(c.refusals)) for c in refused] == [((), True)]


def test_comments_and_menus_of_a_page_are_not_coded(coded: list[Coded]) -> None:
    words = " ".join(e.text for c in coded for m in c.mentions for e in m.evidence)
    assert "Russian invasion of our classrooms" not in words
    assert "kiosks" not in words


def test_one_process_or_two_read_the_same() -> None:
    some = examples()[:4]
    assert [c.mentions for c in code_many(some)] == [c.mentions for c in code_many(some, jobs=2)]


def mentions(text: str, published: str | None = None) -> tuple[EventMention, ...]:
    return code_article(article_from_text(text, published=published)).mentions


def test_a_plain_signing() -> None:
    (signing,) = mentions("Chile and Peru signed a defence agreement in Lima on 4 March 2019.")
    assert {p.state for p in signing.actors + signing.recipients} == {"CHL", "PER"}
    assert (signing.type, signing.kind, signing.status) == ("SUPPORT", "agreement", Status.HAPPENED)
    assert signing.when == "2019-03-04"
    assert signing.where is not None
    assert signing.where.country == "PER"


def test_who_accuses_whom() -> None:
    (accusation,) = mentions("Kenya accused Somalia of moving the border posts.")
    assert [p.state for p in accusation.actors] == ["KEN"]
    assert [p.state for p in accusation.recipients] == ["SOM"]
    assert accusation.type == "ACCUSE"


def test_two_states_and_no_event() -> None:
    assert mentions("Norway, which borders Sweden, has a long coast.") == ()


def test_text_of_nothing_and_of_noise() -> None:
    for text in (
        "",
        "   \n\n",
        "a" * 1_000_000,
        "Russia " * 20_000,
        "\u202eRussia\u202c 🙂 met \x00 China \x07" * 50,
        "RUSSIA AND CHINA MET",
    ):
        all_hold(code_article(article_from_text(text)))


def test_relate_answers_with_one_of_sixteen_types() -> None:
    text = "Chile has condemned the attack by Peru."
    type_, scores = relate(text, (0, 5), (34, 38))
    assert type_ == "ACCUSE"
    assert set(scores) == set(EVENT_TYPES)
    assert sum(scores.values()) == pytest.approx(1, abs=1e-4)
    assert relate(text, (0, 5), None)[0] in EVENT_TYPES
