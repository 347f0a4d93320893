"""How well `sanudo code` reads articles that nothing was trained on.

    python bench/accuracy.py --shared ../shared [--corpus models/corpus/real-held-out.jsonl]

Codes the held-out articles of the corpus and the sample reports, and prints what the scorer in the shared folder says of
each. The texts come from the shared folder; without it there is nothing to measure.
"""

from __future__ import annotations

import argparse
import json
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from models.gold import write_gold  # noqa: E402
from sanudo.pipeline import code_article, model_version  # noqa: E402
from sanudo.read import article_from_text  # noqa: E402
from sanudo.serial import event_to_wire  # noqa: E402


def code(given: Path, out: Path) -> None:
    """Code articles as `sanudo code` does."""
    with open(given, encoding="utf-8") as lines, open(out, "w", encoding="utf-8") as coded:
        for row in map(json.loads, lines):
            article = article_from_text(row["text"], published=row["published"])
            events = [event_to_wire(mention) for mention in code_article(article).mentions]
            print(json.dumps({"id": row["id"], "events": events}), file=coded)


def reports(shared: Path) -> Iterator[dict[str, str | None]]:
    """The sample reports as input."""
    with open(shared / "reports" / "gold.jsonl", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            text = (shared / "reports" / row["report"]).read_text(encoding="utf-8")
            yield {"id": row["report"], "text": text, "published": row.get("published")}


def main() -> None:
    """Code, score, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, default=ROOT / "models" / "corpus" / "real-held-out.jsonl")
    args = parser.parse_args()
    print(f"{model_version()}  {platform.machine()}, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_gold(args.shared / "data", [args.corpus], folder)
        with open(folder / "reports.jsonl", "w", encoding="utf-8") as given:
            given.writelines(json.dumps(row) + "\n" for row in reports(args.shared))
        for title, gold, given_path in (
            (args.corpus.stem, folder / "gold.jsonl", folder / "input.jsonl"),
            ("sample reports", args.shared / "reports" / "gold.jsonl", folder / "reports.jsonl"),
        ):
            code(given_path, folder / "coded.jsonl")
            scorer = [sys.executable, str(args.shared / "score.py"), str(gold), str(folder / "coded.jsonl")]
            print(f"\n{title}\n{subprocess.run(scorer, capture_output=True, text=True, check=True).stdout}", end="")


if __name__ == "__main__":
    main()
