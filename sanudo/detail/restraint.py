"""What sanctions do: the acts that hold back, cut off or forbid, what they fall on, and which of GSDB's sorts of measure that is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sanudo.detail.acts import Act, acts
from sanudo.detail.equipment import items
from sanudo.detail.passage import Closed, Passage, Span, closed
from sanudo.detail.times import MONTH
from sanudo.verbs import ENDED, forms

# Acts by how they tell their sort: `any` by what they fall on alone, the rest also without it.
_ACTS: Closed = closed(
    any=forms(
        "suspend halt freeze/froze/frozen stop+ block ban+ bar+ prohibit forbid+/forbade/forbidden withhold/withheld cancel/cancelled/canceled/cancelling end terminate sever "
        "snap+ break/broke/broken cut+/cut downgrade close shut+/shut seal restrict curb limit reduce slash trim+ pause boycott embargo annul abrogate revoke deny refuse scrap+ "
        "drop+ tear/tore/torn~up denounce hold/held~back|up turn~back|away|off put+/put~on_hold|on_ice|under_review strike/struck~off ground discontinue curtail shelve lock "
        "resume restore reopen unfreeze/unfroze/unfrozen unblock cap+ "
        "call~off postpone recall withdraw/withdrew/withdrawn pull~out|home|back summon~home renege "
        "keep/kept~out|from quit+/quit exclude impede tighten sanction strip+ walk~out outlaw interrupt target"
    )
    + r"|(?:(?:put|placed|kept|left) )?on (?:hold|ice)|(?:came|comes|come) to (?:an end|a halt)|no longer \w+",
    diplomatic=forms(
        "expel+ send/sent~home|packing call~home|back order~home|out|to_leave throw/threw/thrown~out kick~out tell/told~to_leave|to_pack ask~to_leave|to_depart oblige~to_leave declare~persona_non_grata|unwelcome "
        "give/gave/given~hours_to|days_to|to_leave bring/brought~home oust"
    )
    + r"|recall(?:ed|s|ing)?(?= (?:its|their|his|her) )|persona non grata|expulsion|recall|severing|rupture",
    financial=forms("blacklist designate place~blacklist|list put+/put~blacklist|list add~blacklist|terror_list|sanctions_list"),
    trade=forms("levy") + r"|embargo(?:es)?|blockade|boycott|tariffs?|quotas?|(?:import |customs |export |anti-dumping )?(?:duty|duties|levies)",
    other=forms("convict sentence jail fine indict") + "|convictions?",
    noun=r"bans?|suspension|freezes?|halt|pause|cuts?|closure|cancellation|withholding|withdrawal|reduction|restrictions?|curbs?|sanctions|severance|prohibition|moratorium",
)  # fmt: skip
# Acts that are told by nouns, some of which are verbs too.
_NOUNS = re.compile(
    r"embargo(?:es)?|blockade|tariffs?|quotas?|(?:[\w-]+ )?(?:duty|duties|levies)|convictions?|persona non grata|expulsion|severing|rupture|sanctions",
    re.IGNORECASE,
)
_EITHER = re.compile(
    r"bans?|freezes?|halt|pause|cuts?|limits?|targets?|blocks?|locks?|restrictions?|curbs?|boycotts?|recall",
    re.IGNORECASE,
)
# What they fall on. Where two are named, an exact one goes before a general one of `_RATHER`.
_OBJECTS: Closed = closed(
    arms=r"arms|weapons?|weaponry|ammunition|munitions|armaments|rifles|missiles?|warplanes|fighter jets?|jets|tanks|helicopters|bombs|(?:military|defen[cs]e|lethal) (?:equipment|hardware|gear|supplies|exports|sales|goods)",
    military=r"(?:military|security|defen[cs]e|army|intelligence)(?:[- ](?:and|or)[- ]\w+)? (?:aid|assistance|cooperation|co-operation|ties|support|training|help|relations|contacts|exchanges?|links|funding|grants?|collaboration|sharing)"
    r"|(?:aid|assistance|help|support) (?:to|for|of) (?:[\w’'-]+ ){0,3}(?:army|military|armed forces|security forces|police|troops)|(?:contacts|ties|relations|links|cooperation) with (?:[\w’'-]+ ){0,4}(?:army|forces|military|police)|sharing of (?:\w+ )?intelligence|intelligence[- ]sharing|(?:joint|military|naval) (?:exercises?|drills?|training)|training of (?:[\w’'-]+ ){0,3}(?:officers|soldiers|army|troops)",
    travel=r"visas?|travel\w*|entry|entering|tourists?|visitors|arrivals|passports?|holders|nationals|citizens|pilgrims|stay",
    diplomatic=r"diplomats?|ambassadors?|envoys?|attach[eé]s?|charg[eé]s? d[’']affaires|embass(?:y|ies)|consulates?|consuls?(?:[- ]general)?|high commission(?:er)?s?|missions?|diplomatic|relations|ties|contacts|links|recognition|membership|treat(?:y|ies)|"
    r"pacts?|accords?|agreements?|conventions?|first secretary|second secretary|staff|spies|intelligence officers?|from (?:its|all|the) (?:\w+ )?(?:organs|bodies|ranks|bloc|union|council|body|organi[sz]ation)|talks|dialogue",
    financial=r"assets?|accounts?|funds?|funding|financing|money|cash|loans?|credits?|tranches?|payments?|grants?|stipends?|(?:budget|development|humanitarian|food|economic|financial|foreign|budgetary)(?: and \w+)? (?:aid|support|assistance|help)|"
    r"aid|assistance|banks?|banking|(?:foreign |currency )reserves|investments?|donations?|contributions?|financial|property|holdings",
    trade=r"trade|trading|imports?|importing|exports?|exporting|goods|products?|produce|oil|gas|petrol\w*|fuel|electricity|power|coal|grain|wheat|maize|rice|barley|soy\w*|meat|beef|pork|poultry|dairy|milk|cheese|fish|seafood|fruit|vegetables|bananas|tomatoes|apples|wine|"
    r"beer|drinks|tea|coffee|sugar|steel|alumini?um|copper|cotton|timber|cars|lorr(?:y|ies)|trucks?|border|borders|frontiers?|crossings?|checkpoints?|(?:check |border |frontier )posts?|gates?|outlets?|ports?|customs|markets?|commerce|commercial|business|transit|transport|"
    r"sales?|supplies|purchases|pipelines?|cargo(?:es)?|chips|semiconductors|technology|minerals|economic|economy|duty-free|most-favou?red|exemptions?|tariffs?|railway|bridge|sea lanes?|waterway",
    other=r"flights?|airspace|skies|airlines?|airliners?|charters?|overflights?|athletes?|teams?|players|sports?|football|olympics|games|broadcast\w*|channels?|tv|television|media|newspapers?|websites?|apps?|mail|postal|launches|licen[cs]es?",
)  # fmt: skip
_RATHER = {
    "arms": re.compile(r"sales?|supplies|purchases|exports?|imports?|transport|licen[cs]es?|trade|technology|aid|assistance|payments?|funding", re.IGNORECASE),
    "military": re.compile(r"aid|assistance|funding|grants?|ties|relations|links|contacts|money|support", re.IGNORECASE),
    "trade": re.compile(r"relations|ties|links|talks|contacts|agreements?|pacts?|accords?", re.IGNORECASE),
    "financial": re.compile(r"relations|ties|links|economic|companies|business|agreements?", re.IGNORECASE),
    "travel": re.compile(r"business|transport", re.IGNORECASE),
    "other": re.compile(r"relations|ties|transport|business|companies", re.IGNORECASE),
}  # fmt: skip
# Who leaves one leaves it, whatever it is about.
_TREATY = re.compile(r"treat(?:y|ies)|pacts?|accords?|conventions?", re.IGNORECASE)
_MONEY = re.compile(r"\b(?:million|billion|dollars|euros|pounds)\b|[$€£]", re.IGNORECASE)
# Where what an act falls on ends, and where the reason, the time or another clause begins.
_ENDS = re.compile(
    r"[.!?](?=[\s”\"’')]|$)|[;:\n“”\"()]|\s[-–—]+\s|,\s(?:which|who|where|whose|while|when|after|as|but|with|in|on|at|he|she|they|it|said|says|according|saying|until|because|citing|accusing|an?|worth|or|(?:\w+\s){1,3}(?:said|says|told)|[a-z]+ing|[a-z]+ed|and\s\w+ed)\b"
    r"|\s(?:over|because|after|before|since|until|till|unless|while|when|whereupon|following|amid|citing|despite|in\s(?:response|retaliation|protest|reaction|revenge|punishment|reply|return)|as\s(?:of|from|a|punishment|part)|"
    r"on\saccount|due\sto|owing\sto|for\s(?:its|their|his|alleged|allegedly|having|\w+ing)|(?<!all\s)but|said|says|according|which|whom?|that|home|packing|unwelcome|persona\snon|to\s(?:leave|pack|go)|(?:[\w-]+\s){1,2}(?:hours|days)\sto|by\s(?:decree|order)|has|have|had|is|are|was|were|will|would|(?:on|last|this|next)\s(?:\w+day|week|month|year)|"
    rf"(?:in\s(?:\w+\s)?|on\s|since\s)(?:{MONTH})|in\s(?:\w+\s)?(?:19|20)\d\d|(?:and|but)\s(?:\w+ed|told|said|sent|gave|took|made|put|saw|got|went|came|met|held|left|kept|won|lost|began|did|had|was|were|also|then|the|[A-Z]\w+)\s)\b",
)  # fmt: skip
_BEGINS = re.compile(
    r"[.!?;:,](?=\s|$)\s?|[\n“”\"()]|\s[-–—]+\s|\b(?:that|because|while|after|when|and|but|said|says|which|who|whether|reports?|as|since)\s",
    re.IGNORECASE,
)
# "An entry ban and an asset freeze on eleven generals": what the second falls on, the first does too.
_NOUNS_JOINED = re.compile(
    r"(?:(?:,|,?\sand)\s(?:an?\s)?(?:[\w-]+\s){1,2}?(?:bans?|freezes?|embargo(?:es)?|restrictions|blacklisting|curbs))+(?=\s(?:on|of|against)\s)"
)
_NOUN_OF = re.compile(
    r"(?:\sby\s[\w’' -]{2,40}?)?\s(?:on|of|against|in|to|from|for|targeting)\s(?!(?:force|place|effect)\b)"
)
_MODIFIERS = re.compile(r"(?:[\w’'-]+\s(?:and\s|or\s)?){1,3}$")
# A verb that nothing follows which it could fall on: a participle, as in "aid, frozen since May".
_NO_OBJECT = re.compile(
    r"\s(?:(?:off|out|down|back|up|home)\s)?(?:in|on|at|by|since|because|over|after|for|until|pending|amid|due|indefinitely)\s|[.,;]|$"
)
# A relative clause, by the word that begins it and the verb after it: what it goes with stands before it.
_RELATIVE = re.compile(r"(?:which|who|that(?=\s(?:is|are|was|were|has|have|had|will|would)\s))\s")
# "20 per cent on": what a duty falls on stands after its share.
_SHARE = re.compile(
    r"\s?(?:[\w.,-]+\s){0,6}?[\w.,-]+(?:%|\sper\s?cent)\s(?:(?:duty|duties|tariffs?)\s)?(?:on|against)\s"
)
_AND = re.compile(r"(?:,|,?\s(?:and|or))\s(?:then\s|also\s|to\s)?$")
_PRONOUN = re.compile(r"\b(?:what|which|whom|who|it|they|this|that|he|she|we)\s*$", re.IGNORECASE)
# Between a verb and what it falls on: a particle, a time, an adverb.
_ASIDE = re.compile(
    rf"\s(?:off|out|down|back|up|home|away|packing|indefinitely|temporarily|immediately|permanently|yesterday|today|(?:(?:on|last|this)\s\w+(?:day|week|month|year)|(?-i:[MTWFS]\w+day))(?:\s(?:evening|morning|night))?|"
    rf"in\s(?:{MONTH})(?:\s\d{{4}})?)(?=\s)"
)
# Nouns before one that tells a measure: "an entry ban", "asset freezes".
_OF_MEASURE = re.compile(
    r"\b(?:entry|travel|visa|assets?|import|export|aid|arms|trade|flight|fuel|oil|weapons|transit|sales?|spending|funding)\s$",
    re.IGNORECASE,
)
# The most characters of what an act falls on, and between it and the act in one span.
_LONG, _APART = 160, 60


@dataclass(frozen=True, slots=True)
class Restraint:
    """An act that restricts: its sorts of measure with the words that say each, and the span of what it falls on, if told.

    `joined`: "and" or a comma joins it to the act before, whose doer it shares.
    """

    act: Act
    sorts: tuple[tuple[str, Span], ...]
    object: Span | None
    joined: bool


def restraints(passage: Passage, span: Span) -> Iterator[Restraint]:
    """The acts of a sentence that restrict, in order; those that name no sort have none."""
    text = passage.text
    ended = {match.start("verb") for match in ENDED.finditer(text, *span)}
    found = sorted(acts(passage, span, _ACTS), key=lambda act: (act.verb, -act.end))
    found = [act for act in found if act.verb not in ended and not _is_no_act(text, act)]
    found = [act for act, last in zip(found, [None, *found], strict=False) if last is None or act.verb >= last.end]
    joined = False
    for act, following in zip(found, [*found[1:], None], strict=False):
        until = _joins(text, following.start) if following else None
        end = until or (_until(text, act, following) if following and following.finite else span[1])
        obj = _object(passage, (span[0], end), act)
        sorts = dict(_sorts(passage, obj)) if obj else {}
        if _is_noun(text, act):
            before = _MODIFIERS.search(text, max(span[0], act.verb - 40), act.verb)
            sorts = dict(_sorts(passage, before.span())) | sorts if before else sorts
        if not sorts and act.sense not in ("any", "noun"):
            sorts = {act.sense: (act.verb, act.end)}
        yield Restraint(act, tuple((sort, _joined(act, at)) for sort, at in sorts.items()), obj, joined)
        joined = until is not None


def _until(text: str, act: Act, following: Act) -> int:
    """Where what an act falls on ends at the latest: at the comma before another act with a subject of its own."""
    comma = text.rfind(", ", act.end, following.start)
    return comma if comma > 0 else following.start


def _joins(text: str, start: int) -> int | None:
    """Where "and" or a comma joins an act to the one before it; None where neither does."""
    joined = _AND.search(text, max(0, start - 12), start)
    return joined.start() if joined else None


def _is_no_act(text: str, act: Act) -> bool:
    """Whether what looks like a verb is none: "the end of it", "a closed session", "a jail sentence"."""
    if _is_noun(text, act):
        return act.sense == "any"
    return not (act.finite or text[act.verb : act.end].endswith("ing"))


def _is_noun(text: str, act: Act) -> bool:
    """Whether an act is told by a noun: "persona non grata", "a boycott of"; a verb would need something to fall on."""
    words = text[act.verb : act.end]
    if act.sense == "noun" or _NOUNS.fullmatch(words):
        return True
    if act.start < act.verb or not _EITHER.fullmatch(words) or text.startswith(" off", act.end):
        return False
    if _OF_MEASURE.search(text, max(0, act.verb - 30), act.verb):
        return True
    return not act.finite or bool(_NOUN_OF.match(text, act.end) or _NO_OBJECT.match(text, act.end))


def _object(passage: Passage, span: Span, act: Act) -> Span | None:
    """What the act falls on: the subject of a passive, what "on" or "of" follows a noun with, or what stands after the verb."""
    text = passage.text
    start = act.end
    while not act.passive and (aside := _ASIDE.match(text, start, span[1])):
        start = aside.end()
    if _is_noun(text, act):
        joined = _NOUNS_JOINED.match(text, start, span[1])
        link = _NOUN_OF.match(text, joined.end() if joined else start, span[1])
        return _after(passage, link.end(), span[1]) if link else None
    if act.passive or _NO_OBJECT.match(text, start, span[1]):
        return _before(text, span[0], act.start)
    return _after(passage, start, span[1])


def _before(text: str, least: int, end: int) -> Span | None:
    """The noun phrase that ends here, or before the comma that stands here."""
    end = end - 2 if text[max(least, end - 2) : end] == ", " else end
    start = max(least, end - _LONG)
    for edge in _BEGINS.finditer(text, start, end):
        if _RELATIVE.match(text, edge.start()):  # "supplies that have not yet crossed have been on hold"
            return (start, edge.start()) if edge.start() - start > 2 else None
        start = edge.end()
    return (start, end) if end - start > 2 and not _PRONOUN.search(text, start, end) else None


def _after(passage: Passage, start: int, end: int) -> Span | None:
    share = _SHARE.match(passage.text, start, end)
    start = share.end() if share else start
    stops = [at for at, _ in passage.speakers if start < at < end]
    end = min(start + _LONG, end, *stops)
    edge = _ENDS.search(passage.text, start, end)
    end = edge.start() if edge else end
    return (start, end) if end - start > 2 else None


def _sorts(passage: Passage, span: Span) -> Iterator[tuple[str, Span]]:
    text = passage.text
    found = {sort: match.span() for sort, pattern in _OBJECTS if (match := pattern.search(text, *span))}
    if "arms" not in found and (
        weapon := next((i for i in items(passage, (span,)) if re.search(r"\d", i.designation or "")), None)
    ):
        found = {"arms": (weapon.start, weapon.end)} | found
    for sort, general in _RATHER.items():
        if sort in found:
            found = {s: at for s, at in found.items() if s == sort or not general.fullmatch(text[slice(*at)])}
    if "diplomatic" in found and _TREATY.fullmatch(text[slice(*found["diplomatic"])]):
        found = {"diplomatic": found["diplomatic"]}
    if not found and (money := _MONEY.search(text, *span)):
        found = {"financial": money.span()}
    yield from found.items()


def _joined(act: Act, at: Span) -> Span:
    """One span from the act to what it falls on, where they stand together; else the act's own."""
    start, end = min(act.verb, at[0]), max(act.end, at[1])
    return (start, end) if end - start <= _APART else (act.verb, act.end)
