from sanudo.coding.attributed import on_whose_word
from sanudo.records import Attribution, Parse, Sentence

TEXT = "Kamau said Kenya would send aid, Radio Lilongwe reported, and the mayor hoped that it would arrive."


def span(words: str) -> tuple[int, int]:
    at = TEXT.index(words)
    return at, at + len(words)


def said(who: str, cue: str, content: str, asserts: bool = True) -> Attribution:
    return Attribution(who, cue, *span(who), *span(cue), (span(content),), asserts)


KAMAU = said("Kamau", "said", "Kenya would send aid")
RADIO = said("Radio Lilongwe", "reported", "Kamau said Kenya would send aid")
MAYOR = said("the mayor", "hoped", "that it would arrive", asserts=False)
PARSE = Parse("a1:test", (Sentence(0, len(TEXT)),), (), (KAMAU, RADIO, MAYOR))
SENTENCE = PARSE.sentences[0]


def test_the_innermost_of_a_chain() -> None:
    assert on_whose_word(PARSE, SENTENCE, [span("send aid")], []) == KAMAU


def test_the_next_one_where_the_innermost_speaker_acts_by_speaking() -> None:
    assert on_whose_word(PARSE, SENTENCE, [span("send aid")], [span("Kamau")]) == RADIO


def test_what_is_only_hoped_is_on_nobodys_word() -> None:
    assert on_whose_word(PARSE, SENTENCE, [span("arrive")], []) is None


def test_what_stands_in_no_content_is_on_nobodys_word() -> None:
    assert on_whose_word(PARSE, SENTENCE, [span("Radio Lilongwe")], []) is None


def test_an_event_without_words_here_is_told_by_whoever_says_most() -> None:
    assert on_whose_word(PARSE, SENTENCE, [], []) == RADIO


def test_another_sentence_tells_nothing() -> None:
    assert on_whose_word(PARSE, Sentence(len(TEXT), len(TEXT) + 10), [], []) is None
