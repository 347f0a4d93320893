"""The attributions of PolNeAR (political news of 2016), as their annotators marked them, and how well a program finds them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sanudo.records import Attribution

Spans = tuple[tuple[int, int], ...]
MARKED = re.compile(r"(T\d+)\t\S+ (\d+ \d+(?:;\d+ \d+)*)\t")
JOINED = re.compile(r"E\d+\t(.+)")


@dataclass(frozen=True, slots=True)
class Gold:
    """One attribution: the spans of source, cue and content. `source` is empty where none is marked."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class Quoted:
    """An article of the set with its attributions."""

    name: str
    text: str
    gold: tuple[Gold, ...]


def articles(folder: Path) -> Iterator[Quoted]:
    """The articles of one part (train, dev), in order of name; of several annotators the first by name counts."""
    seen = set()
    for path in sorted((folder / "attributions").glob("*.ann")):
        name = path.stem.rsplit("_", 1)[0]  # without the annotator
        if name not in seen:
            seen.add(name)
            text = (folder / "text" / f"{name}.txt").read_text(encoding="utf-8")
            yield Quoted(name, text, tuple(_attributions(path.read_text(encoding="utf-8"))))


def _attributions(lines: str) -> Iterator[Gold]:
    spans: dict[str, Spans] = {}
    joined: list[list[str]] = []
    for line in lines.splitlines():
        if found := MARKED.match(line):
            parts = (part.split() for part in found[2].split(";"))
            spans[found[1]] = tuple((int(start), int(end)) for start, end in parts)
        elif found := JOINED.match(line):
            joined.append(found[1].split())
    for roles in joined:

        def of(role: str, roles: list[str] = roles) -> Spans:
            named = (r.split(":") for r in roles)
            return tuple(s for label, key in named if label.rstrip("0123456789") == role for s in spans.get(key, ()))

        if of("Cue"):
            yield Gold(of("Source"), of("Cue"), of("Content"))


@dataclass(frozen=True, slots=True)
class Tally:
    """How many attributions are right, found and marked: those with a speaker, and all."""

    right: int
    found: int
    marked: int
    all_right: int
    all_found: int
    all_marked: int


def tally(pairs: Iterable[tuple[Sequence[Gold], Sequence[Attribution]]]) -> Tally:
    """Count over articles: an attribution is right if its speaker overlaps a marked one's source and its cue that one's cue.

    Each marked one and each found one counts once. Without a speaker it is right if the marked one has no source either and
    the cues overlap. The set marks no attribution inside another's content (each word has one role), so those that stand
    inside one are not counted.
    """
    counts = [0] * 6
    for gold, every in pairs:
        contents = [span for a in every for span in a.contents]
        found = [a for a in every if not any(low <= a.start < high for low, high in contents)]
        counts[2] += sum(bool(g.source) for g in gold)
        counts[5] += len(gold)
        free = list(gold)
        for said in found:
            alone = (said.start, said.end) == (said.cue_start, said.cue_end)
            match = next((g for g in free if _matches(said, g, alone)), None)
            if match:
                free.remove(match)
            counts[0] += bool(match) and not alone
            counts[1] += not alone
            counts[3] += bool(match)
            counts[4] += 1
    return Tally(*counts)


def _matches(said: Attribution, gold: Gold, alone: bool) -> bool:
    def overlap(spans: Spans, start: int, end: int) -> bool:
        return any(a < end and start < b for a, b in spans)

    cue = overlap(gold.cue, said.cue_start, said.cue_end)
    return cue and (not gold.source if alone else overlap(gold.source, said.start, said.end))
