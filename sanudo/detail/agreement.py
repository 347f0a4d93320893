"""Agreements: which instrument, what it is called, what about, how far it has come."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sanudo.detail.amounts import duration
from sanudo.detail.firsts import first_time
from sanudo.detail.instruments import INSTRUMENTS, STAGES, SUBJECTS
from sanudo.detail.leads import leads
from sanudo.detail.parties import acting
from sanudo.detail.passage import Passage, Span, first
from sanudo.detail.titled import titles
from sanudo.details import Agreement, Lead, Stated
from sanudo.records import Status

_MADE = r"sign(?:ed|s|ing)|inked|seal(?:ed|s|ing)|conclud(?:ed|es|ing)|initialled|ratif(?:ied|ies|ying)|reached|struck|clinched|entered into"
_VERB = re.compile(rf"\b(?:{_MADE}|sign)\b", re.IGNORECASE)
SIGNED = re.compile(
    r"\b(?:(?:was|were|been|being|be)\s)?(?:signed|inked|sealed|concluded|signs|signing|signature|put\s(?:\w+\s){0,2}(?:names?|signatures?|pens?)\sto)\b",
    re.IGNORECASE,
)
# Stages of which no other thing than an instrument can be.
_FORMAL = ("signed", "initialled", "ratified")
_ABOUT_IT = re.compile(
    r"\b(?:agreement|accord|treaty|pact|contract|protocol|convention|deal|memorandum|MoU|declaration|document)s?\b",
    re.IGNORECASE,
)
_REPLACES = re.compile(
    r"\b(?:(?:replac|supersed)(?:e|es|ed|ing)|(?:a|the) (?:replacement|successor) (?:of|to|for))\s(?=(?:the|an?|its|their|[A-Z\d])[^.;]{0,60}\b(?:agreement|accord|treaty|pact|contract|deal|memorandum|mou|one|convention|protocol|arrangement|declaration|exchange of (?:notes|letters))\b)",
    re.IGNORECASE,
)


# A signing and a withdrawal each have their own stages, whatever other verbs stand nearer.
_FITTING = {
    "SUPPORT": ("signed", "initialled", "ratified"),
    "SANCTION": ("ended", "suspended"),
    "REJECT": ("ended", "suspended", "proposed"),
    "AGREE": ("proposed", "submitted", "negotiated", "in_force", "suspended"),
}
_TO_COME = (Status.PLANNED, Status.POSSIBLE, Status.DEMANDED)
# Verbs that tell a stage only beside an instrument.
_VAGUE = re.compile(
    r"end\w*.*|want\w*|seek\w*|sought|consider\w*|discuss\w*|talks.*|suggest\w*|quit\w*|cancel\w*|scrap\w*|accept\w*|renew\w*|extend\w*|keep\w*|kept|call.*|urg.*|hop.*|ready.*|implement\w*|collapsed",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\b(?:agreement|accord|treaty|pact|deal|memorandum|understanding)\s(?:\w+\s){0,3}?between\s", re.IGNORECASE
)
_SIGN = r"(?:sign(?:ed|s)?|ink(?:ed|s)?|seal(?:ed|s)|conclud(?:ed|es)|initialled|penned|(?:put|puts|set|affixed|appended)\s(?:their|his|her)\s(?:names?|signatures?|pens?|initials))\b"
# "..., the foreign minister, and Chilean Foreign Minister X signed"
_SIGNS_AFTER = re.compile(
    rf"(?:,\s[^,.;]{{2,80}},)?(?:\s(?:and|with)\s[^.;]{{2,120}}?)?,?\s(?:(?:also|then|today|jointly|on\s\w+day|\w+day|have|has|had|will|would|are\sto|is\sto|formally|finally)\s){{0,4}}{_SIGN}"
)
_SIGNED_BY = re.compile(
    r"\b(?:signed|inked|sealed|initialled|concluded)\b[^.;]{0,60}?\sby\s(?:[^.;]{0,100}?\sand\s(?:(?:for|on\sbehalf\sof)\s[^,.;]{2,40}?\sby\s)?(?:by\s)?)?(?:the\s|its\s|his\s|her\s)?$"
)
_SAYS_OR_SEES = re.compile(
    r"[^.;]{0,50}?\b(?:said|says|told|revealed|announced|confirmed|disclosed|added|noted|looked\son|watched|witnessed|attended|stood\sby|presided)\b"
)
_BEFORE_WHOM = re.compile(r"\b(?:presence\sof|witnessed\sby|watched\sby|attended\sby)\s[^.;]{0,80}$", re.IGNORECASE)
# After a comma: the clause goes on with what the instrument does.
_PROVIDES = re.compile(
    r",\s(?:(?:under\s)?which|that)\s(?:also\s|will\s|would\s)?(?:call|provid|cover|allow|let|foresee|envisag|includ|giv|oblig|bind|commit|aim|establish|creat|grant|open|regulat|set|bar|ban|limit)\w*"
)
# "Has not yet ratified it".
_DENIED = re.compile(
    r"\b(?:not|never|n[’']t|yet\sto|without)\s(?:(?:yet|been|be|formally|so\sfar|fully)\s){0,2}$", re.IGNORECASE
)
# After a matter: an office or a body that has its name of it.
_OFFICE = re.compile(
    r"\s(?:ministers?|ministry|secretary|council|adviser|advisor|committee|commissioner|department|union|chief|officials?|forces|service)\b",
    re.IGNORECASE,
)
# What ends the clause that says what an instrument is about.
_CLAUSE_ENDS = re.compile(r"[,;:]\s(?!and\s)|[.!?](?:\s|$)|\s(?:after|while|when|who|which|said|despite|amid)\s")
# The words before an instrument that say of what sort it is, up to a verb, an article or a small word.
_MODIFIERS = re.compile(
    r"(?:(?!(?:an?|the|its|their|this|that|to|sign\w*|inked|ratif\w+|conclu\w+|of|in|on|for|with|under|and|both|two)\s)[\w’'-]+\s){0,5}$",
    re.IGNORECASE,
)


def agreement(passage: Passage) -> Agreement:
    """The record of an agreement."""
    told = passage.told
    instrument = _instrument(passage)
    stage = _stage(passage)
    return Agreement(
        instrument=instrument,
        titles=titles(passage, passage.going_on(_ABOUT_IT), instrument),
        subjects=_subjects(passage),
        stage=stage,
        signatories=_signatories(passage, stage),
        duration=duration(passage, tuple(_about_it(passage, told))) or duration(passage, _its_length(passage)),
        supersedes=_supersedes(passage),
        first_time=first_time(passage),
    )


def _instrument(passage: Passage) -> Stated | None:
    """The instrument that is signed: the first after the verb, or else the first before it."""
    for span in passage.told:
        found = [(match, value) for value, pattern in INSTRUMENTS for match in pattern.finditer(passage.text, *span)]
        if found:
            verb = _VERB.search(passage.text, *span)
            at = verb.end() if verb else span[0]
            match, value = min(
                found,
                key=lambda hit: (
                    not _beside_party(passage, hit[0].start()),
                    not 0 <= hit[0].start() - at < 60,
                    hit[0].start(),
                    -hit[0].end(),
                ),
            )
            return passage.stated(value, *match.span())
    return None


def _beside_party(passage: Passage, start: int) -> bool:
    """Whether a party's words end right before these: "the Turkish-Libyan memorandum"."""
    parties = (*passage.mention.actors, *passage.mention.recipients)
    return any(0 < p.end <= start <= p.end + 1 for p in parties)


