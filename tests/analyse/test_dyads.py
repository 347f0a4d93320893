"""The series of a pair: sums that are worked out by hand, what would change them, and what is said in words."""

import json
from math import exp2

import pytest
from planted import Book, outline

from sanudo.analyse.dyads import dyad
from sanudo.analyse.frames import to_arrow, to_polars
from sanudo.cameo_codes import cameo_for
from sanudo.errors import UsageError
from sanudo.figures import Turn
from sanudo.records import Coverage
from sanudo.serial import plain

# PLOVER: SUPPORT 5, AID 10, ACCUSE -3, SANCTION -6, CONSULT 2.5
SIGNED = outline("a", "SUPPORT", "2018-05-10", ("PAK",), ("RUS",), kind="agreement")
ACCUSED = outline("b", "ACCUSE", "2018-05-20", ("RUS",), ("PAK",), sources=("Dawn", "TASS"), disputed=("when",))
MET = outline("c", "CONSULT", "2018-07-31", ("PAK", "RUS"), (), kind="meeting", sources=("TASS",), dated=False)
PLANNED = outline("d", "AID", "2018-07-01", ("RUS",), ("PAK",), status="planned")
THIRD = outline("e", "SANCTION", "2018-06-01", ("USA",), ("PAK", "RUS"))
BOOK = Book(SIGNED, ACCUSED, MET, PLANNED, THIRD)


def numbers(points, name):
    return [getattr(point, name).value for point in points]


def test_sums_by_period_and_direction():
    both, there, back = dyad(BOOK, "PAK", "RUS").series
    assert [point.period for point in both.points] == ["2018-05", "2018-06", "2018-07"]
    assert [point.events for point in both.points] == [2, 0, 1]
    assert numbers(both.points, "cooperation") == [5, 0, 2.5]
    assert numbers(both.points, "conflict") == [3, 0, 0]
    assert numbers(there.points, "net") == [5, 0, 1.25]
    assert numbers(back.points, "net") == [-3, 0, 1.25]
    assert both.points[0].quads == (1, 0, 1, 0)
    assert both.points[0].kinds == (("agreement", 1), ("other", 1))
    assert [point.events for point in there.points] == [1, 0, 0.5]
    assert [point.event_ids for point in both.points] == [("e1:a", "e1:b"), (), ("e1:c",)]
    assert (both.points[0].tone.value, both.points[1].tone) == (1.0, None)


def test_the_score_fades_by_its_half_life():
    (both, *_) = dyad(BOOK, "PAK", "RUS", half_life=30).series
    may = 5 * exp2(-21 / 30) - 3 * exp2(-11 / 30)
    assert numbers(both.points, "score") == pytest.approx([may, may / 2, may * exp2(-61 / 30) + 2.5], abs=1e-6)
    (both, *_) = dyad(BOOK, "PAK", "RUS", half_life=None).series
    assert numbers(both.points, "score") == [2, 2, 4.5]


def test_what_was_before_counts_for_the_score_of_what_is_shown():
    (both, *_) = dyad(BOOK, "PAK", "RUS", half_life=None, since="2018-07").series
    assert [(point.period, point.score.value) for point in both.points] == [("2018-07", 4.5)]


def test_coverage_stands_beside_it_whoever_it_is_about():
    cover = (
        Coverage("2018-04-01", "2018-04-01", 7, 0),
        Coverage("2018-06-01", "2018-06-30", 2, 40),
        Coverage(None, None, 9, 0),
    )
    told = dyad(Book(SIGNED, MET, coverage=cover), "PAK", "RUS", since="2018", until="2018-12")
    assert [(p.period, p.articles, p.rows) for p in told.series[0].points] == [
        ("2018-04", 7, 0),
        ("2018-05", 0, 0),
        ("2018-06", 2, 40),
        ("2018-07", 0, 0),
    ]
    assert "Without an event: 2 of 4 months." in told.notes


def test_silence_of_a_ledger_without_articles_says_nothing():
    told = dyad(Book(SIGNED, MET), "PAK", "RUS")
    assert "Without an event: 1 of 3 months (the ledger has nothing at all of 1: that is no silence)." in told.notes


def test_a_sign_that_turns_on_one_event_or_source_is_said():
    more = outline("f", "SUPPORT", "2018-05-11", sources=("TASS",))
    (both, *_) = dyad(Book(SIGNED, ACCUSED, more), "PAK", "RUS").series
    assert both.points[0].turns == ()
    (both, *_) = dyad(Book(SIGNED, ACCUSED, MET), "PAK", "RUS", half_life=None).series
    assert Turn("net", "event", "e1:a") in both.points[0].turns
    assert Turn("net", "source", "Dawn") in both.points[0].turns
    assert Turn("score", "event", "e1:a") in both.points[2].turns


