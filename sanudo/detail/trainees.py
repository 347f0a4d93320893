"""Who is trained, and how many: the people of a sentence whom a verb of training governs, or a course is for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sanudo.detail.amounts import Number, numbers
from sanudo.detail.passage import Passage, Span
from sanudo.details import Amount, Stated
from sanudo.verbs import forms

_PEOPLE = (
    r"officers?|soldiers?|troops|cadets?|pilots?|policem[ae]n|police|forces?|fighters|rebels|personnel|service ?(?:men|members|women)|recruits|guards(?:men)?|peacekeepers|militants|militia(?:s|men)?|"
    r"students|trainees|crew(?:s|men|members)?|sailors|seamen|marines|engineers|technicians|mechanics|instructors|trainers|commandos?|army|military|navy|units?|brigades?|battalions?|companies|regiments?|squads?|coast ?guards?|coast watch|"
    r"men|women|airmen|gendarmes?|gendarmerie|sergeants|lieutenants|captains|majors|colonels?|generals|brigadiers|corporals|ratings|divers|gunners|paratroopers|parachutists|snipers|medics|doctors|nurses|firefighters|operators|"
    r"specialists|experts|officials?|investigators|constables|detectives|agents|volunteers|conscripts|reservists|pupils|participants|staff|locals|groups?|tribesmen|spies|diplomats|judges|teachers|workers|scientists|farmers|"
    # What a sentence may begin with; elsewhere a capital belongs to a name.
    r"Officers|Soldiers|Troops|Cadets|Pilots|Police|Recruits|Students|Crews|Sailors|Marines|Engineers|Commandos|Instructors|Men|Guards"
)
_STOP = (
    r"whose|who|and|or|to|in|on|at|by|with|from|that|for|of|the|an?|as|which|where|is|are|was|were|will|would|be|been|being|has|have|had|train(?:ed|s|ing)?|teach(?:es|ing)?|taught|school(?:ed|s|ing)?|"
    r"drill(?:ed|s|ing)?|instruct(?:ed|s|ing)?|said|says|its|their|his|her|our|when|while|after|before|since|into|than|more|about|some|up|over|least|these|those|all|group|team|batch|number|hundreds|dozens|thousands|scores|offer(?:ed|s)|promised|allow(?:s|ed|ing)?|enabl(?:e|es|ed|ing)|let|first|time|help(?:s|ed|ing)?|may|might|can|could|should|must|once|how|if|then|not|enough|only|also|still|both|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
)
_SENSE = (
    forms(
        "train teach/taught instruct drill coach mentor educate tutor prepare convert admit+ enrol+ enroll form qualify retrain host turn~out pass~out receive invite send/sent"
    )
    + "|schooled|schooling"
)
# "Military university", "police course" are no people; of "army officers" the last word counts.
_NO_PEOPLE = rf"(?!\s(?:(?:{_PEOPLE})\b|academ|universit|school|colleges?|bases?\b|camps?\b|cent(?:re|er)|course|training|cooperation|co-operation|medical|staff|exercise|ties|aid\b|chief|spokes|attach|hospital|headquarters|instructors|trainers|advisers))"
_PARTY = re.compile(
    rf"(?<![\w-])(?P<words>(?:(?!(?:{_STOP}|{_SENSE})\b)[\w’'.“”\"-]+\s){{0,4}}(?:{_PEOPLE})(?![\w’-]){_NO_PEOPLE}(?:\sand\s(?:[a-z][\w-]*\s)?(?:{_PEOPLE})(?![\w’-]){_NO_PEOPLE})?(?:\sof\s(?:{_PEOPLE})(?:\sand\s(?:{_PEOPLE}))?\b)?(?:\s(?:of|from)\s(?:the\s|its\s|their\s)?(?:[A-Z][\w’'-]*|air force|army|navy)(?:\s(?:of\s)?[A-Z][\w’'-]*){{0,4}}(?:\s(?:army|navy|air\sforce|armed\sforces|police|military)\b)?)?)"
    # "330 Jamaicans and Bahamians"
    r"|(?<=\d\s)(?P<nation>[A-Z]\w+(?:ns|is|ese|sh|nds)(?:\sand\s[A-Z]\w+(?:ns|is|ese))?)\b",
)
_TRAINERS = re.compile(
    r"\b(?:instructors?|trainers?|advis[eo]rs?|lecturers|reservists|teachers|experts|specialists|officials)$",
    re.IGNORECASE,
)
# Right before those who are trained: the verb, or what is held for them; a number and small words may stand between.
_SMALL = r"(?:(?:the|an?|its|their|his|her|our|some|about|around|over|more\sthan|at\sleast|up\sto|nearly|another|first|of|and|group|batch|total|number|hundreds|dozens|scores|thousands|[\d,]+|\w+(?:ty|teen)?)\s){0,4}?"
_OBJECT = re.compile(rf"\b(?:{_SENSE})\s(?:up\s)?(?:out\s)?{_SMALL}$", re.IGNORECASE)
_MEANT = re.compile(
    rf"\b(?:training|courses?|lessons?|instruction|admission|places|seats|schooling|classes|programme?|academ(?:y|ies)|universit(?:y|ies)|schools?|colleges?|stipends|scholarships|boarding|commissions|open|trainers?|instructors?|term|intake|doors?)\s(?:[\w’'-]+\s){{0,5}}?(?:for|of|to)\s{_SMALL}$",
    re.IGNORECASE,
)
# Right after them: that they learn, or what those do who learn as well as those who teach.
_HELPED = (
    r"\s(?:(?:who|that|whom)\s)?(?:(?:will|would|are|were|was|is|to|have|had|has|could|can|being|been|be|may|soon|still|also|already|now|"
    r"recently|successfully|due|set|currently)\s){0,5}"
)
_LEARNS = re.compile(
    rf"{_HELPED}(?:{forms('study learn/learned/learnt attend undergo/underwent/undergone graduate enrol+ enroll sit/sat')}"
    r"|(?<=were |been |.are |.was |..be )(?:trained|taught|schooled|instructed|coached|admitted|sent)|places|seats|training|courses?|scholarships)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    rf"{_HELPED}(?:{forms('train complete finish receive practise take/took/taken pass teach/taught instruct coach spend/spent go/went/gone return start begin/began/begun travel book')})\b",
    re.IGNORECASE,
)
# What may stand between a number and those it counts.
_OF = re.compile(r"\s(?:of\s(?:the|our|its|their|his)\s)?")
# How much has to speak for people's being trained: more than that they have a number, or are of the state that receives.
_WANTED = 2


def trainees(passage: Passage) -> tuple[Stated | None, Amount | None]:
    """Those who are trained, from the first sentence that tells of some, and their number."""
    for span in passage.told:
        best = max(_parties(passage, span), key=lambda one: one[0], default=None)
        if best is not None and best[0] >= _WANTED:
            return _counted(passage, *best[1:])
    return None, None


def _counted(passage: Passage, at: Span, number: Number | None) -> tuple[Stated, Amount | None]:
    """Trainees without their number, and the number with them."""
    who = passage.words(max(at[0], number.end) if number and number.end < at[1] else at[0], at[1])
    return who, number.amount(_unit(who.value), passage.text, end=at[1]) if number else None


def _unit(words: str) -> str:
    """What is counted: the noun of the trainees."""
    head = re.split(r"\s(?:of|from|and|or)\s", words)[0].split()
    return head[-1].lower() if head else ""


def _parties(passage: Passage, span: Span) -> Iterator[tuple[int, Span, Number | None]]:
    """People in a sentence, each with how much speaks for their being trained, and their number."""
    text = passage.text
    counts = list(numbers(text, span))
    receivers = {party.state for party in passage.mention.recipients}
    givers = {party.state for party in passage.mention.actors} - receivers if receivers else set[str]()
    for match in _PARTY.finditer(text, *span):
        start, end = match.span()
        number = next(
            (n for n in counts if n.start < end and (n.end > start or _OF.fullmatch(text, n.end, start))), None
        )
        start = number.start if number else start
        states = {state for entity in passage.within((start, end)) for state in entity.states}
        before = text[max(span[0], start - 80) : start]
        learns = _LEARNS.match(text, end, span[1]) is not None
        governed = learns or _SUBJECT.match(text, end, span[1]) is not None
        score = 3 * bool(_OBJECT.search(before)) + 3 * governed + 2 * bool(_MEANT.search(before))
        score += bool(states & receivers) + (number is not None)
        score -= 3 * bool(states & givers and not states & receivers and not learns)
        score -= 5 * bool(_TRAINERS.search(match.group()))
        yield score, (start, end), number
