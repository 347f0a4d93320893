"""The persons among the parties of an event, each as the passage introduces them most fully."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sanudo.detail.leads import parts, persons, weight
from sanudo.detail.levels import level_of
from sanudo.detail.passage import Passage, Span
from sanudo.detail.quoted import headline
from sanudo.details import Lead, Stated
from sanudo.identity import plain
from sanudo.records import EntityMention, MentionLabel, Participant
from sanudo.titles import NAME

# Offices as a party's words hold them, alone or of several ("the presidents of both states").
_OFFICES = re.compile(
    r"\b(?:presidents?|premiers?|ministers?|chancellors?|kings?|queens?|emirs?|sultans?|princes?|princess|popes?|pontiff|monarchs?|secretar(?:y|ies)|ambassadors?|envoys?|chiefs?|"
    r"commanders?|commissioners?|advis[eo]rs?|attach[eé]s?|governors?|mayors?|leaders?|speakers?|counterparts?|colleagues?|general(?!\sstaff)|admiral|colonel|brigadier|undersecretar(?:y|ies)|"
    r"negotiators?|chairm[ae]n|heads?\sof\s(?:state|government|mission))\b",
    re.IGNORECASE,
)
# What ends the head of a phrase, so that "the delegation of the president" is no president.
_HEAD_ENDS = re.compile(r"[,(]|\s(?:of|from|for|to|at|led|headed|under|who|with|in|on)\s", re.IGNORECASE)
_GROUPS = re.compile(
    r"\b(?:government|ministry|officials?|delegations?|teams?|sides?|forces|troops|office|embassy|administration|cabinet|parliament|spokes\w+|"
    r"representatives?|diplomats?|officers|experts?|mission|party|parties)$",
    re.IGNORECASE,
)
# The longest introduction of one person, in characters.
_LONGEST = 160
_NAME_LAST = re.compile(rf"(?:^|[,\s])(?:(?:Hon|Dr|Mr|Mrs|Ms|Sir|Sheikh)\.?\s)*(?P<name>{NAME.pattern})$")


# Words that stand for one who has been named.
_PRONOUNS = re.compile(
    r"(?:he|she|him|her|they|them|it|us|you|who|we|i|both(?:\sof\sthem)?|the\s(?:two\s)?(?:m[ea]n|pair))", re.IGNORECASE
)
# Those that stand for one person, not for a side.
_ONE = re.compile(r"(?:he|she|him|her|who|i|the\sman)", re.IGNORECASE)
# Offices that say of a person only that they hold one: "the monarch", "the minister".
_ANY_OFFICE = re.compile(
    r"(?:monarch|leaders?|chief|official|envoy|pontiff|premier|minister|president|king|ambassador)$", re.IGNORECASE
)


def acting(passage: Passage, parties: Iterable[Participant]) -> tuple[Lead, ...]:
    """The persons that these parties are, once each, in the order of the parties; of a party that is none, nothing.

    Words that stand for persons of several states ("the two presidents") are one lead, of no single state.
    """
    found: dict[tuple[str | None, str], Lead] = {}
    for party in parties:
        for lead in of_party(passage, party):
            found.setdefault((party.state, _surname(passage, lead)), lead)
    states: dict[Span, set[str | None]] = {}
    for lead in found.values():
        states.setdefault((lead.start, lead.end), set()).add(lead.state)
    single = {(lead.start, lead.end): lead for lead in found.values()}
    return tuple(lead if len(states[at]) == 1 else replace(lead, state=None) for at, lead in single.items())


def of_party(passage: Passage, party: Participant) -> tuple[Lead, ...]:
    """The persons that one party is, each as the passage introduces them most fully."""
    return tuple(fullest(passage, replace(lead, state=party.state)) for lead in _named_by(passage, party))


def _named_by(passage: Passage, party: Participant) -> tuple[Lead, ...]:
    """Whom a party's words name: an introduction that they are a part of, somebody they refer to, or the holder of an office."""
    span = next((s for s in passage.told if s[0] <= party.start < s[1]), None)
    if span is None or party.end <= party.start:
        return ()
    met = tuple(lead for lead in persons(passage, span) if lead.start < party.end and party.start < lead.end)
    if met:
        return (_widened(passage, met[0], party),) if len(met) == 1 else met
    inside = list(passage.within((max(span[0], party.start), party.end)))
    known = next((e for e in inside if e.name and e.label in (MentionLabel.REFERENCE, MentionLabel.PERSON)), None)
    if known is not None:
        return tuple(_introduced_elsewhere(passage, _last(known.name or "")))[:1]
    if _PRONOUNS.fullmatch(passage.text, party.start, party.end):
        return _last_before(passage, party) if _ONE.fullmatch(passage.text, party.start, party.end) else ()
    return _shared_office(passage, party, span) or _office_of(passage, party) or _bare_name(passage, party, inside)


# "The foreign ministers of Peru and Bolivia", "Peruvian and Bolivian foreign ministers": one office of several states.
_SEVERAL = (
    r"(?P<title>(?:(?:deputy|vice|foreign|defen[cs]e|interior|prime|trade|finance|energy|army|navy|air\sforce|national|security|state|military)\s){0,4}"
    r"(?:presidents|premiers|ministers|chancellors|leaders|kings|chiefs(?:\sof\s(?:general\s)?staff)?|envoys|ambassadors|secretaries|advis[eo]rs|commanders|heads\sof\s(?:state|government)))"
)
_AND = r"(?:(?:,\s|,?\sand\s)(?:the\s)?)"
_BEFORE_STATES = re.compile(rf"{_SEVERAL}\s(?:of|from)\s(?:the\s)?(?:[^,.;]{{2,40}}?{_AND}){{0,5}}$", re.IGNORECASE)
_AFTER_STATES = re.compile(rf"(?:{_AND}[A-Z][\w-]+(?:\s[A-Z][\w-]+)?){{0,4}}\s(?i:{_SEVERAL})\b(?![’'])")


