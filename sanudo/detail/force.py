"""Forces moved and force used: what and how many, to which base; with which weapons, on what, how many dead and injured."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sanudo.detail.amounts import Number, amounts, counting, numbers
from sanudo.detail.equipment import each_once, items
from sanudo.detail.firsts import first_time
from sanudo.detail.passage import Passage, Span, first
from sanudo.detail.quoted import CAPITAL
from sanudo.details import Amount, Attack, Deployment, Item, Stated

_PEOPLE = (
    r"troops|soldiers|service ?(?:men|members)|personnel|marines|paratroopers|peacekeepers|policemen|police(?: officers)?|forces|fighters|reservists|commandos|advis[eo]rs|instructors|sailors|guards|"
    r"men|brigades?|battalions?|divisions?|regiments?|companies|squadrons?|mercenaries|militants"
)
_FORCES = re.compile(
    r"(?<![\w-])(?P<noun>(?:(?:ground|combat|special|peacekeeping|elite|additional|armou?red|airborne|air|naval|army|security|border|military|rapid reaction|special operations|riot|infantry)\s){0,3}"
    r"(?:troops|soldiers|forces|peacekeepers|marines|paratroopers|brigades?|battalions?|divisions?|squadrons?|police|advis[eo]rs|fleet|carrier (?:strike )?group|strike group|task force|contingent|reservists|fighters))\b",
    re.IGNORECASE,
)
_SIZE = counting(
    _PEOPLE
    + r"|(?:war)?ships|vessels|aircraft|(?:war)?planes|jets|helicopters|tanks|(?:armou?red )?vehicles|bombers|fighter jets|drones|missiles|submarines|frigates|destroyers|batteries|launchers"
)
# What says little beside a plainer word.
_VAGUE = ("forces", "armed forces", "police", "fighters", "military forces")
_BASE = re.compile(
    rf"\b(?P<base>(?:{CAPITAL}\s){{1,4}}(?:[Aa]ir\s?[Bb]ase|[Nn]aval\s[Bb]ase|[Mm]ilitary\s[Bb]ase|[Aa]ir\s?[Ff]ield|[Bb]ase|Barracks|Camp|[Pp]ort|[Aa]irport|[Ss]tation)"
    rf"|(?:[Aa]ir\s?base|[Nn]aval\sbase|[Mm]ilitary\sbase|base|camp|port|airport|garrison)\s(?:of|in|at|near|outside)\s(?:the\s)?{CAPITAL}(?:\s{CAPITAL}){{0,3}}|Camp\s{CAPITAL}(?:\s{CAPITAL})?)\b"
)
# Who dies or is hurt: "killed at least 12 people", "12 civilians were killed", "a death toll of 40".
_VERB_DEAD = r"kill(?:ed|s|ing)?|murdered|slain|massacred|assassinated|claim(?:ed|ing)\sthe\slives\sof|left|leaving|death\stoll(?:\s\w+){0,3}|deaths\sof|slaughter(?:ed|ing)"
_VERB_HURT = r"wound(?:ed|s|ing)?|injur(?:ed|es|ing)|hurt(?:ing)?|maim(?:ed|ing)"
_WHO = r"(?:\s(?:of\s(?:them|the|its|their|whom)\s?)?(?!(?:and|kilomet|miles|days|hours|years|km)\b)[\w’'-]+){0,6}?"
_BE = r"(?:\s(?:were|was|have|had|has|been|be|are|is|also|reportedly|being)){0,4}"
_DEAD_AFTER = re.compile(
    rf"{_WHO}(?:{_BE}\s(?:killed|dead|died|murdered|slain|perished|massacred)|\sdeaths|\sfatalities|\slives)\b",
    re.IGNORECASE,
)
_HURT_AFTER = re.compile(rf"{_WHO}{_BE}\s(?:wounded|injured|hurt|injuries)\b", re.IGNORECASE)
_DEAD_BEFORE = re.compile(rf"\b(?:{_VERB_DEAD})\s(?:another\s|a\stotal\sof\s|the\s)?$", re.IGNORECASE)
_HURT_BEFORE = re.compile(rf"\b(?:{_VERB_HURT})\s(?:another\s|a\stotal\sof\s|the\s)?$", re.IGNORECASE)
_ANOTHER = re.compile(r"\banother\s$", re.IGNORECASE)
_PERSONS = re.compile(
    r"\s(?:[\w’'-]+\s){0,3}?(?P<noun>people|persons|civilians|soldiers|troops|children|women|men|militants|fighters|policemen|insurgents|rebels|passengers|protesters|demonstrators|villagers|officers|students|workers|marines|personnel)\b",
    re.IGNORECASE,
)
_THINGS = re.compile(
    r"\s(?:[\w’'-]+\s){0,2}?(?:kilomet\w+|km|miles|days?|hours?|years?|rockets?|missiles?|bombs?|attacks?|strikes?|houses|villages|tanks|vehicles|aircraft|times|buildings|months|weeks|dollars|of\s\w+\s(?:tanks|vehicles))\b",
    re.IGNORECASE,
)
_TARGET = re.compile(
    r"\b(?:(?:attack(?:s|ed|ing)?|strikes?|raids?|assaults?|bombardment|bombings?|shelling|fire|fired|air\s?strikes?|offensive|crackdown|ambush|operations?)\s(?:on|against|upon|at|targeting)\s"
    r"|(?:bomb(?:ed|ing)|shell(?:ed|ing)|target(?:ed|ing|s)|struck|hit(?:ting|s)?|strik(?:es|ing)|attack(?:ed|ing)|raid(?:ed|ing)|ambush(?:ed|ing)|destroy(?:ed|ing)|pound(?:ed|ing)|storm(?:ed|ing)|shot\sdown|bombard(?:ed|ing)|invad(?:ed|es|ing)|assassinat(?:ed|ing)|kidnapp(?:ed|ing)|abduct(?:ed|ing)|blew\sup|sank|captur(?:ed|ing)|seiz(?:ed|ing)|shot(?:\sdead)?|detain(?:ed|ing)|executed|beheaded|tortured)\s)(?:of\s)?(?!(?:by|in|on|with|at|from|during|as|for|and|dead|to|inside|into|out|off|back|it|them|him)\b)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\b(?:an?|the|one|another|each|every|its|his|first|second)\s$", re.IGNORECASE)
_TARGET_ENDS = re.compile(
    r"[,.;:!?“”\"\n()]|\s(?:and\s(?=\w+(?:ed|ing)\b)|in\sresponse|that|which|who|on\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|after|while|as|when|since|during|killing|leaving|with|using|by|said|has|have|was|were|early|late|last|overnight)\b"
)
_METHODS = re.compile(
    r"(?<![\w-])(?:(?:suicide|car|truck|roadside|drone|rocket|missile|air|artillery|mortar|chemical|gas|nerve agent|sniper|gun|knife|arson|cyber|grenade|barrel[- ]bomb|poison gas|aerial|naval)[\s-]?(?:strikes?|attacks?|bomb(?:s|ings?|ers?)?|fire|raids?|bombardments?|shelling|barrages?)|shelling|air-?strikes?|gunfire|suicide bombers?|chemical weapons?|bulldozers?|stones|machetes?)\b",
    re.IGNORECASE,
)


def deployment(passage: Passage) -> Deployment:
    """The record of forces moved or readied."""
    base = first(passage, passage.told, _BASE)
    return Deployment(
        forces=each_once([*_forces(passage), *items(passage, passage.told)]),
        size=tuple(dict.fromkeys(amounts(passage, passage.told, _SIZE))),
        base=passage.words(*base.span("base")) if base else None,
        first_time=first_time(passage),
    )


def _forces(passage: Passage) -> Iterator[Item]:
    """Troops and units, each sort once, with their number where it stands before them."""
    counted = {a.end: a for a in amounts(passage, passage.told, _SIZE)}
    seen = set[str]()
    for span in passage.told:
        found = list(_FORCES.finditer(passage.text, *span))
        for match in found:
            sort = " ".join(match["noun"].lower().split())
            count = counted.get(match.end())
            if sort not in seen and not (sort in _VAGUE and count is None and len(found) > 1):
                seen.add(sort)
                start = count.start if count else match.start()
                yield Item(None, sort, count, passage.text[start : match.end()], start, match.end())


def attack(passage: Passage) -> Attack:
    """The record of an attack."""
    dead, injured = _toll(passage)
    return Attack(
        weapons=tuple(_weapons(passage)),
        target=_target(passage),
        dead=dead,
        injured=injured,
        first_time=first_time(passage),
    )


def _weapons(passage: Passage) -> Iterator[Item]:
    """Ways of attack that name the weapon, and equipment; what is hit stands after the verb, and is none."""
    target = _target(passage)
    found: list[Item] = []
    for span in passage.told:
        for match in _METHODS.finditer(passage.text, *span):
            found.append(Item(None, match.group().lower(), None, match.group(), *match.span()))
    for item in items(passage, passage.told):
        inside = target is not None and target.start <= item.start < target.end
        if (
            not inside
            and not _is_verb(passage.text, item)
            and not any(other.start < item.end and item.start < other.end for other in found)
        ):
            found.append(item)
    seen = set[str]()
    for item in sorted(found, key=lambda item: item.start):
        key = (item.designation or item.sort or "").lower()
        if key not in seen:
            seen.add(key)
            yield item


def _is_verb(text: str, item: Item) -> bool:
    """Whether "bomb" or "shell" is what somebody does: no article or number stands before it."""
    return item.text.lower() in ("bomb", "shell") and _ARTICLE.search(text, max(0, item.start - 12), item.start) is None


def _target(passage: Passage) -> Stated | None:
    for span in passage.told:
        for match in _TARGET.finditer(passage.text, *span):
            stop = _TARGET_ENDS.search(passage.text, match.end(), span[1])
            words = passage.words(match.end(), min(stop.start() if stop else span[1], match.end() + 120))
            if 0 < len(words.value.split()) <= 14 and len(words.value) > 2:
                return words
    return None


def _toll(passage: Passage) -> tuple[Amount | None, Amount | None]:
    """The dead and the injured of the first sentence that counts them."""
    dead: Amount | None = None
    injured: Amount | None = None
    for span in passage.told:
        for number in numbers(passage.text, span):
            if _THINGS.match(passage.text, number.end, span[1]):
                continue
            match _fate(passage.text, span, number):
                case "dead" if dead is None:
                    dead = _people(passage, number, span)
                case "injured" if injured is None:
                    injured = _people(passage, number, span)
    return dead, injured


def _fate(text: str, span: Span, number: Number) -> str:
    """Whether a number counts the dead or the injured, by the verb right before it or else the first after it; empty for neither."""
    before = text[max(span[0], number.start - 40) : number.start]
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
