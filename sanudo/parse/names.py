"""Names of states, bodies and groups in running text: longest match against the gazetteer.

A name alone does not settle what it names. Weak names (abbreviations, "the Senate") count only where the article names their
state too; names that mean several things (Georgia, Congo) are read by what else the article holds; surnames, addresses and
institutions that hold a state's name are none of its mentions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from sanudo import resources
from sanudo.records import EntityMention, MentionLabel, Sentence
from sanudo.resources import NO_ACTORS, Actors, Gazetteer, Name
from sanudo.titles import SECTOR_OF, TITLE_WORDS

TOKEN = re.compile(r"\w+|[^\w\s]")
# Forms that are also plain words in capitals, or given names and surnames; they need the context checked below.
SHOUTED = {"US", "IS", "WHO", "UN", "EU", "AU"}
GIVEN_NAMES = {
    "Jordan",
    "Chad",
    "Georgia",
    "Israel",
    "Paris",
    "London",
    "Sofia",
    "Victoria",
    "Kingston",
    "Santiago",
    "India",
    "Chile",
}
# What is "of Georgia" before a name of its holder: "the parliament of Georgia Shalva Papuashvili".
OFFICES = {*SECTOR_OF, *TITLE_WORDS, "parliament", "assembly"}
SURNAMES = {"Jordan", "Holland", "England", "Ireland", "Wales", "France", "Israel"}
# Words that may stand in capitals before a seat of government without making it a surname.
LEADS = set("in at from to for and or but the with by on of as after before since while when if that both".split())
# Those that may stand so before a state's name, beyond these.
DIRECTIONS = set(
    "north south east west northern southern eastern western central great greater new mainland upper lower president".split()
)
# What makes the name before it that of a place, a paper, a school or a team.
INSTITUTIONS = set(
    "University College School Academy Hospital Airport Hotel Stadium Museum Orchestra Symphony Philharmonic Festival Marathon Zoo Street Avenue "
    "Road Boulevard County Cup Open League Cricket Rugby Football Hockey Olympics FC Prix Times Post Daily Herald Tribune Gazette Cathedral "
    "Bridge Tower Redskins Wizards Nationals Capitals Masters Airlines Airways Restaurant Cuisine".split()
)
# American states, as an address has them after a town: "Moscow, Idaho".
ADDRESS = set(
    "Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Idaho Illinois Indiana Iowa Kansas Kentucky Louisiana "
    "Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada Ohio Oklahoma Ontario Oregon Pennsylvania "
    "Tennessee Texas Utah Vermont Virginia Wisconsin Wyoming Conn Tenn Pa Ky Tex Ont Ga".split()
)
DATELINE_END = re.compile(r"\s*[:—–-]|\s*\(|,\s+[A-Z][a-z]{2,8}\.?\s+\d{1,2}")
# The beginning of an EDTF date that is a plain day, month or year.
DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?![\dX])")
FILED = re.compile(rf"([A-Z][\w’' ]{{1,30}}?)(?={DATELINE_END.pattern})")

Token = tuple[str, int, int]
Forms = dict[str, list[tuple[tuple[str, ...], str]]]


@dataclass(frozen=True, slots=True)
class Found:
    """A mention, and the name that it was found by."""

    mention: EntityMention
    name: Name


def find_in(
    text: str, spans: Iterable[Sentence], day: str | None = None, actors: Actors = NO_ACTORS, home: str | None = None
) -> tuple[EntityMention, ...]:
    """Entity mentions by name in an article's sentences, in order, none overlapping.

    `day` is its date of publication; `home` the state that it is at home in, which a name that it shares means there.
    """
    known, forms = resources.gazetteer(actors), _forms(actors)
    date = DAY.match(day) if day else None
    day = date.group() if date else None
    found = [f for span in spans for f in _found(text, span.start, span.end, day, known, forms)]
    strong = [f for f in found if f.name.home is None]
    homes = {f.name.state for f in strong} | {f.name.name for f in strong if f.name.name}
    counted = (f.mention for f in found if f.name.home is None or f.name.home in homes or f.name.name in homes)
    meant = _meant(text, counted, known, home)
    return tuple(_with_agent(text, mention, known) if known.agents else mention for mention in meant)


@cache
def _forms(actors: Actors) -> Forms:
    """Tokenised forms by first token, longest first; blocked names among them."""
    known = resources.gazetteer(actors)
    index: Forms = {}
    for form in sorted({*known.parties, *known.blocked}):
        tokens = tuple(TOKEN.findall(form))
        index.setdefault(tokens[0], []).append((tokens, form))
    for entries in index.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return index


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """Words and punctuation marks of a stretch of text with their offsets."""
    return [(m.group(), m.start(), m.end()) for m in TOKEN.finditer(text, start, end)]


def _found(text: str, start: int, end: int, day: str | None, known: Gazetteer, forms: Forms) -> Iterator[Found]:
    tokens = tokens_of(text, start, end)
    shouting = _is_shouting(text[start:end])
    at = 0
    while at < len(tokens):
        length, form = _longest(text, tokens, at, forms)
        name = known.named(form, day) if length else None
        if (
            name is not None
            and not (shouting and form in SHOUTED)
            and not _is_other(tokens, at, length, form, name, forms)
        ):
            mention = _mention(text, tokens[at][1], tokens[at + length - 1][2], name)
            if mention is not None:
                yield Found(mention, name)
        at += max(length, 1)


def _is_shouting(sentence: str) -> bool:
    letters = [c for c in sentence if c.isalpha()]
    return len(letters) > 15 and sum(c.isupper() for c in letters) > 0.7 * len(letters)


def _longest(text: str, tokens: list[Token], at: int, forms: Forms) -> tuple[int, str]:
    for form_tokens, form in forms.get(tokens[at][0], ()):
        stop = at + len(form_tokens)
        if stop > len(tokens) or any(tokens[at + i][0] != t for i, t in enumerate(form_tokens)):
            continue
        # White space inside ("U. S.") makes no other name.
        if "".join(text[tokens[at][1] : tokens[stop - 1][2]].split()) == "".join(form.split()):
            return len(form_tokens), form
    return 0, ""


def _mention(text: str, start: int, end: int, name: Name) -> EntityMention | None:
    if name.label == "capital" and start == _line_start(text, start) and DATELINE_END.match(text, end):
        return None  # where the report was filed, not who acts
    how = {"adjective": "adjective of the state", "capital": "seat of the government"}.get(name.label, "named")
    label = MentionLabel(name.label)
    return EntityMention(start, end, text[start:end], label, (name.state,), name.sector, name.name, how)


def _meant(text: str, mentions: Iterable[EntityMention], known: Gazetteer, home: str | None) -> Iterator[EntityMention]:
    """The mentions, those whose form means several things read by what else the article holds."""
    read: dict[str, str | None] = {}
    for mention in mentions:
        company = known.company.get(mention.text)
        if company is None or home == mention.states[0]:
            yield mention
            continue
        if mention.text not in read:
            other = _holds(text, company.against) and not _holds(text, company.unless)
            read[mention.text] = company.other if other else mention.states[0]
        state = read[mention.text]
        if state is not None:
            told = (
                "" if state == mention.states[0] else f", here {resources.state_name(state)} by what the article holds"
            )
            yield replace(mention, states=(state,), how=mention.how + told)


_AFTER = re.compile(r"(?:[’']s?)?((?:[ -][A-Za-z][\w’'-]*){1,6})")


def _with_agent(text: str, mention: EntityMention, known: Gazetteer) -> EntityMention:
    """A state with the sector that the user's word after it shows: "Kenyan riot police"."""
    following = _AFTER.match(text, mention.end, mention.end + 80)
    if mention.label not in (MentionLabel.STATE, MentionLabel.ADJECTIVE) or mention.sector or following is None:
        return mention
    words = following[1].lower().split()
    for start in range(len(words)):
        for end in range(len(words), start, -1):
            sector = known.agents.get(" ".join(words[start:end]))
            if sector is not None:
                return replace(
                    mention, sector=sector, how=f"{mention.how}; “{' '.join(words[start:end])}” shows {sector}"
                )
    return mention


