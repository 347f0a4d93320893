"""What the records of defence diplomacy hold beside parties, date and place: one class a kind, every value with the words it rests on.

Shapes follow the field's datasets (`docs/records.md` names them). A value that the words do not give is None or an empty tuple: not
stated. `start` and `end` are offsets in the cleaned text of the article; `article_id` names it where a record was put together from several,
and is None in the record of one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Stated:
    """A value from a closed list, or words made plain ("MoU": memorandum), and the words themselves."""

    value: str
    text: str
    start: int
    end: int
    article_id: str | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit ("troops", "helicopters", "USD", "years", ...; "" for a plain count).

    `bound` is exact, about, at_least or at_most; of "200 to 300 troops" `value` is 200 and `upto` 300.
    """

    value: float
    unit: str
    bound: str
    text: str
    start: int
    end: int
    upto: float | None = None
    article_id: str | None = None


@dataclass(frozen=True, slots=True)
class Lead:
    """A person who acts for a state or body, as the text introduces them; `text` is the whole introduction."""

    name: str | None
    state: str | None
    office: str | None
    rank: str | None
    text: str
    start: int
    end: int
    article_id: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """Equipment: its designation ("Mi-35"), its class ("combat helicopter"), how many."""

    designation: str | None
    sort: str | None
    count: Amount | None
    text: str
    start: int
    end: int
    article_id: str | None = None


Value: TypeAlias = Stated | Amount | Lead | Item


@dataclass(frozen=True, slots=True)
class Agreement:
    """An instrument between states. Subjects are those of DCAD and a few more (`SUBJECTS`); stage is one of `STAGES`."""

    instrument: Stated | None = None
    titles: tuple[Stated, ...] = ()
    subjects: tuple[Stated, ...] = ()
    stage: Stated | None = None
    signatories: tuple[Lead, ...] = ()
    duration: Amount | None = None
    supersedes: Stated | None = None
    first_time: Stated | None = None


@dataclass(frozen=True, slots=True)
class Committee:
    """A session of a joint body: its name, level, ordinal (1 for "inaugural"), chairs, host state, agenda, outcome."""

    body: Stated | None = None
    level: Stated | None = None
    session: Amount | None = None
    leads: tuple[Lead, ...] = ()
    host: Stated | None = None
    agenda: tuple[Stated, ...] = ()
    outcome: Stated | None = None
    first_time: Stated | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A visit or a meeting: who came and who received them, at which level, what for, what followed."""

    visitors: tuple[Lead, ...] = ()
    hosts: tuple[Lead, ...] = ()
    level: Stated | None = None
    purpose: Stated | None = None
    topics: tuple[Stated, ...] = ()
    outcome: Stated | None = None
    first_time: Stated | None = None


@dataclass(frozen=True, slots=True)
class Exercise:
    """A joint exercise: name, edition, domains and focus by MME's flags, size."""

    name: Stated | None = None
    edition: Amount | None = None
    domains: tuple[Stated, ...] = ()
    focus: tuple[Stated, ...] = ()
    size: tuple[Amount, ...] = ()
    first_time: Stated | None = None


@dataclass(frozen=True, slots=True)
class Transfer:
    """Arms or other equipment that passes from supplier (actor) to recipient: a row of SIPRI's register."""

    items: tuple[Item, ...] = ()
    stage: Stated | None = None
    value: Amount | None = None
    delivery: Stated | None = None
    first_time: Stated | None = None


@dataclass(frozen=True, slots=True)
class Training:
    """Training of one state's people by another's: who, how many, where, in which programme, how far it has come."""

    trainees: Stated | None = None
    number: Amount | None = None
    institutes: tuple[Stated, ...] = ()
    programme: Stated | None = None
    stage: Stated | None = None
    first_time: Stated | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """A sanction, or aid held back: GSDB's types of measure, amount, scope, the reason given, whether it is lifted."""

    measures: tuple[Stated, ...] = ()
    amount: Amount | None = None
    scope: Stated | None = None
    reason: Stated | None = None
    lifted: Stated | None = None
    first_time: Stated | None = None


@dataclass(frozen=True, slots=True)
class Deployment:
    """Forces moved or readied: what, how many, to which base."""

    forces: tuple[Item, ...] = ()
    size: tuple[Amount, ...] = ()
    base: Stated | None = None
    first_time: Stated | None = None


@dataclass(frozen=True, slots=True)
class Attack:
    """Use of force: with what, and the dead and injured as the text states them."""

    weapons: tuple[Item, ...] = ()
    target: Stated | None = None
    dead: Amount | None = None
    injured: Amount | None = None
    first_time: Stated | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """What is said: by whom, to whom, in which stance (`STANCES`), on what, in which words.

    `voice` is official, analyst or other: an analyst's assessment is no state's word. `forecast` tells that it is of things to come.
    """

    speaker: Lead | None = None
    addressee: Stated | None = None
    stance: Stated | None = None
    voice: Stated | None = None
    topic: Stated | None = None
    quotation: Stated | None = None
    forecast: Stated | None = None
    first_time: Stated | None = None


Detail: TypeAlias = (
    Agreement | Committee | Meeting | Exercise | Transfer | Training | Measure | Deployment | Attack | Statement
)
# By the value of the kind: a `Kind` is one. Every other kind has no record.
DETAILS: dict[str, type[Detail]] = {
    "agreement": Agreement,
    "committee": Committee,
    "visit": Meeting,
    "meeting": Meeting,
    "exercise": Exercise,
    "transfer": Transfer,
    "training": Training,
    "sanction": Measure,
    "aid_suspension": Measure,
    "deployment": Deployment,
    "attack": Attack,
    "statement": Statement,
}


def holds(detail: Detail | None) -> bool:
    """Whether a record has any value."""
    return detail is not None and any(getattr(detail, field.name) for field in fields(detail))


INSTRUMENTS = (
    "agreement accord treaty pact contract protocol convention memorandum declaration communique arrangement "
    "letter_of_intent plan deal"
).split()
STAGES = ("proposed", "submitted", "negotiated", "initialled", "signed", "ratified", "in_force", "suspended", "ended")
TRANSFER_STAGES = ("offered", "ordered", "licensed", "delivered", "cancelled")
TRAINING_STAGES = ("planned", "ongoing", "completed", "suspended")
# The first ten are DCAD's.
SUBJECTS = (
    "defence_policy joint_exercises peacekeeping defence_research joint_weapons procurement officer_exchange "
    "working_groups training classified_information defence security trade energy transport culture science health "
    "migration border justice environment other"
).split()
LEVELS = (
    "head_of_state",
    "head_of_government",
    "minister",
    "deputy_minister",
    "chief_of_staff",
    "parliament",
    "official",
)
DOMAINS = ("command_post", "air", "land", "sea", "amphibious", "cyber")
FOCUS = ("warfighting", "peacekeeping", "humanitarian", "counter_terrorism", "search_and_rescue")
MEASURES = ("trade", "arms", "military", "financial", "travel", "diplomatic", "other")
STANCES = (
    "praise support concern complaint condemnation accusation warning threat denial refusal demand appeal offer assessment"
).split()
VOICES = ("official", "analyst", "other")


def values(detail: Detail | None) -> Iterator[tuple[str, tuple[Value, ...]]]:
    """The fields of a record that hold something, by their names, each with its values."""
    for field in fields(detail) if detail else ():
        value = getattr(detail, field.name)
        if value:
            yield field.name, value if isinstance(value, tuple) else (value,)