def _subjects(passage: Passage) -> tuple[Stated, ...]:
    """What it is about: the words right before an instrument and in its clause after it."""
    places = [place for span in passage.told for place in _about(passage, span)]
    return _specific(tuple(_matters(passage, places)))[:3]


def _matters(passage: Passage, spans: Iterable[Span]) -> Iterator[Stated]:
    """The first words for each subject; those of an office ("defence minister") say none."""
    spans = tuple(spans)
    for subject, pattern in SUBJECTS:
        matches = (match for span in spans for match in pattern.finditer(passage.text, *span))
        if match := next((match for match in matches if not _OFFICE.match(passage.text, match.end())), None):
            yield passage.stated(subject, *match.span())


def _about(passage: Passage, span: Span) -> Iterator[Span]:
    """Where a sentence says what its instruments are about."""
    for _, pattern in INSTRUMENTS:
        for match in pattern.finditer(passage.text, *span):
            before = _MODIFIERS.search(passage.text, max(span[0], match.start() - 70), match.start())
            after = _CLAUSE_ENDS.search(passage.text, match.end(), span[1])
            if after and (more := _PROVIDES.match(passage.text, after.start(), span[1])):
                after = _CLAUSE_ENDS.search(passage.text, more.end(), span[1])
            end = min(after.start() if after else span[1], match.end() + 200)
            yield before.start() if before else match.start(), end


