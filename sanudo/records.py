"""The nouns of the house: frozen values that pass between stages. No behaviour lives here.

Words are used as `docs/terms.md` defines them. Offsets count characters (code points) of the text they name, `end` is
exclusive. Dates are EDTF (ISO 8601-2) strings; states are ISO 3166 alpha-3 codes, or UNO, EUR, NAT, IGO, NSA.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sanudo.details import Detail


class Status(StrEnum):
    """Whether the article says that the thing took place."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"
    DEMANDED = "demanded"


class Kind(StrEnum):
    """The record of defence diplomacy that an event fills."""

    AGREEMENT = "agreement"
    EXERCISE = "exercise"
    TRANSFER = "transfer"
    TRAINING = "training"
    VISIT = "visit"
    MEETING = "meeting"
    COMMITTEE = "committee"
    AID_SUSPENSION = "aid_suspension"
    SANCTION = "sanction"
    STATEMENT = "statement"
    DEPLOYMENT = "deployment"
    ATTACK = "attack"
    OTHER = "other"


class WhenBasis(StrEnum):
    """What the date of an event rests on."""

    STATED = "stated"
    RELATIVE = "relative"
    PUBLICATION = "publication"


class PublishedBasis(StrEnum):
    """What the publication date of an article rests on."""

    GIVEN = "given"
    METADATA = "metadata"
    FEED = "feed"
    DATELINE = "dateline"
    BYLINE = "byline"
    URL = "url"


class Reason(StrEnum):
    """Why a field is empty, or an input was not read. The list is closed."""

    NOT_STATED = "not_stated"
    AMBIGUOUS = "ambiguous"
    NO_PUBLICATION_DATE = "no_publication_date"
    FUTURE_DATE = "future_date"
    UNKNOWN_NAME = "unknown_name"
    NOT_ENGLISH = "not_english"
    NO_TEXT = "no_text"
    TOO_LONG = "too_long"
    MISSING = "missing"
    EMPTY = "empty"
    BINARY = "binary"
    BAD_ENCODING = "bad_encoding"
    BAD_FORMAT = "bad_format"
    DUPLICATE = "duplicate"
    NO_ARTICLES = "no_articles"


class MentionLabel(StrEnum):
    """What an entity mention names."""

    STATE = "state"
    ADJECTIVE = "adjective"
    CAPITAL = "capital"
    BODY = "body"
    GROUP = "group"
    PERSON = "person"
    COLLECTIVE = "collective"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why `field` is empty, or (with field None) why an input was not read or coded. `note` is for a person."""

    reason: Reason
    field: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of cleaned text and where it stands in the source; equal lengths map character by character."""

    start: int
    end: int
    source_start: int
    source_end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One report as published. `id` is the hash of its source bytes; `text` is what is left after cleaning.

    `published` is an EDTF date, on `published_basis`. `origin` says where it was read ("feed.xml#3"). `segments` map
    offsets of `text` to offsets of the decoded source; text between segments (inserted line breaks) has none.
    """

    id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    published_basis: PublishedBasis | None = None
    url: str | None = None
    language: str | None = None
    origin: str = ""
    media_type: str = "text/plain"
    given_id: str | None = None
    segments: tuple[Segment, ...] = ()
    refusals: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadProblem:
    """An input, or a part of one, that gave no article: which, why, and what was done instead."""

    origin: str
    refusal: Refusal


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class EntityMention:
    """A span that names or refers to state-level parties.

    `states` are the parties it stands for (two for "both nations"); `how` says in words how they were found.
    """

    start: int
    end: int
    text: str
    label: MentionLabel
    states: tuple[str, ...]
    sector: str | None = None
    name: str | None = None
    how: str = ""


@dataclass(frozen=True, slots=True)
class Attribution:
    """On whose word the article says it: the speaker's words and span, the cue, and the spans of what is said.

    Without a speaker ("reportedly") the words and the span are those of the cue. `asserts` tells whether the cue says that
    its content is so ("said"), not that it is wished, asked or feared. `states`, `sector` and `name` are those of the party
    that speaks, where it is one. `through` names those who pass it on, the nearest first: of "A told B, C reported" the
    attribution to A came through C.
    """

    text: str
    cue: str
    start: int
    end: int
    cue_start: int = 0
    cue_end: int = 0
    contents: tuple[tuple[int, int], ...] = ()
    asserts: bool = True
    states: tuple[str, ...] = ()
    sector: str | None = None
    name: str | None = None
    through: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Parse:
    """What reading an article's text found: sentences, entity mentions and attributions, each in order of offset."""

    article_id: str
    sentences: tuple[Sentence, ...]
    entity_mentions: tuple[EntityMention, ...]
    attributions: tuple[Attribution, ...] = ()


@dataclass(frozen=True, slots=True)
class Participant:
    """A party of an event, with the words that name it. `name` is a person's or a group's; `office` and `rank` are those of a person, as the
    article words them ("Deputy Minister of Defence", "Colonel General"), or else the office by which the reference data know them.
    """

    state: str
    sector: str | None = None
    name: str | None = None
    office: str | None = None
    rank: str | None = None
    text: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event took place. `country` is a state code or None (a sea); the rest is empty until a place is resolved."""

    country: str | None = None
    place: str | None = None
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words a value rests on. `start` and `end` are offsets in the article's cleaned text; `source_*` in its source."""

    article_id: str
    start: int
    end: int
    text: str
    source_start: int | None = None
    source_end: int | None = None


