"""Where the reports of one event cannot both be right, side by side, with eventreport's measures by their names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sanudo.reconcile.values import PLACE, Given, agree, given
from sanudo.records import INDETERMINATE, Dispute, EventMention, Side


def disputes(mentions: Sequence[EventMention], sources: Mapping[str, str]) -> tuple[Dispute, ...]:
    """The disputed fields of an event, by name. `sources` has the source that each article counts as.

    Articles dispute, not the mentions of one article: what an article itself corrects is no dispute of reports.
    """
    told: dict[str, list[Given]] = {}
    for mention in mentions:
        for value in (value for value in given(mention) if value.field != PLACE):
            told.setdefault(value.field, []).append(value)
    return tuple(found for field in sorted(told) for found in _dispute(field, told[field], sources))


def _dispute(field: str, values: list[Given], sources: Mapping[str, str]) -> Iterator[Dispute]:
    groups = sides(values)
    if len(groups) < 2:
        return
    ranked = sorted(
        (_side(group, sources) for group in groups), key=lambda s: (-s.sources, -len(s.article_ids), s.value)
    )
    told = [set(side.article_ids) for side in ranked]
    if not any(one.isdisjoint(other) for n, one in enumerate(told) for other in told[n + 1 :]):
        return  # each article has both: it tells of a change, not of another's error
    votes = Counter({side.value: len(side.article_ids) for side in ranked})
    yield Dispute(field, tuple(ranked), mode(votes), round(max(votes.values()) / votes.total(), 4), len(ranked) - 1)


def sides(values: Iterable[Given]) -> list[list[Given]]:
    """Values that can be true together, one list a side. A value that agrees with several sides ("August" where others say
    the 6th and the 7th) is on none.
    """
    found: list[list[Given]] = []
    for value in sorted(values, key=lambda v: (-v.exact, -v.mention.confidence, v.mention.id, v.words)):
        fitting = [side for side in found if all(agree(value, other) for other in side)]
        if not fitting:
            found.append([value])
        elif len(fitting) == 1:
            fitting[0].append(value)
    return found


def mode(votes: Mapping[str, int]) -> str:
    """The value that most reports give; Indeterminate where several are first (eventreport's `calc_mode`)."""
    most = max(votes.values())
    first = [value for value, count in votes.items() if count == most]
    return first[0] if len(first) == 1 else INDETERMINATE


def _side(group: Sequence[Given], sources: Mapping[str, str]) -> Side:
    articles = tuple(sorted({value.mention.article_id for value in group}))
    return Side(
        value=group[0].words,
        mention_ids=tuple(sorted({value.mention.id for value in group})),
        article_ids=articles,
        sources=len({sources[article] for article in articles}),
    )
