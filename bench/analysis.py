"""How long every figure of the analysis takes on a year of ICEWS (90,730 rows), and in how much memory.

    python bench/analysis.py ../shared/data/series/icews14 [--ledger FILE]

Each figure is a process of its own, start and reading of the ledger included. Times are of the processor, not of the clock: what else the machine
does counts for nothing. Memory is the largest resident set.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

SECONDS, MEGABYTES = 5.0, 1000.0
_VERB = "import sys; from sanudo.cli import main; main(sys.argv[1:])"
_FACTS = """import sys, sanudo
from sanudo.analyse.facts import facts
with sanudo.open(sys.argv[1]) as ledger:
    print(sum(1 for _ in facts(ledger.outlines())), "facts")"""

# Verbs with their arguments; `{out}` is a folder that is thrown away. Add every figure here.
FIGURES: tuple[tuple[str, ...], ...] = (
    ("dyad", "RUS", "UKR"),
    ("dyad", "CHN", "USA", "--period", "day", "--json"),
    ("dyad", "CHN", "USA", "--scale", "goldstein", "--csv"),
    ("dyad", "CHN", "USA", "--period", "week", "--output", "{out}/dyad.svg"),
    ("dyad", "CHN", "USA", "--period", "week", "--output", "{out}/dyad.png"),
)


def measured(code: str, *arguments: str, **environment: str) -> tuple[float, float]:
    """Run a program; its seconds of processor time and the megabytes it took.

    Raises:
        SystemExit: it failed.
    """
    command = [sys.executable, "-c", code, *arguments]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env={**os.environ, **environment}) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(arguments)} ended with {process.returncode}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def main() -> int:
    """Import, draw every figure, say which took too much."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--ledger", type=Path, help="a ledger that has the folder's rows already")
    given = parser.parse_args()
    slow = []
    with tempfile.TemporaryDirectory() as place:
        ledger = str(given.ledger or Path(place) / "x.sanudo")
        if given.ledger is None:
            measured(_VERB, "import", str(given.folder), "--ledger", ledger)
        figures = [("facts", _FACTS, (ledger,))]
        for figure in FIGURES:
            figures.append((" ".join(figure), _VERB, tuple(word.format(out=place) for word in figure)))
        for name, code, arguments in figures:
            seconds, megabytes = measured(code, *arguments, SANUDO_LEDGER=ledger)
            print(f"{name:60} {seconds:5.2f} s  {megabytes:5.0f} MB", flush=True)
            if seconds > SECONDS or megabytes > MEGABYTES:
                slow.append(name)
    print(f"over {SECONDS:g} s or {MEGABYTES:g} MB: {', '.join(slow) or 'none'}")
    return bool(slow)


if __name__ == "__main__":
    sys.exit(main())
