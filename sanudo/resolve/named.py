"""The places that an article names, and how: "in Aleppo", "to Aleppo", "Aleppo’s", or as one who acts ("Moscow warned")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from sanudo import resources
from sanudo.resolve import toponyms
from sanudo.resolve.gazetteer import senses_of
from sanudo.resolve.toponyms import Name, Span

# "al-Tanf", "St. Petersburg", "Deir ez-Zor", "Strait of Hormuz": capitals, joined by little words.
ARTICLE = r"(?:al|el|ez|ash|as|an|ar|ad|at|az)-"
WORD = rf"(?:{ARTICLE})?(?:(?:[A-Z]\.){{2,4}}|(?:St|Mt|Ft)\.|[^\W\d_a-z]\w{{0,40}}(?:[-’'](?!s\b)\w{{1,30}}){{0,4}})"
JOINED = r"(?:(?:of|the|de|del|la|es|el|al|ez|da|do|du|upon)[ -]){0,2}"
RUN = re.compile(rf"(?<!\w){WORD}(?: {JOINED}{WORD}){{0,9}}")
PIECE = re.compile(r"\S+")
LONGEST = 6
# Words that may stand beside a name in capitals without belonging to it.
BESIDE = frozenset(
    "the in on at from near to into and but for after as when while since by with of off outside inside over around across "
    "if though although however meanwhile earlier elsewhere monday tuesday wednesday thursday friday saturday sunday january "
    "february march april may june july august september october november december province city region state governorate "
    "district county village town airport airbase northern southern eastern western central north south east west "
    "northeastern northwestern southeastern southwestern north-eastern north-west north-east south-west south-east "
    "greater downtown rural republic capital prefecture oblast".split()
)
# The word before a name, and what it says of it: where a thing is, whence, whither, whose.
ROLES = {
    **dict.fromkeys(("in", "at", "inside", "within", "throughout", "across"), "in"),
    **dict.fromkeys(
        ("near", "outside", "around", "off", "over", "along", "above", "beside", "on", "between", "through"), "near"
    ),
    **dict.fromkeys(("to", "into", "toward", "towards", "for", "against", "onto"), "to"),
    **dict.fromkeys(("from", "via", "leaving", "out"), "from"),
    **dict.fromkeys(("visited", "visiting", "visits", "visit", "entered", "entering", "reached", "invaded"), "to"),
    **dict.fromkeys(
        ("hit", "struck", "bombed", "shelled", "attacked", "captured", "seized", "besieged", "retaken"), "near"
    ),
    "of": "of",
}
STOPS = frozenset(
    "by with and or but that which who whom whose when where while if as than is are was were be been has have had will would may"
    " can could should not said says after before since until because about under despite without during".split()
)
# "US forces": short names of states are used like adjectives.
LIKE_ADJECTIVES = frozenset(("US", "U.S.", "UK", "U.K.", "UAE", "EU", "UN"))
FOLLOWS = re.compile(
    r"[ -](?!(?:and|or|in|on|at|to|for|from|with|by|is|was|has|had|will|would|as|that|after|but)\b)[a-z]"
)
# Nouns that a name after "of" belongs to: "in the city of Lima".
KINDS = re.compile(
    r"(?:cit(?:y|ies)|towns?|villages?|capital|provinces?|regions?|district|enclave|area|suburbs?|governorate|island|port|side|part|parts"
    r"|outskirts|north|south|east|west|coast|centre|center|resort|state|country|republic|territory|neighbou?rhood|north-?(?:east|west)"
    r"|south-?(?:east|west)|countryside|stronghold|sea|gulf|strait|canton|kilometers|kilometres|km|miles|heart|shores?|bank)"
)
LINK = re.compile(r"(?:,|,? and|,? or|,? as well as)\s*")
BACK = re.compile(r"[\w’'-]+(?=\W*$)")
# Words between the preposition and the name: "in the rebel-held town of", "near the Syrian border town of".
STEPS, LOOKED = 6, 90
# What makes an adjective of a state a place: "in the Turkish capital", "on Syrian soil".
GROUND = re.compile(
    r"\s(?:[a-z-]+\s){0,2}(?:capital|cit(?:y|ies)|towns?|villages?|provinces?|regions?|territory|soil|airspace|waters|border|coast"
    r"|side|port|ports|airport|bases?|air\s?bases?|airfields?|desert|countryside|enclave|resort|islands?|mountains?|suburbs?)\b"
)
# A place that needs no preposition to be believed has so many people; a word may also be a person's name.
KNOWN = 150_000
DATELINE = re.compile(r"\s*(?P<place>[^\W\d_a-z][\w .,’'-]{2,50}?)\s*(?:\([^()\n]{2,40}\)\s*)?(?:[-–—]{1,2}|:)\s")
# Below a headline the place of a dateline stands in capitals, in one of the first so many lines.
CAPITALS = re.compile(r"[^\W\d_a-z][^\W\d_a-z’'-]{2}")
LINES = 4
ROOM = 400_000


@dataclass(frozen=True, slots=True)
class Named:
    """A place named in the text, with the senses of the name. `role` is in, near, to, from, of, dateline or bare.

    `adjective` is true of "Syrian" and the like, which name a state by what belongs to it.
    """

    start: int
    end: int
    role: str
    adjective: bool
    name: Name


@lru_cache(maxsize=8)
def named_places(text: str, home: str | None = None) -> tuple[Named, ...]:
    """Every place that a text names, in order; `home` is the country of the paper, if known. At most the first ROOM
    characters are read."""
    rows = list(_found(text[:ROOM]))
    names = toponyms.weigh(text, [Span(start, end) for start, end, *_ in rows], home)
    return tuple(
        Named(start, end, role, adjective, name)
        for (start, end, role, adjective), name in zip(rows, names, strict=True)
    )


def _found(text: str) -> Iterator[tuple[int, int, str, bool]]:
    dateline = _dateline(text)
    role, last = "", 0
    for run in RUN.finditer(text):
        for start, end, whole in _names_in(run[0], run.start()):
            form = text[start:end]
            party = resources.parties().get(form)
            adjective = (party is not None and party.label == "adjective") or (
                form in LIKE_ADJECTIVES and FOLLOWS.match(text, end) is not None
            )
            if dateline and dateline.start("place") <= start and end <= dateline.end("place"):
                role, last = "dateline", end
                yield start, end, role, False
                continue
            joined = LINK.fullmatch(text, last, start) if start - last < 14 else None
            role = role if joined and role in ("in", "near", "to", "from") else _role(text, start)
            if adjective:
                ground = role in ("in", "near", "to", "from") and GROUND.match(text, end)
                yield start, end, role if ground else "bare", True
                role = ""
                continue
            if not whole or not _believed(form, role):
                role = ""
                continue
            last = end
            yield start, end, role, False


def _dateline(text: str) -> re.Match[str] | None:
    """What opens the text, or one of the lines below a headline, with the place that it was filed from."""
    below = (end.end() for end in islice(re.finditer("\n", text), LINES))
    starts = (0, *(start for start in below if CAPITALS.match(text, start)))
    return next(filter(None, (DATELINE.match(text, start) for start in starts)), None)


def _names_in(run: str, offset: int) -> Iterator[tuple[int, int, bool]]:
    """(start, end, whether nothing else is in the run) of the longest names in a run of capitals."""
    pieces = [(piece.start(), piece.end()) for piece in PIECE.finditer(run)]
    rows, at = [], 0
    while at < len(pieces):
        for to in range(min(at + LONGEST, len(pieces)), at, -1):
            form = run[pieces[at][0] : pieces[to - 1][1]]
            if (form.casefold() not in BESIDE or to - at > 1) and (form in resources.parties() or senses_of(form)):
                rows.append((at, to))
                at = to
                break
        else:
            at += 1
    taken = {number for start, end in rows for number in range(start, end)}
    rest = [run[a:b] for number, (a, b) in enumerate(pieces) if number not in taken]
    beside = all(word.casefold() in BESIDE for word in rest)
    several = [row for row in rows if run[slice(pieces[row[0]][0], pieces[row[1] - 1][1])] not in _adjectives()]
    for start, end in rows:
        yield pieces[start][0] + offset, pieces[end - 1][1] + offset, beside and len(several) <= 1


@lru_cache(maxsize=1)
def _adjectives() -> frozenset[str]:
    return frozenset(form for form, name in resources.parties().items() if name.label == "adjective")


def _role(text: str, start: int) -> str:
    """What the words before a name say of it: those of a noun phrase may stand between."""
    before, low = start, max(0, start - LOOKED)
    for _ in range(STEPS):
        found = BACK.search(text, low, before)
        if not found or not text[found.end() : before].isspace():
            break
        word = found[0]
        role = ROLES.get(word.casefold())
        if role == "of" and before == start:
            noun = BACK.search(text, low, found.start())
            if not noun or not KINDS.fullmatch(noun[0]):
                return role
        elif role and role != "of":
            return role
        elif word in STOPS or (word[0].isupper() and word not in _adjectives()):
            break
        before = found.start()
    return "bare"


def _believed(form: str, role: str) -> bool:
    """Whether a name in capitals is a place: its role says so, or it is too large or too plain a place to be a person."""
    senses = senses_of(form)
    if role in ("in", "near", "dateline"):
        return bool(senses)
    return any(
        sense.usual
        and (sense.entry.kind not in ("city", "district") or sense.entry.population >= KNOWN or sense.entry.capital)
        for sense in senses
    )
