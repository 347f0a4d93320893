"""Persons as the text introduces them: "Russia's Deputy Minister of Defence, Colonel General Alexander V. Fomin"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sanudo import resources
from sanudo.detail.passage import Passage, Span
from sanudo.details import Lead
from sanudo.records import EntityMention, MentionLabel
from sanudo.titles import (
    HONORIFICS,
    LINKS,
    NAME,
    RANKS,
    SECTOR_OF,
    TITLE_WORDS,
    bare,
    is_person,
    title_after,
    title_alone,
)

# How far before a name its title may begin, and after it end.
REACH = 120
_TOKENS = re.compile(r"[\w’'.-]+|[^\w\s]")
# Words of a title beside those that `titles` knows.
_ALSO = set(
    "joint chiefs committee central command republic federation kingdom emirates republic's office department council commission house visiting external internal social petroleum justice councilor councillor homeland commerce treasury former assistant under home high civil".split()
)
_STATES = (MentionLabel.STATE, MentionLabel.ADJECTIVE, MentionLabel.CAPITAL, MentionLabel.BODY)
# After a name: ", the Russian foreign minister,".
_APPOSED = re.compile(
    r",\s(?:who\s(?:is|was)\s)?(?:the\s|an?\s)?(?!(?:and|he|she|who|which|but|it|they|in|on|at|as)\b)(?P<title>[^,.;:\n]{4,90}?)(?=[,.;]|\s(?:and|said|says|told|who|on|during|in|at|met)\b|$)"
)
# An office with its state and no name: "the Chinese defence minister".
_OFFICE = re.compile(
    r"(?:[’']s)?\s(?P<title>(?:(?:deputy|vice|foreign|defen[cs]e|interior|prime|trade|finance|army|naval|navy|air|force|joint|crown|oil|energy|"
    r"national|security|first|assistant|state|military|economy|chief|of|general)\s){0,4}"
    r"(?:president|premier|minister|chancellor|king|queen|emir|sultan|prince|secretary(?:[\s-]general)?|ambassador|envoy|chief|commander|adviser|advisor|leader|"
    r"general|speaker)(?:\s(?:of|for)\s(?:the\s)?(?:armed\sforces|army|defen[cs]e|staff|foreign\saffairs|general\sstaff|state|navy|air\sforce))?)\b(?![’'-])",
    re.IGNORECASE,
)

# An office before its state: "the prime minister of Ethiopia".
_OFFICE_BEFORE = re.compile(
    r"\b(?P<title>(?:(?:deputy|vice|foreign|defen[cs]e|interior|prime|trade|finance|crown|energy|army|air|naval|force)\s){0,3}"
    r"(?:president|premier|minister|chancellor|king|queen|emir|sultan|prince|ambassador|chief))\sof\s(?:the\s)?$",
    re.IGNORECASE,
)
# A rank or office and a full name, without a state.
_RANKED = re.compile(
    rf"(?<![\w-])(?P<title>(?:(?:Deputy|Vice|Joint|Chief|Secretary|Minister|Prime|Foreign|Defen[cs]e|Interior|Finance|Ambassador|Army|Naval|Air|Lieutenant|Lt|Maj|Major|Brig|Brigadier|Gen|General|Col|Colonel|"
    rf"Adm|Admiral|Marshal|Rear|Commander|Captain|Commodore|Corps|Staff|President|Premier|Chancellor|King|Queen|Emir|Sultan|Crown|Prince|Princess|Under|Undersecretary|Assistant|Permanent|High|Commissioner|"
    rf"Special|Envoy|Governor|Speaker|Senator|State|special|envoy|ambassador|Mr|Mrs|Ms|Dr|Sheikh|Sir|of|the)\.?,?\s){{1,6}})(?:\([A-Za-z.]+\)\s)?(?P<name>{NAME.pattern})"
)
# A name that is set in quotation marks.
_QUOTED_NAME = re.compile(rf"\s[‘“'\"]({NAME.pattern})[’”'\"]")
_LED_BY = re.compile(r"(?<!co-)\b(?:led|headed|chaired)\sby\s(?:the\s|its\s|their\s)?$")


def leads(passage: Passage, spans: Iterable[Span], states: Iterable[str] | None = None) -> tuple[Lead, ...]:
    """The persons in these sentences, by name or office, who act for one of these states (None: for any), once each."""
    wanted = None if states is None else frozenset(states)
    found: dict[tuple[str | None, str], Lead] = {}
    for span in spans:
        for lead in persons(passage, span):
            if wanted is None or lead.state is None or lead.state in wanted:
                key = (lead.state, (lead.name or lead.office or lead.rank or lead.text).split()[-1].lower())
                if key not in found or weight(lead) > weight(found[key]):
                    found[key] = lead
    named = {lead.state for lead in found.values() if lead.name}
    kept = (lead for lead in found.values() if lead.name or lead.state not in named)
    return tuple(sorted(kept, key=lambda lead: lead.start))


def weight(lead: Lead) -> int:
    """How much an introduction says: more with an office, a rank, each word of the name."""
    return sum(bool(part) for part in (lead.office, lead.rank)) * 10 + len((lead.name or "").split())


def persons(passage: Passage, span: Span) -> tuple[Lead, ...]:
    """Persons whom the parse knows or who are introduced by their state, then those whom only an office or rank introduces."""
    if span not in passage.people:
        passage.people[span] = tuple(_persons(passage, span))
    return passage.people[span]


def _persons(passage: Passage, span: Span) -> Iterator[Lead]:
    known = list(_known(passage, span))
    yield from known
    for match in _RANKED.finditer(passage.text, *span):
        office, rank = parts(match["title"])
        name = bare(match["name"])
        fits = (office or rank or match["title"].split()[-1].strip(".").lower() in HONORIFICS) and _is_full_name(name)
        if fits and not any(lead.start < match.end() and match.start() < lead.end for lead in known):
            end = match.end()
            after = _APPOSED.match(passage.text, end, min(span[1], end + REACH)) if office is None else None
            if after and _is_title(after["title"]):
                (office, second), end = parts(after["title"]), after.end("title")
                rank = rank or second
            state, start = _led_from(passage, span, match.start()), match.start()
            if state is None and (of := _right_before(passage, span, start)) is not None:
                state, start = of.states[0], of.start
            if state is None and (of := _right_after(passage, span, end)) is not None:
                state, end = of.states[0], of.end
            yield Lead(name, state, office, rank, passage.text[start:end], start, end)


def _is_full_name(name: str) -> bool:
    """Whether capitals after a rank are a person's full name: two words or more, none of them a state's or an office's."""
    words = name.split()
    return len(words) > 1 and is_person(name) and not any(w in resources.parties() for w in words)


