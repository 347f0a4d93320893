"""What `explain` says of an event."""

from dataclasses import replace
from typing import Any

from build import article_of, mention_of

from sanudo.present.eventwords import Around
from sanudo.present.explain import explain
from sanudo.records import (
    Basis,
    Event,
    EventMention,
    Kind,
    PublishedBasis,
    Reason,
    Refusal,
    WhenBasis,
)

ARTICLE = article_of(
    f"{'Before. ' * 40}Russia and Pakistan signed a pact on Tuesday.{' After.' * 40}",
    title="A pact",
    publisher="The Wire",
    published="2018-08-08",
    published_basis=PublishedBasis.DATELINE,
    url="https://example.org/pact",
    origin="reports/pact.html",
)
WORDS = "Russia and Pakistan signed a pact on Tuesday"
AT = ARTICLE.text.index("on Tuesday")


def mention(**fields: Any) -> EventMention:
    values = {
        "kind": Kind.AGREEMENT,
        "when": "2018-08-07",
        "when_basis": WhenBasis.RELATIVE,
        "basis": (
            Basis("type", "the encoder gives SUPPORT 0.91"),
            Basis("when", "the Tuesday before publication", AT, AT + 10),
        ),
        "refusals": (Refusal(Reason.NOT_STATED, "where"), Refusal(Reason.UNKNOWN_NAME, "office", "no such body")),
        **fields,
    }
    return mention_of(ARTICLE, "SUPPORT", "RUS:Russia PAK:Pakistan", evidence=WORDS, **values)


def told(**fields: Any) -> str:
    found = mention(**fields)
    return explain(found, [found], {ARTICLE.id: ARTICLE})


def test_the_words_stand_in_their_context_marked() -> None:
    text = told()
    assert "\n  | … Before." in text
    assert "After. …\n" in text
    assert f"Before. >>{WORDS}<<. After." in " ".join(text.replace("\n  | ", " ").split())


def test_paragraphs_of_the_context_stay_apart() -> None:
    article = article_of("Why it matters\n\nRussia met Pakistan.\n\nIt rained.")
    found = mention_of(article, "CONSULT", "RUS:Russia PAK:Pakistan", evidence="Russia met Pakistan.")
    text = explain(found, [found], {article.id: article})
    assert "\n  | Why it matters\n  | >>Russia met Pakistan.<<\n  | It rained.\n" in text


def test_lines_are_as_long_as_asked() -> None:
    found = mention()
    lengths = {
        width: max(map(len, explain(found, [found], {ARTICLE.id: ARTICLE}, width=width).splitlines()))
        for width in (60, 80)
    }
    assert 50 < lengths[60] <= 64  # the marks come when the lines are broken
    assert 70 < lengths[80] <= 84


def test_another_mark_can_be_used() -> None:
    found = mention()
    text = explain(found, [found], {ARTICLE.id: ARTICLE}, mark=lambda words: f"<b>{words}</b>")
    assert "<b>Russia and Pakistan" in text
    assert ">>" not in text


def test_the_source_with_its_date_and_its_offsets() -> None:
    text = told()
    start = ARTICLE.text.index(WORDS)
    end = start + len(WORDS)
    assert "The Wire: A pact" in text
    assert "8 August 2018 (date from the dateline)" in text
    assert "https://example.org/pact [reports/pact.html]" in text
    assert f"characters {start} to {end} of the cleaned text; {start} to {end} of its source" in text


def test_each_value_says_how_it_came_about() -> None:
    text = told()
    flat = " ".join(text.split())
    assert "SUPPORT: signs, ratifies" in text
    assert "- the encoder gives SUPPORT 0.91" in text
    assert "2018-08-07 = 7 August 2018" in text
    assert "date worked out from the report's words; the Tuesday before publication (“on Tuesday”)" in flat
    assert "direction none: nobody leads" in flat
    again = " ".join(told(basis=(Basis("when", "“on Tuesday”, seen from 2018-08-08", AT, AT + 10),)).split())
    assert "“on Tuesday”, seen from 2018-08-08 where" in again
    assert "hand, model none" in text
    assert "confidence 0.90" in text


def test_an_empty_field_says_why() -> None:
    lines = told().splitlines()
    where = next(i for i, line in enumerate(lines) if line.split() == ["where", "none"])
    assert lines[where + 1].strip() == "- empty: not stated"
    assert "- empty: no such body" in told()
    assert not any(line.split()[:1] == ["mode"] for line in lines)


def test_an_event_lists_all_its_mentions() -> None:
    one, two = mention(), mention(when=None, when_basis=None)
    event = Event("e1:a", (one.id, two.id), "SUPPORT", Kind.AGREEMENT, one.actors, (), True, one.status, 0.9)
    text = explain(event, [one, two], {ARTICLE.id: ARTICLE})
    assert text.startswith("Russia and Pakistan signed an agreement.\ne1:a, 2 mentions\n")
    assert text.index(one.id) < text.index(two.id)


def test_an_agency_is_named_beside_the_papers_that_print_it() -> None:
    one = mention()
    event = Event("e1:a", (one.id,), "SUPPORT", Kind.AGREEMENT, one.actors, (), True, one.status, 0.9)
    event = replace(event, article_ids=(ARTICLE.id,))
    known = {ARTICLE.id: ARTICLE}
    assert "The Wire after PTI." in explain(event, [one], known, around=Around(agencies={ARTICLE.id: "PTI"}))
    own = {ARTICLE.id: replace(ARTICLE, publisher="PTI")}
    assert "after PTI" not in explain(event, [one], own, around=Around(agencies={ARTICLE.id: "PTI"}))


def test_hostile_words_cannot_steer_the_terminal() -> None:
    article = article_of("Russia \x1b[31m\x02met\x03\u202e Pakistan", title="\x1b]0;x\x07", publisher="P")
    found = mention_of(article, "CONSULT", "RUS:Russia PAK:Pakistan", kind=Kind.MEETING)
    text = explain(found, [found], {article.id: article})
    assert set(text).isdisjoint("\x1b\x02\x03\x07\u202e")
    assert ">>Russia [31mmet Pakistan<<" in text
