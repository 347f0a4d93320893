"""What a visit, a meeting or a session is for, what is talked of there, and what comes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sanudo.detail.clauses import every_after, topics
from sanudo.detail.passage import Passage, Span, names_states
from sanudo.detail.times import DAY, MONTH
from sanudo.details import Stated
from sanudo.records import Kind, Status

_TALK = (
    r"(?:talk(?:s|ed|ing)?|spoke|speak(?:s|ing)?|discussions?|negotiat(?:e|es|ed|ing|ions?)|consultations?|consult(?:s|ed|ing)?|confer(?:s|red|ring)?|bargain(?:s|ed|ing)?|haggl(?:e|es|ed|ing)|views|"
    r"meetings?|summit|dialogue|conference|conversations?|(?:phone|telephone|video) calls?|brief(?:ed|ing)|(?:tele)?phoned|rang|round(?:\sof\stalks)?)"
)
# "Talks with the generals over the air hub": whom with may stand between; a day or an occasion after "on" is no matter.
_ON = (
    rf"(?:(?:about|over|regarding|concerning|with\sregard\sto)\s(?!(?:the\s)?(?:past|last|next|dinner|lunch|breakfast|weekend|phone|telephone|\d|a\s(?:day|week|month)|two|three|coffee|tea))|(?:on|upon)\s(?!(?:the\s)?(?:{DAY}|{MONTH}|\d+|"
    r"sidelines|margins|eve|occasion|basis|condition|behalf|arrival|phone|telephone|invitation|board|his|her|their|a\s(?:visit|trip|tour|day|date)|way|ground|same|other|one)\b))"
)
TOPIC = re.compile(
    r"\b(?:(?:discuss(?:ed|es|ing)?|took\sup|tak(?:e|en)\sup(?!\s(?:[\w’'-]+\s){0,3}(?:office|post|arms|residence|duties))|touch(?:ed|es|ing)?\s(?:on|upon)|dwelt\s(?:on|upon)|went\sover|deliberat(?:ed|ing)\s(?:on|upon)|review(?:ed|s|ing)?|deal(?:s|t|ing)\swith|devoted\s(?:\w+ly\s)?to)\s"
    r"(?:in\sdetail\s|the\s(?:issues?|matters?|question)\sof\s|issues\s(?:relating|related|pertaining)\sto\s|ways\s(?=to)|with\s(?:(?!on\b|about\b)[\w’'-]+\s){1,4}?(?:about\s)?(?=the\s|a\s))?"
    rf"|(?:{_TALK})\s(?:(?!(?:to|that|who|which|paid|pays?|call|calls|called|hand\w*|take|turn|took|win|went|he|she|they|it|has|had|have|was|were|is|are|will|would)\b)[\w’'-]+\s){{0,10}}?{_ON}"
    r"|(?:(?:will|to)\sfocus|focus(?:s?ed|s?es|s?ing)|cent(?:red|ered|re|er)s?)\s(?:on|around|upon)\s"
    r"|agenda\s(?:of|for|included|includes|covers|covered|will\sbe)\s|on\sthe\sagenda\s(?:was|were|is|are)\s|(?:matters|issues|topics)\s(?:including|such\sas|of)\s(?!mutual|common|the\svisit|the\stalks))",
    re.IGNORECASE,
)
# "Matters of training were discussed": what stands before.
_TALKED_OF = re.compile(
    r"(?:^|[,;:“\"]\s?|\bthat\s|\band\s)(?:(?:at|during|in)\swhich\s)?(?P<of>(?:[^\s,;:.]+\s){1,9}?)(?:was|were|will\sbe|is|are|had\sbeen|have\sbeen|has\sbeen|also)\s(?:also\s|being\s|to\sbe\s)?(?:discussed|gone\sover|reviewed|taken\sup|raised|on\sthe\sagenda|settled|among\sthe\s(?:topics|issues|matters))\b"
)
_ON_TOP = re.compile(
    r"(?:^|[,;:“\"]\s?|\bthat\s)(?P<of>(?:[^\s,;:.]+\s){1,7}?)(?:also\s)?(?:(?:topped|dominated|was\shigh\son|were\shigh\son|(?:is|are|was|were)\sexpected\sto\s(?:top|dominate))\sthe\s(?:agenda|talks|discussions|meeting)|featured\sin\sthe\s(?:talks|call|meeting))\b"
)
# "Trade talks", "the peace conference".
_TALKS_OF = re.compile(
    r"\b(?P<of>trade|border|boundary|peace|arms(?:\scontrol)?|nuclear|missile|security|climate|energy|gas|oil|water|tariffs?|fisheries|fishing|ceasefire|disarmament|reunification|migration|defen[cs]e|debt|investment|"
    r"accession|membership|status|maritime|prisoner(?:\s(?:swap|exchange))?|grain|transit|economic|military)\s(?:talks|negotiations|conference|summit|consultations)\b",
    re.IGNORECASE,
)
# A topic that says nothing.
_EMPTY = re.compile(
    r"(?:how|it|them|that|this|these|what|when|whether|issues?|matters?|visit|talks|the\s?|everything|other|others|progress|as well|as .*|.* well|matters of mutual interest|(?:particularly|especially|similarly|members of|coming|next|same)\b.*)",
    re.IGNORECASE,
)

_TRAVELS = (
    rf"(?:visit(?:ed|s|ing)?|trip|tour|travel\w*|arriv\w+|flew|fl(?:y|ies|ying)|went|c[ao]mes?|coming|head(?:s|ed|ing)|left\sfor|landed|sent|sends|dispatched|en\sroute|on\s(?:his|her|its|their|the)\sway|return(?:ed|s|ing)?|"
    rf"met|meet(?:s|ing)?|call(?:s|ed)?|rang|telephoned|phoned|talks|summit|conference|invit(?:ed|es|ing)|mission|here|there|stop(?:s|ped)?|journey|{DAY})"
)
# Words after which "to" begins no purpose: what is meant, bound or able to happen, and what is no infinitive.
_NO_AIM = (
    r"(?<!expected)(?<!scheduled)(?<!due)(?<!set)(?<!planned)(?<!plans)(?<!plan)(?<!wants)(?<!want)(?<!wanted)(?<!likely)(?<!agreed)(?<!able)(?<!ready)(?<!hopes)(?<!hoped)(?<!refused)(?<!failed)(?<!used)"
    r"(?<!\bis)(?<!are)(?<!was)(?<!were)(?<!had)(?<!has)(?<!have)(?<!began)(?<!decided)(?<!vowed)(?<!promised)(?<!pledged)(?<!thanks)(?<!according)(?<!seems)(?<!efforts)(?<!effort)(?<!first)(?<!attempt)(?<!desire)(?<!commitment)"
    r"(?<!urged)(?<!asked)(?<!told)(?<!invitation)(?<!continue)(?<!intends)(?<!offered)(?<!response)(?<!addition)(?<!called)"
)
_NO_DEED = (
    r"(?!(?:the|an?|his|her|its|their|this|that|be|have|visit|meet|travel|arrive|return|leave|come|go|fly|discuss|talk|date|which|whom|see\s(?!first|for|how|what)|hold\s(?:talks|discussions|meetings|consultations)|"
    r"take\splace|say|tell|include|host|him|them|us|me|you|also|other|all|both|two|three|four|five|several|some|many|parts|key|central|neighbou?r\w*|north\w*|south\w*|east\w*|west\w*|[a-z]+-[a-z]+)\b)"
)
# What may stand between the journey and its purpose: whom, where, when; no other deed.
_GAP = r"(?:[,\s]{1,2}(?!(?:who|which|that|was|were|be|been|has|had|have|will|would|persuade|while|but|or|initiative|plan|plans|decision|agreement|deal|pressure|move|moves|need|chance|opportunity|ability|authority|promise|leaves|makes|allows|seeks|ready|free|[a-z]+ed|to\s[a-z]{3,}(?<!the)(?<!his)(?<!her)(?<!its))\b|and\s[a-z])[\w’'().-]+){0,18}?"
_PURPOSE = re.compile(
    r"(?:goal|aim|purpose|object(?:ive)?|reason)\s(?:of|for|behind)\s(?:[\w’'-]+\s){1,6}?(?:is|was|are|were|will\sbe)\s(?:to\s)?"
    r"|\b(?:in\sa\sbid\sto|in\san?\s(?:\w+\s)?(?:effort|attempt)\sto|in\sorder\sto|with\sthe\s(?:aim|goal|purpose|intention)\sof|for\sthe\spurpose\sof|(?:talks|meeting|visit|trip|tour|summit|mission|conference|journey|call)\s(?:[\w’'-]+\s){0,6}?(?:aimed\sat|(?:designed|intended|meant)\sto)|aimed\sat)\s"
    rf"|\b{_TRAVELS}\b{_GAP}{_NO_AIM},?\s(?P<of>(?:to\s{_NO_DEED}(?=[a-z]{{3,}})|for\sthe\s(?=(?:[\w’'-]+\s){{0,3}}(?:funeral|burial|inauguration|signing|opening|launch|ceremon|celebration|anniversary|swearing|coronation|wedding|enthronement|parade))))",
)
_SORT_OF_VISIT = re.compile(
    r"\b(?P<of>good\s?-?will|fact-finding|condolence|mediation|peace|inspection)\s(?:visit|mission|trip|tour)\b",
    re.IGNORECASE,
)

_SIDES = r"(?:(?:both|two|the)\s)?(?:sides|countries|nations|leaders|ministers|presidents|parties|they|it|delegations|neighbou?rs|governments|commission|committee|council|board|panel|group|session|participants|co-chairs|two|talks|meeting|visit|summit|and(?=\s(?:also\s)?(?:agreed|signed|settled|reached|issued|broke\sup|failed)))"
_CAME = r"(?:agreed|decided|pledged|resolved|undertook|settled|signed|reached|issued|adopted|approved|failed|endorsed|upgraded|finali[sz]ed|made\s(?:no\s)?progress|set\sup|established|(?:ended|closed|concluded)(?=\s(?:with|without|inconclusively|in\s(?:agreement|deadlock|failure|acrimony|stalemate|disarray)|by\s\w+ing)\b)|broke\sup)"
_OUTCOME = re.compile(
    rf"\b{_SIDES}\s(?:have\s|had\s|also\s|has\s|later\s|then\s|eventually\s|further\s)*(?P<of>{_CAME}\s(?!(?:on\s)?{DAY}|(?:a|an|the|his|her|its|their)\s(?:[\w-]+\s){{0,3}}(?:visit|trip|tour)\b|here\b|in\s(?!agreement|deadlock|failure|acrimony|stalemate|disarray))(?:\w+))"
    r"|\b(?:led\sto|resulted\sin|produced|yielded|culminated\sin)\s(?P<of2>(?:an?\s|the\s)?(?:[\w-]+\s){0,3}(?:agreements?|accords?|deals?|pacts?|understanding|declaration|statement|breakthrough|memorand\w+|treaty))"
    r"|\b(?P<of3>(?:without|no)\s(?:any\s|an\s|a\s|major\s|visible\s)*(?:agreement|breakthrough|progress|result|deal|accord)s?\b)"
    r"|\b(?P<of4>joint\s(?:statement|communiqu[eé]|declaration))\b",
    re.IGNORECASE,
)


# How a sentence begins that goes on about those who met.
GOES_ON_SO = re.compile(
    r"(?:They|It|Both|The\s(?:two|three|sides|parties|leaders|ministers|presidents|talks|meeting|session|visit|summit|committee|commission|council|board|panel))\b"
)


def talked_of(passage: Passage, spans: tuple[Span, ...]) -> tuple[Stated, ...]:
    """The matters that are talked of."""
    found = [
        topic
        for topic in topics(passage, spans, TOPIC)
        if not _EMPTY.fullmatch(topic.value) and topic.value[0] not in "`'‘“" and not names_states(passage, topic)
    ]
    found += [*_named_in(passage, spans, _TALKED_OF), *_named_in(passage, spans, _ON_TOP)]
    if not found and passage.mention.kind is not Kind.VISIT:
        found += _named_in(passage, passage.told, _TALKS_OF)
    return tuple(f for n, f in enumerate(found) if not any(f.start < o.end and o.start < f.end for o in found[:n]))


def _named_in(passage: Passage, spans: tuple[Span, ...], pattern: re.Pattern[str]) -> Iterator[Stated]:
    """The groups `of` of what fits in these sentences, pronouns and empty words left out."""
    for span in spans:
        for match in pattern.finditer(passage.text, *span):
            words = passage.words(*match.span("of"))
            if len(words.value) > 2 and not _EMPTY.fullmatch(words.value):
                yield words


def purpose(passage: Passage) -> Stated | None:
    """What a journey or talks should bring about, or mark."""
    return next(every_after(passage, passage.told, _PURPOSE), None) or next(
        _named_in(passage, passage.told, _SORT_OF_VISIT), None
    )


def outcome(passage: Passage, spans: tuple[Span, ...]) -> Stated | None:
    """What came of it; of what is still to come, nothing did."""
    if passage.mention.status not in (Status.HAPPENED, Status.ONGOING):
        return None
    after = tuple(span for span in passage.near if GOES_ON_SO.match(passage.text, *span))
    for span in dict.fromkeys((*spans, *after)):
        for match in _OUTCOME.finditer(passage.text, *span):
            start = next(match.start(name) for name in ("of", "of2", "of3", "of4") if match[name])
            if found := passage.phrase(start, span[1]):
                return found
    return None
