"""A network of states in words, tables and JSON."""

import json
from dataclasses import replace

import pytest
from networks import FOUND, IP, IR, NOTHING, PR

from sanudo.figures import Balance, Triad
from sanudo.present.networkwords import (
    edge_table,
    network_json,
    node_table,
    paragraphs,
    period_in_words,
    rests_on,
    triad_table,
)


def test_what_there_is_is_said_in_words() -> None:
    assert list(paragraphs(FOUND)) == [
        "In August 2018, 5 events between 3 states in 3 pairs, from 2 sources.",
        "No events of China with the others.",
        "Balanced: 0 of 1 triad (0%); too few, or too much alike, to be compared with chance.",
        "Who belongs together: Russia, Pakistan (modularity 0.25).",
        "2 of 3 edges would change or lose their signs without one report: India - Pakistan and India - Russia.",
        "1 of 3 edges would change or lose its sign without one source: India - Russia.",
        "Left out: 2 events only planned, possible, denied or demanded.",
        "Left out: 1 event whose date begins before the period or is too rough for it.",
    ]


def test_balance_stands_beside_chance() -> None:
    found = replace(FOUND, balance=Balance((19, 2, 40, 7), 0.5, 0.0607))
    assert (
        "Balanced: 59 of 68 triads (87%); if the same signs fell on these edges at random, 50% would be, give or take 6.1 points."
        in paragraphs(found)
    )


def test_nothing_is_said_in_words() -> None:
    assert list(paragraphs(NOTHING)) == [
        "The ledger has no events between two states in August 2018: there is no network to show."
    ]
    of_two = replace(NOTHING, asked=("USA", "CHN"), since=None, until=None, undone=1)
    assert list(paragraphs(of_two)) == [
        "The ledger has no events between any two of the United States and China: there is no network to show.",
        "Left out: 1 event only planned, possible, denied or demanded.",
    ]


def test_talks_are_told_apart() -> None:
    words = list(paragraphs(replace(FOUND, edges=(PR, IP, replace(IR, talks=5.0)), without=("AID",))))
    assert "1 of 3 edges is friendly only by talks, which rivals hold too: India - Russia." in words
    assert "Left out, as asked: events of type AID." in words
    assert rests_on(replace(IR, talks=5.0)) == "one report, talks and TASS"


def test_what_lies_on_no_day_is_counted() -> None:
    words = list(paragraphs(replace(NOTHING, undated=2)))
    assert words[1:] == ["Left out: 2 events of no known day, as neither the event nor its report is dated."]


def test_no_triads_and_one_source() -> None:
    words = list(paragraphs(replace(FOUND, edges=(IP,), triads=(), balance=None, asked=())))
    assert "No three states have signed edges among all of them: nothing can be said of balance." in words
    assert "All of it rests on one source: Dawn." in words


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        (None, None, ""),
        ("2018-08-07", "2018-08-07", "on 7 August 2018"),
        ("2014", "2014", "in 2014"),
        ("2014", None, "since 2014"),
        (None, "2014-05", "until May 2014"),
        ("2014", "2016-05", "from 2014 to May 2016"),
    ],
)
def test_periods(since: str | None, until: str | None, words: str) -> None:
    assert period_in_words(replace(FOUND, since=since, until=until)) == words


def test_edges_say_what_they_rest_on() -> None:
    rows = edge_table(FOUND).rows
    assert rows[0] == ("Pakistan - Russia", "+15", "2", "15 (2)", "0 (0)", "4", "2", "")
    assert rows[1][-1] == rests_on(IP) == "one report"
    assert rows[2][-1] == rests_on(IR) == "one report and TASS"
    assert rests_on(replace(IP, reports=3, turns_on_events=())) == "one event"


def test_states_and_triads() -> None:
    assert node_table(FOUND).rows[3] == ("China", "0", "0", "0", "0", "3", "", "0")
    why = "Russia is a friend of both India and Pakistan, who are rivals"
    assert triad_table(FOUND).rows == (("India - Russia", "hostile", "+2.5", why),)
    hostile = (replace(PR, cooperation=0.0, conflict=9.0), IP, replace(IR, cooperation=0.0))
    rivals = replace(FOUND, edges=hostile, triads=(Triad(("IND", "PAK", "RUS"), "---", ("IND", "PAK"), 3.0),))
    assert triad_table(rivals).rows == (
        ("India - Pakistan", "friendly", "-3", "India, Pakistan and Russia are all rivals"),
    )


def test_json_has_what_the_records_work_out() -> None:
    whole = json.loads(json.dumps(network_json(FOUND)))
    assert {name: whole["edges"][1][name] for name in ("net", "sign", "events", "event_ids")} == {
        **{"net": -3.0, "sign": -1, "events": 1, "event_ids": ["e1:3"]}
    }
    assert whole["triads"][0]["balanced"] is False
    assert (whole["balance"]["share"], whole["balance"]["triads"]) == (0.0, 1)
    assert network_json(NOTHING)["balance"] is None
