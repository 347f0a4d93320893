"""Worksheets for annotators, and their answers as stand-off corpus rows.

    python -m models.annotate sheet --data ../shared/data --list FILE > sheet.txt
    python -m models.annotate collect --data ../shared/data --annotator NAME ANSWERS... > models/corpus/real-NAME.jsonl

A sheet numbers the sentences of each article. An answer file has, under each `@ dataset file` line, one line an event mention:

    S12 | E3 | TYPE/mode | RUS/MIL:Russian delegation + CHN:China | PAK:Pakistan | status | kind | when | where | attribution | contexts | trigger words

A passage of our own (`@ own NAME`) has its sentences there too, `S1 words`, one a line, and `# published DATE`, `# style WORDS`.
`=` for recipients marks a symmetric event; `-` an empty field; a participant whose words are not in the sentence is written `^PAK`.
`collect` finds every quoted phrase in its sentence and refuses, with the line, whatever it cannot place.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import nupunkt

from models.sources import SourceArticle, load
from sanudo.codebook import CONTEXTS, EVENT_TYPES, SECTORS
from sanudo.records import Kind, Status
from sanudo.resources import state_name

EDTF_PART = r"(?:\d{4}(?:-\d\d(?:-\d\d)?)?[~?%]?|\.\.|)"
EDTF = re.compile(rf"{EDTF_PART}(?:/{EDTF_PART})?")


class AnswerError(ValueError):
    """An answer line that cannot be read."""


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """(start, end) of each sentence; a line end always ends one."""
    spans = []
    offset = 0
    for line in text.split("\n"):
        for start, end in nupunkt.sent_spans(line) if line.strip() else ():
            part = line[start:end]
            left = len(part) - len(part.lstrip())
            spans.append((offset + start + left, offset + start + len(part.rstrip())))
        offset += len(line) + 1
    return [s for s in spans if s[0] < s[1]]


def find_phrase(phrase: str, text: str, start: int, end: int) -> list[int]:
    """[start, end] of the phrase within the sentence; raises AnswerError where it is not."""
    for flags in (re.NOFLAG, re.IGNORECASE):
        for bounds in (rf"(?<!\w){re.escape(phrase)}(?!\w)", re.escape(phrase)):
            if found := re.compile(bounds, flags).search(text, start, end):
                return list(found.span())
    raise AnswerError(f"not in the sentence: {phrase!r}")


def read_participants(field: str, text: str, span: tuple[int, int]) -> list[dict[str, Any]]:
    """The participants of one side, `RUS/MIL:words + CHN:words`."""
    rows: list[dict[str, Any]] = []
    for part in re.split(r"\s+\+\s+(?=\^?[A-Z]{3}(?:[/:(]|$|\s))", field):
        found = re.fullmatch(r"(\^?)([A-Z]{3})(?:\(([^)]*)\))?(?:/([A-Z]{3}))?(?:\s*:\s*(.+))?", part.strip())
        if not found:
            raise AnswerError(f"no participant: {part!r}")
        implied, state, name, sector, words = found.groups()
        if state_name(state) == state:
            raise AnswerError(f"no state: {state!r}")
        if sector and sector not in SECTORS:
            raise AnswerError(f"no sector: {sector!r}")
        row: dict[str, Any] = {"state": state, "sector": sector}
        if name:
            row["name"] = name
        row["span"] = None if implied or not words else find_phrase(words.strip().strip('"'), text, *span)
        rows.append(row)
    return rows


def read_answer(line: str, text: str, spans: list[tuple[int, int]]) -> dict[str, Any]:
    """One event mention from one answer line; raises AnswerError."""
    cells = [cell.strip() for cell in line.split("|")]
    if len(cells) != 12:
        raise AnswerError(f"{len(cells)} fields, 12 wanted")
    number, event, kind_of, actors, recipients, status, kind, when, where, attribution, contexts, trigger = cells
    at = int(number.lstrip("S"))
    if not 1 <= at <= len(spans):
        raise AnswerError(f"no sentence {number}")
    span = spans[at - 1]
    type_, _, mode = kind_of.partition("/")
    told = [] if contexts in ("-", "") else [context.strip() for context in contexts.split(",")]
    known = [(type_, EVENT_TYPES), (status, list(Status)), (kind, list(Kind)), *((c, CONTEXTS) for c in told)]
    if type_ in EVENT_TYPES and mode:
        known.append((mode, EVENT_TYPES[type_].modes))
    for value, allowed in known:
        if value not in allowed:
            raise AnswerError(f"{value!r} is none of {', '.join(allowed)}")
    if when not in ("-", "") and not EDTF.fullmatch(when):
        raise AnswerError(f"no EDTF date: {when!r}")
    country, _, place = where.partition(":")
    symmetric = recipients == "="
    return {
        "sentence": list(span),
        "event": event,
        "type": type_,
        "mode": mode or None,
        "contexts": told,
        "actors": read_participants(actors, text, span),
        "recipients": [] if symmetric or recipients in ("-", "") else read_participants(recipients, text, span),
        "symmetric": symmetric,
        "status": status,
        "kind": kind,
        "when": None if when in ("-", "") else when,
        "where": None
        if where in ("-", "")
        else {"country": country.strip("- ") or None, "place": place.strip() or None},
        "attribution": None if attribution in ("-", "") else find_phrase(attribution.strip('"'), text, *span),
        "trigger": None if trigger in ("-", "") else find_phrase(trigger.strip('"'), text, *span),
    }


def write_sheet(article: SourceArticle) -> None:
    """Print the worksheet of one article."""
    print(f"@ {article.dataset} {article.file}\n# published {article.published or 'unknown'}")
    for number, (start, end) in enumerate(sentence_spans(article.text), 1):
        print(f"S{number} {article.text[start:end]}")
    print()


def read_own(path: Path) -> dict[tuple[str, str], SourceArticle]:
    """Passages of our own, whose sentences (`S1 words`, one a line) stand in the answer file itself."""
    articles: dict[tuple[str, str], SourceArticle] = {}
    for block in re.split(r"(?m)^@ ", path.read_text(encoding="utf-8"))[1:]:
        lines = block.splitlines()
        dataset, file = lines[0].split(maxsplit=1)
        if dataset == "own":
            words = [m[1] for m in map(re.compile(r"S\d+ (?!\|)(.+)").fullmatch, map(str.strip, lines)) if m]
            given = dict(line[2:].split(maxsplit=1) for line in lines if re.match(r"# \w+ \S", line))
            published = given.get("published")
            style = given.get("style", "")
            articles[dataset, file] = SourceArticle(dataset, file, style, published, "\n".join(words))
    return articles


def line_spans(text: str) -> list[tuple[int, int]]:
    """(start, end) of each line."""
    return [m.span() for m in re.finditer(r"[^\n]+", text)]


def collect(articles: dict[tuple[str, str], SourceArticle], answers: list[Path], annotator: str) -> int:
    """Print corpus rows; return how many lines were refused."""
    refused = 0
    for path in answers:
        known = articles | read_own(path)
        rows: list[dict[str, Any]] = []
        for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            line = raw.strip()
            try:
                if line.startswith("@"):
                    dataset, file = line[1:].split(maxsplit=1)
                    article = known[dataset, file]
                    own = dataset == "own"
                    spans = line_spans(article.text) if own else sentence_spans(article.text)
                    row = asdict(article) | {"sha256": article.sha256, "annotator": annotator, "sentences": spans}
                    if not own:
                        del row["text"]
                    rows.append(row | {"mentions": []})
                elif re.match(r"S\d+ \|", line):
                    rows[-1]["mentions"].append(read_answer(line, article.text, spans))
            except (AnswerError, ValueError, KeyError) as problem:
                refused += 1
                print(f"{path}:{number}: {problem}", file=sys.stderr)
        for row in rows:
            print(json.dumps(row, ensure_ascii=False))
    return refused


def main() -> None:
    """Run one of the two jobs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("job", choices=("sheet", "collect"))
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--list", type=Path, help="articles to annotate, `dataset file` a line")
    parser.add_argument("--annotator", default="")
    parser.add_argument("answers", type=Path, nargs="*")
    args = parser.parse_args()
    articles = {(a.dataset, a.file): a for a in load(args.data)}
    if args.job == "sheet":
        for line in args.list.read_text(encoding="utf-8").splitlines():
            dataset, file = line.split(maxsplit=1)
            write_sheet(articles[dataset, file])
    else:
        sys.exit(1 if collect(articles, args.answers, args.annotator) else 0)


if __name__ == "__main__":
    main()
