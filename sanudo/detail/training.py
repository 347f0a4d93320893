"""Training of one state's people by another's: who, how many, where, in which programme, how far it has come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sanudo.detail.acts import Act, acts
from sanudo.detail.firsts import first_time
from sanudo.detail.passage import Closed, Passage, Span, closed, first
from sanudo.detail.quoted import named
from sanudo.detail.times import MONTH
from sanudo.detail.trainees import trainees
from sanudo.details import Stated, Training
from sanudo.records import Status
from sanudo.verbs import forms

_TAUGHT = "courses?|lessons|training|instruction|schooling|classes"
_VERBS: Closed = closed(
    trains=forms(
        "train teach/taught instruct coach mentor educate tutor prepare study learn/learned/learnt attend undergo/underwent/undergone graduate enrol+ enroll admit+ practise "
        "pass~out turn~out qualify familiarise familiarize retrain "
        + " ".join(
            f"{verb}~{_TAUGHT}|commissions"
            for verb in "take/took/taken give/gave/given receive hold/held run+/ran/run provide conduct deliver complete finish follow start begin/began/begun".split()
        )
    )
    + "|schooled|schooling|drilled|drilling|(?:has|have|had|having) been through|(?:go|goes|going|went|gone|put|puts|putting) (?:[\\w’'-]+ ){0,3}through",
    goes_on=forms("continue go/went/gone~on resume carry~on proceed") + "|keep(?:s|ing)? training",
    begins=forms("start begin/began/begun commence launch open"),
    ends=forms("complete finish conclude end return graduate spend/spent"),
    agreed=forms("agree accept offer promise pledge undertake/undertook/undertaken request ask propose book consider invite sign ink announce plan intend decide vow"),
    stopped=forms("suspend halt cancel/cancelled/canceled/cancelling call~off stop+ end close bar+ freeze/froze/frozen strike/struck~off cut+/cut drop+ withdraw/withdrew/withdrawn break/broke/broken~off discontinue refuse scrap+ pause reject deny"),
    goes=forms("send/sent go/went/gone leave/left travel fly/flew/flown report~to|for arrive come/came pass join work host receive assign deploy"),
)  # fmt: skip
_NOUNS: Closed = closed(trains="admission")
# "The coming year": no act.
_DETERMINED = re.compile(r"\b(?:the|an?|its|their|his|her|our|this|that|\w+[’']s)\s$", re.IGNORECASE)
_AHEAD = (Status.PLANNED, Status.POSSIBLE, Status.DEMANDED)
_INSTITUTES = named(
    r"(?:Academy|Academies|Institutes?|College|University|School|Centre|Center|Base|Camp|Barracks|Range)"
)
_CAMPS = re.compile(r"\b(?P<noun>Camp|Fort)\s[A-Z][\w’'-]+")
# "Naval Base in August" is no base in August.
_DATED = re.compile(rf"\s(?:in|on|from|since)\s(?:(?:19|20)\d\d|(?:{MONTH})\b)")
# A headline in capitals is no name: what stands after its last small word may be one.
_HEADLINE = re.compile(r"[^\n]*\b(?:Will|Would|Now|At|In|To|With|From|By|For)\s")
_PLACE = r"(?:academy|academies|institut(?:e|es|ions?)|colleges?|universit(?:y|ies)|schools?|centres?|centers?|facilit(?:y|ies)|bases?|camps?|compounds?|barracks|yards?|garrisons?|ranges?|training grounds?|(?-i:HQ|headquarters))"
_PLAIN = re.compile(
    rf"\b(?:in|at|to|from|of|inside|into)\s(?P<name>(?:(?:the|an?|its|their|our|\w+[’']s?)\s)?(?:(?!(?:the|of|and|for|in|at|to|from|with)\b)[\w’'.-]+\s){{0,4}}?{_PLACE}\b(?:\s(?:of|in|at|near|outside|beside)\s(?:the\s)?(?-i:[A-Z])[\w’'.-]*(?:\s(?-i:[A-Z])[\w’'.-]*|\s(?:of|di|de|la)\s(?-i:[A-Z])[\w’'.-]*){{0,4}})?)",
    re.IGNORECASE,
)
# "Trained at Larandia": a town that stands for its school.
_TOWN = re.compile(
    r"\bat\s(?P<name>(?:the\s)?[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]+){0,3}(?:\sand\s(?:at\s)?[A-Z][\w’'.-]+)?)"
)
_TRAIN = re.compile(
    r"\b(?:train\w*|admission|courses?|stud(?:y|ies|ied)|instruct\w+|cadets?|lessons|teach\w*|taught|learn\w*|schooled|drill\w*)\b",
    re.IGNORECASE,
)
_PROGRAMME = re.compile(
    r"(?<![\w-])(?:[A-Z][\w’'.-]*\s(?:(?:and|for|of|to)\s)?){1,7}(?:[Pp]rogramme?|[Cc]ourse|[Mm]ission|[Ii]nitiative|[Ss]cheme)\b(?:\s\([A-Z]{2,8}\))?|\bIMET\b|\bPlan\s[A-Z]\w+|\bOperation\s[A-Z]\w+(?:\s[A-Z]\w+)?"
    r"|\b(?:train(?:ing)?[\s-]and[\s-]equip|exchange|capacity[\s-]building|advise[\s-]and[\s-]assist|conversion|staff|command|refresher|type|basic|infantry|officers?[’']?|pilots?[’']?|language)\s(?:training\s)?(?:programme?|course|mission|scheme)s?\b"
    r"|\bcourses?\sof\s(?!the\b)[a-z][\w-]+\b"
)
_GOES_ON = re.compile(r"\b(?:train\w*|institut\w+|academ\w+|cadets?|officers|course)\b", re.IGNORECASE)


def training(passage: Passage) -> Training:
    """The record of training."""
    who, number = trainees(passage)
    institutes = _institutes(passage)
    act = _act(passage, about=bool(who or institutes))
    return Training(
        trainees=who,
        number=number,
        institutes=institutes,
        programme=_programme(passage),
        stage=passage.stated(_stage(passage, act), act.start, act.end) if act else None,
        first_time=first_time(passage),
    )


def _act(passage: Passage, *, about: bool) -> Act | None:
    """The act that tells the stage: of the sense and the tense that fit the status best.

    In words that are not `about` training and name nothing of it, only a verb of training counts.
    """
    mention = passage.mention
    if mention.type in ("SANCTION", "REJECT"):
        senses: tuple[str, ...] = ("stopped",)
    elif mention.status in _AHEAD or mention.type == "AGREE":
        senses = ("goes_on", "trains", "begins", "goes", "agreed")
    elif mention.status is Status.ONGOING:
        senses = ("goes_on", "trains", "begins", "goes")
    else:
        senses = ("goes_on", "trains", "ends", "goes", "begins")

    def worth(told: tuple[int, Act]) -> tuple[bool, bool, int, bool, int, int]:
        place, act = told
        fits = act.ahead if mention.status in _AHEAD and act.sense != "agreed" else not act.ahead
        infinitive = passage.text.startswith("to ", act.start)
        return (not act.finite, not fits, place, infinitive, senses.index(act.sense), act.verb)

    told = [
        (place, act)
        for place, span in enumerate(passage.told)
        for act in _acts(passage, span)
        if act.sense in senses and (about or act.sense == "trains" or _TRAIN.search(passage.text, *span))
    ]
    best = min(told, key=worth, default=None)
    return best[1] if best else None


def _acts(passage: Passage, span: Span) -> Iterator[Act]:
    """The acts of a sentence, verbs first; a noun is never finite."""
    for act in acts(passage, span, _VERBS):
        named = act.verb > span[0] and passage.text[act.verb].isupper()  # "the Drill School"
        words = passage.text[act.verb : act.end]
        loose = (
            words.endswith("ing") and words != "training" and not _DETERMINED.search(passage.text, span[0], act.verb)
        )
        if not named and (act.finite or loose):
            yield act
    for act in acts(passage, span, _NOUNS):
        yield replace(act, finite=False)


def _stage(passage: Passage, act: Act) -> str:
    """How far it has come: by the status of the event, but what goes on goes on, and what is going on is not over."""
    mention = passage.mention
    if act.sense == "stopped":
        return "suspended"
    if act.sense == "goes_on":
        return "ongoing"
    if mention.status in _AHEAD or (mention.type == "AGREE" and mention.status is not Status.ONGOING):
        return "planned"
    return "ongoing" if mention.status is Status.ONGOING or act.going_on else "completed"


def _institutes(passage: Passage) -> tuple[Stated, ...]:
    """Institutes by name, or else as words describe them, or a town where people are trained, or names in what goes on about it."""
    return (
        tuple(_named(passage, passage.told))
        or tuple(_plain(passage))
        or tuple(_towns(passage))
        or tuple(_named(passage, passage.going_on(_GOES_ON)))
    )


def _named(passage: Passage, spans: tuple[Span, ...]) -> Iterator[Stated]:
    seen = set[str]()
    for span in spans:
        for match in (*_INSTITUTES.finditer(passage.text, *span), *_CAMPS.finditer(passage.text, *span)):
            dated = _DATED.search(passage.text, match.end("noun"), match.end())
            line = _HEADLINE.match(passage.text, match.start(), match.start("noun"))
            found = passage.words(line.end() if line else match.start(), dated.start() if dated else match.end())
            if len(found.value.split()) > 1 and not found.value.isupper() and found.value.lower() not in seen:
                seen.add(found.value.lower())
                yield found


def _plain(passage: Passage) -> Iterator[Stated]:
    for span in passage.told:
        yield from (passage.words(*match.span("name")) for match in _PLAIN.finditer(passage.text, *span))


def _towns(passage: Passage) -> Iterator[Stated]:
    for span in passage.told:
        begun = _TRAIN.search(passage.text, *span)
        if begun and (match := _TOWN.search(passage.text, begun.start(), span[1])):
            yield passage.words(*match.span("name"))


def _programme(passage: Passage) -> Stated | None:
    match = first(passage, passage.told, _PROGRAMME)
    found = passage.words(*match.span()) if match else None
    return found if found and (" " in found.value or found.value.isupper()) else None
