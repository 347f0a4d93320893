"""Which event mentions tell of one event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sanudo.records import EventMention


def cluster(mentions: Iterable[EventMention]) -> Iterator[tuple[str, ...]]:
    """The ids of the mentions of each event: every mention by itself."""
    for mention in mentions:
        yield (mention.id,)
