from dataclasses import dataclass

from sanudo.coding.marking import CLS, NEUTRAL, SENTENCE_TOKENS, SEP, Marks, mark


@dataclass
class Words:
    """A tokenizer's result with one id for each word, 1000 and up."""

    ids: list[int]
    offsets: list[tuple[int, int]]


def words(text: str) -> Words:
    spans, at = [], 0
    for word in text.split(" "):
        spans.append((at, at + len(word)))
        at += len(word) + 1
    return Words(list(range(1000, 1000 + len(spans))), spans)


def test_marks_enclose_their_words() -> None:
    marked = mark(words("Peru told Chile so"), Marks(((0, 4),), ((10, 15),)), None, Marks(), NEUTRAL)
    a, b = NEUTRAL.first, NEUTRAL.second
    assert marked.ids == (CLS, a[0], 1000, a[1], 1001, b[0], 1002, b[1], 1003, SEP)
    assert (marked.first, marked.second) == ((1,), (5,))
    assert set(marked.segments) == {0}


def test_one_word_may_stand_for_both() -> None:
    marked = mark(words("both agreed"), Marks(((0, 4),), ((0, 4),)), None, Marks(), NEUTRAL)
    assert (marked.first, marked.second) == ((1,), (2,))


def test_the_context_comes_after_in_its_own_segment() -> None:
    marked = mark(words("they agreed"), Marks(), words("Peru met Chile"), Marks(((0, 4),), ()), NEUTRAL)
    assert marked.segments == (0, 0, 0, 0, 1, 1, 1, 1, 1, 1)
    assert marked.ids[marked.first[0]] == NEUTRAL.first[0]


def test_a_long_sentence_is_cut_around_its_marks() -> None:
    text = " ".join(["word"] * 1000 + ["Peru", "met", "Chile"])
    at = text.index("Peru")
    marked = mark(words(text), Marks(((at, at + 4),), ((at + 9, at + 14),)), None, Marks(), NEUTRAL)
    assert len(marked.ids) == SENTENCE_TOKENS + 4 + 2
    assert 2002 in marked.ids
