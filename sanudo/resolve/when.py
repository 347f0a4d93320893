"""When an event took place, from the time expressions of the words that tell it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from sanudo import dates
from sanudo.codebook import settled
from sanudo.records import Article, Basis, EventMention, Reason, Refusal, Status, WhenBasis
from sanudo.resolve.dating import candidates, likelihood
from sanudo.resolve.expressions import TimeExpression, find
from sanudo.resolve.framing import framed

# An expression at least as likely as this to date the event is taken; of the values tried, the one with the most events right, those
# rightly left without a date too, in cross-validation over the annotated articles (`models/dating.py`).
LEAST = 0.45

# The place before the day of a dateline, and what goes from there to its dash: "HAVANA, Oct 5 (ACN) - ".
_FILED_AT = re.compile(
    r"\s*(?!(?:On|In|At|By|Since|From|Until|After|Before|During|Early|Late|Earlier|Later|And|But|The|An?)\b)"
    r"(?:[^\W\d_a-z][\w.’'-]*,?[ /]\s?|(?:and|de|del|el|al|of|the) ){1,6}"
)
_FILED_BY = re.compile(r",?(?: \d{4})?\s?(?:[(/,]\s?[^()\n]{1,40}?[)/]?)?\s*(?:[-–—]{1,2}|:)\s")
_DATELINE_REACH = 60


def with_date(mention: EventMention, article: Article) -> EventMention:
    """The mention with its date, or with the reason why it has none.

    The publication date never stands in for it: of the mentions whose sentence holds no date, the annotations date the greater part
    not at all, in the first sentences too.
    """
    news = published(article)[0]
    times = times_within(article, mention.evidence[0].start, mention.evidence[0].end)
    scored = [(likelihood(c), -c.time.start, c.time) for c in candidates(times, mention, article.text, news)]
    chance, _, best = max(scored, key=lambda row: row[:2], default=(0.0, 0, None))
    if best is None or chance < LEAST:
        note = f"“{best.text}” seems to date something else" if best else ""
        return replace(mention, refusals=(*mention.refusals, Refusal(Reason.NOT_STATED, "when", note)))
    if best.edtf is None:
        return replace(mention, refusals=(*mention.refusals, _refused(best, article)))
    basis = WhenBasis.RELATIVE if best.relative else WhenBasis.STATED
    how = f"“{best.text}”" + (f", seen from {best.seen_from}" if best.relative else "")
    said = Basis("when", how, best.start, best.end)
    return _unless_ahead(replace(mention, when=best.edtf, when_basis=basis, basis=(*mention.basis, said)), article)


def _unless_ahead(mention: EventMention, article: Article) -> EventMention:
    """The mention as planned where it is read as done, and dated after the report (a day more is the time zone's)."""
    news, span = published(article)[1], dates.bounds(mention.when) if mention.when else None
    done = mention.status in (Status.HAPPENED, Status.ONGOING)
    if not done or news is None or span is None or (span[0] - news).days <= 1:
        return mention
    planned = Basis("status", f"dated {mention.when}, which lies after the report: planned")
    return replace(
        mention,
        status=Status.PLANNED,
        type=settled(mention.type, Status.PLANNED),
        basis=(*mention.basis, planned),
    )


def times_within(article: Article, start: int, end: int) -> list[TimeExpression]:
    """The expressions of calendar time between two offsets of an article, those that need its date and lack it without a value."""
    every = _times(article.text, *published(article))
    first = bisect_left(every, start, key=lambda t: t.start)
    within = every[first : bisect_left(every, end, key=lambda t: t.start)]
    return [t for t in within if t.end <= end and not _in_dateline(article.text, t)]


def _in_dateline(text: str, time: TimeExpression) -> bool:
    """Whether it stands in the dateline at the head of a paragraph, which says when the report was filed."""
    head = max(text.rfind("\n", 0, time.start) + 1, time.start - _DATELINE_REACH)
    return bool(_FILED_AT.fullmatch(text, head, time.start) and _FILED_BY.match(text, time.end))


def _refused(time: TimeExpression, article: Article) -> Refusal:
    if not time.relative:
        return Refusal(Reason.AMBIGUOUS, "when", f"“{time.text}” is no day, or more than one")
    first, last = published(article)
    if first is None or first != last:
        return Refusal(Reason.NO_PUBLICATION_DATE, "when", f"“{time.text}” needs the article's date")
    return Refusal(Reason.AMBIGUOUS, "when", f"“{time.text}” goes back to a date that is not clear")


def published(article: Article) -> tuple[date | None, date | None]:
    """The first and the last day on which the article may have been published."""
    span = dates.bounds(article.published) if article.published else None
    return span if span and span[0] > date.min and span[1] < date.max else (None, None)


@lru_cache(maxsize=2)  # the mentions of an article come one after another
def _times(text: str, first: date | None, last: date | None) -> tuple[TimeExpression, ...]:
    return tuple(framed(text, _agreed(text, first, last)))


def _agreed(text: str, first: date | None, last: date | None) -> Iterator[TimeExpression]:
    """Expressions seen from the first day on which the article may have been published and from the last. What differs has no
    value: "last year" may be known to a reader who knows the month only, "on Tuesday" is not."""
    if first == last:
        yield from find(text, first)
        return
    for one, other in zip(find(text, first), find(text, last), strict=True):
        yield one if one.edtf == other.edtf else replace(one, edtf=None)
