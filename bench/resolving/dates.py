"""How well time expressions are found and read, and how often an event gets its date.

**Time expressions** on the documents of TimeBank whose file name has a hash of 6 to 9 modulo 10 (`measured`; the rules were written on the
others). An expression is found when it overlaps one that is annotated, each matched once (the relaxed match of TempEval), or, where it says so, when it
is the same to the character. Of F1 the row shows twice the matches, of expressions annotated plus expressions found. "Dates" are the
annotated DATE and TIME, against what stands for a time or vaguely for one ("recently"); "all" are durations and sets too. A value is right when it is the same days
as the annotated value; times of day are cut off, quarters, halves and weeks are the days they hold. Not asked, since no calendar date
stands for them, are the values PAST_REF, PRESENT_REF, FUTURE_REF (asked in a row of their own: that no date was given) and weeks and quarters without a number (1989-WXX).

**Events** on annotated real articles: each mention as annotated (type, parties, status, kind, sentence), without its date, which the program
works out anew. A date agrees when its days hold those of the annotated one or lie within them, give or take a day, and it is at most one step
(day, month, season, year, longer) coarser. "Right or rightly none" is over all mentions (a row
shows what a program would get that never gives a date), "of those dated" over those with an annotated date,
"of dates given" over those to which the program gives one; per event, mentions with one number count as one, with the first annotated and the shortest given
date. The publication date stands in place of the event's where it is what is given and the annotated date is another that does not agree.
"""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from models.examples import ARTICLES, HELD_OUT, TEST, article_of, corpus_rows, mention_of
from models.measure import agree
from models.sources import SourceArticle, load
from sanudo import dates
from sanudo.resolve.expressions import TimeExpression, find
from sanudo.resolve.rules import Sort
from sanudo.resolve.when import with_date

# What was measured, on which data, how many were right, of how many, and the least share that is asked.
Row = tuple[str, str, int, int, float | None]
SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
CREATED = re.compile(r'value="(\d{4}-\d\d-\d\d)[^"]*"[^>]*functionInDocument="CREATION_TIME"')
TAG = re.compile(r"(<[^>]+>)")


@dataclass(frozen=True, slots=True)
class Annotated:
    """An annotated time expression: span, TIMEX3 type and value."""

    start: int
    end: int
    type: str
    value: str


def rows(shared: Path) -> Iterator[Row]:
    """Every figure of this module."""
    yield from _expressions(shared / "data" / "time" / "timebank")
    texts = {(a.dataset, a.file): a for a in load(shared / "data")}
    real = [path for path in ARTICLES if path.stem.startswith("real")]
    yield from _events("real-1 to real-20, learned from", real, texts, None)
    yield from _events("real-held-out", [HELD_OUT], texts, 0.75)
    yield from _events("real-test", [TEST], texts, 0.75)


def measured(file: str) -> bool:
    """Whether a TimeBank document is of the part that is measured on."""
    return int(hashlib.sha256(file.encode()).hexdigest(), 16) % 10 >= 6


def documents(folder: Path, part: bool) -> Iterator[tuple[str, date, list[Annotated]]]:
    """Text, day of creation and annotated time expressions of the documents of one part."""
    for path in sorted(folder.glob("*.tml")):
        if measured(path.name) is not part:
            continue
        raw = path.read_text(encoding="utf-8", errors="replace")
        day, body = CREATED.search(raw), re.search(r"<TEXT>(.*?)</TEXT>", raw, re.DOTALL)
        text, found, opened = "", [], (0, "")
        for piece in TAG.split(body[1]) if body else ():
            if piece.startswith("<TIMEX3"):
                opened = (len(text), piece)
            elif piece == "</TIMEX3>":
                named = dict(re.findall(r'(\w+)="([^"]*)"', opened[1]))
                found.append(Annotated(opened[0], len(text), named["type"], named["value"]))
            elif not piece.startswith("<"):
                text += html.unescape(piece)
        if day:
            yield text, date.fromisoformat(day[1]), found


