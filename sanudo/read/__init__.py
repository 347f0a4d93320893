"""Articles out of files: formats, cleaning, dates of publication. Knows nothing of events."""

from sanudo.read.article import article_from_text
from sanudo.read.reading import count_sources, read_sources

__all__ = ["article_from_text", "count_sources", "read_sources"]
