"""What the annotations say of the rules around the encoder: the figures that comments and the model card rest on.

    python bench/annotations.py --shared ../shared

Prints, over the real articles: how many participants the parse finds with the right state, and how often each way of finding
one is right; what the corpus holds; how many events have a sentence that names all parties, or a window that shows them; and, over the whole corpus, which
kinds are symmetric, where the recipient of a directed event is at home, what is denied, and who gives where one buys from another.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.resolving.participants import way_of  # noqa: E402
from models.examples import corpus_rows  # noqa: E402
from models.sources import load  # noqa: E402
from sanudo.codebook import BODIES  # noqa: E402
from sanudo.coding.bought import buys  # noqa: E402
from sanudo.coding.candidates import windows  # noqa: E402
from sanudo.coding.denied import unless_denied  # noqa: E402
from sanudo.parse import parse  # noqa: E402
from sanudo.records import Article, Kind, Parse, Sentence, Status  # noqa: E402

CORPUS = ROOT / "models" / "corpus"
FILES = [
    p
    for p in sorted(CORPUS.glob("*.jsonl"))
    if not p.stem.endswith("second") and not p.stem.startswith(("pairs", "records"))
]


def participants(mention: dict[str, Any]) -> list[dict[str, Any]]:
    """Actors and recipients."""
    rows: list[dict[str, Any]] = mention["actors"] + mention["recipients"]
    return rows


def pairs_of(mention: dict[str, Any]) -> set[frozenset[str]]:
    """The pairs of states that a mention tells of, groups left out."""
    actors, recipients = ({p["state"] for p in mention[side]} - {"NSA"} for side in ("actors", "recipients"))
    return {frozenset((a, b)) for a in actors for b in (recipients or actors) if a != b}


def about_subwords(sentence: Sentence) -> int:
    """About how many sub-words a sentence has."""
    return (sentence.end - sentence.start) // 4


def reach(parsed: Parse, row: dict[str, Any]) -> tuple[int, int, int]:
    """(events between states, those with a sentence that names every pair of parties, and those within reach of a window)."""
    named: dict[int, set[frozenset[str]]] = defaultdict(set)
    here: dict[int, set[frozenset[str]]] = defaultdict(set)
    for window in windows(parsed, about_subwords):
        states = [party.split(":")[0] for party in window.parties]
        for place, sentence in enumerate(window.sentences):
            for a, b in window.pairs[place]:
                here[sentence.start].add(frozenset((states[a], states[b])))
                if window.spans[place][a] and window.spans[place][b]:
                    named[sentence.start].add(frozenset((states[a], states[b])))
    events: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for mention in row["mentions"]:
        events[mention["event"]].append(mention)
    scored = [m for m in events.values() if len({p["state"] for e in m for p in participants(e)} - {"NSA"}) > 1]

    def within(found: dict[int, set[frozenset[str]]]) -> int:
        return sum(any(pairs_of(m) and pairs_of(m) <= found[m["sentence"][0]] for m in told) for told in scored)

    return len(scored), within(named), within(here)


def measure_parse(shared: Path) -> None:
    """Participants and events within reach of the parse."""
    texts = {(a.dataset, a.file): a for a in load(shared / "data")}
    seen, right, every, covered = Counter[str](), Counter[str](), 0, 0
    totals: dict[str, Counter[str]] = defaultdict(Counter)
    for path in FILES:
        for row in corpus_rows([path]) if path.stem.startswith("real") else ():
            source = texts[row["dataset"], row["file"]]
            parsed = parse(Article(id=source.file, text=source.text, published=source.published))
            group = path.stem if path.stem in ("real-held-out", "real-test") else "trained on"
            totals[group].update(dict(zip(("all", "named", "reached"), reach(parsed, row), strict=True)))
            for party in (p for m in row["mentions"] for p in participants(m) if p["span"]):
                start, end = party["span"]
                over = [m for m in parsed.entity_mentions if m.start < end and start < m.end]
                every, covered = every + 1, covered + any(party["state"] in m.states for m in over)
                seen.update(map(way_of, over))
                right.update(way_of(m) for m in over if party["state"] in m.states)
    print(f"participants found with the right state: {covered} of {every} ({covered / every:.2f})")
    for way, count in seen.most_common():
        print(f"  {way:34} {right[way]} of {count} ({right[way] / count:.2f})")
    for group, counts in totals.items():
        named, reached = (f"{counts[part]} ({counts[part] / counts['all']:.2f})" for part in ("named", "reached"))
        print(
            f"events, {group}: {counts['all']}; with a sentence that names all parties {named}; within reach {reached}"
        )


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


def measure_rules(shared: Path) -> None:
    """What the rules for denials and purchases fit, and what the readers made of it."""
    texts = {(a.dataset, a.file): a.text for a in load(shared / "data")}
    denied, gives = Counter[bool](), defaultdict[bool, Counter[bool]](Counter)
    for row in corpus_rows(FILES):
        text = row.get("text") or texts[row["dataset"], row["file"]]
        for mention in row["mentions"]:
            start, end = mention["sentence"]
            words, sides = text[start:end], []
            for side in ("actors", "recipients"):
                spans = [p["span"] for p in mention[side] if p["span"] and start <= p["span"][0] < end]
                sides.append([(low - start, high - start) for low, high in spans])
            if unless_denied(Status.HAPPENED, mention["type"], words, [*sides[0], *sides[1]]) is Status.DENIED:
                denied[mention["status"] == Status.DENIED] += 1
            for is_rule, (buyers, sellers) in ((False, sides), (True, sides[::-1])):
                if not mention["symmetric"] and buys(Kind(mention["kind"]), mention["type"], words, buyers, sellers):
                    gives[mention["type"] == "AGREE"][is_rule] += 1
    print(f"denied by its words: {denied[True]} of {denied.total()} ({denied[True] / denied.total():.2f})")
    for name, counts in (("that took place", gives[False]), ("that are agreed", gives[True])):
        share = counts[True] / counts.total()
        print(f"transfers {name} from whom is bought: {counts[True]} of {counts.total()} actors ({share:.2f})")


def measure_corpus() -> None:
    """What the corpus holds: sentences, mentions, the rarest values, pairs of states."""
    sentences = empty = 0
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    dyads = Counter[frozenset[str]]()
    outlets = set()
    for row in corpus_rows(FILES):
        sentences += len(row["sentences"])
        empty += len(row["sentences"]) - len({tuple(m["sentence"]) for m in row["mentions"]})
        outlets |= {row["outlet"]} if row["dataset"] != "own" else set()
        for mention in row["mentions"]:
            for field in ("type", "status", "kind"):
                counts[field][mention[field]] += 1
            dyads.update(
                frozenset(pair) for pair in combinations(sorted({p["state"] for p in participants(mention)}), 2)
            )
    total = counts["type"].total()
    print(
        f"{sentences} sentences, {empty / sentences:.2f} of them without an event; {total} mentions; {len(outlets)} outlets"
    )
    for field, values in counts.items():
        print(f"  {field}: " + ", ".join(f"{value} {count}" for value, count in values.most_common()))
    ((pair, most),) = dyads.most_common(1)
    print(f"  {len(dyads)} pairs of parties, at most {most / dyads.total():.3f} ({' and '.join(sorted(pair))})")


def main() -> None:
    """Print all of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    shared = parser.parse_args().shared
    measure_parse(shared)
    measure_habits()
    measure_rules(shared)
    measure_corpus()


if __name__ == "__main__":
    main()
