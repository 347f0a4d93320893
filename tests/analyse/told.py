"""Facts in a line each, so that a test says only what it is about."""

from sanudo.analyse.facts import facts
from sanudo.records import Outline


def outline(told, **fields):
    """An event from `PAK RUS SUPPORT 2018-08-06`; `PAK=RUS` for one in which nobody leads."""
    parties, type, day = told.rsplit(" ", 2)
    symmetric = "=" in parties
    actors, recipients = (parties.split("="), ()) if symmetric else map(str.split, parties.split(" ", 1))
    values = {
        "event_id": f"e1:{told}",
        "type": type,
        "kind": "other",
        "status": "happened",
        "actors": tuple(actors),
        "recipients": tuple(recipients),
        "symmetric": symmetric,
        "first_day": day,
        "last_day": day,
        "dated": True,
        "confidence": 0.9,
        "goldstein": None,
        "sources": ("Dawn",),
        "reports": 1,
        "disputed": (),
    }
    return Outline(**(values | fields))


def told(*lines, **fields):
    """The facts of events told so."""
    return list(facts(outline(line, **fields) for line in lines))
