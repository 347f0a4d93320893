"""Articles out of files: formats, cleaning, dates of publication. Knows nothing of events."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from sanudo.read.article import article_from_text

if TYPE_CHECKING:
    from sanudo.read.reading import count_sources, read_sources

__all__ = ["article_from_text", "count_sources", "read_sources"]


def __getattr__(name: str) -> Any:
    # `sanudo code` starts in a third of the time without the libraries for pages, feeds and tables.
    if name in __all__:
        return getattr(import_module("sanudo.read.reading"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
