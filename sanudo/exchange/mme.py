"""MME, multinational military exercises (D'Orazio and Galambos 2021, doi:10.7910/DVN/KHFODX): a row for each exercise.

As there, "xx" is a day that is not known, -9 a name, place or state that is not. A flag is 1 where the report says so and empty where it
does not: MME has 0 there, but a report that is silent does not say no. States stand in alphabetical order.
"""

from __future__ import annotations

from itertools import product
from string import ascii_uppercase

from sanudo.details import Exercise
from sanudo.exchange.forms import Format, Losses
from sanudo.exchange.tables import Cell, LeftOut, Rows, flag, table
from sanudo.exchange.told import Day, detail_of, doubtful, first_last, is_state, labels, not_done, states, values
from sanudo.records import Entry, Place
from sanudo.resources import state_name

_LETTERS = [first + second for first, second in product(["", "A"], ascii_uppercase)][:39]  # A to AM
STATE_COLUMNS = tuple(f"State{letters}" for letters in _LETTERS)
DOMAINS = {
    "command_post": "CPX",
    "air": "Air",
    "land": "Land",
    "sea": "Sea",
    "amphibious": "Amphibious",
    "cyber": "Cyber",
}
FOCUS = {"warfighting": "Warfighting", "peacekeeping": "Peacekeeping", "humanitarian": "Humanitarian"}
COLUMNS = (
    *("MMEID", "Ex_Name", "Series_Name", "Location", "lat", "lon"),
    *("StartDate", "s.year", "s.month", "s.day", "EndDate", "e.year", "e.month", "e.day"),
    *DOMAINS.values(),
    *FOCUS.values(),
    *("FocusDescription", "AdditionalParticipantInfo"),
    *STATE_COLUMNS,
)
UNKNOWN = -9
UNKNOWN_DAY = "xx"


def _rows(entry: Entry, losses: Losses) -> Rows:
    exercise = detail_of(entry, Exercise)
    if exercise is None:
        return LeftOut("no exercise")
    if why := not_done(entry):
        return LeftOut(why)
    parties = [*entry.mention.actors, *entry.mention.recipients]
    members = sorted(state_name(code) for code in states(parties) if is_state(code))
    if len(members) > len(STATE_COLUMNS):
        return LeftOut(f"an exercise of more than {len(STATE_COLUMNS)} states")
    start, end = first_last(entry.mention)
    where, name = entry.mention.where or Place(), exercise.name
    row: dict[str, Cell] = {
        "MMEID": entry.event_id,
        "Ex_Name": name.value if name else UNKNOWN,
        "Location": where.place or (state_name(where.country) if where.country else UNKNOWN),
        "lat": where.lat,
        "lon": where.lon,
        "StartDate": _date(start),
        "EndDate": _date(end),
        "FocusDescription": "; ".join(one.text for one in exercise.focus),
        "AdditionalParticipantInfo": "; ".join(labels(party for party in parties if not is_state(party.state))),
    }
    for mark, day in (("s", start), ("e", end)):
        unknown_day = UNKNOWN_DAY if day.month else None
        row |= {f"{mark}.year": day.year, f"{mark}.month": day.month, f"{mark}.day": day.day or unknown_day}
    domains, focus = values(exercise.domains), values(exercise.focus)
    row |= {column: flag(value in domains) for value, column in DOMAINS.items()}
    row |= {column: flag(value in focus) for value, column in FOCUS.items()}
    named: list[Cell] = [*members] or [UNKNOWN]
    row |= dict(zip(STATE_COLUMNS, named, strict=False))
    losses.lose(
        edition=exercise.edition,
        size=exercise.size,
        first_time=exercise.first_time,
        doubt_about_the_date=doubtful(entry),
    )
    return [row]


def _date(day: Day) -> str | None:
    """2018-08-07, or 2018-08-xx; a year alone is left to its own column."""
    if not day.year or not day.month:
        return None
    return day.iso or f"{day.year}-{day.month:02d}-{UNKNOWN_DAY}"


FORMAT = Format("mme", "exercises as rows of MME", "csv", table(COLUMNS, _rows))
