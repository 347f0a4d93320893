from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanudo.dates import is_edtf
from sanudo.resolve.expressions import RULES, _matches, find
from sanudo.resolve.framing import framed
from sanudo.resolve.rules import Sort
from sanudo.resolve.tense import lies_ahead

SATURDAY = date(2018, 5, 12)
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def values(text: str, published: date | None = SATURDAY) -> list[str | None]:
    return [e.edtf for e in framed(text, find(text, published))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 7 August 2018", "2018-08-07"),
        ("on August 7th, 2018", "2018-08-07"),
        ("on Tuesday, 7 August 2018", "2018-08-07"),
        ("August 6-7, 2018", "2018-08-06/2018-08-07"),
        ("on 2018-08-07", "2018-08-07"),
        ("on 25.8.2018", "2018-08-25"),
        ("in August 2018", "2018-08"),
        ("at the end of March 2018", "2018-03~"),
        ("in early 2018", "2018~"),
        ("in the summer of 2017", "2017-22"),
        ("in the third quarter of 2017", "2017-07/2017-09"),
        ("in the first half of 2017", "2017-01/2017-06"),
        ("in the year 2014", "2014"),
        ("in fiscal 2014", "2014"),
        ("since 2014", "2014/.."),
        ("ever since May 2014", "2014-05/.."),
        ("until 2014", "../2014"),
        ("in the 1990s", "199X"),
        ("in the early ’80s", "198X~"),
        ("in the nineties", "199X"),
        ("in the late nineties", "199X~"),
        ("in the 19th century", "18XX"),
        ("in nineteen ninety-seven", "1997"),
        ("the 1971 war", "1971"),
        ("after 9/11", "2001-09-11"),
        ("between 2014 and 2016", "2014/2016"),
        ("during 2014-16", "2014/2016"),
        ("from May 30 to June 2, 2015", "2015-05-30/2015-06-02"),
    ],
)
def test_stated_dates_need_no_publication_date(text: str, expected: str) -> None:
    assert values(text) == [expected]
    if "to June" not in text:  # what has no year of its own may still be read with the help of the publication date
        assert values(text, None) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Tuesday", "2018-05-08"),
        ("late on Tuesday", "2018-05-08"),
        ("Tuesday’s talks", "2018-05-08"),
        ("last Saturday", "2018-05-05"),
        ("next Monday", "2018-05-14"),
        ("yesterday", "2018-05-11"),
        ("this morning", "2018-05-12"),
        ("last night", "2018-05-11"),
        ("overnight", "2018-05-12"),
        ("last week", "2018-04-30/2018-05-06"),
        ("over the weekend", "2018-05-12/2018-05-13"),
        ("Last month", "2018-04"),
        ("earlier this year", "2018"),
        ("in February", "2018-02"),
        ("in mid-February", "2018-02~"),
        ("in November", "2017-11"),
        ("on May 3", "2018-05-03"),
        ("on Thursday, May 3", "2018-05-03"),
        ("on 30 December", "2017-12-30"),
        ("last September", "2017-09"),
        ("in March last year", "2017-03"),
        ("Last year in the month of September", "2017-09"),
        ("three days ago", "2018-05-09"),
        ("three weeks ago", "2018-04-21~"),
        ("five months ago", "2017-12~"),
        ("two years ago", "2016~"),
        ("over the past two years", "2016/2018"),
        ("in the first quarter", "2018-01/2018-03"),
        ("last summer", "2017-22"),
        ("in Sept. or so", "2017-09"),
        ("since Tuesday", "2018-05-08/.."),
        ("on 6 March last year", "2017-03-06"),
        ("20 December of last year", "2017-12-20"),
        ("April 9 this year", "2018-04-09"),
        ("on Thursday of last week", "2018-05-03"),
        ("last week, on Thursday", "2018-05-03"),
    ],
)
def test_relative_dates_are_seen_from_the_publication_date(text: str, expected: str) -> None:
    assert values(text) == [expected]
    assert values(text, None) in ([None], [])


