"""One event or mention explained: its words in context, where they come from, how each value came about."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, replace
from typing import NamedTuple

from sanudo.codebook import EVENT_TYPES, KINDS, SECTORS, STATUSES
from sanudo.present.datewords import date_words
from sanudo.present.detailwords import explained, label
from sanudo.present.entries import DATED_BY
from sanudo.present.eventwords import ALONE, Around, event_words
from sanudo.present.phrases import sentence
from sanudo.present.words import (
    PUBLISHED_BASES,
    article_name,
    confidence_words,
    counted,
    distinct,
    flat,
    one_line,
    place_label,
    refusal_words,
)
from sanudo.records import Article, Attribution, Entry, Event, EventMention, Evidence, Participant
from sanudo.resources import state_name

_AROUND = 200  # characters of context on each side: two or three lines
WIDTH = 100
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
    width: int = WIDTH,
    around: Around = ALONE,
) -> str:
    """The explanation as text, in lines of at most `width` characters where words allow it.

    `articles` holds the article of each mention by id; `mark` makes evidence stand out; `around` is what is known of an event beside its mentions.
    """
    mentions = tuple(mentions)
    size = f", {counted(len(mentions), 'mention')}" if isinstance(found, Event) else ""
    lines = [_Line(sentence(found)), _Line(found.id + size)]
    if isinstance(found, Event):
        lines += [_Line(words) for words in event_words(found, articles, around)]
    for mention in mentions:
        lines += [_Line(""), *_mention(mention, articles[mention.article_id])]
    text = "\n".join(wrapped for line in lines for wrapped in line.wrapped(width))
    return _MARKED.sub(lambda words: mark(words[1]), text) + "\n"


def explain_imported(entry: Entry) -> str:
    """An imported event as text: what was read in its row, where the row stands, and the row. It has no other evidence.

    Raises:
        ValueError: the event was coded here.
    """
    origin = entry.origin
    if origin is None:
        raise ValueError("this event was not imported")
    codes = [
        f"CAMEO {origin.code}" if origin.code else "",
        f"intensity {origin.intensity:g}" if origin.intensity is not None else "",
    ]
    lines = [
        sentence(entry.mention) if entry.mention.type else "PLOVER has no type for this event.",
        entry.event_id,
        "",
        f"Imported as it stood: {origin.format}, {origin.file}, line {origin.line}{f', there {origin.row_id}' if origin.row_id else ''}.",
        "It has no evidence but this row.",
        *filter(None, [", ".join(filter(None, codes))]),
        "",
        *([one_line(origin.header)] if "\n" in origin.header else []),
        one_line(origin.raw),
    ]
    return "\n".join(lines) + "\n"


class _Line(NamedTuple):
    """A line to be broken where it is too long: what stands before its first part, if not what stands before the rest."""

    text: str
    indent: str = ""
    first: str | None = None

    def wrapped(self, width: int) -> list[str]:
        opening = self.indent if self.first is None else self.first
        shown = self.text if {_OPEN, _CLOSE} & set(self.text) else one_line(self.text)
        return textwrap.wrap(
            shown,
            width,
            initial_indent=opening,
            subsequent_indent=self.indent,
            break_long_words=False,  # an address in two halves cannot be clicked
            break_on_hyphens=False,
        ) or [""]


def _mention(mention: EventMention, article: Article) -> Iterator[_Line]:
    if any(article.text[e.start : e.end] != e.text for e in mention.evidence):
        article = replace(article, text="")  # cleaned anew since: offsets of this mention mean nothing in it
    yield _Line(f"Mention {mention.id}")
    yield from _source(article)
    for evidence in mention.evidence:
        yield from _evidence(evidence, article)
    yield _Line("")
    for name, value, how in _fields(mention, article):
        yield from _field(name, value, how)
    yield from _field("read by", f"{mention.coder}, model {mention.model}", confidence_words(mention.confidence))


def _source(article: Article) -> Iterator[_Line]:
    basis = f" ({PUBLISHED_BASES[article.published_basis]})" if article.published_basis else ""
    date = f"{date_words(article.published)}{basis}" if article.published else "date of publication not known"
    address = " ".join(filter(None, [article.url, f"[{article.origin}]" if article.origin else ""]))
    return (_Line(text, "  ") for text in (article_name(article), date, address, article.id))


def _evidence(evidence: Evidence, article: Article) -> Iterator[_Line]:
    """The words in their context, and their offsets."""
    start, end = max(0, evidence.start - _AROUND), evidence.end + _AROUND
    before, after = article.text[start : evidence.start], article.text[evidence.end : end]
    if start:
        before = "… " + before.partition(" ")[2]
    if end < len(article.text):
        after = after.rpartition(" ")[0] + " …"
    yield _Line("")
    shown = f"{_lines(before)}{_OPEN}{_lines(evidence.text)}{_CLOSE}{_lines(after)}"
    yield from (_Line(line, "  | ") for line in shown.split("\n") if line.strip())
    in_source = f"; {evidence.source_start} to {evidence.source_end} of its source" if evidence.source_end else ""
    yield _Line(f"characters {evidence.start} to {evidence.end} of the cleaned text{in_source}", "  ")


def _lines(text: str) -> str:
    """Text from a report made safe to show, in the lines that it has there."""
    return "\n".join(map(flat, text.split("\n")))


def _fields(mention: EventMention, article: Article) -> Iterator[tuple[str, str, str]]:
    """Each field's name, its value in words, and how it came about; for an empty one, why it is empty."""
    values = dict(_values(mention))
    extra = (b.field for b in mention.basis if b.field not in values)
    slots = {field.name for field in fields(mention.detail)} if mention.detail else set()
    refused = (r.field for r in mention.refusals if r.field and r.field not in values and r.field not in slots)
    for name in dict.fromkeys((*values, *extra, *refused)):
        how = [*_bases(mention, name, article), *_refusals(mention, name)]
        if values.get(name) or how:
            yield name, values.get(name) or "none", "; ".join(how)
    yield from explained(mention.detail)
    yield from (("left out", label(r.field), refusal_words(r)) for r in mention.refusals if r.field in slots)


