"""Meetings of standing joint bodies: where a sentence has one sit, the record is that of a committee (docs/codebook.md, kind)."""

from __future__ import annotations

import re

from sanudo.records import Kind

# What says that both sides are in a body: joint, bilateral, "India-Oman".
_JOINT = (
    r"(?:joint|mixed|bilateral|trilateral|binational|inter-?governmental|inter-?state|inter-?ministerial|consultative|steering|liaison|standing"
    r"|permanent|boundary|border|high(?:er|est)?[-\s]level|(?-i:[A-Z][\w’'&]+(?:[-–][A-Z][\w’'&]+)+))"
)
_BODY = (
    rf"{_JOINT}\s(?:(?!(?:and|that|which|in|at|with|to|by|from|who|held|met|as)\b)[\w’'&()-]+\s){{0,6}}?"
    r"(?:committee|commission|council|working\sgroup|panel|board|cooperation\sforum)\b"
)
_AFTER = r"(?:[\s,]*\([A-Z]{2,}\))?(?:\s(?:on|for|of)\s[^,.;:]{3,60}?)?(?:[’']s)?,?\s"
_AUXILIARIES = (
    r"(?:(?:has|have|had|will|would|is|are|was|were|to|also|again|finally|due|expected|could|may|might)\s){0,4}"
)
_SITS = (
    r"(?:met|meets?|meeting|session|sitting|(?:re-?)?conven\w+|sat|sits?|gather\w*|h[eo]ld\w*|concluded|opened|opens|wrapped|resum\w+|hearing"
    r"|plenary|round|consultations|talks)\b"
)
_OF = r"(?:session|meeting|round|sitting|plenary|edition|gathering|instalment|talks)s?\s(?:of|between|in|under|within)\s(?:the\s|an?\s|their\s|its\s)?"
_SESSION = re.compile(
    rf"\b{_BODY}{_AFTER}{_AUXILIARIES}{_SITS}|\b{_OF}(?:[\w’'&-]+\s){{0,7}}?{_BODY}",
    re.IGNORECASE,
)


def unless_session(kind: Kind, words: str) -> Kind:
    """The kind of record of what a sentence tells: a meeting is a committee's where a joint body sits."""
    return Kind.COMMITTEE if kind is Kind.MEETING and _SESSION.search(words) else kind
