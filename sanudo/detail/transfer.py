"""Arms and equipment that change hands: what and how many, how far the deal has come, its value, when it is delivered."""

from __future__ import annotations

import re

from sanudo.detail.equipment import each_once, items
from sanudo.detail.firsts import first_time
from sanudo.detail.money import sums
from sanudo.detail.passage import Passage, closed, first, one_of
from sanudo.details import Stated, Transfer
from sanudo.records import Status

_STAGES = closed(
    cancelled=r"cancel\w*|scrap(?:ped|s)?|call(?:ed|s)? off|suspend\w*|halt\w*|block(?:ed|s|ing)|stop(?:ped|s)?|withh[eo]ld\w*|refus\w+|froze|freez\w+|reject\w*",
    licensed=r"approv\w+|authori[sz]\w+|licen[cs]\w+|clear(?:ed|s|ance)|green[- ]light\w*|lift(?:ed|s|ing)? (?:\w+ ){0,4}(?:ban|embargo)|notified",
    delivered=r"deliver(?:ed|s|y|ies|ing)|hand(?:ed|s|ing) over|receiv(?:ed|es|ing)|suppl(?:ied|ies|ying)|donat\w+|gave|(?-i:given)|arriv\w+|transferr\w+|shipp?(?:ed|ing|ments?)|provid(?:ed|es|ing)|gift\w*|sent|took delivery|induct\w+|has sold|sold|equipp\w+|arm(?:ed|ing)|furnish\w+",
    ordered=r"order(?:ed|s|ing)?|contract(?:ed|s)?|sign(?:ed|s|ing)?|buy(?:s|ing)?|bought|purchas\w+|procur\w+|acquir\w+|deals?|agreed to (?:buy|sell|supply|provide|deliver|purchase)|sell|sale",
    offered=r"offer\w*|propos\w+|consider\w*|ready to|willing(?:ness)?|interest(?:ed)?|discuss\w*|talks|negotiat\w+|want(?:s|ed)?|seek(?:s|ing)?|sought|may|might|could|plan(?:s|ned|ning)?|request\w*|ask\w*|intend\w*|pledg\w+|promis\w+",
)  # fmt: skip
_OFFERED = _STAGES[-1:]
_WHEN = re.compile(
    r"\b(?:deliver(?:ed|y|ies|ing)?|suppl(?:ied|y)|handed over|arrive|receive|shipped)\b[^.;:“”\"\n]{0,80}?\s(?P<when>(?:(?:by|in|from|between|before|until|within|over|starting|early|late|mid-)\s?(?:the\s)?"
    r"(?:(?:end|beginning|middle|start|first half|second half)\sof\s)?(?:next\s|early\s|late\s)?(?:(?:\w+\s)?(?:19|20)\d\d(?:\s(?:and|to|-)\s(?:19|20)\d\d)?|(?:the\snext\s)?(?:\w+\s)?(?:two|three|four|five|six|\d+)?\s?(?:years?|months?|weeks?))))",
    re.IGNORECASE,
)


def transfer(passage: Passage) -> Transfer:
    """The record of a transfer."""
    value = next(sums(passage, passage.told), None)
    return Transfer(
        items=each_once(items(passage, passage.told, goods=True)),
        stage=_stage(passage),
        value=value,
        delivery=_delivery(passage),
        first_time=first_time(passage),
    )


def _stage(passage: Passage) -> Stated | None:
    """How far it has come; of what is only planned or possible, the words that offer it go first."""
    ahead = passage.mention.status in (Status.PLANNED, Status.POSSIBLE, Status.DEMANDED)
    if ahead and passage.mention.type != "SANCTION" and (offered := one_of(passage, passage.told, _OFFERED)):
        return offered
    return one_of(passage, passage.told, _STAGES)


def _delivery(passage: Passage) -> Stated | None:
    match = first(passage, passage.told, _WHEN)
    return passage.words(*match.span("when")) if match else None
