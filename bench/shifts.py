"""How well changes in the relations of states are found: planted ones, and lists of what happened in 2014 that were written down before looking.

    python bench/shifts.py [--seeds 40]                                  planted series
    python bench/shifts.py --icews ../shared/data/series/icews14         writes the tables into docs/analysis-shifts.md too

A change that was found counts when it lies within two weeks of a planted one that no other has taken. Seeds from 1000 on are for measuring, those below for choosing parameters.
Rivals, with `ruptures` installed: PELT and binary segmentation on the net score by week or day, and on the mean intensity by week; penalties 3 log n.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from time import process_time

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import sanudo  # noqa: E402
from bench.planted import FIRST_DAY, INTENSITIES, PAIR, Planted, burst, planted  # noqa: E402
from sanudo.analyse.facts import Fact, facts  # noqa: E402
from sanudo.analyse.shifts import changed, shifts, strongest  # noqa: E402
from sanudo.cli import main as cli  # noqa: E402
from sanudo.figures import Burst, PairShifts  # noqa: E402
from sanudo.resources import state_code, state_name  # noqa: E402

PAGE = ROOT / "docs" / "analysis-shifts.md"
# The lists of the page, by the marks of their tables.
LISTS = {
    "icews14": "Ten pairs of 2014, written down beforehand",
    "icews14-blind": "Ten more, of pairs that the data have",
    "icews14-bursts": "Ten more, once bursts were known",
    "icews14-standing-out": "Thirty pairs that stand out",
}
NEAR = 14
RATES = (5, 10, 20, 40)
TIMES = (3, 5, 10)
CHANGES = (0, 1, 2, 3)
MEASURED = 1000
FIRST_RANKS = 20
Finder = Callable[[Planted], list[int]]


def ordinal(day: str) -> int:
    """A day as the planted series count it."""
    return date.fromisoformat(day).toordinal() - FIRST_DAY


def own(series: Planted) -> list[int]:
    """The days found by the program."""
    (one,) = shifts(series.facts(), pair=PAIR)
    return [ordinal(shift.day) for shift in one.shifts]


def rival(kind: str, score: str, width: int) -> Finder:
    """Change points by `ruptures` with squared error on a series by `width` days; its noise is estimated from its steps (median absolute)."""

    def find(series: Planted) -> list[int]:
        counts = series.counts.reshape(-1, width, 4).sum(axis=1)
        values = counts @ INTENSITIES
        if score == "mean":
            values = values / np.maximum(counts.sum(axis=1), 1)
        noise = max(float(np.median(np.abs(np.diff(values)))) / 0.954, 1e-3)
        method = getattr(import_module("ruptures"), kind)(model="l2", min_size=14 // width, jump=1)
        ends = method.fit((values / noise)[:, None]).predict(pen=3 * np.log(len(values)))
        return [width * end for end in ends[:-1]]

    return find


def hits(found: Sequence[int], true: Iterable[int]) -> list[int]:
    """Which of the found days lie near a true one, each taken once."""
    free = list(found)
    taken = []
    for day in true:
        near = [each for each in free if abs(each - day) <= NEAR]
        if near:
            taken.append(min(near, key=lambda each: abs(each - day)))
            free.remove(taken[-1])
    return taken


def f1(find: Finder, stories: float, seeds: int, waking: bool, first: int = MEASURED) -> tuple[float, float]:
    """F1 over series with none to three changes, and the share of series without a change in which one is found."""
    right = found = true = alarms = 0
    for seed in range(first, first + seeds):
        for changes in CHANGES:
            series = planted(seed, stories, changes, waking and changes > 0)
            days = find(series)
            right, found, true = right + len(hits(days, series.days)), found + len(days), true + len(series.days)
            alarms += changes == 0 and bool(days)
    return 2 * right / max(found + true, 1), alarms / seeds


def covered(stories: float, seeds: int) -> tuple[float, float, float]:
    """How often the 95 % intervals hold: of the size on a day that is known, of the size and of the day of a change that was found."""
    known = size = day = found = 0
    for seed in range(MEASURED, MEASURED + seeds):
        series = planted(seed, stories, 1)
        told, (true,), (at,) = list(series.facts()), series.sizes(), series.days
        (given,) = changed(told, PAIR[0], date.fromordinal(FIRST_DAY + at))
        known += given.low <= true <= given.high
        for shift in shifts(told, pair=PAIR)[0].shifts:
            if abs(ordinal(shift.day) - at) <= NEAR:
                found += 1
                size += shift.low <= true <= shift.high
                day += ordinal(shift.earliest) <= at <= ordinal(shift.latest)
    return known / seeds, size / max(found, 1), day / max(found, 1)


def bursts_found(stories: float, seeds: int, times: float) -> tuple[float, float]:
    """Which share of planted bursts is found, as a burst or a shift that begins within two weeks of it, and in which share of series without any one is found."""
    right = alarms = 0
    for seed in range(MEASURED, MEASURED + seeds):
        calm = planted(seed, stories, 0)
        series, first = burst(calm, seed, times)
        (one,), (other,) = (shifts(each.facts(), pair=PAIR) for each in (series, calm))
        marked = [*(each.first_day for each in one.bursts), *(each.day for each in one.shifts)]
        right += any(abs(ordinal(day) - first) <= NEAR for day in marked)
        alarms += bool(other.bursts)
    return right / seeds, alarms / seeds


def planted_tables(seeds: int) -> Iterator[str]:
    """What the planted series show, as lines of Markdown."""
    finders: dict[str, Finder] = {"this program": own}
    if find_spec("ruptures"):
        for kind, score, width in (
            ("Pelt", "net", 7),
            ("Binseg", "net", 1),
            ("Pelt", "mean", 7),
            ("Binseg", "mean", 7),
        ):
            unit = "week" if width > 1 else "day"
            finders[f"ruptures {kind}, {score} by {unit}"] = rival(kind, score, width)
    yield f"| F1, {4 * seeds} series a cell | " + " | ".join(f"{rate} stories a week" for rate in RATES) + " |"
    yield "|---|" + "---|" * len(RATES)
    for name, find in finders.items():
        cells = [f1(find, rate, seeds, waking=False) for rate in RATES]
        yield f"| {name} (found where there is none) | " + " | ".join(f"{f:.2f} ({a:.2f})" for f, a in cells) + " |"
    cells = [f1(own, rate, seeds, waking=True) for rate in RATES]
    yield "| this program, series that wake | " + " | ".join(f"{f:.2f}" for f, _ in cells) + " |"
    cover = [covered(rate, seeds) for rate in RATES]
    for name, values in zip(("size, day known", "size, day found", "day"), zip(*cover, strict=True), strict=True):
        yield f"| 95 % interval holds: {name} | " + " | ".join(f"{value:.2f}" for value in values) + " |"
    for times in TIMES:
        cells = [bursts_found(rate, seeds, times) for rate in RATES]
        name = f"bursts of two weeks at {times} times the usual, found (found where there is none)"
        yield f"| {name} | " + " | ".join(f"{f:.2f} ({a:.2f})" for f, a in cells) + " |"


def listed(heading: str) -> Iterator[tuple[str, tuple[str, str], date, str]]:
    """The pairs, days and directions written down in the page under a heading."""
    _, _, under = PAGE.read_text(encoding="utf-8").partition(f"\n## {heading}\n")
    for row in re.findall(r"^\| \d+ \| (.+?) \| (\S+) \| (up|down) \|", under.partition("\n## ")[0], re.MULTILINE):
        first, second = (state_code(name) or "" for name in row[0].split(" and "))
        yield row[0], (min(first, second), max(first, second)), date.fromisoformat(row[1]), row[2]


def verdict(one: PairShifts, day: date, direction: str) -> str:
    """Whether a shift or the beginning of a burst hits the day and direction."""
    wanted = {"up": "cooperation", "down": "conflict"}[direction]
    marked = [(s.day, s.direction, "shift") for s in one.shifts] + [(b.first_day, b.side, "burst") for b in one.bursts]
    near = [(towards, what) for when, towards, what in marked if abs((date.fromisoformat(when) - day).days) <= NEAR]
    if right := [what for towards, what in near if towards == wanted]:
        return f"**hit** ({' and '.join(right)})"
    return "miss (the day, not the direction)" if near else "miss"


def hits_table(known: Sequence[Fact], heading: str) -> Iterator[str]:
    """Hits and misses of the list under a heading."""
    yield "| pair | written down | events in the data | found | |"
    yield "|---|---|---|---|---|"
    right = 0
    written = list(listed(heading))
    for name, pair, day, direction in written:
        (one,) = shifts(known, pair=pair)
        told = [f"{s.day} {s.direction} ({s.size:+.1f}, p {s.p:.3f})" for s in one.shifts]
        told += [f"{b.first_day} burst of {b.side} ({b.events:g} for {b.usual:.1f})" for b in one.bursts]
        judged = verdict(one, day, direction)
        right += judged.startswith("**hit**")
        yield f"| {name} | {day} {direction} | {one.events:g} | {'; '.join(told) or one.note} | {judged} |"
    yield ""
    yield f"Hits: {right} of {len(written)}."


def ranked_table(known: Sequence[Fact]) -> Iterator[str]:
    """What the program ranks first."""
    yield ""
    begun = process_time()
    ranked = shifts(known)
    seconds = process_time() - begun
    shifted = [one for one in ranked if one.shifts]
    turned = [one for one in shifted if any(shift.least > 0 for shift in one.shifts)]
    short = strongest(ranked)
    yield (
        f"{len(shifted)} pairs shift, {len(turned)} of them with a turn to one side, and there are {len(short)} bursts ({seconds:.1f} s of processor time, "
        f"{getrusage(RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most). Those that the program ranks first:"
    )
    yield ""
    yield "| # | pair | day (95 %) | towards | intensity an event | share of conflict | events a week |"
    yield "|---|---|---|---|---|---|---|"
    for number, one in enumerate(turned[:FIRST_RANKS], 1):
        shift = max(one.shifts, key=lambda each: each.least)
        share = " → ".join("–" if s.conflict is None else f"{s.conflict:.0%}" for s in (shift.before, shift.after))
        yield (
            f"| {number} | {' and '.join(map(state_name, one.pair))} | {shift.day} ({shift.earliest} to {shift.latest}) "
            f"| {shift.direction} | {shift.size:+.1f} [{shift.low:+.1f}, {shift.high:+.1f}] | {share} "
            f"| {shift.before.a_week:.1f} → {shift.after.a_week:.1f} |"
        )
    yield ""
    yield "| # | pair | burst | of | events | usual |"
    yield "|---|---|---|---|---|---|"
    for number, each in enumerate(short[:FIRST_RANKS], 1):
        yield _burst_row(number, each)


def _burst_row(number: int, one: Burst) -> str:
    pair = " and ".join(map(state_name, one.pair))
    return f"| {number} | {pair} | {one.first_day} to {one.last_day} | {one.side} | {one.events:g} | {one.usual:.1f} |"


def put(name: str, lines: Sequence[str]) -> None:
    """Put lines between the marks of this name in the page."""
    page = PAGE.read_text(encoding="utf-8")
    start, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
    before, _, rest = page.partition(start)
    _, _, after = rest.partition(end)
    PAGE.write_text(before + start + "\n".join(lines) + "\n" + end + after, encoding="utf-8")


def imported(folder: Path) -> list[Fact]:
    """The facts of a folder of quadruples."""
    with tempfile.TemporaryDirectory() as place:
        path = f"{place}/x.sanudo"
        cli(["import", str(folder), "--ledger", path], standalone_mode=False)
        with sanudo.open(path) as ledger:
            return list(facts(ledger.outlines()))


def main() -> int:
    """Measure and print; with --icews also write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=40)
    parser.add_argument("--icews", type=Path)
    given = parser.parse_args()
    lines = list(planted_tables(given.seeds))
    print("\n".join(lines))
    if given.icews:
        known = imported(given.icews)
        put("planted", lines)
        for mark, heading in LISTS.items():
            table = [*hits_table(known, heading), *(ranked_table(known) if mark == "icews14" else ())]
            print("\n".join(table))
            put(mark, table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
