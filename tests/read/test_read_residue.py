from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from residue_pages import PAGES, PageCase

from sanudo.read.residue import residue_spans
from sanudo.read.text import taken, tidied, title_of


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_article_stays_and_furniture_goes(page: PageCase) -> None:
    text = tidied(taken(page.text)).text
    assert [words for words in page.kept if words not in text] == []
    assert [words for words in page.cut if words in text] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_headline_is_the_title(page: PageCase) -> None:
    title = title_of(tidied(taken(page.text)).text)
    assert title is not None
    assert title.startswith(page.kept[0])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_spans_are_whole_lines_in_order(page: PageCase) -> None:
    spans = residue_spans(page.text)
    assert spans
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    for start, end in spans:
        assert page.text[:start].rpartition("\n")[2].strip() == ""
        assert page.text[end:].partition("\n")[0].strip() == ""


@pytest.mark.parametrize(
    "paragraph",
    [
        "Moscow denies it.",
        "No response to the offer had come from the government in Riyadh by Sunday night.",
        "Two comments on the treaty by the admiral were struck from the record afterwards.",
        "“No comment.”",
        "Copyright talks between the two capitals will resume in the autumn, the minister said.",
        "Also read out at the ceremony was a letter from the king of the neighbouring country.",
        "More details on the deal were not given by either of the two ministries on Friday.",
        "Subscribers to the fund include Kenya, Uganda and four other states of the region.",
        "Share prices fell in both capitals after the talks were broken off on Tuesday night.",
        "The Front (R) and the Union (L) both voted for the treaty with the northern neighbour.",
        "Related talks on fishing rights ended without a result in the port city of Sfax.",
        "« We have asked them for a date », the foreign minister told reporters. »",
        "The report published on Tuesday names three ministries and two airlines of the Gulf.",
        "Comments by the two generals had angered the government in Nicosia earlier this week.",
        "By noon the last of the soldiers had crossed the river into the neighbouring district.",
        "Follow-up visits are planned for the spring, according to the embassy in Maputo.",
    ],
)
def test_a_paragraph_of_an_article_is_never_residue(paragraph: str) -> None:
    around = "The ministers of both countries met in the capital on Monday and signed a protocol."
    assert residue_spans(f"{around}\n\n{paragraph}\n\n{around}") == ()


@pytest.mark.parametrize(
    "headline",
    [
        "Terms of border deal stay secret",
        "Privacy fears as two states link police files",
        "Explainer: what the gas accord means",
        "Opinion: Tunis should talk to Tripoli",
        "Sources: Muscat to host second round of talks",
        "Powered by loans from Beijing, island builds its port",
        "Contact group on the river dispute meets again",
        "No response to Muscat's offer of talks",
        "Sections of border fence taken down",
        "Released 20 prisoners, says Tripoli",
        "Like it or not, Oman talks to all",
        "Chad/Niger/Mali drill begins at dawn",
        "Home minister to visit Thimphu next week",
    ],
)
def test_a_headline_is_never_residue(headline: str) -> None:
    text = f"{headline}\n\nThe two governments announced it in a statement late on Sunday evening.\n"
    assert residue_spans(text) == ()
    assert title_of(text) == headline


def test_subheading_between_paragraphs_stays() -> None:
    prose = "The two governments announced it in a statement late on Sunday evening."
    assert residue_spans(f"{prose}\n\nWhat the treaty says\n\n{prose}") == ()


def test_nothing_by_shape_in_a_text_without_prose() -> None:
    assert residue_spans("Russia and Chad sign pact\nMali next") == ()


def test_comment_count_under_a_headline_does_not_end_the_article() -> None:
    text = (
        "Ferry line to reopen in May\n\n3 Comments\n\n"
        "Algeria and Spain will reopen the ferry line in May, both ministries said on Thursday.\n\n"
        "No price was given for the tickets by the company that will run the new ships.\n"
    )
    assert [text[start:end] for start, end in residue_spans(text)] == ["3 Comments"]


def test_everything_below_the_reply_form_goes() -> None:
    prose = "Algeria and Spain will reopen the ferry line in May, both ministries said on Thursday."
    text = f"{prose}\n\nLeave a Reply\n\nA reader says: this is very good news, and I hope that it lasts for long.\n"
    ((start, end),) = residue_spans(text)
    assert text[start:end].startswith("Leave a Reply")
    assert text[end:].strip() == ""


@given(st.text(alphabet=st.sampled_from("aA .,\n\r\t:|»-“9(é"), max_size=400))
def test_spans_of_any_text_are_ordered_and_inside(text: str) -> None:
    spans = residue_spans(text)
    flat = [offset for span in spans for offset in span]
    assert flat == sorted(flat)
    assert all(0 <= start < end <= len(text) for start, end in spans)


def test_a_comment_button_in_the_upper_part_of_an_article_does_not_end_it() -> None:
    prose = "Algeria and Spain will reopen the ferry line in May, both ministries said on Thursday."
    text = "\n\n".join([prose, prose, "Comments", *[prose] * 6, "Comments (12)", prose])
    assert [text[start:end] for start, end in residue_spans(text)] == ["Comments", f"Comments (12)\n\n{prose}"]


def test_a_question_may_be_a_headline() -> None:
    text = "Is the ferry line back for good?\n\nAlgeria and Spain will reopen it in May, both ministries said.\n"
    assert title_of(text) == "Is the ferry line back for good?"
