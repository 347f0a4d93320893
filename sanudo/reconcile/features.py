"""What two event mentions have in common, and what differs: the declared features by which their likeness is reckoned.

Every feature is symmetric and says in its docstring, in words that `sanudo explain` shows, what it tells.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sanudo import learned
from sanudo.codebook import EVENT_TYPES
from sanudo.reconcile.blocks import is_coarse, span_of
from sanudo.reconcile.distance import FAR, kilometres
from sanudo.reconcile.traits import STEM, Traits

# Types that one happening may be told as.
ONE_THING = (
    {"AGREE", "SUPPORT"},
    {"CONCEDE", "RETREAT"},
    {"CONSULT", "COOPERATE"},
    {"AGREE", "COOPERATE"},
    {"AGREE", "CONSULT"},
    {"SUPPORT", "COOPERATE"},
    {"SANCTION", "COERCE"},
    {"SANCTION", "RETREAT"},
    {"ACCUSE", "REJECT"},
    {"ACCUSE", "THREATEN"},
    {"ASSAULT", "COERCE"},
    {"AID", "COOPERATE"},
    {"AID", "SUPPORT"},
)
# Kilometres within which two places are one.
NEAR = 60.0
# The weight of a stem that is none of the commonest: the logarithm of how many times fewer articles have it than have the commonest.
RARE = 5.0


@dataclass(frozen=True, slots=True)
class Both:
    """Two mentions, the one with the smaller id first."""

    one: Traits
    other: Traits


def may_be_one(one: str, other: str) -> bool:
    """Whether one happening may be told as either type."""
    return one == other or {one, other} in ONE_THING


def gap(one: tuple[int, int], other: tuple[int, int]) -> int:
    """Days between two spans; 0 where they meet."""
    return max(0, one[0] - other[1], other[0] - one[1])


def _share(one: frozenset[str] | set[str], other: frozenset[str] | set[str]) -> float:
    """Jaccard's index; 0 where both are empty."""
    return len(one & other) / len(one | other) if one | other else 0.0


def same_type(both: Both) -> float:
    """the same type"""
    return float(both.one.type == both.other.type)


def near_type(both: Both) -> float:
    """types as which one happening may be told"""
    return float(both.one.type != both.other.type and may_be_one(both.one.type, both.other.type))


def same_quad(both: Both) -> float:
    """the same quad class"""
    return float(EVENT_TYPES[both.one.type].quad == EVENT_TYPES[both.other.type].quad)


def same_kind(both: Both) -> float:
    """the same kind"""
    return float(both.one.family == both.other.family)


def parties(both: Both) -> float:
    """share of the parties that both have"""
    return _share(both.one.parties, both.other.parties)


def roles(both: Both) -> float:
    """the same parties act"""
    if both.one.symmetric or both.other.symmetric:
        return float(both.one.symmetric == both.other.symmetric)
    return float(both.one.actors == both.other.actors)


def turned(both: Both) -> float:
    """who acts in one is acted on in the other"""
    one, other = both.one, both.other
    mutual = one.symmetric or other.symmetric
    return float(not mutual and one.actors == other.recipients and one.actors != one.recipients)


def sure(both: Both) -> float:
    """how sure the reading of both is: the square of the lower confidence"""
    return min(both.one.confidence, both.other.confidence) ** 2


def sure_type(both: Both) -> float:
    """the same type, surely read"""
    return same_type(both) * sure(both)


def sure_quad(both: Both) -> float:
    """the same quad class, surely read"""
    return same_quad(both) * sure(both)


def sure_kind(both: Both) -> float:
    """the same kind, surely read"""
    return same_kind(both) * sure(both)


def sure_roles(both: Both) -> float:
    """the same parties act, surely read"""
    return roles(both) * sure(both)


def surely_turned(both: Both) -> float:
    """who acts in one is acted on in the other, surely read"""
    return turned(both) * sure(both)


def both_dated(both: Both) -> float:
    """both are dated by the text"""
    return float(both.one.dated and both.other.dated)


def one_dated(both: Both) -> float:
    """only one is dated by the text"""
    return float(both.one.dated != both.other.dated)


def same_day(both: Both) -> float:
    """the same date of a few days"""
    one, other = both.one.days, both.other.days
    return float(both_dated(both) and one is not None and one == other and one[1] - one[0] < 7)


def dates_meet(both: Both) -> float:
    """dates that have a day in common"""
    one, other = both.one.days, both.other.days
    return float(bool(both_dated(both)) and one is not None and other is not None and gap(one, other) == 0)


def days_apart(both: Both) -> float:
    """days between the dates, as a logarithm"""
    one, other = both.one.days, both.other.days
    return math.log1p(gap(one, other)) if both_dated(both) and one and other else 0.0


def surely_apart(both: Both) -> float:
    """days between the dates, as a logarithm, surely read"""
    return days_apart(both) * sure(both)


def reports_apart(both: Both) -> float:
    """days between the reports, as a logarithm"""
    one, other = both.one.news, both.other.news
    return math.log1p(min(gap(one, other), 366)) if one and other else 0.0


def lies_apart(both: Both) -> float:
    """days between where they lie in time, where not both are dated, as a logarithm"""
    one, other = span_of(both.one), span_of(both.other)
    return math.log1p(min(gap(one, other), 366)) if one and other and not both_dated(both) else 0.0


def undated(both: Both) -> float:
    """neither has a date, of its own or of its report"""
    return float(span_of(both.one) is None and span_of(both.other) is None)


