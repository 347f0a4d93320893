"""Persons as the text introduces them: "Russia's Deputy Minister of Defence, Colonel General Alexander V. Fomin"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sanudo import resources
from sanudo.detail.passage import Closed, Passage, Span, closed
from sanudo.details import Lead, Stated
from sanudo.records import EntityMention, MentionLabel
from sanudo.titles import HONORIFICS, LINKS, NAME, RANKS, SECTOR_OF, TITLE_WORDS, bare, title_after, title_alone

# How far before a name its title may begin, and after it end.
REACH = 120
_TOKENS = re.compile(r"[\w’'.-]+|[^\w\s]")
# Words of a title beside those that `titles` knows.
_ALSO = set(
    "joint chiefs committee central command affairs republic federation kingdom emirates republic's office department council commission house visiting".split()
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
    r"(?:president|premier|minister|chancellor|king|queen|emir|sultan|prince|secretary|ambassador|envoy|chief|commander|adviser|advisor|leader|"
    r"general|speaker)(?:\s(?:of|for)\s(?:the\s)?(?:armed\sforces|army|defen[cs]e|staff|foreign\saffairs|general\sstaff|state|navy|air\sforce))?)\b(?![’'-])",
    re.IGNORECASE,
)

# A rank or high office and a full name, without a state.
_RANKED = re.compile(
    rf"(?<![\w-])(?P<title>(?:(?:Deputy|Vice|Prime|Joint|Chief|Secretary|Minister|Foreign|Defen[cs]e|Ambassador|Army|Naval|Air|Lieutenant|Lt|Maj|Major|Brig|Brigadier|Gen|General|Col|Colonel|Adm|Admiral|Marshal|Rear|"
    rf"Commander|Captain|Commodore|Corps|Staff|of|the)\.?\s){{1,6}})(?:\([A-Za-z.]+\)\s)?(?P<name>{NAME.pattern})"
)
# A name that is set in quotation marks.
_QUOTED_NAME = re.compile(rf"\s[‘“'\"]({NAME.pattern})[’”'\"]")
_LED_BY = re.compile(r"\b(?:led|headed|chaired)\sby\s(?:the\s|its\s|their\s)?$")

LEVELS: Closed = closed(
    deputy_minister=r"(?:deputy|vice|assistant)[- ](?:\w+ ){0,2}(?:ministers?|secretar(?:y|ies)(?! of state))|ministers? of state|under-?secretar(?:y|ies)",
    head_of_government=r"prime ministers?|premiers?|chancellors?|pm|heads? of governments?|taoiseach",
    chief_of_staff=r"chiefs? of (?:the )?(?:\w+ ){0,2}(?:staff|army|navy)|(?:army|navy|naval|air force|military|air|defen[cs]e) (?:chiefs?|commanders?)|joint chiefs",
    official=r"vice[- ]presidents?|foreign secretary-level|secretary-level|envoys?|ambassadors?|officials?|diplomats?|delegations?|advis[eo]rs?|director[- ]generals?|national security advis[eo]r",
    minister=r"(?:\w+ )?ministers?|ministerial|secretar(?:y|ies) of (?:state|defen[cs]e)|(?:defen[cs]e|foreign|home|treasury) secretar(?:y|ies)",
    head_of_state=r"presidents?|kings?|queens?|emirs?|sultans?|monarchs?|supreme leaders?|heads? of state",
    parliament=r"speakers?|lawmakers?|senators?|congress(?:men|man|woman)|mps?|parliamentar(?:y|ians?)|legislators?",
)  # fmt: skip


def leads(passage: Passage, spans: Iterable[Span], states: Iterable[str] | None = None) -> tuple[Lead, ...]:
    """The persons in these sentences, by name or office, who act for one of these states (None: for any), once each."""
    wanted = None if states is None else frozenset(states)
    found: dict[tuple[str | None, str], Lead] = {}
    for span in spans:
        for lead in _persons(passage, span):
            if wanted is None or lead.state is None or lead.state in wanted:
                key = (lead.state, (lead.name or lead.office or lead.rank or lead.text).split()[-1].lower())
                if key not in found or _weight(lead) > _weight(found[key]):
                    found[key] = lead
    named = {lead.state for lead in found.values() if lead.name}
    kept = (lead for lead in found.values() if lead.name or lead.state not in named)
    return tuple(sorted(kept, key=lambda lead: lead.start))


def _weight(lead: Lead) -> int:
    return sum(bool(part) for part in (lead.office, lead.rank)) * 10 + len((lead.name or "").split())


def _persons(passage: Passage, span: Span) -> Iterator[Lead]:
    """Persons whom the parse knows or who are introduced by their state, then those whom only an office or rank introduces."""
    known = list(_known(passage, span))
    yield from known
    for match in _RANKED.finditer(passage.text, *span):
        office, rank = parts(match["title"])
        name = bare(match["name"])
        fits = (office or rank) and _is_person(name)
        if fits and not any(lead.start < match.end() and match.start() < lead.end for lead in known):
            yield Lead(name, _led_from(passage, span, match.start()), office, rank, match.group(), *match.span())


def _is_person(name: str) -> bool:
    """Whether capitals after a rank are a person's full name: two words or more, none of them a state's or an office's."""
    words = name.split()
    return len(words) > 1 and not any(
        w in resources.parties() or w.lower() in SECTOR_OF or w.lower() in TITLE_WORDS for w in words
    )


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


