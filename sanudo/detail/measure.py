"""Sanctions and aid held back: which measures (as GSDB has them), how much, on what, why, whether lifted."""

from __future__ import annotations

import re

from sanudo.detail.acts import doers
from sanudo.detail.amounts import amounts, counting, percentages
from sanudo.detail.clauses import clause
from sanudo.detail.firsts import first_time
from sanudo.detail.money import sums
from sanudo.detail.passage import Passage, Span, first, names_states
from sanudo.detail.restraint import Restraint, restraints
from sanudo.details import Amount, Measure, Stated
from sanudo.records import Kind
from sanudo.verbs import ENDED, forms

_REASON = re.compile(
    r"\b(?:because(?:\sof)?|due\sto|owing\sto|on\saccount\sof|in\s(?:response|retaliation|reaction|reply|protest|revenge|return|punishment|anger|answer)\s(?:to|for|at|against|over)"
    r"|(?:as|in)\s(?:a\s)?(?:punishment|retaliation|reprisal|response|protest)\s(?:for|to|against)|to\s(?:protest|punish)(?:\sat|\sagainst)?|citing|(?:convicted|guilty)\sof|accus\w+\s(?:[\w’'-]+\s){1,5}?of|in\sthe\swake\sof|on\sthe\sheels\sof|(?:on|under)\s(?:the\s)?grounds\s(?:of|that)|following|accusing"
    r"|for(?=\s(?:its|their|his|her|alleged|allegedly|having|human|failing|failure)\s|\s\w{3,}ing\b)|over(?!\s(?:the\s)?(?:last|next|past|weekend|coming|(?:[\w-]+\s){1,2}(?:years?|months?|weeks?|days?|hours?|decades?)))|after"
    r"|since(?=\s(?:[\w’'-]+\s){1,4}(?:coup|putsch|attack|bombing|invasion|war|annexation|killing|murder|massacre|crackdown|takeover|shooting|raid|clash|seizure|election|vote)\b))\s(?!\d)",
    re.IGNORECASE,
)  # fmt: skip
# "Handed over", "two days after": no reason follows.
_NO_REASON = re.compile(
    r"\b(?:(?:hand(?:ed|ing)?|turn(?:ed|ing)|tak(?:e|ing)|took)\sover|(?:days?|weeks?|months?|years?|hours|shortly|soon)\safter)\s$",
    re.IGNORECASE,
)
# What is taken up again: aid and ties are restored, not lifted.
_RESUMED = re.compile(
    rf"\b(?P<verb>{forms('resume restore unfreeze/unfroze/unfrozen unblock unlock release thaw reopen reinstate delist take/took/taken~up_again')}|resumption|restoration)"
    r"\s(?=(?:[\w’'-]+\s){0,6}?(?:aid|assistance|funding|payments|loans?|ties|relations|links|contacts|cooperation|flights|imports|exports|trade|visas?|assets|funds|deliveries|sales|supplies|borders?|crossings?|embassy|ambassadors?)\b)"
    r"|\b(?:aid|assistance|funding|ties|relations|links|contacts|cooperation|flights|imports|exports|trade|assets|deliveries|borders?|crossings?),?\s(?:[\w’',-]+\s){0,10}?(?:was|were|is|are|be|been|being)\s(?:[\w’'-]+\s)?"
    r"(?P<past>(?:resum|restor|unblock|unlock|releas|thaw|reopen|reinstat)ed|unfrozen|taken\sup\sagain)\b",
    re.IGNORECASE,
)  # fmt: skip
# What is no matter that a measure falls on: a pronoun, a time.
_NO_SCOPE = re.compile(
    r"(?:him|her|them|it|us|this|that|these|those|twice|again|ago|of|own|from|which|still|also|already|only)\b|(?:[\w’'-]+\s){0,6}(?:sanctions|restrictions|measures)$"
    r"|(?:diplomatic\s)?(?:relations|ties)$|(?:(?:[$€£]?[\d.,]+\s?(?:billion|million|bn|m)?\s(?:in|of)|all|its|financial|a)\s)*(?:aid|assistance|funding|support|backing|help|money|payments|cash|suspension)(?:\sto\sthe\s\w+)?$|(?:[\w-]+\s){0,2}(?:years?|months?|weeks?|days?|hours?|decades?|generations)\b|(?:arms|assets|travel)$",
    re.IGNORECASE,
)
# Money that is held back; and that it was meant for an army. Support, backing and help name no measure.
_MONEY = re.compile(
    r"\b(?:aid|assistance|funding|funds|money|cash(?:\stransfers?)?|grants?|loans?|payments?|pledges?|subsid(?:y|ies)|budget\ssupport|tranches?|disbursements?)\b"
    r"|[$€£]\s?\d[\d.,]*\s?(?:bn|m|billion|million)?|\b[\d.,]+\s(?:billion|million)\s(?:dollars|euros|pounds)\b",
    re.IGNORECASE,
)
_FOR_ARMY = re.compile(
    r"\b(?:for|to|equip|arm)\s(?:[\w’'-]+\s){0,3}(?:army|armed\sforces|military|navy|air\sforce|security\sforces|weapons)\b",
    re.IGNORECASE,
)
_NO_AID = ("diplomatic", "travel", "other")
_PEOPLE = counting(
    r"diplomats?|officers?|attach[eé]s?|envoys|ambassadors?|staff|officials?|spies|employees|individuals|people|generals|ministers|commanders|leaders|lawmakers|nationals|citizens|companies|firms|entities|banks"
)


