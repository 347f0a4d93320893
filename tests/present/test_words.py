"""Small English, and hostile text made harmless."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanudo.present.links import web_link
from sanudo.present.words import (
    confidence_words,
    counted,
    listing,
    named,
    one_line,
    party_in_sentence,
    party_label,
    place_in_sentence,
    place_label,
    source_name,
)
from sanudo.records import Participant, Place


@pytest.mark.parametrize(
    ("items", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_listing(items: list[str], text: str) -> None:
    assert listing(items) == text


def test_counted_agrees_with_its_number() -> None:
    assert [counted(n, "event") for n in (0, 1, 2)] == ["no events", "1 event", "2 events"]
    assert counted(2000, "event is", "events are") == "2,000 events are"


def test_names_take_their_article_in_a_sentence() -> None:
    assert [named(code) for code in ("USA", "PAK", "NAT", "EUR")] == [
        "the United States",
        "Pakistan",
        "NATO",
        "the European Union",
    ]


def test_a_body_takes_its_article_where_it_is_a_phrase() -> None:
    names = ["African Union", "Shanghai Cooperation Organisation", "ASEAN"]
    said = [party_in_sentence(Participant("IGO", name=name)) for name in names]
    assert said == ["the African Union", "the Shanghai Cooperation Organisation", "ASEAN"]
    assert party_in_sentence(Participant("NSA", name="Karen National Union")) == "Karen National Union"


@pytest.mark.parametrize(("confidence", "said"), [(0.4999, "0.49"), (0.29, "0.29"), (0.996, "0.99"), (1, "1.00")])
def test_confidence_is_never_rounded_up(confidence: float, said: str) -> None:
    assert confidence_words(confidence) == f"confidence {said}"


def test_a_group_goes_by_its_own_name() -> None:
    assert party_label(Participant("NSA", name="Taliban")) == "Taliban"
    assert party_label(Participant("RUS", name="Ivan Petrov")) == "Russia"


def test_place_names_its_state_once() -> None:
    assert place_label(Place("NLD", "The Hague")) == "The Hague, Netherlands"
    assert place_in_sentence(Place("NLD", "The Hague")) == "The Hague, the Netherlands"
    assert place_label(Place("SGP", "Singapore")) == "Singapore"
    assert place_label(Place(None, "Arabian Sea")) == "Arabian Sea"
    assert place_label(None) == ""


@pytest.mark.parametrize(
    ("origin", "name"),
    [
        ("/home/someone/private/a.txt", "a.txt"),
        ("feeds/b.xml#item 3", "b.xml, item 3"),
        ("c#4.txt", "c#4.txt"),
        ("C:\\clips\\d.html", "d.html"),
        ("clips/", "clips"),
        ("https://news.example/2018/e", "https://news.example/2018/e"),
        ("standard input", "standard input"),
        ("", ""),
    ],
)
def test_a_source_is_named_without_its_folder(origin: str, name: str) -> None:
    assert source_name(origin) == name


@given(st.text())
def test_one_line_can_be_shown_anywhere(text: str) -> None:
    line = one_line(text)
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in line)
    assert set(line).isdisjoint("\u202e\u2066\u200f")
    assert one_line(line) == line


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("http://example.org/a b>c", "http://example.org/a%20b%3Ec"),
        ("https://example.org/caf\u00e9", "https://example.org/caf%C3%A9"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("https:///nohost", None),
        ("http://[half", None),
        ("", None),
        (None, None),
    ],
)
def test_only_web_addresses_become_links(url: str | None, link: str | None) -> None:
    assert web_link(url) == link
