"""The matter of a statement: "condemned *the attack*", "accused Oman of *spying*", "said that *Oman had lied*"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sanudo.detail.passage import Passage, Span
from sanudo.detail.stance import SAYS, follows
from sanudo.detail.times import DAY, MONTH
from sanudo.details import Stated

# What leads from the words of a stance, or from the party behind them, to the matter.
_PREPOSITIONS = {
    "accusation": "of|for|with|over",
    "condemnation": "for|over|against|of|on|at",
    "complaint": r"over|about|at|on|of|against|for|(?:(?<=objected )|(?<=objects )|(?<=objections ))to",
    "concern": "over|about|at|on|with|for|regarding|of",
    "threat": "of|over|with|to|against",
    "warning": "against|of|over|about|on|not to|to",
    "denial": "of|to",
    "refusal": "to|of|for|on",
    "demand": "for|over|to|on|into|about",
    "appeal": "for|to|over|about|not to",
    "praise": "for|on|over|to|of",
    "support": "for|on|in|to|of|over|against|with",
    "offer": "to|of|for",
    "assessment": "of|about|on",
}  # fmt: skip
_TIME = rf"(?:{DAY}|(?:{MONTH})\b|\d)"
_NO_MATTER = rf"(?!{_TIME}|(?:it|him|her|them|us|me|you|what|which|whom|this|that|(?:the )?(?:face|name|wake|meantime)|addition|order|turn|return|response|an? (?:statement|interview|speech|letter|tweet)|its part|least|once|all(?=[.,;])|instance|example|the day|his part)\b)"
_LEADS_TO = {
    name: re.compile(rf"\b(?:{words}|regarding|concerning)\s(?:the\s(?:issue|question|matter)\sof\s)?{_NO_MATTER}", re.IGNORECASE)
    for name, words in _PREPOSITIONS.items()
}  # fmt: skip
# A content clause: "that Turkey had broken the truce".
_THAT = re.compile(r"\s?(?:\w+\s){0,2}that\s(?!is\b|was\b)", re.IGNORECASE)
# One further off, behind words that tell of day and place.
_FAR_THAT = re.compile(
    r"\s[^,.;:“”\"\n]{1,70}?(?<!\sfor)(?<!\sof)(?<!\sin)(?<!\sto)(?<!\sby)(?<!\swith)(?<!\son)(?<!\sat)\sthat\s(?!is\b|was\b)"
)
# What somebody complains at: "complained to Oman when it shelled the port".
_OCCASION = re.compile(r"(?:\s(?:to|with))?(?:\s[A-Z][\w’'-]*){0,3}\s(?:when|after|because|that)\s")
_RESENTS = ("complaint", "condemnation", "accusation", "concern")
_TELLING = ("warning", "threat", "concern", "complaint")
# Words in quotation marks before a noun: "a “rash and foolish” remark".
_SCARED = r"(?:[“\"‘][^“”\"‘’\n]{2,40}[”\"’]\s(?=[a-z])(?!(?:if|when|as|and|or|but|in|on|at|for|of|to|by|with|after|before|while|because|that|which|who|from|is|was|has|would|should)\b))?"
# An object right behind the verb: no preposition or conjunction.
_OBJECT = re.compile(
    rf"\s(?:what\s\w+\s(?:\w+ed|terms?|calls?|sees?)\s(?:as\s|to\sbe\s)?)?(?:as\s\w+\s)?(?:(?:an?|the)\s)?{_SCARED}[“\"‘]?(?!(?:over|about|on|upon|regarding|concerning|against|for|of|to|by|that|with|at|as|and|or|in|into|from|after|during|when|while|because|yesterday|today(?![’'])|again|"
    rf"once|out|off|aside|not|it|them|him|her|us|who|which|if|whether|how|why|what|last|this|next)\b|[a-z]+ed\s(?:in|on|by|at|after|to|with)\b|{_TIME})(?=[\w“\"‘])",
    re.IGNORECASE,
)
_OBJECTIVE = (
    "condemnation", "denial", "refusal", "praise", "complaint", "support", "demand", "appeal", "offer", "threat",
)  # fmt: skip
# Those whose object may stand before a passive: "the raid was condemned".
_SUFFERED = ("condemnation", "denial", "refusal", "praise", "complaint", "support")
# Words of a few sorts between the words of a stance and the party.
_TO_PARTY = re.compile(
    r"\s?(?:\w+ly\s)?(?:(?:on|upon|to|at|for|with|of|by|from|against)\s)?[“\"‘]?(?:(?!(?:and|over|about|in|from|by|of|with|to|for|on|against|that)\b)[\w’'-]+\s){0,3}"
)
_POSSESSIVE = re.compile(r"(?:..)?(?:[’']s|s[’'])\s|..[’']s?\s")
_OPENS = re.compile(rf"\s*(?:(?:an?|the)\s)?{_SCARED}[“\"‘]?")
# "Called the deal an insult": what is named is the matter.
_NAMES = re.compile(r"describ(?:ed|es|ing)|call(?:ed|s|ing)|dubbed|termed|label\w+|brand\w+", re.IGNORECASE)
_AS = re.compile(r"\s(?:an?|as|to\sbe)\b|\s[“\"‘]")
_PASSIVE = re.compile(
    r"\s(?:was|were|is|are|has\sbeen|have\sbeen|had\sbeen|being)\s(?:\w+ly\s|also\s|again\s|firmly\s){0,2}$"
)
_DONE_BY = re.compile(r"\s(?:by|as|on|yesterday|immediately)\b|[,.;]|$")
# What ends a clause that is taken whole.
_CLAUSE_ENDS = re.compile(
    r"[.!?](?=[\s”\"’')]|$)|[;:\n“”\"()]|\s[-–—]+\s|,\s(?:and|but|as|which|who|where|while|when|after|with|saying|adding|said|says|according|he|she|they|it)\b|\s(?:according to|because|while)\s"
)
# Where a sentence goes on to something else: ", as did", ", which".
_ASIDE = re.compile(r"[;:]|,\s(?:as|which|who|and|but|while|where|when)\b")
# How far behind the words of the stance, or the party behind them, those for the matter may begin.
_REACH = 60


def topic(passage: Passage, said: Stated | None, addressee: Stated | None) -> Stated | None:
    """What the words of a stance are about."""
    span = next((s for s in passage.told if said and s[0] <= said.start < s[1]), None)
    if said is None or span is None:
        return None
    for found in _matters(passage, said, addressee, span):
        if found and not (addressee and addressee.start <= found.start and found.end <= addressee.end + 2):
            return found
    return None


def _matters(passage: Passage, said: Stated, addressee: Stated | None, span: Span) -> Iterator[Stated | None]:
    """What may be the matter, the plainest first."""
    if SAYS.fullmatch(said.text):
        yield _content(passage, said, span)
        return
    at = said.end
    if addressee and addressee.start >= at and _TO_PARTY.fullmatch(passage.text, at, addressee.start):
        at = addressee.end
        yield _beside_party(passage, said, addressee, span)
    else:
        yield _object(passage, said, span)
    if that := _THAT.match(passage.text, at, span[1]):
        yield passage.phrase(that.end(), span[1], _CLAUSE_ENDS)
    if said.value in _SUFFERED:
        yield _subject(passage, said, span)
    yield from _led_to(passage, said, at, span)
    if said.value in _RESENTS and (occasion := _OCCASION.match(passage.text, said.end, span[1])):
        yield passage.phrase(occasion.end(), span[1], _CLAUSE_ENDS)


def _beside_party(passage: Passage, said: Stated, party: Stated, span: Span) -> Stated | None:
    """What belongs to the party that stands behind the verb: "condemned Oman's raid", "welcomed the Oman visit"."""
    if possessive := _POSSESSIVE.match(passage.text, party.end - 2):
        return _thing(passage, possessive.end(), span)
    modifies = said.value in _OBJECTIVE and _OBJECT.match(passage.text, party.end, span[1])
    return passage.phrase(party.start, span[1]) if modifies else None


def _object(passage: Passage, said: Stated, span: Span) -> Stated | None:
    """What stands right behind the verb: "denied the raid", "called for talks", "called *the deal* a mistake"; no clause with "that"."""
    if _THAT.match(passage.text, said.end, span[1]):
        return None
    if said.text.lower().endswith((" for", " upon", " on")):
        return _thing(passage, said.end + 1, span)
    thing = _OBJECT.match(passage.text, said.end, span[1])
    if thing is None or said.text.lower().startswith("summon"):
        return None
    if _NAMES.fullmatch(said.text):
        named = _AS.search(passage.text, thing.end(), span[1])
        return passage.phrase(thing.end(), named.start() if named else span[1])
    return passage.phrase(thing.end(), span[1]) if said.value in _OBJECTIVE else None


def _led_to(passage: Passage, said: Stated, at: int, span: Span) -> Iterator[Stated | None]:
    """What a preposition leads to, or of a warning and the like a "that" before it."""
    aside = _ASIDE.search(passage.text, at, min(span[1], at + _REACH))
    end = aside.start() if aside else min(span[1], at + _REACH)
    led = list(_LEADS_TO[said.value].finditer(passage.text, at, end))
    if said.value in _TELLING:
        that = _FAR_THAT.match(passage.text, at, led[0].start() + 1 if led else span[1])
        yield passage.phrase(that.end(), span[1], _CLAUSE_ENDS) if that else None
    for match in led:
        if match.start() <= at + 1 or not match.group().lower().startswith("of"):
            yield _thing(passage, match.start() if match.group().startswith("not") else match.end(), span)


def _thing(passage: Passage, start: int, span: Span) -> Stated | None:
    """The phrase that begins here, within quotation marks where it begins with them."""
    opened = _OPENS.match(passage.text, start, span[1])
    return passage.phrase(opened.end() if opened else start, span[1])


def _content(passage: Passage, said: Stated, span: Span) -> Stated | None:
    """What follows "said that", or of "Oman lied, Iran says" and "“Oman lied,” said Iran" what stands before."""
    text = passage.text
    that = _THAT.match(text, said.end, span[1]) or _FAR_THAT.match(text, said.end, span[1])
    if that is None and said.text.lower() in ("told", "tells"):
        return None
    start = that.end() if that else said.end
    speaker_next = that is None and any(follows(passage, said, party) for party in passage.mention.actors)
    if not speaker_next and (found := passage.phrase(start, span[1], _CLAUSE_ENDS)):
        return found
    comma = text.rfind(",", span[0], said.start)
    start = span[0] + text.startswith(("“", '"', "‘", "'"), span[0])
    return passage.phrase(start, comma, _CLAUSE_ENDS) if comma > 0 else None


def _subject(passage: Passage, said: Stated, span: Span) -> Stated | None:
    """What is condemned, of "The shelling was condemned by Oman"."""
    verb = _PASSIVE.search(passage.text, span[0], said.start)
    if verb is None or said.text.endswith("ing") or not _DONE_BY.match(passage.text, said.end):
        return None
    return passage.before(span[0], verb.start())