@dataclass(frozen=True, slots=True)
class Basis:
    """How one field of an event mention came about, in words, and the words it was read from."""

    field: str
    how: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class EventMention:
    """What one article says of one happening. Never updated.

    `evidence` lists every sentence part that tells it, the plainest first. `detail` is the record that its kind fills, where it fills one.
    """

    id: str
    article_id: str
    type: str
    kind: Kind
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    symmetric: bool
    status: Status
    confidence: float
    evidence: tuple[Evidence, ...]
    coder: str
    model: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    when: str | None = None
    when_basis: WhenBasis | None = None
    where: Place | None = None
    attribution: Attribution | None = None
    detail: Detail | None = None
    basis: tuple[Basis, ...] = ()
    refusals: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class Support:
    """The mentions that give the value an event has in one field, or one that agrees with it; how many sources these are."""

    field: str
    mention_ids: tuple[str, ...]
    sources: int


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values that reports give a field, in words, with those that give it; `sources` counts the independent ones."""

    value: str
    mention_ids: tuple[str, ...]
    article_ids: tuple[str, ...]
    sources: int


# The mode of a dispute in which no one value is given most often, as eventreport calls it.
INDETERMINATE = "Indeterminate"


@dataclass(frozen=True, slots=True)
class Dispute:
    """A field of an event on which articles give values that cannot both be true, the side with the most sources first.

    `mode` is the value that most reports give, "Indeterminate" where no one value is, as eventreport's `calc_mode` has it;
    `modal_confidence` the share of the reports with a value that back it; `dscore` the number of different values less one.
    """

    field: str
    sides: tuple[Side, ...]
    mode: str
    modal_confidence: float
    dscore: int


@dataclass(frozen=True, slots=True)
class Event:
    """What the ledger takes to have happened: a cluster of event mentions.

    Type, kind, parties and confidence are those of the surest mention. Date, place, status and the values of `detail` are those that most
    independent sources give, the more exact of equals; `support` has the mentions behind each. `sources` counts the independent sources: articles
    that are copies of one text are one. `judged` names the fields whose values a person gave.
    """

    id: str
    mention_ids: tuple[str, ...]
    type: str
    kind: Kind
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    symmetric: bool
    status: Status
    confidence: float
    when: str | None = None
    when_basis: WhenBasis | None = None
    where: Place | None = None
    article_ids: tuple[str, ...] = ()
    detail: Detail | None = None
    sources: int = 1
    support: tuple[Support, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    judged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """The row of another program's file that an imported event was read from.

    `raw` is the row as it stood there, its line end included, `header` the line of headings above it ("" without one), `row_id`
    what the row calls itself. `code` is its CAMEO code and `intensity` its score, as the row gives them.
    """

    format: str
    file: str
    line: int
    raw: str
    header: str = ""
    row_id: str | None = None
    code: str | None = None
    intensity: float | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """An event mention, alone or as the best of its event and with the record of them all, with what the ledger knows around it.

    `publisher`, `published` and `url` are those of its report; `event` is the whole of a coded event. An imported event has an `origin`; its mention has no evidence and no
    article, and its type is "" where PLOVER has none for the row.
    """

    mention: EventMention
    event_id: str
    mention_ids: tuple[str, ...]
    article_ids: tuple[str, ...]
    publisher: str | None
    published: str | None
    url: str | None
    origin: Origin | None = None
    event: Event | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """An event, coded or imported, without its words: what counting takes.

    `actors` and `recipients` are the codes of its parties ("" for one that is no state or body). `first_day` and `last_day` are ISO days of its
    date, or for want of one (`dated` is false) of its report's; None without either. `goldstein` is the score of a row that came
    with a CAMEO code: scores of other schemes are not on that scale. `sources`
    are the publishers of all its reports in the order of the alphabet (for a report without one its article's id, for an imported row its format);
    `reports` counts the articles. `disputed` names the fields on which reports disagree.
    """

    event_id: str
    type: str
    kind: str
    status: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    symmetric: bool
    first_day: str | None
    last_day: str | None
    dated: bool
    confidence: float
    goldstein: float | None
    sources: tuple[str, ...]
    reports: int
    disputed: tuple[str, ...]
    mode: str | None = None
    contexts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many articles the ledger has, and how many imported rows, that are of these days (ISO; None where undated)."""

    first_day: str | None
    last_day: str | None
    articles: int
    rows: int


@dataclass(frozen=True, slots=True)
class Judgement:
    """A recorded verdict by a program or a person; retracted by a new row that names it, never edited."""

    id: str
    verdict: str
    left_id: str
    right_id: str | None
    reason: str
    by: str
    made_at: str
    score: float | None = None
    value: str | None = None
    retracts: str | None = None


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely it is that two mentions of an event are one (0 to 1), and what speaks for it (above 0) and against it, in log odds."""

    left_id: str
    right_id: str
    score: float
    reasons: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Link:
    """How an event is related to another: it announces it, is part of it, or follows it. `inverse` turns the sentence round."""

    relation: str
    event_id: str
    inverse: bool


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the program over a ledger: what read it, with which model, data and options, and when."""

    id: str
    program: str
    model: str
    data: str
    options: str
    started: str
    finished: str | None = None
