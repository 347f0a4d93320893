"""Phrases that follow a cue: what is talked of, what for, because of what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sanudo.detail.passage import Passage, Span
from sanudo.details import Stated

# What a list of several things is split at: its commas and last "and", where it has commas.
_PARTS = re.compile(r",\s(?:and\s)?|\sas\swell\sas\s|\sand\s")


def after(passage: Passage, spans: tuple[Span, ...], cue: re.Pattern[str]) -> Stated | None:
    """The phrase that follows the first of these cues which one follows; it begins in the group `of` where the cue has one."""
    return next(every_after(passage, spans, cue), None)


def every_after(passage: Passage, spans: tuple[Span, ...], cue: re.Pattern[str]) -> Iterator[Stated]:
    """The phrases that follow each of these cues."""
    for span in spans:
        for match in cue.finditer(passage.text, *span):
            start = match.start("of") if "of" in cue.groupindex and match["of"] else match.end()
            if phrase := passage.phrase(start, span[1]):
                yield phrase


# What ends a clause that is taken whole, verb and all: "after a mine tore up the road".
_CLAUSE_ENDS = re.compile(
    r"[.!?](?=[\s”\"’')]|$)|[;:\n“”\"()]|\s[-–—]+\s|,\s(?:and|but|which|while|when|as|with|said|says|according|he|she|they|it|adding|saying|until|the|an?|[A-Z][\w’']*(?:\s[\w’']+){0,3}\s(?:said|says|told|reported))\b"
    r"|,\s(?=[a-z]+(?:ed|ing|s)\s)|\s(?:said|says|according\sto|until|unless|while)\s"
)


def clause(passage: Passage, start: int, end: int) -> Stated | None:
    """The clause that begins here with its verb, of at most as many words as a phrase; None where nothing is left."""
    stop = _CLAUSE_ENDS.search(passage.text, start, end)
    found = passage.cut(start, stop.start() if stop else end)
    return found if len(found.value) > 2 else None


_LISTED = re.compile(
    r"[^,;.:!?\n“”\"]+(?:,\s(?!(?:which|who|where|when|while|after|as|but|with|said|says|according|he|she|they|it)\b)[^,;.:!?\n“”\"]+){1,6}"
)


def topics(passage: Passage, spans: tuple[Span, ...], cue: re.Pattern[str]) -> tuple[Stated, ...]:
    """What follows each of these cues; a list ("trade, energy and defence") as its parts."""
    found: dict[str, Stated] = {}
    for span in spans:
        for match in cue.finditer(passage.text, *span):
            for part in _parts(passage, match.end(), span[1]):
                found.setdefault(part.value.lower(), part)
    return tuple(found.values())


# "Political, economic and security issues" is one phrase: what stands before the commas are adjectives.
_ADJECTIVES = re.compile(r"(?:al|ic|ary|ive)(?:,|\sand\s)\s?\w+", re.IGNORECASE)


def _parts(passage: Passage, start: int, end: int) -> Iterator[Stated]:
    listed = _LISTED.match(passage.text, start, min(end, start + 300))
    phrase = passage.phrase(start, end)
    if phrase is None:
        return
    commas = (
        listed is not None
        and not _ADJECTIVES.search(listed.group())
        and re.search(r",\s[^,]{2,60}(?:,\s[^,]{2,60})*,?\sand\s", listed.group())
    )
    if not (listed and commas) or len(listed.group().split()) > 45:
        yield phrase
        return
    at = start
    for cut in [*_PARTS.finditer(passage.text, start, listed.end()), None]:
        stop = cut.start() if cut else listed.end()
        if (part := passage.phrase(at, stop)) and len(part.value.split()) <= 12:
            yield part
        at = cut.end() if cut else stop
