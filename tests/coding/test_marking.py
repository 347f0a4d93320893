from dataclasses import dataclass

from sanudo.coding.marking import CLS, NUMBERED, SENTENCE_TOKENS, SEP, mark


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
    marked = mark(words("Peru told Chile so"), [((0, 4),), ((10, 15),)])
    a, b = NUMBERED.pairs[:2]
    assert marked.ids == (CLS, a[0], 1000, a[1], 1001, b[0], 1002, b[1], 1003, SEP)
    assert marked.opens == ((1,), (5,))
    assert set(marked.segments) == {0}


def test_one_word_may_stand_for_both() -> None:
    marked = mark(words("both agreed"), [((0, 4),), ((0, 4),)])
    assert marked.opens == ((1,), (2,))


def test_the_context_comes_after_in_its_own_segment() -> None:
    marked = mark(words("they agreed"), [(), ()], words("Peru met Chile"), [((0, 4),), ()])
    assert marked.segments == (0, 0, 0, 0, 1, 1, 1, 1, 1, 1)
    assert marked.ids[marked.opens[0][0]] == NUMBERED.pairs[0][0]
    assert marked.opens[1] == ()


def test_a_long_sentence_is_cut_around_its_marks() -> None:
    text = " ".join(["word"] * 1000 + ["Peru", "met", "Chile"])
    at = text.index("Peru")
    marked = mark(words(text), [((at, at + 4),), ((at + 9, at + 14),)])
    assert len(marked.ids) == SENTENCE_TOKENS + 4 + 2
    assert 2002 in marked.ids
