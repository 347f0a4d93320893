import csv
import gc
import io
import json
import os
import sys

import pyarrow.parquet as pq
import pytest
from build import article_of, mention_of

from sanudo.details import Amount, Exercise, Stated
from sanudo.errors import LedgerError, UsageError
from sanudo.records import Article, Attribution, Kind, Place, PublishedBasis, Reason, Refusal, Segment
from sanudo.serial import canonical, event_to_wire, plain, unpack

WIRE = article_of(
    'Accra, "Lomé" and\nCotonou trained together, the army said.',
    published="2018-08-07",
    published_basis=PublishedBasis.DATELINE,
    publisher='=HYPERLINK("http://example.org")',
    url="https://example.org/1",
    segments=(Segment(0, 5, 10, 15),),
    refusals=(Refusal(Reason.NOT_STATED, "author"),),
)
DRILL = mention_of(
    WIRE,
    "COOPERATE",
    "GHA:Accra TGO:Lomé BEN:Cotonou",
    kind=Kind.EXERCISE,
    detail=Exercise(name=Stated("Étoile", "Étoile", 0, 5), size=(Amount(2.0, "states", "exact", "two", 1, 4),)),
    where=Place("GHA", "Accra", 2306104, 5.55, -0.19),
    attribution=Attribution("the army", "said", 44, 52),
    contexts=("military",),
    when="2018-08",
)
POST = article_of("-Lagos thanked Accra.", published="2018-08-09")
THANKS = mention_of(POST, "SUPPORT", "NGA:Lagos", "GHA:Accra")


@pytest.fixture
def full(ledger, add):
    add((WIRE, DRILL), (POST, THANKS))
    return ledger