def measure(passage: Passage) -> Measure:
    """The record of a sanction, or of aid held back."""
    acts = [act for span in passage.told for act in _own(passage, span, list(restraints(passage, span)))]
    return Measure(
        measures=_measures(passage, acts),
        amount=_amount(passage, acts),
        scope=_scope(passage, acts),
        reason=_reason(passage, acts),
        lifted=_lifted(passage),
        first_time=first_time(passage),
    )


def _own(passage: Passage, span: Span, found: list[Restraint]) -> list[Restraint]:
    """Of the acts in a sentence those that stand right after an actor of the event, and what is joined to them, where some do."""
    if passage.mention.kind is Kind.AID_SUSPENSION:  # who recalls an envoy beside holds back no aid by it
        found = [one for one in found if any(sort not in _NO_AID for sort, _ in one.sorts)] or found
    actors = {party.state for party in passage.mention.actors}
    own, is_own = [], False
    for one in found:
        is_own = is_own if one.joined else bool(doers(passage, span, one.act) & actors)
        if is_own and one.sorts:
            own.append(one)
    return own or [one for one in found if one.sorts] or found


def _measures(passage: Passage, found: list[Restraint]) -> tuple[Stated, ...]:
    sorts: dict[str, Stated] = {}
    for one in found:
        for sort, at in one.sorts:
            sorts.setdefault(sort, passage.stated(sort, *at))
    if passage.mention.mode in ("expel", "withdraw") and "diplomatic" in sorts:
        return (sorts["diplomatic"],)
    if not sorts and found and passage.mention.kind is Kind.AID_SUSPENSION:
        money = first(passage, passage.told, _MONEY)
        sort = "military" if money and first(passage, passage.told, _FOR_ARMY) else "financial"
        return (passage.stated(sort, *money.span()),) if money else ()
    return tuple(sorts.values())


def _amount(passage: Passage, found: list[Restraint]) -> Amount | None:
    """Money, or else the share of a duty, or the number of those whom it falls on."""
    text = passage.text
    spans = tuple((_with_share(text, min(one.act.verb, one.object[0])), one.object[1]) for one in found if one.object)
    for some in (sums(passage, passage.told), percentages(passage, spans), amounts(passage, spans, _PEOPLE)):
        if (amount := next(some, None)) is not None:
            return amount
    return None


# "A 25 per cent tariff": the share of a duty stands before it too.
_SHARE_BEFORE = re.compile(r"[\d.,]+\s?(?:%|per\s?cent)\s(?:[\w-]+\s){0,3}$", re.IGNORECASE)


def _with_share(text: str, start: int) -> int:
    before = _SHARE_BEFORE.search(text, max(0, start - 60), start)
    return before.start() if before else start


def _scope(passage: Passage, found: list[Restraint]) -> Stated | None:
    """What the first act falls on, where that is more than a state."""
    for one in found:
        words = passage.cut(*one.object) if one.object else None
        if words and len(words.value) > 2 and not _NO_SCOPE.match(words.value) and not names_states(passage, words):
            return words
    return None


def _reason(passage: Passage, found: list[Restraint]) -> Stated | None:
    """What the first cue gives as the reason, in a sentence that tells an act; not the act itself."""
    for span in passage.told:
        acts = [one.act for one in found if span[0] <= one.act.verb < span[1]]
        for match in _REASON.finditer(passage.text, *span) if acts else ():
            if _NO_REASON.search(passage.text, span[0], match.end()):
                continue
            stops = (start for start, _ in passage.speakers if match.end() < start < span[1])
            why = clause(passage, match.end(), min(stops, default=span[1]))
            if why and not any(why.start <= act.verb < why.end for act in acts):
                return why
    return None


def _lifted(passage: Passage) -> Stated | None:
    found = first(passage, passage.told, ENDED) or first(passage, passage.told, _RESUMED)
    return passage.stated("lifted", *found.span(found.lastgroup or 0)) if found else None
