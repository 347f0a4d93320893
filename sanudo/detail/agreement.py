"""Agreements: which instrument, what it is called, what about, how far it has come."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sanudo.detail.amounts import duration
from sanudo.detail.firsts import first_time
from sanudo.detail.leads import leads
from sanudo.detail.passage import Passage, Span, all_of, closed, first
from sanudo.detail.quoted import is_title, named, opening, quotations
from sanudo.details import Agreement, Lead, Stated
from sanudo.records import MentionLabel, Status

INSTRUMENTS = closed(
    memorandum=r"memorand(?:um|a|ums)(?: of (?:understanding|cooperation|intent|agreement))?|MoUs?",
    letter_of_intent=r"letters? of (?:intent|offer|acceptance)",
    treaty=r"treat(?:y|ies)",
    pact=r"pacts?",
    contract=r"contracts?",
    protocol=r"protocols?",
    convention=r"conventions?",
    accord=r"accords?",
    communique=r"communiqu[eé]s?|joint statement",
    declaration=r"declarations?",
    arrangement=r"arrangements?",
    agreement=r"agreements?|cease-?fires?|truces?",
    deal=r"(?<!to )(?<!good )(?<!great )deals?(?! with the (?:threat|problem|issue|crisis))",
    plan=r"(?:peace |action |work |road ?map |cooperation )plans?|roadmaps?",
)
SUBJECTS = closed(
    joint_exercises=r"joint (?:military )?(?:exercises?|drills?)",
    peacekeeping=r"peace-?keep\w+",
    defence_research=r"defen[cs]e (?:research|technolog\w+|science)|military (?:research|technolog\w+)",
    joint_weapons=r"(?:joint|co-?) ?(?:production|development)|co-?produc\w+",
    procurement=r"procure\w*|(?:arms|weapons?) (?:deals?|sales?|purchases?|suppl\w+)|purchase|acqui\w+|(?:buy|sell|sale of|deliver\w*|supply|supplies) (?:\w+ ){0,4}(?:helicopters?|aircraft|jets?|missiles?|fighters?|ships?|submarines?|tanks?|weapons?|arms|systems?)",
    officer_exchange=r"exchanges? of (?:officers|cadets)|officer exchanges?|(?:military )?personnel exchanges?",
    working_groups=r"working groups?|joint commission",
    training=r"training|train(?= \w+ (?:officers|troops|soldiers|pilots|forces|police))|military education",
    classified_information=r"classified|(?:intelligence|military information|information)[- ](?:sharing|exchange)|exchange of (?:information|intelligence)|GSOMIA",
    defence_policy=r"defen[cs]e (?:policy|consultations?|dialogue)",
    defence=r"defen[cs]e|military(?:-technical| cooperation| ties| base| aid| alliance)?|armed forces|nuclear (?:arms|weapons|forces)|missiles?",
    security=r"security|counter-?terroris\w+|terrorism|cease-?fires?|truce|peace|hostilities",
    trade=r"trade|tariffs?|econom\w+|commerc\w+|investments?|customs|exports?|imports?|free[- ]trade|market",
    energy=r"energy|gas|oil|nuclear (?:power|energy|plants?|programme|program|deal)|pipelines?|electricity|petroleum|LNG|uranium",
    transport=r"transport\w*|rail\w*|aviation|air services|flights?|ports?|roads?|shipping|transit",
    culture=r"cultur\w+|tourism|heritage|sports?|media",
    science=r"scien\w+|technolog\w+|space|research|academic|educational?|universit\w+",
    health=r"health\w*|vaccines?|medical|medicines?",
    migration=r"migra\w+|refugees?|visas?|asylum|readmission|deport\w+|labou?r",
    border=r"borders?|boundar(?:y|ies)|demarcation|maritime (?:boundary|delimitation)|territorial",
    justice=r"extradit\w+|prisoners?|judicial|legal assistance|crime|(?-i:courts?)|law enforcement|drug\w*",
    environment=r"climate|environment\w*|water|fish\w*|agricultur\w+|wildlife|emissions?",
)  # fmt: skip
_MADE = r"sign(?:ed|s|ing)|inked|seal(?:ed|s|ing)|conclud(?:ed|es|ing)|initialled|ratif(?:ied|ies|ying)|reached|struck|clinched|entered into"
_VERB = re.compile(rf"\b(?:{_MADE}|sign)\b", re.IGNORECASE)
SIGNED = re.compile(
    r"\b(?:(?:was|were|been|being|be)\s)?(?:signed|inked|sealed|concluded|signs|signing|signature)\b", re.IGNORECASE
)
_STAGES = closed(
    ended=r"withdr[ae]w\w*|pull(?:ed|s|ing)? out of|quit(?:s|ting)?|end(?:ed|s|ing) (?:its|the|their|a)|terminat\w+|scrap(?:ped|s|ping)?|cancel\w*|abrogat\w+|annul\w*|revok\w+|expir(?:ed|es|ing)|tor(?:e|n) up|ditched|abandon(?:ed|s|ing)?|renounc\w+|collapsed",
    suspended=r"suspend\w*|freez(?:es?|ing)|froze|put on hold",
    in_force=r"(?:came|come|comes|coming|entered|enters|enter|entering|went|goes|go) into (?:force|effect)|took effect|takes? effect|in force",
    ratified=r"ratif\w+",
    initialled=r"initial(?:l)?ed|initial(?:l)?ing",
    signed=r"signed|signs|signing|inked|(?:put|puts|putting|affix(?:ed|ing)?) (?:\w+ ){1,3}(?:names?|signatures?|pen) to|exchanged signatures|seal(?:ed|s)|conclud(?:ed|es)|signature|signatory|sign(?=s? (?:a|an|the|its|their|two|three|four|several)\b)|reached|clinched|struck(?! down)",
    submitted=r"submit\w*|tabled|handed over a draft",
    negotiated=r"negotiat\w+|hammer\w* out|finali[sz]\w+|talks on|discuss\w*",
    proposed=r"propos\w+|offer(?:ed|s|ing)?|suggest\w*|draft\w*|seek(?:s|ing)?|sought|want(?:s|ed)?|consider\w*",
)  # fmt: skip
# Stages of which no other thing than an instrument can be.
_FORMAL = ("signed", "initialled", "ratified")
_NOUNS = r"(?:Agreement|Accords?|Treaty|Treaties|Pact|Contract|Protocol|Convention|Memorandum(?: of Understanding)?|Declaration|Communiqu[eé]|Arrangement|Charter|Framework|Partnership|Deal|Plan|Act|Initiative)"
_NAMED = named(_NOUNS)
# "strategic military accord": two words or more before the noun say which.
_KIND_OF = re.compile(
    r"(?<![\w-])(?P<title>(?:(?!(?:a|an|the|new|first|second|joint|bilateral|draft|final|any|such|this|that|its|their|his|her|several|two|three|four|five|six|major|recent|previous|historic|landmark|interim|"
    r"signed|inked|signing|sign|of|and|on|in|to|for|by|with|under|as|year|long-term|proposed|similar|key|possible|separate|other|formal|initial)\b)[a-z][a-z-]+\s){2,3}"
    r"(?:agreement|accord|treaty|pact|contract|protocol|convention|deal))s?\b"
)
_ABOUT_IT = re.compile(
    r"\b(?:agreement|accord|treaty|pact|contract|protocol|convention|deal|memorandum|MoU|declaration|document)s?\b",
    re.IGNORECASE,
)
_REPLACES = re.compile(
    r"\b(?:(?:replac|supersed)(?:e|es|ed|ing)|(?:a|the) (?:replacement|successor) (?:of|to|for))\s(?=(?:the|an?|its|their|[A-Z\d])[^.;]{0,60}\b(?:agreement|accord|treaty|pact|contract|deal|memorandum|mou|one|convention|protocol)\b)",
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
    return Agreement(
        instrument=instrument,
        titles=tuple(_titles(passage)),
        subjects=_subjects(passage, instrument),
        stage=_stage(passage),
        signatories=_signatories(passage),
        duration=duration(passage, tuple(_about_it(passage, told))),
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
                found, key=lambda hit: (not 0 <= hit[0].start() - at < 60, hit[0].start(), -hit[0].end())
            )
            return passage.stated(value, *match.span())
    return None


def _titles(passage: Passage) -> Iterator[Stated]:
    """Titles in quotation marks and in capitals; where there are none, the words that say which sort it is."""
    seen: list[Span] = []
    for span in passage.going_on(_ABOUT_IT):
        inside = [
            s
            for s in quotations(passage, span)
            if is_title(passage.text[slice(*s)]) and _holds_noun(passage.text[slice(*s)])
        ]
        capital = [
            (m.start() + opening(m.group()), m.end()) for m in _NAMED.finditer(passage.text, *span) if _is_named(m)
        ]
        for start, end in [*inside, *capital]:
            if not any(s < end and start < e for s, e in seen):
                seen.append((start, end))
                yield passage.words(start, end)
    if not seen:
        for span in passage.told:
            for match in _KIND_OF.finditer(passage.text, *span):
                yield passage.stated(match["title"], *match.span("title"))
                return


def _holds_noun(words: str) -> bool:
    return re.search(_NOUNS, words) is not None or len(words.split()) >= 3


def _is_named(match: re.Match[str]) -> bool:
    """Whether capitals make a name of more than the noun, and are not a line all in capitals."""
    before = match.group()[opening(match.group()) : match.start("noun") - match.start()]
    return (bool(before.strip()) or match.end() > match.end("noun")) and not match.group().isupper()


def _subjects(passage: Passage, instrument: Stated | None) -> tuple[Stated, ...]:
    """What it is about: the words right before the instrument and in its clause after it."""
    if instrument is None:
        return ()
    span = next((s for s in passage.told if s[0] <= instrument.start < s[1]), None)
    if span is None:
        return ()
    before = _MODIFIERS.search(passage.text, max(span[0], instrument.start - 70), instrument.start)
    start = before.start() if before else instrument.start
    after = _CLAUSE_ENDS.search(passage.text, instrument.end, span[1])
    end = min(after.start() if after else span[1], instrument.end + 160)
    found = all_of(passage, [(start, end)], SUBJECTS)
    specific = {s.value for s in found} - {"defence", "security", "trade"}
    near = sorted(found, key=lambda s: s.start)
    # "Defence" in "defence technology", or "peace" beside "ceasefire", says nothing more.
    kept = [
        s
        for s in near
        if s.value in specific or not any(o.value in specific and o.start <= s.start < o.end for o in near)
    ]
    return tuple(kept[:3])


def _stage(passage: Passage) -> Stated | None:
    """How far it has come: the verb nearest to the instrument. What is only planned is not signed."""
    for span in passage.told:
        nouns = [m.span() for _, pattern in INSTRUMENTS for m in pattern.finditer(passage.text, *span)]
        hits = [(value, m) for value, pattern in _STAGES for m in pattern.finditer(passage.text, *span)]
        hits = hits if nouns else [(value, m) for value, m in hits if value in _FORMAL]
        if not hits:
            continue
        value, match = min(hits, key=lambda hit: (_apart(hit[1].span(), nouns), hit[1].start()))
        if value == "signed" and passage.mention.status in (Status.PLANNED, Status.POSSIBLE, Status.DEMANDED):
            value = "proposed"
        return passage.stated(value, *match.span())
    return None


def _apart(verb: Span, nouns: list[Span]) -> int:
    """Characters between a verb and the nearest of these nouns."""
    return min((max(start - verb[1], verb[0] - end, 0) for start, end in nouns), default=0)


def _signatories(passage: Passage) -> tuple[Lead, ...]:
    """Who signed, where the sentence says that somebody did."""
    states = {p.state for p in (*passage.mention.actors, *passage.mention.recipients)}
    spans = [span for span in passage.told if SIGNED.search(passage.text, *span)]
    return tuple(lead for lead in leads(passage, spans, states) if lead.name or lead.office)


def _about_it(passage: Passage, spans: tuple[Span, ...]) -> Iterator[Span]:
    """Around each instrument, where its length stands: "a five-year deal", "a deal for ten years"."""
    for span in spans:
        if match := first(passage, [span], _ABOUT_IT):
            yield max(span[0], match.start() - 45), min(span[1], match.end() + 60)


def _supersedes(passage: Passage) -> Stated | None:
    match = first(passage, passage.told, _REPLACES)
    span = next((s for s in passage.told if match and s[0] <= match.start() < s[1]), None)
    return passage.phrase(match.end(), span[1]) if match and span else None


_HELD_IN = re.compile(
    r"\b(?:hosted\sby|hosting|held\s(?:here\s)?(?:in|at)|took\splace\sin|convened\sin|in)\s(?:the\s)?$",
    re.IGNORECASE,
)


def hosts(passage: Passage, spans: tuple[Span, ...]) -> Stated | None:
    """The state in which it was held, as the words name it: "hosted by Qatar", "held in Doha"."""
    states = {p.state for p in (*passage.mention.actors, *passage.mention.recipients)}
    where = passage.mention.where.country if passage.mention.where else None
    for span in spans:
        for entity in passage.within(span):
            if entity.label in (MentionLabel.STATE, MentionLabel.CAPITAL) and len(entity.states) == 1:
                code = entity.states[0]
                before = _HELD_IN.search(passage.text, max(span[0], entity.start - 30), entity.start)
                if before and code in states and where in (None, code):
                    return passage.stated(code, entity.start, entity.end)
    return None
