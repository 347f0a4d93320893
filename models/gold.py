"""Annotated articles as gold for the scorer, and as input for `sanudo code`.

    python -m models.gold --data ../shared/data --corpus models/corpus/real-held-out.jsonl --out FOLDER

writes FOLDER/gold.jsonl and FOLDER/input.jsonl. They hold article texts: keep them out of the repository.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from models.examples import corpus_rows
from models.sources import load


def event_of(mentions: list[dict[str, Any]], text: str) -> dict[str, Any]:
    """One gold event from all its mentions: the fullest parties, the commonest type with the others as alternatives."""
    fullest = max(mentions, key=lambda m: len({p["state"] for p in m["actors"] + m["recipients"]}))
    types = [type_ for type_, _ in Counter(m["type"] for m in mentions).most_common()]
    statuses = [status for status, _ in Counter(m["status"] for m in mentions).most_common()]
    first = mentions[0]

    def parties(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [{"state": p["state"], "sector": p["sector"], "text": text[slice(*(p["span"] or (0, 0)))]} for p in rows]

    return {
        "type": types[0],
        "actors": parties(fullest["actors"]),
        "recipients": parties(fullest["recipients"]),
        "symmetric": fullest["symmetric"],
        "when": next((m["when"] for m in mentions if m["when"]), None),
        "where": next((m["where"] for m in mentions if m["where"]), None),
        "status": statuses[0],
        "kind": first["kind"],
        "attribution": None,
        "detail": {"alt_types": types[1:], "alt_status": statuses[1:]},
        "evidence": " ".join(text[slice(*m["sentence"])] for m in mentions),
    }


def events_of(mentions: list[dict[str, Any]], text: str) -> list[dict[str, Any]]:
    """The gold events of an article's mentions."""
    events: dict[str, list[dict[str, Any]]] = {}
    for mention in mentions:
        events.setdefault(mention["event"], []).append(mention)
    return [event_of(told, text) for told in events.values()]


def write_gold(data: Path, corpus: list[Path], out: Path) -> None:
    """Write `gold.jsonl` and `input.jsonl` into a folder."""
    texts = {(a.dataset, a.file): a.text for a in load(data)}
    out.mkdir(parents=True, exist_ok=True)
    with (
        open(out / "gold.jsonl", "w", encoding="utf-8") as gold,
        open(out / "input.jsonl", "w", encoding="utf-8") as given,
    ):
        for row in corpus_rows(corpus):
            text = row.get("text") or texts[row["dataset"], row["file"]]
            name = f"{row['dataset']}/{row['file']}"
            rows = events_of(row["mentions"], text)
            print(json.dumps({"id": name, "published": row["published"], "events": rows}), file=gold)
            article = {"id": name, "text": text, "published": row["published"], "title": None}
            print(json.dumps(article | {"publisher": row["outlet"], "url": None}), file=given)


def main() -> None:
    """Read the options and write both files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    write_gold(args.data, args.corpus, args.out)


if __name__ == "__main__":
    main()