def _values(mention: EventMention) -> Iterator[tuple[str, str]]:
    said = mention.attribution
    yield "type", f"{mention.type}: {EVENT_TYPES[mention.type].meaning}"
    yield "mode", mention.mode or ""
    yield "contexts", ", ".join(mention.contexts)
    yield "kind", f"{mention.kind}: {KINDS[mention.kind]}"
    yield "status", f"{mention.status}: {STATUSES[mention.status]}"
    yield "actors", _parties(mention.actors)
    yield "recipients", _parties(mention.recipients)
    yield "office", "; ".join(_office(p) for p in (*mention.actors, *mention.recipients) if p.office or p.rank)
    yield "direction", "none: nobody leads" if mention.symmetric else "from the actors to the recipients"
    yield "when", " = ".join(distinct([mention.when, date_words(mention.when)])) if mention.when else ""
    yield "where", place_label(mention.where)
    yield "attribution", _speaker(said) if said else ""


def _speaker(said: Attribution) -> str:
    """The speaker's words, who that is where it is a party, and who passes it on."""
    party = ", ".join(filter(None, [*map(state_name, said.states), SECTORS.get(said.sector or ""), said.name]))
    chain = "".join(f", as “{other}” has it" for other in said.through)
    return f"“{said.text}” ({said.cue}){f', that is {party}' if party else ''}{chain}"


def _parties(parties: Iterable[Participant]) -> str:
    return "; ".join(map(_party, parties))


def _party(party: Participant) -> str:
    label = ", ".join(filter(None, [state_name(party.state), SECTORS.get(party.sector or ""), party.name]))
    return f"{party.state} ({label}) from “{party.text}” [{party.start} to {party.end}]"


def _office(party: Participant) -> str:
    return f"{', '.join(filter(None, [party.office, party.rank]))} ({party.name or party.text})"


def _bases(mention: EventMention, field: str, article: Article) -> Iterator[str]:
    if field == "when" and mention.when_basis:
        yield DATED_BY[mention.when_basis]
    for basis in mention.basis:
        if basis.field == field:
            words = article.text[basis.start : basis.end] if basis.start is not None else ""
            yield basis.how if words in basis.how else f"{basis.how} (“{words}”)"


def _refusals(mention: EventMention, field: str) -> Iterator[str]:
    return (f"empty: {refusal_words(r)}" for r in mention.refusals if r.field == field)


def _field(name: str, value: str, how: str) -> Iterator[_Line]:
    """A field's name and value, and under it how it came about."""
    yield _Line(value, " " * 15, f"  {name:<13}")
    if how:
        yield _Line(how, " " * 17, " " * 15 + "- ")