def _holds(text: str, words: Iterable[str]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) for word in words)


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


def _is_other(tokens: list[Token], at: int, length: int, form: str, name: Name, forms: Forms) -> bool:
    """Whether the form is part of another name: of a person ("George Washington"), a town's address, an institution."""
    before = tokens[at - 1][0] if at else ""
    after, then = (tokens[at + length + i][0] if at + length + i < len(tokens) else "" for i in (0, 1))
    office = before == "of" and at > 1 and tokens[at - 2][0].lower() in OFFICES
    given = form in GIVEN_NAMES and after[:1].isupper() and after.isalpha() and after not in forms
    if after == "$" or (given and not office):  # "NZ$2 million", "Jordan Pickford"
        return True
    if name.label not in ("capital", "state"):
        return False
    whose = resources.parties().get(then) if name.sector and after == "of" else None
    if whose is not None and whose.state != name.state:
        return True  # "the Royal Air Force of Oman"
    if after in INSTITUTIONS or (name.label == "capital" and after == "," and then in ADDRESS):
        return True
    named = (
        before[:1].isupper() and before.isalpha() and len(before) > 1 and not before.isupper() and before not in forms
    )
    if name.label == "capital":
        return named and before.lower() not in LEADS
    return named and form in SURNAMES and at > 1 and before.lower() not in LEADS | DIRECTIONS
