"""How well the program reads what it was not trained on.

    python bench/accuracy.py --shared ../shared [--model FOLDER]

Codes five sets and prints what the scorer in the shared folder says of each: test articles (`real-test`), those on which
choices were made (`real-held-out`), our own test passages (`own-test`), web articles of our own by another hand (`own-test-web`), and the sample reports. Then, for the first four together: events
found and right by type, status and kind, how often each field agrees, and, of the encoder alone, the type of the marked pairs of one
fold of `plv_train.tsv` that the model was not trained on (the card says which).
"""

from __future__ import annotations

import argparse
import json
import platform
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from models.examples import plv  # noqa: E402
from models.gold import write_gold  # noqa: E402
from models.measure import YIELD, fold_of, macro_f1, scorer  # noqa: E402
from sanudo import pipeline  # noqa: E402
from sanudo.coding import model  # noqa: E402
from sanudo.read import article_from_text  # noqa: E402
from sanudo.serial import event_to_wire  # noqa: E402

CORPUS = ROOT / "models" / "corpus"
SETS = ("real-test", "real-held-out", "own-test", "own-test-web")


def code(given: Path, out: Path) -> None:
    """Code articles as `sanudo code` does."""
    with open(given, encoding="utf-8") as lines, open(out, "w", encoding="utf-8") as coded:
        for row in map(json.loads, lines):
            article = article_from_text(row["text"], published=row["published"])
            events = [event_to_wire(mention) for mention in pipeline.code_article(article).mentions]
            print(json.dumps({"id": row["id"], "events": events}), file=coded)


def reports(shared: Path) -> Iterator[dict[str, str | None]]:
    """The sample reports as input."""
    with open(shared / "reports" / "gold.jsonl", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            text = (shared / "reports" / row["report"]).read_text(encoding="utf-8")
            yield {"id": row["report"], "text": text, "published": row.get("published")}


def rows_of(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def score_set(shared: Path, name: str, folder: Path) -> None:
    """Code one set into `FOLDER/NAME` and print what the scorer says."""
    out = folder / name
    if name == "reports":
        out.mkdir()
        with open(out / "input.jsonl", "w", encoding="utf-8") as given:
            given.writelines(json.dumps(row) + "\n" for row in reports(shared))
        gold = shared / "reports" / "gold.jsonl"
    else:
        write_gold(shared / "data", [CORPUS / f"{name}.jsonl"], out)
        gold = out / "gold.jsonl"
    code(out / "input.jsonl", out / "coded.jsonl")
    command = [sys.executable, str(shared / "score.py"), str(gold), str(out / "coded.jsonl")]
    print(f"\n{name}\n{subprocess.run(command, capture_output=True, text=True, check=True).stdout}", end="")


def tally(shared: Path, folder: Path) -> None:
    """Print events by type, status and kind: how many there are, how many are coded, and F1 of those that are right."""
    score = scorer(shared)
    gold, said, right = (Counter[tuple[str, str]]() for _ in range(3))
    for name in SETS:
        for events, coded in zip(
            rows_of(folder / name / "gold.jsonl"), rows_of(folder / name / "coded.jsonl"), strict=True
        ):
            theirs = [e for e in events["events"] if len(score.parties(e)) > 1]
            mine = [e for e in coded["events"] if len(score.parties(e)) > 1]
            for field in ("type", "status", "kind"):
                gold.update((field, e[field]) for e in theirs)
                said.update((field, e[field]) for e in mine)
            for g, c in score.count(theirs, mine, {"strict": score.TESTS["strict"]})["strict"]:
                for field in ("type", "status", "kind"):
                    right[field, theirs[g][field]] += theirs[g][field] == mine[c][field]
    print("\nby value, over the three sets: in gold, coded, right in type, parties, date and this value, F1")
    for field, value in sorted(gold, key=lambda key: (key[0], -gold[key])):
        counts = (gold[field, value], said[field, value], right[field, value])
        print(
            f"  {field:6} {value:14} {counts[0]:4} {counts[1]:4} {counts[2]:4}  {2 * counts[2] / sum(counts[:2]):.2f}"
        )


def relate(shared: Path, fold: int, folds: int) -> None:
    """Print how well marked pairs of one fold of `plv_train.tsv` are typed."""
    pairs: list[tuple[str, str]] = []
    for example in plv(shared / "data"):
        if example.directed and fold_of(example.group, folds) == fold:
            (source,), (target,) = example.spans[0]
            gold = example.pairs[0].types or ("",)
            said, _ = pipeline.relate(example.texts[0], source, target)
            pairs.append(("YIELD" if gold == YIELD else gold[0], "YIELD" if said in YIELD else said))
    accuracy = sum(g == s for g, s in pairs) / len(pairs)
    print(
        f"\nrelate, fold {fold} of {folds}: {len(pairs)} pairs, accuracy {accuracy:.3f}, macro-F1 {macro_f1(pairs):.3f}"
    )


def main() -> None:
    """Code, score, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--model", type=Path, help="folder of another model than the packaged one")
    args = parser.parse_args()
    if args.model:
        other = model.load(args.model)
        pipeline.packaged = lambda: other  # type: ignore[assignment]
    print(f"{pipeline.model_version()}  {platform.machine()}, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in (*SETS, "reports"):
            score_set(args.shared, part, folder)
        tally(args.shared, folder)
    card = pipeline.packaged().card
    if "held_out" in card:
        relate(args.shared, **card["held_out"])


if __name__ == "__main__":
    main()
