"""Visits, meetings and sessions of committees: who came, who received them, at which level, what for, what followed."""

from __future__ import annotations

import re

from sanudo.detail.agreement import hosts as host_of
from sanudo.detail.clauses import after, topics
from sanudo.detail.firsts import first_time
from sanudo.detail.leads import LEVELS, leads, level
from sanudo.detail.passage import Passage, Span, closed, first, one_of
from sanudo.detail.quoted import named, opening
from sanudo.details import Amount, Committee, Lead, Meeting, Stated

_TOPIC = re.compile(
    r"\b(?:(?:discuss(?:ed|es|ing)?|review(?:ed|s|ing)?|deliberat(?:ed|ing) (?:on|upon)|took up|raised|covered|addressed)\s(?:in detail\s|the\s(?:issues?|matters?)\sof\s|issues\s(?:relating|related)\sto\s|ways\s(?=to))?"
    r"|(?:talks?|discussions?|negotiations|consultations|views|meetings?|summit|dialogue)\s(?:on|about|over|regarding|concerning)\s|(?:focus(?:ed|es|ing)?|centred|centered|dwelt)\s(?:on|upon)\s"
    r"|agenda\s(?:of|for|included|includes|will be)\s|(?:matters|issues|topics)\s(?:including|such as|of)\s(?!mutual))",
    re.IGNORECASE,
)
_PURPOSE = re.compile(
    r"\b(?:aimed\sat\s|in\sa\sbid\sto\s|in\san\s(?:effort|attempt)\sto\s|in\sorder\sto\s|with\sthe\s(?:aim|goal|purpose)\sof\s|for\sthe\spurpose\sof\s"
    r"|(?:visit(?:ed|s|ing)?|trip|travel(?:l?ed|s|l?ing)?|arriv(?:ed|es|ing)|flew|fly|met|meet(?:s|ing)?|went|c[ao]me|tour|talks|landed|head(?:ed|ing)?|sent|here|there|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
    r"[^.;:“”\"\n]{0,70}?\s(?P<of>(?:to\s(?:attend|discuss|hold|sign|seek|promote|strengthen|boost|mediate|negotiate|brief|convey|deliver|explore|express|garner|persuade|press|push|reassure|"
    r"resolve|review|secure|take|talk|urge|win|improve|build|repair|mend|end|help|inspect|observe|open|inaugurate|participate|finali[sz]e|broker|coordinate|consult|shore|celebrate|mark|lobby|convince|drum)\s"
    r"|for\s(?:talks|a\s(?:summit|meeting|conference|round)|consultations|the\s(?:funeral|summit|inauguration|signing)|bilateral|discussions|negotiations))))",
    re.IGNORECASE,
)
_OUTCOME = re.compile(
    r"\b(?P<of>(?:(?:both\s|two\s)?(?:sides|countries|leaders|ministers|parties|they|delegations|officials)\s(?:have\s|had\s|also\s|had\salso\s)?)?"
    r"(?:agreed|decided|pledged|resolved|vowed|undertook|reaffirmed|failed|reached|signed|concluded|ended|made\sprogress|issued|adopted|expressed\s(?:their\s)?(?:satisfaction|desire|resolve))\s(?:to\b|on\b|that\b|a\b|an\b|with\b|without\b|in\b|their\b|no\b))"
    r"|\b(?P<of2>(?:without|no)\s(?:any\s)?(?:agreement|breakthrough|progress|result|deal)s?)",
    re.IGNORECASE,
)
_BODY_NOUNS = r"(?:Committee|Commission|Council|Working Group|Group|Dialogue|Forum|Board|Consultations?|Mechanism|Panel|Assembly|Task Force|Secretariat|Consultative Meeting|Conference)"
_BODY = named(_BODY_NOUNS)
_PLAIN_BODY = re.compile(
    r"(?<![\w-])(?:(?!(?:an?|the|its|their|this|that|to|of|in|on|for|with|under|both|by|at|from|said|of|new|next|last|first|as|has|have|had|is|was|were|are|met|when|while|after)\s)[\w’'-]+\s){1,5}"
    r"(?:committee|commission|council|group|dialogue|forum|board|consultations)\b(?:\s(?:on|for)\s[\w\s-]{3,40}?(?=[,.;]|\s(?:in|on|at|was|met|held|is|will|sat|came|convene\w*)\b))?",
    re.IGNORECASE,
)
_LEVEL = closed(
    minister=r"(?:foreign |defen[cs]e )?minister(?:s’|s'|ial)?[- ]level|ministerial|at the level of (?:\w+ )?ministers",
    deputy_minister=r"(?:deputy|vice)[- ](?:\w+[- ])?minister(?:ial)?[- ]level|at the level of deputy \w+",
    official=r"(?:foreign |defen[cs]e )?secretary[- ]level|(?:senior[- ])?officials?[- ]level|(?:working|technical|expert)[- ]level|director[- ]general[- ]level",
    chief_of_staff=r"chiefs? of staff[- ]level|army[- ]chief[- ]level",
    head_of_state=r"(?:presidential|summit)[- ]level|leaders?['’]?[- ]level",
)
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split()
_SESSION = re.compile(
    rf"\b(?P<ordinal>inaugural|maiden|{'|'.join(_ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th))(?:-ever)?\s(?!day|week|time|phase|half|year|month)(?:[\w’'&()-]+\s){{0,5}}?"
    r"(?:session|meeting|round|edition|sitting|iteration|plenary|talks|dialogue|instalment|committee|commission|council|exercises?|drills?)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\b(?:committee|commission|council|group|dialogue|session|sides|delegations?|talks|meeting|co-?chair\w*|headed|led)\b",
    re.IGNORECASE,
)
_LED = re.compile(r"\b(?:headed|led by|co-?chair\w*|chaired|chairman\w*|delegations?)\b", re.IGNORECASE)
_MET_ON = re.compile(r"\b(?:visit|talks|meeting|sides|they|discuss\w*|delegations?|summit)\b", re.IGNORECASE)


