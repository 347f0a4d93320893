"""Places: which one a name stands for, and in which country an event took place.

Toponyms: the names that LGL marks and gives a point, each resolved with its article and the other marked names as context;
right if what comes first lies within 161 km (100 miles) of that point, and is not refused. Documents are split in halves by
a hash of their ids; weights were tried on the first half, and the second is measured. Given once over all of them, and once
over those that have a sense within 161 km in the gazetteer.

Country of the event: the annotated event mentions of real articles, parties and type given, place to be found; right if the
country is the annotated one, both are a sea, or both are nothing. Then the share right of those that have a place, and of
the places that are given. The weights are learned on the numbered files (`models/placing.py`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import numpy as np

from models.examples import annotated, article_of, mention_of
from sanudo.resolve.gazetteer import Entry
from sanudo.resolve.toponyms import Span, kilometres, weigh
from sanudo.resolve.where import with_place

Row = tuple[str, str, int, int, float | None]
CORPUS = Path(__file__).parents[2] / "models" / "corpus"
# The distance by which toponym resolution is usually judged: 100 miles.
KM = 161.0
MEASURED = ("real-held-out", "real-test")


def rows(shared: Path) -> Iterator[Row]:
    """What was measured, on which data, how many right, of how many, and the least that is asked."""
    yield from _toponyms(shared / "data" / "places" / "lgl.xml")
    for part in MEASURED:
        yield from _countries(shared / "data", part)


def measured_half(document: str) -> bool:
    """Whether a document of LGL is in the half that is measured."""
    return int(hashlib.sha256(document.encode()).hexdigest(), 16) % 2 == 1


def _toponyms(path: Path) -> Iterator[Row]:
    right = known = total = 0
    for article in ElementTree.parse(path).getroot():
        if not measured_half(article.attrib["docid"]):
            continue
        marked = list(article.iter("toponym"))
        spans = [Span(int(mark.findtext("start") or 0), int(mark.findtext("end") or 0)) for mark in marked]
        for mark, name in zip(marked, weigh(article.findtext("text") or "", spans), strict=True):
            point = mark.findtext("gaztag/lat"), mark.findtext("gaztag/lon")
            if point[0] and point[1]:
                gold = float(point[0]), float(point[1])
                total += 1
                known += any(_near(candidate.entry, gold) for candidate in name.candidates)
                right += name.best is not None and _near(name.best, gold)
    yield "toponyms within 161 km", "lgl, measured half", right, total, 0.78
    yield "the same, of those in the gazetteer", "lgl, measured half", right, known, None


def _near(entry: Entry, point: tuple[float, float]) -> bool:
    """Whether a place lies within KM of a point."""
    lats, lons = np.array([entry.lat, point[0]]), np.array([entry.lon, point[1]])
    return bool(kilometres(lats[:1], lons[:1], lats[1:], lons[1:])[0] <= KM)


def _countries(data: Path, part: str) -> Iterator[Row]:
    right = total = placed = found = given = 0
    for found_article in annotated([CORPUS / f"{part}.jsonl"], data):
        article = article_of(found_article.source)
        for row in found_article.row["mentions"]:
            where = with_place(mention_of(row, article), article).where
            gold = row["where"]
            same = where is not None and bool(gold) and where.country == gold["country"]
            total += 1
            right += same or (where is None and not gold)
            placed += bool(gold)
            given += where is not None
            found += same
    yield "country of the event", part, right, total, 0.80
    yield "the same, of those that have a place", part, found, placed, None
    yield "the same, of the places given", part, found, given, None
