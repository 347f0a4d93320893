"""PLOVER as data, with the status and kind lists. Definitions in our words; scores are the PLOVER manual's (2024).

The manual prints ACCUSE without its minus sign; conflict is negative here. SANCTION is quad class 4 (see
`docs/decisions/0002-plover-readings.md`). `docs/codebook.md` has the rules for people and programs.
"""

from __future__ import annotations

from dataclasses import dataclass

from sanudo.records import Kind, Status

QUAD_NAMES = {
    1: "verbal cooperation",
    2: "material cooperation",
    3: "verbal conflict",
    4: "material conflict",
}


@dataclass(frozen=True, slots=True)
class EventType:
    """A PLOVER event type: its quad class (1 to 4), its intensity on PLOVER's scale, and what it is for."""

    name: str
    quad: int
    intensity: float
    meaning: str
    modes: tuple[str, ...] = ()


_SHARED = ("assist", "change", "yield", "meet")

EVENT_TYPES: dict[str, EventType] = {
    t.name: t
    for t in (
        EventType("AGREE", 1, 2.5, "agrees, offers or promises to cooperate"),
        EventType("CONSULT", 1, 2.5, "meets, visits, talks", ("visit", "third-party", "multilateral", "phone")),
        EventType("SUPPORT", 1, 5.0, "signs, ratifies, recognises, praises or backs"),
        EventType("CONCEDE", 1, 4.5, "concedes in words: announced ceasefire or easing, apology, pardon"),
        EventType("COOPERATE", 2, 9.5, "cooperates materially, each giving: exercises, sales, exchange"),
        EventType("AID", 2, 10.0, "gives material help"),
        EventType(
            "RETREAT",
            2,
            6.5,
            "yields in deed: withdrawal, release, return",
            ("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
        ),
        EventType("REQUEST", 3, 0.0, "asks, urges or demands", _SHARED),
        EventType(
            "ACCUSE", 3, -3.0, "criticises, complains, accuses, investigates", ("disapprove", "investigate", "allege")
        ),
        EventType("REJECT", 3, -2.0, "refuses, rejects, calls off", _SHARED),
        EventType(
            "THREATEN",
            3,
            -3.5,
            "threatens or warns of harm",
            ("restrict", "arrest", "relations", "expel", "territory", "violence"),
        ),
        EventType(
            "PROTEST",
            4,
            -5.0,
            "people demonstrate against a state",
            ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
        ),
        EventType(
            "SANCTION",
            4,
            -6.0,
            "reduces relations: sanctions, cut aid, expulsions",
            ("convict", "expel", "withdraw", "discontinue"),
        ),
        EventType(
            "MOBILIZE", 4, -5.5, "moves or readies forces short of force", ("troops", "weapons", "police", "militia")
        ),
        EventType(
            "COERCE",
            4,
            -7.0,
            "presses, seizes, restricts, arrests",
            (
                "seize",
                "restrict",
                "censor",
                "curfew",
                "martial-law",
                "arrest",
                "deport",
                "withhold",
                "misinformation",
                "cyber",
            ),
        ),
        EventType(
            "ASSAULT",
            4,
            -9.0,
            "uses force",
            (
                "abduct",
                "beat",
                "torture",
                "sexual",
                "targeted",
                "destroy",
                "primitive",
                "firearms",
                "explosives",
                "suicide-attack",
                "aerial",
                "drone",
                "heavy-weapons",
                "crowd-control",
                "unconventional",
            ),
        ),
    )
}
# Types that are said: their speaker is the actor.
SPOKEN = ("AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN")

CONTEXTS = [
    "military",
    "intelligence",
    "executive",
    "legislative",
    "election",
    "political_institutions",
    "pro_democracy",
    "pro_autocracy",
    "economic",
    "legal",
    "reparations",
    "human_rights",
    "rights_freedoms",
    "repression",
    "human_security",
    "gender",
    "lgbt",
    "religion_ethnicity",
    "inequality",
    "diplomatic",
    "territory",
    "peacekeeping",
    "health",
    "asylum",
    "migration",
    "disasters",
    "natural_resource",
    "environment",
    "technology",
    "terrorism",
    "cbrn",
    "cyber",
    "misinformation",
    "crime",
    "corruption",
    "illegal_drugs",
    "trafficking",
]

SECTORS: dict[str, str] = {
    "COP": "police",
    "GOV": "government",
    "JUD": "courts",
    "LEG": "parliament",
    "MIL": "armed forces",
    "PRM": "paramilitary",
    "PTY": "party",
    "REB": "armed opposition",
    "SPY": "intelligence",
    "UAF": "unidentified armed force",
    "UNK": "unidentified",
    "AGR": "farm labour",
    "BUS": "business",
    "CRM": "criminals",
    "CVL": "civilians",
    "EDU": "education",
    "ELI": "former officials and elites",
    "JRN": "journalists",
    "LAB": "labour",
    "MED": "health",
    "REF": "refugees",
    "OPP": "political opposition",
    "PRE": "partially recognised",
    "REL": "religious bodies",
    "SOC": "civil society",
}

STATUSES: dict[Status, str] = {
    Status.HAPPENED: "it took place",
    Status.ONGOING: "it is going on",
    Status.PLANNED: "it is announced or scheduled",
    Status.POSSIBLE: "it may come, is offered or considered",
    Status.DENIED: "a party denies it",
    Status.DEMANDED: "a party asks for it",
}

KINDS: dict[Kind, str] = {
    Kind.AGREEMENT: "treaty, pact, contract, memorandum",
    Kind.EXERCISE: "joint exercise, drill, parade",
    Kind.TRANSFER: "arms or equipment sold or given",
    Kind.TRAINING: "military training",
    Kind.VISIT: "one side goes to the other",
    Kind.MEETING: "meeting, talks, call",
    Kind.COMMITTEE: "session of a standing joint body",
    Kind.AID_SUSPENSION: "aid cut or suspended",
    Kind.SANCTION: "sanctions and other cuts in relations",
    Kind.STATEMENT: "words: praise, complaint, demand, threat",
    Kind.DEPLOYMENT: "forces moved or stationed",
    Kind.ATTACK: "use of force",
    Kind.OTHER: "none of these",
}

BODIES: dict[str, str] = {
    "UNO": "United Nations",
    "EUR": "European Union",
    "NAT": "NATO",
    "IGO": "another international body",
    "NSA": "a non-state armed group",
}

# What turns into AGREE as long as it lies ahead (PLOVER: future cooperation is agreement to cooperate).
COOPERATIVE = ("CONSULT", "SUPPORT", "COOPERATE", "AID")


def settled(type_: str, status: str) -> str:
    """The type that the codebook gives to a type with a status."""
    return "AGREE" if type_ in COOPERATIVE and status in (Status.PLANNED, Status.POSSIBLE) else type_
