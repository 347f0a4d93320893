"""Numbers in digits and words, as exact as the text makes them: "some 200", "at least two dozen", "200 to 300", "1.5 million"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sanudo.detail.passage import Passage, Span
from sanudo.detail.times import MONTH
from sanudo.details import Amount

UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split()
    )
}
TENS = {
    word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
SCALES = {
    "dozen": 12, "score": 20, "hundred": 100, "thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9, "trillion": 1e12,
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "bln": 1e9, "b": 1e9, "tn": 1e12,
}  # fmt: skip
# Numbers that are only a plural: the least that it can mean.
PLURALS = {
    "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2e3, "tens of thousands": 2e4, "hundreds of thousands": 2e5, "millions": 2e6,
    "tens of millions": 2e7, "hundreds of millions": 2e8, "billions": 2e9,
}  # fmt: skip
_SPELLED = "|".join([*TENS, *sorted(UNITS, key=len, reverse=True)])
_SCALE = "dozen|hundred|thousand|lakh|million|crore|billion|trillion"
_SHORT = "mn|mln|bn|bln|tn|m|b|k"
_DIGITS = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?"
# A number: digits with or without a scale, or words. "A" counts only before a scale.
_NUMBER = (
    rf"(?:(?:{_DIGITS})(?:(?:[ -](?:{_SCALE})s?\b){{1,2}}|\s?(?:{_SHORT})\b)?"
    rf"|\b(?:{_SPELLED})\b(?:(?:[ -]|\sand\s)(?:{_SPELLED}|{_SCALE})\b){{0,8}}"
    rf"|\b(?:an?|half\s+a)\s(?:{_SCALE})\b(?:\sand\s(?:{_SPELLED})\b(?:[ -](?:{_SPELLED})\b)?)?"
    r"|\b(?:(?:(?:ten|hundred)s\sof\s)?(?:thousands|millions)|dozens|hundreds|billions|scores(?=\sof\b))\b)"
)
_ABOUT = r"about|some|around|nearly|almost|roughly|approximately|approx\.?|close to|circa|an estimated|estimated|estimated at|an additional estimated"
_LEAST = r"at least|more than|(?<!hand )(?<!handed )(?<!took )(?<!take )(?<!handing )over|no fewer than|no less than|not less than|upwards? of|a minimum of|in excess of"
_MOST = r"up to|as many as|as much as|at most|no more than|not more than|fewer than|less than|under|a maximum of"
NUMBER = re.compile(
    rf"(?:\b(?:(?P<about>{_ABOUT})|(?P<least>{_LEAST})|(?P<most>{_MOST})|(?P<between>between))\s)?"
    rf"(?<![\w.,/:’'$€£-])(?P<number>{_NUMBER})"
    rf"(?:\s?(?:to|and|or|-|–)\s?(?P<upto>{_NUMBER}))?(?P<odd>-odd\b|\sor\sso\b|\sor\smore\b)?",
    re.IGNORECASE,
)
_PIECE = re.compile(rf"(?P<digits>{_DIGITS})|[A-Za-z]+")
_DATED_BEFORE = re.compile(
    rf"\b(?:{MONTH})\s(?:the\s)?$|\b(?:in|since|by|from|until|year|No\.?|number|resolution|article)\s$",
    re.IGNORECASE,
)
_PRICED = re.compile(r"(?:\b(?:Rs\.?|US|USD|EUR|INR|PKR|GBP)|[$€£₹¥₽])\s?$")
_NO_COUNT_AFTER = re.compile(
    rf"\s?(?:st|nd|rd|th)\b|\s(?:{MONTH})(?!\w)|\s?(?:%|percent\b|per cent\b|[ap]\.?m\b)|:\d|-year-old|[-\s]years?[-\s]old"
    r"|[-\s]?(?:mm|cm|milli?met(?:re|er)s?|calib(?:re|er)|kgs?|lbs?|pounders?|[-\s](?:pound|kilo(?:gram|met(?:re|er))?|km|ton(?:ne)?|met(?:re|er)|mile|foot|ft)(?=[-\s]))\b",
    re.IGNORECASE,
)
_NO_ONE = re.compile(r"\b(?:no|any|every|some|each|this|that|which|the)\s$", re.IGNORECASE)
YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Number:
    """A number, "200 to 300" being 200 up to 300, how exact it is, and its span with the words that say so."""

    value: float
    upto: float | None
    bound: str
    start: int
    end: int

    def amount(self, unit: str, text: str, start: int | None = None, end: int | None = None) -> Amount:
        """The number as an amount of a unit, whose words may reach further."""
        start, end = self.start if start is None else start, self.end if end is None else end
        return Amount(self.value, unit, self.bound, text[start:end], start, end, self.upto)


def value_of(words: str) -> float | None:
    """What number words or digits mean; None for no number.

    Each part counts up to its scale: "two hundred and fifty thousand" is (2 · 100 + 50) · 1,000.
    """
    if (plural := " ".join(words.lower().split())) in PLURALS:
        return PLURALS[plural]
    total = part = 0.0
    seen = False
    for piece in _PIECE.finditer(words):
        word = piece.group().lower()
        word = word.removesuffix("s") if word.endswith("s") and word[:-1] in SCALES else word
        if piece["digits"]:
            part += float(word.replace(",", ""))
        elif word in ("a", "an"):
            part += 1
            continue
        elif word == "half":
            return None if not (rest := value_of(words[piece.end() :])) else rest / 2
        elif word in UNITS or word in TENS:
            part += UNITS.get(word, TENS.get(word, 0))
        elif word in SCALES:
            scale = SCALES[word]
            if scale >= 1000:
                total, part = total + (part or 1) * scale, 0.0
            else:
                part = (part or 1) * scale
        elif word == "and":
            continue
        else:
            return None
        seen = True
    return total + part if seen else None


def numbers(text: str, span: Span) -> Iterator[Number]:
    """Numbers that count something, in order: no dates, years, ordinals, ages, shares."""
    for match in NUMBER.finditer(text, *span):
        value = value_of(match["number"])
        if value is None or _counts_nothing(text, match):
            continue
        upto = value_of(match["upto"]) if match["upto"] else None
        if upto is not None and match["upto"] and not match["number"].lower().endswith(tuple(SCALES)):
            value = _same_scale(value, match["number"], match["upto"])
        if upto is not None and upto <= value:
            upto, after = None, match.end("number")  # "two and one" are no range
        else:
            after = match.end()
        yield Number(value, upto, _bound(match), match.start(), after)


def _counts_nothing(text: str, match: re.Match[str]) -> bool:
    start, end = match.span("number")
    if YEAR.fullmatch(match["number"]) and match["about"] is None and match["least"] is None:
        return True
    after = match.end("upto") if match["upto"] else end
    before = text[max(0, start - 14) : start]
    if match["number"].lower() == "one" and _NO_ONE.search(before):
        return True
    return bool(
        _NO_COUNT_AFTER.match(text, after)
        or _PRICED.search(before)
        or (match["number"][0].isdigit() and _DATED_BEFORE.search(before) and end - start < 3)
    )


def _same_scale(value: float, low: str, high: str) -> float:
    """ "10 to 12 million" are ten million to twelve."""
    scale = re.search(rf"(?:{_SCALE})s?$", high, re.IGNORECASE)
    plain = re.fullmatch(_DIGITS, low)
    return value * SCALES[scale.group().lower().removesuffix("s")] if scale and plain and value < 1000 else value


def _bound(match: re.Match[str]) -> str:
    if match["least"] or (match["odd"] or "").endswith("more"):
        return "at_least"
    if match["most"]:
        return "at_most"
    plural = " ".join(match["number"].lower().split()) in PLURALS
    return "about" if match["about"] or match["odd"] or plural else "exact"


# Words between a number and what it counts: "200 Russian special forces troops".
_BETWEEN = r"(?:\sand\s(?-i:[A-Z])[\w’'-]+|[-\s](?!(?:and|or|to|in|of|from|at|on|with|by|for|were|was|are|have|had|who|that|after|years?|days?|months?|weeks?|hours?)\b)[\w’'.-]+){0,5}?[-\s]"


def counting(nouns: str) -> re.Pattern[str]:
    """What follows a number of these things: the noun, in the group `noun`, and up to five words before it."""
    return re.compile(rf"(?:\sof(?:\s(?:the|its|their|his))?)?{_BETWEEN}(?P<noun>{nouns})\b", re.IGNORECASE)


def amounts(passage: Passage, spans: tuple[Span, ...], counted: re.Pattern[str]) -> Iterator[Amount]:
    """Numbers of what `counting` made a pattern of, with the noun as their unit."""
    for span in spans:
        for number in numbers(passage.text, span):
            after = counted.match(passage.text, number.end, span[1])
            if after:
                yield number.amount(after["noun"].lower(), passage.text, end=after.end())


_PERCENT = re.compile(rf"(?<![\w.,])(?P<number>{_NUMBER})\s?(?:%|per\s?cent\b)", re.IGNORECASE)


def percentages(passage: Passage, spans: tuple[Span, ...]) -> Iterator[Amount]:
    """Shares in per cent."""
    for span in spans:
        for match in _PERCENT.finditer(passage.text, *span):
            if (value := value_of(match["number"])) is not None:
                yield Number(value, None, "exact", *match.span()).amount("%", passage.text)


_DURATION = re.compile(
    r"[-\s](?P<unit>year|month|week|day)s?\b(?![-\s]old|\s(?:ago|later|earlier|before|after))", re.IGNORECASE
)


def duration(passage: Passage, spans: tuple[Span, ...]) -> Amount | None:
    """The first length of time ("five-year", "for a period of 18 months"), its unit in the plural."""
    for span in spans:
        for number in numbers(passage.text, span):
            if unit := _DURATION.match(passage.text, number.end, span[1]):
                return number.amount(unit["unit"].lower() + "s", passage.text, end=unit.end())
    return None
