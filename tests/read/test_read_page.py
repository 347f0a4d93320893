from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanudo.read.align import align
from sanudo.read.markup import fragment_text, visible
from sanudo.read.offsets import to_source
from sanudo.read.page import Page, read_page
from sanudo.records import Reason, Refusal

PARAGRAPHS = (
    "<p>South Africa&rsquo;s navy began a three-day exercise with Russia &amp; China off Cape Town on Monday, the"
    " defence\n   force said in a statement <a href='/x'>issued</a>, in <b>Pre</b>toria.</p>\r\n"
    "<p>The drill is the first of its kind.<br>Officials said that it had been planned for months.</p>"
    "<ul><li>Russia sent a frigate and a tanker to the exercise</li><li>China sent one ship</li></ul>"
    "<h2>What comes next</h2>"
    "<p>The ships leave on Saturday for Durban, for a port call that officials describe as routine, she said.</p>"
)
BROADCASTER = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Three navies meet off the Cape | Harbour Post</title>
<meta property="og:site_name" content="Harbour Post"><meta name="author" content="A Reporter">
<meta property="article:published_time" content="2019-11-27T23:30:00-03:00">
<script>var x = "<p>not text</p>";</script><style>p {{ color: red }}</style></head>
<body><nav><a href="/">Home</a> <a href="/w">World</a></nav>
<main><article><h1>Three navies meet off the Cape</h1><p class="byline">By A. Reporter</p>
{PARAGRAPHS}<p>Share this: Facebook Twitter</p></article></main>
<aside><h3>Related</h3><a href="/1">Other ships</a></aside>
<section class="comments"><h3>Leave a Reply</h3><p>A reader says that this is good news for the whole coast.</p></section>
<footer>&copy; 2019 Harbour Post</footer></body></html>"""
OLD_PAGE = f"""<html><head><title>Notices</title></head><body>
<table><tr><td><a href="/">Home</a> | <a href="/d">Defence</a></td></tr></table>
<h2>Record of the first naval exercise</h2><p>Pretoria, 27 November 2019</p>{PARAGRAPHS}</body></html>"""
BLOG = f"""<html><head><title>Cape Notes</title>
<script type="application/ld+json">{{"@type": "BlogPosting", "datePublished": "2019-11-27T08:00:00+02:00",
"author": {{"name": "Cape Notes"}}, broken json</script></head>
<body><div class="post"><h1>Cape Notes</h1><h2 class="entry-title">A quiet week, and then three navies</h2>
<div class="entry">{PARAGRAPHS}</div></div></body></html>"""


def page_of(source: str) -> Page:
    page = read_page(source)
    assert isinstance(page, Page)
    return page


def test_article_and_metadata() -> None:
    page = page_of(BROADCASTER)
    assert page.title == "Three navies meet off the Cape"
    assert page.publisher == "Harbour Post"
    assert page.author == "A Reporter"
    assert page.date == "2019-11-27T23:30:00-03:00"


@pytest.mark.parametrize("source", [BROADCASTER, OLD_PAGE, BLOG], ids=["broadcaster", "old page", "blog"])
def test_main_text_is_kept_and_furniture_cut(source: str) -> None:
    text = page_of(source).text.text
    for kept in ("issued, in Pretoria.", "Russia & China", "first of its kind.\nOfficials", "as routine, she said."):
        assert kept in text
    for cut in ("Home", "Share this", "Leave a Reply", "A reader says", "Other ships", "©", "not text", "color"):
        assert cut not in text


def test_title_is_the_first_line_once() -> None:
    text = page_of(BROADCASTER).text.text
    assert text.startswith("Three navies meet off the Cape\n\nSouth Africa")
    assert text.count("Three navies meet") == 1


@pytest.mark.parametrize(
    ("source", "title"),
    [(OLD_PAGE, "Record of the first naval exercise"), (BLOG, "A quiet week, and then three navies")],
)
def test_a_title_that_names_the_site_gives_way_to_the_headline(source: str, title: str) -> None:
    page = page_of(source)
    assert page.title == title
    assert page.text.text.startswith(f"{title}\n\n")


@pytest.mark.parametrize("source", [BROADCASTER, OLD_PAGE, BLOG, BROADCASTER.replace("\n", "\r\n")])
def test_every_word_maps_to_its_place_in_the_source(source: str) -> None:
    text = page_of(source).text
    at = 0
    for word in text.text.split():
        at = text.text.index(word, at)
        place = to_source(text.segments, at, at + len(word))
        assert place is not None
        assert unescape(re.sub(r"</?[ab]\b[^>]*>", "", source[slice(*place)])) == word
        at += len(word)


def test_date_in_linked_data_is_read_though_the_json_is_broken() -> None:
    assert page_of(BLOG).date == "2019-11-27T08:00:00+02:00"


@pytest.mark.parametrize(
    "tag",
    [
        '<meta itemprop="datePublished" content="2019-11-27">',
        '<meta name="DC.date.issued" content="2019-11-27">',
        '<time class="entry-date" datetime="2019-11-27">yesterday</time>',
        '<time pubdate datetime="2019-11-27"></time>',
    ],
)
def test_other_ways_to_state_a_date(tag: str) -> None:
    assert page_of(OLD_PAGE.replace("<body>", f"<body>{tag}")).date == "2019-11-27"


def test_date_printed_on_the_page_is_in_its_head() -> None:
    page = page_of(OLD_PAGE)
    assert page.date is None
    assert "27 November 2019" in page.head


@pytest.mark.parametrize(
    "source",
    [
        "<html><body><nav><a href='/'>Home</a><a href='/w'>World</a></nav><footer>Contact</footer></body></html>",
        "<html></html>",
        "<html><body><p>404</p></body></html>",
        "<html><body>" + "<div>" * 50_000 + "deep" + "</div>" * 50_000 + "</body></html>",
    ],
)
def test_pages_without_an_article_are_refused(source: str) -> None:
    found = read_page(source)
    assert isinstance(found, Refusal)
    assert found.reason is Reason.NO_TEXT


def test_pages_of_endless_tags_are_refused() -> None:
    found = read_page("<html><body>" + "<a href='x'>y</a>" * 100_000)
    assert isinstance(found, Refusal)
    assert found.reason is Reason.TOO_LONG


def test_nothing_outside_the_page_is_read(tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("outside") / "secret.txt"
    secret.write_text("a secret of this machine", encoding="utf-8")
    source = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]><html><body><p>&x;</p>{PARAGRAPHS}</body></html>'
    assert "secret of" not in page_of(source).text.text


def test_characters_that_the_extractor_changes_are_taken_from_the_page() -> None:
    source = OLD_PAGE.replace("is the first of", "isn&#146;t the &#150; first of").replace(
        "Officials", "Offi&shy;cials"
    )
    text = page_of(source).text.text
    assert "The drill isn’t the – first of its kind.\nOfficials said" in text


def test_hostile_markup_is_scanned_in_one_pass() -> None:
    for piece in ("<!--", "<a href='", '<a b="', "<script>", "&", "&#", "</", "<p", "<![CDATA["):
        visible("<p>" + piece * 200_000)


@given(st.lists(st.sampled_from(["<p>", "</p>", "<!--", "-->", "<script>", "</script>", "<a x='", "'>", "a b.", "&amp;", "\0", "é", "<", ">"]), max_size=40))  # fmt: skip
def test_any_markup_is_read(nodes: list[str]) -> None:
    source = "".join(nodes)
    fragment_text(source)
    assert isinstance(read_page(f"<html><body>{source}</body></html>"), Page | Refusal)


def test_lines_are_found_whatever_their_white_space() -> None:
    chars = "HomeOmansignedthelonggasaccordwithIraninMuscatonMonday.OmanChina"
    lines = ["Oman signed the long gas accord with Iran in Muscat on Monday.", "China"]
    assert [chars[a:b] for a, b in align(lines, chars)] == ["".join(line.split()) for line in lines]


def test_a_line_with_a_part_missing_is_found_in_pieces() -> None:
    chars = "TheministersmetinMuscat[1]onMondaytosignthelonggasaccord."
    found = align(["The ministers met in Muscat on Monday to sign the long gas accord."], chars)
    assert "".join(chars[a:b] for a, b in found) == chars.replace("[1]", "")
    assert found == sorted(found)


def test_short_lines_are_sought_between_the_long_ones() -> None:
    long = "The ministers of both states met in Muscat on Monday."
    chars = "".join(f"World {long} World".split())
    assert align([long, "World"], chars) == [(5, len(chars) - 5), (len(chars) - 5, len(chars))]
