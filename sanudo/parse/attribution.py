"""On whose word a sentence says what it says: speakers, cues and what each covers. The outlet's own voice is none.

The tagger finds speakers, cues and contents; here they are joined, the content of each is read in its turn (a report of a
statement is a chain of two attributions), and the speaker is looked up among the article's parties.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sanudo.parse.chains import Said, joined
from sanudo.parse.offices import NOUNS
from sanudo.parse.tagger import Tagger, packaged
from sanudo.parse.telling import TELLING, tells
from sanudo.parse.within import within
from sanudo.parse.words import PLAIN, QUOTED, Words, words_of
from sanudo.records import Attribution, EntityMention, MentionLabel, Sentence

# A chain is read no deeper than this: "A said that B said that C said".
DEEPEST = 3
# The least words of a content that can hold an attribution: somebody, a cue, something said.
LEAST = 4
# A party that stands for itself wherever the phrase for the speaker names it, the most telling first.
SELF = (MentionLabel.PERSON, MentionLabel.BODY, MentionLabel.GROUP, MentionLabel.REFERENCE, MentionLabel.COLLECTIVE)
OFFICES = frozenset((*NOUNS, "foreign", "presidency", "police", "official", "diplomat", "diplomats", "president"))

Stretch = tuple[int, int]


# "Of the agreement, concluded in 2014": what a preposition leads to says nothing.
NO_SPEAKER = re.compile(r"(?:of|in|on|for|to|with|at|from)\b", re.IGNORECASE)
# What tells without a speaker that something is only said: "reportedly", "is believed to", "reports".
RUMOUR = re.compile(
    r"\w+ly\b|\b(?:is|are|was|were|be|been|being)\s(?:\w+\s)?(?:said|told|reported|believed|thought|understood|alleged|rumou?red|claimed|suspected|known|expected|feared|quoted|cited|accused)\b"
    r"|\b(?:reports?|rumou?rs?|claims?|sources?|media|accounts?|allegations?|accusations?|said to|according|via|per)\b",
    re.IGNORECASE,
)


def find_attributions(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[EntityMention], tagger: Tagger | None = None
) -> Iterator[Attribution]:
    """The attributions of each sentence, in order of their speakers; `mentions` are in order of offset.

    `tagger` is the packaged one if not given.
    """
    tagger = tagger or packaged()
    for sentence, words in zip(sentences, words_of(text, sentences), strict=True):
        inside = within(mentions, sentence)
        found = (said for said in _read(tagger, text, words, inside, ()) if _speaks(said))
        yield from sorted(found, key=lambda a: (a.start, a.cue_start))


def _read(
    tagger: Tagger, text: str, words: Words, mentions: Sequence[EntityMention], through: tuple[str, ...]
) -> Iterator[Attribution]:
    """The attributions among words that reach the reader `through` these speakers, and those inside what they say."""
    every = joined(words.words, tagger.tags(words))
    passed = {said.outer: n for n, said in enumerate(every)}
    for n, said in enumerate(every):
        found = _attribution(text, words, said, mentions, (*_others(text, words, every, said), *through))
        yield found
        for start, end in said.contents if n not in passed and len(through) < DEEPEST - 1 else ():
            part = _unquoted(words.part(start, end))
            if len(part.words) >= LEAST and any(word.lower() in TELLING for word in part.words):
                yield from _read(tagger, text, part, mentions, (found.text, *found.through))


def _speaks(said: Attribution) -> bool:
    """Whether the words for a speaker can be one. A cue alone stands for nobody known if it tells of a rumour, else it is a verb without its subject."""
    if NO_SPEAKER.match(said.text) or not any(letter.isalpha() for letter in said.text):
        return False
    return (said.start, said.end) != (said.cue_start, said.cue_end) or RUMOUR.search(said.text) is not None


def _others(text: str, words: Words, every: Sequence[Said], said: Said) -> Iterator[str]:
    """The speakers through which an attribution reaches the reader, the nearest first."""
    for _ in range(DEEPEST - 1):
        if said.outer is None:
            return
        said = every[said.outer]
        yield text[words.spans[said.speaker[0]][0] : words.spans[said.speaker[1] - 1][1]]


def _unquoted(words: Words) -> Words:
    """A content that is all in quotation marks, as if it were not: what is told inside is told there plainly."""
    whole = PLAIN not in words.quoted
    return Words(words.words, words.spans, tuple(PLAIN if q == QUOTED else q for q in words.quoted)) if whole else words


def _attribution(
    text: str, words: Words, said: Said, mentions: Sequence[EntityMention], through: tuple[str, ...]
) -> Attribution:
    def span(stretch: Stretch) -> tuple[int, int]:
        return words.spans[stretch[0]][0], words.spans[stretch[1] - 1][1]

    (start, end), (cue_start, cue_end) = _trimmed(text, *span(said.speaker)), _trimmed(text, *span(said.cue))
    speaker = None if said.speaker == said.cue else _party(text, start, end, mentions)
    return Attribution(
        text=text[start:end],
        cue=text[cue_start:cue_end],
        start=start,
        end=end,
        cue_start=cue_start,
        cue_end=cue_end,
        contents=tuple(map(span, said.contents)),
        asserts=tells(words.words[slice(*said.cue)]),
        states=speaker.states if speaker else (),
        sector=speaker.sector if speaker else None,
        name=speaker.name if speaker and speaker.label == MentionLabel.PERSON else None,
        through=through,
    )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without commas and the like at its ends; as it is where nothing else is in it."""
    words = text[start:end]
    left, right = len(words) - len(words.lstrip(" ,;:–—-")), len(words.rstrip(" ,;:–—-"))
    return (start + left, start + right) if left < right else (start, end)


def _party(text: str, start: int, end: int, mentions: Sequence[EntityMention]) -> EntityMention | None:
    """The party that a speaker is or speaks for; None for "a Russian analyst", who speaks for nobody."""
    inside = [m for m in mentions if start <= m.start and m.end <= end]
    for label in SELF:
        for mention in inside:
            if mention.label == label:
                return mention
    holds_office = any(word in OFFICES for word in text[start:end].lower().split())
    return next((m for m in inside if holds_office or text[start : m.start].lower() in ("", "the ")), None)
