from sanudo.coding.candidates import MOST_IMPLIED, MOST_NAMED, REACH, Window, windows
from sanudo.parse import parse
from sanudo.records import Sentence
from tests.build import article_of


def words(sentence: Sentence) -> int:
    return (sentence.end - sentence.start) // 5


def read(text: str, room: int = 160) -> list[Window]:
    return list(windows(parse(article_of(text)), words, room))


def pairs(text: str, room: int = 160) -> list[tuple[int, str, str]]:
    """The sentence (from its start) and the parties of every pair."""
    return [
        (window.sentences[place].start, window.parties[a], window.parties[b])
        for window in read(text, room)
        for place, among in enumerate(window.pairs)
        for a, b in among
    ]


def test_every_pair_of_a_sentence_in_order_of_mention() -> None:
    assert pairs("Peru told Chile about Cuba.") == [(0, "PER", "CHL"), (0, "PER", "CUB"), (0, "CHL", "CUB")]


def test_a_party_alone_is_paired_with_those_named_before() -> None:
    assert pairs("Peru wrote to Chile. Chile answered.")[1:] == [(21, "CHL", "PER")]


def test_where_no_party_is_named_those_before_may_be_meant() -> None:
    assert pairs("Peru wrote to Chile. An answer came at once.")[1:] == [(21, "PER", "CHL")]


def test_a_sentence_that_names_parties_is_not_read_for_two_others() -> None:
    assert (27, "PER", "CHL") not in pairs("Peru wrote to Chile today. Cuba looked on.")


def test_groups_are_told_apart_by_name_and_paired_with_states_only() -> None:
    found = pairs("Iran armed Hamas and Hezbollah.")
    assert found == [(0, "IRN", "NSA:Hamas"), (0, "IRN", "NSA:Hezbollah")]


def test_a_group_is_not_meant_where_it_is_not_named() -> None:
    assert pairs("Iran and Iraq armed Hamas. Cuba looked on.")[3:] == [(27, "CUB", "IRN"), (27, "CUB", "IRQ")]


def test_both_sides_stand_for_both() -> None:
    assert pairs("Peru met Chile. Both sides agreed.")[1] == (16, "CHL", "PER")


def test_long_lists_are_cut() -> None:
    names = "Peru, Chile, Cuba, Brazil, Bolivia, Ecuador, Colombia, Panama, Mexico, Canada and Haiti voted."
    assert len(pairs(names)) == MOST_NAMED * (MOST_NAMED - 1) // 2
    assert len(pairs(f"{names} Japan voted too.")) == MOST_NAMED * (MOST_NAMED - 1) // 2 + MOST_IMPLIED


def test_sentences_far_from_any_party_are_not_read() -> None:
    found = read("Peru met Chile. " + "It rained. " * (REACH + 3))
    assert [len(w.sentences) for w in found] == [1 + REACH]
    assert read("It rained. " * 9) == []


def test_no_sentence_is_read_twice_and_context_comes_before() -> None:
    text = "Peru met Chile. " + "Cuba thanked Chile for the ship. " * 30
    found = read(text, room=40)
    fresh = [s for w in found for s in w.sentences[w.fresh :]]
    assert fresh == list(parse(article_of(text)).sentences)
    assert all(w.sentences[0].start == 0 for w in found)  # the lead
    assert all(w.pairs[: w.fresh] == ((),) * w.fresh for w in found)
    assert all(sum(map(words, w.sentences[w.fresh :])) <= 40 for w in found)


def test_spans_count_from_the_start_of_their_sentence() -> None:
    (window,) = read("It rained. Peru met Chile.")
    assert window.spans[-1] == (((0, 4),), ((9, 14),))
