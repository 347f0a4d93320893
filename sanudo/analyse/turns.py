"""Signs that hang on one event or one source: what a number would be without it."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from sanudo.analyse.deeds import Deeds
from sanudo.analyse.resample import Floats, Ints
from sanudo.figures import Turn

_NOTHING = 1e-9  # below this a sum of intensities is 0


def sign(value: float) -> int:
    """-1, 0 or 1."""
    return int(value > _NOTHING) - int(value < -_NOTHING)


def turns(
    told: Deeds, at: Ints, kept: Floats, fade: Floats, net: Floats, score: Floats, source: Ints
) -> tuple[tuple[Turn, ...], ...]:
    """For each period what alone, left out, turns the sign of the net or of the score or makes it nothing: of events and of sources the heaviest.

    A source is left out with the events that it alone tells (`source`, by deed), unless there is no other.
    """
    sources = told.sources.count
    by_event = _turned(told, kept, fade, at, told.event, len(told.event_ids), net, score)
    by_source = _turned(told, kept, fade, at, source, sources, net, score) if sources > 1 else []
    named: list[list[Turn]] = [[] for _ in net]
    for measure, n, group in by_event:
        named[n].append(Turn(measure, "event", told.event_ids[group]))
    for measure, n, group in by_source:
        named[n].append(Turn(measure, "source", told.names[group]))
    return tuple(map(tuple, named))


def _turned(
    told: Deeds, kept: Floats, fade: Floats, at: Ints, group: Ints, groups: int, net: Floats, score: Floats
) -> list[tuple[str, int, int]]:
    """Measure, period and group of every sign that turns without that group. What is in no group has the number after the last."""
    found = []
    edges = np.searchsorted(at, np.arange(len(net) + 1))
    state = np.zeros(groups + 1)
    for n, (begin, end) in enumerate(pairwise(edges)):
        here = slice(begin, end)
        own = np.bincount(group[here], told.value[here], groups + 1)
        state = state * fade[n] + np.bincount(group[here], told.value[here] * kept[here], groups + 1)
        for measure, whole, parts in (("net", net[n], own), ("score", score[n], state)):
            way = sign(whole)
            heaviest = int(np.argmax(way * parts[:groups]))
            if way and sign(whole - parts[heaviest]) != way:
                found.append((measure, n, heaviest))
    return found
