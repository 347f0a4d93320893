from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sanudo.read.text import taken, tidied
from sanudo.read.units import units

WRAPPED = """The two ministries said in a statement that the
treaty would be signed in the spring, and that it
would be open to other states of the region.

A second paragraph follows it here, and this one
Lisbon wrapped so that a line starts with a name
and ends in the middle of a sentence, as it does.
"""


def test_lines_are_units_with_exact_offsets() -> None:
    text = "One line\r\n\r\n  Another line \r\nthird"
    assert [(u.text, u.after_blank) for u in units(text)] == [
        ("One line", False),
        ("Another line", True),
        ("third", False),
    ]
    assert all(text[u.start : u.end] == u.text for u in units(text))


def test_wrapped_paragraphs_are_joined() -> None:
    first, second = units(WRAPPED)
    assert first.text.endswith("that it would be open to other states of the region.")
    assert second.text.startswith("A second paragraph follows it here, and this one Lisbon wrapped")


def test_lists_of_short_lines_are_not_joined() -> None:
    assert len(units("Home\nabout us\nour work\nthe people")) == 4


def test_what_ends_like_a_sentence() -> None:
    ends = {"He left.": True, "“He left.”": True, "He left. (Reuters)": True, "He left": False, "Follow us on:": False}
    assert {text: units(text)[0].stops for text in ends} == ends


def test_a_windows_line_break_is_no_blank_line() -> None:
    assert tidied(taken("The first line of it.\r\nThe second line of it.")).text == (
        "The first line of it.\nThe second line of it."
    )


@given(st.text(alphabet=st.sampled_from("ab. \n\r\t"), max_size=300))
def test_units_cover_all_but_white_space(text: str) -> None:
    rest = list(text)
    for unit in units(text):
        rest[unit.start : unit.end] = " " * (unit.end - unit.start)
    assert "".join(rest).strip() == ""