def _shared_office(passage: Passage, party: Participant, span: Span) -> tuple[Lead, ...]:
    """The holders of one office of several states, of which the party is one."""
    found = _BEFORE_STATES.search(passage.text, max(span[0], party.start - 120), party.start) or _AFTER_STATES.match(
        passage.text, party.end, span[1]
    )
    if found is None:
        return ()
    return (Lead(None, party.state, found["title"], None, found["title"], *found.span("title")),)


def _widened(passage: Passage, lead: Lead, party: Participant) -> Lead:
    """The introduction with all words of a party that is this one person."""
    start, end = min(lead.start, party.start), max(lead.end, party.end)
    if (
        (start, end) == (lead.start, lead.end)
        or end - start > _LONGEST
        or " and " in passage.text[party.start : lead.start]
    ):
        return lead
    words = passage.words(start, end)
    before, after = parts(passage.text[start : lead.start]), parts(passage.text[lead.end : end])
    office, rank = lead.office or before[0] or after[0], lead.rank or before[1] or after[1]
    return replace(lead, office=office, rank=rank, text=words.text, start=words.start, end=words.end)


def _last_before(passage: Passage, party: Participant) -> tuple[Lead, ...]:
    """The last person of a party's state that is named before it in the passage."""
    people = (
        lead
        for span in around(passage)
        if span[0] < party.start
        for lead in persons(passage, span)
        if lead.state == party.state and lead.end <= party.start and (lead.name or lead.office)
    )
    latest = max(people, key=lambda lead: lead.end, default=None)
    return (latest,) if latest else ()


def _office_of(passage: Passage, party: Participant) -> tuple[Lead, ...]:
    """The holder of an office that the party's words are, with the name where one ends them."""
    whole = passage.text[party.start : party.end]
    head_end = _HEAD_ENDS.search(whole)
    head = whole[: head_end.start()] if head_end else whole
    if _GROUPS.search(head) or not _OFFICES.search(whole):
        return ()
    words = passage.words(party.start, party.end)
    name = _NAME_LAST.search(words.value)
    called = (
        name["name"] if name and not _OFFICES.search(name["name"]) and name.start() and name.group()[0] == "," else None
    )
    office = words.value[: name.start("name")].strip(" ,") if name and called else words.value
    held = Lead(called, party.state, office, None, words.text, words.start, words.end)
    return (held if called else _holder(passage, held),)


def _holder(passage: Passage, held: Lead) -> Lead:
    """Who holds an office that is all a party's words say ("the king"), where the passage names them."""
    noun = (held.office or "").split()[-1]
    if len((held.office or "").split()) > 1 or not _ANY_OFFICE.fullmatch(noun):
        return held
    people = (lead for span in around(passage) for lead in persons(passage, span))
    same = (
        p
        for p in people
        if p.name
        and p.state == held.state
        and (noun.lower() in p.text.lower() or noun.lower() in ("monarch", "leader"))
    )
    return next(same, held)


def _bare_name(passage: Passage, party: Participant, inside: list[EntityMention]) -> tuple[Lead, ...]:
    """A party that is a name and nothing else which the parse knows: a person's."""
    words = passage.text[party.start : party.end]
    if inside or _PRONOUNS.fullmatch(words) or party.sector is None or not NAME.fullmatch(words) or words.isupper():
        return ()
    return (Lead(words, party.state, None, None, words, party.start, party.end),)


def fullest(passage: Passage, lead: Lead) -> Lead:
    """The same person where the passage says most of them."""
    if lead.name is None or ((lead.office or lead.rank) and " " in lead.name):
        return lead
    others = _introduced_elsewhere(passage, _surname(passage, lead))
    best = max(others, key=weight, default=lead)
    return replace(best, state=lead.state) if weight(best) > weight(lead) else lead


def _introduced_elsewhere(passage: Passage, surname: str) -> Iterator[Lead]:
    for span in around(passage):
        for lead in persons(passage, span):
            if lead.name and _surname(passage, lead) == surname:
                yield lead


def around(passage: Passage) -> tuple[Span, ...]:
    """The sentences that tell the event, those before them, those after them, and the headline."""
    first = min((start for start, _ in passage.told), default=0)
    beside = sorted(passage.near, key=lambda span: (span[0] > first, span[0]))
    return tuple(dict.fromkeys((*passage.told, *beside, *headline(passage))))


def _surname(passage: Passage, lead: Lead) -> str:
    """What tells a person from others: the last word of the name that the parse knows, or else of the introduction."""
    known = (e.name for e in passage.within((lead.start, lead.end)) if e.label is MentionLabel.PERSON and e.name)
    return _last(next(known, None) or lead.name or lead.office or lead.text)


def _last(name: str) -> str:
    return plain((name.split() or [name])[-1]).strip(".")


def standing(passage: Passage, lead: Lead) -> Stated | None:
    """The level of a person, by the office they are introduced with, or else by how the passage refers to them."""
    if (found := level_of(lead)) is not None or lead.name is None or lead.office:
        return found
    who = _surname(passage, lead)
    for span in around(passage):
        said = [
            Lead(None, lead.state, entity.text, None, entity.text, entity.start, entity.end)
            for entity in passage.within(span)
            if entity.label is MentionLabel.REFERENCE and entity.name and _last(entity.name) == who
        ]
        # "The Australian foreign minister" of the next sentence is the Australian of this one.
        unnamed = [p for p in persons(passage, span) if p.name is None and p.state == lead.state is not None]
        if level := next((level for p in (*said, *unnamed) if (level := level_of(p))), None):
            return level
    return None
