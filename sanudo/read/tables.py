"""CSV, TSV and Parquet: a row an article."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO, TextIO

import pyarrow as pa
import pyarrow.parquet as pq

from sanudo.read.article import Draft, problem
from sanudo.read.decode import stream_encoding
from sanudo.read.rows import DELIMITERS, TEXT_COLUMNS, has_text, header_names, known_columns, row_draft, row_values
from sanudo.read.text import MAX_ARTICLE_CHARS
from sanudo.records import ReadProblem, Reason, Refusal

if TYPE_CHECKING:
    import _csv

# Rows are whole articles: this many fit in memory many times over, whatever their length.
BATCH_ROWS = 64
_PARQUET = "application/vnd.apache.parquet"


def read_csv(stream: BinaryIO, origin: str) -> Iterator[Draft | ReadProblem]:
    """An article a row; a row that does not fit the header is a problem with its line."""
    encoding = stream_encoding(stream)
    if isinstance(encoding, Refusal):
        yield ReadProblem(origin, encoding)
        return
    # The limit is the library's, for the whole process; it is only ever raised.
    csv.field_size_limit(max(csv.field_size_limit(), MAX_ARTICLE_CHARS))
    lines = io.TextIOWrapper(stream, encoding, errors="replace", newline="")
    try:
        yield from _csv_drafts(lines, origin)
    finally:
        lines.detach()


def read_parquet(stream: BinaryIO, origin: str) -> Iterator[Draft | ReadProblem]:
    """An article a row, from the columns that are known; a damaged file gives the rows before the damage."""
    for number, values in enumerate(_parquet_rows(stream), start=1):
        if isinstance(values, Refusal):
            yield ReadProblem(origin, values)
        else:
            yield row_draft(values, f"{origin}#item {number}", values, _PARQUET)


def _csv_drafts(lines: TextIO, origin: str) -> Iterator[Draft | ReadProblem]:
    header = lines.readline()
    delimiter = max(DELIMITERS, key=header.count)
    names = header_names(header, delimiter)
    if has_text(known_columns(names)):
        yield from _csv_rows(csv.reader(lines, delimiter=delimiter, strict=True), names, origin)
    else:
        yield ReadProblem(origin, _no_text_column(names))


def _csv_rows(rows: _csv.Reader, names: Sequence[str], origin: str) -> Iterator[Draft | ReadProblem]:
    columns = known_columns(names)
    while True:
        where = f"{origin}#line {rows.line_num + 2}"
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield ReadProblem(where, _broken(error))
            continue
        if len(row) == len(names):
            values = row_values(dict(zip(names, row, strict=True)), columns)
            yield row_draft(values, where, values, "text/csv")
        elif row:
            note = f"a header of {len(names)} columns, and {len(row)} in this row; skipped"
            yield problem(where, Reason.BAD_FORMAT, note)


def _parquet_rows(stream: BinaryIO) -> Iterator[dict[str, Any] | Refusal]:
    number = 0
    try:
        file = pq.ParquetFile(stream)
        columns = known_columns(file.schema_arrow.names)
        if not has_text(columns):
            yield _no_text_column(file.schema_arrow.names)
            return
        wanted = [name for names in columns.values() for name in names]
        for batch in file.iter_batches(batch_size=BATCH_ROWS, columns=wanted):
            for row in _microseconds(batch).to_pylist():
                number += 1
                yield row_values(row, columns)
    except (pa.ArrowException, OSError) as error:
        kept = f"the {number} rows before are kept" if number else "skipped"
        yield Refusal(Reason.BAD_FORMAT, None, f"broken or truncated Parquet ({_first_line(error)}); {kept}")


def _microseconds(batch: pa.RecordBatch) -> pa.RecordBatch:
    """A batch whose times fit Python's, which have no nanoseconds."""
    fields = [
        pa.field(f.name, pa.timestamp("us", f.type.tz)) if pa.types.is_timestamp(f.type) else f for f in batch.schema
    ]
    return batch.cast(pa.schema(fields), safe=False)


def _no_text_column(names: Sequence[str]) -> Refusal:
    found = ", ".join(names[:12]) or "none"
    return Refusal(
        Reason.BAD_FORMAT, None, f"no column with text ({', '.join(TEXT_COLUMNS)}); its columns: {found[:200]}; skipped"
    )


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [""])[0][:120]


def _broken(error: csv.Error) -> Refusal:
    """Why a row is not read; the library names the long ones by its own limit alone."""
    if "field limit" in str(error):
        return Refusal(Reason.TOO_LONG, None, f"a field of more than {MAX_ARTICLE_CHARS:,} characters; skipped")
    return Refusal(Reason.BAD_FORMAT, None, f"broken CSV ({error}); skipped, reading goes on with the next line")
