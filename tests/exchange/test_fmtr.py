"""The Foreign Military Training Report, read again with the csv module."""

import pytest
from made import OSLO, amount, entry_of, given, rows_of, stated

from sanudo.details import Training
from sanudo.exchange import fmtr
from sanudo.records import Basis, Kind, Status

COURSE = Training(
    trainees=stated("medics", "army medics"),
    number=amount(40),
    institutes=(stated("war college", "the Norwegian war college"),),
    programme=stated("Nordic Shield"),
    stage=stated("completed"),
)
TEXT = "Norway trained 40 medics from Iceland and Sweden on 3 May 2021."


def course(recipients="ISL:Iceland", detail=COURSE, **fields):
    basis = (Basis("when", "stated", TEXT.index("3 May"), TEXT.index(".")),)
    values = {"when": "2021-05-03", "where": OSLO, "basis": basis, **fields}
    return entry_of(TEXT, "AID", Kind.TRAINING, "NOR:Norway", recipients, detail=detail, **values)


def test_columns_are_those_of_the_edition_then_ours():
    assert len(fmtr.COLUMNS) == 25
    assert fmtr.COLUMNS[-1] == "sanudo:trainer"


def test_words_stand_beside_clean_values():
    entry = course()
    (row,), losses = rows_of("fmtr", entry)
    article = entry.mention.article_id
    assert given(row) == {
        "training:id:admin": "e1:1",
        "training:country": "Iceland",
        "qa:training_country_iso_3166_1": "ISL",
        "training:program": "Nordic Shield",
        "training:delivery_unit": "the Norwegian war college",
        "training:recipient_unit": "army medics",
        "training_start_date": "3 May 2021",
        "qa:training_start_date_clean": "2021-05-03",
        "training:location": "Oslo, Norway",
        "training:quantity": "40",
        "training:status:admin": fmtr.UNCHECKED,
        "training:source_at_publication_level:admin": article,
        "qa:training_source_url": "https://news.example/1",
        "training:citation_id:admin": f"{article}#0-{len(TEXT)}",
        "training:source_title_with_volume_section:admin": "The Harbour Times, 2021-05-10",
        "sanudo:trainer": "Norway",
    }
    assert losses.told("fmtr") == "fmtr: stage of 1 event is not kept"


def test_of_several_states_none_has_the_number():
    rows, losses = rows_of("fmtr", course("ISL:Iceland SWE:Sweden"))
    assert [(row["training:country"], row["training:quantity"]) for row in rows] == [("Iceland", ""), ("Sweden", "")]
    assert losses.fields["number of several states together"] == 1


def test_a_stretch_of_days_has_an_end():
    (row,), _ = rows_of("fmtr", course(when="2021-05-03/2021-06-30"))
    assert row["qa:training_end_date_clean"] == "2021-06-30"


def test_a_date_vaguer_than_a_day_has_no_clean_value():
    (row,), _ = rows_of("fmtr", course(when="2021-05", basis=()))
    assert (row["training_start_date"], row["qa:training_start_date_clean"]) == ("2021-05", "")


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        (course(status=Status.POSSIBLE), "told as possible, not as having taken place"),
        (course(recipients=""), "a training without a trainer and a trained party told apart"),
        (course(detail=None), "no training"),
    ],
)
def test_what_is_left_out(entry, why):
    rows, losses = rows_of("fmtr", entry)
    assert (rows, losses.left_out) == ([], {why: 1})
