from __future__ import annotations

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanudo.read.markup import fragment_text
from sanudo.read.offsets import identity, merged, take, to_source
from sanudo.read.text import Mapped, taken, tidied, titled
from sanudo.records import Segment

# "A’s B" out of "A&rsquo;s\n  B", with a title before it that has no place.
SEGMENTS = (Segment(5, 6, 10, 11), Segment(6, 7, 11, 18), Segment(7, 8, 18, 19), Segment(9, 10, 22, 23))


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (5, 6, (10, 11)),
        (6, 7, (11, 18)),
        (5, 8, (10, 19)),
        (5, 10, (10, 23)),
        (8, 9, None),
        (0, 5, None),
        (0, 6, (10, 11)),
        (9, 30, (22, 23)),
        (6, 6, None),
    ],
)
def test_to_source(start: int, end: int, expected: tuple[int, int] | None) -> None:
    assert to_source(SEGMENTS, start, end) == expected


def test_part_of_an_exact_segment() -> None:
    assert to_source((Segment(0, 10, 100, 110),), 3, 5) == (103, 105)


def test_empty_text_has_no_segments() -> None:
    assert identity("") == ()
    assert to_source((), 0, 1) is None


def test_merging_keeps_the_map() -> None:
    split = (Segment(0, 2, 5, 7), Segment(2, 4, 7, 9), Segment(4, 5, 9, 14), Segment(5, 6, 14, 15))
    assert merged(split) == (Segment(0, 4, 5, 9), Segment(4, 5, 9, 14), Segment(5, 6, 14, 15))


def test_taking_moves_a_stretch() -> None:
    assert tuple(take((Segment(0, 10, 100, 110),), 2, 6, 50)) == (Segment(50, 54, 102, 106),)


def assert_words_map(text: Mapped, source: str) -> None:
    """Every word of the text is the word that its place in the source spells."""
    at = 0
    for word in text.text.split():
        at = text.text.index(word, at)
        place = to_source(text.segments, at, at + len(word))
        assert place is not None
        assert unescape(source[place[0] : place[1]]) == word
        at += len(word)


_PROSE = st.lists(st.sampled_from(["Menu", "Share this:", "Leave a Reply", "Oman and Iran signed a gas accord on Monday, it said.", "", "  ", "Tehran agreed", "Related"]), max_size=12)  # fmt: skip


@given(_PROSE, st.sampled_from(["\n", "\r\n", "\n\n", "\r"]))
def test_words_of_tidied_text_map_to_the_source(lines: list[str], newline: str) -> None:
    source = newline.join(lines)
    assert_words_map(tidied(taken(source)), source)


_NODES = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<b>", "</b>", "<br>", "Oman ", "Iran’s", "&amp;", "&#8217;s", "caf&eacute;", " \n ", "x<!-- y -->z",
         "<script>no</script>", "<a href='>'>", "&nbsp;", "&bogus;", "&", "<", " < "]
    ),
    max_size=25,
)  # fmt: skip


@given(_NODES)
def test_words_of_markup_map_to_the_source(nodes: list[str]) -> None:
    source = "".join(nodes)
    text = fragment_text(source)
    plain = "".join(source[s.source_start : s.source_end] for s in text.segments)
    assert "".join(text.text.split()) == "".join(unescape(plain).split())


def test_a_title_without_a_place_has_no_segment() -> None:
    text = titled(taken("The two states signed a treaty."), "Treaty signed at last")
    assert text.text == "Treaty signed at last\n\nThe two states signed a treaty."
    assert to_source(text.segments, 0, 21) is None
    assert to_source(text.segments, 23, 26) == (0, 3)
