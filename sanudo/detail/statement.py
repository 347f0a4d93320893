"""Statements: who speaks, to whom, in which stance, on what, in which words; an analyst's word apart from an official's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sanudo.detail.firsts import first_time
from sanudo.detail.matter import topic
from sanudo.detail.passage import Passage, Span
from sanudo.detail.quoted import quotations
from sanudo.detail.speaker import PRONOUN, before, speaker
from sanudo.detail.stance import stance
from sanudo.details import Lead, Stated, Statement
from sanudo.records import Attribution

_ANALYST = re.compile(
    r"\b(?:analysts?|experts?|professors?|scholars?|researchers?|observers?|commentators?|think[- ]tanks?|academics?|historians?|economists?|(?<!my )(?<!his )(?<!her )fellow(?! \w+s\b)|pundits?|columnists?)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:opposition|rebels?|insurgents?|militants?|militia\w*|activists?|dissidents?|exiles?|residents?|protesters?|demonstrators?|lawyers?|relatives|company|firm|fighters)\b",
    re.IGNORECASE,
)
_FORECAST = re.compile(
    r"\b(?:will|would|(?:is|are) likely to|likely|expect(?:s|ed)? (?:to|that)|predict\w*|forecast\w*|(?:is|are) (?:set|bound) to|may|might|could)(?: (?:not |also |soon |never )?[a-z]+)?\b",
    re.IGNORECASE,
)
# Stances that are of things to come where words of the future follow.
_OF_THE_FUTURE = ("assessment", "concern", "warning")
# A few words in quotation marks are a saying only with a verb or somebody in it.
_SAYING = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|should|shall|not|never|I|we|you|they|he|she|it)\b|[’']ll\b|n[’']t\b",
    re.IGNORECASE,
)
_SAYING_WORDS = 3
_LONG_SAYING = 6


def statement(passage: Passage) -> Statement:
    """The record of a statement."""
    said = _own_words(passage)
    how = stance(passage)
    addressee = _addressee(passage)
    speaks = speaker(passage, said)
    voice = _voice(passage, said, speaks)
    return Statement(
        speaker=speaks,
        addressee=addressee,
        stance=how,
        voice=voice,
        topic=topic(passage, how, addressee),
        quotation=_quotation(passage, speaks),
        forecast=_forecast(passage, how, voice),
        first_time=first_time(passage),
    )


def _own_words(passage: Passage) -> Attribution | None:
    """The attribution of the event where it is its actor's own word, or nobody's that takes part."""
    said = passage.mention.attribution
    if said is None or not said.text or PRONOUN.fullmatch(said.text):
        return None
    actors = {party.state for party in passage.mention.actors}
    return said if actors & set(said.states) or not said.states else None


def _addressee(passage: Passage) -> Stated | None:
    """The recipient as the words name it."""
    for party in passage.mention.recipients:
        if party.text and passage.tells(party.start) and not PRONOUN.fullmatch(party.text):
            return passage.stated(party.state, party.start, party.end)
    return None


def _voice(passage: Passage, said: Attribution | None, speaker: Lead | None) -> Stated | None:
    """Whose word it is: of an analyst or a private person where one is named so, else of an official where a state or body acts."""
    if speaker is not None:
        words, start, end, state = speaker.text, speaker.start, speaker.end, speaker.state
    elif acting := next((p for p in passage.mention.actors if p.text and passage.tells(p.start)), None):
        meant = before(passage, acting)[-1:] if PRONOUN.fullmatch(acting.text) else []
        words, start, end = next(((m.text, m.start, m.end) for m in meant), (acting.text, acting.start, acting.end))
        state = acting.state
    elif said is not None:
        words, start, end, state = said.text, said.start, said.end, next(iter(said.states), None)
    else:
        return None
    if _ANALYST.search(words):
        return passage.stated("analyst", start, end)
    return passage.stated("other" if state in (None, "NSA") or _OTHER.search(words) else "official", start, end)


def _quotation(passage: Passage, speaker: Lead | None) -> Stated | None:
    """The longest words in quotation marks that the speaker utters, more than a name or a scare quote."""
    own = [span for run in passage.runs for span in quotations(passage, run) if _utters(passage, speaker, span)]
    found = max(own, key=lambda span: (span[1] - span[0], -span[0]), default=None)
    if found is None:
        return None
    start, end = found[0], found[1] - (passage.text[found[1] - 1] == ",")
    return passage.stated(" ".join(passage.text[start:end].split()), start, end)


def _utters(passage: Passage, speaker: Lead | None, span: Span) -> bool:
    """Whether quoted words are a saying, and the actor's: those of the sentences that tell the event, or of somebody known by the name."""
    words = passage.text[slice(*span)]
    count = len(words.split())
    if words != words.strip() or count < _SAYING_WORDS or (count < _LONG_SAYING and not _SAYING.search(words)):
        return False
    speakers = list(_speakers(passage, span))
    surname = (speaker.name or "").split()[-1:] if speaker else []
    if speakers and all(_another(passage, said, surname) for said in speakers):
        return False
    if any(start < span[1] and span[0] < end for start, end in passage.told):
        return True
    return bool(surname) and any(
        said.text.lower() in ("he", "she") or set(surname) & set(said.text.split()) for said in speakers
    )


def _another(passage: Passage, said: Attribution, surname: list[str]) -> bool:
    """Whether an attribution is to somebody else than the actors."""
    actors = passage.mention.actors
    if said.states:
        return not {party.state for party in actors} & set(said.states)
    its_own = any(party.start < said.end and said.start < party.end for party in actors) or set(surname) & set(
        said.text.split()
    )
    return not its_own and not PRONOUN.fullmatch(said.text) and any(word[0].isupper() for word in said.text.split()[1:])


def _speakers(passage: Passage, span: Span) -> Iterator[Attribution]:
    """Those to whom the article attributes these words."""
    for said in passage.said:
        if said.asserts and any(start < span[1] and span[0] < end for start, end in said.contents):
            yield said


def _forecast(passage: Passage, how: Stated | None, voice: Stated | None) -> Stated | None:
    """The words of the future behind those of the stance, where an analyst speaks or what is said is feared or expected."""
    told = next((s for s in passage.told if how and s[0] <= how.start < s[1]), None)
    if how is None or told is None or passage.mention.type == "THREATEN":
        return None
    if how.value not in _OF_THE_FUTURE and not (voice and voice.value == "analyst"):
        return None
    future = _FORECAST.search(passage.text, how.end, told[1])
    return passage.stated("forecast", *future.span()) if future else None
