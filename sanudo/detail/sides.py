"""Who came to a visit or a meeting and who received: the parties that lead, or those on whose ground it is."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sanudo.detail.leads import leads
from sanudo.detail.parties import acting
from sanudo.detail.passage import Passage, Span
from sanudo.details import Lead
from sanudo.records import EntityMention, Kind, MentionLabel, Participant

_LED = re.compile(r"\b(?:headed|led)\sby\b", re.IGNORECASE)
_CALL = re.compile(
    r"\b(?:(?:tele)?phone|telephoned|phoned|call(?!s?\son|ed\son)|rang|video-?(?:link|conference|call))\b",
    re.IGNORECASE,
)
# Before who receives a visitor.
_MET_BY = re.compile(
    r"\b(?:met|meet(?:s|ing)?|see|saw|called\son|calls\son|calling\son|(?:received|hosted|greeted|welcomed|met)\s(?:[\w’'-]+\s){0,5}?by|(?:talks|meetings?|audience|lunch|dinner|discussions)\s(?:\w+\s){0,3}?with|met\swith|"
    r"meet\swith|conferred\swith|invitation\s(?:of|from|by)|counterpart|guest\sof|host)[\s,](?:the\s|his\s|her\s|their\s|and\s|both\s)?$",
    re.IGNORECASE,
)
# After who receives a visitor.
_RECEIVES = re.compile(r",?\s(?:will\s|is\sto\s)?(?:receiv|host|welcom|greet|invit)(?:ed?|es|ing|s)\b", re.IGNORECASE)
_INVITES = re.compile(r"[^.;]{0,80}?\b(?:invit(?:ed|es|ing)|extended\s(?:\w+\s){0,3}invitations?)\b", re.IGNORECASE)
_SPOKESMAN = re.compile(r"spokes(?:man|woman|person)", re.IGNORECASE)
_WHOSE = re.compile(
    r"[’']s?\s(?!(?:[\w-]+\s){0,3}(?:visit|trip|tour|meeting|talks|arrival|stay|stop|summit|return|delegation|journey|call)\b)",
    re.IGNORECASE,
)
# Before the state on whose ground it is.
_GROUND = re.compile(
    r"\b(?:in|at|to|outside|near|visit(?:ed|s|ing)?)\s(?:the\s(?:[\w-]+\s){0,2}(?:capital|city)(?:\sof)?,?\s|the\s)?$",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"\s?(?:\(|[-–—:,])")
# Between who goes up to somebody and whom they meet.
_WITH = re.compile(r"\b(?:between|led\sby|headed\sby|under|of|with|by|and)\s(?:the\s|former\s)?$", re.IGNORECASE)
_MEETING_VERB = re.compile(
    r"[^.;:]{0,60}?\b(?:met|meets?|meeting|held|holds?|visit(?:s|ed|ing)?|arriv\w+|travel\w*|flew|fly|flies|went|came|paid|discuss\w*|spoke|speaks?|talk\w*|call(?:s|ed)?|led|lead|head(?:s|ed)?|host\w*|receiv\w+|welcom\w+|conferr\w+|attend\w*|invit\w+|toured|landed|left|return\w*)\b"
)
# Between who goes up to somebody and who receives: "called on", "was received by".
_GOES_UP = re.compile(
    r"\b(?:call(?:s|ed|ing)?\son|(?:received|hosted|greeted|welcomed)\s(?:[\w’'-]+\s){0,5}?by|audience|guest\sof|"
    r"invit\w+\s(?:of|from|by))\b",
    re.IGNORECASE,
)


def sides(passage: Passage) -> tuple[tuple[Lead, ...], tuple[Lead, ...]]:
    """Visitors and hosts.

    Of parties that meet as equals the one at home receives; of a call, and where nothing tells on whose ground it is, who is
    named first has rung or gone up to the other; on neutral ground all are visitors.
    """
    came, received = passage.mention.actors, passage.mention.recipients
    if came and received and _invites(passage, came, received):
        came, received = received, came
    if came and (not received or passage.mention.kind is Kind.MEETING):
        came = (*came, *received)
        received = _receiving(passage, came)
        came = tuple(p for p in came if p not in received)
    visitors = _people(passage, came, met=False)
    hosts = tuple(p for p in _people(passage, received, met=True) if p not in visitors)
    if passage.mention.kind is Kind.VISIT:
        bare = {p.state for p in received if not acting(passage, (p,))}
        hosts = tuple(p for p in hosts if p.state not in bare or _receives(passage, p))
    return visitors, hosts


def _receiving(passage: Passage, equals: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """Those of parties that meet as equals who receive the others."""
    first, others = equals[0], tuple(p for p in equals if p.state != equals[0].state)
    called = any(_CALL.search(passage.text, *span) for span in passage.told[:1])
    if passage.mention.kind is Kind.MEETING and called:
        return others
    home = _home(passage, {p.state for p in equals})
    if home is None:
        second = next((p for p in others if p.start > first.end), None)
        goes_up = second is not None and _GOES_UP.search(passage.text, first.end, min(second.start, first.end + 200))
        return others if goes_up else ()
    received = tuple(p for p in equals if p.state == home)
    return received if len(received) < len(equals) else ()


def _home(passage: Passage, states: set[str]) -> str | None:
    """The state on whose ground it is: where the event took place, or else a party's place that the passage or its dateline names."""
    where = passage.mention.where
    if where is not None and where.country is not None:
        return where.country
    for span in (*passage.told, *passage.near):
        for entity in _places(passage, span):
            if entity.states[0] in states and _GROUND.search(
                passage.text, max(span[0], entity.start - 40), entity.start
            ):
                return entity.states[0]
    for entity in _places(passage, (0, min(60, len(passage.text)))):
        if entity.states[0] in states and _DATELINE.match(passage.text, entity.end):
            return entity.states[0]
    return None


