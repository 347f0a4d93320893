"""Who says "we" and "I": the party whose words they stand in.

In what a speaker is quoted with they are the speaker's; where no cue covers them, they are of the one quoted last, if not far before. On the
annotated articles 86 in 100 of those that take part in an event stand for the right state (`bench/resolving/participants.py`). "Our" and "us" did so
less often, and are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sanudo.parse.within import Taken
from sanudo.records import Attribution, EntityMention, MentionLabel

FIRST_PERSON = re.compile(r"(?<![\w.’'-])(?:[Ww]e|I)(?![\w.-])")
# A number after a name: "Elizabeth I", "Article I".
_NUMBERED = re.compile(r"[A-Z][\w.]*\s$")
# How far before a quotation its speaker may have been named, in characters: a sentence or two.
FARTHEST = 400


def find_speakers(
    text: str, attributions: Sequence[Attribution], mentions: Sequence[EntityMention]
) -> tuple[EntityMention, ...]:
    """Mentions of speakers by "we" and "I", outside the spans of `mentions`. Attributions are in order, and so is what is found."""
    taken = Taken(mentions)
    covered = [(*span, a) for a in attributions for span in a.contents]
    covered.sort(key=lambda entry: entry[:2])
    found: list[EntityMention] = []
    at = 0
    last: Attribution | None = None
    open_: list[tuple[int, int, Attribution]] = []
    speakers = sorted(attributions, key=lambda a: a.start)
    spoken = 0
    for match in FIRST_PERSON.finditer(text):
        start, end = match.span()
        while at < len(covered) and covered[at][0] <= start:
            open_.append(covered[at])
            at += 1
        open_ = [entry for entry in open_ if entry[1] > start]
        while spoken < len(speakers) and speakers[spoken].start < start:
            last = speakers[spoken]
            spoken += 1
        who = open_[0][2] if open_ else last if last is not None and start - last.start < FARTHEST else None
        numbered = match.group() == "I" and _NUMBERED.search(text, max(0, start - 30), start)
        if who is None or len(who.states) != 1 or numbered or taken.overlaps(start, end):
            continue
        how = f"“{match.group()}” for {who.name or who.text}, whose words they are"
        found.append(
            EntityMention(start, end, match.group(), MentionLabel.REFERENCE, who.states, who.sector, who.name, how)
        )
    return tuple(found)
