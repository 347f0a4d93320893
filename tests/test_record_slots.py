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

PRECISION, F1 = 0.67, 0.58
# The same by kind.
KINDS = {"aid_suspension": (0.67, 0.63), "sanction": (0.67, 0.62), "training": (0.76, 0.63), "transfer": (0.74, 0.72)}


def rates(score: Score) -> tuple[float, float]:
    """Precision and F1."""
    precision, recall = score.right / score.found, score.reached / score.gold
    return precision, 2 * precision * recall / (precision + recall)


def test_values_of_records_are_as_right_as_they_were() -> None:
    whole, kinds = Score(), {kind: Score() for kind in KINDS}
    for kind, found, gold in measured([CORPUS / f"records-{name}.jsonl" for name in MEASURED], SHARED / "data"):
        whole.add(found, gold)
        if kind in kinds:
            kinds[kind].add(found, gold)
    figures = {kind: rates(score) for kind, score in kinds.items()} | {"all": rates(whole)}
    floors = KINDS | {"all": (PRECISION, F1)}
    assert {
        kind: pair for kind, pair in figures.items() if pair[0] < floors[kind][0] or pair[1] < floors[kind][1]
    } == {}
