"""Learn what a confidence means: the weights of `sanudo/coding/confidence.py`.

    python -m models.calibration --shared ../shared

Codes the articles of `--corpus` with the packaged model, asks the scorer which coded events are right (type, parties, date), fits a logistic
regression on them and writes `sanudo/_model/confidence.json`. Prints the expected calibration error on the articles of `--test`, before and
after, and draws the reliability plot of the model card there (`docs/images/reliability.svg`).
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from models.examples import HELD_OUT, OWN_TEST, TEST
from models.gold import write_gold
from models.logistic import fit
from models.measure import scorer
from sanudo import pipeline
from sanudo.coding.confidence import FEATURES, share_right
from sanudo.read import article_from_text
from sanudo.records import EventMention
from sanudo.serial import event_to_wire

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "sanudo" / "_model" / "confidence.json"
PLOT = ROOT / "docs" / "images" / "reliability.svg"
NAMES = ("bias", *(feature.__name__ for feature in FEATURES))
BINS = 5


@dataclass(frozen=True, slots=True)
class Coded:
    """A coded event with the encoder's own probability, and whether it is right."""

    mention: EventMention
    right: bool


def coded(shared: Path, corpus: Sequence[Path]) -> list[Coded]:
    """What the program codes in annotated articles; events without two states are out of the scorer's reach."""
    score = scorer(shared)
    rows: list[Coded] = []
    with tempfile.TemporaryDirectory() as name:
        write_gold(shared / "data", list(corpus), Path(name))
        gold = [json.loads(line) for line in (Path(name) / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
        given = [json.loads(line) for line in (Path(name) / "input.jsonl").read_text(encoding="utf-8").splitlines()]
    for events, article in zip(gold, given, strict=True):
        _, mentions = pipeline.uncalibrated(article_from_text(article["text"], published=article["published"]))
        wired = [(m, event_to_wire(m)) for m in mentions]
        mine = [(m, e) for m, e in wired if len(score.parties(e)) > 1]
        strict = score.count(events["events"], [e for _, e in mine], {"strict": score.TESTS["strict"]})["strict"]
        right = {j for _, j in strict}
        rows += [Coded(m, n in right) for n, (m, _) in enumerate(mine)]
    return rows


def reliability(shares: Sequence[float], right: Sequence[bool]) -> list[tuple[float, float, int]]:
    """(mean confidence, share right, events) of bins of equal width that hold any."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for share, is_right in zip(shares, right, strict=True):
        bins[min(int(share * BINS), BINS - 1)].append((share, is_right))
    return [(sum(s for s, _ in b) / len(b), sum(r for _, r in b) / len(b), len(b)) for b in bins if b]


def calibration_error(table: Sequence[tuple[float, float, int]]) -> float:
    """Expected calibration error: the mean gap between confidence and share right, by events."""
    return sum(abs(share - right) * n for share, right, n in table) / max(sum(n for *_, n in table), 1)


def draw(table: Sequence[tuple[float, float, int]], path: Path) -> None:
    """The reliability plot as SVG."""
    side, edge = 320, 48

    def at(x: float, y: float) -> tuple[float, float]:
        return edge + x * side, edge + (1 - y) * side

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{side + 2 * edge}" height="{side + 2 * edge}" '
        'font-family="sans-serif" font-size="12">',
        f'<rect x="{edge}" y="{edge}" width="{side}" height="{side}" fill="none" stroke="#444"/>',
        '<line x1="{}" y1="{}" x2="{}" y2="{}" stroke="#999" stroke-dasharray="4 4"/>'.format(*at(0, 0), *at(1, 1)),
    ]
    for tick in (0.0, 0.25, 0.5, 0.75, 1.0):
        x, y = at(tick, tick)
        parts.append(f'<text x="{x:.0f}" y="{edge + side + 16}" text-anchor="middle">{tick:g}</text>')
        parts.append(f'<text x="{edge - 6}" y="{y + 4:.0f}" text-anchor="end">{tick:g}</text>')
    points = " ".join("{:.1f},{:.1f}".format(*at(share, right)) for share, right, _ in table)
    parts.append(f'<polyline points="{points}" fill="none" stroke="#0072b2" stroke-width="2"/>')
    for share, right, n in table:
        x, y = at(share, right)
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="#0072b2"/>')
        parts.append(f'<text x="{x + 7:.1f}" y="{y + 14:.1f}">{n}</text>')
    middle = edge + side / 2
    parts.append(f'<text x="{middle}" y="{side + 2 * edge - 8}" text-anchor="middle">confidence</text>')
    turned = f'transform="rotate(-90 14 {middle})"'
    parts.append(f'<text x="14" y="{middle}" text-anchor="middle" {turned}>share of events right</text>')
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([*parts, "</svg>"]) + "\n", encoding="utf-8")


def main() -> None:
    """Fit, write, measure, draw."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, nargs="+", default=[HELD_OUT, OWN_TEST])
    parser.add_argument("--test", type=Path, nargs="+", default=[TEST])
    args = parser.parse_args()
    learned, measured = coded(args.shared, args.corpus), coded(args.shared, args.test)
    rows = [(1.0, *(feature(row.mention) for feature in FEATURES)) for row in learned]
    weights = fit(NAMES, rows, [row.right for row in learned], penalty=1e-2)
    OUT.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")
    right = [row.right for row in measured]
    print(f"{len(learned)} events learned from, {len(measured)} measured on, {sum(right)} of them right")
    before = reliability([row.mention.confidence for row in measured], right)
    after = reliability([share_right(row.mention, weights) for row in measured], right)
    print(f"expected calibration error {calibration_error(before):.3f}, calibrated {calibration_error(after):.3f}")
    for share, hits, n in after:
        print(f"  confidence {share:.2f}: {hits:.2f} right of {n}")
    draw(after, PLOT)


if __name__ == "__main__":
    main()
