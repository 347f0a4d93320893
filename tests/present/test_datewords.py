"""Dates in words, and their order."""

from datetime import date

import pytest

from sanudo.present.datewords import anchor, by_date, date_phrase, date_words, period_words


@pytest.mark.parametrize(
    ("edtf", "words", "phrase"),
    [
        ("2018-08-07", "7 August 2018", "on 7 August 2018"),
        ("2018-08", "August 2018", "in August 2018"),
        ("2018", "2018", "in 2018"),
        ("201X", "the 2010s", "in the 2010s"),
        ("2017-22", "summer 2017", "in summer 2017"),
        ("2018-08~", "around August 2018", "around August 2018"),
        ("2018?", "perhaps 2018", "perhaps in 2018"),
        ("2018-08-07%", "perhaps around 7 August 2018", "perhaps around 7 August 2018"),
        ("2018-08-06/2018-08-07", "6 to 7 August 2018", "between 6 and 7 August 2018"),
        ("2018-05/2018-08", "May to August 2018", "between May and August 2018"),
        ("2017-05/2018-08", "May 2017 to August 2018", "between May 2017 and August 2018"),
        ("2018-07-30/2018-08-05", "30 July to 5 August 2018", "between 30 July and 5 August 2018"),
        ("2017-12-30/2018-01-05", "30 December 2017 to 5 January 2018", "between 30 December 2017 and 5 January 2018"),
        ("2014/..", "2014 or later", "in or after 2014"),
        ("../2018-05-12", "12 May 2018 or earlier", "by 12 May 2018"),
        ("2018-13-01", "2018-13-01", "(dated 2018-13-01)"),
        ("soon", "soon", "(dated soon)"),
        ("soon/2018", "soon/2018", "(dated soon/2018)"),
    ],
)
def test_words_and_phrase(edtf: str, words: str, phrase: str) -> None:
    assert date_words(edtf) == words
    assert date_phrase(edtf) == phrase


def test_order_is_by_beginning_the_vaguer_first_and_no_date_last() -> None:
    dates = ["2018-08-07", "2018", None, "2014/..", "2018-08", "../2016", "soon"]
    assert sorted(dates, key=by_date) == ["2014/..", "../2016", "2018", "2018-08", "2018-08-07", None, "soon"]


def test_anchor_of_an_open_beginning_is_the_end() -> None:
    assert anchor("../2016-05") == date(2016, 5, 31)
    assert anchor("2014/..") == date(2014, 1, 1)
    assert anchor(None) is None


def test_period_is_no_finer_than_the_date() -> None:
    assert period_words("2013") == "2013"
    assert period_words("2018-02/2018-05-12") == "February 2018"
    assert period_words("2018-02/2018-05-12", last=True) == "May 2018"
    assert period_words("2014/..", last=True) == "2014"
