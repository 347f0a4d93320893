"""FollowTheMoney entities, as JSON lines: Event, its parties as PublicBody, Organization and Person, and its report as Article.

The library of that name brings some 200 MB and a compiler with it, so that its entities are written here in plain JSON; a party comes
before the first event that names it. Schemata and properties are those of followthemoney 4.11.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO, Any

from sanudo.dates import bounds
from sanudo.exchange.codes import codes_of
from sanudo.exchange.forms import Format, Losses
from sanudo.exchange.told import Day, clean, doubtful, first_last, headline, is_state, label, place_name
from sanudo.records import Entry, Participant
from sanudo.serial import canonical, content_id

# Codes of bodies that FollowTheMoney takes for countries.
_UNIONS = {"EUR": "eu"}


def write(entries: Iterable[Entry], stream: IO[str]) -> Losses:
    """Write each entity once, one a line."""
    losses = Losses()
    written: set[str] = set()
    for entry in entries:
        losses.written += 1
        losses.lose(
            who_acts_and_on_whom=entry.mention.recipients,
            detail=entry.mention.detail or None,
            confidence=bool(entry.mention.evidence),
            doubt_about_the_date=doubtful(entry),
        )
        for entity in _entities(entry):
            if entity["id"] not in written:
                written.add(entity["id"])
                stream.write(canonical(entity) + "\n")
    return losses


def _entities(entry: Entry) -> Iterator[dict[str, Any]]:
    parties = [entity for party in _parties(entry) for entity in _party(party)]
    yield from parties
    article = entry.mention.article_id
    if article:
        yield _entity(
            article,
            "Article",
            name=", ".join(filter(None, (entry.publisher, entry.published))) or article,
            publisher=entry.publisher,
            publishedAt=_day(entry.published),
            sourceUrl=entry.url,
        )
    yield _event(entry, [entity["id"] for entity in parties], article or None)


def _event(entry: Entry, involved: list[str], article: str | None) -> dict[str, Any]:
    mention = entry.mention
    start, end = map(_prefix, first_last(mention))
    where = mention.where
    return _entity(
        entry.event_id,
        "Event",
        name=headline(entry),
        date=start if start == end else None,
        startDate=start,
        endDate=end,
        location=place_name(where),
        country=_country(where.country if where else None),
        involved=involved,
        summary=[evidence.text for evidence in mention.evidence[:1]],
        keywords=[value for value in (mention.type, mention.mode, str(mention.kind), str(mention.status)) if value],
        sourceUrl=entry.url,
        publisher=entry.publisher,
        recordId=entry.event_id,
        proof=article,
    )


def _parties(entry: Entry) -> Iterable[Participant]:
    return (*entry.mention.actors, *entry.mention.recipients)


def _party(party: Participant) -> Iterator[dict[str, Any]]:
    """The state, body or group, then the person who acts for it, where one is named."""
    code, country = party.state, _country(party.state)
    name = label(party)
    if name == party.name or not code:
        yield _entity(content_id("party", [code, clean(name)]), "Organization", name=name)
        return
    yield _entity(f"party:{code}", "PublicBody" if is_state(code) else "Organization", name=name, country=country)
    if party.name:
        yield _entity(content_id("person", [code, clean(party.name)]), "Person", name=party.name, country=country)


def _entity(id: str, schema: str, **properties: str | list[str] | None) -> dict[str, Any]:
    """An entity; a property is a list of values, and stands there only where it has one."""
    listed = {name: [value] if isinstance(value, str) else value or [] for name, value in properties.items()}
    cleaned = {name: [text for value in some if (text := clean(value))] for name, some in listed.items()}
    return {"id": id, "schema": schema, "properties": {name: some for name, some in cleaned.items() if some}}


def _country(code: str | None) -> str | None:
    codes = codes_of(code or "")
    return codes.alpha2 if codes else _UNIONS.get(code or "")


def _prefix(day: Day) -> str | None:
    """2018-08-07, 2018-08 or 2018."""
    if day.iso or not day.year:
        return day.iso
    return f"{day.year:04d}-{day.month:02d}" if day.month else f"{day.year:04d}"


def _day(edtf: str | None) -> str | None:
    span = bounds(edtf or "")
    return span[0].isoformat() if span and span[0] == span[1] else None


FORMAT = Format("ftm", "FollowTheMoney entities as JSON lines", "jsonl", write)
