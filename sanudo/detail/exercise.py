"""Joint exercises: what they are called, which edition, where they are held (air, land, sea), what for, how large they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sanudo import resources
from sanudo.detail.amounts import amounts, counting
from sanudo.detail.committee import NTH, nth_time, ordinal, ordinal_of
from sanudo.detail.firsts import first_time
from sanudo.detail.passage import Passage, Span, all_of, closed
from sanudo.detail.quoted import CAPITAL, headline, is_title, quotations
from sanudo.details import Amount, Exercise, Stated

_NOUN = r"(?:(?:wargames?|war\sgames?|exercises?|drills?|manoeuvres?|maneuvers?)\b)"
_GOES_ON = re.compile(
    rf"\b{_NOUN}|\b(?:training|began|begins?|end(?:ed|s)?|arriv\w+|join\w*|take\spart|participat\w+|held)\b",
    re.IGNORECASE,
)
_HELD = r"(?:exercises?|drills?|manoeuvres?|maneuvers?|training|patrols?)"
# By domain, the plainest words first: how the exercise is called, with what it is held, whose service holds it.
_DOMAINS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "command_post",
        (r"command[- ](?:post|staff|and[- ]staff)|staff exercises?|table-?top|simulat\w+|map exercises?",),
    ),
    (
        "air",
        (
            rf"air(?:[- ](?:force|combat|defen[cs]e|and missile defen[cs]e))* {_HELD}|aerial (?:\w+ )?{_HELD}|fl(?:ying|ight) {_HELD}",
            r"fighters?(?: jets?| planes?| aircraft)?|warplanes?|bombers?|squadrons?|jets|aircraft(?! carriers?)|(?<!from )helicopters?|gunships?|aerial|air[- ](?:combat|defen[cs]e|to[- ]air|forces?)",
        ),
    ),
    (
        "land",
        (
            rf"(?:field|land|ground|army|mountain|infantry|jungle|desert|armou?red|artillery|tank)(?: \w+)? {_HELD}",
            r"ground (?:forces?|troops)|land forces|infantry|tanks|artillery|howitzers?|mortars?|gunners|armou?red|armou?r|mechani[sz]ed|motori[sz]ed|platoons?|battalions?|brigades?|paratroopers?|"
            r"(?:airborne|mountain|rifle|ranger) (?:compan(?:y|ies)|units?|troops)|army units|on (?:\w+ (?:and )?)?land",
        ),
    ),
    (
        "sea",
        (
            rf"(?:naval|navy|maritime|sea|anti-submarine|coast ?guard)(?: \w+)? {_HELD}",
            r"warships?|frigates?|destroyers?|corvettes?|submarines?|anti-submarine|aircraft carriers?|patrol (?:boats?|vessels?)|ships|vessels?|fleets?|navies|naval|navy|coast ?guards?|flotillas?|maritime|sailors",
            r"at sea|on sea",
        ),
    ),
    (
        "amphibious",
        (r"amphibious|marines|beach landing|landing (?:operations?|craft|exercise)|(?<=the )landing(?! of)",),
    ),
    ("cyber", (r"cyber\w*",)),
)
_DOMAIN_WORDS = [
    (domain, [re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for words in ranked]) for domain, ranked in _DOMAINS
]
_FOCUS = closed(
    peacekeeping=r"peace-?keep\w+|peace (?:support|enforcement)|blue helmets",
    humanitarian=r"humanitarian|disaster[- ](?:relief|response|management)|relief operations?|evacuat\w+|HADR|earthquakes?|medical",
    counter_terrorism=r"(?:counter|anti)-?[- ]?(?:terror\w*|insurgency|piracy)|terroris[mt]s?|hostage\w*|anti-drugs?|militants|piracy|pirates",
    search_and_rescue=r"search[- ]and[- ]rescue|rescue|m[ae]n overboard|search of",
    warfighting=r"live[- ]fire|combat|anti-submarine|air defen[cs]e|invasion|repel\w*|missiles?|defend\w*|assault|air ?strikes?|offensive|firing|bombing|ambush\w*|urban warfare|fir(?:e|ed|ing) the",
)
_SIZE = counting(
    r"troops|soldiers|service ?(?:men|members|personnel)|personnel|sailors|marines|airmen|men|paratroopers|commandos|officers|participants|people|reservists|cadets|medics|doctors|specialists|divers|engineers|pilots|rangers|(?:war)?ships|vessels|submarines|frigates|destroyers|corvettes|"
    r"aircraft|(?:war)?planes|jets|helicopters|tanks|(?:armou?red )?vehicles|pieces of (?:equipment|hardware)|units of equipment|bombers|fighters|howitzers"
)
_CAPITALS = rf"(?P<name>{CAPITAL}(?:\s{CAPITAL}){{0,4}})"
_SORTS = r"(?:(?:joint|annual|yearly|military|naval|air|maritime|multinational|multilateral|trilateral|bilateral|biennial|tactical|command-post|field|counter-?terrorism|anti-terror\w*|peacekeeping|live-fire|training|war|special\sforces)\s)"
# "Exercise Malabar", "the drill Eunomia", "the exercise, dubbed Zapad-2021"; "the Druzhba 2017 exercise"; "Sea Breeze, its summer exercise"; "the tenth Nomadic Elephant".
_PATTERNS = (
    re.compile(
        rf"\b(?:(?:Exercises?|Operation|Ex)\s|(?i:{_NOUN},?\s(?:(?:was|is|were|are|to\sbe|will\sbe)\s)?(?:code-?named|dubbed|named|called|known\sas|titled|entitled|under\sthe\s(?:code\s?)?name(?:\sof)?)\s)"
        rf"|(?i:(?:code-?named|dubbed|titled|entitled|to\sbe\scalled|under\sthe\s(?:code\s?)?name(?:\sof)?)\s)|(?<=\s)(?:exercises?|drills?|manoeuvres?|maneuvers?|games)\s){_CAPITALS}"
    ),
    re.compile(rf"(?<![\w’'-]){_CAPITALS}\s{_SORTS}{{0,3}}(?i:{_NOUN})"),
    re.compile(
        rf"\b{_NOUN}(?:\s[\w’'-]+){{0,5}},\s(?P<name>{CAPITAL}(?:\s{CAPITAL}){{1,3}}|[A-Z][\w’']*-\d{{1,4}})(?=[,.]|$)"
    ),
    re.compile(
        rf"(?<![\w’'-]){_CAPITALS},\s(?:an?|the|its|their|our|this\syear[’']s)\s(?:[\w’'-]+\s){{0,4}}?(?i:{_NOUN})"
    ),
    re.compile(
        rf"\b(?:{NTH}|(?:this|last|next)\syear[’']s|edition\sof(?:\sthe)?|round\sof(?:\sthe)?|version\sof(?:\sthe)?|(?:host(?:s|ed|ing)?|join(?:s|ed)?|open(?:s|ed)?|began|begin|complete[sd]?)\s(?:the\s)?)\s?{_CAPITALS}(?!\s(?:[a-z]+\s)?(?:troops|soldiers|forces|navy|army|ships|officers|time|[A-Z]))"
    ),
)
# How a sentence begins that goes on about an exercise.
_OF_IT = re.compile(
    rf"(?:It|This|They|Both|Some|About|Around|Nearly|Almost|Over|More\sthan|At\sleast|Up\sto|As\smany\sas|Hundreds|Thousands|\d[\d,]*|(?:The|These)\s(?:[\w-]+\s){{0,2}}(?i:{_NOUN})|(?:The|Both)\s(?:two\s)?sides)\b"
)
_SERVICE = set(
    "Joint Military Naval Navy Army Air Force Forces Maritime Annual Bilateral Trilateral The A An In This That Both First Second Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February "
    "March April May June July August September October November December Special Marine Marines Coast Guard Defence Defense Multinational Live War Sea Large-scale Exercise Exercises Drill Drills On At For From "
    "With After During Ministry Minister President Chief General Staff State Republic National Armed Ground Training His Her Its Their Our Earlier Last Next Meanwhile And Or But".split()
)  # fmt: skip
_REGIONS = set(
    "Pacific Baltic Arctic Atlantic Caribbean Mediterranean Black South North East West Asia Africa Europe Gulf Balkans".split()
)
# Last words of what is a place or a body, not an exercise.
_PLACES = set(
    "Bay Sea Gulf Strait Ocean Island Islands River Peninsula Desert Lake Range Base Command Guard Fleet Corps Division Brigade Ministry Province Region Council Coast Army Navy Force Forces Channel District".split()
)
# "US-backed", "NATO-led" are no names.
_LED = re.compile(r"-(?:led|backed|hosted|sponsored|funded|run|style|made|trained)$")
# The year or number at the end of a name.
_NUMBERED = re.compile(r"(?:[\s–-]+(?:(?:19|20)?\d\d(?:[-/]\d+)?|\d{1,3}|[IVXL]+))+$")


def exercise(passage: Passage) -> Exercise:
    """The record of an exercise."""
    name = next(_names(passage, passage.told), None) or next(_names(passage, (*passage.near, *headline(passage))), None)
    return Exercise(
        name=name,
        edition=_edition(passage, name),
        domains=_domains(passage, name),
        focus=all_of(passage, passage.told, _FOCUS),
        size=tuple(dict.fromkeys(amounts(passage, passage.told, _SIZE)))
        or tuple(dict.fromkeys(amounts(passage, passage.continued(_OF_IT), _SIZE))),
        first_time=first_time(passage),
    )


def _names(passage: Passage, spans: tuple[Span, ...]) -> Iterator[Stated]:
    """Names of the exercise: quoted near the noun, called so, in capitals beside it, or known."""
    for span in spans:
        for match in _known().finditer(passage.text, *span):
            yield passage.words(*match.span())
    for span in spans:
        for start, end in quotations(passage, span):
            words = passage.text[start:end]
            if (
                words[0].isupper()
                and len(words.split()) <= 6
                and is_title(words)
                and _GOES_ON.search(passage.text, max(span[0], start - 60), min(span[1], end + 40))
            ):
                yield _named(passage, start, end)
        for pattern in _PATTERNS:
            for match in pattern.finditer(passage.text, *span):
                begun = _named_from(match)
                if begun is not None:
                    yield _named(passage, begun, match.end("name"))


@cache
def _known() -> re.Pattern[str]:
    """The names of exercises that recur."""
    longest = sorted(resources.exercises(), key=len, reverse=True)
    return re.compile(
        rf"(?<![\w’'-])(?:{'|'.join(map(re.escape, longest))})(?:\s(?!(?:Joint|Military|Naval|Exercises?|Drills?)\b)[A-Z][a-z]+)?(?![\w’'])"
    )


def _named(passage: Passage, start: int, end: int) -> Stated:
    """A name without its year or number, unless nothing else is left of it."""
    number = _NUMBERED.search(passage.text, start, end)
    return passage.words(start, number.start() if number and number.start() > start else end)


def _named_from(match: re.Match[str]) -> int | None:
    """Where the name begins once states and services are left out; None where nothing is left."""
    words = match["name"].split()
    if words[-1] in _PLACES or _LED.search(words[-1]) or match["name"] in _REGIONS or match["name"].isdigit():
        return None
    for word in re.finditer(r"[^\s]+", match["name"]):
        plain = word.group().removesuffix("’s").removesuffix("'s")
        whole = match["name"][word.start() :]
        parts = re.split("[-–]", plain)
        if whole in resources.parties():
            return None
        # "Sea Breeze": a word of a service begins a name where no noun of a service follows.
        service = all(part in _SERVICE or part in resources.parties() or part.isdigit() for part in parts)
        if not service or (plain == "Sea" and len(whole.split()) > 1):
            return match.start("name") + word.start()
    return None


def _edition(passage: Passage, name: Stated | None) -> Amount | None:
    """Which one it is: the ordinal of the exercise or before its name, or how often it was held; "first-ever" is a claim, no number."""
    numbered = ordinal(passage, passage.told, "edition")
    if numbered is not None and (numbered.value > 1 or _EDITION.match(passage.text, numbered.end)):
        return numbered
    before = _ORDINAL_BEFORE.search(passage.text, max(0, name.start - 40), name.start) if name else None
    if before:
        return ordinal_of(before, "edition")
    return nth_time(passage, (*passage.told, *headline(passage)), "edition")


_EDITION = re.compile(r"\s(?:edition|iteration|round)\b", re.IGNORECASE)
_ORDINAL_BEFORE = re.compile(rf"\b{NTH}\s(?:(?:annual|joint|edition\sof)\s){{0,2}}(?:the\s)?[“\"‘']?$", re.IGNORECASE)


def _domains(passage: Passage, name: Stated | None) -> tuple[Stated, ...]:
    """Each domain by the plainest words that say it; the name of the exercise, a sea or a service says none."""
    found = (_domain(passage, domain, ranked, name) for domain, ranked in _DOMAIN_WORDS)
    return tuple(domain for domain in found if domain)


def _domain(passage: Passage, domain: str, ranked: list[re.Pattern[str]], name: Stated | None) -> Stated | None:
    for pattern in ranked:
        for span in passage.told:
            for match in pattern.finditer(passage.text, *span):
                in_name = name is not None and match.start() < name.end and name.start < match.end()
                proper = match.group()[0].isupper() and _PROPER.match(passage.text, match.end()) is not None
                if not in_name and not proper:
                    return passage.stated(domain, *match.span())
    return None


# What makes capitals before it a part of a name: "Maritime Self-Defense Force".
_PROPER = re.compile(r"[\s-][A-Z]")
