"""COLT, read again with the csv module."""

from dataclasses import replace

import pytest
from build import party_of
from made import OSLO, entry_of, given, lead, rows_of, stated, visit

from sanudo.details import Meeting
from sanudo.exchange import colt
from sanudo.records import Kind, Place, Status

TALKS = Meeting(
    visitors=(lead("Kari Moen", "NOR", "defence minister"),),
    hosts=(lead("Jon Arnason", "ISL", "president"), lead("Ada Berg", "NAT", "secretary general")),
    level=stated("minister"),
    purpose=stated("talks"),
    outcome=stated("", "signed a memorandum"),
)


def test_columns_are_those_of_the_data_set():
    assert len(colt.COLUMNS) == 36
    assert (colt.COLUMNS[0], colt.COLUMNS[-1]) == ("TripID", "Confidence")


def test_a_visit_is_a_trip_with_its_days():
    (row,), losses = rows_of("colt", visit(detail=TALKS))
    assert given(row) == {
        "TripID": "e1:1",
        "LeaderCountryOrIGO": "Norway",
        "LeaderCountryISO": "NOR",
        "LeaderRole": "minister",
        "LeaderTitle": "defence minister",
        "LeaderFullName": "Kari Moen",
        "CountryVisited": "Iceland",
        "CountryVisitedISO": "ISL",
        "TripYear": "2021",
        "TripStartDate": "2021-05-03",
        "TripEndDate": "2021-05-05",
        "TripDuration": "3",
        "MetHostHoGS": "Yes",
        "HostHOGSName": "Jon Arnason",
        "MetIGOLeader": "Yes",
        "IGOLeaderName": "Ada Berg",
        "SignedAgreement": "Yes",
    }
    assert losses.told("colt") == "colt: purpose and town of 1 event are not kept"


def test_a_level_is_a_persons_only_by_the_words_that_introduce_them():
    elsewhere = replace(TALKS, level=replace(stated("chief_of_staff"), start=90, end=95))
    (row,), _ = rows_of("colt", visit(detail=elsewhere))
    assert row["LeaderRole"] == ""


def test_one_day_may_be_that_of_the_arrival_and_a_body_has_no_iso_code():
    chief = Meeting(visitors=(lead("Ada Berg", "NAT", "Secretary General"), lead(None, "NOR")))
    (row,), _ = rows_of("colt", visit(detail=chief, when="2021-05-03"))
    assert (row["TripStartDate"], row["TripEndDate"], row["TripDuration"]) == ("2021-05-03", "", "")
    assert (row["LeaderCountryOrIGO"], row["LeaderCountryISO"]) == ("NATO", "")


def test_the_host_is_where_a_visit_leads_if_no_place_is_told():
    (row,), _ = rows_of("colt", visit(detail=TALKS, where=None))
    assert row["CountryVisitedISO"] == "ISL"


def test_each_traveller_has_a_row_and_nobody_travels_at_home():
    both = Meeting(visitors=(lead("Kari Moen", None, "king"), lead("Ole Dahl", "NOR"), lead("Jon Arnason", "ISL")))
    rows, _ = rows_of("colt", visit(detail=both))
    assert [(row["LeaderFullName"], row["LeaderCountryISO"], row["LeaderRole"]) for row in rows] == [
        ("Kari Moen", "NOR", "head_of_state"),
        ("Ole Dahl", "NOR", ""),
    ]


def test_without_visitors_the_persons_among_the_actors_travel():
    text = "Kari Moen met Jon Arnason in Oslo."
    people = (
        party_of("NOR", "Kari Moen", text, name="Kari Moen"),
        party_of("ISL", "Jon Arnason", text, name="Jon Arnason"),
    )
    met = entry_of(text, "CONSULT", Kind.MEETING, "", detail=Meeting(), where=OSLO, when="2021")
    entry = replace(met, mention=replace(met.mention, actors=people))
    (row,), _ = rows_of("colt", entry)
    assert (row["LeaderFullName"], row["CountryVisited"], row["TripYear"]) == ("Jon Arnason", "Norway", "2021")


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        (visit(detail=TALKS, status=Status.PLANNED), "told as planned, not as having taken place"),
        (visit(detail=TALKS, mode="phone"), "talks from afar"),
        (visit(detail=Meeting()), "a visit or meeting without a named person from abroad"),
        (
            visit(detail=TALKS, where=Place(None, "Baltic Sea"), kind=Kind.MEETING),
            "a visit or meeting in a country that is not told",
        ),
        (visit(), "no visit and no meeting"),
    ],
)
def test_what_is_left_out(entry, why):
    rows, losses = rows_of("colt", entry)
    assert (rows, losses.left_out) == ([], {why: 1})
