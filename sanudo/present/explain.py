"""One event or mention explained: its words in context, where they come from, how each value came about."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from sanudo.codebook import EVENT_TYPES, KINDS, SECTORS, STATUSES
from sanudo.present.datewords import date_words
from sanudo.present.entries import DATED_BY, detail_words
from sanudo.present.phrases import sentence
from sanudo.present.words import (
    PUBLISHED_BASES,
    article_name,
    counted,
    distinct,
    flat,
    one_line,
    place_label,
    refusal_words,
)
from sanudo.records import Article, Event, EventMention, Evidence, Participant
from sanudo.resources import state_name

_AROUND = 200  # characters of context on each side: two or three lines
_WIDTH = 100
_OPEN, _CLOSE = "\x02", "\x03"  # around the words until lines are broken; `one_line` leaves none in a report's text
_MARKED = re.compile(f"{_OPEN}(.*?){_CLOSE}", re.DOTALL)


def pointed(words: str) -> str:
    """The mark of evidence where there is no colour."""
    return f">>{words}<<"


def explain(
    found: Event | EventMention,
    mentions: Iterable[EventMention],
    articles: Mapping[str, Article],
    mark: Callable[[str], str] = pointed,
) -> str:
    """The explanation as text. `articles` holds the article of each mention by id; `mark` makes evidence stand out."""
    mentions = tuple(mentions)
    size = f", {counted(len(mentions), 'mention')}" if isinstance(found, Event) else ""
    head = [one_line(sentence(found)), found.id + size]
    blocks = ["\n".join(head), *(_mention(m, articles[m.article_id]) for m in mentions)]
    return _MARKED.sub(lambda words: mark(words[1]), "\n\n".join(blocks)) + "\n"


def _mention(mention: EventMention, article: Article) -> str:
    if any(article.text[e.start : e.end] != e.text for e in mention.evidence):
        article = replace(article, text="")  # cleaned anew since: offsets of this mention mean nothing in it
    lines = [
        f"Mention {mention.id}",
        *_source(article),
        *(line for evidence in mention.evidence for line in _evidence(evidence, article)),
        "",
        *(line for name, value, how in _fields(mention, article) for line in _field(name, value, how)),
        *_field("read by", f"{mention.coder}, model {mention.model}", f"confidence {mention.confidence:.2f}"),
    ]
    return "\n".join(lines)


def _source(article: Article) -> Iterator[str]:
    basis = f" ({PUBLISHED_BASES[article.published_basis]})" if article.published_basis else ""
    date = f"{date_words(article.published)}{basis}" if article.published else "date of publication not known"
    address = " ".join(filter(None, [article.url, f"[{article.origin}]" if article.origin else ""]))
    for line in (article_name(article), date, address, article.id):
        yield from _wrapped(line, "  ")


def _evidence(evidence: Evidence, article: Article) -> Iterator[str]:
    """The words in their context, and their offsets."""
    start, end = max(0, evidence.start - _AROUND), evidence.end + _AROUND
    before, after = article.text[start : evidence.start], article.text[evidence.end : end]
    if start:
        before = "… " + before.partition(" ")[2]
    if end < len(article.text):
        after = after.rpartition(" ")[0] + " …"
    yield ""
    yield from _wrapped(f"{flat(before)}{_OPEN}{flat(evidence.text)}{_CLOSE}{flat(after)}", "  | ")
    in_source = f"; {evidence.source_start} to {evidence.source_end} of its source" if evidence.source_end else ""
    yield f"  characters {evidence.start} to {evidence.end} of the cleaned text{in_source}"


def _fields(mention: EventMention, article: Article) -> Iterator[tuple[str, str, str]]:
    """Each field's name, its value in words, and how it came about; for an empty one, why it is empty."""
    values = dict(_values(mention))
    extra = (b.field for b in mention.basis if b.field not in values)
    refused = (r.field for r in mention.refusals if r.field and r.field not in values)
    for name in dict.fromkeys((*values, *extra, *refused)):
        how = [*_bases(mention, name, article), *_refusals(mention, name)]
        if values.get(name) or how:
            yield name, values.get(name) or "none", "; ".join(how)


def _values(mention: EventMention) -> Iterator[tuple[str, str]]:
    said = mention.attribution
    yield "type", f"{mention.type}: {EVENT_TYPES[mention.type].meaning}"
    yield "mode", mention.mode or ""
    yield "contexts", ", ".join(mention.contexts)
    yield "kind", f"{mention.kind}: {KINDS[mention.kind]}"
    yield "status", f"{mention.status}: {STATUSES[mention.status]}"
    yield "actors", _parties(mention.actors)
    yield "recipients", _parties(mention.recipients)
    yield "when", " = ".join(distinct([mention.when, date_words(mention.when)])) if mention.when else ""
    yield "where", place_label(mention.where)
    yield "attribution", f"“{said.text}” ({said.cue})" if said else ""
    yield "detail", "; ".join(detail_words(mention.detail))


def _parties(parties: Iterable[Participant]) -> str:
    return "; ".join(map(_party, parties))


def _party(party: Participant) -> str:
    label = ", ".join(filter(None, [state_name(party.state), SECTORS.get(party.sector or ""), party.name]))
    return f"{party.state} ({label}) from “{party.text}” [{party.start} to {party.end}]"


def _bases(mention: EventMention, field: str, article: Article) -> Iterator[str]:
    if field == "when" and mention.when_basis:
        yield DATED_BY[mention.when_basis]
    for basis in mention.basis:
        if basis.field == field:
            words = article.text[basis.start : basis.end] if basis.start is not None else ""
            yield f"{basis.how} (“{words}”)" if words else basis.how


def _refusals(mention: EventMention, field: str) -> Iterator[str]:
    return (f"empty: {refusal_words(r)}" for r in mention.refusals if r.field == field)


def _field(name: str, value: str, how: str) -> Iterator[str]:
    """A field's name and value, and under it how it came about."""
    yield from _wrapped(value, " " * 15, f"  {name:<13}")
    if how:
        yield from _wrapped(how, " " * 17, " " * 15 + "- ")


def _wrapped(text: str, indent: str, first: str | None = None) -> list[str]:
    kept = text if _OPEN in text else one_line(text)
    opening = indent if first is None else first
    return textwrap.wrap(kept, _WIDTH, initial_indent=opening, subsequent_indent=indent, break_on_hyphens=False)