def _specific(found: tuple[Stated, ...]) -> tuple[Stated, ...]:
    """Without what says nothing more: "defence" in "defence technology", "peace" beside "ceasefire"."""
    near = sorted(found, key=lambda s: s.start)
    specific = {s.value for s in found} - {"defence", "security", "trade"}
    return tuple(
        s
        for s in near
        if s.value in specific or not any(o.value in specific and o.start <= s.start < o.end for o in near)
    )


def _stage(passage: Passage) -> Stated | None:
    """How far it has come: the verb nearest to the instrument, of those that fit the event. What is only planned is proposed."""
    for span in passage.told:
        nouns = [m.span() for _, pattern in INSTRUMENTS for m in pattern.finditer(passage.text, *span)]
        hits = [(value, m) for value, pattern in STAGES for m in pattern.finditer(passage.text, *span)]
        hits = (
            hits if nouns else [(value, m) for value, m in hits if value in _FORMAL or not _VAGUE.fullmatch(m.group())]
        )
        hits = [
            (value, m) for value, m in hits if not _DENIED.search(passage.text, max(span[0], m.start() - 30), m.start())
        ]
        fitting = _FITTING.get(passage.mention.type, ())
        hits = [hit for hit in hits if hit[0] in fitting] or hits
        if not hits:
            continue
        value, match = min(hits, key=lambda hit: (_apart(hit[1].span(), nouns), hit[1].start()))
        if value in ("signed", "negotiated") and passage.mention.status in _TO_COME:
            value = "proposed"
        return passage.stated(value, *match.span())
    return None


def _apart(verb: Span, nouns: list[Span]) -> int:
    """Characters between a verb and the nearest of these nouns."""
    return min((max(start - verb[1], verb[0] - end, 0) for start, end in nouns), default=0)


def _signatories(passage: Passage, stage: Stated | None) -> tuple[Lead, ...]:
    """Who put their names to it: of whom the words say that they signed, or else the parties of a signing that are persons."""
    signing = stage is not None and stage.value in ("signed", "initialled")
    spans = [
        s for s in passage.told if (signing and SIGNED.search(passage.text, *s)) or _BETWEEN.search(passage.text, *s)
    ]
    if not spans:
        return ()
    both = (*passage.mention.actors, *passage.mention.recipients)
    parties = acting(passage, [p for p in both if any(s[0] <= p.start < s[1] for s in spans)])
    others = (p for p in leads(passage, spans, {p.state for p in both}) if p.name or p.office)
    signers = (p for p in others if _signs(passage, p))
    kept = tuple(p for p in parties if _signs(passage, p) or not _only_there(passage, p))
    return (*kept, *(p for p in signers if not any(p.start < f.end and f.start < p.end for f in parties)))


def _only_there(passage: Passage, person: Lead) -> bool:
    """Whether somebody only says that it was signed, or looks on."""
    return (
        _SAYS_OR_SEES.match(passage.text, person.end, person.end + 80) is not None
        or _BEFORE_WHOM.search(passage.text, max(0, person.start - 100), person.start) is not None
    )


def _signs(passage: Passage, person: Lead) -> bool:
    return (
        _SIGNS_AFTER.match(passage.text, person.end, person.end + 220) is not None
        or _SIGNED_BY.search(passage.text, max(0, person.start - 200), person.start) is not None
    )


def _about_it(passage: Passage, spans: tuple[Span, ...]) -> Iterator[Span]:
    """Around each instrument, where its length stands: "a five-year deal", "a deal for ten years"."""
    for span in spans:
        if match := first(passage, [span], _ABOUT_IT):
            yield max(span[0], match.start() - 45), min(span[1], match.end() + 60)


# How a sentence begins that goes on about an instrument, and one that says how long it holds.
_OF_IT = re.compile(
    r"(?:It|This|Under\sit|The\s(?:[\w-]+\s){0,3}(?:agreement|accord|treaty|pact|contract|deal|memorandum|convention|protocol|document|instrument|arrangement))\b"
)
_HOLDS = re.compile(
    r"\b(?:runs?|lasts?|valid|stays?|remains?|in\sforce|renewable|renewed|expires?|term|period|covers?|years?\sfrom)\b",
    re.IGNORECASE,
)


def _its_length(passage: Passage) -> tuple[Span, ...]:
    """The sentence after it that says how long it holds."""
    return tuple(span for span in passage.continued(_OF_IT) if _HOLDS.search(passage.text, *span))


def _supersedes(passage: Passage) -> Stated | None:
    spans = (*passage.told, *passage.continued(_OF_IT))
    match = first(passage, spans, _REPLACES)
    span = next((s for s in spans if match and s[0] <= match.start() < s[1]), None)
    return passage.phrase(match.end(), span[1]) if match and span else None
