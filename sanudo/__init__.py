"""Sanudo: a sourced ledger of what states do with, for and against one another, read from the news."""

from sanudo.errors import SanudoError
from sanudo.ledger import Ledger
from sanudo.ledger import open_ledger as open
from sanudo.records import (
    Article,
    Attribution,
    Basis,
    Dispute,
    Entry,
    Event,
    EventMention,
    Evidence,
    Judgement,
    Kind,
    Origin,
    Participant,
    Place,
    PublishedBasis,
    ReadProblem,
    Reason,
    Refusal,
    Run,
    Segment,
    Side,
    Status,
    Support,
    WhenBasis,
)

__all__ = [
    "Article",
    "Attribution",
    "Basis",
    "Dispute",
    "Entry",
    "Event",
    "EventMention",
    "Evidence",
    "Judgement",
    "Kind",
    "Ledger",
    "Origin",
    "Participant",
    "Place",
    "PublishedBasis",
    "ReadProblem",
    "Reason",
    "Refusal",
    "Run",
    "SanudoError",
    "Segment",
    "Side",
    "Status",
    "Support",
    "WhenBasis",
    "__version__",
    "open",
]

__version__ = "0.1.0"
