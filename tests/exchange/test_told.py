"""What formats of records ask of an entry, and that no entry breaks a format."""

import csv
import io
import json
from dataclasses import replace

import pytest
from made import amount, entry_of, item, lead, stated, visit, written

from sanudo import details
from sanudo.exchange import FORMATS, told
from sanudo.exchange.told import Day
from sanudo.records import Kind, Origin, Participant, Place, Status, WhenBasis

DAY = Day(2021, 5, 3)


@pytest.mark.parametrize(
    ("when", "basis", "first", "last"),
    [
        ("2021-05-03", WhenBasis.RELATIVE, DAY, DAY),
        ("2021-05", WhenBasis.STATED, Day(2021, 5), Day(2021, 5)),
        ("2021~", WhenBasis.STATED, Day(2021), Day(2021)),
        ("202X", WhenBasis.STATED, Day(), Day()),
        ("2021-24", WhenBasis.STATED, Day(), Day()),
        ("2021-05-03/2021-05-05", WhenBasis.STATED, DAY, Day(2021, 5, 5)),
        ("2021-05-03/2021-05-05", WhenBasis.RELATIVE, Day(2021, 5), Day(2021, 5)),
        ("2019/2021", WhenBasis.STATED, Day(2019), Day(2021)),
        ("2021-01/2021-03", WhenBasis.STATED, Day(2021), Day(2021)),
        ("2021-05-03/..", WhenBasis.STATED, DAY, Day()),
        ("../2021-05-03", WhenBasis.STATED, Day(), Day()),
        ("some day", None, Day(), Day()),
        (None, None, Day(), Day()),
    ],
)
def test_days_are_told_as_far_as_they_are_known(when, basis, first, last):
    assert told.first_last(visit(when=when, when_basis=basis).mention) == (first, last)


def test_words_about_a_thing_are_not_the_thing():
    assert told.not_done(visit()) is None
    promised = entry_of("Norway will visit Iceland.", "AGREE", Kind.VISIT, "NOR:Norway", "ISL:Iceland")
    assert told.not_done(promised) == "words about such a thing (AGREE), not the thing"
    assert told.not_done(promised, staged=True) is None
    assert told.not_done(visit(status=Status.DENIED)) == "told as denied, not as having taken place"


def test_a_headline_names_both_sides():
    assert told.headline(visit()) == "Norway > Iceland: visit (CONSULT), happened"
    rebels = replace(
        visit().mention, actors=(Participant("NSA", name="Free Fjord"), Participant("NSA", name="Ice Men"))
    )
    assert told.headline(replace(visit(), mention=rebels)) == "Free Fjord, Ice Men > Iceland: visit (CONSULT), happened"


_WORDS = "=cmd|'x'!A1 \x00\x1b \u202e,;\r\nBEGIN:VEVENT \U0001f600 <b>&\"' " + "long" * 5000
_ODD = stated(_WORDS)
_NUMBER = amount(float("inf"), "years", "about", float("nan"))
_ITEM = item(_WORDS, _WORDS, _NUMBER)
_LEAD = lead(_WORDS, "NOR", _WORDS, _WORDS)
_RECORDS = [
    details.Agreement(
        subjects=(stated("defence"), _ODD), stage=stated("signed"), duration=_NUMBER, signatories=(_LEAD,)
    ),
    details.Committee(body=_ODD, session=_NUMBER, leads=(_LEAD,)),
    details.Meeting(visitors=(_LEAD,), hosts=(_LEAD,), outcome=_ODD),
    details.Exercise(name=_ODD, focus=(_ODD,), size=(_NUMBER,)),
    details.Transfer((_ITEM,), stated("delivered"), _NUMBER, _ODD),
    details.Training(_ODD, _NUMBER, (_ODD,), _ODD),
    details.Measure((_ODD,), _NUMBER, reason=_ODD),
    details.Attack((_ITEM,), _ODD, _NUMBER, _NUMBER),
    details.Statement(_LEAD, quotation=_ODD),
    None,
]
_DATES = ["9999-12-31", "0001-01-01", "../2020", "20XX", "2020-13-45", "", None, "2021-05-03/2021-05-05"]


@pytest.mark.parametrize("name", [form.name for form in FORMATS.values() if not form.write_folder])
def test_no_entry_breaks_a_format(name):
    if name in ("ical", "graphml"):
        pytest.importorskip({"ical": "icalendar", "graphml": "networkx"}[name])
    base = visit()
    entries = []
    for number, detail in enumerate(_RECORDS):
        for when in _DATES:
            mention = replace(base.mention, detail=detail, when=when, where=Place("ISL", _WORDS, None, 64.0, -21.0))
            entries.append(replace(base, event_id=f"e1:{number}{when}", mention=mention, publisher=_WORDS, url=_WORDS))
    bare = replace(
        base.mention, article_id="", evidence=(), actors=(Participant("", name=_WORDS),), type="", recipients=()
    )
    row = Origin("icews", "file", 1, "raw\n")
    entries.append(replace(base, event_id="m", mention=bare, publisher=None, published=None, url=None, origin=row))
    text, losses = written(name, entries)
    assert text.encode()
    assert losses.written + sum(losses.left_out.values()) >= len(entries)
    if FORMATS[name].suffix == "csv":
        cells = [cell for line in csv.reader(io.StringIO(text)) for cell in line]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "@")) or "\n" in cell or "\x00" in cell]
    elif FORMATS[name].suffix == "jsonl":
        assert all(json.loads(line) for line in text.splitlines())
    elif FORMATS[name].suffix == "ics":
        assert text.count("\r\nBEGIN:VEVENT\r\n") == losses.written
