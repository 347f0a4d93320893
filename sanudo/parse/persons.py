"""Persons who act for a state, a body or a group: known office-holders, and those whom the article itself introduces.

"Russia's Deputy Minister of Defence, Colonel General Alexander V. Fomin" makes Fomin a Russian for the rest of the
article; "Sergei Lavrov" is known by name. Spellings of one person's name get one name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sanudo import resources
from sanudo.identity import PARTICLES, same_person
from sanudo.parse import holders
from sanudo.parse.introductions import Introduced, introductions
from sanudo.parse.names import INSTITUTIONS
from sanudo.parse.titled import find_titled
from sanudo.parse.within import Taken
from sanudo.records import EntityMention, MentionLabel, Sentence
from sanudo.resources import NO_ACTORS, Actors, OfficeHolder
from sanudo.titles import MONTHS, PAST, SECTOR_OF, WEEKDAYS, is_of_anything

__all__ = ["SECTOR_OF", "find_persons", "find_titled_persons"]

# Persons of one state with whom a new one is compared, so that a list of ten thousand officials takes no hundred million comparisons.
MOST_COMPARED = 100
# Words before a surname that do not make it another person's.
TITLES = {
    *SECTOR_OF,
    "mr",
    "mrs",
    "ms",
    "dr",
    "pm",
    "sir",
    "sheikh",
    "team",
    "pope",
    "mullah",
    "hon",
    "comrade",
    "and",
    "administration",
}
# What follows a name in a headline whose words are all in capitals.
IN_HEADLINES = set(
    "is are was were has have had will would can could may must should says said tells told calls meets met visits urges warns vows wants seeks signs "
    "to in on at for from with and or of the a an as by but after over not back backs hails slams accuses rejects arrives heads".split()
)
# Family names that stand first.
FAMILY_FIRST = set(
    "Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Liang Xie Song Tang Deng Han Feng Cao Peng Zeng "
    "Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lu Ding Ren Lai Tsai Hsieh Chiang Geng Hua Qin Xi Wen Kim Lee Park Choi Chung "
    "Jung Kang Cho Yoon Yun Jang Lim Oh Seo Shin Kwon Hwang Ahn Ryu Yoo Hong Moon Roh Ri Choe Paek Pak Ban Suh Jeong".split()
)
# What has its name of a person, before that name or after it; after it, institutions too.
NAMED_AFTER = set(
    "Port Camp Fort Mosque Square Base Barracks Dam Hall Foundation Institute Centre Center Highway Library Prize Doctrine".split()
)
ROYAL = ("Sheikh", "Sheikha", "Shaikh", "Prince", "Princess", "King", "Emir", "Sultan")
SONS = {"bin", "ibn", "bint", "ben"}
# A capitalised word right before, and the end of the one before that: a sentence or quotation begins with any word in capitals.
_BEFORE = re.compile(r"(\S?)[^\S\n][“\"(]?([A-ZÀ-Þ][\w’'-]*\.?)[^\S\n]$")


@dataclass(frozen=True, slots=True)
class Person:
    """Whom a form stands for in this article."""

    state: str
    sector: str | None
    name: str
    how: str
    of: str = ""


def find_persons(
    text: str, names: tuple[EntityMention, ...], published: str | None, actors: Actors = NO_ACTORS
) -> tuple[EntityMention, ...]:
    """Mentions of persons who act for somebody, outside the spans of `names`, in order of offset."""
    year = int(published[:4]) if published and published[:4].isdigit() else None
    named = frozenset(state for mention in names for state in mention.states)
    full = _full_names(text, names, year, named, actors)
    alone = _surnames(full)
    for form, holder in holders.by_surname(text, year, named, actors):
        alone.setdefault(form, _known(holder))
    return tuple(_matched(text, full, alone, Taken(names)))


def find_titled_persons(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[EntityMention], home: str | None
) -> tuple[EntityMention, ...]:
    """Mentions of persons whom the article names with an office and without a state, outside the spans of `mentions`, in order."""
    taken = Taken(mentions)
    full: dict[str, Person] = {}
    for found in find_titled(text, sentences, mentions, home):
        if not taken.overlaps(found.start, found.start + len(found.name)):
            full.setdefault(found.name, Person(found.state, found.title.sector, found.name, found.how))
    full = _one_name_each(full)
    return tuple(_matched(text, full, _surnames(full), taken))


def _full_names(
    text: str, names: tuple[EntityMention, ...], year: int | None, named: frozenset[str], actors: Actors
) -> dict[str, Person]:
    """Persons by the names that the article has for them; spellings of one are one person."""
    found: dict[str, Person] = {}
    for form, holder in holders.by_full_name(text, year, actors):
        found.setdefault(form, _known(holder))
    for introduced in introductions(text, names):
        known = found.get(introduced.name)
        if known is None:
            found[introduced.name] = _new(introduced)
        elif known.state == introduced.by.states[0]:
            # What the article says of the office goes before what is known.
            told = _new(introduced).sector
            sector = known.sector if is_of_anything(introduced.title.office) else told
            found[introduced.name] = replace(known, sector=sector, how=f"{known.how}; {introduced.how}")
    for form, holder in holders.by_title(text, year, named, actors):
        found.setdefault(form, _known(holder))
    return _one_name_each({form: _as_told(text, form, person) for form, person in found.items()})


# "The deposed president, Pedro Castillo": what stands before a name.
_ONCE = re.compile(rf"\b({'|'.join(PAST)})[ -]((?:[\w’'-]+ ){{0,4}}[\w’'-]+),? $", re.IGNORECASE)


def _as_told(text: str, form: str, person: Person) -> Person:
    """The person with the sector of one who holds an office no longer, where the article says so before the name."""
    for match in re.finditer(rf"(?<![\w-]){re.escape(form)}", text):
        once = _ONCE.search(text[max(0, match.start() - 70) : match.start()])
        if once and not SECTOR_OF.keys().isdisjoint(once[2].lower().replace("-", " ").split()):
            return replace(person, sector=PAST[once[1].lower()], how=f"{person.how}, here “{once.group().strip(' ,')}”")
    return person


def _known(holder: OfficeHolder) -> Person:
    until = "today" if holder.last >= resources.OPEN_YEAR else str(holder.last)
    how = f"known as {holder.office} of {holder.of or resources.state_name(holder.state)}, {holder.first} to {until}"
    return Person(holder.state, holder.sector, holder.name, how, holder.of)


def _new(introduced: Introduced) -> Person:
    by = introduced.by
    of = by.name or "" if by.label in (MentionLabel.BODY, MentionLabel.GROUP) else ""
    sector = by.sector if by.label == MentionLabel.GROUP else introduced.title.sector
    return Person(by.states[0], sector, introduced.name, introduced.how, of)


def _one_name_each(found: dict[str, Person]) -> dict[str, Person]:
    """The persons, spellings of one name by the first of known names or else by the fullest."""
    groups: dict[tuple[str, str], list[Person]] = {}
    named: dict[str, Person] = {}
    ranked = sorted(
        found.items(), key=lambda item: (item[1].how.startswith("introduced"), -len(item[0].split()), item[0])
    )
    for form, person in ranked:
        like = groups.setdefault((person.state, person.of), [])
        match = next((p for p in like[-MOST_COMPARED:] if same_person(p.name, person.name).same), person)
        if match is person:
            like.append(person)
        named[form] = replace(person, name=match.name)
    return named


def _surnames(full: dict[str, Person]) -> dict[str, Person]:
    """Last words of the full names, for whom each stands where no other was named last."""
    alone: dict[str, Person] = {}
    for form, person in full.items():
        for surname in _lasts(form):
            alone.setdefault(surname, person)
    return alone


def _lasts(form: str) -> Iterator[str]:
    """What may stand alone for a full name: its last word, with and without its article; a family name that stands first; of princes and
    whoever is named as a father's son a title with the first name ("Sheikh Abdullah").
    """
    words = re.sub(r",? (?:Jr|Sr|I{2,3}|IV|V|VI)\.?$", "", form).split()
    last = words[0] if words[0] in FAMILY_FIRST and len(words) > 1 else words[-1]
    if len(words) > 2 and words[-2].lower() in PARTICLES:
        yield f"{words[-2].capitalize()} {last}"
        yield f"{words[-2].lower()} {last}"
    first = next((at for at, word in enumerate(words[:-1]) if word not in ROYAL), 0)
    if words[0] in ROYAL or (len(words) > first + 1 and words[first + 1].lower() in SONS):
        yield from (f"{title} {words[first]}" for title in ROYAL)
    for surname in dict.fromkeys((last, re.sub(r"^(?:[Aa]l|[Ee]l)-", "", last))):
        if len(surname) > 2 and surname[0].isupper() and surname not in resources.parties():
            yield surname


def _matched(text: str, full: dict[str, Person], alone: dict[str, Person], taken: Taken) -> Iterator[EntityMention]:
    """Where the text has one of the forms, the longest first at each place."""
    index: dict[str, list[str]] = {}
    for form in sorted({*full, *alone}, key=lambda f: (-len(f), f)):
        index.setdefault(holders.first_letters(form), []).append(form)
    latest: dict[str, Person] = {}
    reached = 0
    for match in re.finditer(r"(?<![\w’'-])\w+", text):
        start = match.start()
        if start < reached:
            continue
        standing = (f for f in index.get(match.group(), ()) if _stands(text, f, start, full.get(f) or alone[f], taken))
        form = next(standing, "")
        if not form or taken.overlaps(start, start + len(form)):
            continue
        person = full.get(form) or latest.get(form) or alone[form]
        if form in full:
            latest |= dict.fromkeys(_lasts(form), person)
        reached = start + len(form)
        yield EntityMention(
            start,
            reached,
            form,
            MentionLabel.PERSON,
            (person.state,),
            person.sector,
            person.of or person.name,
            person.how,
        )


def _is_named_after(text: str, start: int, end: int) -> bool:
    """Whether a name is that of a port, a mosque or a school: "Port Sultan Qaboos"."""
    before = re.findall(r"[\w-]+(?= )", text[max(0, start - 30) : start])[-2:]
    before = before[-1:] if before and before[-1][:1].islower() else before
    after = re.match(r" (\w+)", text[end : end + 20])
    return not NAMED_AFTER.isdisjoint(before) or bool(after and after[1] in NAMED_AFTER | INSTITUTIONS)


def _stands(text: str, form: str, start: int, person: Person, taken: Taken) -> bool:
    """Whether a form stands here for a person, not as a part of another name ("Abbas Araqchi", "Ivanka Trump")."""
    end = start + len(form)
    whole = text.startswith(form, start) and not re.match(r"[\w-]", text[end : end + 1])
    if not whole or _is_named_after(text, start, end):
        return False
    if " " in form:
        return True
    following = re.match(r" ([A-ZÀ-Þ][\w-]+)", text[end : end + 40])
    if following and following[1] not in resources.parties() and following[1].lower() not in TITLES | IN_HEADLINES:
        return False
    if taken.overlaps(max(0, start - 2), start):
        return True  # "in Saudi Arabia Biden": what stands before is a name of its own
    before = _BEFORE.search(text, max(0, start - 60), start)
    if before is None or not before[1] or before[1][-1] in ".!?:;”\"’'" or re.search("[’']s?$|..\\.$", before[2]):
        return True
    word = before[2].rsplit("-", maxsplit=1)[-1].strip(".")
    middle = len(word) == 1 and text[max(0, start - 60) : before.start(2)].endswith(person.name.split()[0] + " ")
    own = middle or word in person.name.split()
    return own or word.lower() in TITLES | WEEKDAYS | MONTHS or word in resources.parties()
