"""Which event mentions tell of one event, which articles are one text, and what their reports say together."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property

from sanudo import learned
from sanudo.learned import Weights
from sanudo.reconcile import blocks, copies, links
from sanudo.reconcile.clusters import SAME, Pair, clusters
from sanudo.reconcile.likeness import clash, likeness, pair, reasons
from sanudo.reconcile.merged import merged
from sanudo.reconcile.traits import Traits, traits_of
from sanudo.records import Article, Event, EventMention, Judgement
from sanudo.serial import canonical, content_id, pack, unpack

# Likeness below which a pair counts as nothing, so that what is compared in vain is not kept.
LEAST = 0.2
# Changes with the rules of this stage; the events of an older ledger are then made anew.
RULES = 2


class Reconciler:
    """What a ledger asks to make events of mentions. It keeps nothing: all it says depends on what it is given."""

    def __init__(self, weights: Weights | None = None, least: float = SAME) -> None:
        self._given = weights
        self._same = least

    @cached_property
    def _weights(self) -> Weights:
        return learned.weights("reconciling") if self._given is None else self._given

    @property
    def version(self) -> str:
        """Changes with the rules and the weights."""
        return content_id("v", canonical([RULES, self._same, dict(self._weights)]))

    @property
    def least(self) -> float:
        """Mean likeness from which mentions are one event."""
        return self._same

    def traits(self, mention: EventMention, article: Article) -> Traits:
        """What a mention is compared by."""
        return traits_of(mention, article)

    def pack(self, traits: Traits) -> str:
        """Traits as text, to be kept."""
        return pack(traits)

    def unpack(self, packed: str) -> Traits:
        """The traits that `pack` wrote."""
        return unpack(Traits, packed)

    def own_keys(self, traits: Traits) -> Collection[str]:
        """Keys under which a mention is found."""
        return blocks.own_keys(traits)

    def sought_keys(self, traits: Traits) -> Collection[str]:
        """Keys under which those lie that it is to be compared with."""
        return blocks.sought_keys(traits)

    def likeness(self, one: Traits, other: Traits) -> float | None:
        """How likely both, which share a key, tell of one event; None where that is not worth keeping."""
        if clash(one, other):
            return None
        score = round(likeness(pair(one, other), self._weights), 6)
        return score if score >= LEAST else None

    def reasons(self, one: Traits, other: Traits) -> list[tuple[str, float]]:
        """What speaks for one event and what for two, in words and log odds."""
        return list(reasons(pair(one, other), self._weights))

    def clusters(
        self,
        ids: Collection[str],
        likely: Mapping[Pair, float],
        same: Collection[Pair],
        apart: Collection[Pair],
        traits: Callable[[str], Traits],
    ) -> list[tuple[str, ...]]:
        """Events as clusters of mention ids; `traits` gives those of a mention, so that no cluster holds two that cannot be one event."""
        return clusters(ids, likely, same, apart, self._same, lambda one, other: clash(traits(one), traits(other)))

    def merged(
        self,
        event_id: str,
        mentions: Iterable[EventMention],
        sources: Mapping[str, str],
        corrections: Sequence[Judgement] = (),
    ) -> Event:
        """The event of these mentions."""
        return merged(event_id, mentions, sources, corrections)

    def link(self, one: Traits, other: Traits) -> str | None:
        """How the event of one mention is related to that of the other."""
        return links.link(one, other)

    def bands(self, article: Article) -> Collection[int]:
        """Numbers that articles of one text have in common."""
        return copies.bands(article.text)

    def stretches(self, article: Article) -> tuple[int, tuple[int, ...]]:
        """The stretch of time in which an article is kept, and those in which its copies lie; none for all."""
        return copies.stretches(article.published)

    def are_copies(self, one: Article, other: Article) -> bool:
        """Whether two articles are one text."""
        return copies.are_copies(one.text, other.text)

    def agency(self, article: Article) -> str | None:
        """The agency that an article names as its source."""
        return copies.agency(article.text)


__all__ = ["Reconciler"]
