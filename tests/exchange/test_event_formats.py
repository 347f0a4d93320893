import json
from dataclasses import replace

import pytest
from made import entry_of
from rows import HEADINGS, ONE, entry_in, file_of, gdelt, icews, polecat, quadruples, read, written

from sanudo.exchange import FORMATS
from sanudo.exchange.gdelt import COLUMNS as GDELT
from sanudo.exchange.gdelt import MENTION_COLUMNS
from sanudo.exchange.icews import COLUMNS as ICEWS
from sanudo.exchange.polecat import COLUMNS as POLECAT
from sanudo.exchange.reading import Fault, guess
from sanudo.records import Kind, Participant, Place, Status

TEXT = "Norway and Iceland signed a defence pact in Oslo, the ministry said."
OSLO = Place("NOR", "Oslo", 3143244, 59.91, 10.75)


def pact(**fields):
    return entry_of(TEXT, "SUPPORT", Kind.AGREEMENT, "NOR:Norway ISL:Iceland", when="2021-05-03", where=OSLO, **fields)


def visit(**fields):
    return entry_of(TEXT, "CONSULT", Kind.VISIT, "NOR:Norway", "ISL:Iceland", when="2021-05-03", **fields)


def cells(name, *entries):
    lines = written(name, entries).splitlines()
    columns = FORMATS[name].columns
    rows = lines if name.startswith("gdelt") else lines[1:]
    return [dict(zip(columns, line.split("\t"), strict=True)) for line in rows]


@pytest.mark.parametrize("name", ONE)
def test_rows_come_back_byte_for_byte(tmp_path, name):
    path = file_of(tmp_path, name)
    rows = read(path)
    assert len(rows) == 2
    assert guess(path) is FORMATS[name]
    assert written(name, rows).encode() == path.read_bytes()


@pytest.mark.parametrize("name", ONE)
def test_what_is_written_is_read_again_and_written_the_same(tmp_path, name):
    """Export, import, export: the second file has the bytes of the first."""
    text = written(name, [pact(), visit(event="e1:2")])
    path = tmp_path / "out.data"
    path.write_text(text, encoding="utf-8", newline="")
    rows = read(path)
    assert not [row for row in rows if isinstance(row, Fault)]
    assert written(name, rows) == text
    assert [row.mention.type for row in rows] == ["SUPPORT", "CONSULT"]
    assert rows[1].mention.actors[0].state == "NOR"
    assert rows[1].mention.recipients[0].state == "ISL"
    assert {row.mention.when for row in rows} == {"2021-05-03"}
    assert rows[0].mention.where.country == "NOR"


def test_the_standard_columns():
    assert (len(POLECAT), len(ICEWS), len(GDELT), len(MENTION_COLUMNS)) == (40, 20, 61, 16)


def test_an_icews_row(tmp_path):
    entry = entry_in(file_of(tmp_path, "icews"))
    mention = entry.mention
    assert (mention.type, mention.mode, mention.kind, mention.status) == (
        "CONSULT",
        "visit",
        Kind.VISIT,
        Status.HAPPENED,
    )
    assert mention.actors == (Participant("NOR", "GOV", "Ministry (Norway)"),)
    assert mention.recipients == (Participant("ISL"),)
    assert mention.where == Place("ISL", "Reykjavik", None, 64.1355, -21.8954)
    assert (mention.evidence, mention.article_id, mention.when) == ((), "", "2014-03-05")
    assert (entry.origin.row_id, entry.origin.code, entry.origin.intensity, entry.origin.line) == ("71", "042", 1.9, 2)


def test_a_statement_has_no_plover_type(tmp_path):
    entry = entry_in(file_of(tmp_path, "icews", icews(CAMEO_Code="10")))
    assert (entry.mention.type, entry.mention.kind, entry.origin.code) == ("REQUEST", Kind.STATEMENT, "10")
    entry = entry_in(file_of(tmp_path, "icews", icews(CAMEO_Code="010")))
    assert (entry.mention.type, entry.mention.kind, entry.origin.code) == ("", Kind.STATEMENT, "010")


