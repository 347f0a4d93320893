"""ECB+ (Cybulska and Vossen 2014): events that several news articles tell, as mentions that the reconciler can compare.

The texts are no reports on states, so a mention has only part of what ours have: parties are the people and bodies that its sentence names (the last capitalised word of each), or for want of
those its capitalised words but for the first; type, kind and status are the same for all, and there are no dates.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sanudo.reconcile.traits import Traits, traits_of
from sanudo.records import Article, EventMention, Evidence, Kind, Participant, Status

FOLDER = Path("coreference") / "ecbplus"
# The topics that work on ECB+ develops on (Cybulska and Vossen 2015, and since).
DEVELOPMENT = (2, 5, 12, 18, 21, 23, 34, 35)
EVENTS, PEOPLE = ("ACTION", "NEG"), "HUMAN"
# Words that end the head of a mention of several words: "death of", "take over".
ENDS = set("of in on at to for from by with over up off out down away about after into".split())


@dataclass(frozen=True, slots=True)
class Told:
    """A mention with its annotated event, unique in the corpus, and its head word in small letters."""

    event: str
    head: str
    traits: Traits


def topic(data: Path, number: int, whole: bool) -> list[Told]:
    """The mentions of a topic that the annotators gave an event; with `whole` all of an event in one article as one, as the reconciler is given them.

    What they marked and left alone isn't certain to be complete: the list of the sentences in which it is, isn't among the data.
    """
    return [told for path in sorted((data / FOLDER / str(number)).glob("*.xml")) for told in _article(path, whole)]


def lemmas(treebank: Path) -> dict[str, str]:
    """The commonest lemma of each word of a CoNLL-U file, both in small letters."""
    counts: dict[str, Counter[str]] = {}
    for row in treebank.read_text(encoding="utf-8").splitlines():
        cells = row.split("\t")
        if len(cells) == 10:
            counts.setdefault(cells[1].lower(), Counter())[cells[2].lower()] += 1
    return {word: found.most_common(1)[0][0] for word, found in counts.items()}


def _article(path: Path, whole: bool) -> Iterator[Told]:
    root = ET.parse(path).getroot()
    words = {row.attrib["t_id"]: row.text or "" for row in root.iter("token")}
    sentence = {row.attrib["t_id"]: int(row.attrib["sentence"]) for row in root.iter("token")}
    # Sentence 0 of the newer articles is an address.
    first = 1 if path.stem.endswith("plus") else 0
    lines: dict[int, list[str]] = {}
    for at, word in words.items():
        if sentence[at] >= first:
            lines.setdefault(sentence[at], []).append(word)
    article = Article(id=path.stem, text="\n".join(map(" ".join, lines.values())))
    marked = {
        row.attrib["m_id"]: (row.tag, [anchor.attrib["t_id"] for anchor in row])
        for row in root.iterfind("Markables/*")
        if len(row)
    }
    names: dict[int, set[str]] = {}
    for tag, span in marked.values():
        if tag.startswith(PEOPLE):
            names.setdefault(sentence[span[0]], set()).update(_capitalised([words[at] for at in span])[-1:])
    event = dict(_events(root, path.stem))
    told: dict[str, list[list[str]]] = {}
    for name, (tag, span) in marked.items():
        if tag.startswith(EVENTS) and name in event and sentence[span[0]] in lines:
            told.setdefault(event[name] if whole else name, []).append(span)
    for name, spans in told.items():
        within = sorted({sentence[span[0]] for span in spans})
        parties = {party for at in within for party in names.get(at) or _capitalised(lines[at][1:])}
        mention = _mention(f"{path.stem} {name}", path.stem, sorted(parties), [" ".join(lines[at]) for at in within])
        heads = Counter(_head([words[at] for at in span]) for span in spans)
        yield Told(event.get(name, name), heads.most_common(1)[0][0], traits_of(mention, article))


def _events(root: ET.Element, article: str) -> Iterator[tuple[str, str]]:
    """Mentions with their events: those of a chain across articles share its note."""
    for row in root.iterfind("Relations/*"):
        across = row.tag.startswith("CROSS")
        for source in row.iterfind("source"):
            yield source.attrib["m_id"], row.attrib["note"] if across else f"{article} {row.attrib['r_id']}"


def _capitalised(words: list[str]) -> list[str]:
    return [word for word in words if word[:1].isupper()]


def _head(words: list[str]) -> str:
    small = [word.lower() for word in words]
    return next((small[n - 1] for n, word in enumerate(small) if n and word in ENDS), small[-1])


def _mention(id: str, article: str, parties: list[str], sentences: list[str]) -> EventMention:
    return EventMention(
        id=id,
        article_id=article,
        type="CONSULT",
        kind=Kind.OTHER,
        actors=tuple(Participant(state="NSA", name=party, text=party) for party in parties),
        recipients=(),
        symmetric=False,
        status=Status.HAPPENED,
        confidence=1.0,
        evidence=tuple(Evidence(article_id=article, start=0, end=len(text), text=text) for text in sentences),
        coder="annotated",
        model="",
    )
