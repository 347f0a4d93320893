"""Words that refer to parties without naming them: "both nations", "the two sides", "he"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence

from sanudo import resources
from sanudo.parse.within import only_party, within
from sanudo.records import EntityMention, MentionLabel, Sentence
from sanudo.titles import AT_THE_HEAD, RANKS, SECTOR_OF

_NOUN = (
    r"(?:countries|nations|states|republics|sides|governments|neighbou?rs|parties|allies|rivals|powers|capitals|militaries|"
    r"armies|navies|armed forces|air forces|coast ?guards|leaders|presidents|prime ministers|premiers|heads of (?:state|government)|ministers|"
    r"foreign ministers|defen[cs]e ministers|ministries|chiefs|commanders|generals|envoys|ambassadors|diplomats|delegations|teams|economies|"
    r"adversaries|foes|belligerents|partners|officials|signatories|statesmen)"
)
_NUMBERS = {"three": 3, "four": 4, "five": 5, "six": 6}
_MANY = "|".join(_NUMBERS)
# What follows a number or "both" that stands for parties by itself.
_DOING = r"(?= (?:have|had|are|were|will|would|met|also|spoke|then|should|must|may|can|could|agree|sign|hold|\w+ed)\b)"
COLLECTIVE = re.compile(
    rf"\b(?:(?:[Bb]oth|(?:[Tt]he |[Tt]hese |[Tt]hose )?[Tt]wo|both of the|(?:[Tt]he|[Tt]hese|[Tt]hose|[Aa]ll) (?:{_MANY}))(?: the)?"
    rf"(?: (?!of\b)[\w-]+){{0,3}}? {_NOUN}|[Tt]he (?:former|erstwhile|old)? ?(?:rivals|foes|neighbou?rs)|"
    rf"[Ee]ach other|[Tt]he (?:duo|trio)|the pair|[Bb]oth sides|[Ee]ither side|[Bb]oth of them|(?:[Bb]oth|[Tt]he (?:two|{_MANY})) men|(?<=between )the (?:two|{_MANY})|"
    rf"(?:[Bb]oth|[Tt]he (?:two|{_MANY})|[Aa]ll (?:{_MANY})){_DOING}|"
    rf"[Tt]h(?:e|ese) (?:sides|parties|ministers|leaders|presidents|countries|governments))(?! of (?!countries|states|nations)\w)\b"
)
# A reference that does not say how many are meant.
_UNCOUNTED = re.compile(
    r"(?:the|these) (?:sides|parties|ministers|leaders|presidents|countries|governments|neighbou?rs)", re.IGNORECASE
)
STATE_LABELS = (MentionLabel.STATE, MentionLabel.ADJECTIVE, MentionLabel.CAPITAL, MentionLabel.PERSON)


def find_collectives(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[EntityMention]
) -> tuple[EntityMention, ...]:
    """Collective references, each standing for the states that the text is about at that point: two, or as many as the words say.

    They are the states of the sentence before the reference, where it names so many; else, where no number is said, three or more that
    were last told of as acting together; else those of the last sentence that named so many; else,
    for two, the two that the article names most. A reference with no such states is left out.
    """
    found = []
    about = _most_named(mentions)
    latest: dict[int, tuple[str, ...]] = {}
    acting: tuple[str, ...] = ()
    for sentence in sentences:
        inside = [m for m in within(mentions, sentence) if m.label in STATE_LABELS]
        acting = _together(text, sentence, inside) or acting
        for match in COLLECTIVE.finditer(text, sentence.start, sentence.end):
            if any(m.start < match.end() and match.start() < m.end for m in inside):
                continue
            number = next((n for word, n in (*_NUMBERS.items(), ("trio", 3)) if word in match[0].lower().split()), 2)
            before = _states(m for m in inside if m.end <= match.start())
            choices = (before, latest.get(number, ()), about)
            if len(acting) > 2 and _UNCOUNTED.fullmatch(match.group()):
                states = acting
            else:
                states = next((choice for choice in choices if len(choice) == number), ())
            if states:
                how = f"“{match.group()}” for the {len(states)} that the text is about"
                label = MentionLabel.COLLECTIVE
                found.append(EntityMention(match.start(), match.end(), match.group(), label, states, how=how))
        named = _states(inside)
        latest[len(named)] = named
    return tuple(found)


PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey|(?:[Hh]is|[Hh]er) (?:own )?(?:country|nation))\b")


def find_pronouns(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[EntityMention]
) -> tuple[EntityMention, ...]:
    """ "He" and "she" for the first person of the sentence before the pronoun, else of the last sentence that names one.

    "They" is the armed group before it in the sentence, where nothing else is, or at the head of a sentence the states that the last one which
    began with a party began with as acting together; "his country" the only party before it there. On the annotated articles three in four and more stand for the right state (`bench/resolving/participants.py`).
    "They" for other states or persons did so in one of five cases, "its", "his" and "him" in one of two at most, and are left alone;
    so is "it", which was right where only one party was named before it, but then took part in an event in four of a hundred cases, and made none
    of them come out better.
    """
    found: list[EntityMention] = []
    person: EntityMention | None = None
    together: tuple[str, ...] = ()
    sector: str | None = None
    for sentence in sentences:
        inside = within(mentions, sentence)
        people = [m for m in inside if m.label == MentionLabel.PERSON]
        joint = _together(text, sentence, inside)
        if joint is None and not _opens_with_they(text, sentence) and _opens_with_another(text, sentence, inside):
            together = ()
        if joint:
            together, sector = joint, _sector(text, sentence, inside)
        for match in PRONOUN.finditer(text, sentence.start, sentence.end):
            before = inside[: bisect_right(inside, match.start(), key=lambda m: m.start)]
            word = match.group().lower()
            if word == "they":
                who = _only_group(before)
                if who is None and together and not before:
                    found.append(_they(match, together, sector))
            elif word in ("he", "she"):
                who = people[0] if people and people[0].end <= match.start() else person
            else:
                who = only_party(before)
            if who is not None:
                found.append(_pronoun(match, who))
        person = people[0] if people else person
    return tuple(found)


# Between parties that act together: "Iran, Russia and Turkey", "the foreign ministers of Peru and Bolivia".
_AND = re.compile(
    r"(?:[’']s?)?(?:\s[a-z][\w-]*){0,2}(?:,|,?\s(?:and|&))\s(?:the\s)?(?:[\w’'.-]+\s){0,4}", re.IGNORECASE
)
_SUBJECT = re.compile(r"(?:[^\s,;:“”\"]+\s){0,7}")
_WORD = re.compile(r"[A-Za-z]+")
_OFFICES = SECTOR_OF.keys() - RANKS - AT_THE_HEAD
_THEY = re.compile(r"[“\"'‘(\d.\s-]*(?:They|In\s[^,]{3,40},\sthey)\b")


def _opens_with_they(text: str, sentence: Sentence) -> bool:
    return _THEY.match(text, sentence.start, sentence.end) is not None


def _opens_with_another(text: str, sentence: Sentence, mentions: Sequence[EntityMention]) -> bool:
    """Whether a sentence begins with some other party, whom "they" after it may mean."""
    first = next(iter(mentions), None)
    return first is not None and _SUBJECT.fullmatch(text, sentence.start, first.start) is not None


def _together(text: str, sentence: Sentence, mentions: Sequence[EntityMention]) -> tuple[str, ...] | None:
    """The states that a sentence begins with as acting together, for "they" in the next one; None where it begins so with none."""
    first = next((m for m in mentions if m.label in (*STATE_LABELS, MentionLabel.COLLECTIVE)), None)
    if first is None or _SUBJECT.fullmatch(text, sentence.start, first.start) is None:
        return None
    states = list(first.states)
    last = first
    for mention in mentions:
        if mention.start >= last.end and mention.label in STATE_LABELS:
            if _AND.fullmatch(text, last.end, mention.start) is None:
                break
            states += mention.states
            last = mention
    states = list(dict.fromkeys(states))
    return tuple(states) if len(states) > 1 else None


def _sector(text: str, sentence: Sentence, mentions: Sequence[EntityMention]) -> str | None:
    """That of the offices that a sentence opens with ("The presidents of Chile and Peru"), else of its first party, a person's.

    Words that are offices for want of another, and ranks, count in the plural alone: "major powers", "chief rivals".
    """
    first = next(m for m in mentions if m.label in (*STATE_LABELS, MentionLabel.COLLECTIVE))
    words = [word.lower() for word in _WORD.findall(text, sentence.start, first.end)]
    offices = (
        word if word in _OFFICES else word.removesuffix("s") for word in words if word in _OFFICES or word[-1] == "s"
    )
    return next((SECTOR_OF[office] for office in offices if office in SECTOR_OF), first.sector)


def _they(match: re.Match[str], states: tuple[str, ...], sector: str | None) -> EntityMention:
    names = ", ".join(map(resources.state_name, states))
    how = f"“{match.group()}” for those who act together in the sentence before: {names}"
    return EntityMention(*match.span(), match.group(), MentionLabel.COLLECTIVE, states, sector, how=how)


def _pronoun(match: re.Match[str], who: EntityMention) -> EntityMention:
    words = match.group()
    whole = words.endswith(("country", "nation"))
    name = who.name if not whole or who.label in (MentionLabel.BODY, MentionLabel.GROUP) else None
    meant = name or (resources.state_name(who.states[0]) if whole else who.text)
    sector = None if whole else who.sector
    return EntityMention(
        *match.span(), words, MentionLabel.REFERENCE, who.states, sector, name, f"“{words}” for {meant}"
    )


def _only_group(mentions: Sequence[EntityMention]) -> EntityMention | None:
    """The group that all the mentions stand for; None where they stand for anything else."""
    one = len({(m.label, m.name) for m in mentions}) == 1
    return mentions[0] if one and mentions[0].label == MentionLabel.GROUP else None


def _states(mentions: Iterable[EntityMention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(s for m in mentions for s in m.states))


def _most_named(mentions: Sequence[EntityMention]) -> tuple[str, ...]:
    counts = Counter(s for m in mentions if m.label in STATE_LABELS for s in m.states)
    ranked = sorted(counts.items(), key=lambda item: -item[1])
    if len(ranked) > 2 and ranked[1][1] == ranked[2][1]:
        return ()
    return tuple(state for state, _ in ranked[:2])
