"""MME, read again with the csv module."""

from made import OSLO, amount, entry_of, given, rows_of, stated

from sanudo.details import Exercise
from sanudo.exchange import mme
from sanudo.records import Kind, Status, WhenBasis

DRILL = Exercise(
    name=stated("Cold Fjord"),
    domains=(stated("land"), stated("sea")),
    focus=(stated("search_and_rescue", "search and rescue"), stated("humanitarian", "disaster relief")),
    size=(amount(300, "troops"),),
)


def drill(detail=DRILL, actors="NOR:Norway ISL:Iceland", **fields):
    values = {"when": "2021-05-03/2021-05-07", "where": OSLO, **fields}
    text = "Norway, Iceland and NATO held a drill."
    return entry_of(text, "COOPERATE", Kind.EXERCISE, actors, detail=detail, **values)


def test_columns_are_those_of_the_data_set():
    assert len(mme.COLUMNS) == 64
    assert mme.COLUMNS[14:25] == (
        *("CPX", "Air", "Land", "Sea", "Amphibious", "Cyber", "Warfighting", "Peacekeeping", "Humanitarian"),
        *("FocusDescription", "AdditionalParticipantInfo"),
    )
    assert mme.STATE_COLUMNS[0] == "StateA"
    assert mme.STATE_COLUMNS[26] == "StateAA"
    assert mme.STATE_COLUMNS[-1] == "StateAM"


def test_an_exercise_is_a_row_with_its_states_by_name():
    (row,), losses = rows_of("mme", drill(actors="NOR:Norway NAT:NATO ISL:Iceland"))
    assert given(row) == {
        "MMEID": "e1:1",
        "Ex_Name": "Cold Fjord",
        "Location": "Oslo",
        "lat": "59.91",
        "lon": "10.75",
        "StartDate": "2021-05-03",
        "s.year": "2021",
        "s.month": "5",
        "s.day": "3",
        "EndDate": "2021-05-07",
        "e.year": "2021",
        "e.month": "5",
        "e.day": "7",
        "Land": "1",
        "Sea": "1",
        "Humanitarian": "1",
        "FocusDescription": "search and rescue; disaster relief",
        "AdditionalParticipantInfo": "NATO",
        "StateA": "Iceland",
        "StateB": "Norway",
    }
    assert losses.told("mme") == "mme: size of 1 event is not kept"


def test_an_unknown_day_is_xx_and_an_unknown_name_or_place_minus_nine():
    (row,), _ = rows_of("mme", drill(Exercise(), when="2021-05", where=None))
    assert (row["StartDate"], row["s.day"], row["Ex_Name"], row["Location"]) == ("2021-05-xx", "xx", "-9", "-9")
    (row,), _ = rows_of("mme", drill(Exercise(), when="2021"))
    assert (row["StartDate"], row["s.year"], row["s.month"], row["s.day"]) == ("", "2021", "", "")


def test_a_week_in_which_it_took_place_is_not_its_length():
    (row,), _ = rows_of("mme", drill(when_basis=WhenBasis.RELATIVE))
    assert (row["StartDate"], row["EndDate"]) == ("2021-05-xx", "2021-05-xx")


def test_a_flag_that_is_not_told_is_empty_not_zero():
    (row,), _ = rows_of("mme", drill(Exercise()))
    assert {row[name] for name in (*mme.DOMAINS.values(), *mme.FOCUS.values())} == {""}


def test_a_planned_or_cancelled_exercise_is_left_out():
    cancelled = entry_of(
        "Norway called off a drill with Iceland.", "REJECT", Kind.EXERCISE, "NOR:Norway", "ISL:Iceland", detail=DRILL
    )
    rows, losses = rows_of("mme", drill(status=Status.PLANNED), cancelled)
    assert rows == []
    assert losses.told("mme") == (
        "mme: 1 event is left out: told as planned, not as having taken place; "
        "1 event is left out: words about such a thing (REJECT), not the thing"
    )
