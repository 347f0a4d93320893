"""The tags of a sentence's words joined into attributions: which speaker belongs to which cue, what each covers, and who passes on whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sanudo.parse.tagger import Tag

CUES = (Tag.MARKED, Tag.CUE_AFTER, Tag.CUE_BEFORE)
# Words between two things that stand side by side: a comma, quotation marks, "as".
BESIDE = 3
# A longer content is no name of a speaker ("quoted the deputy minister of defence as saying").
LONGEST_SPEAKER = 8
# Cues whose object is the speaker.
QUOTING = frozenset(("citing", "quoting"))
# Adverbs that leave the speaker out.
HEARSAY = frozenset(("reportedly", "allegedly", "purportedly"))
# What sets one attribution beside another.
JOINING = frozenset(("and", "but", "or", "while", "as", "although", "whereas"))
# Fewer words tell nothing.
LEAST_TOLD = 3

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution as stretches of words of one sentence; `speaker` is that of the cue where there is none.

    `outer` is the number of the attribution through which this one reaches the reader.
    """

    speaker: Stretch
    cue: Stretch
    contents: tuple[Stretch, ...]
    outer: int | None = None

    @property
    def start(self) -> int:
        """The first word of speaker and cue."""
        return min(self.speaker[0], self.cue[0])

    @property
    def end(self) -> int:
        """Behind the last word of speaker and cue."""
        return max(self.speaker[1], self.cue[1])


def _unless_name(words: Sequence[str], tags: Sequence[Tag], n: int) -> Tag:
    """The tag of a word; a cue in capitals behind a word in capitals is a part of its name: "Tarik Al Said"."""
    named = n > 0 and tags[n] in CUES and words[n].istitle() and words[n - 1].istitle()
    return tags[n - 1] if named and tags[n - 1] not in CUES else tags[n]


def joined(words: Sequence[str], tags: Sequence[Tag]) -> list[Said]:
    """The attributions of a sentence in order of their cues; a content goes to the speaker or cue nearest to it.

    One that follows another and tells nothing of its own passes the other on: "A told B that C left, the radio reported".
    """
    tags = [Tag.MARKED if word.lower() in HEARSAY else tag for word, tag in zip(words, tags, strict=True)]
    if sum(word[0].islower() for word in words) > sum(word[0].isupper() for word in words):  # no headline
        tags = [_unless_name(words, tags, n) for n in range(len(words))]
    pairs = list(_speakers_of(tags))
    if not pairs:
        return []
    contents = list(_stretches(tags, (Tag.CONTENT,)))
    own = [_nearest(pairs, content) for content in contents]
    said = [
        Said(speaker, cue, tuple(c for c, n in zip(contents, own, strict=True) if n == at))
        for at, (speaker, cue) in enumerate(pairs)
    ]
    if not contents:
        said[0] = replace(said[0], contents=_rest(said, len(tags)))
    for at, (this, after) in enumerate(pairwise(range(len(said)))):
        said[this], said[after] = _passed_on(words, said[this], said[after], at)
    return _filled(said, len(tags))


def _filled(said: Sequence[Said], length: int) -> list[Said]:
    """Contents without their gaps: all that stands on their side of speaker and cue, up to other attributions."""
    edges = sorted((0, length, *(edge for one in said for edge in (one.start, one.end))))

    def whole(content: Stretch) -> Stretch:
        start = max(edge for edge in edges if edge <= content[0])
        return start, min((edge for edge in edges if edge >= content[1]), default=length)

    return [replace(one, contents=tuple(dict.fromkeys(map(whole, one.contents)))) for one in said]


def _passed_on(words: Sequence[str], this: Said, after: Said, at: int) -> tuple[Said, Said]:
    """Two attributions that follow each other, of which one may pass the other on; `at` is the number of the first."""
    behind = [c for c in after.contents if c[0] >= after.end]
    if after.speaker == after.cue:
        if this.contents and _names(this.contents[-1]) and 0 <= after.start - this.contents[-1][1] <= BESIDE:
            # "quoted the minister as saying": the content of the one is the speaker of the other
            contents = (*this.contents[:-1], *after.contents)
            return replace(this, contents=contents), Said(this.contents[-1], after.cue, after.contents, at)
        if behind and behind[0][0] == after.end and QUOTING.intersection(words[slice(*after.cue)]):
            # "the agency reported, citing a spokesman"
            speaker = (after.end, _end_of_phrase(words, after.end))
            return this, Said(speaker, after.cue, this.contents, at) if _names(speaker) else after
    between = [c for c in (*this.contents, *after.contents) if this.end <= c[0] and c[1] <= after.start]
    near = (between[0][0] if between else after.start) - this.end <= LONGEST_SPEAKER
    if behind or not near or words[after.start - 1].lower() in JOINING:
        return this, after
    contents = (*this.contents, *after.contents)
    return replace(this, contents=contents, outer=at + 1), replace(after, contents=contents)


def _names(stretch: Stretch) -> bool:
    return stretch[1] - stretch[0] <= LONGEST_SPEAKER


def _end_of_phrase(words: Sequence[str], start: int) -> int:
    return next((n for n in range(start, len(words)) if not words[n][0].isalnum()), len(words))


def _rest(said: Sequence[Said], length: int) -> tuple[Stretch, ...]:
    """What a sentence tells beside its first attribution, where no content was found: what stands before, else what follows, or
    both where nobody is named.
    """
    first = said[0]
    sides = ((0, first.start), (first.end, said[1].start if len(said) > 1 else length))
    if first.speaker == first.cue:
        return tuple(side for side in sides if side[0] < side[1])
    return tuple(side for side in sides if side[1] - side[0] >= LEAST_TOLD)[:1]


def _stretches(tags: Sequence[Tag], wanted: tuple[Tag, ...]) -> Iterator[Stretch]:
    """Maximal stretches of words with one of these tags."""
    start = None
    for at, tag in enumerate([*tags, None]):
        if tag in wanted:
            start = at if start is None else start
        elif start is not None:
            yield start, at
            start = None


def _speakers_of(tags: Sequence[Tag]) -> Iterator[tuple[Stretch, Stretch]]:
    """Speaker and cue of each cue in order; the cue twice where no speaker is left for it.

    The tag of a cue tells on which side its speaker stands; it is the nearest free one there, else on the other side.
    """
    cues = list(_stretches(tags, CUES))
    speakers = list(_stretches(tags, (Tag.SPEAKER,)))
    free = [True] * len(speakers)
    after = 0  # number of the first speaker after the cue
    for cue in cues:
        while after < len(speakers) and speakers[after][0] < cue[0]:
            after += 1
        own = list(tags[slice(*cue)])
        way = max(CUES, key=own.count)
        sides = {Tag.CUE_AFTER: (after - 1, after), Tag.CUE_BEFORE: (after, after - 1), Tag.MARKED: ()}[way]
        found = next((n for n in sides if 0 <= n < len(speakers) and free[n]), None)
        if found is not None:
            free[found] = False
        yield (cue if found is None else speakers[found]), cue


def _nearest(pairs: Sequence[tuple[Stretch, Stretch]], content: Stretch) -> int:
    """The number of the attribution whose speaker or cue stands nearest to a content; the first of equals."""

    def distance(stretch: Stretch) -> int:
        return max(content[0] - stretch[1], stretch[0] - content[1])

    return min(range(len(pairs)), key=lambda n: min(map(distance, pairs[n])))