def ordinal(passage: Passage, spans: tuple[Span, ...], unit: str) -> Amount | None:
    """Which session or edition it is: 1 for "inaugural", 21 for "21st"."""
    match = first(passage, spans, _SESSION)
    if match is None:
        return None
    word = match["ordinal"].lower()
    number = (
        1 if word in ("inaugural", "maiden") else _ORDINALS.index(word) + 1 if word in _ORDINALS else int(word[:-2])
    )
    return Amount(float(number), unit, "exact", match["ordinal"], *match.span("ordinal"))


def _outcome(passage: Passage, spans: tuple[Span, ...]) -> Stated | None:
    for span in spans:
        if match := first(passage, [span], _OUTCOME):
            start = match.start("of") if match["of"] else match.start("of2")
            return passage.phrase(start, span[1])
    return None


def _level(passage: Passage, people: tuple[Lead, ...]) -> Stated | None:
    return (
        one_of(passage, passage.told, _LEVEL)
        or level(people)
        or (None if people else one_of(passage, passage.told[:1], LEVELS))
    )


def meeting(passage: Passage) -> Meeting:
    """The record of a visit or a meeting. Of parties that meet as equals, the one at home receives, or else who is named later."""
    visitors, hosts = _sides(passage)
    around = passage.going_on(_MET_ON)
    return Meeting(
        visitors=visitors,
        hosts=hosts,
        level=_level(passage, (*visitors, *hosts)),
        purpose=after(passage, passage.told, _PURPOSE),
        topics=topics(passage, passage.told, _TOPIC),
        outcome=_outcome(passage, around),
        first_time=first_time(passage),
    )


def _sides(passage: Passage) -> tuple[tuple[Lead, ...], tuple[Lead, ...]]:
    mention = passage.mention
    came = [p.state for p in mention.actors]
    received = [p.state for p in mention.recipients]
    if not received:
        home = mention.where.country if mention.where else None
        received = [home] if home in came else came[1:]
        came = [state for state in came if state not in received]
    people = [p for p in leads(passage, passage.told, {*came, *received}) if _takes_part(passage, p)]
    hosts = [
        p
        for p in people
        if p.state in received or (p.state is None and _MET_BY.search(passage.text, max(0, p.start - 20), p.start))
    ]
    return tuple(p for p in people if p.state in came), tuple(p for p in hosts if p.state not in came)


def _takes_part(passage: Passage, person: Lead) -> bool:
    """Whether a person may be there: no spokesman, nobody whose message or word it is, nobody who only tells it."""
    if person.office and _SPOKESMAN.search(person.office):
        return False
    parties = (*passage.mention.actors, *passage.mention.recipients)
    if any(party.start < person.end and person.start < party.end for party in parties):
        return True
    if any(start <= person.start < end for start, end in passage.speakers):
        return False
    return _WHOSE.match(passage.text, person.end) is None


_MET_BY = re.compile(r"\b(?:met|called\son|received\sby|hosted\sby|welcomed\sby|talks\swith|met\swith)\s(?:the\s)?$")
_SPOKESMAN = re.compile(r"spokes(?:man|woman|person)", re.IGNORECASE)
_WHOSE = re.compile(
    r"[’']s?\s(?!(?:[\w-]+\s){0,3}(?:visit|trip|tour|meeting|talks|arrival|stay|stop|summit|return|delegation|journey|call)\b)",
    re.IGNORECASE,
)


def committee(passage: Passage) -> Committee:
    """The record of a session of a joint body."""
    around = passage.going_on(_GOES_ON)
    states = {p.state for p in (*passage.mention.actors, *passage.mention.recipients)}
    people = leads(passage, passage.going_on(_LED), states)
    return Committee(
        body=_body(passage, around),
        level=_level(passage, people),
        session=ordinal(passage, passage.told, "session"),
        leads=people,
        host=host_of(passage, passage.told),
        agenda=topics(passage, around, _TOPIC),
        outcome=_outcome(passage, around),
        first_time=first_time(passage),
    )


def _body(passage: Passage, spans: tuple[Span, ...]) -> Stated | None:
    """The body's name in capitals, or else as words describe it."""
    for span in spans:
        for match in _BODY.finditer(passage.text, *span):
            if len(match.group().split()) > 1 and not match.group().isupper():
                return passage.words(match.start() + opening(match.group()), match.end())
    plain = first(passage, spans, _PLAIN_BODY)
    return passage.words(*plain.span()) if plain else None
