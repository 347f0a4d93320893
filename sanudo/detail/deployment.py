"""Forces moved or readied: what and how many, to which base."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sanudo.codebook import BODIES
from sanudo.detail.amounts import amounts, counting, numbers
from sanudo.detail.equipment import each_once, is_person, items
from sanudo.detail.firsts import first_time
from sanudo.detail.passage import Passage, first
from sanudo.detail.quoted import CAPITAL
from sanudo.details import Amount, Deployment, Item

_PEOPLE = (
    r"troops|soldiers|service ?(?:men|members)|personnel|marines|paratroopers|peacekeepers|policemen|police(?: officers)?|forces|fighters|reservists|commandos|advis[eo]rs|instructors|sailors|guards|"
    r"(?:wo)?men|mercenaries|militants|infantrymen|airmen|gendarmes|effectives|recruits|conscripts|monitors|observers|engineers|medics|officers|staff|people|rangers|gunners"
)
_FORCES = re.compile(
    r"(?<![\w-])(?P<noun>(?:(?:ground|combat|special|peacekeeping|elite|additional|armou?red|mechani[sz]ed|airborne|air|naval|army|security|border|military|rapid reaction|special operations|riot|infantry|coast guard)\s){0,3}"
    r"(?:troops|soldiers|forces|peacekeepers|(?-i:m|M)arines|paratroopers|brigades?|battalions?|divisions?|regiments?|squadrons?|platoons?|units|contingents?|police(?: officers)?|advis[eo]rs|instructors|reservists|(?<!-\d )(?<!-\d\d )fighters|commandos|monitors|reinforcements|"
    r"mercenaries|gendarmes|fleet|flotilla|carrier (?:strike )?group|strike group|task force|convoys?|column|armou?r|infantry|echelon|(?:field )?hospital|personnel|air defen[cs]es|batter(?:y|ies)))\b(?![’'-]\w)",
    re.IGNORECASE,
)
_SIZE = counting(_PEOPLE)
_COUNT = counting(
    _PEOPLE
    + r"|brigades?|battalions?|divisions?|regiments?|squadrons?|platoons?|units|contingents?|convoys?|batter(?:y|ies)"
)
_OF = re.compile(r"\b(?:contingent|detachment|garrison|force|team|unit|brigade|battalion|mission)s?\sof\s$")
# Words for what moves that name no one else than "troops" do.
_VAGUE = (
    "forces",
    "armed forces",
    "police",
    "fighters",
    "military forces",
    "security forces",
    "personnel",
    "units",
    "military personnel",
)
_SITE = (
    r"(?:[Aa]ir\s?[Bb]ases?|[Aa]irbases?|[Nn]aval\s[Bb]ases?|[Bb]ases?|[Aa]ir\s?[Ff]ields?|[Bb]arracks|[Cc]amps?|[Pp]orts?|[Hh]arbou?rs?|[Aa]irports?|[Aa]ir\s?[Ss]trips?|[Oo]utposts?|[Gg]arrisons?|"
    r"[Cc]ompounds?|(?:[Aa]ir|[Nn]aval|[Rr]adar|[Mm]onitoring)\s[Ss]tations?|[Ss]hipyards?|[Dd]epots?|[Cc]antonments?)"
)
_SORT = (
    r"(?:air|naval|military|army|permanent|new|main|forward|joint|logistics|logistical|drone|missile|training|seaside|border|desert|former|large|small|secret|overseas|foreign|"
    r"operating|support|submarine|helicopter|artillery|mountain|air\sdefen[cs]e|\d+(?:st|nd|rd|th))"
)
# "Pemba airport", "the 201st base", "a drone base in Agadez", "Camp Lemonnier", "position 80".
_BASE = re.compile(
    rf"(?<![\w-])(?P<base>(?:(?:{CAPITAL}(?:[’']s)?|{_SORT})\s){{1,5}}{_SITE}(?:\s(?:of|in|at|near|outside)\s(?:the\s)?{CAPITAL}(?:\s{CAPITAL}){{0,3}})?"
    rf"|{_SITE}\s(?:of|in|at|near|outside)\s(?:the\s)?{CAPITAL}(?:\s{CAPITAL}){{0,3}}|Camp\s{CAPITAL}(?:\s{CAPITAL})?|(?:[Pp]osition|[Pp]ost|[Oo]utpost)\s\d+)\b(?![’'-]\w)"
)
# A capital that opens a sentence belongs to no base's name.
_OPENING = re.compile(r"(?:The|An?|Its|Their|His|This|That|At|In|On|From|To|When|After)\s")


def deployment(passage: Passage) -> Deployment:
    """The record of forces moved or readied."""
    base = first(passage, passage.told, _BASE)
    opens = _OPENING.match(base["base"]) if base else None
    return Deployment(
        forces=each_once([item for item in [*_forces(passage), *items(passage, passage.told)] if _own(passage, item)]),
        size=tuple(dict.fromkeys(amount for amount in _sizes(passage) if _own(passage, amount))),
        base=passage.words(base.start("base") + (opens.end() if opens else 0), base.end("base")) if base else None,
        first_time=first_time(passage),
    )


def _sizes(passage: Passage) -> Iterator[Amount]:
    """Numbers of people, and of those in "a contingent of 139"."""
    yield from amounts(passage, passage.told, _SIZE)
    for span in passage.told:
        for number in numbers(passage.text, span):
            bare = _OF.search(passage.text, max(span[0], number.start - 20), number.start)
            if bare and not _COUNT.match(passage.text, number.end, span[1]):
                yield number.amount("", passage.text)


def _forces(passage: Passage) -> Iterator[Item]:
    """Troops and units, each sort once, with their number where it stands before them."""
    counted = {amount.end: amount for amount in amounts(passage, passage.told, _COUNT)}
    seen = set[str]()
    for span in passage.told:
        found = list(_FORCES.finditer(passage.text, *span))
        for match in found:
            sort = " ".join(match["noun"].lower().split())
            count = counted.get(match.end())
            if sort not in seen and not (sort in _VAGUE and count is None and len(found) > 1):
                seen.add(sort)
                start = count.start if count else match.start()
                yield Item(None, sort, count, passage.text[start : match.end()], start, match.end())


def _own(passage: Passage, found: Item | Amount) -> bool:
    """Whether forces are not those of the other side: neither in its words nor called by its name."""
    actors = {party.state for party in passage.mention.actors}
    others = [party for party in passage.mention.recipients if party.text and party.state not in actors]
    if any(party.start < found.end and found.start < party.end for party in others) or is_person(passage, found):
        return False
    if _ABOARD.search(passage.text, max(0, found.start - 20), found.start):
        return False
    theirs = (e for e in passage.within((max(0, found.start - 30), found.end)) if _joined(passage, e.end, found.start))
    if actors & BODIES.keys():  # the troops of any member may be a body's
        states = {party.state for party in others}
        return not any(states & set(entity.states) for entity in theirs)
    return all(actors & set(entity.states) for entity in theirs)


# What carries forces is not what moves: "boarded two planes".
_ABOARD = re.compile(r"\b(?:aboard|on board|boarded)\s(?:the\s|an?\s)?$", re.IGNORECASE)


def _joined(passage: Passage, end: int, start: int) -> bool:
    return passage.text[end : max(end, start)].strip() in ("", "’s", "'s", "’", "'")
