"""How long 90,730 rows of ICEWS14 take to be imported, and whether they come out again as they were.

    python bench/importing.py ../shared/data/series/icews14

Times are of the processor, not of the clock: what else the machine does counts for nothing.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from time import process_time

from click.testing import CliRunner

from sanudo.cli import main as sanudo
from sanudo.exchange.quadruples import ENTITIES, RELATIONS, SPLITS


def timed(*arguments: str) -> float:
    """Run a verb; its seconds of processor time."""
    begun = process_time()
    result = CliRunner().invoke(sanudo, arguments, catch_exceptions=False)
    print(result.stderr.strip())
    if result.exit_code:
        sys.exit(result.exit_code)
    return process_time() - begun


def main() -> int:
    """Import, import again, export, compare."""
    folder = Path(sys.argv[1])
    files = [name for name in (*SPLITS, ENTITIES, RELATIONS) if (folder / name).is_file()]
    rows = sum((folder / name).read_bytes().count(b"\n") for name in SPLITS if (folder / name).is_file())
    with tempfile.TemporaryDirectory() as place:
        ledger, out = f"{place}/x.sanudo", Path(place) / "out"
        for what, arguments in (
            ("import", ("import", str(folder))),
            ("again", ("import", str(folder))),
            ("export", ("export", "--format", "quadruples", "--only", "imported", "--output", str(out))),
        ):
            seconds = timed(*arguments, "--ledger", ledger)
            print(f"{what}: {seconds:.1f} s of processor time, {rows / seconds:,.0f} rows/s")
        size = Path(ledger).stat().st_size
        print(f"ledger: {size / 1e6:.0f} MB, {size / rows:,.0f} bytes a row")
        changed = [name for name in files if (out / name).read_bytes() != (folder / name).read_bytes()]
    print(f"changed files: {', '.join(changed) or 'none'}")
    return bool(changed)


if __name__ == "__main__":
    sys.exit(main())