def as_edtf(value: str) -> str | None:
    """The value of a TIMEX3 as EDTF; None where it stands for no time of the calendar."""
    value = value.partition("T")[0]
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        first, last = (date.fromisocalendar(int(match[1]), int(match[2]), n) for n in (6 if match[3] else 1, 7))
        return f"{first}/{last}"
    if match := re.fullmatch(r"(\d{4})-([QH])(\d)", value):
        months = 3 if match[2] == "Q" else 6
        return f"{match[1]}-{months * (int(match[3]) - 1) + 1:02d}/{match[1]}-{months * int(match[3]):02d}"
    if match := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        return f"{match[1]}-{SEASONS[match[2]]}"
    edtf = value + "X" * (4 - len(value)) if re.fullmatch(r"\d\d\d?", value) else value
    return edtf if dates.is_edtf(edtf) else None


def paired(gold: Sequence[Annotated], found: Sequence[TimeExpression]) -> list[tuple[Annotated, TimeExpression]]:
    """Annotated expressions with the one found that overlaps most, each used once."""
    pairs, used = [], set[int]()
    for one in gold:
        over = [
            (min(one.end, e.end) - max(one.start, e.start), -n) for n, e in enumerate(found) if n not in used
        ]  # fmt: skip
        shared, n = max(over, default=(0, 0))
        if shared > 0:
            used.add(-n)
            pairs.append((one, found[-n]))
    return pairs


def _expressions(folder: Path) -> Iterator[Row]:
    totals = {"dates": [0, 0, 0], "all": [0, 0, 0]}
    right = asked = refused = vague = 0
    for text, day, gold in documents(folder, part=True):
        found = list(find(text, day))
        dated = [g for g in gold if g.type in ("DATE", "TIME")]
        timed = [e for e in found if e.sort in (Sort.DATE, Sort.VAGUE)]
        for name, wanted, given in (("dates", dated, timed), ("all", gold, found)):
            pairs = paired(wanted, given)
            same = sum((g.start, g.end) == (e.start, e.end) for g, e in pairs)
            for n, more in enumerate((2 * len(pairs), 2 * same, len(wanted) + len(given))):
                totals[name][n] += more
        for one, expression in paired(dated, timed):
            if value := as_edtf(one.value):
                asked += 1
                right += expression.edtf is not None and dates.bounds(expression.edtf) == dates.bounds(value)
            elif one.value.endswith("_REF"):
                vague += 1
                refused += expression.edtf is None
    data = "TimeBank, the part kept to measure on"
    for name, least in (("dates", 0.8), ("all", None)):
        overlap, same, both = totals[name]
        yield f"time expressions ({name}): F1, overlapping", data, overlap, both, least
        yield f"time expressions ({name}): F1, exact", data, same, both, None
    yield "value of the dates found", data, right, asked, 0.8
    yield "no date given to what has none (PAST_REF ...)", data, refused, vague, None


def _events(
    data: str, corpus: Sequence[Path], texts: dict[tuple[str, str], SourceArticle], least: float | None
) -> Iterator[Row]:
    pairs: list[tuple[str | None, str | None]] = []
    events: list[tuple[str | None, str | None]] = []
    instead = 0
    for row in corpus_rows(corpus):
        article = article_of(texts[row["dataset"], row["file"]])
        told: dict[str, list[tuple[str | None, str | None]]] = {}
        for mention in row["mentions"]:
            gold, given = mention["when"], with_date(mention_of(mention, article), article).when
            told.setdefault(mention["event"], []).append((gold, given))
            instead += bool(gold and given and given == article.published and not agree(gold, given))
        for both in told.values():
            pairs += both
            events.append(
                (next((g for g, _ in both if g), None), min((c for _, c in both if c), key=_days, default=None))
            )
    for name, some in (("mention", pairs), ("event", events)):
        right = sum(bool(g and c and agree(g, c)) for g, c in some)
        none = sum(not g and not c for g, c in some)
        yield (
            f"date of the {name}, right or rightly none",
            data,
            right + none,
            len(some),
            least if name == "mention" else None,
        )
        yield f"date of the {name}, if none were ever given", data, sum(not g for g, _ in some), len(some), None
        yield f"date of the {name}, of those dated", data, right, sum(bool(g) for g, _ in some), None
        yield f"date of the {name}, of dates given", data, right, sum(bool(c) for _, c in some), None
    given = sum(bool(c) for _, c in pairs)
    yield "dates given that are not the publication date in place of the event's", data, given - instead, given, 0.97


def _days(edtf: str) -> int:
    span = dates.bounds(edtf)
    return (span[1] - span[0]).days if span else 0
