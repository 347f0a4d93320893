"""Equipment: designations ("Mi-35", "F-16 Block 70"), names ("Apache") and classes ("combat helicopters"), with how many."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from sanudo import resources
from sanudo.detail.amounts import Number, numbers
from sanudo.detail.passage import Passage, Span
from sanudo.details import Amount, Item
from sanudo.records import MentionLabel

# Nouns of equipment, the longer first where one begins like another; what stands before them says of which sort.
CLASSES = (
    r"air[- ]defen[cs]e (?:missile )?systems?|missile (?:defen[cs]e )?systems?|missile (?:defen[cs]e )?shields?|missile batter(?:y|ies)|missile launchers?|rocket launchers?|"
    r"grenade launchers?|weapons? systems?|radar systems?|artillery (?:pieces|guns|systems|shells|rounds)|aircraft carriers?|patrol (?:boats|vessels|ships|craft)|patrol boat|"
    r"(?:fighter|attack|trainer|surveillance|transport|spy|patrol|tanker|combat|military)[- ](?:jets?|planes?|aircraft)|armou?red (?:personnel carriers|vehicles|personnel carrier|vehicle|cars)|"
    r"fighting vehicles?|helicopter gunships?|helicopters?|choppers?|gunships?|fighters?(?= jets?)|jet fighters?|fighter bombers?|warplanes?|bombers?|aircraft|aeroplanes?|airplanes?|planes?|jets?|"
    r"drones?|UAVs?|UCAVs?|unmanned aerial vehicles?|tanks?|APCs?|MRAPs?|Humvees?|vehicles?|trucks?|jeeps?|howitzers?|artillery|cannons?|mortars?|"
    r"rockets?|missiles?|torpedo(?:es)?|radars?|frigates?|corvettes?|destroyers?|submarines?|warships?|battleships?|gunboats?|speedboats?|(?:coast[- ]guard )?cutters?(?! of)|hovercraft|minesweepers?|flotilla|vessels?|ships?|boats?|"
    r"interceptors?|satellites?(?! (?:pictures?|images?|imagery|photo\w*|data|dish\w*|phone\w*|television|TV))|bombs?|munitions?|ammunition|shells?|mines|landmines|grenades?|bullets?|rifles?|machine guns?|guns?|firearms|small arms|weapons?|weaponry|arms(?! (?:the|its|race|control|embargo|deal|sale|treaty|talks|supplies|exports?|industry))|"
    r"spare parts|night[- ]vision (?:goggles|devices|equipment)|body armou?r|(?:military|defen[cs]e|defensive|security|communications?|surveillance|naval|medical) (?:equipment|hardware|gear|supplies)|"
    r"explosives|IEDs?|improvised explosive devices?|knives|knife|sarin|chlorine|mustard gas|nerve (?:agent|gas)|poison gas|toxic gas|tear gas|rubber bullets|water cannons?|white phosphorus"
)
# Words before such a noun that belong to its class.
_MODIFIERS = (
    r"combat|attack|assault|transport|military|fighter|strike|stealth|trainer|training|surveillance|reconnaissance|utility|heavy|light|heavy-lift|multi-?role|maritime|"
    r"anti-?(?:tank|aircraft|ship|missile|submarine|personnel)|surface-to-air|air-to-air|air-to-ground|air-to-surface|ground-to-air|surface-to-surface|shoulder-fired|"
    r"shoulder-launched|ballistic|cruise|hypersonic|nuclear|nuclear-(?:powered|capable|armed)|diesel-electric|long-range|medium-range|short-range|intermediate-range|intercontinental|"
    r"self-propelled|towed|armed|unarmed|unmanned|guided|laser-guided|missile|guided-missile|naval|amphibious|landing|patrol|coast guard|battle|main battle|tactical|strategic|"
    r"advanced|second-hand|used|refurbished|rocket|barrel|cluster|car|truck|suicide|roadside|petrol|chemical|incendiary|thermobaric|mortar|artillery|tank|automatic|sniper|assault|air|air defen[cs]e|aerial|lethal|defensive|"
    r"kamikaze|loitering|spy|border|all-terrain|armou?red|bulletproof|long-haul|jet|supersonic|subsonic|anti-riot|conventional|explosive|homemade|tear|light-armou?red"
)
_CLASS = re.compile(rf"(?<![\w-])(?P<noun>(?:(?:{_MODIFIERS})[\s-]){{0,4}}(?:{CLASSES}))\b(?![’'-]\w)", re.IGNORECASE)
_GOODS = re.compile(
    r"(?<![\w-])(?:(?:covid-19|anti-?covid|coronavirus|medical|food|humanitarian|relief|emergency|crude|off-road|patrol|combine|protective)\s){0,2}(?:vaccines?|doses|ventilators|masks|medicines|foodstuffs?|"
    r"food(?= aid\b)|grain|wheat|rice|ambulances|buses|generators|tents|blankets|fuel|uranium|fertili[sz]ers?|tractors|harvesters|lorries|cars|four-wheel drives|SUVs|motor(?:bikes|cycles)|(?:thermal |night-vision )?cameras|uniforms|helmets|(?:upgrade )?kits|simulators?|engines|radios|source code|lethal (?:aid|supplies|weapons)|laptops|computers|scanners|(?:relief|food|humanitarian) (?:goods|supplies|items))\b",
    re.IGNORECASE,
)
# A designation: letters, hyphen, number, letters of a variant, block or mark.
_DESIGNATION = re.compile(
    r"(?<![\w.-])(?P<prefix>[A-Z][A-Za-z/]{0,5}|2S|9K)(?P<joint>[-–]?|\s(?=\d{2}))(?P<number>\d{1,4})(?P<variant>[A-Z]{0,3}[a-z]{0,2}\d{0,2}[A-Z]{0,2})?(?P<more>-[A-Z0-9]{1,3})?"
    r"(?:\s(?:Block\s(?:\d+|I{1,3}V?)|Mk\.?\s?\d+|Mark\s\w+))?(?!\w)(?:s\b)?"
)
# "G-20", "U-17", "A-4": what looks like a designation and is none.
_NONE = {
    "G",
    "U",
    "COVID",
    "COP",
    "BRICS",
    "EU",
    "UN",
    "I",
    "R2P",
    "NSG",
    "APEC",
    "Rs",
    "CO",
    "H1N",
    "P5",
    "Group",
    "Article",
    "IS",
}
# What does not stand between a number and the equipment that it counts: small words, verbs, those who are counted instead.
_NOT_COUNTED = (
    r"and|or|to|in|for|from|at|on|by|with|when|while|after|before|as|who|which|that|million|billion|worth|years?|days?|months?|weeks?|hours?|is|are|was|were|has|have|had|died|dead|killed|wounded|injured|hurt|"
    r"people|persons|civilians|soldiers|troops|men|women|children|villagers|officers|policemen|guards|fighters|militants|fishermen|sailors|crew"
)


@dataclass(frozen=True, slots=True)
class _Named:
    designation: str
    sort: str
    start: int
    end: int


@cache
def _names() -> re.Pattern[str]:
    """Names of weapons as one pattern, longer ones first."""
    names = sorted(
        (form for form in resources.equipment() if not form.endswith("-")), key=lambda form: (-len(form), form)
    )
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?P<plural>s?)(?![\w’'])")


def items(passage: Passage, spans: tuple[Span, ...], *, goods: bool = False) -> Iterator[Item]:
    """Equipment in these sentences, in order of offset; with `goods`, also what is given that is no equipment of war."""
    for span in spans:
        counts = {number.end: number for number in numbers(passage.text, span)}
        yield from _items(passage.text, span, counts, goods)


def each_once(found: Iterable[Item]) -> tuple[Item, ...]:
    """Each sort of equipment once, as it is counted first."""
    kept: dict[str, Item] = {}
    for item in found:
        name = (item.designation or item.sort or item.text).lower()
        if name not in kept or (kept[name].count is None and item.count is not None):
            kept[name] = item
    return tuple(sorted(kept.values(), key=lambda item: item.start))


def is_person(passage: Passage, found: Item | Amount) -> bool:
    """Whether what looks like the name of a weapon is a person's: "Nasr", "Patriot"."""
    around = passage.within((max(0, found.start - 40), found.end + 40))
    return any(m.label is MentionLabel.PERSON and m.start < found.end and found.start < m.end for m in around)


