"""The sample reports as a story: their gold events as mentions, with the clusters that the shared folder gives."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from models.stories import Story, Told
from sanudo.read import article_from_text
from sanudo.records import Article


def sample(shared: Path) -> Story:
    """The story of the sample reports; of events that no cluster names each is by itself."""
    reports = [
        json.loads(line) for line in (shared / "reports" / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    given = json.loads((shared / "reports" / "clusters.json").read_text(encoding="utf-8"))["clusters"]
    home = {name: f"E{at}" for at, cluster in enumerate(given, 1) for name in cluster["mentions"]}
    told, disputes = [], []
    for number, report in enumerate(reports):
        text = (shared / "reports" / report["report"]).read_text(encoding="utf-8")
        article = article_from_text(text, published=report["published"])
        rows = [
            _row(event, home.get(f"{number:03}#{at}", f"E{number}-{at}"), article)
            for at, event in enumerate(report["events"])
        ]
        told.append(Told(article, tuple(rows)))
    for cluster in given:
        for field, values in cluster.get("disputed", {}).items():
            disputes.append({"event": home[cluster["mentions"][0]], "field": field, "sides": {v: [] for v in values}})
    return Story("sample", tuple(told), tuple(disputes), ())


def _row(event: dict[str, Any], name: str, article: Article) -> dict[str, Any]:
    """A gold event as a row of the corpus; its evidence is found by its words, white space apart."""
    words = re.escape(event["evidence"]).replace(r"\ ", r"\s+")
    found = re.search(words, article.text) or re.search(r"\S.*", article.text)
    span = found.span() if found else (0, 0)

    def party(given: dict[str, Any]) -> dict[str, Any]:
        at = article.text.find(given.get("text") or "", *span)
        return {**given, "span": [at, at + len(given["text"])] if at >= 0 and given.get("text") else None}

    return {
        **event,
        "event": name,
        "sentence": list(span),
        "actors": [party(p) for p in event["actors"]],
        "recipients": [party(p) for p in event["recipients"]],
        "mode": None,
        "contexts": [],
    }
