"""The values of records in what is exported."""

import csv
import json

import ledger_help
import pytest
from build import article_of, mention_of

import sanudo
from sanudo.details import Agreement, Amount, Stated
from sanudo.records import Kind

RECORD = Agreement(
    instrument=Stated("pact", "pact", 28, 32), duration=Amount(5.0, "years", "exact", "five-year", 18, 27)
)


@pytest.fixture
def ledger(tmp_path):
    article = article_of("Norway signed a five-year pact with Iceland.")
    signed = mention_of(article, "SUPPORT", "NOR:Norway ISL:Iceland", kind=Kind.AGREEMENT, detail=RECORD)
    met = mention_of(article, "CONSULT", "NOR:Norway ISL:Iceland")
    path = ledger_help.write(tmp_path / "x.sanudo", (article, signed, met))
    with sanudo.open(path) as ledger:
        yield ledger


def records_in(path, what):
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as lines:
            return {row["type"]: row["detail"] for row in csv.DictReader(lines)}
    rows = pytest.importorskip("pyarrow.parquet").read_table(path).to_pylist()
    return {row["type"]: row["detail"] for row in rows}


@pytest.mark.parametrize("what", ["events", "mentions"])
@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_tables_hold_the_values_of_records_with_their_words(ledger, tmp_path, what, form):
    path = tmp_path / f"out.{form}"
    ledger.export(path, form, what)
    record = json.loads(records_in(path, what)["SUPPORT"])
    assert record["instrument"]["value"] == "pact"
    assert (record["duration"]["value"], record["duration"]["unit"], record["duration"]["text"]) == (
        5.0,
        "years",
        "five-year",
    )
    assert records_in(path, what)["CONSULT"] in ("", "null", "{}", None)
