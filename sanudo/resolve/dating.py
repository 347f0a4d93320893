"""How likely a time expression dates the event of its sentence, by logistic regression over a few declared features.

The nearest date is often that of another clause: "Peru, which joined in 2014, met Chile on Tuesday". The weights were learned on the
annotated real articles (`python -m models.dating`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from sanudo import dates
from sanudo.codebook import SPOKEN
from sanudo.learned import Weights, chance, weights
from sanudo.records import EventMention, Status
from sanudo.resolve.expressions import TimeExpression
from sanudo.resolve.tense import lies_ahead

PLANS = (Status.PLANNED, Status.POSSIBLE)
CLAUSE = re.compile(
    r"[,;:—–]|\b(?:that|who|which|whose|when|where|after|before|as|while|and|but|because|since|although|if|over|amid|during|following)\b",
    re.IGNORECASE,
)
MOST_CLAUSES = 5
# Characters between a party and an expression in which clauses are counted.
REACH = 400
# What stands before and after an expression that is a part of a noun's name.
_DETERMINER = re.compile(r"(?:\b(?:the|an?|its|their|his|her|our|that|this)|[’']s)\s$", re.IGNORECASE)
_NOUN = re.compile(
    r"\s(?!(?:in|on|at|by|to|for|from|of|and|or|but|with|when|as|after|before|that|which|who|is|was|were|are|has|had|have|will|would|said|over|amid|during|against|between)\b)[A-Za-z]"
)
# Days before the report from which a date is history.
LONG_AGO = 365


@dataclass(frozen=True, slots=True)
class Candidate:
    """A time expression of a mention's sentence; `rivals` counts all of them there, itself too.

    `near` is the span of the party nearest to it (its own span where the sentence names none), `news` the first day on which the article
    may have been published.
    """

    time: TimeExpression
    mention: EventMention
    text: str
    rivals: int
    near: tuple[int, int]
    news: date | None


def candidates(
    times: Sequence[TimeExpression], mention: EventMention, text: str, news: date | None
) -> tuple[Candidate, ...]:
    """The time expressions of a mention's sentence as candidates for its date."""
    told = mention.evidence[0]
    parties = [(p.start, p.end) for p in mention.actors + mention.recipients if told.start <= p.start < told.end]

    def nearest(time: TimeExpression) -> tuple[int, int]:
        return min(parties, key=lambda span: _gap(time, span), default=(time.start, time.start))

    return tuple(Candidate(time, mention, text, len(times), nearest(time), news) for time in times)


def distance(of: Candidate) -> float:
    """Characters between the expression and the nearest party, as a logarithm."""
    return math.log1p(_gap(of.time, of.near))


def clauses(of: Candidate) -> float:
    """Commas and words that begin a clause between them, up to MOST_CLAUSES."""
    start, end = min(of.time.end, of.near[1]), max(of.time.start, of.near[0])
    return float(sum(1 for _ in islice(CLAUSE.finditer(of.text, start, min(end, start + REACH)), MOST_CLAUSES)))


def after(of: Candidate) -> float:
    """The expression follows the party."""
    return float(of.time.start >= of.near[1])


def rivals(of: Candidate) -> float:
    """How many expressions the sentence has, as a logarithm."""
    return math.log(of.rivals)


def on_day(of: Candidate) -> float:
    """The word before it is "on"."""
    return float(of.text[max(of.time.start - 4, 0) : of.time.start].lower().split()[-1:] == ["on"])


def spoken(of: Candidate) -> float:
    """The event is an act of speech: what it speaks of is often dated in its sentence."""
    return float(of.mention.type in SPOKEN)


def closed_though_ongoing(of: Candidate) -> float:
    """The event goes on, and the date has an end."""
    return float(of.mention.status is Status.ONGOING and not (of.time.edtf or "").endswith("/.."))


def ahead(of: Candidate) -> float:
    """The date lies after the report."""
    span = _span(of)
    return float(span is not None and of.news is not None and span[0] > of.news)


def planned_ahead(of: Candidate) -> float:
    """So it does, and the event is planned or possible."""
    return ahead(of) * float(of.mention.status in PLANS)


def planned_behind(of: Candidate) -> float:
    """It does not, though the event is planned or possible."""
    return float(of.news is not None and of.mention.status in PLANS) - planned_ahead(of)


def tense_differs(of: Candidate) -> float:
    """The words around the expression speak of what is ahead though the event is not, or the other way round."""
    points = lies_ahead(of.text, of.time.start, of.time.end)
    return float(points is not None and points is not (of.mention.status in PLANS))


def modifies(of: Candidate) -> float:
    """The expression stands before the noun that it dates: "the 2015 accord", "last year's coup"."""
    start, end = of.time.start, of.time.end
    owns = of.text.startswith(("’s ", "'s "), end)
    return float(owns or bool(_DETERMINER.search(of.text, max(0, start - 8), start) and _NOUN.match(of.text, end)))


def history_spoken(of: Candidate) -> float:
    """An act of speech, and the date lies long before the report."""
    span = _span(of)
    old = span is not None and of.news is not None and (of.news - span[1]).days > LONG_AGO
    return spoken(of) * float(old)


Feature = Callable[[Candidate], float]
FEATURES: tuple[Feature, ...] = (
    distance,
    clauses,
    after,
    rivals,
    on_day,
    spoken,
    closed_though_ongoing,
    ahead,
    planned_ahead,
    planned_behind,
    tense_differs,
    history_spoken,
    modifies,
)


def likelihood(of: Candidate, learned: Weights | None = None) -> float:
    """The probability that the expression dates the event; `learned` are other weights than the packaged ones."""
    known = weights("dating") if learned is None else learned
    return chance(known["bias"] + math.fsum(known[feature.__name__] * feature(of) for feature in FEATURES))


def _gap(time: TimeExpression, span: tuple[int, int]) -> int:
    return max(span[0] - time.end, time.start - span[1], 0)


def _span(of: Candidate) -> tuple[date, date] | None:
    return dates.bounds(of.time.edtf) if of.time.edtf else None
