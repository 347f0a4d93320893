"""Persons who act for a state: known office-holders, and those whom the article itself introduces.

"Russia's Deputy Minister of Defence, Colonel General Alexander V. Fomin" makes Fomin a Russian for the rest of the
article; "Sergei Lavrov" is known by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from sanudo import resources
from sanudo.parse.within import Taken
from sanudo.records import EntityMention, MentionLabel

# Words of office and rank, with the PLOVER sector they show.
OFFICES = {
    "GOV": "president premier minister chancellor king queen emir sultan prince secretary ambassador envoy "
    "spokesman spokeswoman spokesperson adviser advisor diplomat official governor negotiator leader undersecretary "
    "consul commissioner deputy representative ayatollah counterpart",
    "MIL": "general admiral colonel major captain lieutenant commander marshal brigadier chief lt gen col maj adm",
    "LEG": "senator congressman congresswoman lawmaker mp speaker sen rep legislator",
    "JUD": "judge justice prosecutor",
}
SECTOR_OF = {word: sector for sector, words in OFFICES.items() for word in words.split()}
FORMER = {"former", "ex", "late", "then", "retired", "opposition"}
_PARTICLE = r"(?:al|el|bin|ibn|ul|ur|de|da|di|do|dos|del|la|le|van|von|der|den|abu|bint|zu)"
_WORD = r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]*\w|[A-Z]\.?)"
NAME = re.compile(rf"{_WORD}(?: (?:{_PARTICLE}[ -])*{_WORD}){{0,4}}")
WORDS = re.compile(r"[\w’'-]+\.?|[^\w\s]")
HONORIFICS = {"retd", "retired", "ret", "dr", "mr", "mrs", "ms", "sheikh", "sir", "(", ")", "-"}
# What may stand between a state and the name of its officer; any other small word means that the title has ended.
LINKS = set("of the for to in on and at &".split())
TITLE_WORDS = set(
    "foreign defence defense interior prime vice acting first army air naval navy force forces military ministry trade "
    "finance national security state top senior permanent special staff head party health energy affairs armed police "
    "intelligence border opposition based veteran new outgoing incoming".split()
)
LONGEST_TITLE = 14

Person = tuple[str, str | None, str, str]


def find_persons(text: str, names: tuple[EntityMention, ...], published: str | None) -> tuple[EntityMention, ...]:
    """Mentions of persons who act for a state, outside the spans of `names`, in order of offset."""
    people = _known(text, published) | _introduced(text, names)
    taken = Taken(names)
    found: list[EntityMention] = []
    for form in sorted(people, key=lambda f: (-len(f), f)):
        state, sector, name, how = people[form]
        for match in re.finditer(rf"(?<![\w’'-]){re.escape(form)}(?![\w-])", text):
            start, end = match.span()
            if not _goes_on(text, end, form) and taken.add(start, end):
                found.append(EntityMention(start, end, form, MentionLabel.PERSON, (state,), sector, name, how))
    return tuple(sorted(found, key=lambda m: m.start))


def _goes_on(text: str, end: int, form: str) -> bool:
    """Whether a lone name is only the first part of another one ("Abbas Araqchi")."""
    following = re.match(r" ([A-ZÀ-Þ][\w-]+)", text[end : end + 40])
    return " " not in form and following is not None and following[1] not in resources.parties()


@cache
def _by_last_word() -> dict[str, tuple[resources.OfficeHolder, ...]]:
    index: dict[str, set[resources.OfficeHolder]] = {}
    for person in resources.office_holders():
        for form in filter(None, (person.name, person.alone)):
            index.setdefault(form.split()[-1], set()).add(person)
    return {word: tuple(sorted(people, key=lambda p: (p.name, p.first))) for word, people in index.items()}


def _known(text: str, published: str | None) -> dict[str, Person]:
    """Office-holders by full name, and by the form that stands alone: after the full name, or in years of office."""
    year = int(published[:4]) if published and published[:4].isdigit() else None
    found: dict[str, Person] = {}
    for word in sorted(set(re.findall(r"[\w’'-]+", text))):
        for person in _by_last_word().get(word.removesuffix("’s").removesuffix("'s"), ()):
            entry = (person.state, "GOV", person.name, "known office-holder")
            if person.name in text:
                found[person.name] = entry
                found.setdefault(person.alone or person.name.split()[-1], entry)
            elif person.alone and (year is None or person.first - 1 <= year <= person.last + 1):
                found.setdefault(person.alone, entry)
    return found


def _introduced(text: str, names: Iterable[EntityMention]) -> dict[str, Person]:
    """Persons whom the article introduces by state and office."""
    found: dict[str, Person] = {}
    for mention in names:
        before = text[max(0, mention.start - 20) : mention.start].split()[-1:]
        if mention.label not in (MentionLabel.STATE, MentionLabel.ADJECTIVE) or (
            before and before[0].lower() in FORMER
        ):
            continue
        person = _officer(text, mention.end)
        if person is not None:
            sector, name = person
            entry = (mention.states[0], sector, name, f"introduced with “{mention.text}”")
            found.setdefault(name, entry)
            surname = name.split()[-1]
            if len(surname) > 2 and surname not in resources.parties():
                found.setdefault(surname, entry)
    return found


def _officer(text: str, at: int) -> tuple[str, str] | None:
    """(sector, name) of the officer whose title follows the state that ends at `at`; None where there is none."""
    window = text[at : at + 200].split("\n", maxsplit=1)[0].removeprefix("’s").removeprefix("'s")
    words = [(m.group(), m.start()) for m in WORDS.finditer(window)]
    sector: str | None = None
    for position, (word, _) in enumerate(words[:LONGEST_TITLE]):
        token = word.strip(".").lower()
        if token in SECTOR_OF:
            sector = SECTOR_OF[token] if sector is None or token not in ("deputy", "chief") else sector
        elif _ends_title(word, token, sector):
            return None
        if sector and (token in SECTOR_OF or word == ","):
            name = _name_at(window, words, position + 1, 2 if word == "," else 1)
            if name:
                return sector, name
    return None


def _ends_title(word: str, token: str, sector: str | None) -> bool:
    """Whether no officer of the state can follow this word. After an office, "to" another state may still come."""
    if token in FORMER or not (word[0].isalnum() or word in ",()&-"):
        return True
    if word[0].islower():
        return token not in TITLE_WORDS and (token not in LINKS or sector is None)
    return sector is None and word in resources.parties()


def _name_at(window: str, words: list[tuple[str, int]], position: int, least: int) -> str | None:
    """The name, of at least so many words, that starts here or after further ranks and honorifics."""
    while position < len(words):
        word, start = words[position]
        token = word.strip(".").lower()
        if token in SECTOR_OF or token in HONORIFICS:
            position += 1
            continue
        match = NAME.match(window, start)
        if match is None or word in resources.parties():
            return None
        name = re.sub(r"(?:[’']s|[’'])$", "", match.group())
        return name if len(name.split()) >= least and len(name) > 2 else None
    return None
