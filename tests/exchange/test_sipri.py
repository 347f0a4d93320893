"""SIPRI's trade register, read as its users read it."""

import csv
import io

import pytest
from made import amount, entry_of, item, stated, written

from sanudo.details import Transfer
from sanudo.exchange import sipri
from sanudo.records import Kind, Status


def delivery(detail: Transfer, actors: str = "SWE:Sweden", recipients: str = "NOR:Norway", **fields):
    text = "Sweden delivered Archer guns to Norway and Iceland in 2019."
    return entry_of(text, "COOPERATE", Kind.TRANSFER, actors, recipients, detail=detail, when="2019", **fields)


def register(*entries):
    text, losses = written("sipri", entries)
    lines = list(csv.reader(text.splitlines()[11:]))
    assert tuple(lines[0]) == sipri.COLUMNS
    return lines[1:], losses


GUNS = item("Archer", "self-propelled gun", amount(24))
TAIL = ["", "", ""]


def test_an_order_has_year_and_number():
    deal = Transfer((GUNS,), stated("ordered"), amount(150e6, "USD"), stated("2021", "by 2021"))
    (row,), losses = register(delivery(deal))
    assert row[:12] == [
        *("Norway", "Sweden", "2019", "", "24", "", "Archer", "self-propelled gun"),
        *("..", "", "..", ""),
    ]
    assert row[12] == "value 1.5e+08 USD; delivery by 2021; https://news.example/1"
    assert row[13:] == TAIL
    assert losses.told("sipri") is None


def test_a_delivery_has_number_and_years():
    (row,), _ = register(delivery(Transfer((GUNS,), stated("delivered"), delivery=stated("", "in 2018 and 2019"))))
    assert row[2:11] == ["..", "", "..", "", "Archer", "self-propelled gun", "24", "", "2018-2019"]


def test_what_is_uncertain_or_unknown_is_marked():
    some = item(None, "helicopter", amount(10, bound="about"))
    (row,), _ = register(delivery(Transfer((some,), stated("ordered")), actors="", when_basis=None))
    assert row[:8] == ["Norway", "unknown supplier", "2019", "", "10", "?", "..", "helicopter"]


def test_each_kind_of_equipment_has_a_row_and_licences_are_named():
    rows, _ = register(delivery(Transfer((GUNS, item("CV90")), stated("licensed"))))
    assert [(row[6], row[4], row[12].split(";")[0]) for row in rows] == [
        ("Archer", "24", "licensed production"),
        ("CV90", "..", "licensed production"),
    ]


def test_without_a_stage_the_number_is_only_a_comment():
    (row,), _ = register(delivery(Transfer((GUNS,))))
    assert row[2:11] == ["..", "", "..", "", "Archer", "self-propelled gun", "..", "", ".."]
    assert row[12].startswith("Archer (stage not stated)")


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        (delivery(Transfer((GUNS,), stated("offered"))), "an offer"),
        (delivery(Transfer((GUNS,), stated("cancelled"))), "a transfer that was cancelled"),
        (delivery(Transfer((), stated("ordered"))), "a transfer of equipment that is not named"),
        (
            delivery(Transfer((GUNS,), stated("delivered")), status=Status.PLANNED),
            "told as planned, not as having taken place",
        ),
        (
            delivery(Transfer((GUNS,), stated("delivered")), recipients="NOR:Norway ISL:Iceland"),
            "a transfer without one supplier and one recipient",
        ),
        (entry_of("Sweden met Norway.", "CONSULT", Kind.MEETING, "SWE:Sweden NOR:Norway"), "no transfer"),
    ],
)
def test_what_the_register_does_not_hold(entry, why):
    rows, losses = register(entry)
    assert (rows, losses.left_out) == ([], {why: 1})


def test_it_is_ascii_with_eleven_lines_before_the_headings():
    text, _ = written("sipri", [delivery(Transfer((item("Błękit-2’s", "łódź 战"),), stated("ordered")))])
    assert text.encode("latin-1").decode("utf-8") == text
    assert "Blekit-2's,lodz ?," in text
    lines = text.splitlines()
    assert lines[11].startswith("Recipient,Supplier,Year of order,,Number ordered,,")
    assert [line for line in lines if line][10] == lines[11]


def test_users_read_it_with_pandas():
    pandas = pytest.importorskip("pandas")
    text, _ = written("sipri", [delivery(Transfer((GUNS,), stated("ordered")))])
    for how in ({"skiprows": 11}, {"header": 10}):
        frame = pandas.read_csv(io.BytesIO(text.encode("latin-1")), encoding="latin-1", **how)
        assert frame.loc[0, "Weapon designation"] == "Archer"
        assert frame.loc[0, "Number ordered"] == 24


def test_no_cell_is_a_formula():
    (row,), _ = register(delivery(Transfer((item("=1+1"),), stated("ordered"))))
    assert row[6] == "'=1+1"
