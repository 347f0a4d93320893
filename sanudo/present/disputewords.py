"""Disputes and judgements in words."""

from __future__ import annotations

import json
from collections.abc import Callable

from sanudo.present.datewords import date_words
from sanudo.present.words import counted, distinct, listing
from sanudo.records import Dispute, Event, Judgement, Side

_FIELDS = {
    "when": "the date",
    "where": "the place",
    "status": "whether it happened",
    "dead": "the number of dead",
    "injured": "the number of injured",
    "number": "the number of people",
    "first_time": "which was the first",
}
_VERDICTS = {
    "same": "one event",
    "apart": "two events",
    "wrong": "no such event",
    "correct": "another value",
}


def field_words(field: str) -> str:
    """What a disputed field is about, in words."""
    return _FIELDS.get(field, f"the {field.replace('_', ' ')}")


def dispute_words(dispute: Dispute, name: Callable[[str], str]) -> str:
    """A dispute as a clause: `the date: 2014 (Dawn, The Hindu) or 2013 (PTI)`. `name` tells the publisher of an article."""
    return (
        f"{field_words(dispute.field)}: {' or '.join(side_words(dispute.field, side, name) for side in dispute.sides)}"
    )


def side_words(field: str, side: Side, name: Callable[[str], str]) -> str:
    """One side with its publishers, and the number of independent sources where that is another."""
    value = date_words(side.value) if field in ("when", "first_time") else side.value
    papers = distinct(name(article) for article in side.article_ids)
    fewer = f"; {counted(side.sources, 'independent source')}" if side.sources < len(side.article_ids) else ""
    return f"{value} ({listing(papers)}{fewer})"


def reports_words(event: Event) -> str:
    """How many reports tell an event, and how many of them are independent."""
    many = len(event.article_ids)
    if many == 1:
        return "one report only"
    if event.sources == many:
        return f"{counted(many, 'report')}, all independent"
    return f"{counted(many, 'report')} of {counted(event.sources, 'independent source')}"


def verdict_words(judgement: Judgement) -> str:
    """What was judged: `two events`, `the date is 2014`."""
    if not judgement.value:
        return _VERDICTS.get(judgement.verdict, judgement.verdict)
    given = json.loads(judgement.value).items()
    return listing(
        [
            f"{field_words(f)} {'are' if isinstance(v, list) else 'is'} {', '.join(v) if isinstance(v, list) else v or 'not known'}"
            for f, v in given
        ]
    )


def judgement_words(judgement: Judgement) -> str:
    """A judgement as a sentence: `two events, judged by ada on 2026-01-02: other people`."""
    return f"{verdict_words(judgement)}, judged by {judgement.by} on {judgement.made_at[:10]}: {judgement.reason}"
