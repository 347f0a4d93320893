"""The sentences of a brief: a phrase for each type and kind, a frame for each status.

The wording stays as general as the code it stands for; the report's own words are quoted beside it. In a phrase
`base/past/ing` is a verb in its three forms and `{}` is where the other party goes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sanudo.details import Agreement, Detail, Measure, Transfer
from sanudo.present.datewords import date_phrase, date_words
from sanudo.present.words import capital, distinct, listing, party_in_sentence, place_in_sentence
from sanudo.records import Event, EventMention, Kind, Status, WhenBasis

Happening = Event | EventMention


@dataclass(frozen=True, slots=True)
class Deed:
    """How to say an act: of parties together, and of one towards another."""

    mutual: str
    directed: str


def _towards(act: str) -> Deed:
    """An act whose words end with whom it is done to."""
    return Deed(f"{act} each other", f"{act} {{}}")


def _with(act: str) -> Deed:
    """An act that one does with another."""
    return Deed(act, f"{act} with {{}}")


_BY_KIND: dict[Kind, Deed] = {
    Kind.AGREEMENT: _with("sign/signed/signing an agreement"),
    Kind.EXERCISE: _with("hold/held/holding a joint exercise"),
    Kind.TRANSFER: Deed("trade/traded/trading arms or equipment", "supply/supplied/supplying arms or equipment to {}"),
    Kind.TRAINING: _with("hold/held/holding military training"),
    Kind.VISIT: Deed("meet/met/meeting on a visit", "visit/visited/visiting {}"),
    Kind.MEETING: _with("hold/held/holding talks"),
    Kind.COMMITTEE: _with("hold/held/holding a session of a joint committee"),
    Kind.AID_SUSPENSION: Deed(
        "cut/cut/cutting or suspend/suspended/suspending aid",
        "cut/cut/cutting or suspend/suspended/suspending aid to {}",
    ),
    Kind.SANCTION: _towards("impose/imposed/imposing sanctions on or cut/cut/cutting ties with"),
    Kind.DEPLOYMENT: Deed(
        "move/moved/moving or ready/readied/readying forces",
        "move/moved/moving or ready/readied/readying forces towards {}",
    ),
    Kind.ATTACK: Deed("fight/fought/fighting each other", "attack/attacked/attacking {}"),
}

_BY_TYPE: dict[str, Deed] = {
    "AGREE": Deed(
        "agree/agreed/agreeing to cooperate", "agree/agreed/agreeing or offer/offered/offering to cooperate with {}"
    ),
    "CONSULT": _BY_KIND[Kind.MEETING],
    "SUPPORT": Deed(
        "sign/signed/signing together or back/backed/backing each other",
        "back/backed/backing or sign/signed/signing with {}",
    ),
    "CONCEDE": Deed(
        "promise/promised/promising each other concessions", "promise/promised/promising concessions to {}"
    ),
    "COOPERATE": _with("cooperate/cooperated/cooperating"),
    "AID": Deed("help/helped/helping each other", "give/gave/giving help to {}"),
    "RETREAT": _towards("make/made/making concessions to"),
    "REQUEST": Deed("put/put/putting requests or demands to each other", "put/put/putting a request or demand to {}"),
    "ACCUSE": _towards("criticise/criticised/criticising or accuse/accused/accusing"),
    "REJECT": Deed(
        "reject/rejected/rejecting what the other asked or offered",
        "reject/rejected/rejecting what {} asked or offered",
    ),
    "THREATEN": _towards("threaten/threatened/threatening or warn/warned/warning"),
    "PROTEST": _towards("see/saw/seeing protests against"),
    "SANCTION": _with("reduce/reduced/reducing relations"),
    "MOBILIZE": _BY_KIND[Kind.DEPLOYMENT],
    "COERCE": _towards("press/pressed/pressing or coerce/coerced/coercing"),
    "ASSAULT": _towards("use/used/using force against"),
}

# Where type and kind together say something that neither says alone.
_BY_BOTH: dict[tuple[str, Kind], Deed] = {
    ("SUPPORT", Kind.STATEMENT): _towards("praise/praised/praising or back/backed/backing"),
    ("PROTEST", Kind.STATEMENT): _towards("protest/protested/protesting to"),
    ("AID", Kind.TRANSFER): Deed(
        "give/gave/giving each other arms or equipment", "give/gave/giving arms or equipment to {}"
    ),
    ("AID", Kind.TRAINING): Deed("train/trained/training each other's forces", "train/trained/training forces of {}"),
    ("SANCTION", Kind.AGREEMENT): _with("leave/left/leaving an agreement"),
    **{
        (type_, kind): _towards(ease)
        for type_ in ("RETREAT", "CONCEDE")
        for kind, ease in (
            (Kind.SANCTION, "ease/eased/easing or end/ended/ending sanctions on"),
            (Kind.AID_SUSPENSION, "resume/resumed/resuming aid to"),
        )
    },
    ("RETREAT", Kind.DEPLOYMENT): Deed(
        "withdraw/withdrew/withdrawing forces", "withdraw/withdrew/withdrawing forces from {}"
    ),
    ("MOBILIZE", Kind.EXERCISE): Deed(
        "hold/held/holding military exercises against each other", "hold/held/holding a military exercise against {}"
    ),
    ("THREATEN", Kind.SANCTION): Deed(
        "threaten/threatened/threatening each other with sanctions", "threaten/threatened/threatening {} with sanctions"
    ),
    ("THREATEN", Kind.ATTACK): Deed(
        "threaten/threatened/threatening each other with force", "threaten/threatened/threatening {} with force"
    ),
    ("REQUEST", Kind.MEETING): Deed("ask/asked/asking each other for talks", "ask/asked/asking {} for talks"),
    ("REJECT", Kind.MEETING): _with("refuse/refused/refusing or call/called/calling off talks"),
}

# What the record says more exactly of a deed: how far a deal or an agreement has come, the one measure that was taken.
_BY_VALUE: dict[tuple[Kind, str], Deed] = {
    (Kind.AGREEMENT, "ratified"): _with("ratify/ratified/ratifying an agreement"),
    (Kind.AGREEMENT, "in_force"): Deed(
        "bring/brought/bringing an agreement into force", "bring/brought/bringing an agreement with {} into force"
    ),
    (Kind.TRANSFER, "offered"): Deed(
        "offer/offered/offering each other arms or equipment", "offer/offered/offering arms or equipment to {}"
    ),
    (Kind.TRANSFER, "ordered"): Deed(
        "trade/traded/trading arms or equipment", "sell/sold/selling arms or equipment to {}"
    ),
    (Kind.TRANSFER, "licensed"): Deed(
        "approve/approved/approving a trade in arms or equipment",
        "approve/approved/approving a delivery of arms or equipment to {}",
    ),
    (Kind.SANCTION, "diplomatic"): _towards(
        "cut/cut/cutting diplomatic ties with or expel/expelled/expelling diplomats of"
    ),
    (Kind.SANCTION, "trade"): _towards("restrict/restricted/restricting trade with"),
    (Kind.SANCTION, "travel"): _towards("restrict/restricted/restricting travel from"),
    (Kind.SANCTION, "arms"): _towards("stop/stopped/stopping arms supplies to"),
    (Kind.SANCTION, "financial"): _towards("impose/imposed/imposing financial sanctions on"),
}

# An agreement that goes on.
_LASTING = ("signed", "ratified", "in_force")
_KEPT = _with("keep/kept/keeping an agreement in force")

# The types by which a kind is the deed itself, not what follows on it or is said of it.
_OF_KIND = {
    Kind.AGREEMENT: ("SUPPORT", "COOPERATE"),
    Kind.TRANSFER: ("COOPERATE", "AID"),
    Kind.SANCTION: ("SANCTION",),
}

# Acts of speech: their kind says what they are about, not what was done.
_SPEECH = ("REQUEST", "ACCUSE", "REJECT", "THREATEN")

# Of a thing to come, agreeing to it and doing it are told alike: "were to hold talks".
_AHEAD = (Status.PLANNED, Status.POSSIBLE, Status.DEMANDED)

_VERB = re.compile(r"(\w+)/(\w+)/(\w+)")
_BASE, _PAST, _ING = r"\1", r"\2", r"\3"

# Status: what stands before the parties, between them and the act, and the form of the verb.
_FRAMES: dict[Status, tuple[str, str, str]] = {
    Status.HAPPENED: ("", "", _PAST),
    Status.ONGOING: ("", "{be} ", _ING),
    Status.PLANNED: ("", "{be} to ", _BASE),
    Status.POSSIBLE: ("", "might ", _BASE),
    Status.DENIED: ("it is denied that ", "", _PAST),
    Status.DEMANDED: ("it is demanded that ", "", _BASE),
}

KIND_NAMES: dict[Kind, tuple[str, str]] = {
    Kind.AGREEMENT: ("agreement", "agreements"),
    Kind.EXERCISE: ("joint exercise", "joint exercises"),
    Kind.TRANSFER: ("transfer of arms or equipment", "transfers of arms or equipment"),
    Kind.TRAINING: ("case of military training", "military training"),
    Kind.VISIT: ("visit", "visits"),
    Kind.MEETING: ("meeting", "meetings and talks"),
    Kind.COMMITTEE: ("committee session", "committee sessions"),
    Kind.AID_SUSPENSION: ("cut or suspension of aid", "cuts and suspensions of aid"),
    Kind.SANCTION: ("sanction or other cut in relations", "sanctions and other cuts in relations"),
    Kind.STATEMENT: ("statement", "statements"),
    Kind.DEPLOYMENT: ("movement of forces", "movements of forces"),
    Kind.ATTACK: ("attack", "attacks"),
    Kind.OTHER: ("event of another kind", "events of other kinds"),
}


def sentence(happening: Happening) -> str:
    """One sentence from the fields of an event: who did what, to whom, where and when, with its status in the verb."""
    return capital(clause(happening)) + "."


def clause(happening: Happening) -> str:
    """The sentence without its capital and full stop, to be part of another."""
    before, between, form = _FRAMES[_spoken_status(happening)]
    subject, act, others = _parts(happening)
    be = "were" if len(subject) > 1 else "was"
    # Names come last and unparsed: one from a report may hold braces and slashes.
    deed = _VERB.sub(form, act).replace("{}", listing(others) or "another party", 1)
    said = [f"{before}{listing(subject)} {between.format(be=be)}{deed}", _where(happening), _when(happening)]
    return " ".join(filter(None, said))


def _spoken_status(happening: Happening) -> Status:
    """A demand has been made, whatever becomes of what it asks."""
    made = happening.type == "REQUEST" and happening.status is Status.DEMANDED
    return Status.HAPPENED if made else happening.status


def _parts(happening: Happening) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    """The parties before the verb, the phrase, and the parties it is done to."""
    actors = distinct(map(party_in_sentence, happening.actors))
    recipients = distinct(map(party_in_sentence, happening.recipients))
    together = distinct([*actors, *recipients]) if happening.symmetric or not recipients else ()
    deed = _deed(happening)
    return (together, deed.mutual, ()) if len(together) > 1 else (actors, deed.directed, recipients)


def _deed(happening: Happening) -> Deed:
    kind, type_ = happening.kind, happening.type
    if happening.status in (Status.HAPPENED, Status.ONGOING) and type_ in _OF_KIND.get(kind, ()):
        value = _value(happening.detail)
        if kind is Kind.AGREEMENT and happening.status is Status.ONGOING and value in _LASTING:
            return _KEPT
        if exact := _BY_VALUE.get((kind, value)):
            return exact
    if deed := _BY_BOTH.get((type_, kind)):
        return deed
    if type_ == "AGREE" and kind in _BY_KIND:
        return _BY_KIND[kind] if happening.status in _AHEAD else _promise(_BY_KIND[kind])
    if type_ == "AGREE" and happening.status in _AHEAD:
        return _BY_TYPE["COOPERATE"]
    return _BY_TYPE[type_] if type_ in _SPEECH else _BY_KIND.get(kind, _BY_TYPE[type_])


def _value(detail: Detail | None) -> str:
    """The stage of a deal or agreement, or the one measure of a sanction; "" where there is none, or several."""
    if isinstance(detail, Agreement | Transfer):
        return detail.stage.value if detail.stage else ""
    measures = {one.value for one in detail.measures} if isinstance(detail, Measure) else set[str]()
    return measures.pop() if len(measures) == 1 else ""


def _promise(deed: Deed) -> Deed:
    return Deed(
        "agree/agreed/agreeing to " + _VERB.sub(_BASE, deed.mutual),
        "agree/agreed/agreeing or offer/offered/offering to " + _VERB.sub(_BASE, deed.directed),
    )


def _when(happening: Happening) -> str:
    if not happening.when:
        return ""
    first, _, last = happening.when.partition("/")
    if happening.status is Status.ONGOING and last == "..":
        return f"since {date_words(first)}"
    phrase = date_phrase(happening.when)
    return f"(reported {phrase})" if happening.when_basis is WhenBasis.PUBLICATION else phrase


# What one is at or on rather than in.
_AT = (
    ("at", re.compile(r"\b(?:Shoal|Reef|Base|Airport|Pass|Bridge|Crossing|Point|Port|Strait|Lake)$")),
    ("on", re.compile(r"\b(?:Islands?|Peninsula|Heights|Plateau|River)$")),
)


def _where(happening: Happening) -> str:
    """The place, its state left out where the sentence has named it already."""
    where = happening.where
    if not where or not (where.place or where.country):
        return ""
    in_host = happening.kind is Kind.VISIT and any(p.state == where.country for p in happening.recipients)
    if where.place and (in_host or not where.country):
        return f"({where.place})"
    if in_host:
        return ""  # "visited Pakistan in Pakistan"
    party = any(p.state == where.country for p in (*happening.actors, *happening.recipients))
    at = next((before for before, last in _AT if where.place and last.search(where.place)), "in")
    if not party:
        return f"{at} {place_in_sentence(where)}"
    return f"{at} {where.place}" if where.place else f"(in {place_in_sentence(where)})"
