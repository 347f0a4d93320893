"""Sessions of joint bodies: which body, which session, who leads the sides, what came of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sanudo import resources
from sanudo.detail.aims import outcome, talked_of
from sanudo.detail.encounter import STATED_LEVEL, highest, of_whom
from sanudo.detail.firsts import first_time
from sanudo.detail.leads import leads
from sanudo.detail.parties import acting
from sanudo.detail.passage import Passage, Span, first, one_of
from sanudo.detail.quoted import headline, named, opening
from sanudo.details import Amount, Committee, Lead, Stated
from sanudo.records import MentionLabel

_BODY_NOUNS = r"(?:Committee|Commission|Council|Working Group|Group|Dialogue|Forum|Board|Consultations?|Mechanism|Panel|Assembly|Task Force|Team|Cabinet|Level Meeting|Secretariat|Consultative Meeting|Conference)"
_BODY = named(_BODY_NOUNS)
# "The Joint Commission in Muscat" sits there and is not called so; nor is it by whom it is with.
_SEAT = re.compile(r"\s(?:in|at|with)\s(?:the\s)?(?P<seat>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2})\.?$")
_PLAIN_BODY = re.compile(
    r"(?<![\w-])(?:(?!(?:an?|the|its|their|this|that|to|of|in|on|for|with|under|both|by|at|from|said|of|new|next|last|first|as|has|have|had|is|was|were|are|met|when|while|after)\s)[\w’'-]+\s){1,5}"
    r"(?:committee|commission|council|group|dialogue|forum|board|consultations|cabinet|(?<=joint )team|(?<=technical )team)s?\b(?:\s(?:on|for)\s(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[\w\s-]{3,40}?(?=[,.;]|\s(?:in|on|at|was|met|held|is|will|sat|sits|came|convene\w*|had|has|have|that|which|who|to|of)\b))?",
    re.IGNORECASE,
)
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
_TENTHS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NTH = rf"(?P<ordinal>inaugural|maiden|(?:(?:{'|'.join(_TENS)})[-\s])?(?:{'|'.join(ORDINALS)})|{'|'.join(_TENTHS)}|\d{{1,3}}(?:st|nd|rd|th))"
_SESSION = re.compile(
    rf"(?<![\w-]){NTH}(?:-ever)?\s(?!day|week|time|phase|half|year|month|visit|country|party|floor|such)(?:[\w’'&()-]+\s){{0,5}}?"
    r"(?:session|meeting|round|edition|sitting|iteration|plenary|talks|dialogue|instalment|committee|commission|council|exercises?|drills?)\b",
    re.IGNORECASE,
)
_NTH_TIME = re.compile(rf"(?<![\w-]){NTH}\s(?:time\b|since\b|of\sits\s(?:name|kind|sort)\b)", re.IGNORECASE)
_GOES_ON = re.compile(
    r"\b(?:committee|commission|council|group|dialogue|session|sides|delegations?|talks|meeting|co-?chair\w*|headed|led)\b",
    re.IGNORECASE,
)
_LED = re.compile(r"\b(?:headed|led by|co-?chair\w*|chaired|chairman\w*|delegations?)\b", re.IGNORECASE)


def committee(passage: Passage) -> Committee:
    """The record of a session of a joint body."""
    around = passage.going_on(_GOES_ON)
    people = _leads(passage)
    heard = (*passage.told, *headline(passage))
    return Committee(
        body=_body(passage, around),
        level=one_of(passage, passage.told, STATED_LEVEL) or highest(passage, people) or of_whom(passage),
        session=ordinal(passage, heard, "session") or nth_time(passage, heard, "session"),
        leads=people,
        host=_host(passage),
        agenda=talked_of(passage, around),
        outcome=outcome(passage, around),
        first_time=first_time(passage),
    )


def _leads(passage: Passage) -> tuple[Lead, ...]:
    """The parties that are persons, and who leads a side."""
    parties = (*passage.mention.actors, *passage.mention.recipients)
    found = acting(passage, parties)
    led = leads(passage, passage.going_on(_LED), {p.state for p in parties})
    return (
        *found,
        *(p for p in led if _leads_side(passage, p) and not any(p.start < f.end and f.start < p.end for f in found)),
    )


def _leads_side(passage: Passage, person: Lead) -> bool:
    return (
        _LED_BY.search(passage.text, max(0, person.start - 160), person.start) is not None
        or _LEADS.match(passage.text, person.end, person.end + 200) is not None
    )


_LED_BY = re.compile(
    r"\b(?:(?:co-?)?chaired|led|headed|presided(?:\sover)?)\s(?:jointly\s)?by\s[^.;]{0,120}$|\b(?:co-?chairs?|co-?chairm[ae]n|chairmanship\sof|leadership\sof|leading\s[^.;]{1,60}\s(?:was|were))[,\s][^.;]{0,60}$"
    r"|\b(?:co-?chaired|chaired|led|headed)\s[^.;]{1,80}\s(?:and|with)\s[^.;]{0,40}$",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"(?:\s(?:and|with)\s[^.;]{2,110}?)?,?\s(?:(?:jointly|also|had|has|will|who|would|both|respectively)\s){0,2}(?:co-?chair|chair|led\b|lead|head|presid)",
    re.IGNORECASE,
)


# Words that make the state right after or before them the host; where a session is held makes none.
_HOSTED_BY = re.compile(r"\b(?:hosted\sby|as\sguests?\sof)\s(?:the\s)?$", re.IGNORECASE)
_HOSTS = re.compile(
    r"(?:[’']s\s\w+)?,?\s(?:which\s|that\s|will\s|is\sto\s|was\sto\s|as\s(?:the\s)?host)?(?:host(?:s|ed|ing)?|play(?:s|ed)\shost)\b",
    re.IGNORECASE,
)


def _host(passage: Passage) -> Stated | None:
    """The party that the words call the host: "hosted by Qatar"."""
    states = {p.state for p in (*passage.mention.actors, *passage.mention.recipients)}
    for span in passage.told:
        for entity in passage.within(span):
            named = entity.label in (MentionLabel.STATE, MentionLabel.CAPITAL) and len(entity.states) == 1
            if named and entity.states[0] in states:
                before = _HOSTED_BY.search(passage.text, max(span[0], entity.start - 30), entity.start)
                if before or _HOSTS.match(passage.text, entity.end, span[1]):
                    return passage.stated(entity.states[0], entity.start, entity.end)
    return None


def ordinal(passage: Passage, spans: tuple[Span, ...], unit: str) -> Amount | None:
    """Which session or edition it is: 1 for "inaugural", 21 for "21st"."""
    match = first(passage, spans, _SESSION)
    if match is None:
        return None
    return ordinal_of(match, unit)


def ordinal_of(match: re.Match[str], unit: str) -> Amount:
    """The number of a match's group `ordinal`."""
    return Amount(float(_value(match["ordinal"].lower())), unit, "exact", match["ordinal"], *match.span("ordinal"))


