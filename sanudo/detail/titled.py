"""What an instrument is called: in quotation marks, in capitals, or by the words that tell its matter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sanudo.detail.passage import Passage, Span
from sanudo.detail.quoted import is_title, named, opening, quotations
from sanudo.details import Stated

_NOUNS = r"(?:Agreement|Accords?|Treaty|Treaties|Pact|Contract|Protocol|Convention|Memorandum(?: of Understanding)?|Declaration|Communiqu[eé]|Arrangement|Charter|Framework|Partnership|Deal|Plan|Act|Initiative)"
_NAMED = named(_NOUNS)
# Words before an instrument that tell nothing of its matter: praise, order, state of the work, number of parties, length.
_PLAIN = set(
    "a an the this that these those its their his her our any some no such each every both new old first second third final draft interim temporary provisional key major main big huge large "
    "historic landmark ambitious recent previous last next current existing original earlier later former future same similar separate framework other another different joint bilateral trilateral "
    "multilateral mutual common formal informal initial preliminary possible proposed planned potential long-term short-term secret confidential comprehensive wide important good great "
    "significant legal binding full direct controversial disputed written verbal official unprecedented so-called several two three four five six seven eight nine ten dozen year "
    "signed inked signing sign signs reach reached reaching making concluding concluded under made struck sealed sealing of and or on in to for by with as at from over after before "
    "into about without has have had is was were be will would been that which who new-found broker clinch strike seek negotiate finalize finalise conclude renew extend honour honor implement scrap end suspend approve ratify discuss offer propose reject violate breach join leave abandon revive save "
    "kill block review amend update expand enter sell make take build allow need want hold quick fair better bad lasting permanent stalled long-awaited long-delayed".split()
)
_ADJECTIVAL = re.compile(
    r"\w+-(?:backed|brokered|led|sponsored|mediated|year|month|day|point|dollar|page|old|signed|time|way|party|nation|country)$"
)
_WORDS_BEFORE = re.compile(r"(?:(?<![\w’'-])[a-z][a-z-]+\s){1,5}$")
# "Treaty on a tracking station", "protocol of accession".
_MATTER = re.compile(
    r"\s(?:on|of|for|regarding|concerning|against|in\sthe\sfield\sof)\s(?!(?:19|20)\d\d|\d|behalf|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]\w+uary|March|April|May|June|July|August|[A-Z]\w+ber|both|all|its|their|his|her|several|more|up|about|the\s(?:first|last|past|next|sidelines|same|country|two|second|time)|two|three|a\s(?:second|further)|this|that|such)"
)
_PARTIES = re.compile(r",\s|\s(?:between|among|with|signed|reached|concluded)\s")
_PLAIN_NOUN = re.compile(r"\b(?:agreement|accord|treaty|pact|contract|protocol|convention|memorandum)\b")
_ANOTHER = re.compile(r"\b(?:an?|another)\s(?:[\w-]+\s){0,3}$", re.IGNORECASE)
# The most words of a matter that is a part of a title.
_MOST = 10


def titles(passage: Passage, spans: tuple[Span, ...], instrument: Stated | None) -> tuple[Stated, ...]:
    """Titles in quotation marks and in capitals where the event is told; where there are none, what the words call the instrument, or a
    title in these sentences beside them: of "an agreement" only those after it, since what goes before is about another.
    """
    found = tuple(_proper(passage, passage.told))
    if found or instrument is None:
        return found
    if (words := _described(passage, instrument) or _described_again(passage)) is not None:
        return (words,)
    another = _ANOTHER.search(passage.text, max(0, instrument.start - 40), instrument.start)
    return tuple(_proper(passage, tuple(s for s in spans if not another or s[0] > instrument.start)))


def _seat(passage: Passage, matter: Stated) -> int:
    """Where words turn to the place that it was signed in ("in Asmara"), which is no part of its matter; their end where they do not."""
    place = passage.mention.where.place if passage.mention.where else None
    found = re.search(rf"\s(?:in|at)\s{re.escape(place)}$", matter.text) if place else None
    return matter.start + found.start() if found else matter.end


def _described_again(passage: Passage) -> Stated | None:
    """The same where another telling tells of the instrument."""
    found = (passage.words(*m.span()) for span in passage.told[1:] for m in _PLAIN_NOUN.finditer(passage.text, *span))
    return next((words for one in found if (words := _described(passage, one)) is not None), None)


def _proper(passage: Passage, spans: tuple[Span, ...]) -> Iterator[Stated]:
    seen: list[Span] = []
    for span in spans:
        inside = [s for s in quotations(passage, span) if _is_quoted_title(passage.text[slice(*s)])]
        capital = [
            (m.start() + opening(m.group()), m.end()) for m in _NAMED.finditer(passage.text, *span) if _is_named(m)
        ]
        for start, end in [*inside, *(() if _all_capitals(passage.text[slice(*span)]) else capital)]:
            if not any(s < end and start < e for s, e in seen):
                seen.append((start, end))
                yield passage.words(start, end)


def _all_capitals(line: str) -> bool:
    """Whether most words of a line begin with a capital, as in many headlines, so that capitals name nothing."""
    words = re.findall(r"[A-Za-z]\w{3,}", line)
    return len(words) > 3 and sum(word[0].isupper() for word in words) > 0.75 * len(words)


def _is_quoted_title(words: str) -> bool:
    return is_title(words) and (re.search(_NOUNS, words) is not None or len(words.split()) >= 3)


def _is_named(match: re.Match[str]) -> bool:
    """Whether capitals make a name of more than the noun, and are not a line all in capitals."""
    before = match.group()[opening(match.group()) : match.start("noun") - match.start()]
    return (bool(before.strip()) or match.end() > match.end("noun")) and not match.group().isupper()


def _described(passage: Passage, instrument: Stated) -> Stated | None:
    """The noun phrase around the instrument, where it tells more than that there is one."""
    span = next((s for s in passage.told if s[0] <= instrument.start < s[1]), (instrument.start, instrument.end))
    start = instrument.start
    before = _WORDS_BEFORE.search(passage.text, max(span[0], start - 60), start)
    for word in reversed(list(re.finditer(r"\S+", before.group())) if before else []):
        if word.group() in _PLAIN or _ADJECTIVAL.match(word.group()):
            break
        start = before.start() + word.start() if before else start
    end = instrument.end
    more = _MATTER.match(passage.text, end, span[1]) if instrument.value not in ("contract", "plan") else None
    if more and (matter := passage.phrase(more.end(), span[1])):
        parties = _PARTIES.search(passage.text, matter.start, matter.end)
        stop = min(parties.start() if parties else matter.end, _seat(passage, matter))
        end = stop if len(passage.text[more.end() : stop].split()) <= _MOST else end
    return passage.words(start, end) if (start, end) != (instrument.start, instrument.end) else None
