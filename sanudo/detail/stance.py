"""The stance of a statement (thanks, blames, asks, refuses ...) by its words and the type of the event."""

from __future__ import annotations

import re

from sanudo.detail.passage import Closed, Passage, closed, one_of
from sanudo.details import Stated
from sanudo.records import Participant

_STANCES = closed(
    condemnation=r"condemn\w*|denounc\w+|denunciation|deplor\w+|slamm?(?:ed|s|ing)?|decr(?:y|ied|ies)|lambast\w+|blast(?:ed|s)|outrage\w*|castigat\w+|excoriat\w+|rail(?:ed|s|ing)? (?:at|against)|vilif\w+|inveigh\w+|(?:lash|hit|tear|tore)(?:ed|es|s|ing)? (?:out|back|into)",
    accusation=r"accus\w+|alleg(?:ed|es|ing|ations?)|blam(?:ed?|es|ing)|charg(?:ed|es|ing)(?= that| with)|(?:held|holds?|holding) (?:\S+ ){1,4}responsible|point(?:ed|s|ing) (?:the|a) finger|"
    r"lawsuit|su(?:ed|es|ing)(?= )|implicat\w+|indict\w+|lay the blame|investigat\w+|(?:law)?suit",
    threat=r"threat(?:en\w*|s)?|vow\w* (?:to )?(?:retaliat\w+|respond|revenge|destroy|punish|avenge|crush)|will retaliate|ultimatum|dared|(?:would|will|may|could|might) (?:retaliate|respond|face|pay|strike|be forced|take (?:\w+ )?measures)",
    warning=r"warn\w*|caution\w*",
    denial=r"den(?:y|ied|ies|ying|ial)|refut\w+|disclaim\w*|disput(?:ed|es)",
    refusal=r"refus\w+|reject\w*|rul(?:ed?|es|ing) out|rebuff\w*|oppos(?:ed?|es|ing|ition)(?! leader| party| figure| fighters| forces| group)|turn(?:ed|s|ing) down|declin(?:ed?|es|ing)(?! to (?:comment|say))|spurn\w*|snubb?\w*|dismiss\w*|"
    r"ignor(?:ed?|es|ing)|veto\w*|call(?:ed|s|ing) off|cancel\w*|brush(?:ed|es|ing) (?:off|aside)|shrugg?\w* off|unwilling\w*|boycott\w*|block(?:ed|s|ing)|scrapp?(?:ed|ing)|(?:said|say) no",
    demand=r"demand\w*|insist\w*|must|order(?:ed|s|ing)|instruct(?:ed|s|ing)|press(?:ed|es|ing|ure[ds]?|uring)?|push(?:ed|es|ing)? (?:for|on)|ultimatum|had better",
    appeal=r"urg(?:ed?|es|ing)|(?<!so-)call(?:ed|s|ing)? (?:on|for|upon)|appeal\w*|ask(?:ed|s|ing)?|request\w*|exhort\w*|plead\w*|pleas?|implor\w+|entreat\w+|encourag(?:ed?|es|ing)|lobb(?:y|ied|ies|ying)|"
    r"begg?(?:ed|s|ing)|(?:is|are|was|were) seeking|seeks|sought|petition\w*|persuad(?:e|ed|ing)|appl(?:ied|ies) for|beseech\w*|should",
    praise=r"prais\w+|hail(?:ed|s|ing)?|laud\w*|welcom\w+|thank\w*|congratulat\w+|commend(?:ed|s|ing|ation)?|appreciat\w+|applaud\w*|salut\w+|grateful|gratitude|acclaim\w*|(?:pa(?:id|ys|ying)|tribute) (?:tribute|to)|compliment\w*|"
    r"admir(?:ed?|es|ing|ation)|prid(?:ed?|es) |eulogi[sz]\w+|felicitat\w+|greetings|(?:well|best|good|his|her|their) wishes|wish(?:ed|es)",
    support=r"(?<!-)support\w*|(?<!-)back(?:ed|s|ing)|endors\w+|solidarity|reaffirm\w*|(?:stands?|stood|standing) (?:by|with|behind|beside|alongside|shoulder)|recogni[sz]\w+|reiterat\w+|condolences?|sympath\w+|vot(?:ed|es|ing) (?:for|in favou?r)|"
    r"sid(?:ed|es|ing) with|advocat(?:ed?|es|ing)|defend(?:ed|s|ing)|champion(?:ed|s|ing)|in favou?r of|(?:came|come|comes|coming) out for|mourn\w*|assur(?:ed?|es|ing|ances?)|rall(?:y|ied) (?:behind|to)",
    concern=r"concern(?:ed|s)?|worr\w+|alarm\w*|anxi(?:ety|ous)|fears?|disturb(?:ed|ing)|reservations?|misgivings?|qualms|unease|uneasy|apprehens\w+|disquiet|wary",
    complaint=r"complain\w*|lament\w*|regret\w*|disappoint\w*|protest(?:ed|s|ing|ations?)?(?: notes?)?|object(?:ed|s|ing|ions?)|displeas\w+|unhapp\w+|dissatisf\w+|critici[sz]\w+|critical of|summon\w*|(?:diplomatic|verbal) note|note of protest|d[ée]marche|grievances?|"
    r"grumbl\w+|resent\w*|reproach\w*|rebuk\w+|reprimand\w*|chid(?:ed|es)|berat\w+|scold\w*|took (?:issue|exception|umbrage)|frustrat\w+|anger(?:ed)?|angry|annoy\w+|irritat\w+|irked?|indignation|question(?:ed|s|ing)|mock\w*|attack(?:ed|s) (?:\w+ )?(?:as|for)",
    offer=r"offer\w*|propos(?:ed?|es|ing|als?)|(?:is|are|was|were|be) ready to|read(?:y|iness)|willing(?:ness)?|keen|invit\w+|pledg\w+|promis\w+",
    assessment=r"believ\w+|assess\w*|estimat\w+|expect(?:ed|s|ing)?|predict\w*|forecast\w*|analys\w+|reckon\w*",
)  # fmt: skip
# The stances that a type of event may have.
_BY_TYPE = {
    "ACCUSE": {"accusation", "condemnation", "complaint", "concern"},
    "SUPPORT": {"praise", "support"},
    "REJECT": {"refusal", "denial"},
    "THREATEN": {"threat", "warning"},
    "REQUEST": {"appeal", "demand"},
    "AGREE": {"offer", "support"},
    "CONCEDE": {"offer"},
    "PROTEST": {"complaint", "condemnation", "demand"},
}
_SAY = (
    r"said|says|saying|told|tells|stat(?:ed|es)|declar\w+|answer(?:ed|s)|repl(?:ied|ies)|respond(?:ed|s)|retort(?:ed|s)"
)
SAYS = re.compile(rf"{_SAY}|claim(?:s|ed)|assert(?:ed|s)|argu(?:ed|es)|maintain(?:ed|s)", re.IGNORECASE)
# Words that say a stance only because the type of the event does, the plainest first: "Minsk said that Vilnius was punishing its own
# hauliers" accuses.
_BY_SAYING = {
    "ACCUSE": (
        closed(
            accusation=r"claim(?:s|ed|ing)|argu(?:ed|es)|describ(?:ed|es|ing)|assert(?:ed|s)|maintain(?:ed|s)|dubb?(?:ed|s)|term(?:ed|s)|brand(?:ed|s)|label+(?:ed|s)"
        ),
        closed(accusation=rf"call(?:ed|s|ing)(?! (?:on|for|off|upon))|{_SAY}"),
    ),
    "THREATEN": (
        closed(threat=r"vow\w*|promis\w*|pledg\w*|swor[en]|swears"),
        closed(threat=r"(?:will|would|may|might|could) (?:not )?[a-z]+"),
        closed(threat=_SAY),
    ),
    "REJECT": (closed(refusal=r"(?:will|would|did|does|do|could|can) ?not|won't"), closed(refusal=_SAY)),
    "REQUEST": (
        closed(appeal=r"wants?|wanted|needs?|seek(?:ing)?|invit\w+|recommend\w*|advis(?:ed?|es|ing)"),
        closed(appeal=_SAY),
    ),
    "SUPPORT": (
        closed(support=r"express\w*|stress\w*|underlin\w+|underscor\w+|emphasi[sz]\w+|joint (?:statement|declaration)"),
        closed(support=_SAY),
    ),
}
# Stances whose words say other things too: where the type of the event does not allow them, they do not count.
_LOOSE = ("support", "offer", "assessment", "concern", "demand", "appeal")


