"""Where the reports of one event cannot both be right, side by side, with eventreport's measures by their names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sanudo.details import Stated
from sanudo.reconcile.values import PLACE, Given, agree, given
from sanudo.records import INDETERMINATE, Dispute, EventMention, Side

# Who is accused or warned denies the deed, not that he was.
REPROACHES = ("ACCUSE", "REJECT", "REQUEST", "THREATEN")


def disputes(mentions: Sequence[EventMention], sources: Mapping[str, str]) -> tuple[Dispute, ...]:
    """The disputed fields of an event, by name. `sources` has the source that each article counts as.

    Articles dispute, not the mentions of one article: what an article itself corrects is no dispute of reports. Numbers of different units are not compared; of a field
    that is disputed in several, the first counts.
    """
    told: dict[tuple[str, str], list[Given]] = {}
    for mention in mentions:
        for value in filter(_can_be_disputed, given(mention)):
            told.setdefault((value.field, value.unit), []).append(value)
    found: dict[str, Dispute] = {}
    for field, unit in sorted(told):
        if dispute := _dispute(field, told[field, unit], sources):
            found.setdefault(field, dispute)
    return tuple(found.values())


def _dispute(field: str, values: list[Given], sources: Mapping[str, str]) -> Dispute | None:
    groups = sides(values)
    if len(groups) < 2:
        return None
    told = [{value.mention.article_id for value in group} for group in groups]
    pairs = [(one, other) for n, one in enumerate(told) for other in told[n + 1 :]]
    # Where each article has both, it tells of a change, not of another's error. Who prints a denial tells what is denied, too.
    if not any(one != other if field == "status" else one.isdisjoint(other) for one, other in pairs):
        return None
    ranked = sorted(
        (_side(group, sources) for group in groups), key=lambda s: (-s.sources, -len(s.article_ids), s.value)
    )
    votes = Counter({side.value: len(side.article_ids) for side in ranked})
    return Dispute(field, tuple(ranked), mode(votes), round(max(votes.values()) / votes.total(), 4), len(ranked) - 1)


def _can_be_disputed(value: Given) -> bool:
    return value.field != PLACE and not (value.field == "status" and value.mention.type in REPROACHES)


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
    """A side, with those who say what it is called by; of words that are not compared as words, those alone that use them."""
    group = [value for value in group if not isinstance(value.key, Stated) or value.words == group[0].words]
    articles = tuple(sorted({value.mention.article_id for value in group}))
    return Side(
        value=group[0].words,
        mention_ids=tuple(sorted({value.mention.id for value in group})),
        article_ids=articles,
        sources=len({sources[article] for article in articles}),
    )
