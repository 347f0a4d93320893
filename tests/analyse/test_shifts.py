"""Shifts of pairs of states: planted ones, and the words where there is too little."""

import json
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from told import outline

from sanudo.analyse.facts import facts
from sanudo.analyse.shift_frames import bursts_table, shifts_table, to_polars
from sanudo.analyse.shifts import changed, shifts, strongest, within
from sanudo.serial import plain

sys.path.insert(0, str(Path(__file__).parents[2]))

from bench.planted import PAIR, planted
from bench.shifts import bursts_found, covered, f1, own

START = date(2018, 1, 1)


def told(pair, weeks, *types, start=0, **fields):
    """An event of each of these types on each of the first days of so many weeks."""
    for week in range(start, start + weeks):
        for number, type in enumerate(types):
            day = START + timedelta(days=7 * week + number % 7)
            yield outline(f"{pair} {type} {day}", event_id=f"e1:{pair}{week}.{number}.{type}", **fields)


OTHERS = ("FRA DEU", "BRA PER", "KEN UGA", "ITA ESP", "NOR SWE", "CHL ARG", "GHA TGO", "NLD BEL", "LAO THA")
WORLD = [each for pair in OTHERS for each in told(pair, 40, *["CONSULT"] * 14)]
FRIENDS, FOES = ("CONSULT", "SUPPORT", "COOPERATE", "CONSULT"), ("ACCUSE", "THREATEN", "ACCUSE", "ASSAULT")
QUARREL = [*told("IND PAK", 20, *FRIENDS), *told("PAK IND", 20, *FOES, start=20)]


def found(*outlines, **asked):
    return shifts(facts([*WORLD, *outlines]), **asked)


@pytest.mark.parametrize("waking", [False, True])
def test_planted_changes_are_found_with_f1_of_nine_tenths(waking):
    score, alarms = f1(own, 20, 6, waking)
    assert score >= 0.9
    assert alarms <= 1 / 6


def test_intervals_hold_about_as_often_as_they_say():
    known, size, day = covered(20, 15)
    assert min(known, size, day) >= 0.85


def test_a_turn_has_its_day_its_size_and_its_events():
    (one,) = found(*QUARREL)
    (shift,) = one.shifts
    assert (one.pair, shift.direction) == (("IND", "PAK"), "conflict")
    assert "2018-05-18" <= shift.day <= "2018-05-21"  # the first day of the quarrel, or one of the empty ones before it
    assert shift.earliest <= shift.day <= shift.latest
    assert shift.low <= shift.size <= shift.high < 0
    assert shift.before.counts == (60.0, 20.0, 0.0, 0.0)
    assert set(shift.made_by) == {f"e1:PAK IND{w}.{n}.{t}" for w in range(20, 24) for n, t in enumerate(FOES)}
    assert not set(shift.before.event_ids) & set(shift.after.event_ids)


def test_more_of_the_same_is_no_turn_and_ranks_last():
    louder = [*told("USA JPN", 20, *FRIENDS), *told("USA JPN", 20, *FRIENDS * 5, start=20)]
    first, second = found(*QUARREL, *louder)
    assert (first.pair, second.pair) == (("IND", "PAK"), ("JPN", "USA"))
    assert [(s.direction, s.least) for s in second.shifts] == [("more", 0.0)]


def test_a_rise_in_all_news_is_no_shift():
    more = [each for pair in OTHERS for each in told(pair, 20, *["SUPPORT"] * 42, start=20)]
    pair = [*told("IND PAK", 20, *FRIENDS), *told("IND PAK", 20, *FRIENDS * 4, start=20)]
    assert shifts(facts([*WORLD, *more, *pair]), pair=("IND", "PAK"))[0].shifts == ()
    assert shifts(facts([*WORLD, *pair]), pair=("IND", "PAK"))[0].shifts != ()


def test_a_beginning_out_of_silence_is_a_turn_and_an_end_is_none():
    (begun,) = found(*told("USA CUB", 15, *FRIENDS, start=25))
    (ended,) = found(*told("USA CUB", 15, *FRIENDS))
    assert [s.direction for s in begun.shifts] == ["cooperation"]
    assert [s.direction for s in ended.shifts] == ["less"]


def test_a_symmetric_event_counts_once():
    (one,) = found(*told("IND=PAK", 20, *FRIENDS), *told("IND=PAK", 20, *FOES, start=20))
    assert one.events == 160
    assert len(one.shifts[0].before.event_ids) == 80


def test_what_did_not_happen_and_what_has_no_day_does_not_count():
    unsure = [*told("PAK IND", 20, *FOES, start=20, status="denied")]
    vague = [*told("PAK IND", 20, *FOES, start=20, first_day="2018-01-01", last_day="2018-12-31")]
    for more in (unsure, vague):
        (one,) = found(*told("IND PAK", 40, *FRIENDS), *more, pair=("PAK", "IND"))
        assert (one.events, one.shifts) == (160, ())


