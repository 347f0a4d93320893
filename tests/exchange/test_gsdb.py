"""GSDB, read again with the csv module."""

import pytest
from made import amount, entry_of, given, rows_of, stated

from sanudo.details import Measure
from sanudo.exchange import gsdb
from sanudo.records import Kind

BAN = Measure(
    measures=(stated("arms"), stated("diplomatic")),
    amount=amount(2e6, "USD"),
    reason=stated("fishing", "over the fishing dispute"),
)


def ban(detail=BAN, type="SANCTION", recipients="ISL:Iceland", **fields):
    text = "Norway and NATO put a ban on Iceland and Sweden in 2020."
    values = {"when": "2020", **fields}
    return entry_of(text, type, Kind.SANCTION, "NOR:Norway NAT:NATO", recipients, detail=detail, **values)


def test_columns_are_those_of_the_data_set_then_ours():
    assert gsdb.COLUMNS[:5] == ["case_id", "sanctioned_state", "sanctioning_state", "begin", "end"]
    assert gsdb.COLUMNS[-3:] == ["objective", "success", "reason_words"]


def test_a_measure_is_a_case():
    (row,), losses = rows_of("gsdb", ban())
    assert given(row) == {
        "case_id": "e1:1",
        "sanctioned_state": "Iceland",
        "sanctioning_state": "Norway, NATO",
        "begin": "2020",
        "arms": "1",
        "other": "1",
        "target_mult": "0",
        "sender_mult": "1",
        "reason_words": "over the fishing dispute",
    }
    assert losses.told("gsdb") == "gsdb: amount of 1 event is not kept"


def test_a_measure_that_is_lifted_ends():
    (row,), _ = rows_of("gsdb", ban(Measure(lifted=stated("lifted")), "RETREAT"))
    assert (row["begin"], row["end"]) == ("", "2020")


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        (ban(type="THREATEN"), "words about such a thing (THREATEN), not the thing"),
        (ban(recipients=""), "a measure without a sender or a target"),
        (ban(detail=None), "no sanction and no aid held back"),
    ],
)
def test_what_is_left_out(entry, why):
    rows, losses = rows_of("gsdb", entry)
    assert (rows, losses.left_out) == ([], {why: 1})
