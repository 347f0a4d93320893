import pytest

from sanudo.parse import parse
from sanudo.parse.attribution import find_attributions
from sanudo.parse.sentences import split
from sanudo.parse.tagger import Tag, packaged
from sanudo.parse.telling import tells
from sanudo.parse.words import MARK, PLAIN, QUOTED, words_of
from sanudo.records import Attribution
from tests.build import article_of


def found(text: str) -> list[Attribution]:
    return list(parse(article_of(text)).attributions)


def pairs(text: str) -> list[tuple[str, str]]:
    return [(said.text, said.cue) for said in found(text)]


@pytest.mark.parametrize(
    ("text", "who", "cue"),
    [
        ("Kenya sent aid, a foreign ministry spokesman said.", "a foreign ministry spokesman", "said"),
        ("According to the defence ministry, Kenya sent aid.", "the defence ministry", "According to"),
        ("Kenya sent aid, according to two diplomats.", "two diplomats", "according to"),
        ("“Kenya sent aid,” said Wanjiru Kamau.", "Wanjiru Kamau", "said"),
        ("He said that Kenya had sent aid.", "He", "said"),
        ("The governor told reporters that Kenya had sent aid.", "The governor", "told"),
        ("Sources said Kenya had sent aid.", "Sources", "said"),
    ],
)
def test_who_says_it(text: str, who: str, cue: str) -> None:
    (said,) = found(text)
    assert (said.text, said.cue) == (who, cue)
    assert text[said.start : said.end] == who
    assert text[said.cue_start : said.cue_end] == cue


def test_what_is_said_is_known() -> None:
    text = "The minister said that Kenya had sent aid."
    (said,) = found(text)
    assert "Kenya had sent aid" in "".join(text[start:end] for start, end in said.contents)


def test_without_a_speaker_the_cue_stands_for_it() -> None:
    (said,) = found("Kenya has reportedly sent aid to Malawi.")
    assert (said.text, said.cue) == ("has reportedly", "has reportedly")
    assert (said.start, said.end) == (said.cue_start, said.cue_end)


def test_the_outlet_says_it_itself() -> None:
    assert found("Kenya sent aid to Malawi on Monday.") == []


def test_two_in_one_sentence() -> None:
    text = "The army said that it had shot down a drone, but the governor said that a bird had hit the mast."
    assert pairs(text) == [("The army", "said"), ("the governor", "said")]


def test_a_chain_names_the_speaker_and_those_who_pass_it_on() -> None:
    text = "Kamau told a private channel that Kenya had sent aid to Malawi, Radio Lilongwe reported."
    told = next(said for said in found(text) if said.text == "Kamau")
    assert told.through == ("Radio Lilongwe",)


def test_the_speaker_is_looked_up_among_the_parties() -> None:
    (said,) = found("The Kenyan foreign ministry said that Malawi had sent aid.")
    assert said.states == ("KEN",)


def test_an_analyst_speaks_for_nobody() -> None:
    (said,) = found("A Kenyan analyst said that Malawi had sent aid.")
    assert said.states == ()


@pytest.mark.parametrize(
    ("cue", "so"),
    [
        ("said", True),
        ("has also reported", True),
        ("According to", True),
        (":", True),
        ("denied", True),
        ("did not say", False),
        ("didn ’ t say", False),
        ("declined to confirm", False),
        ("wants", False),
        ("called for", False),
    ],
)
def test_which_cues_say_that_it_is_so(cue: str, so: bool) -> None:
    assert tells(cue.split()) is so


def test_a_quotation_goes_on_in_the_next_sentence_of_its_line() -> None:
    text = "“We came. We saw,” he said.\nNobody won."
    first, second, third = (words.quoted for words in words_of(text, split(text)))
    assert first[0] == MARK
    assert set(first[1:]) == {QUOTED}
    assert second[:2] == (QUOTED, QUOTED)
    assert set(third) == {PLAIN}


def test_a_sentence_is_read_by_itself() -> None:
    """Nothing around a sentence changes its tags, so that the order of reading does not matter."""
    text = "The minister said that Kenya had sent aid.\nIt rained."
    alone, *_ = find_attributions(text[:42], split(text[:42]), ())
    among, *_ = find_attributions(text, split(text), ())
    assert alone == among


def test_marks_alone_are_no_attribution() -> None:
    (words,) = words_of("?!", split("?!"))
    assert packaged().tags(words) == [Tag.OUTSIDE, Tag.OUTSIDE]


def test_many_cues_in_one_sentence_are_all_read() -> None:
    assert len(found("he said it, the envoy added, " * 2_000)) > 100


def test_a_name_that_ends_like_a_cue_is_none() -> None:
    (said,) = found("The minister, Tarik Al Said, told reporters that Kenya had sent aid.")
    assert said.cue == "told"


def test_a_verb_that_has_lost_its_subject_speaks_for_nobody() -> None:
    every = found("Warned of a flood, Kenya sent aid. It is believed that Malawi sent aid.")
    assert [said.cue for said in every if said.text == said.cue] == ["is believed"]
    assert all(said.text == said.text.strip(" ,;:") for said in every)
