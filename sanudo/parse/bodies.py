"""International bodies by their kind: "the bloc", "the 27-nation bloc", "the alliance", "the court"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from sanudo.parse.within import Taken
from sanudo.records import EntityMention, MentionLabel

# No group of states.
_NO_GROUP = r"Court|Agency|Fund|Bank|Committee|OPCW|Interpol|United Nations|Forum"
_GROUP = rf"^(?!.*(?:{_NO_GROUP}))"
# Which bodies a noun may stand for, by what their names hold.
_KINDS = {
    "bloc": _GROUP,
    "grouping": _GROUP,
    "alliance": "NATO|Alliance|AUKUS|Collective Security",
    "union": "Union",
    "league": "League",
    "court": "Court",
    "tribunal": "Court|Tribunal",
    "commission": "Commission",
    "council": "Council",
    "agency": "Agency|UNHCR|UNRWA|UNICEF|World Food",
    "watchdog": "Agency|OPCW|Financial Action",
    "organisation": "Organi[sz]ation|UNESCO|Interpol|OPCW|OSCE",
    "fund": "Fund|IMF",
    "bank": "Bank",
    "lender": "Fund|IMF|Bank",
    "cartel": "OPEC",
}
_PATTERNS = {noun: re.compile(names) for noun, names in _KINDS.items()}
_WHICH = (
    r"[a-z\d]+-(?:nation|member|state|country|strong)|[Rr]egional|[Mm]ilitary|[Ww]estern|European|African|Arab|Gulf|trade|trading|defen[cs]e|security|economic|"
    r"world|international|global|nuclear|oil|pan-African"
)
REFERENCE = re.compile(
    rf"\b[Tt]h(?:e|is)\s(?:(?:{_WHICH})\s){{0,2}}(?P<noun>(?i:{'|'.join(_KINDS).replace('organisation', 'organi[sz]ation')}))\b"
    r"(?!\s(?:of|for|on)\s(?:the\s)?[A-Z]|\sState\b|-)"
)
# Characters between a body and a reference to it.
REACH = 1200


def find_bodies(text: str, mentions: Sequence[EntityMention]) -> tuple[EntityMention, ...]:
    """References to a body by its kind, for the last one of that kind that was named before. Mentions are in order."""
    return tuple(_found(text, mentions))


def _found(text: str, mentions: Sequence[EntityMention]) -> Iterator[EntityMention]:
    taken = Taken(mentions)
    named = [m for m in mentions if m.label == MentionLabel.BODY]
    ends = [m.end for m in named]
    for match in REFERENCE.finditer(text):
        kind = _PATTERNS[match["noun"].lower().replace("organization", "organisation")]
        near = named[bisect_left(ends, match.start() - REACH) : bisect_right(ends, match.start())]
        meant = next((m for m in reversed(near) if kind.search(f"{m.text} {m.name}")), None)
        if meant is not None and not taken.overlaps(*match.span()):
            how = f"“{match[0]}” for {meant.name}, the last such body named before"
            label = MentionLabel.REFERENCE
            yield EntityMention(*match.span(), match[0], label, meant.states, meant.sector, meant.name, how)