# How far before a verb of saying its subject may stand.
_AWAY = 90


def stance(passage: Passage) -> Stated | None:
    """The stance that the words say and the type of the event allows: those nearest to the actor, the plainer first."""
    fitting = _BY_TYPE.get(passage.mention.type)
    if fitting is None:
        return one_of(passage, passage.told, tuple(entry for entry in _STANCES if entry[0] not in _LOOSE))
    plain: Closed = tuple(entry for entry in _STANCES if entry[0] in fitting)
    if found := _nearest(passage, plain):
        return found
    said = (one_of(passage, passage.told, words) for words in _BY_SAYING.get(passage.mention.type, ()))
    return next((found for found in said if found and _says(passage, found)), None)


_BY = re.compile(r"\s(?:[\w-]+\s){0,2}by\s(?:the\s)?")


def _nearest(passage: Passage, words: Closed) -> Stated | None:
    """Of the words in the first sentence that has any, the first behind the actor, or those that are done "by" it, or else the first."""
    for span in passage.told:
        hits = sorted(
            (m.start(), m.end(), value) for value, pattern in words for m in pattern.finditer(passage.text, *span)
        )
        if not hits:
            continue
        actor = next((p.start for p in passage.mention.actors if p.text and span[0] <= p.start < span[1]), span[0])
        done_by = (hit for hit in hits if _BY.fullmatch(passage.text, hit[1], actor))
        start, end, value = next((hit for hit in hits if hit[0] >= actor), next(done_by, hits[0]))
        return passage.stated(value, start, end)
    return None


def _says(passage: Passage, said: Stated) -> bool:
    """Whether it is an actor who says it: one named shortly before the verb or right behind it."""
    named = [party for party in passage.mention.actors if party.text]
    return (
        not named
        or said.text.lower().startswith("joint")
        or any(0 <= said.start - p.end < _AWAY or follows(passage, said, p) for p in named)
    )


def follows(passage: Passage, said: Stated, party: Participant) -> bool:
    """Whether the one who speaks is named right behind the verb."""
    return said.end < party.start and passage.text[said.end : party.start].strip().lower() in ("", "the", "a", "an")
