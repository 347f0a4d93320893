"""At which level somebody stands, by the words of their office or rank."""

from __future__ import annotations

import re

from sanudo.detail.passage import Closed, closed
from sanudo.details import Lead, Stated

LEVELS: Closed = (
    *closed(
        parliament=r"(?:senate|parliament(?:ary)?|assembly) (?:presidents?|speakers?|leaders?)|presidents? of (?:the )?(?:[\w’'-]+ )?(?:parliament|senate|assembly|chamber)\b"
    ),
    *closed(minister=r"(?:vice|deputy)[- ](?:presidents?|prime ministers?|premiers?|chancellors?)|ministers? of state"),
    *closed(
        deputy_minister=r"(?:deputy|vice|assistant)[- ](?:\w+ ){0,2}(?:ministers?|secretar(?:y|ies)(?![- ]general))|(?:under|assistant)[- ]?secretar(?:y|ies)(?![- ]general)|state secretar(?:y|ies)",
        head_of_government=r"prime ministers?|premiers?|chancellors?|pm|heads? of governments?|taoiseach",
        chief_of_staff=r"(?:chiefs?|heads?|commanders?) of (?:the |its |his )?(?:[\w’'-]+ ){0,2}(?:staff|army|navy|air force|armed forces|defen[cs]e(?! \w))|commanders?[- ]in[- ]chief|(?:army|navy|naval|air force|military|air|defen[cs]e) (?:chiefs?|commanders?)|joint chiefs",
        official=r"foreign secretary-level|secretary-level|envoys?|ambassadors?|officials?|diplomats?|experts|advis[eo]rs?|director[- ]generals?|secretar(?:y|ies)[- ]general|permanent secretar(?:y|ies)|"
        r"(?:high )?commissioners?|governors?|mayors?|generals?(?! staffs?)|admirals?|colonels?|brigadiers?|commodores?|consuls?|attach[eé]s?|negotiators?|under-secretar(?:y|ies)-general|gen|col|adm|brig|maj",
        minister=r"(?:\w+ )?ministers?|ministerial|secretar(?:y|ies) of (?:state|defen[cs]e|the)|(?:defen[cs]e|foreign|home|treasury|interior|economy|finance|energy|commerce|trade|transport|health|security) secretar(?:y|ies)",
        head_of_state=r"presidents?(?![’'])|kings?|queens?|emirs?|sultans?|monarchs?|supreme leaders?|leaders?|heads? of state",
        parliament=r"speakers?|lawmakers?|senators?|congress(?:men|man|woman)|mps?|parliamentar(?:y|ians?)|legislators?",
    ),
)  # fmt: skip
# Where the foreign or defence secretary is the ministry's first servant, not its minister.
_CIVIL_SECRETARIES = frozenset("IND PAK BGD LKA NPL MDV BTN MMR".split())
_PAST = re.compile(r"\b(?:former|ex|late|ousted|retired|then)\b", re.IGNORECASE)


def level_of(lead: Lead) -> Stated | None:
    """The level of a person whose office or rank says one; None of a former one."""
    if not (lead.office or lead.rank) or _PAST.search(lead.text):
        return None
    for value, pattern in LEVELS:
        if match := pattern.search(lead.text):
            civil = value == "minister" and lead.state in _CIVIL_SECRETARIES and "secretar" in match.group().lower()
            start = lead.start + match.start()
            return Stated("official" if civil else value, match.group(), start, start + len(match.group()))
    return None
