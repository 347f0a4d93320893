"""The dateline at the head of a report: where, when and by which agency it was filed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sanudo.read.dates import day_in, month_day_in
from sanudo.read.units import units

# It stands at the head of one of the first paragraphs, and is shorter than this.
DATELINE_UNITS, DATELINE_CHARS, DATELINE_WORDS = 6, 120, 8

_SEPARATOR = re.compile(r"\s*(?:--+|[—–])\s*|\s-\s|-\s|\s?:\s")
_AGENCY = re.compile(r"\(([^()]{2,60})\)")
_NO_AGENCY = re.compile(
    r"(?i)\b(?:staff|correspondent|reporter|desk|agencies|updated?|exclusive|opinion|news ?wires)\b"
)
_PLACE = re.compile(r"(?:[A-Z][\w.'’/-]*|and|de|el|al|of|the|&|[,/;:.-])")
_NO_PLACE = frozenset("on in the since by from at after before until as an a and of".split())


@dataclass(frozen=True, slots=True)
class Dateline:
    """The head of a report: `day` if written in full, `month_day` if without a year, and the agency or paper."""

    day: str | None = None
    month_day: tuple[int, int] | None = None
    agency: str | None = None


def find_dateline(text: str) -> Dateline:
    """The dateline at the head of one of the first paragraphs; an empty one if there is none."""
    for unit in units(text[: 20 * DATELINE_CHARS])[:DATELINE_UNITS]:
        head = unit.text[:DATELINE_CHARS] if unit.is_prose else ""
        for separator in _SEPARATOR.finditer(head):
            if found := _dateline(head[: separator.start()]):
                return found
    return Dateline()


def _dateline(head: str) -> Dateline | None:
    day, partial = day_in(head), month_day_in(head)
    span = day[1:] if day else partial[2:] if partial else (0, 0)
    rest = head[: span[0]] + head[span[1] :]
    agency = _AGENCY.search(rest)
    if not (day or partial or agency) or not _is_place(_AGENCY.sub(" ", rest)):
        return None
    found = Dateline(day[0] if day else None, partial[:2] if partial else None, _agency_name(agency))
    return found if found != Dateline() else None


def _is_place(rest: str) -> bool:
    words = re.findall(r"[^\s,;:/()-]+", rest)
    capital = all(_PLACE.fullmatch(word) for word in words)
    return capital and len(words) <= DATELINE_WORDS and not (words and words[0].lower() in _NO_PLACE)


def _agency_name(match: re.Match[str] | None) -> str | None:
    name = match[1].strip(" -–—,/") if match else ""
    return name if name and name[0].isupper() and not _NO_AGENCY.search(name) else None
