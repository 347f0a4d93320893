"""Persons named with an office and no state: "Ambassador Sofía Rojas", "General Were", "Amos Were, the deputy defence minister".

News leaves the state out where the text has told it, or where it is that of its readers. So the person acts for the state that the text
is about by then (`Salience`), the state of the outlet or of the dateline a little ahead; not for one with whom, by the sentence, the person
deals. Of the known office-holders whom development articles name so, that state was the right one for 82 in 100, where it led by `AHEAD`.
Only offices of a state count: a mayor, a judge or the spokesman of a firm seldom acts towards another state.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sanudo import resources
from sanudo.codebook import BODIES
from sanudo.parse.salience import Salience
from sanudo.parse.within import within
from sanudo.records import EntityMention, MentionLabel, Sentence
from sanudo.titles import (
    NAME,
    OF_GENERALS,
    TITLE_WORDS,
    Title,
    bare,
    is_person,
    only_state,
    title_after,
    title_alone,
)

# How many times the weight of the next state makes the one that a person acts for.
AHEAD = 1.3
_OF_STATES = "minister|premier|chancellor|king|queen|emir|sultan|ambassador|envoy|nuncio|undersecretary|under-secretary|attaché|attache|consul"
_OFFICE = rf"(?:{_OF_STATES}|president|prince|princess|sheikh|secretary|speaker|senator|congressman|congresswoman)"
_RANK = rf"(?:{''.join(f'(?<!{office} )' for office in sorted(OF_GENERALS))}general(?! (?:{'|'.join(sorted(OF_GENERALS))})\b)|admiral|colonel|marshal|brigadier|commodore|lt|gen|maj|col|adm|sen|rep)"
_BEFORE = rf"(?:(?:{'|'.join(sorted({*TITLE_WORDS, 'deputy', 'then', 'justice', 'treasury'}))})[ -]){{0,6}}"
_TITLED = re.compile(rf"(?<![\w’'.-])(?P<title>(?i:{_BEFORE}(?P<office>{_OFFICE}|{_RANK})))\b")
# "…, the deputy defence minister", not of a state that is named there.
_NAME_LAST = re.compile(rf"{NAME.pattern}$")
LONGEST_NAME = 60  # characters
_TOLD = re.compile(
    rf",\s+(?:who (?:is|was) )?(?:then )?(?:(?P<the>the|its|their)\s+|(?=[A-Z]))(?:then[ -])?"
    rf"(?P<title>(?:[\w-]+,? (?:and )?){{0,4}}?(?i:{_OF_STATES}|(?:foreign|state|defen[cs]e|home|energy|trade|business|strategy) secretary))\b"
    rf"(?! (?:of|to|for|in|from) (?:the )?(?!(?i:{'|'.join(sorted(TITLE_WORDS))})\b)[A-Z])"
)
# An organ of a state that says something: whom it speaks of as "the ambassador" is of the same state.
_SAYING = r" (?:said|says|reported|reports|announced|confirmed|added|stated)\b"
_SAYS = re.compile(_SAYING)
_SAID = re.compile(
    r"(?:[’']s)? (?:[\w-]+ ){0,3}?(?i:ministry|embassy|government|spokes(?:man|woman|person)|minister|presidency|officials?|authorities|president|army|navy)"
    rf"(?: [A-Z][\w.]+){{0,3}}{_SAYING}"
)
# What stands between the name of a body and the title of its officer.
_OF_BODY = re.compile(r"(?:[’']s?)?(?:[ -][a-z-]+){0,4} ")
# What is told of a person after the name: "…, the American officer who", "… of Jordan". A state in it is theirs.
_TOLD_AFTER = re.compile(
    r"(?:,? of (?:the )?|, (?:(?i:the|an?|who (?:is|was)|its|vice|deputy|chief|head|commander|chairman|director|foreign|ambassador|minister) )"
    r"(?:[^,.;:\n]{0,60}?(?:of|for|at|the|an?) )?(?:the )?(?:Royal )?)(?P<told>[A-Z][\w.’'-]*)"
)
REACH = 120
# Verbs of dealing with another, and the words that lead to whom it is dealt with.
_DEALS = re.compile(
    r"\b(?:m[eo]e?t(?:s|ing)?(?: with)?|receiv\w+|welcom\w+|host\w*|visit\w*|travel\w*|arriv\w+|flew|(?:talks|spoke|discuss\w+|together|along|and) with|invit\w+|"
    r"call\w*|told|urg\w+|accus\w+|condemn\w+|warn\w*|thank\w*|ask\w*|congratulat\w+|criticis\w+|criticiz\w+|sign\w*|counterparts?|responded|envoys? to|ambassador to)\b"
)
_SINGLE = re.compile(r"(?i)\b(?:minister|president|premier|king|prince|secretary|ambassador|sheikh)$")


@dataclass(frozen=True, slots=True)
class Titled:
    """A person, where the name stands, the title that the article gives them, and the state that they act for."""

    name: str
    start: int
    title: Title
    state: str
    how: str


def find_titled(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[EntityMention], home: str | None
) -> Iterator[Titled]:
    """Persons with an office and no state beside it, in order. `mentions` are the states and persons known so far, in order."""
    named = [
        m
        for m in mentions
        if len(m.states) == 1
        and m.label not in (MentionLabel.BODY, MentionLabel.GROUP)
        and (m.label != MentionLabel.PERSON or m.states[0] not in BODIES)
    ]
    about = Salience(sentences, home)
    at = 0
    # No title before the full stop is that of a name after it.
    opening = {sentence.start for sentence in sentences}
    before = [found for found in _before(text, mentions) if found[0] not in opening]
    for start, name, title in sorted([*before, *_after(text)], key=lambda found: found[:2]):
        sentence = sentences[about.sentence(start)]
        while at < len(named) and named[at].start < start:
            about.see(named[at])
            at += 1
        state, why = _state(text, start, start + len(name), title, within(named, sentence), home) or _lead(
            about, start, _others(text, start, within(named, sentence))
        )
        if state:
            said = ", ".join(filter(None, (title.office, title.rank)))
            yield Titled(
                name, start, title, state, f"named with the title {said}, for {resources.state_name(state)}, {why}"
            )


def _state(
    text: str, start: int, end: int, title: Title, mentions: Sequence[EntityMention], home: str | None
) -> tuple[str, str] | None:
    """The state that the sentence itself gives the person who is named from `start` to `end`, and how; None where it gives none."""
    told = _TOLD_AFTER.match(text, end, end + REACH)
    by = next((m for m in mentions if told and told.start("told") <= m.start < told.end()), None)
    if by is not None:
        return by.states[0], f"told of with “{by.text}”"
    if one := only_state(title.office, home):
        return one, "as only its press calls it"
    last = next((m for m in reversed(mentions) if m.end <= start), None)
    if last is not None and not _DEALS.search(text[last.end : start]):
        saying = _SAYS if last.label == MentionLabel.PERSON else _SAID
        return (last.states[0], f"as “{last.text}”, who speaks") if saying.match(text, last.end, start) else None
    return None


def _lead(about: Salience, at: int, without: frozenset[str]) -> tuple[str, str]:
    state, times = about.lead(at, without)
    return (state, "the state that the text is about") if times >= AHEAD else ("", "")


def _others(text: str, start: int, mentions: Sequence[EntityMention]) -> frozenset[str]:
    """The states that the sentence names beside the person at `start`: those dealt with, verbs of dealing between them, and places."""
    return frozenset(
        m.states[0]
        for m in mentions
        if _DEALS.search(text[min(m.end, start) : max(m.start, start)])
        or text[max(0, m.start - 4) : m.start].lower().endswith(("in ", " or "))
    )


def _before(text: str, mentions: Sequence[EntityMention]) -> Iterator[tuple[int, str, Title]]:
    """Names after a title, with their offset."""
    bodies = [m.end for m in mentions if m.label in (MentionLabel.BODY, MentionLabel.GROUP)]
    reached = 0
    for match in _TITLED.finditer(text):
        start = match.start()
        title = title_after(text, start) if start >= reached else None
        if title is None or not is_person(title.name) or not _is_of_a_state(text, start, match["office"], title):
            continue
        last = bisect_right(bodies, start)
        if last and _OF_BODY.fullmatch(text, bodies[last - 1], start):
            continue
        reached = title.end
        yield text.index(title.name, title.end), title.name, title


def _is_of_a_state(text: str, start: int, word: str, title: Title) -> bool:
    """Whether a title before a name is an office of a state, as far as the words show: no "Party President", no "Chief Minister"."""
    words = text[start : title.end].strip()
    before = text[max(0, start - 30) : start]
    if word[0].islower() and (words == word or (" " not in title.name and not _SINGLE.search(words))):
        return False
    if word.lower() == "president" and (
        re.search(r"(?i)\b(?:of|party)\b|[,(]", words) or re.search(r"[’'] ?(?:s )?$|(?i:\bits )$", before)
    ):
        return False  # of a firm or a board
    if re.search(r"[A-Z][\w.’'-]*\s$", before) and not word.lower().endswith(("minister", "secretary")):
        return False
    if re.search(r"(?i)secretary[ -]general", words):
        return False  # of a body
    return "(" not in words and not re.search(r"(?i)\bchief\s$", before)


def _after(text: str) -> Iterator[tuple[int, str, Title]]:
    """Names before a title, with their offset."""
    for match in _TOLD.finditer(text):
        before = text[max(0, match.start() - LONGEST_NAME) : match.start()]
        named, title = _NAME_LAST.search(before), title_alone(match["title"])
        if named is None or title is None:
            continue
        name = bare(named.group())
        opens = (
            before[: named.start()].rstrip()[-1:] not in ("", ",")
            and not before[: named.start()].rstrip()[-1:].isalnum()
        )
        if is_person(name) and (" " in name or not (opens or named.start() == 0)):
            yield match.start() - len(before) + before.rindex(name), name, title
