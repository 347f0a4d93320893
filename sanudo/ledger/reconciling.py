"""What a ledger asks of those who say which mentions are one event; the ledger itself only keeps what they say."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, Protocol

from sanudo.records import Article, Event, EventMention, Judgement

Pair = tuple[str, str]


class Reconciling(Protocol):
    """Makes events of mentions. All answers depend on what is asked alone, and are symmetric in what is compared."""

    @property
    def version(self) -> str:
        """Changes whenever an answer may."""

    @property
    def least(self) -> float:
        """Mean likeness from which mentions are one event: two that are less alike never make one without others."""

    def traits(self, mention: EventMention, article: Article) -> Any:
        """What a mention of an article is compared by."""

    def pack(self, traits: Any) -> str:
        """Traits as text."""

    def unpack(self, packed: str) -> Any:
        """Traits out of that text."""

    def own_keys(self, traits: Any) -> Collection[str]:
        """Keys under which a mention is found."""

    def sought_keys(self, traits: Any) -> Collection[str]:
        """Keys of the mentions that it is to be compared with."""

    def likeness(self, one: Any, other: Any) -> float | None:
        """How likely both, which share a key, are one event; None where that is not worth keeping."""

    def clusters(
        self,
        ids: Collection[str],
        likely: Mapping[Pair, float],
        same: Collection[Pair],
        apart: Collection[Pair],
        traits: Callable[[str], Any],
    ) -> list[tuple[str, ...]]:
        """Clusters of mention ids; `same` and `apart` are what persons judged, `traits` gives those of a mention."""

    def merged(
        self,
        event_id: str,
        mentions: Iterable[EventMention],
        sources: Mapping[str, str],
        corrections: Sequence[Judgement],
    ) -> Event:
        """The event that mentions make; `sources` has the source that each article counts as."""

    def bands(self, article: Article) -> Collection[int]:
        """Numbers that articles of one text have in common."""

    def stretches(self, article: Article) -> tuple[int, tuple[int, ...]]:
        """The stretch of time in which an article is kept, and those in which its copies lie; none for all."""

    def are_copies(self, one: Article, other: Article) -> bool:
        """Whether two articles are one text."""


class Alone:
    """Every mention an event of its own: for ledgers that nobody reconciles."""

    version = "alone"
    least = 1.0

    def traits(self, mention: EventMention, article: Article) -> str:
        """Nothing to compare by."""
        return ""

    def pack(self, traits: str) -> str:
        """As it is."""
        return traits

    def unpack(self, packed: str) -> str:
        """As it is."""
        return packed

    def own_keys(self, traits: str) -> Collection[str]:
        """None."""
        return ()

    def sought_keys(self, traits: str) -> Collection[str]:
        """None."""
        return ()

    def likeness(self, one: str, other: str) -> float | None:
        """Nothing is like anything."""
        return None

    def clusters(
        self,
        ids: Collection[str],
        likely: Mapping[Pair, float],
        same: Collection[Pair],
        apart: Collection[Pair],
        traits: Callable[[str], str],
    ) -> list[tuple[str, ...]]:
        """Each by itself."""
        return [(one,) for one in sorted(ids)]

    def merged(
        self,
        event_id: str,
        mentions: Iterable[EventMention],
        sources: Mapping[str, str],
        corrections: Sequence[Judgement],
    ) -> Event:
        """The event of one mention."""
        (one,) = mentions
        return Event(
            id=event_id,
            mention_ids=(one.id,),
            type=one.type,
            kind=one.kind,
            actors=one.actors,
            recipients=one.recipients,
            symmetric=one.symmetric,
            status=one.status,
            confidence=one.confidence,
            when=one.when,
            when_basis=one.when_basis,
            where=one.where,
            article_ids=(one.article_id,),
            detail=one.detail,
        )

    def bands(self, article: Article) -> Collection[int]:
        """None."""
        return ()

    def stretches(self, article: Article) -> tuple[int, tuple[int, ...]]:
        """One for all."""
        return 0, ()

    def are_copies(self, one: Article, other: Article) -> bool:
        """No."""
        return False
