"""How likely a time expression dates the event of its sentence, by logistic regression over a few declared features.

The nearest date is often that of another clause: "Peru, which joined in 2014, met Chile on Tuesday". The weights were learned on the
annotated real articles (`python -m models.dating`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from sanudo import dates
from sanudo.codebook import SPOKEN
from sanudo.learned import Weights, chance, weights
from sanudo.records import EventMention, Status
from sanudo.resolve import periods
from sanudo.resolve.expressions import TimeExpression
from sanudo.resolve.tense import lies_ahead
from sanudo.resolve.timewords import MONTH

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
# A verb of telling before the expression, at most four words between them: the day of saying.
_TELLING = re.compile(
    r"\b(?:said|says|told|tells|announced|confirmed|reported|added|stated|declared|noted|disclosed|revealed|acknowledged|tweeted|wrote"
    r"|warned|claimed|stressed|explained|according to)(?:\s+[\w’'-]+){0,4}\s+(?:(?:early|late|earlier|later)\s+)?$",
    re.IGNORECASE,
)
# What follows an expression at the end of its sentence.
_CLOSING = re.compile(r"[”’\"')]*(?:[.!?;]|\s*\n|\s*$)")
# A relative clause, or what is told, that is still open before the expression.
_OPEN_CLAUSE = re.compile(r"\b(?:which|who|whose|where|when|that(?!\s+of\b))\b[^,;:—–]*$", re.IGNORECASE)
# All that stands before an expression that opens its sentence: "But on", "Earlier in the".
_OPENING = re.compile(
    r"[\s\"“‘'(]*(?:(?:on|in|by|at|during|since|early|earlier|late|later|but|and|then),?\s+){0,3}(?:the\s+)?$",
    re.IGNORECASE,
)
# Characters that a verb of telling, an opening and an open clause may go back.
_TELLING_REACH, _OPENING_REACH, _CLAUSE_REACH = 80, 30, 200
# A party that begins so soon after the expression is in the same clause.
_CLAUSE_GOES_ON = 40
# Characters between the end of a party and the word that goes back to it.
_ANTECEDENT = 3
# A month, with or without its day, and no word that says of which year.
_YEARLESS = re.compile(rf"^(?!.*\b(?:year|next|last|this|coming)\b).*{MONTH}")
# Days after the report that may still be behind it: the time zone's, and those of a report dated too early.
SLACK = 2
# Days of what is a year, or some.
YEARS = range(300, 3000)
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
    """The time expressions of a mention's sentence as candidates for its date.

    Of a month without a year that lies ahead, what took place means the one behind, where the words speak of what is past. The day on
    which something was said ("said on Monday that") dates but acts of speech.
    """
    told = mention.evidence[0]
    parties = [(p.start, p.end) for p in mention.actors + mention.recipients if told.start <= p.start < told.end]

    def nearest(time: TimeExpression) -> tuple[int, int]:
        return min(parties, key=lambda span: _gap(time, span), default=(time.start, time.start))

    done = mention.status is Status.HAPPENED  # what goes on may end after the report
    found = (
        Candidate(_behind(time, text, news) if done and news else time, mention, text, len(times), nearest(time), news)
        for time in times
    )
    return tuple(candidate for candidate in found if not _says(candidate))


def _behind(time: TimeExpression, text: str, news: date) -> TimeExpression:
    """The same a year before, if it is a month or a day of it, without a year, that lies after the report."""
    span = dates.bounds(time.edtf) if time.edtf and time.relative else None
    if not span or (span[0] - news).days <= SLACK or not _YEARLESS.search(time.text):
        return time
    if lies_ahead(text, time.start, time.end) is not False:
        return time
    return replace(time, edtf=periods.moved(time.edtf or "", -1, "year"))


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


def day_of_saying_last(of: Candidate) -> float:
    """A verb of telling stands right before it, nothing follows, and the event is no act of speech: "..., they said on Monday."."""
    return _told(of) * (1 - spoken(of)) * _ends(of)


def day_of_saying_spoken(of: Candidate) -> float:
    """A verb of telling stands right before it, and the event is an act of speech."""
    return _told(of) * spoken(of)


def of_year(of: Candidate) -> float:
    """It is about a year long, and the word before it is "of": "the agreement of 2005"."""
    return float(_is_year(of) and of.text.endswith(" of ", 0, of.time.start))


def another_clause(of: Candidate) -> float:
    """It stands in a relative clause, or in what is told, that holds but one of the parties or none."""
    match = _OPEN_CLAUSE.search(of.text, _back(of, _CLAUSE_REACH), of.time.start)
    if not match:
        return 0.0
    parties = of.mention.actors + of.mention.recipients
    # The party that "which" goes back to takes part in the clause.
    first, last = match.start() - _ANTECEDENT, of.time.end + _CLAUSE_GOES_ON
    within = sum(first <= party.end and party.start < last for party in parties)
    return float(within < min(len(parties), 2))


def opens(of: Candidate) -> float:
    """It opens the sentence, and the party follows at once or after one comma: "On 5 December, Peru ..."."""
    return float(_opens(of) and clauses(of) <= 1)


def opens_year(of: Candidate) -> float:
    """It opens the sentence, and is about a year long: "In 2018 Peru ..."."""
    return float(_opens(of) and _is_year(of))


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
    day_of_saying_last,
    day_of_saying_spoken,
    of_year,
    another_clause,
    opens,
    opens_year,
)


def likelihood(of: Candidate, learned: Weights | None = None) -> float:
    """The probability that the expression dates the event; `learned` are other weights than the packaged ones."""
    known = weights("dating") if learned is None else learned
    return chance(known["bias"] + math.fsum(known[feature.__name__] * feature(of) for feature in FEATURES))


def _back(of: Candidate, reach: int) -> int:
    """Where to begin to look before the expression: so far before it, in its sentence."""
    return max(of.mention.evidence[0].start, of.time.start - reach)


def _told(of: Candidate) -> float:
    return float(bool(_TELLING.search(of.text, _back(of, _TELLING_REACH), of.time.start)))


def _says(of: Candidate) -> bool:
    """Whether it is the day on which something was said, what is said following, and the event is no act of speech."""
    return bool(_told(of)) and not spoken(of) and not _ends(of)


def _ends(of: Candidate) -> bool:
    return bool(_CLOSING.match(of.text, of.time.end))


def _is_year(of: Candidate) -> bool:
    span = _span(of)
    return span is not None and (span[1] - span[0]).days in YEARS


def _opens(of: Candidate) -> bool:
    start = of.mention.evidence[0].start
    return of.time.start - start < _OPENING_REACH and bool(_OPENING.fullmatch(of.text, start, of.time.start))


def _gap(time: TimeExpression, span: tuple[int, int]) -> int:
    return max(span[0] - time.end, time.start - span[1], 0)


def _span(of: Candidate) -> tuple[date, date] | None:
    return dates.bounds(of.time.edtf) if of.time.edtf else None
