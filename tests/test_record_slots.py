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

PRECISION, F1 = 0.67, 0.58
# By kind, where it was worked on.
BY_KIND = {
    "aid_suspension": (0.67, 0.63),
    "sanction": (0.67, 0.62),
    "training": (0.76, 0.63),
    "transfer": (0.74, 0.72),
    "statement": (0.80, 0.73),
    "deployment": (0.65, 0.65),
    "attack": (0.64, 0.61),
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
