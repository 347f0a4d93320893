"""On whose word a sentence says what it says: the speaker and the cue. The outlet's own voice is none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sanudo.records import Attribution, Sentence

_SAY = (
    r"(?:said|says|told|tells|stated|states|announced|announces|confirmed|confirms|revealed|reveals|claimed|claims|"
    r"added|adds|noted|notes|explained|explains|reported|reports|insisted|insists|declared|declares|disclosed|"
    r"maintained|stressed|stresses|wrote|writes|acknowledged|clarified|argued|argues|testified)"
)
# A capital at the head of a sentence makes no name of these.
_NO_NAME = r"(?!(?:We|I|It|He|She|They|You|This|That|The|A|An|And|But|In|On|At|As|His|Her|Its|Their|Our|What|Who|Which|There|Both)\b)"
_NAME = rf"{_NO_NAME}[A-Z](?:\.|[\w’'-]{{0,30}}\w)?"
_NOUN = (
    r"(?:(?i:minist(?:ry|er)|secretary|president|embassy|army|government|department|office|spokes(?:man|woman|person))|official|officials|spokes(?:man|woman|person)|sources?|diplomats?|statement|analysts?|experts?|"
    r"agency|media|president|secretary|ambassador|army|military|government|police|report|reports|newspaper|daily|"
    r"commander|general|envoy|embassy|adviser|observers|insiders|residents|witnesses|department|office|communiqu[ée])"
)
_PHRASE = rf"(?:(?:[Tt]he|[Aa]n?|[Oo]ne|[Hh]is|[Hh]er|[Ii]ts|[Tt]wo|[Ss]ome|[Ss]everal|[Ll]ocal)\s+)?(?:[\w’'.-]{{1,30}}\s+){{0,5}}{_NOUN}(?:\s+(?:of|for|to)\s+{_NAME})?(?:\s+{_NAME}(?:\s+{_NAME}){{0,3}})?"
# The phrase that says it does not begin with a word that joins it to another.
_JOINED = r"(?!(?:and|but|while|that|when|as|or|who|which|after|before|if|because)\b)"
_WHO = rf"{_JOINED}(?:{_PHRASE}|{_NAME}(?:\s+(?:al-|bin|ul|de|van|von)?\s?{_NAME}){{0,4}})"
PATTERNS = (
    (
        re.compile(
            rf"\b(?P<cue>[Aa]ccording\s+to|[Aa]s\s+per|[Aa]s\s+reported\s+by|[Cc]iting|[Qq]uoting)\s+(?P<who>{_WHO})"
        ),
        False,
    ),
    (
        re.compile(
            rf"(?<!\w)(?P<who>{_WHO}),?\s+(?:\w{{1,20}}ly\s+|has\s+|have\s+|had\s+|also\s+|later\s+){{0,3}}(?P<cue>{_SAY})\b"
        ),
        False,
    ),
    (re.compile(rf"[,”\"’]\s*(?P<cue>{_SAY})\s+(?P<who>{_WHO})"), False),
    (re.compile(r"\b(?P<who>(?P<cue>[Rr]eportedly|[Aa]llegedly|[Pp]urportedly))\b"), True),
)


def find_attributions(text: str, sentences: Sequence[Sentence]) -> Iterator[Attribution]:
    """At most one attribution a sentence: "according to" before "X said" before a bare "reportedly"."""
    for sentence in sentences:
        for pattern, bare in PATTERNS:
            match = pattern.search(text, sentence.start, sentence.end)
            if match:
                who = text[match.start("who") : match.end("who")].rstrip(" ,")
                start = match.start("who")
                yield Attribution(who.lower() if bare else who, match["cue"], start, start + len(who))
                break
