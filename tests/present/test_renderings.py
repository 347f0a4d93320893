"""Briefs as Markdown and HTML: nothing that a report says can become markup."""

import re
from html.parser import HTMLParser

import pytest
from build import article_of, mention_of
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sanudo.details import Meeting, Stated
from sanudo.present import html, markdown
from sanudo.present.brief import build_brief
from sanudo.present.pieces import Brief
from sanudo.records import Attribution, Event, Kind, Participant, ReadProblem, Reason, Refusal, Status

HOSTILE = "<script>alert(1)</script> [x](javascript:y) **b** `c` | # d ![i](http://e.example/i.png) \x1b[31m\u202e"
_COMMONMARK = MarkdownIt("commonmark").enable("table")


def brief_with(text: str, url: str | None = None) -> Brief:
    """A brief in which this text stands wherever a report's words can."""
    article = article_of(
        f"Russia, Pakistan: {text}",
        title=text,
        publisher=text,
        author=text,
        origin=text,
        url=url,
        published="2018-08-08",
    )
    mention = mention_of(
        article,
        "CONSULT",
        "RUS:Russia PAK:Pakistan",
        kind=Kind.MEETING,
        attribution=Attribution(text, text, 0, 1),
        detail=Meeting(topics=(Stated(text, text, 0, 1),), outcome=Stated(text, text, 0, 1)),
    )
    people = (Participant("RUS", None, text), Participant("NSA", None, text))
    events = (
        Event(
            "e1:a", (mention.id,), "CONSULT", Kind.MEETING, people, (), True, Status.HAPPENED, 0.9, when="2018-08-07"
        ),
        Event("e1:b", (mention.id,), "CONSULT", Kind.VISIT, people, (), False, Status.PLANNED, 0.9, when=text),
    )
    problem = ReadProblem(text, Refusal(Reason.BAD_FORMAT, note=text))
    return build_brief(events, [mention], [article], problems=[problem], program=text)


class _Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_html_shows_hostile_text_and_obeys_none_of_it() -> None:
    page = _Page(html.render(brief_with(HOSTILE, "javascript:alert(1)")))
    assert {tag for tag, _ in page.tags} & {"script", "img", "iframe", "b ", "code"} == set()
    addresses = [attrs["href"] for tag, attrs in page.tags if tag == "a"]
    assert all(address and address.startswith("#") for address in addresses)
    assert any("<script>alert(1)</script>" in words for words in page.words)
    assert not any(on.startswith("on") for _, attrs in page.tags for on in attrs)


def test_html_fetches_nothing_and_needs_no_script() -> None:
    text = html.render(brief_with("plain", "https://example.org/a"))
    page = _Page(text)
    assert {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe", "object"} == set()
    assert "url(" not in text
    assert "@import" not in text
    assert ("a", {"href": "https://example.org/a", "rel": "noopener noreferrer nofollow"}) in page.tags


def test_html_anchors_lead_somewhere() -> None:
    page = _Page(html.render(brief_with("plain")))
    ids = {attrs["id"] for _, attrs in page.tags if "id" in attrs}
    used = {(attrs["href"] or "")[1:] for tag, attrs in page.tags if tag == "a"}
    assert used
    assert used <= ids


def test_markdown_shows_hostile_text_and_obeys_none_of_it() -> None:
    text = markdown.render(brief_with(HOSTILE, "javascript:alert(1)"))
    page = _Page(_COMMONMARK.render(text))
    assert {tag for tag, _ in page.tags} & {"script", "img", "code", "a"} == set()
    assert any("<script>alert(1)</script>" in words for words in page.words)
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_markdown_links_to_the_web_address_only() -> None:
    page = _Page(_COMMONMARK.render(markdown.render(brief_with("plain", "https://example.org/a_(b)"))))
    assert [attrs["href"] for tag, attrs in page.tags if tag == "a"] == ["https://example.org/a_%28b%29"]


@given(st.text(alphabet=st.sampled_from("ab 1.)(#+-=_*`~<>&[]!|\\\n$:/@wh"), max_size=30))
def test_markdown_of_an_escaped_text_is_the_text(text: str) -> None:
    shown = _COMMONMARK.render(markdown.escape(text))
    page = _Page(shown)
    assert [tag for tag, _ in page.tags] in ([], ["p"])
    assert "".join(page.words).strip() == re.sub(r"\s+", " ", text).strip()


@pytest.mark.parametrize("text", ["http://a.example", "www.a.example", "see HTTPS://a.example", "a@b.example"])
def test_markdown_breaks_addresses_that_renderers_link_by_themselves(text: str) -> None:
    assert not re.search(r"https?:|www\.|[^\\]@", markdown.escape(text))


def test_markdown_table_has_a_row_for_each_encounter() -> None:
    page = _Page(_COMMONMARK.render(markdown.render(brief_with("a|b"))))
    assert [tag for tag, _ in page.tags].count("tr") == 2
    assert [tag for tag, _ in page.tags].count("td") == 6


def test_both_say_that_undated_events_are_undated() -> None:
    brief = brief_with("some day")
    assert "Without a date, in the order of their reports:" in markdown.render(brief)
    assert "Without a date, in the order of their reports:" in html.render(brief)


def test_empty_brief_renders() -> None:
    brief = build_brief([], [], [], states=("PAK", "RUS"))
    assert markdown.render(brief).startswith("<!-- Made by Sanudo -->\n\n# Pakistan and Russia\n")
    assert "<h1>Pakistan and Russia</h1>" in html.render(brief)
    assert "no event between Pakistan and Russia" in markdown.render(brief)
