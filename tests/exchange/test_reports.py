"""Rows of events and reports, read again with the csv module."""

from dataclasses import replace

from made import OSLO, amount, entry_of, given, rows_of, stated

from sanudo.details import Attack
from sanudo.exchange import FORMATS, reports
from sanudo.records import Attribution, Kind, Place

RAID = Attack(target=stated("port", "the port"), dead=amount(3), injured=amount(10, bound="at_least"))


def raid(detail=RAID, **fields):
    values = {"when": "2021-05", "where": OSLO, "event": "e1:raid", **fields}
    text = "Norway and Iceland hit Sweden."
    return entry_of(text, "ASSAULT", Kind.ATTACK, "NOR:Norway ISL:Iceland", "SWE:Sweden", detail=detail, **values)


def test_it_is_made_of_mentions():
    assert FORMATS["event-reports"].of_mentions


def test_a_report_of_an_event_is_a_row():
    entry = raid()
    (row,), losses = rows_of("event-reports", entry)
    assert given(row) == {
        "id": entry.mention.id,
        "event_id": "e1:raid",
        "country": "Norway",
        "date_start": "2021-05-01",
        "date_end": "2021-05-31",
        "city": "Oslo",
        "location": "Oslo, Norway",
        "latitude": "59.91",
        "longitude": "10.75",
        "actor1": "Norway",
        "actor1_id": "NOR",
        "actor2": "Iceland",
        "actor2_id": "ISL",
        "actor3": "Sweden",
        "actor3_id": "SWE",
        "target": "the port",
        "deaths_best": "3",
        "deaths_low": "3",
        "deaths_high": "3",
        "injuries_best": "10",
        "injuries_low": "10",
        "source": "The Harbour Times",
        "number_of_sources": "1",
        "source_type": "news report",
        "unit_of_analysis": "event report",
        "type": "ASSAULT",
        "kind": "attack",
        "status": "happened",
    }
    assert losses.told("event-reports") == "event-reports: who acts and on whom of 1 event is not kept"


def test_a_range_has_no_best_number_and_an_open_date_no_end():
    (row,), _ = rows_of("event-reports", raid(Attack(dead=amount(200, upto=300)), when="2021-05-03/.."))
    assert (row["deaths_best"], row["deaths_low"], row["deaths_high"]) == ("", "200", "300")
    assert (row["date_start"], row["date_end"]) == ("2021-05-03", "")


def test_a_state_alone_is_of_the_coarsest_precision():
    (row,), _ = rows_of("event-reports", raid(where=Place("NOR")))
    assert (row["country"], row["geo_precision"], row["location"]) == ("Norway", "1", "Norway")


def test_one_report_has_one_row_for_an_event_and_two_reports_two():
    first = raid()
    again = replace(first, mention=replace(first.mention, id="m1:again", confidence=0.95, where=None))
    other = replace(first, mention=replace(first.mention, id="m1:other", article_id="a1:other"))
    for entries in ([first, again, other], [again, first, other]):
        rows, losses = rows_of("event-reports", *entries)
        assert [row["id"] for row in rows] == ["m1:again", "m1:other"]
        assert losses.left_out == {"a second mention in the same report": 1}


def test_more_than_six_actors_and_the_speaker_are_counted_as_lost():
    crowd = raid()
    parties = tuple(replace(crowd.mention.actors[0], state=code) for code in "NOR SWE FIN DNK ISL EST LVA".split())
    said = Attribution("the ministry", "said", 0, 1)
    entry = replace(crowd, mention=replace(crowd.mention, actors=parties, recipients=(), attribution=said))
    (row,), losses = rows_of("event-reports", entry)
    assert row[f"actor{reports.ACTORS}_id"] == "EST"
    assert losses.told("x") == "x: more than six actors and attribution of 1 event are not kept"