def _items(text: str, span: Span, counts: dict[int, Number], goods: bool) -> Iterator[Item]:
    classes = [match.span() for match in _CLASS.finditer(text, *span)]
    if goods:
        classes = sorted([*classes, *(match.span() for match in _GOODS.finditer(text, *span))])
    named = list(_designated(text, span))
    reached, used = span[0], set[Span]()
    out: list[Item] = []
    for name in named:
        sort = next(((s, e) for s, e in classes if name.end <= s <= name.end + 30 and _close(text, name.end, s)), None)
        sort = sort or next(
            ((s, e) for s, e in classes if e <= name.start <= e + 2 and _close(text, e, name.start)), None
        )
        if sort is None and not name.sort:
            continue
        start, end = (min(name.start, sort[0]), max(name.end, sort[1])) if sort else (name.start, name.end)
        if sort:
            used.add(sort)
        words = singular(text[sort[0] : sort[1]]) if sort else name.sort
        out.append(_item(text, name.designation, words, start, end, counts, reached))
        reached = end
    out += [
        _item(text, None, singular(text[s:e]), s, e, counts, span[0])
        for s, e in classes
        if (s, e) not in used and not any(i.start < e and s < i.end for i in out)
    ]
    yield from sorted(out, key=lambda item: item.start)


