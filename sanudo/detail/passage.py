"""The words that a record is read from: the sentences that tell the event, and those beside them that go on about it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from sanudo.details import Lead, Stated
from sanudo.records import Article, Attribution, EntityMention, EventMention, Parse, Sentence

Span: TypeAlias = tuple[int, int]
# A closed list: each value with the pattern of the words that say it. The first that is found counts.
Closed: TypeAlias = Sequence[tuple[str, re.Pattern[str]]]

# Characters of one sentence that are read; prose has none that is longer, a table without full stops may be.
LONGEST = 1500
# Sentences that are read of one event, so that an article which tells it a thousand times costs no more than one that does so often.
MOST = 12
# The most words of a phrase that is taken as it stands (a topic, a purpose, a reason).
PHRASE = 25
# Characters that are read before a verb for what stands there; and what such a phrase begins after.
LONGEST_SUBJECT = 150
_BEGINS = re.compile(
    r".*(?:[,;:“”\"\n(]|\b(?:said|says|that|while|when|but|and(?=\s(?:the|an?|its|their|his|one|two|three|\d+)\s)))\s",
    re.DOTALL,
)
# What ends such a phrase.
_ENDS = re.compile(
    r"[.!?](?=[\s”\"’')]|$)|[;:\n“”\"]|\s[-–—]+\s|,\s(?:[a-z]{3,}ing|[a-z]{3,}ed(?=\s(?:the|an?|its|his|their|[A-Z]))|which|who|where|whose|while|when|after|as|but|with|in|on|at|the|a|an|he|she|they|it|"
    r"said|says|according|saying|adding|and\s(?:the|that|to|said|also)|[A-Z]\w+(?:\s[A-Z]\w+)*\s(?:said|says|told|reported))\b"
    r"|\sand\s(?=(?:[A-Z][\w’'-]+\s)?[a-z]+ed\s|(?:will|would|has|have|had|is|was|were|are)\b)|\s(?:said|says|according to|while|which|who|when|because|after|before|since|until|during|despite|amid|"
    r"(?:on|last|this|next)\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:is|are|was|were|has|have|had|will|would|could|should)\s)",
)


@dataclass(frozen=True, slots=True)
class Passage:
    """`told` are the sentences that tell the event, the plainest first; `near` those right after and before them; `speakers` those who say it.

    `runs` are the stretches of text that hold these sentences and the two before and after each; `said` the attributions in them.
    `people` keeps the persons of each sentence once they are found (`leads.persons`).
    """

    mention: EventMention
    text: str
    told: tuple[Span, ...]
    near: tuple[Span, ...]
    entities: tuple[EntityMention, ...]
    speakers: tuple[Span, ...]
    runs: tuple[Span, ...]
    said: tuple[Attribution, ...]
    people: dict[Span, tuple[Lead, ...]] = field(default_factory=dict, compare=False, repr=False)

    def going_on(self, about: re.Pattern[str]) -> tuple[Span, ...]:
        """The sentences that tell it, and those beside them that are still about it: that hold one of these words."""
        return (*self.told, *(span for span in self.near if about.search(self.text, *span)))

    def continued(self, opens: re.Pattern[str]) -> tuple[Span, ...]:
        """The sentences right after one that tells it which open with these words and name no other party: "The treaty runs for ten years"."""
        states = {party.state for party in (*self.mention.actors, *self.mention.recipients)}
        ends = [end for _, end in self.told]
        return tuple(
            span
            for span in self.near
            if opens.match(self.text, *span)
            and any(0 <= span[0] - end <= 3 for end in ends)
            and all(states.issuperset(entity.states) for entity in self.within(span))
        )

    def tells(self, offset: int) -> bool:
        """Whether a place in the text is in a sentence that tells the event."""
        return any(start <= offset < end for start, end in self.told)

    def within(self, span: Span) -> Iterator[EntityMention]:
        """The entity mentions in a span, in order."""
        at = bisect_left(self.entities, span[0], key=lambda m: m.start)
        while at < len(self.entities) and self.entities[at].end <= span[1]:
            yield self.entities[at]
            at += 1

    def stated(self, value: str, start: int, end: int) -> Stated:
        """A value and its words."""
        return Stated(value, self.text[start:end], start, end)

    def words(self, start: int, end: int) -> Stated:
        """Words as they stand, without blanks, articles and points at their ends; a line break is a blank."""
        found = _EDGES.fullmatch(self.text[start:end])
        if found:
            start, end = start + found.start(1), start + found.end(1)
        return Stated(" ".join(self.text[start:end].split()), self.text[start:end], start, end)

    def phrase(self, start: int, end: int, ends: re.Pattern[str] | None = None) -> Stated | None:
        """The phrase that begins here, up to where its clause ends (or to one of `ends`); None where nothing is left."""
        stop = (ends or _ENDS).search(self.text, start, end)
        last = stop.start() if stop else end
        if stop and _VERB.fullmatch(stop.group()):
            last = start + len(_RELATIVE.sub("", self.text[start:last]))
        found = self.cut(start, last)
        return found if len(found.value) > 2 else None

    def cut(self, start: int, end: int) -> Stated:
        """Words of at most the length of a phrase, without small words at the end."""
        words = self.text[start:end]
        if len(words.split()) > PHRASE:
            words = _first_words(words, PHRASE)
        return self.words(start, start + len(_HANGING.sub("", words)))

    def before(self, least: int, end: int) -> Stated | None:
        """The phrase that ends here, from where its clause begins, or `least`."""
        least = max(least, end - LONGEST_SUBJECT)
        begun = _BEGINS.match(self.text, least, end)
        return self.phrase(begun.end() if begun else least, end)


_EDGES = re.compile(r"[\s,]*(?:(?:the|an?|its|their|his|her)\s)?(.*?)[\s,.'’]*", re.DOTALL | re.IGNORECASE)


# A verb that ends a phrase, and the subject of its relative clause, which goes with it: "the pact that Oman | has signed".
_VERB = re.compile(r"\s(?:is|are|was|were|has|have|had|will|would|could|should)\s")
_RELATIVE = re.compile(r"\s(?:that|which|who|where)(?:\s[\w’'-]+){0,4}$")
# Small words with which no phrase ends.
_HANGING = re.compile(
    r"(?:[\s,]+(?:and|or|but|they|it|he|she|we|its|their|his|her|on|the|an?|of|to|that|how|with|for|as|by|in|at|over|from|also|into)){1,6}[\s,]*$"
)


def _first_words(text: str, count: int) -> str:
    for number, word in enumerate(re.finditer(r"\S+", text), 1):
        if number == count:
            return text[: word.end()]
    return text


def passage(mention: EventMention, article: Article, parse: Parse) -> Passage:
    """The passage of an event mention."""
    places = [_sentence_at(parse.sentences, evidence.start) for evidence in mention.evidence[:MOST]]
    told = dict.fromkeys(
        _cut(parse.sentences[place], evidence.start) if place is not None else (evidence.start, evidence.end)
        for place, evidence in zip(places, mention.evidence, strict=False)
    )
    known = [place for place in places if place is not None]
    beside = (place + step for place in known for step in (1, -1))
    near = dict.fromkeys(
        _cut(parse.sentences[place], parse.sentences[place].start)
        for place in beside
        if 0 <= place < len(parse.sentences) and place not in known
    )
    runs = tuple(_runs(parse.sentences, known))
    return Passage(
        mention,
        article.text,
        tuple(told),
        tuple(near),
        parse.entity_mentions,
        tuple((said.start, said.end) for said in _attributions(told, parse)),
        runs,
        tuple(_attributions(runs, parse)),
    )


def _runs(sentences: Sequence[Sentence], places: Iterable[int]) -> Iterator[Span]:
    """Stretches of sentences that reach from two before each of these to two after; a sentence that is too long is left out and parts them."""
    wanted = sorted({place + step for place in places for step in range(-2, 3) if 0 <= place + step < len(sentences)})
    start: int | None = None
    for place in wanted:
        sentence = sentences[place]
        if sentence.end - sentence.start > LONGEST:
            continue
        start = sentence.start if start is None else start
        after = sentences[place + 1] if place + 1 in wanted else None
        if after is None or after.end - after.start > LONGEST:
            yield start, sentence.end
            start = None


def _attributions(spans: Iterable[Span], parse: Parse) -> Iterator[Attribution]:
    """The attributions whose speaker stands in these spans."""
    for start, end in spans:
        at = bisect_left(parse.attributions, start, key=lambda said: said.start)
        while at < len(parse.attributions) and parse.attributions[at].start < end:
            yield parse.attributions[at]
            at += 1


def _sentence_at(sentences: Sequence[Sentence], offset: int) -> int | None:
    place = bisect_right(sentences, offset, key=lambda s: s.start) - 1
    return place if place >= 0 and offset < sentences[place].end else None


def _cut(sentence: Sentence, around: int) -> Span:
    """The sentence, or of one that is too long the part around these words."""
    if sentence.end - sentence.start <= LONGEST:
        return sentence.start, sentence.end
    start = max(sentence.start, around - LONGEST // 2)
    return start, min(sentence.end, start + LONGEST)


def first(passage: Passage, spans: Iterable[Span], pattern: re.Pattern[str]) -> re.Match[str] | None:
    """The first place in these sentences that a pattern fits."""
    return next((match for span in spans if (match := pattern.search(passage.text, *span))), None)


def one_of(passage: Passage, spans: Iterable[Span], values: Closed) -> Stated | None:
    """The value of a closed list that is named first in the first sentence which names one."""
    for span in spans:
        hits = [
            (match.start(), value, match) for value, pattern in values if (match := pattern.search(passage.text, *span))
        ]
        if hits:
            _, value, match = min(hits, key=lambda hit: hit[0])
            return passage.stated(value, *match.span())
    return None


def all_of(passage: Passage, spans: Iterable[Span], values: Closed) -> tuple[Stated, ...]:
    """Every value of a closed list that is named, once each, in the order of the list."""
    spans = tuple(spans)
    found = ((value, first(passage, spans, pattern)) for value, pattern in values)
    return tuple(passage.stated(value, *match.span()) for value, match in found if match)


def closed(**values: str) -> Closed:
    """A closed list of values and the words that say them, as patterns without regard to case."""
    return tuple((value, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for value, words in values.items())


# What is left of words that name more than states.
_MORE = re.compile(r"\b(?!(?:and|or|the|both|its|against|on|s|like)\b)\w+", re.IGNORECASE)


def names_states(passage: Passage, words: Stated) -> bool:
    """Whether words name states and nothing else."""
    rest, at = "", words.start
    for entity in passage.within((words.start, words.end)):
        rest, at = rest + passage.text[at : max(at, entity.start)], max(at, entity.end)
    return at > words.start and not _MORE.search(rest + passage.text[at : words.end])
