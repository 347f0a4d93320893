"""What is done, as verbs tell it: "will be delivered", "has been training", "froze"; with what stands before and after the verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sanudo.detail.passage import Closed, Passage, Span

_AHEAD = r"will|would|shall|should|may|might|could|can|must|to"
_BE = r"is|are|was|were|am|be|been|being|gets?|got|remains?|remained|stays?|stayed"
_HAVE = r"has|have|had"
_SMALL = r"not|never|also|already|now|soon|still|yet|just|recently|currently|once|more|again|then|both|since|all|so|far|due|set|expected|about|going|likely|ready|[a-z]{3,}ly"
# Auxiliaries and adverbs that end where the verb begins: "is due to be", "have since".
_CHAIN = re.compile(
    rf"(?<![\w’'-])(?:(?:{_AHEAD}|{_BE}|{_HAVE}|does|do|did|{_SMALL}|in\s\w+|on\s\w+day)\s)+$", re.IGNORECASE
)
_AUXILIARY = re.compile(rf"(?<![\w’'-])(?:{_AHEAD}|{_BE}|{_HAVE}|does|do|did)\s", re.IGNORECASE)
_IS_AHEAD = re.compile(rf"(?<![\w’'-])(?:{_AHEAD})\s", re.IGNORECASE)
_IS_BE = re.compile(rf"(?<![\w’'-])(?:{_BE})\s", re.IGNORECASE)
# What stands before a noun or an adjective, not before a verb that has a subject.
_BEFORE_NOUN = re.compile(
    r"(?<![\w’'-])(?:an?|the|its|their|his|her|our|this|that|these|those|no|any|some|of|in|on|at|for|from|with|by|under|over|after|before|into|new|first|further|"
    r"additional|military|joint|foreign|\w+[’']s|\d+|two|three|four|five|six|ten)\s$",
    re.IGNORECASE,
)
# How far back auxiliaries are looked for.
_BACK = 60


@dataclass(frozen=True, slots=True)
class Act:
    """A verb or noun of a sense. `start` is that of its auxiliaries, `verb` of the word itself.

    `ahead`: told as yet to come ("will", "to"); `going_on`: as under way ("is ... ing"); `passive`: "was ... ed"; `finite`: told as done
    by somebody, not named by a noun or adjective.
    """

    sense: str
    start: int
    verb: int
    end: int
    ahead: bool
    going_on: bool
    passive: bool
    finite: bool


def acts(passage: Passage, span: Span, senses: Closed) -> Iterator[Act]:
    """The acts of these senses in a sentence, sense by sense; none that is denied by "not" or "never"."""
    for sense, pattern in senses:
        for match in pattern.finditer(passage.text, *span):
            act = _act(passage.text, span, sense, match.span())
            if act is not None:
                yield act


def _act(text: str, span: Span, sense: str, at: Span) -> Act | None:
    back = max(span[0], at[0] - _BACK)
    chain = _CHAIN.search(text[back : at[0]])
    words = chain.group() if chain else ""
    helped = _AUXILIARY.search(words)
    if re.search(r"\b(?:not|never)\s", words, re.IGNORECASE):
        return None
    verb = text[slice(*at)].partition(" ")[0].lower()
    being = bool(_IS_BE.search(words))
    gerund = verb.endswith("ing")
    return Act(
        sense,
        back + chain.start() + helped.start() if chain and helped else at[0],
        *at,
        ahead=bool(_IS_AHEAD.search(words)),
        going_on=gerund and being,
        passive=being and not gerund,
        finite=bool(helped)
        or not (gerund or text.startswith(" by ", at[1]) or _BEFORE_NOUN.search(text[back : at[0]])),
    )


def doers(passage: Passage, span: Span, act: Act) -> frozenset[str]:
    """The states of the last party named before an act in its sentence: the likeliest subject of an active verb."""
    before = list(passage.within((span[0], act.start)))
    return frozenset(before[-1].states) if before else frozenset()