def _places(passage: Passage, span: Span) -> Iterable[EntityMention]:
    return (
        e for e in passage.within(span) if e.label in (MentionLabel.CAPITAL, MentionLabel.STATE) and len(e.states) == 1
    )


def _invites(passage: Passage, came: tuple[Participant, ...], received: tuple[Participant, ...]) -> bool:
    """Whether the actor of a visit to come is who invites to it."""
    start, end = min(p.end for p in came), max(p.start for p in received)
    return passage.mention.kind is Kind.VISIT and start < end and _INVITES.search(passage.text, start, end) is not None


def _people(passage: Passage, parties: tuple[Participant, ...], *, met: bool) -> tuple[Lead, ...]:
    """The persons that these parties are, or else those of their states who take part, and (`met`) those of no known state who are met."""
    found = acting(passage, parties)
    silent = {p.state for p in parties if not acting(passage, (p,))}
    silent -= {lead.state for lead in found if lead.state}
    if not silent:
        return found
    spans = (*passage.told, *(span for span in passage.near if _LED.search(passage.text, *span)))
    taken = acting(passage, (*passage.mention.actors, *passage.mention.recipients))
    others = (p for p in leads(passage, spans, silent) if p.state is not None or (met and _met(passage, p)))
    return (*found, *(p for p in others if _takes_part(passage, p) and not any(_overlap(p, t) for t in taken)))


def _overlap(one: Lead, other: Lead) -> bool:
    return one.start < other.end and other.start < one.end


def _met(passage: Passage, person: Lead) -> bool:
    return _MET_BY.search(passage.text, max(0, person.start - 60), person.start) is not None


def _receives(passage: Passage, person: Lead) -> bool:
    """Whether the words say that somebody receives: "met", "at the invitation of" before them, "hosted" after."""
    return _met(passage, person) or _RECEIVES.match(passage.text, person.end) is not None


def _takes_part(passage: Passage, person: Lead) -> bool:
    """Whether the words bring a person there: no spokesman, nobody whose message or word it is, nobody who only tells it."""
    if person.office and _SPOKESMAN.search(person.office):
        return False
    if any(start <= person.start < end for start, end in passage.speakers) or _WHOSE.match(passage.text, person.end):
        return False
    before = passage.text[max(0, person.start - 60) : person.start]
    return (
        _receives(passage, person)
        or _WITH.search(before) is not None
        or _MEETING_VERB.match(passage.text, person.end, person.end + 90) is not None
    )
