"""When an event took place, from the time expressions of the words that tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sanudo import dates
from sanudo.records import Article, Basis, EventMention, Evidence, Reason, Refusal, Status, WhenBasis
from sanudo.resolve.expressions import TimeExpression, find

FUTURE = (Status.PLANNED, Status.POSSIBLE)
# Words that show whether what follows lies ahead of the report or behind it.
AHEAD = r"will|would|shall|to be|is to|are to|due|scheduled|set to|plans?|planned|expected|(?-i:may)|could|might|next|coming|upcoming"
BEHIND = r"\w{2,}ed|met|held|was|were|had|took|came|went|made|gave|sent|left|won|told|said|began|sold|bought|last|past|ago|yesterday|since"
TENSE = re.compile(rf"\b(?:(?P<ahead>{AHEAD})|(?P<behind>{BEHIND}))\b", re.IGNORECASE)


def with_date(mention: EventMention, article: Article) -> EventMention:
    """The mention with its date, or with the reason why it has none. The publication date never stands in for it."""
    told = mention.evidence[0]
    future = mention.status in FUTURE
    found = _found(article, told, future)
    chosen = _nearest([e for e in found if _fits(e, article.text, told.start, future)], mention)
    if chosen is None:
        return replace(mention, refusals=(*mention.refusals, Refusal(Reason.NOT_STATED, "when")))
    if chosen.edtf is None:
        note = f"“{chosen.text}” needs the article's date"
        return replace(mention, refusals=(*mention.refusals, Refusal(Reason.NO_PUBLICATION_DATE, "when", note)))
    basis = WhenBasis.RELATIVE if chosen.relative else WhenBasis.STATED
    how = f"“{chosen.text}”" + (f", seen from {article.published}" if chosen.relative else "")
    said = Basis("when", how, chosen.start, chosen.end)
    return replace(mention, when=chosen.edtf, when_basis=basis, basis=(*mention.basis, said))


def _fits(expression: TimeExpression, text: str, start: int, future: bool) -> bool:
    """Whether the last word of tense up to the expression agrees with the event: a plan has no date in "signed on Monday"."""
    tenses = list(TENSE.finditer(text, start, expression.end))
    return not tenses or (tenses[-1]["ahead"] is not None) == future


def _found(article: Article, told: Evidence, future: bool) -> Iterator[TimeExpression]:
    """Time expressions of some evidence. A publication date that is known to the month or year fixes what is the same
    seen from its first day and from its last: "last year", not "on Tuesday"."""
    span = dates.bounds(article.published) if article.published else None
    known = span if span and span[0] > date.min and span[1] < date.max else (None, None)
    readings = [list(find(article.text, told.start, told.end, day, future)) for day in known]
    for first, last in zip(*readings, strict=True):
        yield first if first == last else replace(first, edtf=None)


def _nearest(found: list[TimeExpression], mention: EventMention) -> TimeExpression | None:
    """The expression nearest to the parties, by the characters between."""
    spans = [(p.start, p.end) for p in mention.actors + mention.recipients if p.start >= mention.evidence[0].start]

    def distance(expression: TimeExpression) -> int:
        gaps = [max(start - expression.end, expression.start - end, 0) for start, end in spans]
        return min(gaps, default=0)

    return min(found, key=lambda e: (distance(e), e.start), default=None)