def _designated(text: str, span: Span) -> Iterator[_Named]:
    reached = span[0]
    found = [*_by_form(text, span), *_by_name(text, span)]
    last: _Named | None = None
    for one in sorted(found, key=lambda n: (n.start, -n.end)):
        if one.start < reached:
            continue
        reached = one.end
        if last is not None and text[last.end : one.start] in (" ", "-"):  # "M1A2 Abrams", "Bayraktar TB2"
            last = _Named(text[last.start : one.end], last.sort or one.sort, last.start, one.end)
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def _by_form(text: str, span: Span) -> Iterator[_Named]:
    known = resources.equipment()
    for match in _DESIGNATION.finditer(text, *span):
        prefix = match["prefix"]
        if prefix in _NONE or f"{prefix}-" not in known:
            continue
        if not match["joint"].strip("–- ") and not match["joint"] and len(prefix) == 1 and prefix not in "MTK":
            continue
        words = re.sub(r"s$", "", match.group())
        yield _Named(words, known[f"{prefix}-"], *match.span())


def _by_name(text: str, span: Span) -> Iterator[_Named]:
    known = resources.equipment()
    for match in _names().finditer(text, *span):
        words = match.group()[: len(match.group()) - len(match["plural"])]
        yield _Named(words, known[words], *match.span())


def _close(text: str, start: int, end: int) -> bool:
    """Whether only words of the same name stand between a designation and a class."""
    between = text[start:end]
    return re.fullmatch(r"[\s-]*(?:(?!(?:and|or|to|with|from|of|in|for|an?|the)\b)[\w-]+\s){0,2}", between) is not None


def _item(
    text: str, designation: str | None, sort: str, start: int, end: int, counts: dict[int, Number], least: int
) -> Item:
    """An item with the number that stands up to four words before it."""
    number = next(
        (counts[at] for at in sorted(counts, reverse=True) if least <= at <= start and _counts(text, at, start)), None
    )
    if number and (whole := _PART_OF.search(text, least, number.start)):
        number = next((part for part in counts.values() if part.end == whole.start()), None)
    first = number.start if number else start
    count = number.amount(sort, text) if number else None
    return Item(designation, sort, count, text[first:end], first, end)


# "The last four | of its | 20 aircraft": the number is that of the part.
_PART_OF = re.compile(r"(?<=\w)\sof\s(?:(?:the|its|their|some|about|a\stotal\sof)\s)?$", re.IGNORECASE)


def _counts(text: str, end: int, start: int) -> bool:
    between = text[end:start]
    return (
        len(between) < 60
        and re.fullmatch(
            rf"(?:[-\s](?:of\s(?:the|its|their)\s)?(?!(?:{_NOT_COUNTED})\b)[\w’'.-]+){{0,5}}[-\s]", between
        )
        is not None
    )


def singular(words: str) -> str:
    """A class in the singular and small letters: "combat helicopters" are "combat helicopter"."""
    lower = " ".join(words.split())
    lower = lower if lower.isupper() else lower.lower()
    if lower.endswith("ies"):
        return lower[:-3] + "y"
    if lower.endswith("oes"):
        return lower[:-2]
    keep = ("arms", "explosives", "parts", "goggles", "devices", "supplies", "rounds", "ss", "gas", "us")
    return lower[:-1] if lower.endswith("s") and not lower.endswith(keep) else lower
