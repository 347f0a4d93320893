"""Who speaks in a statement: the person or body behind the actor's words, as the passage introduces them best."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sanudo.detail.leads import introduced, leads, parts
from sanudo.detail.passage import Passage, Span
from sanudo.details import Lead
from sanudo.records import Attribution, EntityMention, MentionLabel, Participant

# Who stands for a party that was named before; "US" is none.
PRONOUN = re.compile(
    r"(?!US$)(?:I|we|he|she|it|they|him|her|them|us|who|which|that|his|its|their|you|me)", re.IGNORECASE
)
# Bodies that speak for a state or for themselves; a state alone, its people or its officials are none.
_BODY = re.compile(
    r"\b(?:ministry|ministries|government|embassy|army|military|navy|air force|police|authorities|department|office|state media|cabinet|council|commission|administration|regime|palace|Kremlin|Pentagon|White House|Downing Street|"
    r"parliament|senate|congress|assembly|committee|court|junta|command|agency|secretariat|delegation|mission|spokes(?:man|woman|person)|ministers|party|movement|leadership|presidency)\b",
    re.IGNORECASE,
)
# Who is of a body without being it.
_PEOPLE = re.compile(r"(?:nations|countries|states|members|officials|sources|troops|forces|soldiers|diplomats)$")
# Characters before a surname in which whoever bears it may have been introduced.
FAR = 20_000
# Names that the parse does not know.
_TITLED = re.compile(r"(?P<title>.*\b[a-z]+) (?P<name>[A-ZÀ-Þ][\w’'-]+(?: (?:al-|bin )?[A-ZÀ-Þ][\w’'-]+){1,3})")
_SURNAME = re.compile(r"(?!The\b)[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)?")


def speaker(passage: Passage, said: Attribution | None) -> Lead | None:
    """Who speaks: the person of the attribution or of the party that acts, or else the body that they name."""
    if said is not None and said.contents and said.states:
        return _lead(passage, said.start, said.end, said.states[0], said.name)
    named = [party for party in passage.mention.actors if party.text and passage.tells(party.start)]
    if named:
        leads_of = (
            _meant(passage, p) if PRONOUN.fullmatch(p.text) else _lead(passage, p.start, p.end, p.state, p.name)
            for p in named
        )
        return next(filter(None, leads_of), None) or _spokesman(passage, named)
    people = leads(passage, passage.told, {party.state for party in passage.mention.actors})
    addressed = {(party.start, party.end) for party in passage.mention.recipients}
    return next(
        (one for one in people if not any(one.start < end and start < one.end for start, end in addressed)), None
    )


def _spokesman(passage: Passage, named: list[Participant]) -> Lead | None:
    """Who says it for a state that the sentence names alone: "Peru regrets the raid, the Peruvian embassy said"."""
    span = next(span for span in passage.told if span[0] <= named[0].start < span[1])
    for said in passage.said:
        told_there = span[0] <= said.start < span[1] and said.asserts and named[0].state in said.states
        if told_there and not any(party.start < said.end and said.start < party.end for party in named):
            return _lead(passage, said.start, said.end, named[0].state, said.name)
    return None


def _lead(passage: Passage, start: int, end: int, state: str, name: str | None) -> Lead | None:
    """The person among these words, with the title, as the passage introduces them best; or else the body that they name; None for a bare state."""
    text = passage.text[start:end]
    for person in passage.within((start, end)):
        if person.label is MentionLabel.PERSON and passage.text[person.end : person.end + 1] not in ("’", "'"):
            return _fullest(passage, person)
    told_with = next(
        (one for one in leads(passage, passage.told, {state}) if one.start < end and start < one.end), None
    )
    if told_with is not None:
        return told_with
    inside = list(passage.within((start, end)))
    if not inside and _SURNAME.fullmatch(text):
        fuller = (one for one in leads(passage, passage.runs, {state}) if one.name and one.name.endswith(text))
        return replace(next(fuller, Lead(text, state, None, None, text, start, end)), state=state)
    office, rank = parts(text) if len(text.split()) <= 14 else (None, None)
    body = any(party.label is MentionLabel.BODY for party in inside) and not _PEOPLE.search(text)
    if not (name and name in text) and office is None and rank is None and not body and not _BODY.search(text):
        return None
    words = passage.words(start, end)
    if office and (named := _TITLED.fullmatch(words.text)):
        name, (office, rank) = named["name"], parts(named["title"])
    return Lead(name, state, office, rank, words.text, words.start, words.end)


def _fullest(passage: Passage, person: EntityMention) -> Lead:
    """A person as the passage introduces them best: where a surname stands alone, with the name and title that they have nearby, or else before."""
    shown = _introduced(passage, person)
    if shown.office or shown.rank or len((shown.name or "").split()) > 1:
        return shown
    surname = person.text.split()[-1]

    def others(spans: Iterable[Span]) -> Iterator[Lead]:
        for other in (other for span in spans for other in passage.within(span)):
            if other.label is MentionLabel.PERSON and surname in other.text.split() and other.states == person.states:
                yield _introduced(passage, other)

    def fullness(lead: Lead) -> tuple[bool, int]:
        return bool(lead.office or lead.rank), len((lead.name or "").split())

    near = max((shown, *others(passage.runs)), key=fullness)
    if fullness(near) != fullness(shown):
        return near
    return max((near, *others([(max(0, person.start - FAR), person.start)])), key=fullness)


def _introduced(passage: Passage, person: EntityMention) -> Lead:
    return introduced(passage, person, (max(0, person.start - 80), min(len(passage.text), person.end + 120)))


def _meant(passage: Passage, party: Participant) -> Lead | None:
    """Who "he" or "she" is: the one person of that state in the last sentence before that names any; of "I", who says it."""
    if party.text.lower() in ("i", "we"):
        said = (one for one in passage.said if any(start <= party.start < end for start, end in one.contents))
        own = next((one for one in said if party.state in one.states), None)
        return _lead(passage, own.start, own.end, party.state, own.name) if own else None
    if party.text.lower() not in ("he", "she", "his", "her"):
        return None
    people = [one for one in before(passage, party) if one.label is MentionLabel.PERSON]
    if not people:
        return None
    spans = (*passage.told, *passage.near)
    beside = next((span for span in spans if span[0] <= people[-1].start < span[1]), (people[-1].start, people[-1].end))
    named = {one.text.split()[-1] for one in people if beside[0] <= one.start}
    return _fullest(passage, people[-1]) if len(named) == 1 else None


def before(passage: Passage, party: Participant) -> list[EntityMention]:
    """What names the state of a party in the passage before it stands."""
    run = next((run for run in passage.runs if run[0] <= party.start < run[1]), None)
    return [one for one in passage.within((run[0], party.start)) if party.state in one.states] if run else []