def _title_start(text: str, least: int, end: int) -> int:
    """Where the title begins that ends where a name starts; `end` where there is none."""
    tokens = list(_TOKENS.finditer(text, least, end))
    start, held = end, False
    for place in range(len(tokens) - 1, -1, -1):
        word = tokens[place].group()
        plain = word.strip(".").lower().removeprefix("then-").removesuffix("’s").removesuffix("'s")
        office = plain in SECTOR_OF or plain in RANKS or plain.removesuffix("s") in SECTOR_OF
        if word == ",":
            if not (held and place and _belongs(tokens[place - 1].group())) or _names_state(tokens[place + 1].group()):
                break  # "..., Japanese Foreign Minister": another state may stand before the comma
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


def _belongs(word: str) -> bool:
    word = word.removeprefix("then-")
    plain = word.strip(".").lower().removesuffix("’s").removesuffix("'s").removesuffix("’")
    bare = word.removesuffix("’s").removesuffix("'s").removesuffix("’")
    return (
        plain in SECTOR_OF or plain in RANKS or plain in HONORIFICS or plain in TITLE_WORDS or plain in LINKS or plain in _ALSO
        or (bare[0].isupper() and bare in resources.parties())
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
    title = title_alone(" ".join(kept))
    if title is None:
        return None, None
    office = re.sub(
        r"^(?:the|of|for|an?|visiting|and)\s|\s(?:of|for|the)$|\s(?=,)",
        "",
        title.office.strip(" ,’'"),
        flags=re.IGNORECASE,
    )
    return office or None, title.rank or None


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
    match = _OFFICE.match(passage.text, entity.end, min(span[1], entity.end + REACH))
    if match is None:
        return None
    office, rank = parts(match["title"])
    quoted = _QUOTED_NAME.match(passage.text, match.end(), span[1])
    end = quoted.end() if quoted else match.end()
    words = passage.text[entity.start : end]
    return (
        Lead(quoted and quoted[1], entity.states[0], office, rank, words, entity.start, end) if office or rank else None
    )


def level(people: Iterable[Lead]) -> Stated | None:
    """The level of the first of these persons whose office says one."""
    for lead in people:
        words = lead.office or lead.rank
        for value, pattern in LEVELS:
            if words and (match := pattern.search(lead.text)):
                start = lead.start + match.start()
                return Stated(value, match.group(), start, start + len(match.group()))
    return None
