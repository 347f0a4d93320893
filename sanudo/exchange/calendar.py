"""iCalendar (RFC 5545): an all-day entry for each event whose days are known.

The stamp that the format asks for is the report's day of publication, or else the event's last day: no clock is read.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import IO, Any

from sanudo.dates import bounds
from sanudo.exchange.extras import extra
from sanudo.exchange.forms import Format, Losses
from sanudo.exchange.told import clean, doubtful, first_last, headline, place_name
from sanudo.records import Entry, Status

_STATUS = {Status.HAPPENED: "CONFIRMED", Status.ONGOING: "CONFIRMED", Status.DENIED: "CANCELLED"}


def write(entries: Iterable[Entry], stream: IO[str]) -> Losses:
    """Write one calendar, its lines ended as the format demands.

    Raises:
        MissingExtraError: icalendar is not installed.
    """
    icalendar, losses = extra("icalendar"), Losses()
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Sanudo//Sanudo//EN")
    calendar.add("version", "2.0")
    for entry in entries:
        start, end = (day.iso and date.fromisoformat(day.iso) for day in first_last(entry.mention))
        if not start or not end:
            losses.left_out["no date, or none to the day"] += 1
            continue
        losses.written += 1
        losses.lose(detail=entry.mention.detail or None, doubt_about_the_date=doubtful(entry))
        calendar.add_component(_event(icalendar, entry, start, end))
    stream.write(calendar.to_ical().decode())
    return losses


def _event(icalendar: Any, entry: Entry, start: date, end: date) -> Any:
    mention, where = entry.mention, entry.mention.where
    published = bounds(entry.published or "")
    event = icalendar.Event()
    event.add("uid", f"{entry.event_id}@sanudo")
    event.add("dtstamp", datetime.combine(published[0] if published else end, time(tzinfo=UTC)))
    event.add("dtstart", start)
    if end < date.max:
        event.add("dtend", end + timedelta(days=1))
    event.add("summary", clean(headline(entry)))
    event.add("status", _STATUS.get(mention.status, "TENTATIVE"))
    event.add("categories", [value for value in (str(mention.kind), mention.type) if value])
    if told := next((evidence.text for evidence in mention.evidence), ""):
        event.add("description", clean(" ".join(filter(None, (told, entry.publisher and f"({entry.publisher})")))))
    if place := clean(place_name(where)):
        event.add("location", place)
    if where and where.lat is not None and where.lon is not None:
        event.add("geo", (where.lat, where.lon))
    if entry.url:
        event.add("url", clean(entry.url))
    return event


FORMAT = Format("ical", "an all-day entry for each event with a date, as iCalendar", "ics", write)
