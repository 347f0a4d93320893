"""What an event mention is compared by: few and small values, made once and kept, so that no text is read again when a later report comes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from functools import lru_cache

from sanudo import dates
from sanudo.codebook import BODIES
from sanudo.details import Amount, Detail, Item, Stated
from sanudo.identity import plain
from sanudo.records import Article, EventMention, Kind, Participant, Status, WhenBasis

Days = tuple[int, int]

# Kinds that tell of the same sort of happening in different words.
FAMILY = {
    Kind.VISIT: "meeting",
    Kind.COMMITTEE: "meeting",
    Kind.AID_SUSPENSION: "sanction",
}
# What has not come about is one thing, what has another: an announcement is not what it announces.
AHEAD = {Status.PLANNED, Status.POSSIBLE, Status.DEMANDED}
# Participants that are told apart by their name, not by the code that they share.
NAMED = ("NSA", "IGO")
WORD = re.compile(r"[^\W\d_]{3,}")
NUMBER = re.compile(r"\d[\d,.]*\d|\d")
CAPITAL = re.compile(r"(?<![.!?“\"] )(?<!^)\b[A-ZÀ-Þ][\w’'-]+")
INSTRUMENT = re.compile(
    r"\b(contract|memorand|mou|treat|protocol|declaration|communiqu|charter|convention)", re.IGNORECASE
)
# Words of a mention that are kept, so that a page without full stops does no harm.
MOST_WORDS = 120
# Days of an interval that are compared: of "since 2014" the first years.
LONGEST = 731
# Characters of an article that tell what it is about.
ARTICLE = 4_000
# Letters of the stem by which words are compared: "signing" and "signed", "agreements" and "agreement".
STEM = 5


@dataclass(frozen=True, slots=True)
class Traits:
    """One event mention as it is compared with others.

    Parties are state codes, those of NAMED with their name ("NSA:Taliban"). `days` are the first and last day (proleptic ordinals) of its date, `dated` tells whether the
    text gives that date (not only the day of the report); `news` those of publication. `stems` are beginnings of words of its
    evidence, `about` the capitalised words of its whole article, `names` those of its evidence but for those of its parties, `persons` "STATE surname", `marks` what its record is known by
    ("name:druzhba", "body:joint military consultative committee", "item:mi 35").
    """

    mention_id: str
    article_id: str
    type: str
    kind: str
    ahead: bool
    confidence: float
    symmetric: bool
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    days: Days | None
    dated: bool
    news: Days | None
    country: str | None
    lat: float | None
    lon: float | None
    stems: tuple[str, ...]
    about: tuple[str, ...]
    names: tuple[str, ...]
    numbers: tuple[str, ...]
    persons: tuple[str, ...]
    marks: tuple[str, ...]
    instruments: tuple[str, ...]
    speaker: str | None

    @property
    def parties(self) -> frozenset[str]:
        """Actors and recipients."""
        return frozenset((*self.actors, *self.recipients))

    @property
    def family(self) -> str:
        """Its kind, kinds of one sort of happening being one."""
        return FAMILY.get(Kind(self.kind), self.kind)


def traits_of(mention: EventMention, article: Article) -> Traits:
    """The traits of a mention of this article."""
    words = " ".join(e.text for e in mention.evidence)
    people = mention.actors + mention.recipients
    said = mention.attribution
    stems = sorted({plain(word)[:STEM] for word in WORD.findall(words)})[:MOST_WORDS]
    parties = {word for p in people for word in p.text.split()}
    where = mention.where
    return Traits(
        mention_id=mention.id,
        article_id=article.id,
        type=mention.type,
        kind=str(mention.kind),
        ahead=mention.status in AHEAD,
        confidence=mention.confidence,
        symmetric=mention.symmetric,
        actors=_keys(mention.actors),
        recipients=_keys(mention.recipients),
        days=_days(mention.when),
        dated=mention.when is not None and mention.when_basis != WhenBasis.PUBLICATION,
        news=_days(article.published),
        country=where.country if where else None,
        lat=where.lat if where else None,
        lon=where.lon if where else None,
        stems=tuple(stems),
        about=_about(article.text[:ARTICLE]),
        names=_names(words, parties),
        numbers=tuple(sorted(set(NUMBER.findall(words)))[:MOST_WORDS]),
        persons=tuple(sorted({f"{p.state} {surname}" for p in people if (surname := _surname(p))})),
        marks=tuple(sorted(set(_marks(mention.detail)))),
        instruments=tuple(sorted({w.lower().replace("mou", "memorand") for w in INSTRUMENT.findall(words)})),
        speaker=plain(said.name or said.text).split()[-1] if said and plain(said.name or said.text).split() else None,
    )


@lru_cache(maxsize=16)
def _about(text: str) -> tuple[str, ...]:
    """The names in a report; every mention of it has them."""
    return _names(text, set())


def _names(text: str, without: set[str]) -> tuple[str, ...]:
    """The capitalised words of a text that do not begin a sentence, folded; the first so many."""
    found = dict.fromkeys(plain(word) for word in CAPITAL.findall(text) if word not in without)
    return tuple(sorted(list(found)[:MOST_WORDS]))


def key_of(party: Participant) -> str:
    """A party as a key: its state, with the name where many share one code."""
    return f"{party.state}:{plain(party.name or '')}" if party.state in NAMED else party.state


def _keys(parties: Iterable[Participant]) -> tuple[str, ...]:
    return tuple(sorted(set(map(key_of, parties))))


def _days(when: str | None) -> Days | None:
    span = dates.bounds(when) if when else None
    if span is None:
        return None
    first, last = span[0].toordinal(), span[1].toordinal()
    return (first, min(last, first + LONGEST)) if first > 1 else (max(first, last - LONGEST), last)


def _surname(party: Participant) -> str:
    """The last word of a person's name; "" for a party that is none."""
    words = plain(party.name or "").split()
    return words[-1] if words and party.state not in BODIES else ""


def _marks(detail: Detail | None) -> Iterator[str]:
    """What a record is known by: names and titles, and equipment by its designation."""
    for name in ("name", "body", "titles", "programme"):
        for value in _values(detail, name):
            if isinstance(value, Stated) and (folded := _folded(value.value)):
                yield f"{name}:{folded}"
    for name in ("items", "weapons", "forces"):
        for value in _values(detail, name):
            if isinstance(value, Item) and value.designation:
                yield f"item:{_folded(value.designation)}"
    for value in _values(detail, "session"):
        if isinstance(value, Amount):
            yield f"session:{value.value:g}"


def _values(detail: Detail | None, name: str) -> tuple[object, ...]:
    if detail is None or name not in {field.name for field in fields(detail)}:
        return ()
    value = getattr(detail, name)
    return value if isinstance(value, tuple) else (value,)


def _folded(words: str) -> str:
    return " ".join(re.findall(r"\w+", plain(words)))
