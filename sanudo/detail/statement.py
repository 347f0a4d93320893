"""Statements: who speaks, to whom, in which stance, on what, in which words; an analyst's word apart from an official's."""

from __future__ import annotations

import re

from sanudo.detail.firsts import first_time
from sanudo.detail.leads import introduced, leads, parts
from sanudo.detail.passage import Passage, closed, first, one_of
from sanudo.detail.quoted import quotations
from sanudo.details import Lead, Stated, Statement
from sanudo.records import Attribution, MentionLabel, Participant
from sanudo.titles import SECTOR_OF

_STANCES = closed(
    condemnation=r"condemn\w*|denounc\w+|deplor\w+|slamm?\w*|criticis\w+|criticiz\w+|critici[sz]ed?|decr(?:y|ied)\w*|lambast\w+|blast(?:ed|s)|rebuk\w+|outrage\w*",
    accusation=r"accus\w+|alleg(?:ed|es|ing|ations?)|blam(?:ed?|es|ing)|charg(?:ed|es) that",
    threat=r"threat(?:en\w*|s)?|vow\w* (?:to )?(?:retaliat\w+|respond|revenge|destroy)|will retaliate|ultimatum",
    warning=r"warn\w*|caution\w*",
    denial=r"den(?:y|ied|ies|ying|ial)|dismiss\w*|refut\w+|rebuff\w* (?:allegations|claims)",
    refusal=r"refus\w+|reject\w*|rul(?:ed?|es|ing) out|rebuff\w*|oppos\w+",
    demand=r"demand\w*|insist\w*|must",
    appeal=r"urg(?:ed?|es|ing)|call(?:ed|s|ing)? (?:on|for|upon)|appeal\w*|ask(?:ed|s|ing)?|request\w*|exhort\w*|plead\w*|implor\w+",
    praise=r"prais\w+|hail\w*|laud\w*|welcom\w+|thank\w*|congratulat\w+|commend\w*|appreciat\w+|applaud\w*|salut\w+|grateful|gratitude|acclaim\w*",
    support=r"support\w*|back(?:ed|s|ing)|endors\w+|solidarity|reaffirm\w*|stand(?:s|ing)? (?:by|with)|recogni[sz]\w+|reiterat\w+|friend\w*|ally|allies|importan\w+|condolences?",
    concern=r"concern\w*|worr\w+|alarm\w*|anxi\w+|fears?|disturb\w+",
    complaint=r"complain\w*|lament\w*|regret\w*|disappoint\w*|protest\w*|object\w*|displeas\w+|unhapp\w+",
    offer=r"offer\w*|propos\w+|ready to|willing(?:ness)?|keen|invit\w+|pledg\w+|promis\w+",
    assessment=r"believ\w+|assess\w*|estimat\w+|expect\w*|predict\w*|suggest\w*|analys\w+|think\w*|consider\w*|view(?:ed|s)",
)  # fmt: skip
# What a type says of the stance where several are named.
_BY_TYPE = {
    "ACCUSE": {"accusation", "condemnation", "complaint", "concern"},
    "SUPPORT": {"praise", "support"},
    "REJECT": {"refusal", "denial"},
    "THREATEN": {"threat", "warning"},
    "REQUEST": {"appeal", "demand"},
    "AGREE": {"offer", "support"},
    "PROTEST": {"complaint", "condemnation", "demand"},
}
# Stances whose words say other things too: they count only where the type allows them.
_LOOSE = ("support", "offer", "assessment", "concern", "demand")
# Who stands for a party that was named before: a value of its own only with that name.
_PRONOUN = re.compile(r"(?:I|we|he|she|it|they|him|her|them|us|who|which|that|his|its|their|you|me)", re.IGNORECASE)
_ANALYST = re.compile(
    r"\b(?:analysts?|experts?|professors?|scholars?|researchers?|observers?|commentators?|think[- ]tanks?|academics?|historians?|economists?|fellow|pundits?|columnists?)\b",
    re.IGNORECASE,
)
_OFFICIAL = re.compile(
    r"\b(?:officials?|ministry|ministries|government|spokes(?:man|woman|person|people)|embassy|army|military|police|authorities|department|office|state media|diplomats?|cabinet|council|commission|administration|regime|palace|Kremlin|Pentagon|White House)\b",
    re.IGNORECASE,
)
_TOPIC = re.compile(
    r"\b(?:over|about|on|regarding|concerning|against|for|of|to)\s(?:the\s(?:issue|question|matter)\sof\s)?(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|it\b|him\b|her\b|them\b|us\b|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)",
    re.IGNORECASE,
)
_FORECAST = re.compile(
    r"\b(?:will|would|is likely to|are likely to|likely|expect(?:s|ed)? (?:to|that)|predict\w*|forecast\w*|is set to|are set to|is bound to|may|might|could)\b",
    re.IGNORECASE,
)
# Stances whose verb has what they are about as its object: "condemned the attack".
_OBJECT = ("condemnation", "denial", "refusal", "praise", "complaint", "support")
_DIRECT = re.compile(r"\s(?!(?:over|about|on|regarding|concerning|against|for|of|to|by|that|with|at|and|in)\b)\w")
_FULL_NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?:\s(?:al-|bin\s)?[A-ZÀ-Þa][\w’'-]+){0,3}")
# How far after the verb the words for the topic may begin.
_REACH = 90


def statement(passage: Passage) -> Statement:
    """The record of a statement."""
    said = passage.mention.attribution
    stance = _stance(passage)
    voice = _voice(passage, said)
    assessed = (voice is not None and voice.value == "analyst") or (stance is not None and stance.value == "assessment")
    forecast = first(passage, passage.told, _FORECAST) if assessed else None
    return Statement(
        speaker=_speaker(passage, said),
        addressee=_addressee(passage),
        stance=stance,
        voice=voice,
        topic=_topic(passage, stance),
        quotation=_quotation(passage),
        forecast=passage.stated("forecast", *forecast.span()) if forecast else None,
        first_time=first_time(passage),
    )


def _stance(passage: Passage) -> Stated | None:
    """The stance that the words say and the type of the event allows; where it allows none of them, the first that is plain."""
    fitting = _BY_TYPE.get(passage.mention.type)
    values = tuple(entry for entry in _STANCES if fitting is None or entry[0] in fitting)
    return one_of(passage, passage.told, values) or one_of(
        passage, passage.told, tuple(e for e in _STANCES if e[0] not in _LOOSE)
    )


def _speaker(passage: Passage, said: Attribution | None) -> Lead | None:
    """Who speaks: the person of the attribution or of the party that acts, or else the party's office."""
    actors = {p.state for p in passage.mention.actors}
    if said is not None and said.contents and actors & set(said.states) and not _PRONOUN.fullmatch(said.text):
        return _party(passage, said.start, said.end, said.states[0], said.name)
    acting = _acting(passage)
    people = leads(passage, passage.told, actors)
    if acting is not None:
        told_with = next(
            (lead for lead in people if lead.start <= acting.start < lead.end and lead.state == acting.state), None
        )
        return told_with or _party(passage, acting.start, acting.end, acting.state, acting.name)
    return next(iter(people), None)


def _acting(passage: Passage) -> Participant | None:
    """The first of the actors whom the sentences name."""
    actors = (p for p in passage.mention.actors if p.text and _in_told(passage, p.start))
    return next((p for p in actors if not _PRONOUN.fullmatch(p.text)), None)


def _party(passage: Passage, start: int, end: int, state: str, name: str | None) -> Lead:
    """The person among these words, with the title; or else the office that they name, or the party."""
    text = passage.text[start:end]
    within = (max(0, start - 80), min(len(passage.text), end + 120))
    for person in passage.within((start, end)):
        if person.label is MentionLabel.PERSON and passage.text[person.end : person.end + 1] not in ("’", "'"):
            return introduced(passage, person, within)
    if len(text.split()) > 14:
        return Lead(name, state, None, None, text, start, end)
    office, rank = parts(text)
    full = text if name is None and office is None and _FULL_NAME.fullmatch(text) else name
    return Lead(full, state, office, rank, text, start, end)


def _in_told(passage: Passage, offset: int) -> bool:
    return any(start <= offset < end for start, end in passage.told)


def _addressee(passage: Passage) -> Stated | None:
    """The recipient as the words name it."""
    for party in passage.mention.recipients:
        if party.text and _in_told(passage, party.start) and not _PRONOUN.fullmatch(party.text):
            return passage.stated(party.state, party.start, party.end)
    return None


def _voice(passage: Passage, said: Attribution | None) -> Stated | None:
    """Whose word it is: of an official where a state's office or person speaks, of an analyst where one is named so."""
    if said is not None and said.text:
        words = said.text
        if _ANALYST.search(words):
            return passage.stated("analyst", said.start, said.end)
        if said.states or _OFFICIAL.search(words) or any(word.lower() in SECTOR_OF for word in words.split()):
            return passage.stated("official", said.start, said.end)
        return passage.stated("other", said.start, said.end)
    acting = _acting(passage)
    if acting is None:
        return None
    return passage.stated("other" if acting.state == "NSA" else "official", acting.start, acting.end)


def _topic(passage: Passage, stance: Stated | None) -> Stated | None:
    """What the verb of the stance is about."""
    if stance is None:
        return None
    span = next((s for s in passage.told if s[0] <= stance.start < s[1]), None)
    if span is None:
        return None
    addressee = _addressee(passage)
    direct = stance.value in _OBJECT and _DIRECT.match(passage.text, stance.end)
    starts = [stance.end + 1] if direct else []
    starts += [match.end() for match in _TOPIC.finditer(passage.text, stance.end, min(span[1], stance.end + _REACH))]
    for start in starts:
        topic = passage.phrase(start, span[1])
        if topic and not (addressee and topic.start <= addressee.end and addressee.start <= topic.start + 4):
            return topic
    return None


def _quotation(passage: Passage) -> Stated | None:
    """The first words in quotation marks that are more than a name or a scare quote."""
    for span in passage.told:
        for start, end in quotations(passage, span):
            if len(passage.text[start:end].split()) >= 3:
                return passage.stated(passage.text[start:end], start, end)
    return None
