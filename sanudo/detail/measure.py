"""Sanctions and aid held back: which measures (as GSDB has them), how much, on what, why, whether lifted."""

from __future__ import annotations

import re

from sanudo.detail.clauses import after
from sanudo.detail.firsts import first_time
from sanudo.detail.money import sums
from sanudo.detail.passage import Passage, all_of, closed, one_of
from sanudo.details import Measure, Stated
from sanudo.records import Kind

_MEASURES = closed(
    arms=r"(?:arms|weapons?) (?:embargo\w*|bans?|sales?|exports?|deliver\w+|supplies)|embargo on (?:arms|weapons)",
    military=r"military (?:aid|assistance|cooperation|ties|support|training|sales|help|relations)|security (?:aid|assistance)|defen[cs]e (?:aid|cooperation)|train\w* (?:\w+ ){0,3}officers",
    trade=r"trade|tariffs?|imports?|exports?|(?<!arms )(?<!weapons )embargo\w*|oil (?:sales|purchases|sanctions)|economic (?:sanctions|blockade|ties)|blockade|boycott|duties|gas suppl\w+",
    financial=r"freez\w+|froze\w*|(?:financial|banking|economic) (?:sanctions|assistance|aid)|assets?|banks?|funds?|funding|blacklist\w*|loans?|tranche|(?:foreign |development |humanitarian |budget |food )?aid|payments?",
    travel=r"travel|visas?|entry bans?|flights?|airspace|(?:banned|barred) (?:\w+ ){0,4}from (?:entering|travel\w+)|persona non grata",
    diplomatic=r"diplomatic (?:relations|ties)|(?:recall|expel|expul|withdr|downgrad|order|declar|remov)\w*(?: [\w’'-]+){0,5} (?:diplomats?|ambassadors?|envoys?|attach[eé]s?)|clos\w+(?: [\w’'-]+){0,4} (?:embass(?:y|ies)|consulates?)|(?:cuts?|cutting|sever\w*|br[eo]ak\w*|broke\w*|suspend\w*|downgrad\w+) (?:\w+ ){0,2}(?:ties|relations)",
)  # fmt: skip
_OTHER = closed(other=r"sanction(?:s|ed|ing)?|penalt(?:y|ies)|measures|restrictions?")
_SCOPE = re.compile(
    r"\b(?:sanctions|restrictions|bans?|embargo(?:es)?|tariffs|freeze|blockade)\s(?:against|on|targeting)\s"
    r"|\b(?:suspend(?:ed|s|ing)?|halt(?:ed|s|ing)?|froze|freez(?:es?|ing)|withh[eo]ld(?:s|ing)?|cut(?:s|ting)?(?:\soff)?|stop(?:ped|s|ping)?|block(?:ed|s|ing)?|cancel(?:l?ed|s|l?ing)?|expel(?:led|s|ling)?|recall(?:ed|s|ing)?|"
    r"bann(?:ed|ing)|barr(?:ed|ing)|sever(?:ed|s|ing)?|broke(?:\soff)?|downgrad(?:ed|es|ing)|ended|ending|clos(?:ed|es|ing)|restrict(?:ed|s|ing)?|sanction(?:ed|ing)|slash(?:ed|es|ing)?|reduc(?:ed|es|ing)|target(?:ed|s|ing)?|lift(?:ed|s|ing)?|eas(?:ed|es|ing)|"
    r"blacklist(?:ed|s|ing)?)\s(?!(?:it|to|in|on|by|off|short|its\sown)\b)",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"(?:\b(?:because\sof|due\sto|in\sresponse\sto|in\sretaliation\sfor|in\sprotest\s(?:at|against|over)|citing|on\s(?:the\s)?grounds\s(?:of|that)|as\s(?:a\s)?punishment\sfor|following|for\s(?:allegedly\s|its\salleged\s|their\salleged\s)?(?=\w+ing\s)"
    r"|for\s(?=(?:its|their|his|alleged|human)\s)|accus(?:ing|ed)\s|over)\s?)\b(?!(?:the\s)?(?:last|next|past|weekend|years?|months?|weeks?|days?|\d))",
    re.IGNORECASE,
)
_LIFTED = closed(
    lifted=r"(?:lift(?:ed|s|ing)?|eas(?:ed?|es|ing)|resum(?:ed?|es|ing|ption of)|restor(?:ed?|es|ing)|unfr[eo]\w+|remov(?:ed?|es|ing|al of)|waiv(?:ed?|es|ing)|delist\w*|relax(?:ed|es|ing)?)"
    r"(?=\s(?:[\w’'-]+\s){0,6}?(?:sanctions|embargo|bans?|restrictions|tariffs|blockade|aid|assistance|funding|ties|relations|flights|imports|exports|visas?|measures|assets))"
    r"|(?:sanctions|embargo|bans?|restrictions|tariffs|blockade|aid|flights|measures) (?:was|were|is|are|has been|have been|had been) (?:lifted|eased|resumed|restored|removed|waived|relaxed)"
)


def measure(passage: Passage) -> Measure:
    """The record of a sanction, or of aid held back."""
    scope = after(passage, passage.told, _SCOPE)
    return Measure(
        measures=_measures(passage),
        amount=next(sums(passage, passage.told), None),
        scope=_without_reason(passage, scope) if scope else None,
        reason=after(passage, passage.told, _REASON),
        lifted=one_of(passage, passage.told, _LIFTED),
        first_time=first_time(passage),
    )


_AID = re.compile("aid|tranche|fund|assistance", re.IGNORECASE)
_WHY = re.compile(
    r"\s(?:over|because|in response|in retaliation|in protest|following|for (?:its|their|his|alleged)|charging|citing|for (?=\w+ing\b))\b"
)


def _without_reason(passage: Passage, scope: Stated) -> Stated:
    """The scope up to where the reason begins."""
    why = _WHY.search(passage.text, scope.start, scope.end)
    return passage.words(scope.start, why.start()) if why else scope


def _measures(passage: Passage) -> tuple[Stated, ...]:
    found = all_of(passage, passage.told, _MEASURES)
    # "Military aid" is money too, and says the more of it.
    if any(m.value == "military" for m in found):
        found = tuple(m for m in found if m.value != "financial" or not _AID.search(m.text))
    if found or passage.mention.kind is Kind.AID_SUSPENSION:
        return found
    return all_of(passage, passage.told, _OTHER)
