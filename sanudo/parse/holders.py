"""Office-holders whom news names without their state: by full name, by surname in their years, by title and surname."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from sanudo import resources
from sanudo.identity import alike, plain
from sanudo.resources import Actors, OfficeHolder
from sanudo.titles import NAME

# A report may name an incoming or a late holder as one in office for about a year.
SLACK = 1
# In a report of an unknown year, those in office since are meant.
RECENT = 1990
_HEADS = "President|Prime Minister|Premier|PM|Chancellor|King|Queen|Emir|Sultan|Pope|Crown Prince|Vice President|Supreme Leader"
_OTHERS = (
    "Secretary of State|Secretary[- ]General|Secretary|Foreign Minister|Defen[cs]e Minister|Foreign Secretary|Defen[cs]e Secretary|Minister|"
    "Senator|Sen\\.|General|Gen\\.|Admiral|Adm\\.|Ambassador|Speaker|Ayatollah|High Commissioner|Attorney General|Mrs?\\.?|Ms\\.?|Dr\\.?"
)
TITLED = re.compile(rf"\b(?:[Tt]hen-)?({_HEADS}|{_OTHERS})\s+({NAME.pattern})")
# "Abdullah II" is King Abdullah, too.
_NUMERAL = re.compile(r"[IVX]+")
# Offices that lead a state, by the word that a title has for them.
LEADING = {"leader", "Leader"}


Index = dict[str, tuple[tuple[str, OfficeHolder], ...]]


@cache
def _full(actors: Actors) -> Index:
    """Full names of two words and more, by their first letters."""
    return _indexed((form, h) for h in resources.gazetteer(actors).holders for form in h.forms if " " in form)


@cache
def _alone(actors: Actors) -> Index:
    """Forms that stand alone, by their first letters."""
    return _indexed((form, h) for h in resources.gazetteer(actors).holders for form in h.alone)


def _indexed(entries: Iterable[tuple[str, OfficeHolder]]) -> Index:
    index: dict[str, set[tuple[str, OfficeHolder]]] = {}
    for form, holder in entries:
        index.setdefault(first_letters(form), set()).add((form, holder))
    return {letters: tuple(sorted(found, key=_longest_first)) for letters, found in index.items()}


def _longest_first(entry: tuple[str, OfficeHolder]) -> tuple[int, str, int, str]:
    form, holder = entry
    return -len(form), form, holder.first, holder.state


def first_letters(form: str) -> str:
    """The letters of a form up to the first other character, by which forms are looked up."""
    match = re.match(r"\w+", form)
    return match.group() if match else form


@cache
def _by_word(actors: Actors) -> dict[str, tuple[OfficeHolder, ...]]:
    """Holders by each word of their names, folded."""
    index: dict[str, dict[OfficeHolder, None]] = {}
    for holder in resources.gazetteer(actors).holders:
        for word in {plain(word) for form in (*holder.forms, *holder.alone) for word in form.split()}:
            index.setdefault(word, {})[holder] = None
    return {word: tuple(found) for word, found in index.items()}


def _held(text: str, index: Index) -> dict[str, list[OfficeHolder]]:
    """The forms of an index that the text holds, each with everyone whom it may mean."""
    found: dict[str, list[OfficeHolder]] = {}
    for match in re.finditer(r"(?<![\w’'-])\w+", text):
        start = match.start()
        for form, holder in index.get(match.group(), ()):
            if text.startswith(form, start) and not re.match(r"[\w-]", text[start + len(form) : start + len(form) + 1]):
                held = found.setdefault(form, [])
                if holder not in held:
                    held.append(holder)
    return found


def by_full_name(text: str, year: int | None, actors: Actors) -> Iterator[tuple[str, OfficeHolder]]:
    """Full names that the text holds, with the office held in the year or nearest to it."""
    for form, held in _held(text, _full(actors)).items():
        yield form, nearest(held, year)


def by_title(text: str, year: int | None, named: frozenset[str], actors: Actors) -> Iterator[tuple[str, OfficeHolder]]:
    """Names after a title ("President Bush", "Mr. Kuchma") with the one holder of a fitting office whom they can mean.

    `named` are the states that the article names. Where several states had such a holder, it must be the one that is named.
    """
    for match in TITLED.finditer(text):
        title, name = match[1], re.sub(r"(?:[’']s|[’'])$", "", match[2])
        words = [plain(word) for word in name.split()]
        fitting = [h for h in _by_word(actors).get(words[-1], ()) if _fits(h, title, words)]
        held = [h for h in fitting if _may_be(h, year, named)]
        at_home = [h for h in held or fitting if h.state in named]
        chosen = at_home or ([] if title[:2] in ("Mr", "Ms", "Dr") else held)
        if len({(h.state, h.of) for h in chosen}) == 1:
            yield name, nearest(chosen, year)


def _fits(holder: OfficeHolder, title: str, words: list[str]) -> bool:
    """Whether a holder can be meant by a title and a name: all the words are theirs, or the last one is all that is known."""
    if re.fullmatch(_HEADS, title):
        sought = {"PM": "prime minister", "Premier": "premier"}.get(title, title.lower())
        office = holder.office.lower().replace("premier", "premier prime minister")
        if (
            sought not in office
            and not (sought == "premier" and "prime minister" in office)
            and holder.office not in LEADING
        ):
            return False
    for form in (*holder.forms, *holder.alone):  # a leader's second surname may be left out
        known = [plain(word) for word in form.split() if not _NUMERAL.fullmatch(word)]
        lasts = known[1:] if holder.office in LEADING else known[-1:]
        theirs = all(word in known or len(word.strip(".")) == 1 for word in words)
        if (theirs and (words[-1] in lasts or len(known) == 1)) or (len(known) == 1 and alike(known[0], words[-1])):
            return True
    return False


def by_surname(
    text: str, year: int | None, named: frozenset[str], actors: Actors
) -> Iterator[tuple[str, OfficeHolder]]:
    """Forms that stand alone in the text, for whoever of that name was in office.

    In a report without a date those count who were in office since 1990, and others where it names the state.
    """
    for form, held in _held(text, _alone(actors)).items():
        fitting = [h for h in held if _may_be(h, year, named)]
        past = [h for h in held if year is not None and h.last < year]  # told of in history, at home
        fitting = [h for h in fitting or past if h.state in named] or fitting
        if len({(h.state, h.of) for h in fitting}) == 1:
            yield form, nearest(fitting, year)


def _may_be(holder: OfficeHolder, year: int | None, named: frozenset[str]) -> bool:
    return in_office(holder, year) if year else holder.last >= RECENT or holder.state in named


def in_office(holder: OfficeHolder, year: int) -> bool:
    """Whether a holder was in office in a year, give or take one."""
    return holder.first - SLACK <= year <= holder.last + SLACK


def nearest(holders: Iterable[OfficeHolder], year: int | None) -> OfficeHolder:
    """Of one person's offices the one held in a year, or nearest to it; the latest on an unknown day."""

    def distance(holder: OfficeHolder) -> tuple[int, int]:
        off = 0 if year is None else max(holder.first - year, year - holder.last, 0)
        return off, -holder.first

    return min(holders, key=distance)
