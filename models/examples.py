"""Training examples: windows of sentences with marked parties, and what is known of the pairs there, from every set that helps.

A target that a set does not annotate is None and takes no part in the loss.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.sources import SourceArticle, join_tokens, load
from sanudo.codebook import EVENT_TYPES
from sanudo.coding.candidates import Window, is_group, party_key, windows
from sanudo.coding.marking import Span, Spans
from sanudo.parse import parse
from sanudo.records import Article, EntityMention, EventMention, Evidence, Kind, Parse, Participant, Sentence, Status

if TYPE_CHECKING:
    from torch import Tensor


@dataclass(frozen=True, slots=True)
class Pair:
    """Two marked parties, by index, in one sentence of the window, and what is known of them.

    `types` are the PLOVER types that hold between them (none: no event); None where unknown. `quads` is weaker: the quad
    classes that the type is among (0 for none). `direction` is from the first party's view.
    `mode` ("none" is one) and `contexts` are the event's.
    """

    first: int
    second: int
    types: tuple[str, ...] | None = None
    quads: tuple[int, ...] | None = None
    direction: str | None = None
    status: str | None = None
    kind: str | None = None
    sentence: int = 0
    mode: str | None = None
    contexts: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell an event: the sentence of the window, their span in it, and what they tell.

    `actors` and `recipients` are those parties of the window, by index, that take part.
    """

    sentence: int
    start: int
    end: int
    type: str
    status: str
    kind: str
    actors: tuple[int, ...]
    recipients: tuple[int, ...]

    def between(self, pair: Pair) -> bool:
        """Whether what they tell passes between the parties of a pair of the sentence."""
        first, second = pair.first, pair.second
        return self.sentence == pair.sentence and (
            (first in self.actors and second in self.recipients)
            or (second in self.actors and first in self.recipients)
            or (not self.recipients and first in self.actors and second in self.actors)
        )


@dataclass(frozen=True, slots=True)
class Taught:
    """What a larger network says of a window: probabilities of each head for its pairs, (pairs, labels), and of the type that each
    token tells, (length, types).
    """

    pairs: dict[str, Tensor]
    words: Tensor


@dataclass(frozen=True, slots=True)
class Example:
    """A window with marked parties, and its pairs. `group` keeps what belongs together in one fold.

    `triggers` is None where the set has none annotated; `taught` where no larger network has read it.
    """

    texts: tuple[str, ...]
    spans: tuple[tuple[Spans, ...], ...]
    fresh: int
    pairs: tuple[Pair, ...]
    origin: str
    group: str
    directed: bool = False
    triggers: tuple[Trigger, ...] | None = None
    taught: Taught | None = None


