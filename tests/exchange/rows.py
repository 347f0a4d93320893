"""Rows of other data sets, all made up, and ledgers that hold them."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

from sanudo.exchange import FORMATS
from sanudo.exchange.gdelt import COLUMNS as GDELT
from sanudo.exchange.icews import COLUMNS as ICEWS
from sanudo.exchange.polecat import COLUMNS as POLECAT
from sanudo.exchange.reading import Fault, guess, read_file
from sanudo.records import Entry


def row(columns: tuple[str, ...], empty: str = "", **cells: str) -> str:
    """A row of these columns; a name is written with _ for each blank."""
    told = {name.replace("_", " "): value for name, value in cells.items()} | cells
    return "\t".join(told.get(name, empty) for name in columns) + "\n"


def icews(**cells: str) -> str:
    base = {
        **{
            "Event_ID": "71",
            "Event_Date": "2014-03-05",
            "Source_Name": "Ministry (Norway)",
            "Source_Country": "Norway",
        },
        **{"Event_Text": "Make a visit", "CAMEO_Code": "042", "Intensity": "1.9", "Target_Name": "Iceland"},
        **{"Target_Country": "Iceland", "City": "Reykjavik", "Country": "Iceland", "Latitude": "64.1355"},
        **{"Longitude": "-21.8954", "Publisher": "The Harbour Times", "Story_ID": "5", "Sentence_Number": "2"},
    }
    return row(ICEWS, **{**base, **cells})


def polecat(**cells: str) -> str:
    base = {
        **{
            "Event_ID": "N-1",
            "Event_Date": "2021-05-03",
            "Event_Type": "COOPERATE",
            "Intensity": "9.5",
            "Quad_Code": "2",
        },
        **{"Contexts": "military;intelligence", "Actor_Name": "Norway;Sweden", "Actor_Country": "NOR;SWE"},
        **{"Primary_Actor_Sector": "MIL;None", "Recipient_Name": "Finland", "Recipient_Country": "FIN"},
        **{"City": "Oslo", "Country": "NOR", "Latitude": "59.9", "Longitude": "10.7", "GeoNames_ID": "3143244"},
        **{"Source": "The Harbour Times", "Publication_Date": "2021-05-04"},
    }
    return row(POLECAT, "None", **{**base, **cells})


def gdelt(**cells: str) -> str:
    base = {
        **{
            "GLOBALEVENTID": "1001",
            "SQLDATE": "20210503",
            "MonthYear": "202105",
            "Year": "2021",
            "FractionDate": "2021.3370",
        },
        **{"Actor1Code": "NORMIL", "Actor1Name": "NORWAY", "Actor1CountryCode": "NOR", "Actor1Type1Code": "MIL"},
        **{"Actor2Code": "IGOWSTNAT", "Actor2Name": "NATO", "Actor2KnownGroupCode": "NAT", "IsRootEvent": "1"},
        **{
            "EventCode": "0312",
            "EventBaseCode": "031",
            "EventRootCode": "03",
            "QuadClass": "1",
            "GoldsteinScale": "5.2",
        },
        **{"ActionGeo_Type": "4", "ActionGeo_FullName": "Oslo, Oslo, Norway", "ActionGeo_CountryCode": "NO"},
        **{"ActionGeo_Lat": "59.9", "ActionGeo_Long": "10.7", "DATEADDED": "20210504101500"},
        **{"SOURCEURL": "https://news.example/1"},
    }
    return row(GDELT, **{**base, **cells})


PLOVER = (
    '{"id":"p-1", "date":"2021-05-03","actor":[{"code":"NOR","sector":"MIL"}],"recipient":[{"code":"ISL"}],'
    '"event":["CONSULT"],"mode":["visit"],"context":["military"],"event_loc":{"resolved_place":"Oslo","country_code":"NOR"}}\n'
)
HEADINGS = {"icews": "\t".join(ICEWS) + "\n", "polecat": "\t".join(POLECAT) + "\n"}
ONE = {"icews": icews(), "polecat": polecat(), "gdelt": gdelt(), "plover": PLOVER}
MORE = {
    "icews": icews(Event_ID="72", CAMEO_Code="010", Target_Name="", Target_Country=""),
    "polecat": polecat(Event_ID="N-2", Event_Mode="visit", Event_Type="CONSULT"),
    "gdelt": gdelt(GLOBALEVENTID="1002", EventCode="190"),
    "plover": '{ "event": ["ASSAULT"], "actor": [{"code": "NSA", "entity_text": "Fjord Front"}], "date": "2021-05-04" }\r\n',
}


def file_of(folder: Path, name: str, text: str = "") -> Path:
    """A file of a format, with two rows or the text given, without the last line end."""
    path = folder / f"{name}.data"
    path.write_text(
        HEADINGS.get(name, "") + (text or ONE[name] + MORE[name].rstrip("\n")), encoding="utf-8", newline=""
    )
    return path


def quadruples(folder: Path) -> Path:
    """A small data set in the form of ICEWS14."""
    folder.mkdir()
    names = ["Norway", "Citizen_(Iceland)", "Astrid_Lund"]
    (folder / "entity2id.txt").write_text("".join(f"{name}\t{at}\n" for at, name in enumerate(names)))
    (folder / "relation2id.txt").write_text("Make_statement\t0\nfight_with_small_arms_and_light_weapons\t1\n")
    (folder / "train.txt").write_bytes(b"0\t1\t1\t0\t-1\r\n2\t0\t0\t24\t-1\r\n0\t1\t1\t0\t-1\r\n")
    (folder / "test.txt").write_bytes(b"1\t0\t0\t744\t-1")
    return folder


def read(path: Path, name: str = "") -> list[Entry | Fault]:
    form = FORMATS[name] if name else guess(path)
    assert form is not None
    assert form.reader is not None
    return list(read_file(path, form, form.reader(path, None), path.name))


def entry_in(path: Path, name: str = "") -> Entry:
    first = read(path, name)[0]
    assert isinstance(first, Entry)
    return first


def written(name: str, entries: Iterable[Entry | Fault]) -> str:
    stream = io.StringIO(newline="")
    FORMATS[name].write([entry for entry in entries if isinstance(entry, Entry)], stream)
    return stream.getvalue()
