"""Event mentions: type, roles, kind and status, from a parse."""

from __future__ import annotations

from typing import Protocol

from sanudo.records import Article, EventMention, Parse

__all__ = ["Coder"]


class Coder(Protocol):
    """Anything that reads event mentions out of a parsed article. `name` and `version` are kept with each of them."""

    name: str
    version: str

    def code(self, article: Article, parse: Parse) -> tuple[EventMention, ...]:
        """Event mentions in order of their evidence, one for each sentence that tells of a happening."""
