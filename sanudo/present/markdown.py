"""A brief as Markdown (CommonMark with tables). Every text from a report is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from sanudo.present.datewords import date_words
from sanudo.present.entries import small_print
from sanudo.present.links import web_link
from sanudo.present.pieces import Brief, Encounter, Entry, Line, Quote, Section, Source, Standing
from sanudo.present.words import capital, one_line, source_name

_SPECIAL = re.compile(r"[\\`*_\[\]|~$@]")
_OPENING = re.compile(r"^([#+=-]|\d+(?=[.)]))")  # what makes a heading or a list at the start of a line
_BARE_LINK = re.compile(r"(?i)\b((?:https?|ftp)(?=:)|www(?=\.))")  # what many renderers link by themselves
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def escape(text: str) -> str:
    """Text on one line that Markdown shows as it stands: no markup, no HTML, no link, no list."""
    line = _SPECIAL.sub(r"\\\g<0>", one_line(text))
    line = _BARE_LINK.sub(r"\1\\", line)
    line = _OPENING.sub(lambda found: f"{found[1]}\\" if found[1].isdigit() else f"\\{found[1]}", line)
    return line.translate(_MARKUP)


def render(brief: Brief) -> str:
    """The brief as one Markdown text."""
    blocks = [
        "<!-- Made by Sanudo -->",  # `sanudo read` takes no brief for a report
        f"# {escape(brief.title)}",
        escape(brief.lead.text),
        _quotes([brief.lead.quote] if brief.lead.quote else []),
        "\n".join(f"- {count.number:,} {escape(count.what)}" for count in brief.counts),
        *_agreed(brief.agreed),
        *_part("What happened", brief.happened),
        *_part("What did not, or not yet, happen", brief.apart),
        *_encounters(brief.encounters),
        *(_section(brief.others, "##") if brief.others else ()),
        *_standing(brief.standing),
        *_bullets("Reports not coded", [f"{r.report}: {r.why}" for r in brief.not_coded]),
        *_sources(brief.sources),
        *_bullets("How to read this", brief.reading),
    ]
    return "\n\n".join(filter(None, blocks)) + "\n"


def _numbers(sources: Iterable[int]) -> str:
    return "".join(f" [{number}]" for number in sources)


def _bullets(title: str, texts: Sequence[str]) -> Iterator[str]:
    if texts:
        yield f"## {title}"
        yield "\n".join(f"- {escape(text)}" for text in texts)


def _agreed(lines: Sequence[Line]) -> Iterator[str]:
    if lines:
        yield "## What was agreed or changed hands"
        yield "\n".join(f"- {escape(line.sentence)}{_numbers(line.sources)} (no. {line.entry})" for line in lines)


def _part(title: str, sections: Sequence[Section]) -> Iterator[str]:
    if sections:
        yield f"## {title}"
    for section in sections:
        yield from _section(section, "###")


def _section(section: Section, level: str) -> Iterator[str]:
    yield f"{level} {escape(section.title)}"
    yield escape(section.note)
    if not (section.dated or section.undated):
        yield "None in this ledger."
    for entry in section.dated:
        yield from _entry(entry)
    if section.undated:
        yield "*Without a date, in the order of their reports:*"
    for entry in section.undated:
        yield from _entry(entry)


def _entry(entry: Entry) -> Iterator[str]:
    yield f"**{entry.number}. {escape(entry.sentence)}**{' (uncertain)' * entry.uncertain}"
    yield _quotes(entry.quotes)
    if added := [*entry.people, *entry.details]:
        yield escape("; ".join(added))
    yield from (f"**Disputed** is {escape(words)}." for words in entry.disputes)
    yield f"*{escape(' · '.join(small_print(entry)))}*"


def _quotes(quotes: Iterable[Quote]) -> str:
    return "\n>\n".join(f"> {_quote(quote)}" for quote in quotes)


def _quote(quote: Quote) -> str:
    said = f", on the word of “{escape(quote.said_by)}”" if quote.said_by else ""
    return f"{escape(f'“{quote.text}”')} ({escape(quote.publisher)}{said}) [{quote.source}]"


def _encounters(encounters: Sequence[Encounter]) -> Iterator[str]:
    if not encounters:
        return
    yield "## Who met whom"
    rows = [["Date", "Who", "Whom", "Form", "Place", "Sources"], ["---"] * 6]
    for met in encounters:
        date = date_words(met.when) if met.when else "not dated"
        cells = [escape(cell) for cell in (date, met.who, met.whom, met.form, met.place)]
        rows.append([*cells, _numbers(met.sources).strip()])
    yield "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _standing(told: Standing | None) -> Iterator[str]:
    if told is None:
        return
    yield "## How they stand"
    rows = [told.headings, ("---",) * len(told.headings), *told.rows]
    yield "\n".join(f"| {' | '.join(escape(cell) if cell != '---' else cell for cell in row)} |" for row in rows)
    yield "\n".join(f"- {escape(note)}" for note in told.notes)


def _sources(sources: Sequence[Source]) -> Iterator[str]:
    if sources:
        yield "## Sources"
        yield "\n".join(f"{source.number}. {_source(source)}" for source in sources)


def _source(source: Source) -> str:
    """Publisher, title, date and its basis, address or file."""
    title = f"“{escape(source.title)}”" if source.title else "untitled"
    date = f"{date_words(source.published)} ({source.published_basis})" if source.published else source.published_basis
    link = web_link(source.url)
    place = f"<{link}>" if link else escape(source.url or source_name(source.origin))
    return ". ".join(
        filter(None, [escape(source.publisher or "Publisher not known"), title, capital(escape(date)), place])
    )
