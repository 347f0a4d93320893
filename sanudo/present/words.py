"""Small pieces of English, and text from reports made safe to show."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence

from sanudo.present.links import web_link
from sanudo.records import Article, Participant, Place, PublishedBasis, Reason, Refusal
from sanudo.resources import state_name

# States and bodies whose English name takes "the" inside a sentence.
_WITH_THE = (
    *("ARE", "BHS", "CAF", "COD", "COG", "COM", "CZE", "DOM", "EUR", "GBR"),
    *("GMB", "MDV", "MHL", "NLD", "PHL", "SLB", "UNO", "USA", "VAT"),
)

# Characters that turn the direction of text around: a name could make a line read as something else.
_TURNING = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])

# What the names of bodies end in that take "the"; an abbreviation takes none.
_BODY = re.compile(
    r"\b(?:Agency|Association|Bank|Commission|Committee|Community|Conference|Council|Court|Forum|Fund|League|Nations"
    r"|Organi[sz]ation|Union)\b"
)
# 0.29 * 100 is a little less than 29.
_TINY = 1e-6

# A part of a file, as an origin names it.
_PART = re.compile(r"(?:line|item) \d+")

REASONS: dict[Reason, str] = {
    Reason.NOT_STATED: "not stated",
    Reason.AMBIGUOUS: "more than one reading is possible",
    Reason.NO_PUBLICATION_DATE: "the date of publication is not known",
    Reason.FUTURE_DATE: "the date given lies in the future",
    Reason.UNKNOWN_NAME: "the name is not known",
    Reason.NOT_ENGLISH: "not in English",
    Reason.NO_TEXT: "no main text found",
    Reason.TOO_LONG: "too long",
    Reason.MISSING: "not found",
    Reason.EMPTY: "empty",
    Reason.BINARY: "not a text",
    Reason.BAD_ENCODING: "the encoding cannot be read",
    Reason.BAD_FORMAT: "the format is damaged or not what it says",
    Reason.DUPLICATE: "a second copy",
    Reason.NO_ARTICLES: "no articles in it",
}

PUBLISHED_BASES: dict[PublishedBasis, str] = {
    PublishedBasis.GIVEN: "date given by the reader",
    PublishedBasis.METADATA: "date from the page's metadata",
    PublishedBasis.FEED: "date from the feed",
    PublishedBasis.DATELINE: "date from the dateline",
    PublishedBasis.BYLINE: "date from the byline",
    PublishedBasis.URL: "date from the address",
}


def listing(items: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))


def counted(number: int, one: str, many: str | None = None) -> str:
    """`no events`, `1 event`, `2,000 events`; `many` for words that do not take an s."""
    words = one if number == 1 else many or one + "s"
    return f"{number:,} {words}" if number else f"no {words}"


def confidence_words(confidence: float) -> str:
    """`confidence 0.49`: cut off, not rounded, so that nothing looks surer than it is."""
    return f"confidence {int(confidence * 100 + _TINY) / 100:.2f}"


def capital(sentence: str) -> str:
    """The sentence with its first letter in upper case, the rest as it is."""
    return sentence[:1].upper() + sentence[1:]


def flat(text: str) -> str:
    """Text from a report without line breaks, control characters, and characters that turn the direction of text."""
    kept = (c for c in text.translate(_TURNING) if c.isspace() or unicodedata.category(c) not in ("Cc", "Cs"))
    return re.sub(r"\s+", " ", "".join(kept))


def one_line(text: str) -> str:
    """The same, without blanks at its ends."""
    return flat(text).strip()


def named(code: str) -> str:
    """The state or body as a sentence names it: `the United States`."""
    name = state_name(code)
    return f"the {name}" if code in _WITH_THE and not name.lower().startswith("the ") else name


def party_label(party: Participant) -> str:
    """A party as a table names it: groups and lesser bodies by their own name, where the report gives one."""
    return party.name if party.state in ("NSA", "IGO") and party.name else state_name(party.state)


def party_in_sentence(party: Participant) -> str:
    """A party as a sentence names it: `the African Union`, `Hamas`."""
    if not party.name or party.state not in ("NSA", "IGO"):
        return named(party.state)
    return f"the {party.name}" if party.state == "IGO" and _BODY.search(party.name) else party.name


def place_label(place: Place | None) -> str:
    """A place as a table names it: `The Hague, Netherlands`; empty where none is known."""
    return _place(place, state_name)


def place_in_sentence(place: Place | None) -> str:
    """A place as a sentence names it: `The Hague, the Netherlands`."""
    return _place(place, named)


def _place(place: Place | None, name: Callable[[str], str]) -> str:
    if not place:
        return ""
    country = name(place.country) if place.country else ""
    return ", ".join(distinct(filter(None, [place.place, country])))


def distinct(items: Iterable[str]) -> tuple[str, ...]:
    """The items once each, in order of first appearance."""
    return tuple(dict.fromkeys(items))


def article_name(article: Article) -> str:
    """What to call an article: its publisher and title, or the file it was read from."""
    return ": ".join(filter(None, [article.publisher, article.title])) or source_name(article.origin) or article.id


def source_name(origin: str) -> str:
    """Where something was read, without the folder, which is the reader's own affair: `feed.xml, item 3`."""
    path, mark, part = origin.rpartition("#")
    path, place = (path, f", {part}") if mark and _PART.fullmatch(part) else (origin, "")
    return (path if web_link(path) else re.split(r"[/\\]", path.rstrip("/\\"))[-1]) + place


def publisher_name(article: Article) -> str:
    """Who says it: the publisher, or else the file that says it."""
    return article.publisher or source_name(article.origin) or "publisher not known"


def refusal_words(refusal: Refusal) -> str:
    """A refusal in words: its note, which is made for a person, or else its reason."""
    return refusal.note or REASONS[refusal.reason]
