import itertools

from hypothesis import given
from hypothesis import strategies as st

from sanudo.parse.sentences import LONGEST, split


def texts(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split(text)]


def test_ranks_and_amounts_end_no_sentence() -> None:
    text = "Lt. Gen. Amin met Col. Gen. Orlov. The U.S. side paid $1.5 bn. on Jan. 3. Brig. (retd.) Sen left."
    assert texts(text) == [
        "Lt. Gen. Amin met Col. Gen. Orlov.",
        "The U.S. side paid $1.5 bn. on Jan. 3.",
        "Brig. (retd.) Sen left.",
    ]


def test_a_line_end_ends_a_sentence() -> None:
    assert texts("Ministers meet in Oslo\n\nThey talked. They left.\r\n") == [
        "Ministers meet in Oslo",
        "They talked.",
        "They left.",
    ]


def test_endless_lines_are_cut() -> None:
    assert max(map(len, texts("word " * 100_000))) <= LONGEST


@given(st.text(max_size=300))
def test_sentences_are_in_order_and_lose_only_white_space(text: str) -> None:
    spans = split(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    kept = "".join(text[s.start : s.end] for s in spans)
    assert "".join(kept.split()) == "".join(text.split())
