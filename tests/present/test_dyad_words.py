"""The series of a pair as a table, in words and as a picture."""

import struct
import subprocess
import sys

import pytest

from sanudo.errors import MissingExtraError
from sanudo.figures import Change, Dyad, Estimate, Point, Series, Turn
from sanudo.present import pictures
from sanudo.present.dyad_picture import dyad_picture
from sanudo.present.dyads import dyad_table, standing, with_names, words
from sanudo.present.tables import numbers_csv


def point(month, events=0.0, net=0.0, low=None, high=None, turns=()):
    day = f"2018-{month:02}"
    up, down = Estimate(max(net, 0.0)), Estimate(max(-net, 0.0))
    return Point(
        *(day, f"{day}-01", f"{day}-28", events, (events, 0.0, 0.0, 0.0), (), ()),
        *(up, down, Estimate(net, low, high), Estimate(net) if events else None, Estimate(net / 2, low, high)),
        *(40 + month, 0, turns, ("e1:0123456789ab",) if events else ()),
    )


POINTS = (
    point(5, 2.0, 7.5, turns=(Turn("net", "event", "e1:0123456789ab"), Turn("score", "source", "Dawn"))),
    point(6),
    point(7),
    point(8, 6.0, -120.0, -150.04, -90.0),
)
TOLD = Dyad(
    *("PAK", "RUS", "month", "plover", 90.0, 0.9, ("happened", "ongoing")),
    (Series("PAK", "RUS", False, POINTS), Series("PAK", "RUS", True, POINTS), Series("RUS", "PAK", True, ())),
    (
        Change("event", "e1:0123456789ab", False, -3.0, -4.25, True, ("e1:0123456789ab",)),
        Change("status", "planned", True, 11.25, 10.0, False, ("e1:1", "e1:2")),
        Change("dispute", "when", False, 0.0, -1.25, True, ("e1:1",)),
        Change("date", "undated", False, 1.0, -0.25, False, ("e1:1",)),
    ),
    ("e1:fedcba9876543210",),
    ("All comes from one source (Dawn).",),
)
NOTHING = Dyad("PAK", "RUS", "month", "plover", None, 0.9, ("happened",), (), (), (), ("The ledger has nothing.",))


def test_the_table_draws_together_what_is_empty_and_keeps_its_coverage():
    table = dyad_table(TOLD)
    rows = [dict(zip(table.headings, row, strict=True)) for row in table.rows]
    assert [row["month"] for row in rows] == ["2018-05", "2018-06 to 2018-07", "2018-08"]
    assert [row["articles"] for row in rows] == ["45", "93", "48"]
    assert [row["net"] for row in rows] == ["7.5", "", "-120 [-150, -90]"]
    assert [row["PAK -> RUS"] for row in rows] == ["7.5", "", "-120"]
    assert rows[0]["turns on"] == "net on event e1:01234567; score on source Dawn"
    assert dyad_table(NOTHING).rows == ()


def test_words_say_how_it_was_reckoned_and_what_would_change_it():
    told = words(TOLD)
    for line in (
        "in the score an event loses half its weight in 90 days; intervals of 90%",
        "without event e1:01234567: -3 (-4.2); the sign turns",
        "counting too what is planned (2 events): 11.2 (+10)",
        "without events whose when is disputed (1 event): 0 (-1.2); the sign turns",
        "without what no report dates (1 event): 1 (-0.2)",
        "Dated too roughly for a month, and not counted: 1 (e1:fedcba98).",
        "All comes from one source (Dawn).",
    ):
        assert line in told
    assert words(NOTHING) == "The ledger has nothing.\n"


def test_figures_go_into_csv_as_numbers():
    assert numbers_csv(["a", "b"], [{"a": -1.5, "b": None}]) == "a,b\n-1.5,\n"


@pytest.mark.parametrize("form", ["svg", "png"])
def test_a_picture_is_the_same_bytes_each_time_and_holds_no_date(form):
    first = dyad_picture(TOLD, form)
    assert dyad_picture(TOLD, form) == first
    assert b"<dc:date>" not in first
    if form == "png":
        assert struct.unpack(">II", first[16:24]) == (1500, 1240)
    else:
        assert all(colour.lower().encode() in first for colour in (pictures.BLUE, pictures.VERMILLION, pictures.ORANGE))


def test_without_matplotlib_a_picture_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(MissingExtraError, match=r"sanudo\[plots\]"):
        dyad_picture(TOLD, "svg")


def test_tables_and_words_do_without_matplotlib():
    code = "import sys; import sanudo.present.dyads, sanudo.analyse.dyads; print('matplotlib' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout == "False\n"


def test_a_brief_has_the_table_and_the_heaviest_changes():
    told = standing(TOLD)
    assert told.rows == dyad_table(TOLD).rows
    assert told.notes[2].startswith(
        "What would change the last score most: without event e1:01234567: -3 (-4.2); the sign turns"
    )
    assert standing(Dyad("PAK", "RUS", "year", "plover", 90.0, 0.9, (), (), (), (), ("nothing",))) is None


def test_a_source_without_a_publisher_is_shown_by_its_file():
    told = with_names(
        Dyad(
            *("PAK", "RUS", "year", "plover", 90.0, 0.9, (), ()),
            (Change("source", "a1:07", False, 1.0, 2.0, False, ()),),
            (),
            (),
        ),
        {"a1:07": "wire.txt"}.get,
    )
    assert told.changes[0].which == "wire.txt"
