from dataclasses import dataclass

from sanudo.coding.marking import CLS, MOST_TOKENS, NUMBERED, SENTENCE, SENTENCE_TOKENS, SEP, mark


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
    marked = mark([words("Peru told Chile so")], [(((0, 4),), ((10, 15),))])
    a, b = NUMBERED.pairs[:2]
    assert marked.ids == (CLS, SENTENCE, a[0], 1000, a[1], 1001, b[0], 1002, b[1], 1003, SEP)
    assert marked.opens == (((2,), (6,)),)
    assert marked.bounds == ((1, 10),)
    assert marked.origins[3] == (0, 4)
    assert set(marked.segments) == {0}


def test_one_word_may_stand_for_both() -> None:
    marked = mark([words("both agreed")], [(((0, 4),), ((0, 4),))])
    assert marked.opens == (((2,), (3,)),)


def test_context_comes_first_in_its_own_segment_and_names_who_is_meant() -> None:
    marked = mark([words("Peru met Chile"), words("they agreed")], [(((0, 4),), ((9, 14),)), ((), ())], fresh=1)
    assert marked.segments == (1,) * 9 + (0,) * 4
    assert marked.places(1, 0) == marked.places(0, 0) == (2,)
    assert marked.ids[marked.places(1, 1)[0]] == NUMBERED.pairs[1][0]


def test_a_party_that_is_named_nowhere_has_no_place() -> None:
    assert mark([words("they agreed")], [((), ())]).places(0, 1) == ()


def test_a_long_sentence_is_cut_around_its_marks() -> None:
    text = " ".join(["word"] * 1000 + ["Peru", "met", "Chile"])
    at = text.index("Peru")
    marked = mark([words(text)], [(((at, at + 4),), ((at + 9, at + 14),))])
    assert len(marked.ids) == SENTENCE_TOKENS + 4 + 3
    assert 2002 in marked.ids


def test_no_input_is_longer_than_the_encoder_can_take() -> None:
    text = " ".join(["Peru"] * 400)
    spans = tuple((at, at + 4) for at in range(0, len(text), 5))
    marked = mark([words(text)] * 9, [(spans,)] * 9)
    assert len(marked.ids) <= MOST_TOKENS
    assert all(start + 1 < end for start, end in marked.bounds)
    assert all(marked.shows(at, 0) for at in range(9))


def test_what_is_lost_in_cutting_is_not_shown() -> None:
    spans = tuple((at, at + 4) for at in range(0, 40, 5))
    marked = mark([words("Peru Peru Peru Peru Peru Peru Peru Peru")] * 60, [(spans,)] * 60)
    assert len(marked.ids) == MOST_TOKENS
    assert marked.shows(0, 0)
    assert not marked.shows(59, 0)
