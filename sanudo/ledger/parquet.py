"""Parquet files with typed, nested columns: the wire form, with `detail` as JSON text since its fields vary."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import IO, Any

import pyarrow as pa
from pyarrow.parquet import ParquetWriter

from sanudo.serial import canonical

_BATCH = 10_000  # records in memory at a time, and in one row group


def write(stream: IO[bytes], what: str, records: Iterator[dict[str, Any]]) -> int:
    """Write wire records of events, mentions or articles, and say how many there were."""
    number, schema = 0, schema_of(what)
    with ParquetWriter(stream, schema) as writer:
        while batch := [_typed(record) for record in islice(records, _BATCH)]:
            writer.write_table(pa.Table.from_pylist(batch, schema=schema))
            number += len(batch)
    return number


def schema_of(what: str) -> pa.Schema:
    """The columns of events, mentions or articles."""
    text, number, real, truth = pa.string(), pa.int64(), pa.float64(), pa.bool_()
    texts, span = pa.list_(text), pa.list_(number)

    def struct(**types: pa.DataType) -> pa.DataType:
        return pa.struct(list(types.items()))

    def strings(*names: str) -> dict[str, pa.DataType]:
        return dict.fromkeys(names, text)

    party = struct(**strings("state", "sector", "name", "office", "rank", "text"), span=span)
    told = {
        **strings("publisher", "published", "url", "type", "mode"),
        "contexts": texts,
        "kind": text,
        "actors": pa.list_(party),
        "recipients": pa.list_(party),
        "symmetric": truth,
        **strings("when", "when_basis"),
        "where": struct(**strings("country", "place"), geonameid=number, lat=real, lon=real),
        "status": text,
        "attribution": struct(**strings("text", "cue"), span=span, states=texts, name=text, through=texts),
        "detail": text,
        "confidence": real,
        "evidence": pa.list_(
            struct(article_id=text, start=number, end=number, text=text, source_start=number, source_end=number)
        ),
        **strings("coder", "model"),
    }
    segment = struct(start=number, end=number, source_start=number, source_end=number)
    origin = struct(**strings("format", "file", "raw", "header", "row_id", "code"), line=number, intensity=real)
    side = struct(value=text, mention_ids=texts, article_ids=texts, sources=number)
    agreed = {
        "sources": number,
        "support": pa.list_(struct(field=text, mention_ids=texts, sources=number)),
        "disputes": pa.list_(struct(field=text, sides=pa.list_(side), mode=text, modal_confidence=real, dscore=number)),
        "judged": texts,
    }
    events = {"id": text, "mention_ids": texts, "article_ids": texts, **told, **agreed, "origin": origin}
    columns: dict[str, dict[str, pa.DataType]] = {
        **dict.fromkeys(("events", "imported", "known"), events),
        "mentions": {**strings("id", "event_id", "article_id"), **told},
        "articles": {
            **strings("id", "title", "publisher", "author", "published", "published_basis", "url", "language"),
            **strings("origin", "media_type", "given_id", "text"),
            "segments": pa.list_(segment),
            "refusals": pa.list_(struct(**strings("reason", "field", "note"))),
        },
    }
    return pa.schema(list(columns[what].items()))


def _typed(record: dict[str, Any]) -> dict[str, Any]:
    return {**record, "detail": canonical(record["detail"])} if "detail" in record else record