def test_what_would_change_the_last_score():
    told = dyad(BOOK, "PAK", "RUS", half_life=None)
    found = {(c.what, c.which): (c.without, c.turns, c.event_ids) for c in told.changes}
    assert found == {
        ("event", "e1:a"): (-0.5, True, ("e1:a",)),
        ("event", "e1:b"): (7.5, False, ("e1:b",)),
        ("event", "e1:c"): (2, False, ("e1:c",)),
        ("source", "Dawn"): (-0.5, True, ("e1:a",)),
        ("source", "TASS"): (2, False, ("e1:c",)),
        ("dispute", "when"): (7.5, False, ("e1:b",)),
        ("status", "planned"): (14.5, False, ("e1:d",)),
        ("date", "undated"): (2, False, ("e1:c",)),
    }
    assert any("turns when one thing is left out (event, source)" in note for note in told.notes)


def test_statuses_and_scales_are_chosen():
    (both, *_) = dyad(BOOK, "PAK", "RUS", statuses=("planned",)).series
    assert numbers(both.points, "net") == [10]
    rows = [outline(n, "CONSULT", f"2018-05-1{n}", goldstein=1.5 + n) for n in range(3)]
    told = dyad(Book(*rows, MET), "PAK", "RUS", scale="goldstein")
    own = cameo_for(MET.type, MET.mode, MET.contexts, MET.kind)
    assert sum(numbers(told.series[0].points, "net")) == 7.5 + own.goldstein


@pytest.mark.parametrize(
    ("book", "options", "words"),
    [
        (Book(THIRD), {}, "The ledger has nothing between PAK and RUS in this time."),
        (Book(PLANNED), {}, "Nothing between PAK and RUS of the statuses asked for can be put in periods of a month."),
        (Book(SIGNED), {"since": "2019"}, "Nothing between PAK and RUS is of the time asked for."),
        (Book(SIGNED), {}, "There is 1 event between PAK and RUS: too few for intervals"),
        (Book(SIGNED), {}, "All comes from one source (Dawn)"),
        (Book(SIGNED, MET), {}, "There are 2 sources"),
    ],
)
def test_too_little_is_said_in_words(book, options, words):
    assert any(note.startswith(words) for note in dyad(book, "PAK", "RUS", **options).notes)


def test_few_events_have_no_intervals():
    rows = [outline(n, "CONSULT", f"2018-05-1{n}") for n in range(7)]
    few, enough = (dyad(Book(*rows[:count]), "PAK", "RUS").series[0].points[0] for count in (4, 7))
    assert (few.net.low, few.score.low) == (None, None)
    assert enough.net.low < enough.net.value < enough.net.high
    assert enough.score.low < enough.score.value < enough.score.high


def test_a_date_that_is_too_rough_is_named_and_not_counted():
    year = outline("y", "AID", "2018-01-01", last_day="2018-12-31")
    told = dyad(Book(SIGNED, year), "PAK", "RUS")
    assert told.unplaced == ("e1:y",)
    assert told.series[0].points[0].net.value == 5
    assert dyad(Book(SIGNED, year), "PAK", "RUS", period="year").series[0].points[0].net.value == 15


@pytest.mark.parametrize(
    "options",
    [{"period": "hour"}, {"scale": "x"}, {"statuses": ("done",)}, {"half_life": -1}, {"level": 1}, {"since": "soon"}],
)
def test_misuse_is_refused(options):
    with pytest.raises(UsageError):
        dyad(BOOK, "PAK", "RUS", **options)


def test_more_periods_than_anyone_would_read_are_refused():
    with pytest.raises(UsageError, match="take longer ones"):
        dyad(Book(outline("a", "AID", "0800-05-10"), SIGNED), "PAK", "RUS", period="day")


def test_frames_have_a_row_for_each_point():
    told = dyad(BOOK, "PAK", "RUS")
    frame = to_arrow(told)
    assert frame.num_rows == 9
    first = frame.to_pylist()[0]
    assert (first["actor"], first["directed"], first["period"], first["net"]) == ("PAK", False, "2018-05", 2.0)
    assert (first["verbal_conflict"], first["kind_agreement"], first["event_ids"]) == (1, 1, "e1:a;e1:b")
    assert to_polars(told)["score"].to_list() == frame["score"].to_pylist()
    assert json.loads(json.dumps(plain(told)))["series"][0]["points"][0]["event_ids"] == ["e1:a", "e1:b"]