def _right_before(passage: Passage, span: Span, start: int) -> EntityMention | None:
    """The state whose words end right before these: "US Assistant Secretary"."""
    named = [m for m in passage.within((max(span[0], start - 40), start)) if m.label in _STATES and len(m.states) == 1]
    return named[-1] if named and re.fullmatch(r"(?:[’']s)?\s", passage.text[named[-1].end : start]) else None


def _right_after(passage: Passage, span: Span, end: int) -> EntityMention | None:
    """The state of which somebody is: "Foreign Minister Ibrahim Faal of Gabon"."""
    named = next((m for m in passage.within((end, span[1])) if m.label in _STATES and len(m.states) == 1), None)
    return named if named and re.fullmatch(r"\sof\s(?:the\s)?", passage.text[end : named.start]) else None


def _led_from(passage: Passage, span: Span, start: int) -> str | None:
    """The state whose delegation somebody leads; None where the words do not say."""
    led = _LED_BY.search(passage.text, max(span[0], start - REACH), start)
    named = (
        [m for m in passage.within((span[0], led.start())) if len(m.states) == 1 and m.label in _STATES] if led else []
    )
    return named[-1].states[0] if named else None


def _known(passage: Passage, span: Span) -> Iterator[Lead]:
    reached = span[0]
    for entity in passage.within(span):
        if entity.start < reached:
            continue
        lead: Lead | None
        if entity.label is MentionLabel.PERSON:
            lead = introduced(passage, entity, (reached, span[1]))
        elif entity.label in _STATES and len(entity.states) == 1:
            lead = _unnamed(passage, entity, span)
        else:
            continue
        if lead is not None:
            reached = lead.end
            yield lead


def introduced(passage: Passage, person: EntityMention, span: Span) -> Lead:
    """A person with the title before the name, or else the one after it."""
    named = _name_start(person.text, person.start)
    start = _title_start(passage.text, max(span[0], named - REACH), named)
    while start < named and not passage.text[start].isalnum():
        start += 1
    words, end = passage.text[start:named], person.end
    office, rank = parts(words)
    after = _APPOSED.match(passage.text, person.end, min(span[1], person.end + REACH)) if office is None else None
    if after and _is_title(after["title"]):
        office, second = parts(after["title"])
        rank, end = rank or second, after.end("title")
    state = person.states[0] if person.states else None
    return Lead(passage.text[named : person.end], state, office, rank, passage.text[start:end], start, end)


def _name_start(words: str, start: int) -> int:
    """Where a name begins after the ranks that the parse took for a part of it."""
    tokens = list(re.finditer(r"\S+", words))
    first = next(
        (part for part in tokens[:-1] if part.group().strip(".").lower() not in {*SECTOR_OF, *RANKS}), tokens[-1]
    )
    return start + first.start()


# "The secretary of state, Henry Kissinger": an office that ends with what it is of.
_OFFICE_OF = re.compile(
    r"\b(?:secretary|minister|chief|chairman|head|director|speaker|governor)\sof\s(?:the\s)?(?:[\w’'-]+\s){0,3}[\w’'-]+$",
    re.IGNORECASE,
)


