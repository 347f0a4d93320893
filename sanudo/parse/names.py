"""Names of states, bodies and groups in running text: longest match against the gazetteer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sanudo import resources
from sanudo.records import EntityMention, MentionLabel

TOKEN = re.compile(r"\w+|[^\w\s]")
# Forms that are also plain words in capitals, or given names and surnames; they need the context checked below.
SHOUTED = {"US", "IS", "WHO", "UN", "EU", "AU"}
GIVEN_NAMES = {"Jordan", "Chad", "Georgia", "Israel", "Paris", "London", "Sofia", "Victoria", "Kingston", "Santiago"}
# Words that may stand in capitals before a seat of government without making it a surname.
LEADS = set("in at from to for and or but the with by on of as after before since while when if that both".split())
DATELINE_END = re.compile(r"\s*[:—–-]|\s*\(|,\s+[A-Z][a-z]{2,8}\.?\s+\d{1,2}")
FILED = re.compile(rf"([A-Z][\w’' ]{{1,30}}?)(?={DATELINE_END.pattern})")

Token = tuple[str, int, int]


@cache
def _forms() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Tokenised forms by first token, longest first; blocked names among them."""
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for form in sorted([*resources.parties(), *resources.blocked()]):
        tokens = tuple(TOKEN.findall(form))
        index.setdefault(tokens[0], []).append((tokens, form))
    for entries in index.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return index


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """Words and punctuation marks of a stretch of text with their offsets."""
    return [(m.group(), m.start(), m.end()) for m in TOKEN.finditer(text, start, end)]


def find_names(text: str, start: int, end: int) -> Iterator[EntityMention]:
    """Entity mentions by name between two offsets, in order, none overlapping."""
    tokens = tokens_of(text, start, end)
    shouting = _is_shouting(text[start:end])
    at = 0
    while at < len(tokens):
        length, form = _longest(text, tokens, at)
        if length:
            mention = _mention(text, tokens, at, length, form, shouting)
            if mention is not None:
                yield mention
        at += max(length, 1)


def _is_shouting(sentence: str) -> bool:
    letters = [c for c in sentence if c.isalpha()]
    return len(letters) > 15 and sum(c.isupper() for c in letters) > 0.7 * len(letters)


def _longest(text: str, tokens: list[Token], at: int) -> tuple[int, str]:
    for form_tokens, form in _forms().get(tokens[at][0], ()):
        stop = at + len(form_tokens)
        if stop > len(tokens) or any(tokens[at + i][0] != t for i, t in enumerate(form_tokens)):
            continue
        # White space inside ("U. S.") makes no other name.
        if "".join(text[tokens[at][1] : tokens[stop - 1][2]].split()) == "".join(form.split()):
            return len(form_tokens), form
    return 0, ""


def _mention(text: str, tokens: list[Token], at: int, length: int, form: str, shouting: bool) -> EntityMention | None:
    name = resources.parties().get(form)
    if name is None or (shouting and form in SHOUTED) or _is_surname(tokens, at, length, form, name.label):
        return None
    start, end = tokens[at][1], tokens[at + length - 1][2]
    if name.label == "capital" and start == _line_start(text, start) and DATELINE_END.match(text, end):
        return None  # where the report was filed, not who acts
    how = {"adjective": "adjective of the state", "capital": "seat of the government"}.get(name.label, "named")
    return EntityMention(
        start, end, text[start:end], MentionLabel(name.label), (name.state,), name.sector, name.name, how
    )


def filed_from(text: str) -> str | None:
    """The state whose seat of government opens one of the first lines as a dateline; None where none does."""
    for line in text.splitlines()[:4]:
        match = FILED.match(line)
        name = match and (resources.parties().get(match[1]) or resources.parties().get(match[1].title()))
        if name and name.label == "capital":
            return name.state
    return None


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _is_surname(tokens: list[Token], at: int, length: int, form: str, label: str) -> bool:
    """Whether the form is part of a person's name: "George Washington", "Jordan Peele"."""
    before = tokens[at - 1][0] if at else ""
    after = tokens[at + length][0] if at + length < len(tokens) else ""
    if form in GIVEN_NAMES and after[:1].isupper() and after.isalpha() and after not in _forms():
        return True
    named = before[:1].isupper() and before.isalpha() and len(before) > 1 and not before.isupper()
    return label == "capital" and named and before.lower() not in LEADS and before not in _forms()