def test_words_of_tense_say_which_way_to_look() -> None:
    assert values("Peru will meet Chile on Tuesday") == ["2018-05-15"]
    assert values("Peru met Chile on Tuesday") == ["2018-05-08"]
    assert values("talks are to be held in November") == ["2018-11"]
    assert values("Peru said so. It will visit Chile on Tuesday") == ["2018-05-15"]
    assert values("talks were originally scheduled to be held on Tuesday") == ["2018-05-08"]
    assert values("the text had been due to come out in November") == ["2017-11"]
    assert values("talks were originally scheduled elsewhere but will be held on Tuesday") == ["2018-05-15"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It began on 3 May 2017 and ended the next day.", "2017-05-04"),
        ("It began on 3 May 2017 and ended two days later.", "2017-05-05"),
        ("It began on 3 May 2017. They had met a year earlier.", "2016-05-03"),
        ("It began on 3 May 2017. They met again in November of that year.", "2017-11"),
        ("It began in May 2017 and ended the following month.", "2017-06"),
        ("It began in 2017. They met again on 12 April that year.", "2017-04-12"),
        ("It began in 2017. They met again on April 12 of the same year.", "2017-04-12"),
        ("It began on 3 May 2017. They met again on the 22nd of that month.", "2017-05-22"),
        ("It began on 3 May 2017. They had met two years earlier.", "2015"),
        ("It won in the third quarter of 2017, more than in the year-earlier quarter.", "2016-07/2016-09"),
    ],
)
def test_what_goes_back_to_a_date_told_before_is_seen_from_it(text: str, expected: str) -> None:
    assert values(text, None)[-1] == expected


def test_what_goes_back_to_nothing_has_no_value() -> None:
    assert values("It ended the next day.") == [None]
    assert values("It ended in 2017 and they met the next day.")[-1] is None


@pytest.mark.parametrize(
    "text",
    [
        "he may be right",
        "they march on",
        "by 25%",
        "2,018 troops",
        "some 2000 soldiers",
        "$1998 each",
        "a man in his early sixties",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize("text", ["on 07.08.2018", "on 07/08/2018", "on 30 February 2018"])
def test_no_day_or_two_are_found_without_a_value(text: str) -> None:
    assert values(text) == [None]


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("in recent weeks", Sort.VAGUE),
        ("recently", Sort.VAGUE),
        ("a few days ago", Sort.VAGUE),
        ("for three years", Sort.LENGTH),
        ("every year", Sort.SET),
    ],
)
def test_what_is_vague_a_length_or_a_habit_dates_nothing(text: str, sort: Sort) -> None:
    assert [(e.sort, e.edtf) for e in find(text, SATURDAY)] == [(sort, None)]
    assert values(text) == []


@given(st.text(alphabet="0123456789 -,./AugustMaylastweeknxtyonSinceTuesdayfromtheyearlater’", max_size=60))
def test_every_value_is_a_date_of_the_calendar_and_spans_are_in_order(text: str) -> None:
    found = list(find(text, SATURDAY))
    assert all(e.edtf is None or is_edtf(e.edtf) for e in (*found, *framed(text, found)))
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(text[e.start : e.end] == e.text for e in found)


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_are_no_error(day: date) -> None:
    text = "yesterday, tomorrow, last year, next year, ten years ago, next month, last week, next decade, next winter, on 1 May"
    assert all(e.edtf is None or is_edtf(e.edtf) for e in find(text, day))


@pytest.mark.parametrize(
    "path",
    sorted([*EXAMPLES.glob("*.txt"), *EXAMPLES.glob("*.jsonl"), *EXAMPLES.glob("*.csv")]),
    ids=lambda path: path.stem,
)
def test_rules_around_what_they_must_hold_find_all_that_they_find_anywhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    everywhere = {(m.span(), n) for n, rule in enumerate(RULES) for m in rule.pattern.finditer(text)}
    found = {(match.span(), RULES.index(rule)) for match, rule in _matches(text, 0, len(text))}
    assert found == everywhere


def test_a_given_name_is_no_month() -> None:
    assert values("Dong Jun met Jan Hudec, and by Dec Jones he left on Tuesday") == ["2018-05-08"]


def test_the_last_weekend_is_the_one_that_has_passed() -> None:
    assert values("He left last weekend.", date(2024, 7, 12)) == ["2024-07-06/2024-07-07"]
    assert values("He left last weekend.", date(2024, 7, 13)) == ["2024-07-06/2024-07-07"]


def test_two_dates_are_a_stretch_only_where_the_words_join_them() -> None:
    assert values("letters from May 2016 and June 2017") == ["2016-05", "2017-06"]
    assert values("letters between May 2016 and June 2017") == ["2016-05/2017-06"]
    assert values("letters from May 2016 to June 2017") == ["2016-05/2017-06"]


def test_what_is_wished_or_promised_lies_ahead() -> None:
    assert values("Norway invited the Omani minister to visit Oslo in November") == ["2018-11"]
    assert values("Kenya promised to send doctors in July") == ["2018-07"]
    assert values("Kenya asked about a visit to Oslo in November") == ["2017-11"]


def test_what_runs_to_a_day_lies_ahead() -> None:
    def ahead(text: str) -> bool | None:
        return lies_ahead(text, text.index("July"), len(text))

    assert ahead("The games, hosted by Peru, run to July 20")
    assert ahead("The games, hosted by Peru, began on July 20") is False
