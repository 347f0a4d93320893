"""docs/formats-records.md shows what the formats write of these events."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from made import OSLO, amount, entry_of, item, lead, stated, visit, written

from sanudo.details import Agreement, Attack, Exercise, Measure, Meeting, Training, Transfer
from sanudo.exchange import FORMATS
from sanudo.records import Basis, Kind, Place

PAGE = (Path(__file__).parents[2] / "docs" / "formats-records.md").read_text(encoding="utf-8")

SIGNED = entry_of(
    "Norway and Iceland signed a five-year pact on training on 3 May 2021.",
    "SUPPORT",
    Kind.AGREEMENT,
    "NOR:Norway ISL:Iceland",
    detail=Agreement(
        instrument=stated("pact"),
        subjects=(stated("training"),),
        stage=stated("signed"),
        duration=amount(5, "years"),
    ),
    when="2021-05-03",
)
SOLD = entry_of(
    "Sweden sold some 24 Archer guns to Norway in 2019, to be delivered by 2021.",
    "COOPERATE",
    Kind.TRANSFER,
    "SWE:Sweden",
    "NOR:Norway",
    detail=Transfer(
        (item("Archer", "self-propelled gun", amount(24, bound="about")),),
        stated("ordered"),
        delivery=stated("", "by 2021"),
    ),
    when="2019",
)
DRILL = entry_of(
    "Norway and Iceland trained together at sea off Oslo in May 2021.",
    "COOPERATE",
    Kind.EXERCISE,
    "NOR:Norway ISL:Iceland",
    detail=Exercise(name=stated("Cold Fjord"), domains=(stated("sea"),)),
    when="2021-05",
    where=OSLO,
)
VISIT = visit(
    detail=Meeting(
        visitors=(lead("Kari Moen", "NOR", "defence minister"),),
        hosts=(lead("Jon Arnason", "ISL", "President"),),
        level=stated("minister"),
    )
)
_COURSE = "Norway trained 40 medics from Iceland in Oslo on 3 May 2021."
COURSE = entry_of(
    _COURSE,
    "AID",
    Kind.TRAINING,
    "NOR:Norway",
    "ISL:Iceland",
    detail=Training(trainees=stated("medics"), number=amount(40)),
    when="2021-05-03",
    where=OSLO,
    basis=(Basis("when", "stated", _COURSE.index("3 May"), _COURSE.index("2021") + 4),),
)
BAN = entry_of(
    "Norway stopped selling arms to Iceland in 2020 over a fishing dispute.",
    "SANCTION",
    Kind.SANCTION,
    "NOR:Norway",
    "ISL:Iceland",
    detail=Measure((stated("arms"),), reason=stated("", "over a fishing dispute")),
    when="2020",
)
RAID = entry_of(
    "Norway and Iceland hit Sweden's port on 3 May 2021, killing at least three.",
    "ASSAULT",
    Kind.ATTACK,
    "NOR:Norway ISL:Iceland",
    "SWE:Sweden",
    detail=Attack(target=stated("port"), dead=amount(3, bound="at_least")),
    when="2021-05-03",
    where=Place("SWE"),
)
RAID = replace(RAID, mention=replace(RAID.mention, id="m1:1"))
EXAMPLES = {
    **{"dcad": SIGNED, "dcad-dyads": SIGNED, "sipri": SOLD, "mme": DRILL, "colt": VISIT, "fmtr": COURSE, "gsdb": BAN},
    **{"event-reports": RAID, "ftm": VISIT, "geojson": DRILL, "graphml": VISIT, "ical": VISIT},
}


def shown(name):
    """The block of the page under the heading of a format."""
    section = PAGE.partition(f"\n## `{name}`")[2].partition("\n## ")[0]
    (block,) = re.findall(r"^```\w*\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
    return block


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_page_shows_what_is_written(name):
    if name in ("ical", "graphml"):
        pytest.importorskip({"ical": "icalendar", "graphml": "networkx"}[name])
    text, _ = written(name, [EXAMPLES[name]])
    assert shown(name) == text.replace("\r\n", "\n")


def test_the_page_has_every_format_of_records():
    assert set(re.findall(r"^## `([\w-]+)`", PAGE, re.MULTILINE)) == set(EXAMPLES)
    assert set(EXAMPLES) <= set(FORMATS)