def read_jsonl(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n")[:-1]]


def read_csv(path):
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_json_lines_hold_the_wire_form_with_ids_and_source(full, tmp_path):
    target = tmp_path / "events.jsonl"
    assert full.export(target) == 2
    first, _ = full.events()
    drill, thanks = read_jsonl(target)
    assert drill == {
        "origin": None,
        **json.loads(json.dumps(event_to_wire(DRILL))),
        "evidence": [plain(evidence) for evidence in DRILL.evidence],
        "id": first.id,
        "mention_ids": [DRILL.id],
        "article_ids": [WIRE.id],
        "publisher": WIRE.publisher,
        "published": "2018-08-07",
        "url": WIRE.url,
        "sources": 1,
        "support": [],
        "disputes": [],
        "judged": [],
    }
    assert thanks["publisher"] is None
    assert target.read_bytes().splitlines()[0] == canonical(drill).encode()


def test_mentions_and_articles_as_json_lines(full, tmp_path):
    assert full.export(tmp_path / "m.jsonl", "jsonl", "mentions") == 2
    mention = read_jsonl(tmp_path / "m.jsonl")[0]
    assert (mention["id"], mention["event_id"], mention["article_id"]) == (DRILL.id, full.events()[0].id, WIRE.id)
    assert full.export(tmp_path / "a.jsonl", "jsonl", "articles") == 2
    lines = (tmp_path / "a.jsonl").read_text(encoding="utf-8").splitlines()
    assert [unpack(Article, line) for line in lines] == [WIRE, POST]


def test_csv_is_flat_and_runs_nothing_in_a_spreadsheet(full, tmp_path):
    assert full.export(tmp_path / "events.csv", "csv") == 2
    drill, thanks = read_csv(tmp_path / "events.csv")
    assert drill["publisher"] == "'" + WIRE.publisher
    assert drill["actors"] == "GHA;TGO;BEN"
    assert drill["evidence"] == WIRE.text
    assert (drill["symmetric"], drill["lon"], drill["mode"]) == ("true", "-0.19", "")
    assert thanks["evidence"] == "'-Lagos thanked Accra."


@pytest.mark.parametrize("start", list("=+-@\t\r"))
def test_no_cell_begins_like_a_formula(ledger, add, tmp_path, start):
    add((article_of(f"{start}Lagos", title=f"{start}1+1"),))
    ledger.export(tmp_path / "a.csv", "csv", "articles")
    (row,) = read_csv(tmp_path / "a.csv")
    assert row["title"] == f"'{start}1+1"
    assert row["text"] == f"'{start}Lagos"


def test_parquet_has_typed_nested_columns(full, tmp_path):
    assert full.export(tmp_path / "events.parquet", "parquet") == 2
    table = pq.read_table(tmp_path / "events.parquet")
    assert str(table.schema.field("confidence").type) == "double"
    assert str(table.schema.field("mention_ids").type) == "list<element: string>"
    drill = table.to_pylist()[0]
    assert json.loads(drill.pop("detail")) == event_to_wire(DRILL)["detail"]
    wire = {key: value for key, value in event_to_wire(DRILL).items() if key != "detail"}
    wire["evidence"] = [plain(evidence) for evidence in DRILL.evidence]
    assert {key: drill[key] for key in wire} == wire
    assert drill["article_ids"] == [WIRE.id]


def test_parquet_of_mentions_and_articles(full, tmp_path):
    for what, wanted in (("mentions", [DRILL.id, THANKS.id]), ("articles", [WIRE.id, POST.id])):
        full.export(tmp_path / "x.parquet", "parquet", what)
        table = pq.read_table(tmp_path / "x.parquet")
        assert table.column("id").to_pylist() == wanted
    article = table.to_pylist()[0]
    assert article["segments"] == [{"start": 0, "end": 5, "source_start": 10, "source_end": 15}]
    assert article["refusals"] == [{"reason": "not_stated", "field": "author", "note": ""}]
    assert article["published_basis"] == "dateline"


@pytest.mark.parametrize("format", ["jsonl", "csv", "parquet"])
@pytest.mark.parametrize("what", ["events", "mentions", "articles"])
def test_an_export_of_nothing_can_be_read(ledger, tmp_path, format, what):
    target = tmp_path / "x"
    assert ledger.export(target, format, what) == 0
    if format == "jsonl":
        assert target.read_bytes() == b""
    elif format == "csv":
        assert read_csv(target) == []
        assert target.read_text(encoding="utf-8").startswith("id,")
    else:
        assert pq.read_table(target).num_rows == 0


def test_exports_take_filters(full, tmp_path):
    assert full.export(tmp_path / "x.jsonl", state="NGA") == 1
    assert full.export(tmp_path / "x.jsonl", what="articles", since="2018-08-08") == 1
    assert full.export(tmp_path / "x.jsonl", what="mentions", limit=1) == 1


@pytest.mark.parametrize("format", ["jsonl", "csv", "parquet"])
def test_streams_get_what_files_get_and_stay_open(full, tmp_path, format):
    full.export(tmp_path / "x", format)
    stream = io.BytesIO()
    assert full.export(stream, format) == 2
    assert stream.getvalue() == (tmp_path / "x").read_bytes()
    text = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
    assert full.export(text, format) == 2
    text.flush()
    assert text.buffer.getvalue() == (tmp_path / "x").read_bytes()


def test_a_stream_of_text_takes_no_parquet(full):
    stream = io.StringIO()
    assert full.export(stream) == 2
    with pytest.raises(UsageError, match="Parquet is no text"):
        full.export(stream, "parquet")


def test_a_file_is_replaced_whole_or_stays(full, tmp_path, monkeypatch):
    target = tmp_path / "x.jsonl"
    target.write_text("before")

    def broken(_):
        raise OSError(28, os.strerror(28))

    with monkeypatch.context() as patch:
        patch.setattr("sanudo.ledger.export.canonical", broken)
        with pytest.raises(LedgerError, match=r"x\.jsonl: the disk is full"):
            full.export(target)
    assert target.read_text() == "before"
    assert [path.name for path in tmp_path.glob(".*")] == []
    full.export(target)
    assert len(read_jsonl(target)) == 2


def test_a_reader_that_goes_away_leaves_nothing_open(full, monkeypatch):
    class Gone(io.RawIOBase):
        def writable(self):
            return True

        def write(self, _):
            raise BrokenPipeError

    unraised = []
    monkeypatch.setattr(sys, "unraisablehook", unraised.append)
    with pytest.raises(BrokenPipeError), full:
        full.export(Gone())
    gc.collect()
    assert unraised == []


def test_what_cannot_be_exported_says_why(full, tmp_path):
    with pytest.raises(UsageError, match="there is no format 'xlsx'; there are jsonl, csv, parquet"):
        full.export(tmp_path / "x", "xlsx")
    with pytest.raises(
        UsageError, match="there are no 'runs' in a ledger; there are events, imported, known, mentions, articles"
    ):
        full.export(tmp_path / "x", what="runs")
    with pytest.raises(UsageError, match="it is no file"):
        full.export(tmp_path)
    with pytest.raises(LedgerError, match="cannot open or write"):
        full.export(tmp_path / "nowhere" / "x")
    assert list(tmp_path.glob("x")) == []
