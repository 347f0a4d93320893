"""Examples in which other states take the place of those named, so that what happens is learned from the words around the names.

A network that has seen many Americans fight Iraqis reads a fight into any sentence that names the two. Names, adjectives and seats of
government (`data/states.tsv`) are exchanged for those of states drawn at random, one for one in the whole example; persons, offices and all
other words stay.
"""

from __future__ import annotations

import csv
import random
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from models.examples import Example, Trigger
from sanudo.coding.marking import Span

STATES = Path(__file__).resolve().parent.parent / "data" / "states.tsv"
# States named with an article, by the beginning of their name.
WITH_ARTICLE = (
    "United ",
    "Netherlands",
    "Philippines",
    "Maldives",
    "Gambia",
    "Bahamas",
    "Czech Republic",
    "UK",
    "US",
    "UAE",
)


@dataclass(frozen=True, slots=True)
class Forms:
    """How one state is written: its usual name, adjective, people and seat of government."""

    name: str
    adjective: str
    people: str
    seat: str


@cache
def known() -> tuple[dict[str, Forms], dict[str, tuple[str, str]], re.Pattern[str]]:
    """The forms of each state by its code; of each written form the state and which form it is; a pattern of all of them."""
    forms, written = {}, {}
    with open(STATES, encoding="utf-8", newline="") as lines:
        rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
        for row in rows:
            names, adjectives, seats = (
                [w for part in (row[c] or "").split(";") if (w := part.strip())]
                for c in ("names", "adjectives", "seats")
            )
            adjectives = [word for word in adjectives if not word.endswith("-")]
            if not adjectives:
                continue
            people = next((word for word in adjectives if word.endswith("s")), adjectives[0])
            forms[row["code"]] = Forms(names[0], adjectives[0], people, (seats or names)[0])
            written.update((word, (row["code"], "name")) for word in names)
            written.update(
                (word, (row["code"], "people" if word.endswith("s") else "adjective")) for word in adjectives
            )
            written.update((word, (row["code"], "seat")) for word in seats)
    longest_first = sorted(written, key=len, reverse=True)
    return forms, written, re.compile(rf"(?<!\w)([Tt]he )?({'|'.join(map(re.escape, longest_first))})(?![\w])")


def renamed(example: Example, rng: random.Random) -> Example:
    """The example with other states; spans and triggers are those of the same words."""
    forms, written, pattern = known()
    here = dict.fromkeys(written[found[2]][0] for text in example.texts for found in pattern.finditer(text))
    instead = dict(zip(here, rng.sample(sorted(forms), len(here)), strict=True)) if len(here) <= len(forms) else {}
    texts, moves = zip(*(_exchanged(text, instead) for text in example.texts), strict=True)
    return replace(
        example,
        texts=texts,
        spans=tuple(
            tuple(tuple(map(move.span, spans)) for spans in parties)
            for move, parties in zip(moves, example.spans, strict=True)
        ),
        triggers=example.triggers and tuple(_moved(trigger, moves) for trigger in example.triggers),
    )


def _moved(trigger: Trigger, moves: Sequence[Moves]) -> Trigger:
    start, end = moves[trigger.sentence].span((trigger.start, trigger.end))
    return replace(trigger, start=start, end=end)


class Moves:
    """Where the characters of a text went when stretches of it were replaced by longer or shorter ones."""

    def __init__(self) -> None:
        self._olds: list[Span] = []
        self._news: list[Span] = []

    def add(self, old: Span, new: Span) -> None:
        """The stretch `old` became `new`; stretches come in order."""
        self._olds.append(old)
        self._news.append(new)

    def span(self, span: Span) -> Span:
        """A span in the new text; an end inside a replaced stretch goes to the end of that stretch, a start to its start."""
        return self._at(span[0], 0), self._at(span[1], 1)

    def _at(self, at: int, side: int) -> int:
        n = bisect_right(self._olds, at - side, key=lambda old: old[0]) - 1
        if n < 0:
            return at
        old, new = self._olds[n], self._news[n]
        return new[side] if at - side < old[1] else at + new[1] - old[1]


def _exchanged(text: str, instead: dict[str, str]) -> tuple[str, Moves]:
    """The text with the states exchanged, and where its characters went."""
    forms, written, pattern = known()
    moves, out, at = Moves(), "", 0
    for found in pattern.finditer(text):
        state, form = written[found[2]]
        if state not in instead:
            continue
        new = getattr(forms[instead[state]], form)
        start, end = found.span(2)
        out += text[at:start]
        if form == "name" and found[1] and found[2].startswith(WITH_ARTICLE) and not new.startswith(WITH_ARTICLE):
            out, start = out[: len(out) - len(found[1])], found.start()
        elif form == "name" and not found[1] and new.startswith(WITH_ARTICLE):
            out += "the "
        moves.add((start, end), (len(out), len(out) + len(new)))
        out, at = out + new, end
    return out + text[at:], moves
