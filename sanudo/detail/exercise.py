"""Joint exercises: what they are called, where they are held (air, land, sea), what for, how large they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sanudo import resources
from sanudo.detail.amounts import amounts, counting
from sanudo.detail.encounter import ordinal
from sanudo.detail.firsts import first_time
from sanudo.detail.passage import Passage, Span, all_of, closed
from sanudo.detail.quoted import CAPITAL, quotations
from sanudo.details import Exercise, Stated

_NOUN = r"(?:exercises?|drills?|manoeuvres?|maneuvers?|war ?games?)"
_GOES_ON = re.compile(rf"\b{_NOUN}\b", re.IGNORECASE)
_DOMAINS = closed(
    command_post=r"command[- ](?:post|staff|and[- ]staff)|staff exercises?|table-?top|simulat\w+",
    air=r"air (?:force|drills?|exercises?|combat|power|defen[cs]e)s?|aerial|fighter (?:jets?|planes?|aircraft)|warplanes?|bombers?|aircraft(?! carrier)|airborne|helicopters?|paratroopers?|jets",
    land=r"ground (?:forces?|troops|exercises?)|army|armies|land (?:forces|exercises?)|infantry|tanks?|mountain|artillery|armou?red|soldiers|special forces|commandos?",
    sea=r"naval|navy|navies|maritime|sea|warships?|ships?|submarines?|anti-submarine|frigates?|destroyers?|fleet|aircraft carriers?|vessels?|coast ?guards?",
    amphibious=r"amphibious|marines|beach landing|landing operations?",
    cyber=r"cyber\w*",
)  # fmt: skip
_FOCUS = closed(
    peacekeeping=r"peace-?keep\w+",
    humanitarian=r"humanitarian|disaster[- ](?:relief|response|management)|relief operations?|evacuat\w+|HADR",
    counter_terrorism=r"(?:counter|anti)-?[- ]?(?:terror\w*|insurgency|piracy)|terroris[mt]s?|hostage\w*|anti-drugs?",
    search_and_rescue=r"search[- ]and[- ]rescue|rescue",
    warfighting=r"live[- ]fire|combat|anti-submarine|air defen[cs]e|war ?games?|invasion|repel\w*|missile|defend\w*|assault|strike|offensive|shooting|firing|bombing",
)
_SIZE = counting(
    r"troops|soldiers|service ?(?:men|members|personnel)|personnel|sailors|marines|airmen|men|paratroopers|commandos|officers|participants|people|(?:war)?ships|vessels|submarines|frigates|destroyers|"
    r"aircraft|(?:war)?planes|jets|helicopters|tanks|(?:armou?red )?vehicles|pieces of (?:equipment|hardware)|units of equipment|bombers|fighters"
)
_CAPITALS = rf"(?P<name>{CAPITAL}(?:\s{CAPITAL}){{0,4}})"
# "Exercise Malabar", "the exercise, dubbed Zapad-2021"; "the Druzhba 2017 exercise".
_AFTER = re.compile(
    rf"\b(?:(?:Exercises?|Operation|Ex)\s|(?i:{_NOUN},?\s(?:(?:was|is|were|are)\s)?(?:code-?named|dubbed|named|called|known\sas|titled|entitled)\s)|(?i:(?:code-?named|dubbed|titled|called)\s)){_CAPITALS}"
)
_BEFORE = re.compile(
    rf"(?<![\w’'-]){_CAPITALS}\s(?:(?:joint|annual|military|naval|air|maritime|multinational|trilateral|bilateral|biennial|war)\s){{0,3}}{_NOUN}\b"
)
# "The exercise, Druzhba 2016, ...": a name of two words or with a number between commas.
_APPOSED = re.compile(
    rf"\b{_NOUN}(?:\s[\w’'-]+){{0,5}},\s(?P<name>{CAPITAL}(?:\s{CAPITAL}){{1,3}}|[A-Z][\w’']*-\d{{1,4}})(?=[,.]|$)"
)
_SERVICE = set(
    "Joint Military Naval Navy Army Air Force Forces Maritime Annual Bilateral Trilateral The A An In This That Both First Second Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February "
    "March April May June July August September October November December Special Marine Marines Coast Guard Defence Defense Multinational Live War Sea Large-scale".split()
)  # fmt: skip

_REGIONS = (
    "Pacific",
    "Baltic",
    "Arctic",
    "Atlantic",
    "Caribbean",
    "Mediterranean",
    "Black",
    "South",
    "North",
    "East",
    "West",
)
# Last words of what is a place or a body, not an exercise.
_PLACES = set(
    "Bay Sea Gulf Strait Ocean Island Islands River Peninsula Desert Lake Range Base Command Guard Fleet Corps Division Brigade Ministry Province Region Council Coast".split()
)


def exercise(passage: Passage) -> Exercise:
    """The record of an exercise."""
    around = passage.going_on(_GOES_ON)
    return Exercise(
        name=next(_names(passage, around), None),
        edition=ordinal(passage, passage.told, "edition"),
        domains=all_of(passage, passage.told, _DOMAINS),
        focus=all_of(passage, passage.told, _FOCUS),
        size=tuple(dict.fromkeys(amounts(passage, passage.told, _SIZE))),
        first_time=first_time(passage),
    )


def _names(passage: Passage, spans: tuple[Span, ...]) -> Iterator[Stated]:
    """Names of the exercise: quoted near the noun, called so, or in capitals right before it."""
    for span in spans:
        for start, end in quotations(passage, span):
            words = passage.text[start:end]
            if (
                words[0].isupper()
                and len(words.split()) <= 6
                and _GOES_ON.search(passage.text, max(span[0], start - 60), min(span[1], end + 40))
            ):
                yield passage.words(start, end)
        for pattern in (_AFTER, _BEFORE, _APPOSED):
            for match in pattern.finditer(passage.text, *span):
                begun = _named_from(match)
                if begun is not None:
                    yield passage.words(begun, match.end("name"))


def _named_from(match: re.Match[str]) -> int | None:
    """Where the name begins once states and services are left out; None where nothing is left."""
    if match["name"].split()[-1] in _PLACES or match["name"] in _REGIONS:
        return None
    for word in re.finditer(r"[^\s]+", match["name"]):
        plain = word.group().removesuffix("’s").removesuffix("'s")
        parts = re.split("[-–]", plain)
        if not all(part in _SERVICE or part in resources.parties() or part.isdigit() for part in parts):
            return match.start("name") + word.start()
    return None
