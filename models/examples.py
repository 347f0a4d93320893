"""Training examples: sentences with marked parties with what is known of them, from every set that helps.

A target that a set does not annotate is None and takes no part in the loss.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from models.sources import SourceArticle, join_tokens, load
from sanudo.codebook import EVENT_TYPES
from sanudo.coding.candidates import candidate_of, party_key, spans_by_party
from sanudo.coding.marking import Span, Spans
from sanudo.parse import parse
from sanudo.records import Article, EntityMention, Parse, Sentence


@dataclass(frozen=True, slots=True)
class Pair:
    """Two marked parties, by index, and what is known of them.

    `types` are the PLOVER types that hold between them (none: no event); None where unknown. `quads` is weaker: the quad
    classes that the type is among (0 for none). `direction` is from the first party's view.
    """

    first: int
    second: int
    types: tuple[str, ...] | None = None
    quads: tuple[int, ...] | None = None
    direction: str | None = None
    status: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence with marked parties, and its pairs. `group` keeps what belongs together in one fold."""

    text: str
    spans: tuple[Spans, ...]
    pairs: tuple[Pair, ...]
    origin: str
    group: str
    context: str | None = None
    context_spans: tuple[Spans, ...] = ()
    directed: bool = False


def plv(data: Path) -> Iterator[Example]:
    """Marked source and target, one of 15 roots (YIELD is CONCEDE or RETREAT). Every row is an event."""
    with open(data / "relations" / "plv_train.tsv", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            text, spans = _unmark(row["marked_sentence"])
            if "s" not in spans or "t" not in spans:
                continue
            types = ("CONCEDE", "RETREAT") if row["gold_root"] == "YIELD" else (row["gold_root"],)
            both = ((spans["s"],), (spans["t"],))
            yield Example(text, both, (Pair(0, 1, types),), "plv", text, directed=True)
            yield numbered(Example(text, both, (Pair(0, 1, types, direction="forward"),), "plv", text))


def numbered(example: Example) -> Example:
    """An example of one pair with its parties in order of mention."""
    if min(example.spans[0]) <= min(example.spans[1]):
        return example
    pair = example.pairs[0]
    turned = {"forward": "backward", "backward": "forward"}.get(pair.direction or "", pair.direction)
    return replace(example, spans=example.spans[::-1], pairs=(replace(pair, direction=turned),))


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
        yield numbered(Example(text, (tuple(spans["S"]), tuple(spans["T"])), (pair,), "penta", text))


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


def corpus(paths: Iterable[Path], data: Path) -> Iterator[Example]:
    """Every pair of parties in every annotated sentence, with the events told of it there."""
    texts = {(a.dataset, a.file): a for a in load(data)}
    for row in corpus_rows(paths):
        source = texts.get((row["dataset"], row["file"]))
        if source is None:
            fields = ("dataset", "file", "outlet", "published", "text")
            source = SourceArticle(**{name: row[name] for name in fields})
        if source.sha256 != row["sha256"]:
            raise ValueError(f"{row['dataset']} {row['file']}: not the text that was annotated")
        yield from article_examples(source, row)


def article_examples(source: SourceArticle, row: dict[str, Any]) -> Iterator[Example]:
    """Examples of one annotated article."""
    article = Article(id=source.file, text=source.text, published=source.published)
    found = parse(article)
    sentences = [Sentence(*span) for span in row["sentences"]]
    before: Sentence | None = None
    for sentence in sentences:
        events = [m for m in row["mentions"] if m["sentence"] == [sentence.start, sentence.end]]
        yield from _sentence_examples(source, found, sentence, before, events)
        before = sentence


def _sentence_examples(
    source: SourceArticle, found: Parse, sentence: Sentence, before: Sentence | None, events: list[dict[str, Any]]
) -> Iterator[Example]:
    inside = [m for m in found.entity_mentions if sentence.start <= m.start and m.end <= sentence.end]
    here = spans_by_party(inside, sentence)
    there = spans_by_party(found.entity_mentions, before) if before else {}
    told = [(event, _keys(event["actors"], inside), _keys(event["recipients"], inside)) for event in events]
    for event in events:
        for party in event["actors"] + event["recipients"]:
            key = _key(party, inside)
            if party["span"] and key not in here:
                span = (party["span"][0] - sentence.start, party["span"][1] - sentence.start)
                here.setdefault(key, []).append(span)
    candidate = candidate_of(sentence, before, here, there)
    if candidate is not None:
        yield Example(
            text=source.text[sentence.start : sentence.end],
            spans=candidate.spans,
            pairs=tuple(_pair(a, b, candidate.parties, told) for a, b in candidate.pairs),
            origin=source.dataset,
            group=f"{source.dataset} {source.file}",
            context=source.text[before.start : before.end] if before else None,
            context_spans=candidate.context_spans,
        )


Told = tuple[dict[str, Any], set[str], set[str]]


def _pair(first: int, second: int, parties: tuple[str, ...], told: list[Told]) -> Pair:
    types: list[str] = []
    direction = status = kind = None
    for event, actors, recipients in told:
        way = _way(parties[first], parties[second], actors, recipients, event["symmetric"])
        if way:
            types.append(event["type"])
            direction, status, kind = direction or way, status or event["status"], kind or event["kind"]
    return Pair(first, second, tuple(dict.fromkeys(types)), None, direction, status, kind)


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
    name = party.get("name")
    return f"{party['state']}:{name}" if party["state"] in ("NSA", "IGO") else str(party["state"])


def _keys(parties: list[dict[str, Any]], inside: list[EntityMention]) -> set[str]:
    return {_key(party, inside) for party in parties}


QUAD_TYPES = {quad: tuple(t.name for t in EVENT_TYPES.values() if t.quad == quad) for quad in range(1, 5)} | {
    0: ("NONE",)
}
