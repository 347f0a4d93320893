"""The facts of one pair of states as arrays, one number a deed, in the order of their days and then of their events' ids."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from sanudo.analyse.facts import Fact
from sanudo.analyse.resample import Floats, Ints, Sources

SCALES = ("plover", "goldstein")


@dataclass(frozen=True, slots=True, eq=False)
class Deeds:
    """Deeds side by side: `value` is the intensity times the weight, `event` numbers `event_ids`, `sources` and `names` say who tells of which."""

    facts: tuple[Fact, ...]
    day: Ints
    weight: Floats
    value: Floats
    event: Ints
    event_ids: tuple[str, ...]
    sources: Sources
    names: tuple[str, ...]


def deeds(facts: Sequence[Fact], scale: str) -> Deeds:
    """The deeds of these facts on a scale."""
    kept = tuple(sorted(facts, key=lambda fact: (fact.first_day, fact.event_id, fact.actor, fact.recipient)))
    weight = np.array([fact.weight for fact in kept], dtype=np.float64)
    values = np.array([intensity(fact, scale) for fact in kept], dtype=np.float64)
    ids = tuple(dict.fromkeys(fact.event_id for fact in kept))
    number = {id: at for at, id in enumerate(ids)}
    told = {fact.event_id: fact.sources or ("",) for fact in kept}
    names = tuple(sorted({name for sources in told.values() for name in sources}))
    place = {name: at for at, name in enumerate(names)}
    rows = [(number[id], place[name], 1 / len(told[id])) for id in ids for name in told[id]]
    events, sources, shares = zip(*rows, strict=True) if rows else ((), (), ())
    return Deeds(
        facts=kept,
        day=np.array([fact.first_day for fact in kept], dtype=np.int64),
        weight=weight,
        value=values * weight,
        event=np.array([number[fact.event_id] for fact in kept], dtype=np.int64),
        event_ids=ids,
        sources=Sources(len(names), np.array(events, np.int64), np.array(sources, np.int64), np.array(shares)),
        names=names,
    )


def intensity(fact: Fact, scale: str) -> float:
    """What a fact counts for on a scale."""
    return fact.intensity if scale == "plover" else fact.goldstein


def only_source(told: Deeds) -> Ints:
    """The number of the source that alone tells of the event of each deed; the number after the last where several do."""
    single = np.full(len(told.event_ids), told.sources.count, dtype=np.int64)
    for event, rows in groupby(zip(told.sources.events, told.sources.sources, strict=True), key=lambda row: row[0]):
        sources = [source for _, source in rows]
        if len(sources) == 1:
            single[event] = sources[0]
    return single[told.event]
