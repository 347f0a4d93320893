"""From what a person typed to articles and problems, one by one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO

from sanudo.errors import UsageError
from sanudo.read.article import Draft, Given, finished, problem
from sanudo.read.dates import edtf
from sanudo.read.decode import HEAD_BYTES
from sanudo.read.documents import read_html, read_text
from sanudo.read.feeds import read_feed
from sanudo.read.json_rows import read_json, read_json_lines
from sanudo.read.sniff import Format, sniff
from sanudo.read.sources import Source, expand, opened
from sanudo.read.tables import read_csv, read_parquet
from sanudo.records import Article, ReadProblem, Reason, Refusal

_READERS: dict[Format, Callable[[BinaryIO, str], Iterator[Draft | ReadProblem]]] = {
    Format.TEXT: read_text,
    Format.HTML: read_html,
    Format.JSON: read_json,
    Format.JSON_LINES: read_json_lines,
    Format.CSV: read_csv,
    Format.PARQUET: read_parquet,
    Format.FEED: read_feed,
}


def read_sources(
    paths: Sequence[str | os.PathLike[str]],
    *,
    published: str | None = None,
    publisher: str | None = None,
    stdin: BinaryIO | None = None,
    today: str | None = None,
) -> Iterator[Article | ReadProblem]:
    """The articles of files, folders, patterns, standard input (`-`) and URLs, and what could not be read.

    An article's id is the hash of its bytes: of the file, of the line of JSON lines, and otherwise (rows, items) of the
    canonical JSON of the fields that are read. `published` (EDTF) and `publisher` hold for all of them. No article is
    dated after `today` (EDTF), if it is given.
    Bad content never raises: it gives a `ReadProblem`, and reading goes on. Of an article that comes twice, or an id
    that a file uses twice, the first is given.

    Raises:
        UsageError: `published` or `today` is no date, or `published` is after `today`.
    """
    given = Given(_date("published", published), publisher, _date("today", today))
    if given.published and given.today and given.published > given.today:
        raise UsageError(f"published: {published} is after today, {today}; nothing is published in the future")
    return _once(_read(paths, stdin), given)


def count_sources(paths: Sequence[str | os.PathLike[str]]) -> int:
    """How many files, streams and URLs the paths mean; a look at the folders, not into the files."""
    return sum(isinstance(source, Source) for source in expand(paths))


def _date(name: str, value: str | None) -> str | None:
    if value is not None and edtf(value) is None:
        raise UsageError(f"{name}: {value!r} is no date; write 2018-08-07, 2018-08 or 2018")
    return edtf(value) if value else None


def _read(paths: Sequence[str | os.PathLike[str]], stdin: BinaryIO | None) -> Iterator[Draft | ReadProblem]:
    for source in expand(paths):
        if isinstance(source, ReadProblem):
            yield source
            continue
        try:
            with opened(source, stdin) as stream:
                yield from _read_stream(stream, source)
        except OSError as error:
            yield ReadProblem(source.origin, _cannot_open(error))


def _read_stream(stream: BinaryIO, source: Source) -> Iterator[Draft | ReadProblem]:
    head = stream.read(HEAD_BYTES)
    stream.seek(0)
    found = sniff(head, "" if source.url else source.path)
    if isinstance(found, Refusal):
        yield ReadProblem(source.origin, found)
    elif source.url and found in (Format.HTML, Format.TEXT):
        yield from read_html(stream, source.origin, source.url)
    else:
        yield from _READERS[found](stream, source.origin)


def _cannot_open(error: OSError) -> Refusal:
    return Refusal(Reason.MISSING, None, f"cannot be read ({error.strerror or error}); skipped")


def _once(found: Iterator[Draft | ReadProblem], given: Given) -> Iterator[Article | ReadProblem]:
    """Articles of drafts, each article and each id of a file once."""
    first: dict[str, str] = {}
    for draft in found:
        item = finished(draft, given) if isinstance(draft, Draft) else draft
        if isinstance(item, ReadProblem):
            yield item
            continue
        keys = _identities(item)
        earlier = next((key for key in keys if key in first), None)
        if earlier is None:
            first.update(dict.fromkeys(keys, item.origin))
            yield item
        else:
            what = "the same article" if earlier == item.id else f"the id {item.given_id!r}"
            note = f"{what} is already at {first[earlier]}; skipped"
            yield problem(item.origin, Reason.DUPLICATE, note)


def _identities(article: Article) -> tuple[str, ...]:
    """Its hash, and the id that its file gives it: two files may count their rows alike."""
    file = article.origin.rpartition("#")[0]
    return (article.id, f"{file}#{article.given_id}") if article.given_id else (article.id,)
