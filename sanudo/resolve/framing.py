"""What the words around time expressions make of them: "since 2014" is open, "from May to July" is one stretch."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sanudo import dates
from sanudo.resolve.expressions import TimeExpression
from sanudo.resolve.rules import Sort

_SINCE = re.compile(r"\b(?:ever\s+)?since(?:\s+(?:at\s+least|about|around|the|in))?\s+$", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till)\s+$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|(?P<between>between))\s+(?:the\s+)?$", re.IGNORECASE)
# "From May and June" are two times.
_TO = re.compile(r"\s*(?:-|–|—|to|(?P<both>and)|until|till|through)\s*(?:the\s+)?", re.IGNORECASE)
# Longest run of words that is looked at before an expression, in characters.
_BEFORE = 24


def framed(text: str, expressions: Iterable[TimeExpression]) -> Iterator[TimeExpression]:
    """The expressions that stand for calendar time, those that frame one stretch joined, those after "since" or "until" opened."""
    found = [e for e in expressions if e.sort is Sort.DATE or e.edtf]
    at = 0
    while at < len(found):
        here = found[at]
        before = text[max(here.start - _BEFORE, 0) : here.start]
        frame = _FROM.search(before) if at + 1 < len(found) else None
        both = _stretch(text, here, found[at + 1], between=bool(frame["between"])) if frame else None
        if both:
            yield both
        elif (opened := _SINCE.search(before)) and here.edtf:
            yield _wider(text, here, here.start - len(opened.group()), f"{here.edtf.partition('/')[0]}/..")
        elif (opened := _UNTIL.search(before)) and here.edtf:
            yield _wider(text, here, here.start - len(opened.group()), f"../{here.edtf.rpartition('/')[2]}")
        else:
            yield here
        at += 2 if both else 1


def _wider(text: str, expression: TimeExpression, start: int, edtf: str) -> TimeExpression:
    return replace(expression, start=start, text=text[start : expression.end], edtf=edtf)


def _stretch(text: str, first: TimeExpression, last: TimeExpression, between: bool) -> TimeExpression | None:
    """From one to the other, if nothing but "to" is between them, or the "and" that goes with "between". A year that only the last
    one has holds for both."""
    to = _TO.fullmatch(text, first.end, last.start)
    if not to or (to["both"] and not between) or not first.edtf or not last.edtf:
        return None
    begins, ends = first.edtf, last.edtf
    if first.relative and not last.relative and re.fullmatch(r"\d{4}-\d\d.*", begins) and ends[:4].isdigit():
        begins = ends[:4] + begins[4:]
    edtf = f"{begins.partition('/')[0]}/{ends.rpartition('/')[2]}"
    if begins >= ends or not dates.is_edtf(edtf):
        return None
    relative = last.relative
    return replace(
        first, end=last.end, text=text[first.start : last.end], edtf=edtf, relative=relative, seen_from=last.seen_from
    )
