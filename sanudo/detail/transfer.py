"""Arms and equipment that change hands: what and how many, how far the deal has come, its value, when it is delivered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sanudo.detail.acts import Act, acts, doers
from sanudo.detail.equipment import each_once, items
from sanudo.detail.firsts import first_time
from sanudo.detail.money import sums
from sanudo.detail.passage import Closed, Passage, Span, closed
from sanudo.detail.times import TIME, dates
from sanudo.details import Item, Stated, Transfer
from sanudo.records import Status
from sanudo.verbs import forms

_VERBS: Closed = closed(
    cancelled=forms(
        "cancel/cancelled/canceled/cancelling call~off scrap+ halt suspend block stop+ withhold/withheld refuse freeze/froze/frozen reject rule~out hold/held~back|up "
        "turn~down abandon bar+ ban+ decline shelve put+/put~on_hold|on_ice pull~out forbid+/forbade/forbidden deny veto drop+"
    ),
    licensed=forms(
        "approve authorise authorize license licence clear notify green-light sign~off_on waive grant~licence|license|licences|licenses|permission|permit|waiver "
        "give/gave/given~green_light|go-ahead|approval"
    ),
    delivered=forms(
        "deliver donate give/gave/given hand~over|to make/made~over|a_present|a_gift|a_present_of turn~over present supply provide send/sent ship+ transfer+ receive take/took/taken~delivery|from "
        "arrive land reach sell/sold equip+ furnish lend/lent lease bring/brought fly/flew/flown~in|out|to gift induct commission roll~in|out unload enter~service join~fleet|navy|air_force "
        "touch~down outfit fit+~out arm pass~to come/came~down go/went/gone~over|out follow leave/left~behind consign export import get/got"
    ),
    ordered=forms(
        "order buy/bought purchase acquire procure contract sign ink agree choose/chose/chosen pick select opt+~for settle~on book promise pledge undertake/undertook/undertaken commit+ await expect "
        "place~order|orders|contract earmark allocate pay/paid build/built vow"
    ),
    offered=forms(
        "offer propose consider weigh want seek/sought ask request toy~with discuss negotiate mull eye tout pitch look~at|for|to study explore plan+ intend hope wish"
    ),
)
_NOUNS: Closed = closed(
    cancelled="cancellation|suspension|refusal",
    licensed=r"approval|authori[sz]ation|clearance|green light|go-ahead|(?:export )?licen[cs]es?|permits?|waivers?",
    delivered=r"deliver(?:y|ies)|shipments?|handover|arrival|consignments?|gift|donation",
    ordered=r"orders?|purchases?|contracts?|deals?|sales?|pledge|promise|procurement|acquisition",
    offered=r"offers?|requests?|proposals?|talks|interest(?:ed)?|keen|willing(?:ness)?|negotiations|ready",
)
# What looks like a verb of these and tells no act: "reached an agreement", "a fully armed warship".
_NO_ACT = re.compile(
    r"reach\w*(?=\s(?:[\w’'-]+\s){0,3}?(?:agreement|deal|accord|out|consensus))|(?:armed|equipped|present|land)(?=\s[\w-])|arms?\b",
    re.IGNORECASE,
)
# Without an auxiliary these may be nouns, or go with the goods: "orders", "jets bought from Peru".
_LOOSE = re.compile(
    r"(?:order|offer|suppl|present|export|import|request|contract|pledge|promise|purchase|transfer|gift|lease|land|want|plan|ship)(?:s|ies|y)?\b"
    r"|(?:bought|ordered|purchased|donated|promised|given|supplied|built|delivered|acquired|pledged|sold|leased|lent)\s(?:with|from|by|under|through)\s",
    re.IGNORECASE,
)
_CARRIES = re.compile(r"\b(?:aboard|on board|by|in)\s(?:an?\s|the\s)(?:[\w-]+\s){0,2}$", re.IGNORECASE)
# By the status of the event, or for one that took place by its type: the senses that tell it, the best first.
_AHEAD = ("delivered", "ordered", "licensed", "offered")
_WANTED = ("offered", "licensed", "delivered", "ordered")
_DONE = ("delivered", "ordered", "licensed", "offered")
_AGREED = ("ordered", "licensed", "offered", "delivered")
_PRICE = re.compile(r"\b(?:worth|cost|costs|price|priced|valued|value)\b", re.IGNORECASE)
# A time before the deed, or of the report; none of a delivery that lies ahead.
_PAST = re.compile(r"last|yesterday|today|ago|earlier|on\s\w+day|\w+day$|since", re.IGNORECASE)
# Between the deed and a time: the time is that of the words.
_SAID = re.compile(
    r"\b(?:said|says|told|reported|announced|confirmed|according|signed|ordered|bought|placed|agreed)\b|;|,\s(?:and|but|while)\s",
    re.IGNORECASE,
)
# "Under a 2007 deal": the time is that of the deal.
_OF_A_DEAL = re.compile(
    r"(?:[’']s)?\s(?:[\w-]+\s){0,2}?(?:deal|contract|order|agreement|accord|pact|treaty)\b", re.IGNORECASE
)
# How far from the verb the time may stand.
_FAR = 110


def transfer(passage: Passage) -> Transfer:
    """The record of a transfer."""
    things = _goods(passage)
    act = _act(passage, things)
    return Transfer(
        items=things,
        stage=passage.stated(_stage(passage, act), act.start, act.end) if act else None,
        value=next(sums(passage, passage.told), None) or next(sums(passage, passage.going_on(_PRICE)), None),
        delivery=_delivery(passage, things),
        first_time=first_time(passage),
    )


def _goods(passage: Passage) -> tuple[Item, ...]:
    """What changes hands, once each; not what carries it, nor in plain words what is named elsewhere."""
    found = [
        item
        for item in each_once(items(passage, passage.told, goods=True))
        if not _CARRIES.search(passage.text, max(0, item.start - 30), item.start)
    ]
    named = {(_head(item), _count(item)) for item in found if item.designation}
    return tuple(item for item in found if item.designation or (_head(item), _count(item)) not in named)


def _head(item: Item) -> str:
    """The noun of its class: helicopter, of a combat helicopter."""
    return (item.sort or "").rpartition(" ")[2]


def _count(item: Item) -> float | None:
    return item.count.value if item.count else None


def _act(passage: Passage, things: tuple[Item, ...]) -> Act | None:
    """The act that tells the stage: of the sense that fits status and type best, a verb rather than a noun, near the goods."""
    mention = passage.mention
    if mention.type in ("SANCTION", "REJECT"):
        senses: tuple[str, ...] = ("cancelled",)
    elif mention.status is Status.PLANNED:
        senses = _AHEAD
    elif mention.status in (Status.POSSIBLE, Status.DEMANDED):
        senses = _WANTED
    else:
        senses = _DONE if mention.type in ("AID", "COOPERATE", "RETREAT") else _AGREED
    parties = {party.state for party in (*mention.actors, *mention.recipients)}
    done = mention.status in (Status.HAPPENED, Status.ONGOING, Status.DENIED)

    def worth(told: tuple[int, Act]) -> tuple[bool, int, bool, int, bool, bool, int, int]:
        place, act = told
        rank = senses.index(act.sense)
        if mention.status is Status.PLANNED and act.sense in ("delivered", "ordered"):
            rank = 0
        infinitive = passage.text.startswith("to ", act.start)
        far = min((abs(act.verb - thing.start) for thing in things), default=0)
        strange = not doers(passage, passage.told[place], act) & parties
        return (not act.finite, rank, done and act.ahead, place, strange, infinitive, far, act.verb)

    told = ((place, act) for place, span in enumerate(passage.told) for act in _acts(passage, span, things))
    best = min((one for one in told if one[1].sense in senses), key=worth, default=None)
    return best[1] if best else None


def _acts(passage: Passage, span: Span, things: tuple[Item, ...]) -> Iterator[Act]:
    """The acts of a sentence, verbs first; a noun is never finite."""
    for act in acts(passage, span, _VERBS):
        got = passage.text.startswith(("get", "got"), act.verb)
        if not _NO_ACT.match(passage.text, act.verb, act.end + 20) and not (got and not _next(act, things)):
            loose = act.start == act.verb and _LOOSE.match(passage.text, act.verb, act.end + 8)
            yield replace(act, finite=False) if loose else act
    for act in acts(passage, span, _NOUNS):
        yield replace(act, finite=False)


def _next(act: Act, things: tuple[Item, ...]) -> bool:
    """Whether goods follow close by: who "gets" them does not get worse."""
    return any(act.end < thing.start < act.end + 40 for thing in things)


def _stage(passage: Passage, act: Act) -> str:
    """What the act comes to, told with this status: "will deliver" is an order, "may buy" an offer."""
    status = passage.mention.status
    if act.sense in ("cancelled", "licensed") and not act.ahead:
        return act.sense
    if status in (Status.POSSIBLE, Status.DEMANDED):
        return "cancelled" if act.sense == "cancelled" else "offered"
    if act.sense == "delivered" and (status is Status.PLANNED or act.ahead):
        return "ordered"
    return act.sense


def _delivery(passage: Passage, things: tuple[Item, ...]) -> Stated | None:
    """The time nearest to the words that tell of the delivery, or after those that promise it."""
    ahead = passage.mention.status in (Status.PLANNED, Status.POSSIBLE, Status.DEMANDED)

    def said(start: int, end: int) -> bool:
        return _SAID.search(passage.text, start, end) is not None

    for span in passage.told:
        times = [m for m in TIME.finditer(passage.text, *span) if dates(m) and not (ahead and _PAST.search(m.group()))]
        for act in sorted(
            _acts(passage, span, things), key=lambda act: (act.sense != "delivered", not act.finite, act.verb)
        ):
            if act.sense not in ("delivered", "ordered") or (act.sense == "ordered" and not ahead):
                continue
            after = [
                m
                for m in times
                if act.end <= m.start() < act.end + _FAR
                and not (said(act.end, m.end() + 12) or _OF_A_DEAL.match(passage.text, m.end()))
            ]
            before = [m for m in times if act.start - _FAR < m.end() <= act.start] if act.sense == "delivered" else []
            if found := (after[:1] or before[-1:]):
                return passage.words(*found[0].span())
    return None
