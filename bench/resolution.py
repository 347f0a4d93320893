"""How often each field of an event comes out right: who, in what part of a state, when, where and on whose word.

    python bench/resolution.py --shared ../shared [dates places participants]

Prints, for each figure, what it counts, on which data, how many were right of how many, and, where the project has set itself one, the least share that is
asked. What exactly is counted stands in the module of each field in `bench/resolving/`. Direction and status are figures of
the whole coder: `bench/accuracy.py`.
"""

from __future__ import annotations

import argparse
import importlib
import platform
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

FIELDS = tuple(sorted(path.stem for path in (ROOT / "bench" / "resolving").glob("[a-z]*.py")))


def lines(field: str, shared: Path) -> Iterator[str]:
    """The figures of one field."""
    for what, data, right, every, least in importlib.import_module(f"bench.resolving.{field}").rows(shared):
        share = right / every if every else 0.0
        asked = "" if least is None else f"  asked {least:.2f}" + ("" if share >= least else ", NOT REACHED")
        yield f"{share:6.3f}  {right:6} of {every:6}  {what}; {data}{asked}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("fields", nargs="*", metavar="FIELD", help=f"of {', '.join(FIELDS)}; all by default")
    args = parser.parse_args()
    if unknown := set(args.fields) - set(FIELDS):
        parser.error(f"no such field: {', '.join(sorted(unknown))}; there are {', '.join(FIELDS)}")
    print(f"{platform.machine()}, Python {platform.python_version()}")
    for field in args.fields or FIELDS:
        began = time.perf_counter()
        print(f"\n{field}")
        for line in lines(field, args.shared):
            print(line, flush=True)
        print(f"({time.perf_counter() - began:.0f} s)")


if __name__ == "__main__":
    main()
