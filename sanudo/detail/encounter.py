"""Visits and meetings: who came, who received them, at which level, what for, what followed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sanudo.detail.aims import GOES_ON_SO, outcome, purpose, talked_of
from sanudo.detail.firsts import first_time
from sanudo.detail.levels import level_of
from sanudo.detail.parties import standing
from sanudo.detail.passage import Passage, closed, first, one_of
from sanudo.detail.sides import sides
from sanudo.details import LEVELS, Lead, Meeting, Stated
from sanudo.records import Kind, Participant

STATED_LEVEL = closed(
    minister=r"(?:foreign |defen[cs]e )?minister(?:s’|s'|ial)?[- ]level|ministerial|at the level of (?:\w+ )?ministers",
    deputy_minister=r"(?:deputy|vice)[- ](?:\w+[- ])?minister(?:ial)?[- ]level|at the level of deputy \w+",
    official=r"(?:foreign |defen[cs]e )?secretary[- ]level|(?:senior[- ])?officials?[- ]level|(?:working|technical|expert)[- ]level|director[- ]general[- ]level",
    chief_of_staff=r"chiefs? of staff[- ]level|army[- ]chief[- ]level",
    head_of_state=r"(?:presidential|summit)[- ]level|leaders?['’]?[- ]level",
)
_OFFICIALS = re.compile(r"\b(?:officials?|experts|diplomats?|negotiators?)\b", re.IGNORECASE)
# "Talks between foreign ministers", "a session of the two premiers".
_OF_WHOM = re.compile(
    r"\b(?:meetings?|sessions?|talks|conference|summit|gathering|visits?|round|dinner|chaired|headed|led)\s(?:of|between|by|among)\s(?:[\w’'-]+\s){0,5}?(?P<who>(?:(?:foreign|defen[cs]e|prime|interior|trade|finance|energy|planning|deputy|vice|permanent|state|national|security)\s)*"
    r"(?:ministers?|premiers|presidents|secretar(?:y|ies)|ambassadors|envoys|officials|experts|diplomats|negotiators|lawmakers|leaders|chiefs\sof\sstaff|advis[eo]rs|kings))\b|\b(?P<from>officials|negotiators|experts|diplomats|envoys|ministers|lawmakers|leaders)\sfrom\s(?=[A-Z])|\b(?P<they>officials|negotiators|experts|diplomats|envoys)\s(?=(?:also\s|will\s|have\s|had\s|to\s)?(?:met|meet|held|hold|discuss|sat|sit|visit|arriv|toured|resum|conven))|\b(?P<summit>summit)\b",
    re.IGNORECASE,
)


def meeting(passage: Passage) -> Meeting:
    """The record of a visit or a meeting."""
    visitors, hosts = sides(passage)
    return Meeting(
        visitors=visitors,
        hosts=hosts,
        level=_level(passage, visitors, hosts),
        purpose=purpose(passage)
        if passage.mention.kind is Kind.VISIT
        else None,  # of a meeting it is right one time in five
        topics=talked_of(passage, passage.told) or talked_of(passage, passage.continued(GOES_ON_SO)),
        outcome=outcome(passage, passage.told),
        first_time=first_time(passage),
    )


def _level(passage: Passage, visitors: tuple[Lead, ...], hosts: tuple[Lead, ...]) -> Stated | None:
    """The level that the words state, or that of the highest visitor; where nobody leads, the highest that both sides have."""
    if (stated := one_of(passage, passage.told, STATED_LEVEL)) is not None:
        return stated
    if passage.mention.recipients:
        return highest(passage, visitors) or _rank_and_file(passage, passage.mention.actors)
    people = (*visitors, *hosts)
    sides = [
        highest(passage, [p for p in people if p.state == state]) for state in dict.fromkeys(p.state for p in people)
    ]
    lowest = max((side for side in sides if side), key=lambda side: LEVELS.index(side.value), default=None)
    return lowest or _rank_and_file(passage, passage.mention.actors)


def _rank_and_file(passage: Passage, parties: tuple[Participant, ...]) -> Stated | None:
    """The level of people whom no name tells: of "talks between ministers", a summit, parties that are officials or experts."""
    if (level := of_whom(passage)) is not None:
        return level
    for party in parties:
        if match := _OFFICIALS.search(passage.text, party.start, party.end):
            return passage.stated("official", *match.span())
    return None


def highest(passage: Passage, people: Iterable[Lead]) -> Stated | None:
    """The highest level that one of these persons has."""
    found = (standing(passage, person) for person in people)
    return min((level for level in found if level), key=lambda level: LEVELS.index(level.value), default=None)


def of_whom(passage: Passage) -> Stated | None:
    """The level of those whose talks or session it is: "talks between foreign ministers", "a summit"."""
    if (match := first(passage, passage.told, _OF_WHOM)) is None:
        return None
    group = next(name for name in ("who", "from", "they", "summit") if match[name])
    found = level_of(Lead(None, None, match[group], None, match[group], *match.span(group)))
    return found or passage.stated("head_of_state", *match.span(group))
