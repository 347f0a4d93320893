"""Who says "we", "I" and "our country": the party whose words they stand in.

In what a speaker is quoted with they are the speaker's. Outside quotation marks they are of whoever a line before introduced as speaking
("The Foreign Secretary said:"), else of the state that the outlet or the dateline is at home in, as in a ministry's statement or a national
paper's own voice. How many stand for the right state is measured by `bench/resolving/participants.py`. "Us" did so less often, and is left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from sanudo import resources
from sanudo.parse.within import Taken
from sanudo.records import Attribution, EntityMention, MentionLabel

FIRST_PERSON = re.compile(
    r"(?<![\w.’'-])(?:[Ww]e|I|[Oo]ur (?:own )?(?:country|nation|government|republic|kingdom|side|state|armed forces|army|military|navy|air force|"
    r"soldiers|troops|forces|embassy|ambassador|delegation|authorities|police|parliament|president|prime minister|(?:foreign |defen[cs]e )?minist(?:er|ry)))"
    r"(?![\w.-])"
)
# A number after a name: "Elizabeth I", "Article I".
_NUMBERED = re.compile(r"[A-Z][\w.]*\s$")
# How far before a quotation its speaker may have been named, in characters: a sentence or two.
FARTHEST = 400
_MARKS = re.compile(r"[“”\"]|``|''|\n")
_OPENS, _CLOSES = ("“", "``"), ("”", "''")
# Somebody who may well be the speaker of before: "he", "the official", a person with a name of their own.
_SAME = re.compile(
    r"[Hh]e|[Ss]he|[Tt]hey|[Tt]he (?:\w+ )?(?:official|spokes\w+|statement|source|minister|president|diplomat)|"
    r"[A-Z][\w.’'-]*(?:,? [A-Z][\w.’'-]*){0,6}"
)
# The end of a cue that ends its line with a colon, part of it or right behind it.
_ANNOUNCING = re.compile(r".?:[^\S\n]*\n", re.DOTALL)


def find_speakers(
    text: str, attributions: Sequence[Attribution], mentions: Sequence[EntityMention], home: str | None
) -> tuple[EntityMention, ...]:
    """Mentions of speakers by "we", "I", "our country", outside the spans of `mentions`, in order of offset.

    `attributions` are in order of their speakers, `home` is the state of the outlet or the dateline.
    """
    taken = Taken(mentions)
    said = _Said(text, attributions)
    found: list[EntityMention] = []
    for match in FIRST_PERSON.finditer(text):
        start, end = match.span()
        numbered = match.group() == "I" and _NUMBERED.search(text, max(0, start - 30), start)
        if numbered or taken.overlaps(start, end):
            continue
        who, announced = said.speaker(start)
        if who is not None and len(who.states) == 1:
            how = f"“{match.group()}” for {who.name or who.text}, whose words they are"
            own = not match.group().lower().startswith("our")
            states, sector, name = who.states, who.sector if own else None, who.name if own else None
        elif home and (announced or (who is None and match.group() != "I")):
            how = f"“{match.group()}” for {resources.state_name(home)}, where the outlet is at home"
            states, sector, name = (home,), None, None
        else:
            continue
        found.append(EntityMention(start, end, match.group(), MentionLabel.REFERENCE, states, sector, name, how))
    return tuple(found)


class _Said:
    """Whose words stand at an offset; offsets are asked in order, so that no step goes through all attributions for each."""

    def __init__(self, text: str, attributions: Sequence[Attribution]) -> None:
        self._quotations = tuple(_quotations(text))
        self._starts = [start for start, _ in self._quotations]
        self._said = sorted(attributions, key=lambda a: a.start)
        self._at = [a.start for a in self._said]
        self._coming = sorted(((*span, n) for n, a in enumerate(self._said) for span in a.contents), reverse=True)
        self._open: list[tuple[int, int, int]] = []
        self._announcements = list(_announcements(text, self._said))

    def speaker(self, at: int) -> tuple[Attribution | None, bool]:
        """The attribution that the words at an offset belong to, and whether a line before announced it; none where they are the
        outlet's own, or nobody knows.
        """
        own = self._covering(at)
        if self._is_quoted(at):
            somebody = own is None or (not own.states and _SAME.fullmatch(own.text) is not None)
            return (self._before(at) or own if somebody else own), False
        announced = None if own is not None and own.states else self._announced(at)
        return announced or own, announced is not None

    def _is_quoted(self, at: int) -> bool:
        n = bisect_right(self._starts, at) - 1
        return n >= 0 and at < self._quotations[n][1]

    def _covering(self, at: int) -> Attribution | None:
        """The attribution whose content holds an offset, the one that begins first."""
        while self._coming and self._coming[-1][0] <= at:
            self._open.append(self._coming.pop())
        self._open = [content for content in self._open if content[1] > at]
        return self._said[self._open[0][2]] if self._open else None

    def _before(self, at: int) -> Attribution | None:
        """The last attribution to a party before, if not far."""
        n = bisect_left(self._at, at)
        near = self._said[bisect_left(self._at, at - FARTHEST + 1) : n]
        return next((a for a in reversed(near) if a.states), None)

    def _announced(self, at: int) -> Attribution | None:
        n = bisect_left(self._announcements, at, key=lambda entry: entry[0])
        return self._announcements[n - 1][1] if n else None


def _announcements(text: str, said: Sequence[Attribution]) -> Iterator[tuple[int, Attribution]]:
    """Whoever a line ends by announcing ("The minister said:"), with where it ends, in order."""
    found = []
    for a in said:
        end = max(a.end, a.cue_end)
        line = _ANNOUNCING.match(text, max(end - 1, 0))
        if line:
            found.append((line.end(), a))
    yield from sorted(found, key=lambda entry: entry[0])


def _quotations(text: str) -> Iterator[tuple[int, int]]:
    """Stretches between quotation marks; one that is not closed goes on to the end of its line."""
    opened: int | None = None
    for match in _MARKS.finditer(text):
        mark = match.group()
        if opened is not None and (mark in _CLOSES or mark in ('"', "\n")):
            yield opened, match.start()
            opened = None
        elif opened is None and (mark in _OPENS or mark == '"'):
            opened = match.end()
    if opened is not None:
        yield opened, len(text)