def test_a_polecat_row(tmp_path):
    entry = entry_in(file_of(tmp_path, "polecat"))
    assert entry.mention.actors == (Participant("NOR", "MIL"), Participant("SWE"))
    assert entry.mention.contexts == ("military", "intelligence")
    assert (entry.mention.where.geonameid, entry.published, entry.origin.row_id) == (3143244, "2021-05-04", "N-1")


def test_later_polecat_files_call_a_column_otherwise(tmp_path):
    path = tmp_path / "x"
    path.write_text(HEADINGS["polecat"].replace("Intensity", "Event Intensity") + polecat())
    rows = read(path)
    assert rows[0].origin.intensity == 9.5
    assert written("polecat", rows) == path.read_text()


def test_a_gdelt_row(tmp_path):
    entry = entry_in(file_of(tmp_path, "gdelt"))
    assert entry.mention.actors == (Participant("NOR", "MIL"),)
    assert entry.mention.recipients[0].state == "NAT"
    assert (entry.mention.type, entry.mention.contexts) == ("AGREE", ("military",))
    assert (entry.mention.where.country, entry.url) == ("NOR", "https://news.example/1")


def test_a_plover_record(tmp_path):
    first, second = read(file_of(tmp_path, "plover"))
    assert (first.mention.type, first.mention.mode, first.mention.kind) == ("CONSULT", "visit", Kind.VISIT)
    assert (first.mention.actors, first.mention.where.place) == ((Participant("NOR", "MIL"),), "Oslo")
    assert second.mention.actors[0].state == "NSA"


def test_icews_out():
    (row,) = cells("icews", pact())
    assert (row["CAMEO Code"], row["Event Text"], row["Intensity"]) == ("057", "Sign formal agreement", "8")
    assert (row["Source Country"], row["Target Country"], row["City"]) == ("Norway", "Iceland", "Oslo")
    assert (row["Event Date"], row["Publisher"]) == ("2021-05-03", "The Harbour Times")


def test_polecat_out():
    (row,) = cells("polecat", pact(contexts=("military", "diplomatic")))
    assert (row["Event Type"], row["Event Mode"], row["Quad Code"]) == ("SUPPORT", "None", "1")
    assert (row["Actor Country"], row["Actor COW"], row["Recipient Name"]) == ("NOR;ISL", "385;395", "None")
    assert (row["Contexts"], row["GeoNames ID"], row["Publication Date"]) == (
        "military;diplomatic",
        "3143244",
        "2021-05-10",
    )


def test_gdelt_out():
    (row,) = cells("gdelt", visit(where=OSLO))
    assert (row["SQLDATE"], row["EventCode"], row["EventRootCode"], row["QuadClass"]) == ("20210503", "042", "04", "1")
    assert (row["Actor1Code"], row["Actor2CountryCode"], row["ActionGeo_CountryCode"]) == ("NOR", "ISL", "NO")
    assert int(row["GLOBALEVENTID"]) < 2**53


def test_gdelt_mentions_name_the_first_row_of_their_event():
    entry = visit()
    (event,), (mention,) = cells("gdelt", entry), cells("gdelt-mentions", entry)
    assert mention["GLOBALEVENTID"] == event["GLOBALEVENTID"]
    assert (mention["MentionIdentifier"], mention["Confidence"]) == ("https://news.example/1", "90")
    assert mention["Actor1CharOffset"] == str(TEXT.index("Norway"))


def test_parties_are_paired_in_formats_of_pairs():
    text = "Norway, Sweden and Finland drilled."
    drill = entry_of(text, "COOPERATE", Kind.EXERCISE, "NOR:Norway SWE:Sweden FIN:Finland", when="2021-05-03")
    rows = cells("cameo", drill)
    assert [(row["source"], row["target"], row["code"]) for row in rows] == [
        *[("NOR", "SWE", "062"), ("NOR", "FIN", "062"), ("SWE", "FIN", "062")]
    ]
    assert len({row["GLOBALEVENTID"] for row in cells("gdelt", drill)}) == 3


def test_an_event_without_a_date_lies_on_the_day_of_its_report():
    (row,) = cells("icews", replace(visit(), mention=replace(visit().mention, when=None)))
    assert row["Event Date"] == "2021-05-10"


