"""Offices named without their state: "the ministry", after "Syria's foreign ministry"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sanudo import resources
from sanudo.parse.names import filed_from
from sanudo.parse.persons import SECTOR_OF
from sanudo.parse.salience import Salience
from sanudo.parse.within import Taken, only_party, within
from sanudo.records import EntityMention, MentionLabel, Sentence
from sanudo.titles import OF_ONE_STATE, only_state

NOUNS = (
    "ministry minister government president premier army military navy embassy delegation spokesman spokeswoman "
    "spokesperson ambassador envoy administration authorities king parliament cabinet regime officials forces troops "
    "general commander chancellor secretary undersecretary department police soldiers pm prince sultan emir queen ruler junta coalition"
).split()
ARMED = {"army", "military", "navy", "forces", "troops", "soldiers"}
_MODIFIER = r"(?:[a-z]+|Foreign|Defen[cs]e|Interior|Prime|Deputy|Vice|Under|Crown|Army|Naval|Military|Trade|Finance|State|Home|Treasury)"
OFFICE = re.compile(
    rf"\b(?P<whose>[Tt]he|[Hh]is|[Ii]ts|[Tt]heir)\s+(?P<title>(?:{_MODIFIER}\s+){{0,2}}(?i:{'|'.join(NOUNS)}))\b"
    r"(?!\s+of\s+[A-Z]|\s+[Gg]eneral|[’'-])|\b(?:[Pp]ro-)?(?P<side>[Gg]overnment|[Rr]egime|[Cc]oalition)[ -]"
    r"(?:forces|troops|soldiers|army|military|jets|warplanes|planes|aircraft|airstrikes|air strikes|strikes|fighters|militias?|militiam[ae]n)\b"
)
TITLE = re.compile(
    r"\b(?i:(?:prime |foreign |defen[cs]e |under |crown )?(minister|president|premier|king|queen|chancellor|ambassador|envoy|(?<=under )secretary|undersecretary|prince|sultan|emir|pm))\s$"
)
AFTER_STATE = re.compile(r"(?:[’']s)?((?:\s+[\w-]+){1,4})")
# "The Saudi-led military coalition": "the coalition" and "coalition jets" after it are that state's.
COALITION = "coalition"
LED = re.compile(rf"-led (?:[\w-]+ ){{0,3}}{COALITION}\b")
# "Prime minister of Mongolia", "president of the Republic of Ghana".
BEFORE_STATE = re.compile(
    rf"\b(?P<title>(?:{_MODIFIER}\s){{0,2}}(?i:{'|'.join(NOUNS)}))\s(?:of|for)\s(?:the\s)?(?:[A-Z]\w+\s(?:[A-Z]\w+\s)?of\s)?$"
)
# What ends the phrase that a state opens: "Kenya thanked the minister" is not of a minister of Kenya.
ENDS = set("the a an his her its their and or with to that in on by from for as".split())
# "The prime minister, May": the name tells more than the office.
TO_NAME = re.compile(r",? (?:of |in )?(?:the )?(?:[A-Z][\w.]+ ){0,2}$")
# Two words for one thing.
RULING = ("government", "regime")
SHORT_FOR = {"pm": "prime minister"}
# A title that a person's name begins with.
ROYAL = re.compile(r"(?:Crown )?(Prince|King|Queen|Sultan|Emir)\b")
HERE = re.compile(r"\b(?:[Oo]fficials?|[Dd]iplomats?|[Aa]uthorities|[Mm]inisters?|[Ll]eaders?) here\b")
HELD_BY = (MentionLabel.STATE, MentionLabel.ADJECTIVE, MentionLabel.CAPITAL, MentionLabel.PERSON)
# How many times the weight of the next state makes one that the text is about; with less, another office of the same name stands.
CLEAR = 2.5
RIVAL = 1.5


def find_here(text: str) -> tuple[EntityMention, ...]:
    """ "Officials here" in a report with a dateline: those of the state that it was filed from."""
    state = filed_from(text)
    if state is None:
        return ()
    how = f"“here” for {resources.state_name(state)}, where the report was filed"
    label = MentionLabel.REFERENCE
    return tuple(
        EntityMention(*match.span(), match.group(), label, (state,), "GOV", None, how) for match in HERE.finditer(text)
    )


def find_offices(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[EntityMention], home: str | None
) -> tuple[EntityMention, ...]:
    """Offices without a state, for the state whose office of that name came last before. Mentions are in order; `home` is the state of the report.

    Where the text is about another state by then, the office is left out. "Its army" without one is that of the state that the
    text is about; so is "the army" where this sentence and the one before name no other state. On the annotated
    articles three in four stand for the right state (`bench/resolving/participants.py`); "the government" for the state that the text is about
    did so in four of ten cases, and is left alone.
    """
    named = [m for m in mentions if m.label in HELD_BY and len(m.states) == 1]
    taken = Taken(mentions)
    starts = [m.start for m in mentions]
    about = Salience(sentences)
    held: dict[str, tuple[str, int]] = {}
    found: list[EntityMention] = []
    at = 0
    for match in OFFICE.finditer(text):
        start, end = match.span()
        while at < len(named) and named[at].start < start:
            about.see(named[at])
            since = named[at].states[0], about.sentence(named[at].start)
            for office in _offices_of(text, named[at]):
                held[office] = since
                if office in RULING:
                    held.update(dict.fromkeys(RULING, since))
            at += 1
        if taken.overlaps(start, end) or _named_next(text, end, mentions, starts):
            continue
        title = (match["title"] or match["side"]).lower()
        led = COALITION in title.split()
        noun = COALITION if led else title.split()[-1]
        owned = not led and (match["side"] is not None or match["whose"].lower() != "the")
        state, why = only_state(title, home) if title in OF_ONE_STATE else "", ", as only its press calls it"
        if title in held or not state:
            last = held.get(title) or held.get(SHORT_FOR.get(noun, noun)) or held.get(noun)
            state, why = _holder(last, owned, about, start)
            if not state and noun in ARMED and noun not in held:
                number = about.sentence(start)
                near = [
                    m
                    for at_ in (number - 1, number)
                    if at_ >= 0
                    for m in within(mentions, sentences[at_])
                    if m.end <= start
                ]
                alone = only_party(near)
                state, why = (alone.states[0], ", which alone is named") if alone is not None else ("", "")
        if state:
            sector = (
                "MIL"
                if match["side"]
                else SECTOR_OF.get(noun, "MIL" if noun in ARMED else "COP" if noun == "police" else "GOV")
            )
            how = f"“{match.group()}” for the {noun} of {resources.state_name(state)}{why}"
            found.append(EntityMention(start, end, match.group(), MentionLabel.REFERENCE, (state,), sector, None, how))
    return tuple(found)


def _holder(held: tuple[str, int] | None, owned: bool, about: Salience, at: int) -> tuple[str, str]:
    """The state of an office, and how that is known; empty where it is not."""
    lead, times = about.lead(at)
    if held:
        state, sentence = held
        rival = lead != state and times >= RIVAL
        close = about.sentence(at) == sentence and not owned  # "the minister met the minister"
        return ("", "") if rival or close else (state, " named before")
    return (lead, ", which the text is about") if owned and times >= CLEAR else ("", "")


def _named_next(text: str, end: int, mentions: Sequence[EntityMention], starts: Sequence[int]) -> bool:
    after = bisect_left(starts, end)
    return (
        after < len(mentions) and starts[after] - end < 40 and TO_NAME.fullmatch(text, end, starts[after]) is not None
    )


def _offices_of(text: str, mention: EntityMention) -> Iterator[str]:
    if LED.match(text, mention.end, mention.end + 60):
        yield COALITION
    following = AFTER_STATE.match(text, mention.end, mention.end + 60)
    words = following[1].lower().split() if following else []
    for position, word in enumerate(words):
        if word in ENDS:
            break
        if word in NOUNS:
            yield word
            yield " ".join(words[: position + 1][-2:])
    if before := BEFORE_STATE.search(text, max(0, mention.start - 70), mention.start):
        title = before["title"].lower()
        yield from (title.split()[-1], " ".join(title.split()[-2:]))
    if mention.label == MentionLabel.PERSON:
        title = TITLE.search(text, max(0, mention.start - 30), mention.start)
        yield from [title[1].lower()] if title else []
        royal = ROYAL.match(mention.text)
        yield from [royal[1].lower()] if royal else []
