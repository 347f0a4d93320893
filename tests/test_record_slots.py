"""How well the records of annotated events are filled. The floors may only rise.

The texts of real articles are development material beside the repository; without it there is nothing to measure.
"""

import sys
from collections import defaultdict
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
sys.path.insert(0, str(ROOT))

from bench.records import MEASURED, Score, measured  # noqa: E402
from models.examples import CORPUS  # noqa: E402

pytestmark = pytest.mark.skipif(not (SHARED / "data").exists(), reason="the development data are not here")

PRECISION, F1 = 0.75, 0.65
# By kind, where it was worked on.
BY_KIND = {
    "agreement": (0.76, 0.65),
    "aid_suspension": (0.71, 0.63),
    "attack": (0.69, 0.62),
    "committee": (0.85, 0.67),
    "deployment": (0.72, 0.66),
    "exercise": (0.79, 0.79),
    "meeting": (0.64, 0.54),
    "sanction": (0.69, 0.61),
    "statement": (0.80, 0.74),
    "training": (0.77, 0.64),
    "transfer": (0.76, 0.73),
    "visit": (0.79, 0.66),
}


def test_values_of_records_are_as_right_as_they_were() -> None:
    scores = defaultdict[str, Score](Score)
    for kind, found, gold in measured([CORPUS / f"records-{name}.jsonl" for name in MEASURED], SHARED / "data"):
        for name in ("all", kind):
            scores[name].add(found, gold)
    for name, (least, f1) in {"all": (PRECISION, F1), **BY_KIND}.items():
        score = scores[name]
        precision, recall = score.right / score.found, score.reached / score.gold
        assert precision >= least, name
        assert 2 * precision * recall / (precision + recall) >= f1, name
