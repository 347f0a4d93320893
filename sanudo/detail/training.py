"""Training of one state's people by another's: who, how many, where, in which programme."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sanudo.detail.amounts import amounts, counting
from sanudo.detail.firsts import first_time
from sanudo.detail.passage import Passage, Span, closed, first, one_of
from sanudo.detail.quoted import named
from sanudo.details import Amount, Stated, Training
from sanudo.records import Status

_PEOPLE = (
    r"officers|soldiers|troops|cadets|pilots|policemen|police|(?:army|security|special|armed|military|government|peshmerga|border|opposition|ground|air) forces|forces|local groups|groups|fighters|rebels|"
    r"personnel|service ?(?:men|members)|recruits|guards|peacekeepers|militants|militia(?:s|men)?|students|trainees|crews?|sailors|marines|engineers|technicians|instructors|commandos|army|military|units|brigades?|battalions?|navy|coast ?guards?|men"
)
_TRAINEES = re.compile(
    rf"\b(?:train(?:ed|s|ing)?|instruct(?:ed|s|ing)?|admi(?:t|ssion of|tted)|teach(?:es|ing)?|enroll?(?:ed)?|educat(?:e|ed|ing))\s(?:of\s|for\s|up\s)?(?P<who>(?:(?!(?:and|to|in|on|at|by|with|from|programme|program|centre|center|course|mission)\b)[\w,’'.-]+\s){{0,6}}?(?:{_PEOPLE}))\b"
    rf"|\b(?P<whom>(?:(?!(?:whose|who|and|to|in|on|at|by|with|from|that|for|of|the|a|as|which|where|is|are|was|were|will)\b)[\w’'.-]+\s){{0,4}}(?:{_PEOPLE}))\s(?:(?:who|that)\s)?(?:(?:(?:will|would|are|were|was|is|to|have|had|has|could|can|being|been|be|may|soon|still)\s){{1,4}}(?:train(?:ed|ing)?|stud(?:y|ied|ying))|(?:(?:will|would|are|were|to|have|had|has|could|can|may)\s){{0,3}}(?:trained|studied|receiv(?:e|ed|ing)\s(?:\w+\s){{0,3}}(?:training|scholarships)|attend\w*|undergo\w*|graduat\w+|learn\w*|spent))\b",
    re.IGNORECASE,
)
_NUMBER = counting(_PEOPLE)
_INSTITUTES = named(r"(?:Academy|Academies|Institutes?|College|University|School|Centre|Center|Base|Camp)")
_PLAIN = re.compile(
    r"\b(?:in|at|to)\s(?:the\s|an?\s|its\s|their\s)?(?P<name>(?:[\w’'.-]+\s){0,4}(?:(?:training|military|defen[cs]e|staff|war|naval|flight|police|army)\s)(?:[\w’'.-]+\s){0,2}?(?:academy|academies|institut(?:e|es|ions?)|colleges?|universit(?:y|ies)|schools?|centres?|centers?|facilit(?:y|ies)|bases?|camps?))\b",
    re.IGNORECASE,
)
_PROGRAMME = re.compile(
    r"(?<![\w-])(?:[A-Z][\w’'.-]*\s(?:(?:and|for|of|to)\s)?){1,7}(?:[Pp]rogramme?|[Cc]ourse|[Mm]ission|[Ii]nitiative|[Ss]cheme)\b(?:\s\([A-Z]{2,8}\))?|\bIMET\b"
    r"|\b(?:train(?:ing)?[\s-]and[\s-]equip|training|exchange|education|assistance|capacity[\s-]building|advise[\s-]and[\s-]assist)\s(?:programme?|course|mission|scheme)s?\b"
)
_GOES_ON = re.compile(r"\b(?:train\w*|institut\w+|academ\w+|cadets?|officers|course)\b", re.IGNORECASE)
_STAGES = closed(
    suspended=r"suspend\w*|halt\w*|cancel\w*|stop(?:ped|s)?|cut|barred|ended|froze|clos\w+",
    completed=r"completed|graduat\w+|have (?:been )?trained|had (?:been )?trained|has trained|were trained|trained|finished",
    ongoing=r"(?:is|are|were|was|been) (?:\w+ )?(?:training|being trained|undergoing|helping)|undergoing|under way|ongoing|continu\w+",
    planned=r"(?:will|would|plans?|planned|planning|agreed|to|could|may|pledg\w+|offer\w*|propos\w+|ready)(?: \w+){0,4} (?:train\w*|teach|admi\w+|study|attend)|(?:to|will) (?:\w+ )?(?:train|receive)|admission",
    )  # fmt: skip
_BY_STATUS = {
    Status.PLANNED: "planned",
    Status.POSSIBLE: "planned",
    Status.DEMANDED: "planned",
    Status.ONGOING: "ongoing",
}
_TRAIN = re.compile(r"\b(?:train\w*|admission|courses?|stud(?:y|ies|ied)|instruct\w+)\b", re.IGNORECASE)


def training(passage: Passage) -> Training:
    """The record of training."""
    around = passage.going_on(_GOES_ON)
    trainees = _trainees(passage)
    return Training(
        trainees=trainees,
        number=_number(passage, trainees),
        institutes=tuple(_institutes(passage, around)),
        programme=_programme(passage),
        stage=_stage(passage),
        first_time=first_time(passage),
    )


def _trainees(passage: Passage) -> Stated | None:
    match = first(passage, passage.told, _TRAINEES)
    return passage.words(*match.span("who" if match["who"] else "whom")) if match else None


def _number(passage: Passage, trainees: Stated | None) -> Amount | None:
    """How many are trained: the number of the trainees, or without them the first that stands after the verb."""
    for span in passage.told:
        verb = _TRAIN.search(passage.text, *span)
        for amount in amounts(passage, (span,), _NUMBER):
            of_them = trainees is not None and amount.start < trainees.end and trainees.start < amount.end
            if of_them or (trainees is None and verb and amount.start > verb.start()):
                return amount
    return None


def _institutes(passage: Passage, spans: tuple[Span, ...]) -> Iterator[Stated]:
    """Institutes by name, or else as words describe them."""
    seen: dict[str, Stated] = {}
    for span in spans:
        for match in _INSTITUTES.finditer(passage.text, *span):
            if len(match.group().split()) > 1 and not match.group().isupper():
                found = passage.words(*match.span())
                seen.setdefault(found.value.lower(), found)
    for span in spans if not seen else ():
        for match in _PLAIN.finditer(passage.text, *span):
            found = passage.words(*match.span("name"))
            seen.setdefault(found.value.lower(), found)
    yield from seen.values()


def _programme(passage: Passage) -> Stated | None:
    match = first(passage, passage.told, _PROGRAMME)
    found = passage.words(*match.span()) if match else None
    return found if found and (" " in found.value or found.value.isupper()) else None


def _stage(passage: Passage) -> Stated | None:
    """How far it has come: by the status of the event where that says it, or else by the verb."""
    value = _BY_STATUS.get(passage.mention.status)
    if value and passage.mention.type != "SANCTION":
        match = first(passage, passage.told, _TRAIN)
        return passage.stated(value, *match.span()) if match else None
    return one_of(passage, passage.told, _STAGES)
