"""How well the records of annotated events are filled. The floors may only rise.

The texts of real articles are development material beside the repository; without it there is nothing to measure.
"""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
sys.path.insert(0, str(ROOT))

from bench.records import MEASURED, Score, measured  # noqa: E402
from models.examples import CORPUS  # noqa: E402

pytestmark = pytest.mark.skipif(not (SHARED / "data").exists(), reason="the development data are not here")

PRECISION, F1 = 0.64, 0.53


def test_values_of_records_are_as_right_as_they_were() -> None:
    score = Score()
    for _, found, gold in measured([CORPUS / f"records-{name}.jsonl" for name in MEASURED], SHARED / "data"):
        score.add(found, gold)
    precision, recall = score.right / score.found, score.reached / score.gold
    assert precision >= PRECISION
    assert 2 * precision * recall / (precision + recall) >= F1