def _title_start(text: str, least: int, end: int) -> int:
    """Where the title begins that ends where a name starts; `end` where there is none."""
    tokens = list(_TOKENS.finditer(text, least, end))
    start, held = end, False
    for place in range(len(tokens) - 1, -1, -1):
        word = tokens[place].group()
        plain = word.strip(".").lower().removeprefix("then-").removesuffix("’s").removesuffix("'s")
        office = _is_office(word)
        if word == ",":
            # "The Turkish president, Recep Tayyip Erdogan": the office may end right before the name.
            before = tokens[place - 1].group() if place else ""
            last = place == len(tokens) - 1
            ends_office = _is_office(before) or _OFFICE_OF.search(text, least, tokens[place].start()) is not None
            if not (ends_office if last else held and place and _belongs(before)):
                break
            if not last and _names_state(tokens[place + 1].group()):
                break  # "..., Japanese Foreign Minister": another state may stand before the comma
            held = held or last
            continue
        link = plain in LINKS and place > 0 and _belongs(tokens[place - 1].group())
        if not (office or link or (_belongs(word) and (held or word[0].isupper() or plain in HONORIFICS))):
            break
        if plain in LINKS and not link:
            break
        held = held or office
        if plain not in LINKS:
            start = tokens[place].start()
    return start if held else end


def _is_office(word: str) -> bool:
    plain = word.strip(".").lower().removeprefix("then-").removesuffix("’s").removesuffix("'s")
    return plain in SECTOR_OF or plain in RANKS or plain.removesuffix("s") in SECTOR_OF


def _belongs(word: str) -> bool:
    word = word.removeprefix("then-")
    plain = word.strip(".").lower().removesuffix("’s").removesuffix("'s").removesuffix("’")
    bare = word.removesuffix("’s").removesuffix("'s").removesuffix("’")
    return (
        plain in SECTOR_OF or plain in RANKS or plain in HONORIFICS or plain in TITLE_WORDS or plain in LINKS or plain in _ALSO
        or (bare[:1].isupper() and bare in resources.parties())
    ) and plain not in ("in", "on", "at", "to", "and")  # fmt: skip


def _is_title(words: str) -> bool:
    return title_alone(words) is not None and len(words.split()) <= 12 and not _CLAUSE.search(words)


# Words that make a clause of what stands after a name: no title holds them.
_CLAUSE = re.compile(
    r"\b(?:had|has|have|was|were|is|are|met|with|who|which|that|he|she|they|his|her|not|[a-z]{3,}ed|[a-z]{3,}ing)\b"
)


def parts(words: str) -> tuple[str | None, str | None]:
    """Office and rank of a title, the state and words of courtesy left out."""
    kept = [word for word in words.split() if not _names_state(word) and word.strip(".,").lower() not in HONORIFICS]
    title = title_alone(" ".join(kept)) or title_alone(" ".join(_singular(word) for word in kept))
    if title is None:
        return None, None
    office = re.sub(
        r"^(?:the|of|for|an?|visiting|and)\s|\s(?:of|for|the)$|\s(?=,)",
        "",
        title.office.strip(" ,’'"),
        flags=re.IGNORECASE,
    )
    return office or None, title.rank or None


def _singular(word: str) -> str:
    """An office of several as that of one: "Ministers", "Minister"."""
    one = word.removesuffix("s")
    return one if one.lower() in SECTOR_OF else word


def _names_state(word: str) -> bool:
    bare = re.sub(r"(?:[’']s?)?,?$", "", word)
    found = resources.parties().get(bare)
    return found is not None and found.label in ("state", "adjective", "capital") and found.sector is None


def _unnamed(passage: Passage, entity: EntityMention, span: Span) -> Lead | None:
    """An officer of a state whom the parse has no name for: "Pakistan's army chief"; None where a person follows."""
    title = title_after(passage.text, entity.end)
    if title is not None:
        named = next((m for m in passage.within((entity.end, span[1])) if m.label is MentionLabel.PERSON), None)
        end = title.end + len(title.name)
        if end > span[1] or (named is not None and named.start <= end):
            return None
        begun = _name_start(title.name, title.end)
        office, rank = parts(passage.text[entity.end : begun])
        return Lead(
            passage.text[begun:end], entity.states[0], office, rank, passage.text[entity.start : end], entity.start, end
        )
    if before := _OFFICE_BEFORE.search(passage.text, max(span[0], entity.start - 60), entity.start):
        words = passage.text[before.start("title") : entity.end]
        return Lead(None, entity.states[0], before["title"], None, words, before.start("title"), entity.end)
    match = _OFFICE.match(passage.text, entity.end, min(span[1], entity.end + REACH))
    follows = (m for m in passage.within((entity.end, span[1])) if m.label is MentionLabel.PERSON)
    if match is None or any(match.end() <= m.start <= match.end() + 2 for m in follows):
        return None
    office, rank = parts(match["title"])
    quoted = _QUOTED_NAME.match(passage.text, match.end(), span[1])
    end = quoted.end() if quoted else match.end()
    words = passage.text[entity.start : end]
    return (
        Lead(quoted and quoted[1], entity.states[0], office, rank, words, entity.start, end) if office or rank else None
    )