def _value(word: str) -> int:
    """The number of an ordinal: 1 of "inaugural", 37 of "thirty-seventh"."""
    if word in ("inaugural", "maiden"):
        return 1
    if word[0].isdigit():
        return int(word[:-2])
    if word in _TENTHS:
        return 10 * (_TENTHS.index(word) + 2)
    tens, _, unit = word.replace("-", " ").rpartition(" ")
    return (10 * (_TENS.index(tens) + 2) if tens else 0) + ORDINALS.index(unit) + 1


def nth_time(passage: Passage, spans: Iterable[Span], unit: str) -> Amount | None:
    """How often it has been held, where that is said so: "for the eighth time"; the first time is none."""
    for span in spans:
        for match in _NTH_TIME.finditer(passage.text, *span):
            if match["ordinal"].lower() != "first":
                return ordinal_of(match, unit)
    return None


def _is_place(passage: Passage, words: str) -> bool:
    """Whether words name a party, or where the event was; a single word that a body is "in" does too."""
    where = passage.mention.where
    return words in resources.parties() or " " not in words or bool(where and where.place and where.place in words)


def _body(passage: Passage, spans: tuple[Span, ...]) -> Stated | None:
    """The body's name in capitals, or else as words describe it."""
    for span in spans:
        for match in _BODY.finditer(passage.text, *span):
            end = match.end()
            while (seat := _SEAT.search(passage.text, match.start("noun"), end)) and _is_place(passage, seat["seat"]):
                end = seat.start()
            if len(match.group().split()) > 1 and not match.group().isupper():
                return passage.words(match.start() + opening(match.group()), end)
    plain = first(passage, spans, _PLAIN_BODY)
    return passage.words(*plain.span()) if plain else None
