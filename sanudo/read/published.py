"""When and by whom an article was published, and what that rests on.

In order: what the user said, the page's metadata, the feed, the dateline, a byline, the URL. A day after `today` is
never taken; the next best is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from sanudo.read.dateline import find_dateline
from sanudo.read.dates import day_in, day_of, edtf, readings_in, url_day, url_year
from sanudo.read.residue import is_furniture, plain_form
from sanudo.read.units import Unit, units
from sanudo.records import PublishedBasis, Reason, Refusal

# Bylines and dates under a headline are lines of few words.
BYLINE_WORDS, LINE_CHARS = 16, 240
# A line is a date, and not a headline with a date in it, if it has few other words ("Asia | 7 August 2018 | 10:30 PM").
BYLINE_EXTRA_WORDS = 4
# A dateline without a year is written shortly before it is published.
DATELINE_AGE_DAYS = 31

_POSTED = re.compile(r"\b(?:published|posted|created|released|date|dated)\b")
_BRACKETED = re.compile(r"[(\[][^()\[\]]{4,100}[)\]]\.?")
_UPDATED = re.compile(r"\b(?:updated|modified)\b")
_PUBLISHED_IN = re.compile(r"(?i)^\W*published in (?:the )?(?P<name>[^.,]{2,60}), ")
_MORE_AT = re.compile(r"(?i:more (?:news|stories|articles) at (?:the )?)(?P<name>[A-Z][^.,:]{2,40})")
# Words of which a paper's name is made, and the name of a place or a section is not.
_PAPER = re.compile(
    r"\b(?:Times|Post|Herald|Tribune|Gazette|Telegraph|Guardian|Observer|Chronicle|Journal|Courier|Mirror|Express"
    r"|Independent|Mail|The (?:News|Nation|Sun|Star|Standard|Citizen|Monitor|Daily .+))$"
)


@dataclass(frozen=True, slots=True)
class Clues:
    """What may tell a date of publication: values as found, the cleaned text, and the text before cleaning."""

    given: str | None = None
    metadata: str | None = None
    feed: str | None = None
    url: str | None = None
    text: str = ""
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Publication:
    """The date of publication, its basis, and why a better one was not taken."""

    published: str | None
    basis: PublishedBasis | None
    refusals: tuple[Refusal, ...]


def find_published(clues: Clues, today: str | None = None) -> Publication:
    """The best date of publication that the clues give."""
    refusals: list[Refusal] = []
    for value, basis in _candidates(clues):
        day = edtf(value)
        if day is None:
            refusals.append(Refusal(Reason.AMBIGUOUS, "published", f"the date {value[:40]!r} has no single reading"))
        elif today and day > today:
            refusals.append(Refusal(Reason.FUTURE_DATE, "published", f"{day} ({basis}) is after {today}; not taken"))
        else:
            return Publication(day, basis, tuple(refusals))
    if not refusals:
        refusals.append(Refusal(Reason.NO_PUBLICATION_DATE, "published", "nothing says when it was published"))
    return Publication(None, None, tuple(refusals))


def published_in(raw: str) -> str | None:
    """The paper named by a credit: `Published in The Courier, August 7th, 2018`, `The Courier, 7 August 2018`.

    Or by an invitation: `More news at The Courier`.
    """
    for unit in units(raw):
        if match := _MORE_AT.fullmatch(unit.text):
            return match["name"].strip()
        if found := day_in(unit.text[:LINE_CHARS]):
            if match := _PUBLISHED_IN.match(unit.text):
                return match["name"].strip()
            rest = f"{unit.text[: found[1]]}{unit.text[found[2] :]}".strip(" ,|()[]–—-")
            if len(rest.split()) <= BYLINE_EXTRA_WORDS and _PAPER.search(rest):
                return rest
    return None


def _candidates(clues: Clues) -> Iterator[tuple[str, PublishedBasis]]:
    found = (
        (clues.given, PublishedBasis.GIVEN),
        (clues.metadata, PublishedBasis.METADATA),
        (clues.feed, PublishedBasis.FEED),
        (_dateline_day(clues), PublishedBasis.DATELINE),
        (_byline_day(clues.raw), PublishedBasis.BYLINE),
        (url_day(clues.url or ""), PublishedBasis.URL),
    )
    return ((value, basis) for value, basis in found if value and value.strip())


def _dateline_day(clues: Clues) -> str | None:
    """The day of the dateline. A year it leaves out is that of the day in a byline or the URL, or the year in the URL."""
    dateline = find_dateline(clues.text)
    if dateline.day or not dateline.month_day:
        return dateline.day
    url = clues.url or ""
    month, day = dateline.month_day
    known, year = _byline_day(clues.raw) or url_day(url), url_year(url)
    untils = [known] if known else sorted(_unclear_days(clues.raw))
    found = (_latest_before(until, month, day) for until in untils)
    return next(filter(None, found), day_of(year, month, day) if year and not untils else None)


def _unclear_days(raw: str) -> frozenset[str]:
    """What the numeric dates above the first paragraph can mean: 12/03/2023 is in March if the dateline is."""
    above = takewhile(lambda unit: not unit.is_prose or is_furniture(unit), units(raw))
    return frozenset().union(*(readings_in(unit.text) for unit in above if unit.words <= BYLINE_WORDS))


def _latest_before(published: str, month: int, day: int) -> str | None:
    until = date.fromisoformat(published)
    for year in (until.year, until.year - 1):
        found = day_of(year, month, day)
        if found and 0 <= (until - date.fromisoformat(found)).days <= DATELINE_AGE_DAYS:
            return found
    return None


def _byline_day(raw: str) -> str | None:
    lines = list(_dated_lines(raw))
    for wanted in (_POSTED, None, _UPDATED):
        for line, day in lines:
            if wanted.search(line) if wanted else not _UPDATED.search(line):
                return day
    return None


def _dated_lines(raw: str) -> Iterator[tuple[str, str]]:
    """Bylines above the first paragraph, and credits below it ("Posted on", or in brackets), each with its day."""
    below = False
    for unit in units(raw):
        below = below or (unit.is_prose and not is_furniture(unit))
        line = plain_form(unit.text[:LINE_CHARS])
        is_credit = bool(_POSTED.match(line) or _BRACKETED.fullmatch(line))
        if (found := day_in(line)) and (is_credit if below else _is_byline(unit, line, found)):
            yield line, found[0]


def _is_byline(unit: Unit, line: str, found: tuple[str, int, int]) -> bool:
    rest = line[: found[1]] + line[found[2] :]
    return unit.words <= BYLINE_WORDS and (is_furniture(unit) or len(rest.split()) <= BYLINE_EXTRA_WORDS)