def coarse(both: Both) -> float:
    """one is dated by the year or the season"""
    return float(is_coarse(both.one) or is_coarse(both.other))


def near_place(both: Both) -> float:
    """places close to each other"""
    apart = _kilometres(both)
    return float(apart is not None and apart < NEAR)


def far_place(both: Both) -> float:
    """places far from each other"""
    apart = _kilometres(both)
    return float(apart is not None and apart > FAR)


def same_country(both: Both) -> float:
    """the same country"""
    return float(both.one.country is not None and both.one.country == both.other.country)


def other_country(both: Both) -> float:
    """different countries"""
    one, other = both.one.country, both.other.country
    return float(one is not None and other is not None and one != other)


def shared_words(both: Both) -> float:
    """words in common, rare ones counting for more"""
    return _cosine(both.one.stems, both.other.stems)


def one_story(both: Both) -> float:
    """reports on one story, by the names in them"""
    return _cosine(both.one.about, both.other.about)


def one_story_undated(both: Both) -> float:
    """reports on one story, of which not both date it"""
    return one_story(both) * (1 - both_dated(both))


def words_same_kind(both: Both) -> float:
    """words in common, of one kind"""
    return shared_words(both) * same_kind(both)


def shared_names(both: Both) -> float:
    """capitalised words in common, in fives"""
    return min(len(set(both.one.names) & set(both.other.names)), 10) / 5


def no_shared_name(both: Both) -> float:
    """capitalised words in both, and none in common"""
    return float(bool(both.one.names and both.other.names) and set(both.one.names).isdisjoint(both.other.names))


def shared_number(both: Both) -> float:
    """a number in common"""
    return float(not set(both.one.numbers).isdisjoint(both.other.numbers))


def same_person(both: Both) -> float:
    """a person in common"""
    return float(not set(both.one.persons).isdisjoint(both.other.persons))


def other_persons(both: Both) -> float:
    """a state is there in different persons"""
    one, other = (_by_state(t) for t in (both.one, both.other))
    return float(any(one[state].isdisjoint(other[state]) for state in one.keys() & other.keys()))


def same_mark(both: Both) -> float:
    """a name, title or piece of equipment in common"""
    return float(not set(both.one.marks).isdisjoint(both.other.marks))


def other_mark(both: Both) -> float:
    """different names or sessions of one thing"""
    one, other = (_by_sort(t) for t in (both.one, both.other))
    return float(any(one[sort].isdisjoint(other[sort]) for sort in one.keys() & other.keys() if sort != "item"))


def other_instrument(both: Both) -> float:
    """different instruments, such as a treaty and a contract"""
    one, other = both.one.instruments, both.other.instruments
    return float(bool(one and other) and set(one).isdisjoint(other))


def same_speaker(both: Both) -> float:
    """on the word of the same speaker"""
    return float(both.one.speaker is not None and both.one.speaker == both.other.speaker)


def same_article(both: Both) -> float:
    """told by one article as two things"""
    return float(both.one.article_id == both.other.article_id)


def surely_two(both: Both) -> float:
    """told by one article as two things, surely read"""
    return same_article(both) * sure(both)


def statement(both: Both) -> float:
    """both are words alone"""
    return float(both.one.kind == both.other.kind == "statement")


Feature = Callable[[Both], float]
FEATURES: tuple[Feature, ...] = (
    same_type,
    near_type,
    same_quad,
    same_kind,
    parties,
    roles,
    turned,
    sure_type,
    sure_quad,
    sure_kind,
    sure_roles,
    surely_turned,
    both_dated,
    one_dated,
    same_day,
    dates_meet,
    days_apart,
    surely_apart,
    reports_apart,
    lies_apart,
    undated,
    coarse,
    near_place,
    far_place,
    same_country,
    other_country,
    shared_words,
    words_same_kind,
    one_story,
    one_story_undated,
    shared_names,
    no_shared_name,
    shared_number,
    same_person,
    other_persons,
    same_mark,
    other_mark,
    other_instrument,
    same_speaker,
    same_article,
    surely_two,
    statement,
)


@cache
def rarity() -> Mapping[str, float]:
    """The weight of the commonest stems in news; all others weigh RARE."""
    weights: dict[str, float] = json.loads(learned.content("rarity.json"))
    return weights


def _cosine(one: Sequence[str], other: Sequence[str]) -> float:
    """The cosine of two sets of words by their weights; 0 where one is empty."""
    known = rarity()

    def size(words: Iterable[str]) -> float:
        return math.fsum(known.get(word[:STEM], RARE) ** 2 for word in words)

    mine, theirs = set(one), set(other)
    norm = math.sqrt(size(mine) * size(theirs))
    return size(mine & theirs) / norm if norm else 0.0


def _kilometres(both: Both) -> float | None:
    return kilometres((both.one.lat, both.one.lon), (both.other.lat, both.other.lon))


def _by_state(traits: Traits) -> dict[str, set[str]]:
    people: dict[str, set[str]] = {}
    for person in traits.persons:
        state, _, name = person.partition(" ")
        people.setdefault(state, set()).add(name)
    return people


def _by_sort(traits: Traits) -> dict[str, set[str]]:
    marks: dict[str, set[str]] = {}
    for mark in traits.marks:
        sort, _, value = mark.partition(":")
        marks.setdefault(sort, set()).add(value)
    return marks
