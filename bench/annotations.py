"""What the annotations say of the rules around the encoder: the figures that comments and the model card rest on.

    python bench/annotations.py --shared ../shared

Prints, over the real articles: how many participants the parse finds with the right state, and how often each way of finding
one is right; how many events of the held-out articles have a sentence whose parties are found; and, over the whole corpus, which
kinds are symmetric and where the recipient of a directed event is at home.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from models.examples import corpus_rows  # noqa: E402
from models.sources import load  # noqa: E402
from sanudo.codebook import BODIES  # noqa: E402
from sanudo.coding.candidates import candidates  # noqa: E402
from sanudo.parse import parse  # noqa: E402
from sanudo.records import Article, EntityMention, Parse  # noqa: E402

CORPUS = ROOT / "models" / "corpus"
FILES = [path for path in sorted(CORPUS.glob("*.jsonl")) if not path.stem.endswith("second")]


def way_of(mention: EntityMention) -> str:
    """How a mention came to its state, in a few words."""
    if mention.text.lower() in ("he", "she"):
        return "he, she"
    return mention.how.split("“")[0].strip() if mention.label != "reference" else "office"


def participants(mention: dict[str, Any]) -> list[dict[str, Any]]:
    """Actors and recipients."""
    rows: list[dict[str, Any]] = mention["actors"] + mention["recipients"]
    return rows


def pairs_of(mention: dict[str, Any]) -> set[frozenset[str]]:
    """The pairs of states that a mention tells of, groups left out."""
    actors, recipients = ({p["state"] for p in mention[side]} - {"NSA"} for side in ("actors", "recipients"))
    return {frozenset((a, b)) for a in actors for b in (recipients or actors) if a != b}


def reach(parsed: Parse, row: dict[str, Any]) -> tuple[int, int]:
    """(events between states, those of which a sentence has every pair of parties among its candidates)."""
    here: dict[int, set[frozenset[str]]] = defaultdict(set)
    for found in candidates(parsed):
        states = [party.split(":")[0] for party in found.parties]
        here[found.sentence.start] |= {frozenset((states[a], states[b])) for a, b in found.pairs}
    events: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for mention in row["mentions"]:
        events[mention["event"]].append(mention)
    scored = [m for m in events.values() if len({p["state"] for e in m for p in participants(e)} - {"NSA"}) > 1]
    within = [any(pairs_of(m) and pairs_of(m) <= here[m["sentence"][0]] for m in told) for told in scored]
    return len(scored), sum(within)


def measure_parse(shared: Path) -> None:
    """Participants and events within reach of the parse."""
    texts = {(a.dataset, a.file): a for a in load(shared / "data")}
    seen, right, every, covered = Counter[str](), Counter[str](), 0, 0
    events = reached = 0
    for path in FILES:
        for row in corpus_rows([path]) if path.stem.startswith("real") else ():
            source = texts[row["dataset"], row["file"]]
            parsed = parse(Article(id=source.file, text=source.text, published=source.published))
            if path.stem == "real-held-out":
                counts = reach(parsed, row)
                events, reached = events + counts[0], reached + counts[1]
            for party in (p for m in row["mentions"] for p in participants(m) if p["span"]):
                start, end = party["span"]
                over = [m for m in parsed.entity_mentions if m.start < end and start < m.end]
                every, covered = every + 1, covered + any(party["state"] in m.states for m in over)
                seen.update(map(way_of, over))
                right.update(way_of(m) for m in over if party["state"] in m.states)
    print(f"participants found with the right state: {covered} of {every} ({covered / every:.2f})")
    for way, count in seen.most_common():
        print(f"  {way:34} {right[way]} of {count} ({right[way] / count:.2f})")
    print(f"events of the held-out articles within reach: {reached} of {events} ({reached / events:.2f})")


def measure_habits() -> None:
    """Symmetric kinds, and recipients at home."""
    symmetric, home = defaultdict[tuple[str, str], Counter[bool]](Counter), defaultdict[str, Counter[bool]](Counter)
    for mention in (m for row in corpus_rows(FILES) for m in row["mentions"]):
        symmetric[mention["type"], mention["kind"]][mention["symmetric"]] += 1
        states = {p["state"] for p in mention["recipients"]}
        country = (mention["where"] or {}).get("country")
        if country and len(states) == 1 and not states & set(BODIES):
            home[mention["type"]][country in states] += 1
    for type_, kind in (
        ("SUPPORT", "agreement"),
        ("COOPERATE", "exercise"),
        ("CONSULT", "committee"),
        ("CONSULT", "meeting"),
    ):
        counts = symmetric[type_, kind]
        print(f"symmetric {type_}, {kind}: {counts[True]} of {counts.total()} ({counts[True] / counts.total():.2f})")
    for type_ in ("CONSULT", "ASSAULT"):
        counts = home[type_]
        print(
            f"directed {type_} placed with its one recipient state: {counts[True]} of {counts.total()} ({counts[True] / counts.total():.2f})"
        )


def main() -> None:
    """Print all of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    measure_parse(parser.parse_args().shared)
    measure_habits()


if __name__ == "__main__":
    main()
