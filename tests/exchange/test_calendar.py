"""iCalendar, read again with icalendar."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from made import visit, written

from sanudo.records import Status, WhenBasis

icalendar = pytest.importorskip("icalendar", reason="pip install 'sanudo[exchange]'")


def events_of(*entries):
    text, losses = written("ical", entries)
    return icalendar.Calendar.from_ical(text).walk("VEVENT"), losses


def test_an_event_is_an_all_day_entry_and_no_clock_is_read():
    (event,), losses = events_of(visit())
    assert event["uid"] == "e1:1@sanudo"
    assert event.decoded("dtstart") == date(2021, 5, 3)
    assert event.decoded("dtend") == date(2021, 5, 6)
    assert event.decoded("dtstamp") == datetime(2021, 5, 10, tzinfo=UTC)
    assert event["summary"] == "Norway > Iceland: visit (CONSULT), happened"
    assert event["description"] == "Norway visited Iceland from 3 to 5 May 2021. (The Harbour Times)"
    assert event["location"] == "Reykjavik, Iceland"
    assert event["geo"].to_ical() == "64.15;-21.94"
    assert event["status"] == "CONFIRMED"
    assert event["url"] == "https://news.example/1"
    assert losses.told("ical") is None


def test_without_a_day_of_publication_the_stamp_is_the_last_day():
    (event,), _ = events_of(replace(visit(when="2021-05-03"), published=None))
    assert event.decoded("dtstamp") == datetime(2021, 5, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    ("status", "word"),
    [(Status.PLANNED, "TENTATIVE"), (Status.DENIED, "CANCELLED"), (Status.ONGOING, "CONFIRMED")],
)
def test_the_status_is_said_in_the_words_of_the_format(status, word):
    (event,), _ = events_of(visit(status=status))
    assert event["status"] == word


def test_a_date_vaguer_than_a_day_is_left_out():
    vague = [visit(when="2021-05"), visit(when=None), visit(when_basis=WhenBasis.RELATIVE), visit(when="2021-05-03/..")]
    events, losses = events_of(*vague)
    assert events == []
    assert losses.told("ical") == "ical: 4 events are left out: no date, or none to the day"


def test_lines_are_ended_as_the_format_demands_and_text_cannot_add_lines():
    entry = replace(visit(), publisher="Times\r\nATTENDEE:mailto:x@example.com")
    text, _ = written("ical", [entry])
    assert text.count("\n") == text.count("\r\n")
    assert not any(line.startswith("ATTENDEE") for line in text.splitlines())
