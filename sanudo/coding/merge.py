"""One article's tellings of one happening, put together: the event mention is what the article says, not a sentence.

Works on mentions whose dates and places are resolved, since a date can keep two meetings apart. Two tellings that may be one are
compared by the declared `FEATURES`; their weights were learned on the annotated articles (`models/merging.py`).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sanudo import dates
from sanudo.codebook import BODIES
from sanudo.learned import Weights, chance, weights
from sanudo.records import EventMention, Kind, Participant

Days = tuple[date, date]

# Kinds that tell of the same sort of happening in different words.
SAME_KIND = {Kind.VISIT: Kind.MEETING, Kind.COMMITTEE: Kind.MEETING, Kind.AID_SUSPENSION: Kind.SANCTION}
# Types that one happening may be told as: an instrument before and at its signing, a withdrawal announced and made.
ONE_THING = ({"AGREE", "SUPPORT"}, {"CONCEDE", "RETREAT"})
# Days before the report from which a dated happening is history, told in passing.
LONG_AGO = 365
# Nouns that name one sort of instrument; "pact", "deal", "accord" and "agreement" may stand for any.
INSTRUMENT_NOUN = re.compile(
    r"\b(contract|memorand|MoU|treat|protocol|declaration|communiqu|charter|convention)", re.IGNORECASE
)
# A kind whose happenings are told apart by who was there.
BY_PERSON = Kind.MEETING
WORD = re.compile(r"[^\W\d_]{3,}")
NUMBER = re.compile(r"\d[\d,.]*\d|\d")
CAPITAL = re.compile(r"(?<=[\w,’'\"”] )[A-Z]\w{2,}")
# Earlier tellings of the same parties that one is compared with, so that a table of a thousand rows takes no million comparisons.
MOST_COMPARED = 100
# A telling belongs with others when, in the mean over them, it is as likely as this that both are of one happening (`bench/choices.py --same`).
SAME = 0.7


@dataclass(frozen=True, slots=True)
class Telling:
    """An event mention among those of its article, with what it is compared by.

    `order` is the place of its sentence among those that tell events, `words` are its words by weight, `capitals` those that begin with a
    capital, `span` the days of its date.
    """

    mention: EventMention
    order: int
    parties: frozenset[tuple[str, str | None]]
    words: dict[str, float]
    numbers: frozenset[str]
    capitals: frozenset[str]
    instruments: frozenset[str]
    persons: dict[str, frozenset[str]]
    span: Days | None


@dataclass(frozen=True, slots=True)
class Both:
    """Two tellings that may be of one happening. `rivals` counts the tellings of their parties and type."""

    one: Telling
    other: Telling
    rivals: int
    news: Days | None


def same_kind(both: Both) -> float:
    """Both fill one kind of record, visits and committees being meetings."""
    return float(_kind(both.one.mention) == _kind(both.other.mention))


def same_type(both: Both) -> float:
    """Both have the same type, not only types that one happening may be told as."""
    return float(both.one.mention.type == both.other.mention.type)


def same_status(both: Both) -> float:
    """Both have the same status."""
    return float(both.one.mention.status == both.other.mention.status)


def same_actors(both: Both) -> float:
    """The same parties act; a symmetric telling leaves it open."""
    one, other = both.one.mention, both.other.mention
    return float(one.symmetric or other.symmetric or {p.state for p in one.actors} == {p.state for p in other.actors})


def same_way(both: Both) -> float:
    """Both are mutual, or both directed."""
    return float(both.one.mention.symmetric == both.other.mention.symmetric)


def dates_agree(both: Both) -> float:
    """Both are dated, and one date lies within the other."""
    return float(both.one.span is not None and both.other.span is not None)


def same_date(both: Both) -> float:
    """Both have the same date."""
    return float(both.one.span is not None and both.one.span == both.other.span)


def one_dated(both: Both) -> float:
    """Only one of them is dated."""
    return float((both.one.span is None) != (both.other.span is None))


def history(both: Both) -> float:
    """Only one of them is dated, long before the report: what has no date is then something newer."""
    dated = both.one.span or both.other.span
    long_ago = both.news is not None and dated is not None and (both.news[0] - dated[1]).days > LONG_AGO
    return one_dated(both) * float(long_ago)


def shared_words(both: Both) -> float:
    """The share of words that both have, rare ones in the article counting for more (0 to 1)."""
    mine, theirs = both.one.words, both.other.words
    norm = math.sqrt(math.fsum(mine.values()) * math.fsum(theirs.values()))
    return math.fsum(weight for word, weight in mine.items() if word in theirs) / norm if norm else 0.0


def shared_number(both: Both) -> float:
    """Both have a number in common."""
    return float(not both.one.numbers.isdisjoint(both.other.numbers))


def shared_names(both: Both) -> float:
    """How many capitalised words both have, in fives."""
    return len(both.one.capitals & both.other.capitals) / 5


def distance(both: Both) -> float:
    """How many sentences with events lie between them, as a logarithm."""
    return math.log1p(abs(both.one.order - both.other.order))


def next_to(both: Both) -> float:
    """No sentence with an event lies between them."""
    return float(abs(both.one.order - both.other.order) == 1)


def leading(both: Both) -> float:
    """One of them stands in the first sentence with an event."""
    return float(min(both.one.order, both.other.order) == 0)


def crowded(both: Both) -> float:
    """How many tellings of these parties and this type there are, as a logarithm."""
    return math.log(both.rivals)


Feature = Callable[[Both], float]
FEATURES: tuple[Feature, ...] = (
    same_kind,
    same_type,
    same_status,
    same_actors,
    same_way,
    dates_agree,
    same_date,
    one_dated,
    history,
    shared_words,
    shared_number,
    shared_names,
    distance,
    next_to,
    leading,
    crowded,
)


def merge(
    mentions: Sequence[EventMention], published: str | None = None, learned: Weights | None = None
) -> tuple[EventMention, ...]:
    """Mentions of one article, tellings of the same happening as one; in order of their first evidence.

    `published` is the article's EDTF date, if known; `learned` other weights than the packaged ones.
    """
    known = weights("merging") if learned is None else learned
    likely = {pair: probability(both, known) for pair, both in comparable(mentions, published)}
    clusters: list[list[int]] = []
    for at in range(len(mentions)):
        scored = [
            (math.fsum(likely[other, at] for other in cluster) / len(cluster), -n)
            for n, cluster in enumerate(clusters)
            if all((other, at) in likely for other in cluster)
        ]
        score, home = max(scored, default=(0.0, 0))
        if score >= SAME:
            clusters[-home].append(at)
        else:
            clusters.append([at])
    return tuple(_joined([mentions[at] for at in cluster]) for cluster in clusters)


def comparable(mentions: Sequence[EventMention], published: str | None) -> Iterator[tuple[tuple[int, int], Both]]:
    """Pairs (by index) that may be one happening: the same parties, types that go together, nothing that tells them apart."""
    news = dates.bounds(published) if published else None
    tellings = _tellings(mentions)
    counts = Counter((t.mention.type, t.parties) for t in tellings)
    before: dict[frozenset[tuple[str, str | None]], list[int]] = {}
    for later, other in enumerate(tellings):
        same = before.setdefault(other.parties, [])
        for earlier in same[-MOST_COMPARED:]:
            one = tellings[earlier]
            if _may_be_one(one, other):
                rivals = sum(counts[type_, one.parties] for type_ in _types_of(one.mention.type))
                yield (earlier, later), Both(one, other, rivals, news)
        same.append(later)


def probability(both: Both, learned: Weights) -> float:
    """How likely it is that both tell of one happening, by logistic regression over FEATURES and the type."""
    features = math.fsum(learned[feature.__name__] * feature(both) for feature in FEATURES)
    return chance(learned["bias"] + learned[both.one.mention.type] + features)


def _tellings(mentions: Sequence[EventMention]) -> list[Telling]:
    words = {m.evidence[0].start: sorted({w.lower() for w in WORD.findall(m.evidence[0].text)}) for m in mentions}
    order = {start: n for n, start in enumerate(sorted(words))}
    common = Counter(word for every in words.values() for word in every)
    # A word that every sentence has counts least.
    weight = {word: math.log(1 + len(words) / count) for word, count in common.items()}
    return [
        Telling(
            mention=m,
            order=order[m.evidence[0].start],
            parties=_parties(m),
            words={word: weight[word] for word in words[m.evidence[0].start]},
            numbers=_found(NUMBER, m),
            capitals=_capitals(m),
            instruments=_found(INSTRUMENT_NOUN, m),
            persons=_persons(m),
            span=dates.bounds(m.when) if m.when else None,
        )
        for m in mentions
    ]


def _may_be_one(one: Telling, other: Telling) -> bool:
    return (
        one.order != other.order
        and other.mention.type in _types_of(one.mention.type)
        and not _dates_clash(one.span, other.span)
        and not (_kind(one.mention) == BY_PERSON and _persons_clash(one, other))
        and not (one.mention.kind == Kind.AGREEMENT and _instruments_clash(one, other))
    )


def _types_of(type_: str) -> set[str]:
    """The types that one happening of this type may also be told as."""
    return {type_}.union(*(types for types in ONE_THING if type_ in types))


def _persons_clash(one: Telling, other: Telling) -> bool:
    """Whether a state is there in different persons."""
    return any(
        one.persons[state].isdisjoint(other.persons[state]) for state in one.persons.keys() & other.persons.keys()
    )


def _instruments_clash(one: Telling, other: Telling) -> bool:
    """Whether the two tell of different instruments: a memorandum is no contract, while either may be called a deal."""
    return bool(one.instruments and other.instruments) and one.instruments.isdisjoint(other.instruments)


def _dates_clash(a: Days | None, b: Days | None) -> bool:
    """Whether both are dated and neither date lies within the other."""
    if a is None or b is None:
        return False
    return not ((a[0] <= b[0] and b[1] <= a[1]) or (b[0] <= a[0] and a[1] <= b[1]))


def _parties(mention: EventMention) -> frozenset[tuple[str, str | None]]:
    named = ("NSA", "IGO")
    return frozenset((p.state, p.name if p.state in named else None) for p in mention.actors + mention.recipients)


def _kind(mention: EventMention) -> Kind:
    return SAME_KIND.get(mention.kind, mention.kind)


def _found(pattern: re.Pattern[str], mention: EventMention) -> frozenset[str]:
    matches = (match for e in mention.evidence for match in pattern.finditer(e.text))
    return frozenset(match[match.re.groups].lower().replace("mou", "memorand") for match in matches)


def _capitals(mention: EventMention) -> frozenset[str]:
    """Capitalised words of the evidence, those of its parties and the first of a sentence left out."""
    own = {word for p in mention.actors + mention.recipients for word in p.text.split()}
    return frozenset(word for e in mention.evidence for word in CAPITAL.findall(e.text)) - own


def _persons(mention: EventMention) -> dict[str, frozenset[str]]:
    people: dict[str, frozenset[str]] = {}
    for party in mention.actors + mention.recipients:
        if party.name and party.state not in BODIES:
            people[party.state] = people.get(party.state, frozenset()) | {party.name.split()[-1]}
    return people


def _joined(cluster: list[EventMention]) -> EventMention:
    """The surest telling, with the evidence of all, and what it leaves open filled from the others."""
    if len(cluster) == 1:
        return cluster[0]
    ranked = sorted(cluster, key=lambda m: (-m.confidence, m.evidence[0].start))
    first = ranked[0]
    dated = _most_exact(ranked)
    placed = next((m for m in ranked if m.where), first)
    said = next((m for m in ranked if m.attribution), first)
    evidence = tuple(dict.fromkeys(e for m in ranked for e in m.evidence))
    filled = {"when" if dated is not first else "", "where" if placed is not first else ""}
    basis = tuple(b for b in first.basis if b.field not in filled)
    basis += tuple(b for m in (dated, placed) if m is not first for b in m.basis if b.field in filled)
    sits = next((m for m in ranked if m.kind is Kind.COMMITTEE), first)
    if first.kind is Kind.MEETING and sits is not first:
        basis = tuple(b for b in basis if b.field != "kind") + tuple(b for b in sits.basis if b.field == "kind")
    return replace(
        first,
        kind=sits.kind if first.kind is Kind.MEETING else first.kind,
        actors=_named(first.actors, ranked),
        recipients=_named(first.recipients, ranked),
        when=dated.when,
        when_basis=dated.when_basis,
        where=placed.where,
        attribution=said.attribution,
        evidence=evidence,
        basis=tuple(dict.fromkeys(basis)),
        refusals=tuple(r for r in first.refusals if r.field not in filled),
    )


def _most_exact(ranked: Sequence[EventMention]) -> EventMention:
    """The mention with the shortest dated span, the surest of equals; the first where none is dated."""

    def width(mention: EventMention) -> int:
        span = dates.bounds(mention.when) if mention.when else None
        return (span[1] - span[0]).days if span else 10**9

    return min(ranked, key=width)


def _named(parties: tuple[Participant, ...], ranked: Iterable[EventMention]) -> tuple[Participant, ...]:
    """Each party with a person's name where another telling gives one."""
    known = {p.state: p for m in reversed(list(ranked)) for p in m.actors + m.recipients if p.name}
    return tuple(
        known[p.state] if p.name is None and p.state in known and p.state not in ("NSA", "IGO") else p for p in parties
    )
