"""Who says "we", "I" and "our country": the party whose words they stand in.

In what a speaker is quoted with they are the speaker's. Outside quotation marks they are of whoever a line before introduced as speaking
("The Foreign Secretary said:"), else of the state that the outlet or the dateline is at home in, as in a ministry's statement or a national
paper's own voice. How many stand for the right state is measured by `bench/resolving/participants.py`. "Us" did so less often, and is left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sanudo import resources
from sanudo.parse.within import Taken
from sanudo.parse.words import QUOTED, words_of
from sanudo.records import Attribution, EntityMention, MentionLabel, Sentence

FIRST_PERSON = re.compile(
    r"(?<![\w.’'-])(?:[Ww]e|I|[Oo]ur (?:own )?(?:country|nation|government|republic|kingdom|side|state|armed forces|army|military|navy|air force|"
    r"soldiers|troops|forces|embassy|ambassador|delegation|authorities|police|parliament|president|prime minister|(?:foreign |defen[cs]e )?minist(?:er|ry)))"
    r"(?![\w.-])"
)
# A number after a name: "Elizabeth I", "Article I".
_NUMBERED = re.compile(r"[A-Z][\w.]*\s$")
# How far before a quotation its speaker may have been named, in characters: a sentence or two.
FARTHEST = 400
# Somebody who may well be the speaker of before: "he", "the official", a person with a name of their own.
_SAME = re.compile(
    r"[Hh]e|[Ss]he|[Tt]hey|[Tt]he (?:\w+ )?(?:official|spokes\w+|statement|source|minister|president|diplomat)|"
    r"[A-Z][\w.’'-]*(?:,? [A-Z][\w.’'-]*){0,6}"
)
# The end of a cue that ends its line with a colon, part of it or right behind it.
_ANNOUNCING = re.compile(r".?:[^\S\n]*\n", re.DOTALL)


def find_speakers(
    text: str,
    sentences: Sequence[Sentence],
    attributions: Sequence[Attribution],
    mentions: Sequence[EntityMention],
    home: str | None,
) -> tuple[EntityMention, ...]:
    """Mentions of speakers by "we", "I", "our country", outside the spans of `mentions`, in order of offset.

    `attributions` are in order of their speakers, `home` is the state of the outlet or the dateline.
    """
    taken = Taken(mentions)
    said = _Said(text, sentences, attributions)
    found: list[EntityMention] = []
    for match in FIRST_PERSON.finditer(text):
        start, end, word = *match.span(), match.group()
        numbered = word == "I" and _NUMBERED.search(text, max(0, start - 30), start)
        if numbered or taken.overlaps(start, end):
            continue
        who = said.quoted(start) if said.in_quotes(start) else said.plain(start)
        announced = None if said.in_quotes(start) or (who and who.states) else said.announced(start)
        who = announced or who
        if who is not None and len(who.states) == 1:
            itself = not word.lower().startswith("our")
            states, sector, name = who.states, who.sector if itself else None, who.name if itself else None
            how = f"“{word}” for {who.name or who.text}, whose words they are"
        elif home and not said.in_quotes(start) and (announced or (who is None and word != "I")):
            states, sector, name = (home,), None, None
            how = f"“{word}” for {resources.state_name(home)}, where the outlet is at home"
        else:
            continue
        found.append(EntityMention(start, end, word, MentionLabel.REFERENCE, states, sector, name, how))
    return tuple(found)


class _Said:
    """Whose words stand at an offset. Offsets are asked in order, so that no step goes through all attributions for each."""

    def __init__(self, text: str, sentences: Sequence[Sentence], attributions: Sequence[Attribution]) -> None:
        self._quoted = {
            start
            for words in words_of(text, sentences)
            for (start, _), how in zip(words.spans, words.quoted, strict=True)
            if how == QUOTED
        }
        self._said = sorted(attributions, key=lambda a: a.start)
        self._coming = sorted(((*span, n) for n, a in enumerate(self._said) for span in a.contents), reverse=True)
        self._open: list[tuple[int, int, int]] = []
        self._announcements = sorted(_announcements(text, self._said), key=lambda entry: entry[0])

    def in_quotes(self, at: int) -> bool:
        """Whether the word that begins at an offset stands in quotation marks."""
        return at in self._quoted

    def plain(self, at: int) -> Attribution | None:
        """The attribution whose content holds an offset, the one that begins first."""
        while self._coming and self._coming[-1][0] <= at:
            self._open.append(self._coming.pop())
        self._open = [content for content in self._open if content[1] > at]
        return self._said[self._open[0][2]] if self._open else None

    def quoted(self, at: int) -> Attribution | None:
        """The same, or where it tells no party and may mean the one before, the last to a party, if that is not far."""
        own = self.plain(at)
        if own is not None and (own.states or _SAME.fullmatch(own.text) is None):
            return own
        first, last = (bisect_left(self._said, place, key=lambda a: a.start) for place in (at - FARTHEST + 1, at))
        return next((a for a in reversed(self._said[first:last]) if a.states), own)

    def announced(self, at: int) -> Attribution | None:
        """The last whom a line before announced as speaking from there on."""
        n = bisect_left(self._announcements, at, key=lambda entry: entry[0])
        return self._announcements[n - 1][1] if n else None


def _announcements(text: str, said: Sequence[Attribution]) -> Iterator[tuple[int, Attribution]]:
    """Whoever a line ends by announcing ("The minister said:"), with where it ends."""
    for a in said:
        line = _ANNOUNCING.match(text, max(a.end, a.cue_end) - 1)
        if line:
            yield line.end(), a