@pytest.mark.parametrize(
    ("outlines", "note"),
    [
        ([], "The ledger has no dated event between these two states."),
        (told("IND PAK", 1, "ACCUSE"), "Too little to look for shifts in: 1 dated events"),
        (told("IND PAK", 40, *FRIENDS), "Among 160 events no shift stands out that chance would not show too."),
    ],
)
def test_where_there_is_nothing_to_show_it_is_said(outlines, note):
    (one,) = found(*outlines, pair=("PAK", "IND"))
    assert one.shifts == ()
    assert one.note.startswith(note)
    assert found(*outlines) == ()


def test_an_empty_ledger_has_no_shifts():
    assert shifts([]) == ()
    assert changed([], "IND", START) == ()
    assert shifts([], pair=("IND", "PAK"))[0].weeks == ()


def test_pairs_are_chosen_by_state_and_shifts_by_period():
    ranked = found(*QUARREL, state="IND")
    assert [one.pair for one in ranked] == [("IND", "PAK")]
    assert found(*QUARREL, state="FRA") == ()
    assert within(ranked, date(2018, 5, 1), date(2018, 5, 31)) == ranked
    assert within(ranked, date(2018, 6, 1), None) == within(ranked, None, date(2018, 5, 1)) == ()


def test_what_changed_since_a_day_compares_it_with_all_before():
    known = list(facts([*WORLD, *QUARREL, *told("IND CHN", 40, *FRIENDS)]))
    (shift,) = changed(known, "IND", date(2018, 5, 21))
    assert (shift.pair, shift.direction, shift.day) == (("IND", "PAK"), "conflict", "2018-05-21")
    assert changed(known, "IND", date(1990, 1, 1)) == changed(known, "IND", date(2090, 1, 1)) == ()


def test_the_same_facts_in_any_order_give_the_same_bytes():
    known = list(facts([*WORLD, *QUARREL]))
    one, other = (json.dumps([*map(plain, shifts(told))]) for told in (known, known[::-1]))
    assert one == other


def test_a_frame_has_a_row_for_each_shift():
    (one,) = found(*QUARREL)
    frame = to_polars(shifts_table(one.shifts))
    assert frame.shape[0] == 1
    assert frame["first"].to_list() == ["IND"]
    assert frame["events_before"].to_list() == [80.0]
    assert len(frame["event_ids_after"][0].split(";")) == 80


def test_some_weeks_of_conflict_are_a_burst_with_its_days_and_events():
    (one,) = found(
        *told("IND PAK", 40, *FRIENDS), *told("PAK IND", 2, *FOES, *FOES, *FOES, start=22), pair=("IND", "PAK")
    )
    (burst,) = one.bursts
    assert (burst.side, burst.first_day, burst.last_day) == ("conflict", "2018-06-04", "2018-06-17")
    assert (burst.events, burst.usual) == (24.0, 0.0)
    assert burst.p <= 0.01
    assert set(burst.event_ids) == {each.event_id for each in told("PAK IND", 2, *FOES, *FOES, *FOES, start=22)}


def test_what_comes_and_stays_is_no_burst():
    assert [one.bursts for one in found(*QUARREL)] == [()]
    assert found(*told("IND PAK", 40, *FRIENDS), pair=("IND", "PAK"))[0].bursts == ()


def test_a_rise_in_all_news_is_no_burst():
    more = [each for pair in OTHERS for each in told(pair, 2, *["SUPPORT"] * 70, start=20)]
    pair = [*told("IND PAK", 40, *FRIENDS), *told("IND PAK", 2, *FRIENDS * 5, start=20)]
    assert shifts(facts([*WORLD, *more, *pair]), pair=PAIR)[0].bursts == ()
    assert shifts(facts([*WORLD, *pair]), pair=PAIR)[0].bursts != ()


def test_pairs_with_bursts_alone_come_last_and_are_chosen_by_period():
    flare = [*told("USA JPN", 40, *FRIENDS), *told("USA JPN", 1, *FOES, *FOES, start=30)]
    ranked = found(*QUARREL, *flare)
    assert [(one.pair, len(one.shifts), len(one.bursts)) for one in ranked] == [(PAIR, 1, 0), (("JPN", "USA"), 0, 1)]
    assert [burst.pair for burst in strongest(ranked)] == [("JPN", "USA")]
    assert [one.pair for one in within(ranked, date(2018, 7, 30), date(2018, 7, 31))] == [("JPN", "USA")]
    assert bursts_table(strongest(ranked)).column("event_ids").to_pylist()[0].count(";") == 7


def test_planted_bursts_are_found_and_few_where_there_are_none():
    right, alarms = bursts_found(20, 8, 10)
    assert right >= 0.8
    assert alarms <= 1 / 8


def test_thirty_years_stay_within_bounds():
    first = date(1990, 1, 1)
    days = [first + timedelta(days=n) for n in range(0, 11_000, 40)]
    lines = [outline(f"IND PAK {'CONSULT' if n < 150 else 'ASSAULT'} {day}") for n, day in enumerate(days)]
    (one,) = shifts(facts(lines), pair=PAIR)
    assert len(one.weeks) <= 520
    assert [shift.direction for shift in one.shifts] == ["conflict"]


def test_planted_series_are_the_same_each_time():
    assert (planted(3, 10, 2).counts == planted(3, 10, 2).counts).all()