def plv(data: Path) -> Iterator[Example]:
    """Marked source and target, one of 15 roots (YIELD is CONCEDE or RETREAT). Every row is an event."""
    with open(data / "relations" / "plv_train.tsv", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            text, spans = _unmark(row["marked_sentence"])
            if "s" not in spans or "t" not in spans:
                continue
            types = ("CONCEDE", "RETREAT") if row["gold_root"] == "YIELD" else (row["gold_root"],)
            both = (((spans["s"],), (spans["t"],)),)
            group = text.strip()
            yield Example((text,), both, 0, (Pair(0, 1, types),), "plv", group, directed=True)
            yield numbered(Example((text,), both, 0, (Pair(0, 1, types, direction="forward"),), "plv", group))


def own_pairs(paths: Iterable[Path]) -> Iterator[Example]:
    """Sentences of our own with a marked source and target, like those of `plv`, shown with and without their direction."""
    for row in corpus_rows(paths):
        both = (((tuple(row["source"]),), (tuple(row["target"]),)),)
        pair = Pair(0, 1, (row["type"],))
        yield Example((row["text"],), both, 0, (pair,), "pairs", row["text"], directed=True)
        yield numbered(Example((row["text"],), both, 0, (replace(pair, direction="forward"),), "pairs", row["text"]))


def numbered(example: Example) -> Example:
    """An example of one sentence and one pair with its parties in order of mention."""
    (parties,) = example.spans
    if min(parties[0]) <= min(parties[1]):
        return example
    pair = example.pairs[0]
    turned = {"forward": "backward", "backward": "forward"}.get(pair.direction or "", pair.direction)
    return replace(example, spans=(parties[::-1],), pairs=(replace(pair, direction=turned),))


def _unmark(marked: str) -> tuple[str, dict[str, Span]]:
    """Text without its `<s>` and `<t>` tags, and the spans they held."""
    text, spans, opened = "", {}, {}
    for part in re.split(r"(</?[st]>)", marked):
        if re.fullmatch(r"<[st]>", part):
            opened[part[1]] = len(text)
        elif re.fullmatch(r"</[st]>", part):
            spans[part[2]] = (opened[part[2]], len(text))
        else:
            text += part
    return text, spans


def penta(data: Path) -> Iterator[Example]:
    """Source and target spans with a quad class only, 0 where nothing is done."""
    folder = data / "relations"
    classes = {}
    for line in (folder / "cameo_penta.tsv").read_text(encoding="utf-8").splitlines():
        text, quad = line.rsplit("\t", 1)
        classes["".join(text.split())] = int(quad)
    for block in (folder / "cameo_source_target.bio").read_text(encoding="utf-8").strip().split("\n\n"):
        rows = [line.rsplit(" ", 1) for line in block.split("\n")]
        known = classes.get("".join(token for token, _ in rows))
        spans = _bio_spans(rows)
        if known is None or "S" not in spans or "T" not in spans:
            continue
        text = join_tokens([token for token, _ in rows])
        pair = Pair(0, 1, quads=(known,), direction="forward" if known else None)
        both = ((tuple(spans["S"]), tuple(spans["T"])),)
        yield numbered(Example((text,), both, 0, (pair,), "penta", text.strip()))


def _bio_spans(rows: list[list[str]]) -> dict[str, list[Span]]:
    spans: dict[str, list[Span]] = {}
    tokens = [token for token, _ in rows]
    at = 0
    while at < len(rows):
        tag = rows[at][1]
        if tag.startswith("B-"):
            stop = at + 1
            while stop < len(rows) and rows[stop][1] == "I-" + tag[2:]:
                stop += 1
            end = len(join_tokens(tokens[:stop]))
            spans.setdefault(tag[2:], []).append((end - len(join_tokens(tokens[at:stop])), end))
            at = stop
        else:
            at += 1
    return spans


def corpus_rows(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """Rows of corpus files."""
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            yield from map(json.loads, lines)


CORPUS = Path(__file__).resolve().parent / "corpus"
# What is trained on: the numbered files. Those named for measuring are not.
TRAINING = tuple(sorted(CORPUS.glob("*-[0-9]*.jsonl")))
ARTICLES = tuple(path for path in TRAINING if not path.stem.startswith("pairs"))
PAIRS = tuple(path for path in TRAINING if path.stem.startswith("pairs"))
HELD_OUT, TEST, OWN_TEST = (CORPUS / f"{name}.jsonl" for name in ("real-held-out", "real-test", "own-test"))
Length = Callable[[str], int]
Told = tuple[dict[str, Any], set[str], set[str]]
# A group that an event names and that is none of those found in the text.
UNFOUND = "unfound"


@cache
def _texts(data: Path) -> dict[tuple[str, str], SourceArticle]:
    return {(a.dataset, a.file): a for a in load(data)}


@dataclass(frozen=True, slots=True)
class Annotated:
    """One article of the corpus: its text, its parse with the sentences that were annotated, and its row."""

    source: SourceArticle
    parse: Parse
    row: dict[str, Any]

    @property
    def group(self) -> str:
        """What keeps the article in one fold; a single sentence is known by its text in every set."""
        single = self.source.dataset in ("plv", "event-location")
        return self.source.text if single else f"{self.source.dataset} {self.source.file}"


def annotated(paths: Iterable[Path], data: Path) -> Iterator[Annotated]:
    """The articles of corpus files with their texts."""
    texts = _texts(data)
    for row in corpus_rows(paths):
        source = texts.get((row["dataset"], row["file"]))
        if source is None:
            fields = ("dataset", "file", "outlet", "published", "text")
            source = SourceArticle(**{name: row[name] for name in fields})
        if source.sha256 != row["sha256"]:
            raise ValueError(f"{row['dataset']} {row['file']}: not the text that was annotated")
        found = parse(article_of(source))
        yield Annotated(source, replace(found, sentences=tuple(Sentence(*span) for span in row["sentences"])), row)


def article_of(source: SourceArticle) -> Article:
    """An annotated article as the program reads it."""
    return Article(id=source.file, text=source.text, published=source.published, publisher=source.outlet)


def mention_of(row: dict[str, Any], article: Article) -> EventMention:
    """An annotated event mention as the coder would give it, before anything is resolved; its id is the event's."""

    def party(given: dict[str, Any]) -> Participant:
        start, end = given["span"] or (0, 0)
        words = article.text[start:end]
        return Participant(given["state"], given["sector"], given.get("name"), text=words, start=start, end=end)

    start, end = row["sentence"]
    return EventMention(
        id=row["event"],
        article_id=article.id,
        type=row["type"],
        kind=Kind(row["kind"]),
        actors=tuple(map(party, row["actors"])),
        recipients=tuple(map(party, row["recipients"])),
        symmetric=row["symmetric"],
        status=Status(row["status"]),
        confidence=1.0,
        evidence=(Evidence(article.id, start, end, article.text[start:end]),),
        coder="annotator",
        model="",
        mode=row["mode"],
        contexts=tuple(row["contexts"]),
    )


def window_examples(article: Annotated, length: Length, room: int) -> Iterator[Example]:
    """An article's windows, as the coder makes them, with the events told of each pair of parties in each sentence."""
    text = article.source.text
    told = told_in(article)
    for window in windows(article.parse, lambda s: length(text[s.start : s.end]), room):
        yield Example(
            texts=tuple(text[s.start : s.end] for s in window.sentences),
            spans=window.spans,
            fresh=window.fresh,
            pairs=tuple(
                pair_of(place, a, b, window.parties, told.get(sentence, []))
                for place, sentence in enumerate(window.sentences)
                for a, b in window.pairs[place]
            ),
            origin=article.source.dataset,
            group=article.group,
            triggers=tuple(_triggers(window, told)),
        )


def _triggers(window: Window, told: dict[Sentence, list[Told]]) -> Iterator[Trigger]:
    for place, sentence in enumerate(window.sentences):
        for event, *sides in told.get(sentence, []) if place >= window.fresh else ():
            if event["trigger"]:
                start, end = (at - sentence.start for at in event["trigger"])
                actors, recipients = (tuple(n for n, key in enumerate(window.parties) if key in side) for side in sides)
                yield Trigger(place, start, end, event["type"], event["status"], event["kind"], actors, recipients)


def directed_examples(article: Annotated) -> Iterator[Example]:
    """Each event mention as a source, a target and the type of what passes, like those of `plv`."""
    for event in article.row["mentions"]:
        start, end = event["sentence"]
        ends = event["actors"][:2] if event["symmetric"] else event["actors"][:1] + event["recipients"][:1]
        spans = [(p["span"][0] - start, p["span"][1] - start) for p in ends if p["span"]]
        if len(spans) == 2 and (spans[0][1] <= spans[1][0] or spans[1][1] <= spans[0][0]):
            both = (((spans[0],), (spans[1],)),)
            text = article.source.text[start:end]
            yield Example((text,), both, 0, (Pair(0, 1, (event["type"],)),), "directed", article.group, directed=True)


def told_in(article: Annotated) -> dict[Sentence, list[Told]]:
    """The event mentions of each sentence, with the keys of their actors and recipients."""
    told: dict[Sentence, list[Told]] = {}
    mentions = article.parse.entity_mentions
    found = {party_key(m, state) for m in mentions for state in m.states}

    def keys(parties: list[dict[str, Any]], inside: list[EntityMention]) -> set[str]:
        every = {_key(party, inside) for party in parties}
        return {UNFOUND if is_group(key) and key not in found else key for key in every}

    for event in article.row["mentions"]:
        sentence = Sentence(*event["sentence"])
        inside = [m for m in mentions if sentence.start <= m.start and m.end <= sentence.end]
        told.setdefault(sentence, []).append((event, keys(event["actors"], inside), keys(event["recipients"], inside)))
    return told


def pair_of(sentence: int, first: int, second: int, parties: tuple[str, ...], told: list[Told]) -> Pair:
    """What the events told in a sentence, as `told_in` has them, make of two parties of its window."""
    types: list[str] = []
    direction = status = kind = mode = contexts = None
    groups = any(is_group(parties[n]) for n in (first, second))
    if groups and any(UNFOUND in actors | recipients for _, actors, recipients in told):
        return Pair(first, second, sentence=sentence)  # the group may well be this one
    for event, actors, recipients in told:
        way = _way(parties[first], parties[second], actors, recipients, event["symmetric"])
        if way:
            types.append(event["type"])
            direction, status, kind = direction or way, status or event["status"], kind or event["kind"]
            mode, contexts = mode or event["mode"] or "none", contexts or tuple(event["contexts"])
    return Pair(first, second, tuple(dict.fromkeys(types)), None, direction, status, kind, sentence, mode, contexts)


def _way(first: str, second: str, actors: set[str], recipients: set[str], symmetric: bool) -> str | None:
    if symmetric:
        return "symmetric" if {first, second} <= actors else None
    if first in actors and second in recipients:
        return "forward"
    return "backward" if second in actors and first in recipients else None


def _key(party: dict[str, Any], inside: list[EntityMention]) -> str:
    """The key of an annotated party; that of the mention it overlaps, whose name the gazetteer fixes."""
    if party["span"]:
        start, end = party["span"]
        for mention in inside:
            if mention.start < end and start < mention.end and party["state"] in mention.states:
                return party_key(mention, party["state"])
    if party["state"] in ("NSA", "IGO") and party.get("name"):
        return f"{party['state']}:{_usual(party['name'], party['state'])}"
    return str(party["state"])


@cache
def _usual(name: str, state: str) -> str:
    """The name by which the gazetteer knows a group or body ("SDF": Syrian Democratic Forces), where it does."""
    found = parse(Article(id="", text=f"The {name} said so.")).entity_mentions
    return next((m.name for m in found if m.name and state in m.states), name)


QUAD_TYPES = {quad: tuple(t.name for t in EVENT_TYPES.values() if t.quad == quad) for quad in range(1, 5)} | {
    0: ("NONE",)
}
