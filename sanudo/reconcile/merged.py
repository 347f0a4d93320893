"""One event out of the mentions of its cluster: each value with those that support it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sanudo.reconcile.corrected import corrected
from sanudo.reconcile.disputes import disputes, sides
from sanudo.reconcile.union import together
from sanudo.reconcile.values import Given, given
from sanudo.records import Event, EventMention, Judgement, Support


def merged(
    event_id: str, mentions: Iterable[EventMention], sources: Mapping[str, str], corrections: Sequence[Judgement] = ()
) -> Event:
    """The event of these mentions. `sources` has the source that each article counts as; `corrections` are judgements that give a field a value, the oldest first."""
    ranked = sorted(mentions, key=lambda m: (-m.confidence, m.id))
    best = ranked[0]
    chosen = {field: _chosen(field, ranked, sources) for field in ("when", "where", "status")}
    dated, placed, told = (values[0].mention if values else best for values in chosen.values())
    if not chosen["when"]:
        dated = next((m for m in ranked if m.when), best)
    event = Event(
        id=event_id,
        mention_ids=tuple(sorted(m.id for m in ranked)),
        type=best.type,
        kind=best.kind,
        actors=best.actors,
        recipients=best.recipients,
        symmetric=best.symmetric,
        status=told.status,
        confidence=best.confidence,
        when=dated.when,
        when_basis=dated.when_basis,
        where=placed.where,
        article_ids=tuple(sorted({m.article_id for m in ranked})),
        detail=together(ranked),
        sources=len({sources[m.article_id] for m in ranked}),
        support=tuple(_support(field, values, sources) for field, values in chosen.items() if values),
        disputes=disputes(ranked, sources),
    )
    return corrected(event, corrections)


def _chosen(field: str, ranked: Sequence[EventMention], sources: Mapping[str, str]) -> list[Given]:
    """The values of the side with the most sources, the most exact of the surest mention first."""
    told = [value for m in ranked for value in given(m) if value.field == field]

    def weight(side: list[Given]) -> tuple[int, float, str]:
        return (
            -len({sources[value.mention.article_id] for value in side}),
            -max(value.mention.confidence for value in side),
            side[0].mention.id,
        )

    groups = sorted(_alike(field, told), key=weight)
    return sorted(groups[0], key=lambda v: (-v.exact, -v.mention.confidence, v.mention.id)) if groups else []


def _alike(field: str, told: list[Given]) -> list[list[Given]]:
    """Sides; of statuses, which are no more or less exact, each by itself."""
    if field != "status":
        return sides(told)
    return [[value for value in told if value.key == status] for status in dict.fromkeys(v.key for v in told)]


def _support(field: str, values: Sequence[Given], sources: Mapping[str, str]) -> Support:
    told = {value.mention.id: value.mention.article_id for value in values}
    return Support(field, tuple(sorted(told)), len({sources[article] for article in told.values()}))