def test_plover_out():
    record = json.loads(written("plover", [visit(mode="visit", contexts=("military",))]))
    assert (
        record.items()
        >= {"date": "2021-05-03", "event": ["CONSULT"], "mode": ["visit"], "context": ["military"]}.items()
    )
    assert record["actor"] == [{"code": "NOR", "entity_text": "Norway"}]
    assert (record["quad_code"], record["event_scale"]) == (1, 2.5)


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("icews", "a\tb\n", "2 cells instead of 20"),
        ("icews", icews(CAMEO_Code="999"), "'999' is no CAMEO code"),
        ("icews", icews(Event_Date="2014-02-30"), "'2014-02-30' is no date"),
        ("icews", icews(Latitude="north"), "Latitude is 'north', which is no number"),
        ("polecat", polecat(Event_Type="FIGHT"), "'FIGHT' is no PLOVER type"),
        ("polecat", polecat(GeoNames_ID="1.5"), "GeoNames ID is '1.5', which is no whole number"),
        ("gdelt", gdelt(SQLDATE="2021"), "'2021' is no date"),
        ("gdelt", gdelt(GoldsteinScale="nan"), "GoldsteinScale is 'nan', which is no number"),
        ("plover", "[]\n", "not a JSON object"),
        ("plover", '{"date": "2021-05-03", "actor": [{"code": "NOR"}]}\n', '"event" is missing or empty'),
        ("plover", '{"event": ["AID"], "actor": [{"code": "NOR"}]}\n', '"date" is missing or no text'),
        ("plover", '{"event": ["AID"], "date": "2021-05-03", "actor": "NOR"}\n', '"actor" is no list of objects'),
    ],
)
def test_a_row_that_cannot_be_taken_says_why_and_the_rest_goes_on(tmp_path, name, text, reason):
    rows = read(file_of(tmp_path, name, text + ONE[name]), name)
    first = 2 if name in HEADINGS else 1
    assert rows[0] == Fault(f"{name}.data", first, reason)
    assert rows[1].origin.line == first + 1


@pytest.mark.parametrize("name", ONE)
@pytest.mark.parametrize(
    "line", [b"\xff\xfe\n", b"\t" * 70 + b"\n", b"x" * 200_000 + b"\n", b"[" * 100_000 + b"\n", b"\x00\n"]
)
def test_strange_lines_are_faults(tmp_path, name, line):
    path = file_of(tmp_path, name, ONE[name])
    path.write_bytes(path.read_bytes() + line)
    _, fault = read(path, name)
    assert isinstance(fault, Fault)


def test_the_same_row_again_has_an_id_of_its_own(tmp_path):
    rows = read(file_of(tmp_path, "icews", icews() * 2))
    again = read(file_of(tmp_path, "icews", icews() * 3))
    assert len({row.mention.id for row in rows}) == 2
    assert [row.mention.id for row in again[:2]] == [row.mention.id for row in rows]


def test_quadruples(tmp_path):
    path = quadruples(tmp_path / "icews14") / "train.txt"
    fight, said, again = read(path)
    assert (fight.mention.type, fight.mention.mode, fight.mention.when) == ("ASSAULT", "firearms", "2014-01-01")
    assert fight.mention.actors == (Participant("NOR"),)
    assert fight.mention.recipients == (Participant("ISL", "CVL", "Citizen (Iceland)"),)
    assert (said.mention.type, said.origin.code, said.mention.when) == ("", "010", "2014-01-02")
    assert fight.mention.id != again.mention.id


def test_numbers_that_stand_for_nothing_are_faults(tmp_path):
    folder = quadruples(tmp_path / "icews14")
    (folder / "train.txt").write_text("9\t0\t0\t0\n0\t9\t0\t0\n0\t0\n0\t0\t0\t999999999\n")
    assert [row.reason for row in read(folder / "train.txt", "quadruples")] == [
        "entity2id.txt has no number 9",
        "relation2id.txt has no number 9 that is a CAMEO code",
        "not four or five whole numbers with tabs between them",
        "999999999 is no day after 2014-01-01",
    ]


def test_what_is_not_plain_is_not_guessed(tmp_path):
    path = tmp_path / "x"
    path.write_text("1\t2\t3\t4\n")
    assert guess(path) is None
