"""COLT, Country and Organization Leader Travel (Moyer et al. 2025, ISQ sqaf013): a row for each person who travels.

COLT is of leaders; a chief of staff or a deputy minister who travels has a row here too. Its list of roles is not published, so the role is
one of our levels. What COLT answers by Yes or No is Yes here, or empty: a report that is silent does not say no.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from sanudo.details import Lead, Meeting
from sanudo.exchange.forms import Format, Losses
from sanudo.exchange.tables import Cell, LeftOut, Row, Rows, table
from sanudo.exchange.told import detail_of, doubtful, first_last, is_state, lasted, not_done, states
from sanudo.records import Entry, Kind
from sanudo.resources import state_name

COLUMNS = (
    "TripID LeaderID LeaderCountryOrIGO LeaderCountryISO LeaderRegion LeaderSubregion PriorityLeader LeaderRole LeaderTitle LeaderSurname "
    "LeaderFullName Exiled CountryVisited CountryVisitedISO RegionVisited SubRegionVisited DisputedTerritory SemiAutoTerritory TripYear "
    "TripStartDate TripEndDate TripDuration MetHostHoGS HostHOGSName MetNonhostHOGS NonhostHOGSNames MetIGOLeader IGOLeaderName "
    "AttendedMultilatEvent AttendedMultilatMinisterialEvent NameMultilatEvent PublicAddress SignedAgreement BusinessLeaderOrForum "
    "CulturalSiteOrCeremony Confidence"
).split()
YES = "Yes"
_OF_STATE = ["president", "king", "queen", "emir", "amir", "sultan", "emperor", "pope", "supreme leader"]
_OF_GOVERNMENT = ["prime minister", "premier", "chancellor", "taoiseach"]
_SIGNED = re.compile(r"\bsigned\b", re.IGNORECASE)


def _rows(entry: Entry, losses: Losses) -> Rows:
    meeting = detail_of(entry, Meeting)
    if meeting is None:
        return LeftOut("no visit and no meeting")
    if why := not_done(entry):
        return LeftOut(why)
    if entry.mention.mode == "phone":
        return LeftOut("talks from afar")
    country = _country(entry)
    if country is None:
        return LeftOut("a visit or meeting in a country that is not told")
    travellers = [
        lead
        for lead in _visitors(entry, meeting)
        if (lead.name or lead.office) and lead.state and lead.state != country
    ]
    if not travellers:
        return LeftOut("a visit or meeting without a named person from abroad")
    losses.lose(
        purpose=meeting.purpose,
        topics=meeting.topics,
        rank=any(lead.rank for lead in travellers),
        town=entry.mention.where and entry.mention.where.place,
        first_time=meeting.first_time,
        doubt_about_the_date=doubtful(entry),
    )
    shared = _trip(entry, country) | _met(meeting, country)
    return [{**_leader(lead, meeting), **shared} for lead in travellers]


def _country(entry: Entry) -> str | None:
    """Where it took place; a visit of which only the host is told, in the host's state."""
    where = entry.mention.where
    if where and where.country:
        return where.country
    hosts = [code for code in states(entry.mention.recipients) if is_state(code)]
    return hosts[0] if entry.mention.kind is Kind.VISIT and len(hosts) == 1 else None


def _visitors(entry: Entry, meeting: Meeting) -> Iterator[Lead]:
    """Those whom the record calls visitors, or else the persons named among those who act."""
    actors = entry.mention.actors
    codes = states(actors)
    only = codes[0] if len(codes) == 1 else None
    for lead in meeting.visitors:
        yield replace(lead, state=lead.state or only)
    if not meeting.visitors:
        named = {party.name: party for party in reversed(actors) if party.name and is_state(party.state)}
        for name, party in reversed(named.items()):
            yield Lead(name, party.state, None, None, party.text, party.start, party.end)


def _leader(lead: Lead, meeting: Meeting) -> Row:
    """The level of the meeting is a person's where it was read from the words that introduce them."""
    level = meeting.level
    told = level is not None and lead.start <= level.start < lead.end and level.text in lead.text
    own = level.value if level and told else None
    return {
        "LeaderCountryOrIGO": state_name(lead.state or ""),
        "LeaderCountryISO": lead.state if is_state(lead.state or "") else None,
        "LeaderRole": _level(lead) or own,
        "LeaderTitle": lead.office,
        "LeaderFullName": lead.name,
    }


def _level(lead: Lead) -> str | None:
    office = (lead.office or "").lower()
    if office in _OF_STATE:
        return "head_of_state"
    return "head_of_government" if office in _OF_GOVERNMENT else None


def _trip(entry: Entry, country: str) -> dict[str, Cell]:
    start, end = first_last(entry.mention)
    last = end.iso if lasted(entry.mention) else None
    days = (date.fromisoformat(last) - date.fromisoformat(start.iso)).days + 1 if start.iso and last else None
    return {
        "TripID": entry.event_id,
        "CountryVisited": state_name(country),
        "CountryVisitedISO": country,
        "TripYear": start.year,
        "TripStartDate": start.iso,
        "TripEndDate": last,
        "TripDuration": days,
    }


def _met(meeting: Meeting, country: str) -> dict[str, Cell]:
    heads = [lead for lead in meeting.hosts if _level(lead)]
    bodies = [lead for lead in meeting.hosts if lead.state and not is_state(lead.state)]
    signed = meeting.outcome is not None and _SIGNED.search(meeting.outcome.text)
    return {
        **_answer("MetHostHoGS", "HostHOGSName", (lead for lead in heads if lead.state == country)),
        **_answer("MetNonhostHOGS", "NonhostHOGSNames", (lead for lead in heads if lead.state not in (None, country))),
        **_answer("MetIGOLeader", "IGOLeaderName", bodies),
        "SignedAgreement": YES if signed else None,
    }


def _answer(question: str, names: str, leads: Iterable[Lead]) -> dict[str, Cell]:
    met = list(leads)
    return {question: YES if met else None, names: "; ".join(lead.name for lead in met if lead.name)}


FORMAT = Format("colt", "visits and meetings as trips of COLT", "csv", table(COLUMNS, _rows))
