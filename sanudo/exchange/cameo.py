"""Events as CAMEO codes with Goldstein values: the plain table of dyadic studies, one row for each pair of parties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO

from sanudo.cameo_codes import Cameo, quad
from sanudo.exchange.forms import Format, Losses
from sanudo.exchange.parties import cameo_actor
from sanudo.exchange.sheets import Out, coded, lose_shared, number, pairs, rows_of
from sanudo.records import Entry

NAME = "cameo"
COLUMNS = ("event_id", "date", "source", "target", "code", "root", "quad", "goldstein", "description")


def write(entries: Iterable[Entry], stream: IO[str]) -> Losses:
    """Write one row for each pair of source and target."""
    return rows_of(entries, Out(stream, NAME, COLUMNS), Losses(), _rows)


def _rows(entry: Entry, losses: Losses) -> Iterable[Iterable[str]] | str:
    found = coded(entry)
    if isinstance(found, str):
        return found
    mention, (code, when) = entry.mention, found
    lose_shared(entry, losses)
    losses.lose(mode=mention.mode, contexts=mention.contexts, place=mention.where, url=entry.url)
    return _paired(entry, when.isoformat(), code)


def _paired(entry: Entry, when: str, code: Cameo) -> Iterator[list[str]]:
    for source, target, _ in pairs(entry.mention):
        sides = (cameo_actor(party) if party else "" for party in (source, target))
        described = (code.code, code.code[:2], str(quad(code.code)), number(code.goldstein), code.name)
        yield [entry.event_id, when, *sides, *described]


FORMAT = Format(NAME, "CAMEO codes, quad classes and Goldstein values of each pair", "tsv", write, columns=COLUMNS)
