"""Facts with a known truth behind them, and a ledger that holds them."""

from datetime import date

import numpy as np

from sanudo.analyse.facts import Fact
from sanudo.records import Coverage, Outline

DAYS = [date(2014, month, 1).toordinal() for month in range(1, 13)]


def fact(id, day, value, actor="PAK", recipient="RUS", **fields):
    """One fact on a day, an ordinal or ISO."""
    at = day if isinstance(day, int) else date.fromisoformat(day).toordinal()
    told = {
        **{
            "event_id": f"e1:{id}",
            "actor": actor,
            "recipient": recipient,
            "first_day": at,
            "last_day": at,
            "dated": True,
        },
        **{"type": "CONSULT", "kind": "meeting", "quad": 1 if value > 0 else 4, "intensity": float(value)},
        **{"goldstein": float(value), "status": "happened", "confidence": 1.0, "sources": ("A",), "reports": 1},
        **{"disputed": (), "weight": 1.0},
    }
    return Fact(**{**told, **fields})


def planted(seed, rate, sources, spread, noise=3.0):
    """A year of events, `rate` a month on average, of mean +2 and from July -1, told by sources that shift what they tell; and the true tones."""
    dice = np.random.default_rng(seed)
    effects, shares = dice.normal(0, spread, sources), dice.dirichlet(np.full(sources, 2.0))
    tones = np.where(np.arange(12) < 6, 2.0, -1.0)
    facts = []
    for month, tone in enumerate(tones):
        for _ in range(dice.poisson(rate)):
            source = dice.choice(sources, p=shares)
            value = tone + effects[source] + dice.normal(0, noise)
            day = DAYS[month] + int(dice.integers(28))
            facts.append(fact(f"{len(facts):05}", day, value, sources=(f"s{source}",)))
    return facts, tones


def outline(id, type, day, actors=("PAK",), recipients=("RUS",), **fields):
    """An event of a ledger on one day."""
    told = {
        **{"event_id": f"e1:{id}", "type": type, "kind": "other", "status": "happened", "actors": actors},
        **{"recipients": recipients, "symmetric": not recipients, "first_day": day, "last_day": day, "dated": True},
        **{"confidence": 0.9, "goldstein": None, "sources": ("Dawn",), "reports": 1, "disputed": ()},
    }
    return Outline(**{**told, **fields})


class Book:
    """A ledger of these outlines."""

    def __init__(self, *outlines, coverage=()):
        self._outlines = outlines
        self._coverage = coverage or [Coverage(o.first_day, o.last_day, o.reports, 0) for o in outlines]

    def outlines(self, *, between, until):
        return [o for o in self._outlines if not until or o.first_day <= f"{until}-99"]

    def coverage(self):
        return self._coverage
