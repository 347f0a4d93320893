"""Force used: with which weapons, on what, how many dead and injured."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from sanudo.detail.amounts import Number, numbers
from sanudo.detail.equipment import is_person, items
from sanudo.detail.firsts import first_time
from sanudo.detail.passage import Passage, Span, first
from sanudo.detail.times import DAY, MONTH
from sanudo.details import Amount, Attack, Item, Stated
from sanudo.records import MentionLabel

# Who dies or is hurt: "killed at least 12 people", "12 civilians were killed", "a death toll of 40".
_VERB_DEAD = r"kill(?:ed|s|ing)?|murder(?:ed|ing)|slain|massacr(?:ed|ing)|assassinat(?:ed|ing)|claim(?:ed|ing)\sthe\slives\sof|loss\sof|lost|left|leaving|death\stoll(?:\s\w+){0,3}|deaths\sof|slaughter(?:ed|ing)|execut(?:ed|ing)|martyr(?:ed|ing)|neutrali[sz](?:ed|ing)|eliminat(?:ed|ing)"
_VERB_HURT = r"wound(?:ed|s|ing)?|injur(?:ed|es|ing)|hurt(?:ing)?|maim(?:ed|ing)"
_WHO = r"(?:\s(?:of\s(?:them|the|its|their|whom)\s?)?(?!(?:and|kilomet|miles|days|hours|years|km)\b)[\w’'-]+){0,6}?"
_BE = r"(?:\s(?:were|was|have|had|has|been|be|are|is|also|reportedly|being)){0,4}"
_DEAD_AFTER = re.compile(
    rf"{_WHO}(?:{_BE}\s[“\"‘]?(?:killed|dead|died|murdered|slain|perished|massacred|martyred|neutrali[sz]ed|eliminated)|\sdeaths|\sfatalities|\slives)\b",
    re.IGNORECASE,
)
_HURT_AFTER = re.compile(rf"{_WHO}{_BE}\s(?:wounded|injured|hurt|injuries)\b", re.IGNORECASE)
_ROSE = r"death\stoll\b[^.;\n]{0,80}?\s(?:rose|risen|climbed|rises|stands|stood|reached|passed|was|is)(?:\sto|\sat)?"
_DEAD_BEFORE = re.compile(rf"\b(?:{_VERB_DEAD}|{_ROSE})\s(?:another\s|a\stotal\sof\s|the\s)?$", re.IGNORECASE)
_HURT_BEFORE = re.compile(rf"\b(?:{_VERB_HURT})\s(?:another\s|a\stotal\sof\s|the\s)?$", re.IGNORECASE)
_PERSON = (
    r"pilot|soldier|trooper|policem[ae]n|police\sofficer|officer|civilian|driver|guard|border\sguard|child|boy|girl|wom[ae]n|m[ae]n|commander|leader|general|"
    r"colonel|captain|fisherm[ae]n|militant|fighter|journalist|diplomat|worker|villager|person|sailor|marine|peacekeeper|farmer|teenager|student|crewm[ae]n|engineer|protester"
)
# One that is not counted: "killed a border guard", "wounding its driver".
_ONE = re.compile(
    rf"\b(?:(?P<dead>{_VERB_DEAD})|(?P<hurt>{_VERB_HURT}))\s(?P<who>(?:an?|the|its|his|another)\s(?:[\w’'-]+\s){{0,3}}?(?:{_PERSON}))\b(?![’'-]\w)",
    re.IGNORECASE,
)
_PERSONS = re.compile(
    r"\s(?:[\w’'-]+\s){0,3}?(?P<noun>people|persons|civilians|soldiers|troops|children|women|men|militants|fighters|policemen|insurgents|rebels|passengers|protesters|demonstrators|villagers|officers|students|workers|marines|personnel|peacekeepers|border guards|guards|sailors|fishermen|terrorists|farmers|herders|girls|boys|gunmen|miners|migrants|refugees|hostages|residents|airmen|crew)\b",
    re.IGNORECASE,
)
_THINGS = re.compile(
    r"\s(?:[\w’'-]+\s){0,2}?(?:kilomet\w+|km|miles|days?|hours?|years?|rockets?|missiles?|bombs?|attacks?|strikes?|houses|homes|villages|tanks|vehicles|aircraft|times|buildings|months|weeks|dollars|of\s\w+\s(?:tanks|vehicles))\b",
    re.IGNORECASE,
)
_TIME = rf"(?:{DAY}|(?:\d{{1,4}}\s)?(?:{MONTH})\b)"
_NO_TARGET = (
    rf"(?!{_TIME}|(?:by|in|on|with|at|from|during|as|for|and|or|but|dead|to|inside|into|out|off|up|down|back|it|them|him|her|himself|themselves|itself|us|me|that|which|who|while|when|after|before|near|round|around|"
    r"across|between|along|under|over|outside|was|were|is|are|has|had|have|will|would|killed|killing|left|leaving|hard|again|first|last|yesterday|today|overnight|if|than|since|until|claimed|carried|blamed|launched|continued|began)\b)"
)
_HIT = (
    r"bomb(?:ed|ing)|shell(?:ed|ing)|target(?:ed|ing|s)|struck|hit(?:ting|s)?|strik(?:e|es|ing)|attack(?:ed|ing)|raid(?:ed|ing)|ambush(?:ed|ing)|destroy(?:ed|ing|s)?|pound(?:ed|ing|s)|storm(?:ed|ing|s)|(?:shot|shooting|shoot|shoots)\sdown|"
    r"down(?:ed|ing)|bombard(?:ed|ing|s)?|invad(?:e|ed|es|ing)|assassinat(?:ed|ing)|kidnapp?(?:ed|ing)|abduct(?:ed|ing)|(?:blew|blown|blowing|blows)\sup|sank|sunk|sinking|captur(?:e|ed|ing|es)|seiz(?:e|ed|ing|es)|overr[au]n(?:ning)?|"
    r"retak(?:e|en|ing)|retook|recaptur(?:e|ed|ing)|liberat(?:e|ed|ing)|besieg(?:ed|ing)|execut(?:ed|ing)|beheaded|tortured|torpedoed|strafed|shot(?:\sdead)?|rammed|hijacked|damag(?:ed|ing)|slammed\sinto|crashed\sinto|crossed\sinto"
)
_DEED = (
    r"attack(?:s|ed|ing)?|strikes?|raids?|assaults?|bombardments?|bombings?|shelling|fire|fired|air\s?strikes?|offensives?|crackdown|ambush(?:es)?|operations?|incursions?|barrages?|missiles?|rockets?|"
    r"(?:fired|launched|dropped|rained|lobbed|hurled|threw|unleashed|launching|firing|dropping)\s(?:[^,.;:\n]{1,60}?\s)??"
)
# What is hit: behind the verb, behind "attack on", "fire at", "invasion of".
_TARGET = re.compile(
    rf"\b(?:(?:{_DEED})\s?(?:on|against|upon|at|targeting|into)\s|(?:{_HIT})\s(?:of\s)?"
    r"|(?:bombardment|invasion|assassination|kidnapping|abduction|capture|seizure|destruction|siege|storming|liberation|recapture|downing|sinking|massacre|bombing|shelling|occupation)\sof\s)"
    rf"(?:what\s\w+\s(?:called|calls|termed|described\sas|said\s(?:was|were))\s)?{_NO_TARGET}",
    re.IGNORECASE,
)
_BE_HIT = re.compile(
    rf"\s(?:was|were|is|are|has\sbeen|have\sbeen|had\sbeen|being|came|come)\s(?:\w+ly\s|also\s|again\s){{0,2}}(?:(?:{_HIT})(?<!ing)|rocked|under\s(?:fire|attack|shelling))\b",
    re.IGNORECASE,
)
# Of a blast or a raid whose object is not told, the place: "exploded near a mosque".
_SPOT = re.compile(
    r"\b(?:struck|exploded|detonated|blew\s(?:himself|herself|itself|themselves)\sup|went\soff|opened\sfire|landed|crashed|blast|explosion|bombing|shooting)\b[^.;:\n“”\"]{0,40}?\s(?:inside|at|near|outside|in)\s(?=(?:an?|the)\s[a-z])",
    re.IGNORECASE,
)
_TARGET_ENDS = re.compile(
    rf"[,.;:!?“”\"\n()]|\s(?:and\s(?=\w+(?:ed|ing)\b)|in\s(?:response|retaliation|reprisal|revenge|a\s(?:bid|attack|raid)|what|an\s(?:attempt|attack|effort)|the\s(?:morning|afternoon|evening|night|early|past|last)|{_TIME}|\d{{4}})"
    rf"|that|which|who|(?:on|until|since)\s{_TIME}|(?:at|around|about)\s(?:dawn|midnight|noon|dusk|\d)|to\s(?:avoid|prevent|stop|kill|destroy|force|drive|flood|retaliate|avenge|free|push|clear|protect|support|halt)|before|after|while|as|when|since|"
    r"(?!(?:building|training|fishing|shipping|wedding|housing|landing|mining|refining|processing|parking|shopping|living|operating|holding|crossing|meeting|gathering|monitoring|King|Beijing|including)\b)(?-i:[a-z]{2,}ing)|"
    r"during|killing|leaving|wounding|injuring|with|using|by|for|said|has|have|had|was|were|is|are|early|late|last|overnight|yesterday|today|this|amid|despite|because|from|on\sthat)\b"
)
# Means that are no equipment, and no deed: "napalm", "a car bomb", "stones".
_MEANS = re.compile(
    r"(?<![\w-])(?:napalm|suicide bombers?|suicide vests?|explosive belts?|petrol bombs?|molotov cocktails?|barrel bombs?|car bombs?|truck bombs?|roadside bombs?|chemical weapons?|machetes?|stones|bulldozers?|daggers?|axes|shells?(?= fire))\b",
    re.IGNORECASE,
)
# Equipment that is met as the target or the setting of an attack rather than as its means.
_NO_MEANS = (
    "vehicle", "truck", "car", "jeep", "ship", "vessel", "boat", "plane", "satellite", "radar", "arms", "military equipment", "medical supply",
    "transport plane", "patrol boat", "patrol vessel", "ammunition", "spare parts", "body armour",
)  # fmt: skip


def attack(passage: Passage) -> Attack:
    """The record of an attack."""
    dead, injured = _toll(passage)
    target = _target(passage)
    return Attack(
        weapons=tuple(_weapons(passage, target)),
        target=target,
        dead=dead,
        injured=injured,
        first_time=first_time(passage),
    )


def _weapons(passage: Passage, target: Stated | None) -> Iterator[Item]:
    """Equipment and other means in the sentences that tell it; what is hit is none."""
    found: list[Item] = []
    hit = [(party.start, party.end) for party in passage.mention.recipients if party.text]
    hit += [(target.start, target.end)] if target else []
    for span in passage.told:
        found += (
            Item(None, m.group().lower(), None, m.group(), *m.span()) for m in _MEANS.finditer(passage.text, *span)
        )
    for item in items(passage, passage.told):
        if item.designation is None and (item.sort in _NO_MEANS or _is_verb(passage.text, item)):
            continue
        if is_person(passage, item) or (item.sort == "bomber" and first(passage, passage.told, _SUICIDE)):
            continue
        if not any(other.start < item.end and item.start < other.end for other in found):
            found.append(item)
    seen = set[str]()
    for item in found:
        key = (item.designation or item.sort or "").lower().removesuffix("s")
        if key not in seen and not any(start < item.end and item.start < end for start, end in hit):
            seen.add(key)
            yield item


_SUICIDE = re.compile(r"\b(?:suicide|himself|herself|themselves|detonat\w+)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(?:an?|the|one|another|each|every|its|his|first|second)\s$", re.IGNORECASE)


def _is_verb(text: str, item: Item) -> bool:
    """Whether "bomb" or "shell" is what somebody does: no article or number stands before it."""
    return item.text.lower() in ("bomb", "shell") and _ARTICLE.search(text, max(0, item.start - 12), item.start) is None


def _target(passage: Passage) -> Stated | None:
    """Who or what was hit: what the words say that names the recipient, or else the recipient where it is a thing or people, or else what they say first."""
    hit = [words for span in passage.told for words in _hit(passage, span) if words]
    for party in passage.mention.recipients:
        if not any(start <= party.start < end for start, end in passage.told):
            continue
        if named := next((words for words in hit if words.start < party.end and party.start < words.end), None):
            return named
        words = passage.words(party.start, party.end)
        inside = passage.within((party.start, party.end))
        if (
            _is_target(passage, words, ())
            and not _PARTY.search(words.value)
            and not any(m.end >= words.end and (m.start <= words.start or m.label in _BODIES) for m in inside)
        ):
            return words
    return next(iter(hit), None)


# What stands for a party as a whole.
_PARTY = re.compile(
    r"\b(?:groups?|government|regime|militants|rebels|movement|organi[sz]ation|alliance|country|neighbou?r|enemy|side|state|nation|authorities|forces|army|military|jihadists|insurgents|terrorists)$",
    re.IGNORECASE,
)
# A participle behind these is an adjective or a passive: "the captured town", "was shelled".
_BEFORE_PARTICIPLE = re.compile(
    r"\b(?:the|an?|its|their|now|newly|recently|some|many|several|\d[\d,]*|(?P<be>were|was|been|being|be|is|are))\s$",
    re.IGNORECASE,
)
_STATES = (MentionLabel.STATE, MentionLabel.ADJECTIVE, MentionLabel.COLLECTIVE, MentionLabel.REFERENCE)
_PRONOUN = re.compile(
    r"(?:it|they|them|him|her|he|she|who|which|we|us|I|you|this|these|those|one|its|their|his)", re.IGNORECASE
)
_BODIES = (MentionLabel.GROUP, MentionLabel.BODY, MentionLabel.PERSON)
_ACTIVE = re.compile(r"\w+ing\b")


def _hit(passage: Passage, span: Span) -> Iterator[Stated | None]:
    for match in _TARGET.finditer(passage.text, *span):
        before = _BEFORE_PARTICIPLE.search(passage.text, max(span[0], match.start() - 12), match.start())
        if before is None or (before["be"] and _ACTIVE.match(match.group())):
            yield _cut(passage, match.end(), span)
    for match in _BE_HIT.finditer(passage.text, *span):
        words = passage.before(span[0], match.start())
        yield words if words and _is_target(passage, words, _STATES) else None
    for match in _SPOT.finditer(passage.text, *span):
        yield _cut(passage, match.end(), span)


def _cut(passage: Passage, start: int, span: Span) -> Stated | None:
    """What begins here, up to where something else is told of it."""
    stop = _TARGET_ENDS.search(passage.text, start, span[1])
    words = passage.words(start, min(stop.start() if stop else span[1], start + 120))
    return words if _is_target(passage, words, _STATES) else None


def _is_target(passage: Passage, words: Stated, no: tuple[MentionLabel, ...]) -> bool:
    """Whether words can be what was hit: a few, and no party alone of these sorts."""
    if not (0 < len(words.value.split()) <= 14 and len(words.value) > 2) or _PRONOUN.fullmatch(words.value):
        return False
    alone = (party for party in passage.within((words.start, words.end)) if party.start <= words.start)
    return not any(party.end >= words.end and party.label in no for party in alone)


# "Eight soldiers | and | two civilians were killed": what stands between counts of people that share a fate.
_AND = re.compile(r"\s(?:and|as\swell\sas)\s(?:the\s|another\s)?")
# How a sentence begins that tells what came of an attack told before it.
_CAME_OF_IT = re.compile(
    r"(?:At\sleast|More\sthan|Some|About|Around|Nearly|Almost|As\smany\sas|Up\sto|Dozens|Scores|Hundreds|No\sone|Nobody|\d[\d,]*|[A-Z][a-z]+(?:-[a-z]+)?\s(?=(?:[\w’'-]+\s){0,2}?(?:people|civilians|soldiers|troops|"
    r"villagers|children|women|men|guards|officers|fighters|others|of\sthem|died|were)\b)|It|They|Among|The\s(?:[\w-]+\s)?(?:attacks?|strikes?|raids?|blasts?|explosions?|shelling|assaults?|clash(?:es)?|dead|toll|death))\b"
)
_OTHER_TIME = re.compile(
    r"\b(?:separate|another\s(?:attack|strike|raid)|earlier|previous|last|since|total|overall|so\sfar|this\s(?:year|month)|war)\b",
    re.IGNORECASE,
)


def _toll(passage: Passage) -> tuple[Amount | None, Amount | None]:
    """The highest counts of the dead and of the injured; of a sentence that goes on where those that tell the attack have none."""
    told = _counts(passage, passage.told)
    after = [s for s in passage.continued(_CAME_OF_IT) if not _OTHER_TIME.search(passage.text, *s)]
    later = _counts(passage, after)
    highest = [
        max(told[fate] or later[fate], key=lambda amount: (amount.value, -amount.start), default=None)
        for fate in ("dead", "injured")
    ]
    return highest[0], highest[1]


def _counts(passage: Passage, spans: Iterable[Span]) -> dict[str, list[Amount]]:
    counts: dict[str, list[Amount]] = {"dead": [], "injured": []}
    for span in spans:
        people = [
            (_fate(passage.text, span, number), _people(passage, number, span))
            for number in numbers(passage.text, span)
            if not _THINGS.match(passage.text, number.end, span[1])
        ]
        for fate, amount in people:
            if fate:
                counts[fate].append(amount)
        for (fate, one), (fate_too, other) in pairwise(people):
            joined = one.unit and _AND.fullmatch(passage.text, one.end, other.start)
            if joined and bool(fate) != bool(fate_too):
                counts[fate or fate_too].append(_together(passage, one, other))
        for match in _ONE.finditer(passage.text, *span):
            one = Amount(1, "", "exact", match["who"], *match.span("who"))
            counts["dead" if match["dead"] else "injured"].append(one)
    return counts


def _together(passage: Passage, one: Amount, other: Amount) -> Amount:
    """Two counts of people as one."""
    bounds = {one.bound, other.bound} - {"exact"}
    bound = bounds.pop() if len(bounds) == 1 else "about" if bounds else "exact"
    words = passage.text[one.start : other.end]
    return Amount(one.value + other.value, "people", bound, words, one.start, other.end)


def _fate(text: str, span: Span, number: Number) -> str:
    """Whether a number counts the dead or the injured, by the verb right before it or else the first after it; empty for neither."""
    before = text[max(span[0], number.start - 120) : number.start]
    if _HURT_BEFORE.search(before):
        return "injured"
    if _DEAD_BEFORE.search(before):
        return "dead"
    hurt = _HURT_AFTER.match(text, number.end, span[1])
    killed = _DEAD_AFTER.match(text, number.end, span[1])
    if hurt and killed:
        return "dead" if killed.end() < hurt.end() else "injured"
    return "injured" if hurt else "dead" if killed else ""


def _people(passage: Passage, number: Number, span: Span) -> Amount:
    noun = _PERSONS.match(passage.text, number.end, span[1])
    return number.amount(noun["noun"].lower() if noun else "", passage.text, end=noun.end() if noun else None)
