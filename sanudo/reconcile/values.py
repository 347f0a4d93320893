"""The values that reports give the fields of an event, and which of them can be true together.

"August" and "7 August" can, so can "Rawalpindi" and "Pakistan", "about 200" and "210", "at least 12" and "15". "2013" and "2014"
cannot. Words are never compared as words: two ways to say one thing are no dispute.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields

from sanudo import dates, resources
from sanudo.details import Amount, Item, Measure, Stated
from sanudo.reconcile.distance import FAR, kilometres
from sanudo.records import EventMention, Place, Status, WhenBasis

# A number that the text calls about so much may be a tenth off.
ABOUT = 0.1
# Two exact sums of money that differ by less are one, rounded.
ROUNDED = 0.05
# Days by which the dates of one happening may differ: it is tomorrow already where the other report was written.
TIME_ZONES = 1
# A month is often told as the next or the last one by reports around its end; a year is not.
MONTH = 31
WEEK, YEAR = 7, 300
# Words for the whole of what is suspended or forbidden.
WHOLE = re.compile(r"\b(?:all|every|entire|full|whole|total|complete)\b", re.IGNORECASE)
# Fields of records whose numbers are compared, and what differing says.
AMOUNTS = ("dead", "injured", "amount", "value", "number", "duration", "session", "edition")
SIZES = ("size",)
ITEMS = ("items", "weapons", "forces")

Span = tuple[int, int]


# The one field on which values are compared to choose the event's, but never called a dispute: three places in ten are read wrongly, and one happening
# may have several.
PLACE = "where"


@dataclass(frozen=True, slots=True)
class Given:
    """A value that a mention gives a field: in words, and as what it is compared by.

    `exact` orders values: of two that can be true together the larger says more.
    """

    field: str
    words: str
    mention: EventMention
    exact: float
    key: Span | Place | Status | Amount | Stated

    @property
    def unit(self) -> str:
        """What a number counts: those of two units are never compared."""
        return self.key.unit if isinstance(self.key, Amount) else ""


def given(mention: EventMention) -> Iterator[Given]:
    """All values of a mention that can be compared with those of another."""
    yield from _when(mention)
    if mention.where is not None:
        place = mention.where
        yield Given(PLACE, place.place or place.country or "", mention, float(place.place is not None), place)
    yield Given("status", str(mention.status), mention, 0.0, mention.status)
    yield from _of_record(mention)


def agree(one: Given, other: Given) -> bool:
    """Whether two values of one field can both be true."""
    return _AGREE[type(one.key)](one, other)


def _when(mention: EventMention) -> Iterator[Given]:
    """Its date as the report states it, or reckoned from its words; not one that only says when the report came out."""
    span = dates.bounds(mention.when) if mention.when else None
    if span is not None and mention.when_basis != WhenBasis.PUBLICATION:
        first, last = span[0].toordinal(), span[1].toordinal()
        yield Given("when", mention.when or "", mention, -math.log1p(last - first), (first, last))


def _of_record(mention: EventMention) -> Iterator[Given]:
    detail = mention.detail
    if detail is None:
        return
    for field in fields(detail):
        name, value = field.name, getattr(detail, field.name)
        if name in AMOUNTS and isinstance(value, Amount):
            yield _number(name, value, mention)
        for one in value if isinstance(value, tuple) else ():
            if name in SIZES and isinstance(one, Amount):
                yield _number(f"{name} ({one.unit})", one, mention)
            if name in ITEMS and isinstance(one, Item) and one.count and (one.designation or one.sort):
                yield _number(f"number of {one.designation or one.sort}", one.count, mention)
    if isinstance(detail, Measure) and detail.scope:
        yield Given("scope", detail.scope.value, mention, 0.0, detail.scope)


def _number(field: str, amount: Amount, mention: EventMention) -> Given:
    exact = {"exact": 2.0, "about": 1.0}.get(amount.bound, 0.0)
    return Given(field, amount.text, mention, exact, amount)


def _dates_agree(one: Given, other: Given) -> bool:
    if not (isinstance(one.key, tuple) and isinstance(other.key, tuple)):
        return True
    (a, b), (c, d) = one.key, other.key
    longest = max(b - a, d - c)
    slack = TIME_ZONES if longest < WEEK else MONTH if longest < YEAR else 0
    return max(a - d, c - b) <= slack


def _places_agree(one: Given, other: Given) -> bool:
    """Two places in different countries that lie far apart are two; an attack or a journey may have several places in one."""
    a, b = one.key, other.key
    if not (isinstance(a, Place) and isinstance(b, Place) and a.place and b.place and a.country != b.country):
        return True
    apart = kilometres((a.lat, a.lon), (b.lat, b.lon))
    return apart is None or apart <= FAR


def _statuses_agree(one: Given, other: Given) -> bool:
    """What one denies the other cannot tell as done."""
    return {one.key, other.key} not in ({Status.DENIED, Status.HAPPENED}, {Status.DENIED, Status.ONGOING})


def _amounts_agree(one: Given, other: Given) -> bool:
    a, b = one.key, other.key
    if not (isinstance(a, Amount) and isinstance(b, Amount)) or a.unit != b.unit:
        return True
    whose, others = _states_in(a.text), _states_in(b.text)
    if whose and others and whose.isdisjoint(others):
        return True  # "175 Armenian soldiers" and "85 U.S. soldiers" count different ones
    (low, high), (least, most) = _range(a), _range(b)
    money = len(a.unit) == 3 and a.unit.isupper()
    slack = ROUNDED * max(abs(low), abs(least)) if money else 0.0
    return low <= most + slack and least <= high + slack


def _states_in(words: str) -> set[str]:
    """The states that words name: "85 U.S. soldiers"."""
    named = (resources.parties().get(word) for word in re.findall(r"[A-Z][\w.’'-]*", words))
    return {name.state for name in named if name}


def _range(amount: Amount) -> tuple[float, float]:
    value = amount.value
    if amount.upto is not None:
        return value, amount.upto
    if amount.bound == "about":
        return value * (1 - ABOUT), value * (1 + ABOUT)
    return value if amount.bound != "at_most" else -math.inf, value if amount.bound != "at_least" else math.inf


def _scopes_agree(one: Given, other: Given) -> bool:
    """Only a whole and a part exclude each other: "all ties" and "security aid"."""
    if not (isinstance(one.key, Stated) and isinstance(other.key, Stated)):
        return True
    return bool(WHOLE.search(one.key.text)) == bool(WHOLE.search(other.key.text))


_AGREE: dict[type, Callable[[Given, Given], bool]] = {
    tuple: _dates_agree,
    Place: _places_agree,
    Status: _statuses_agree,
    Amount: _amounts_agree,
    Stated: _scopes_agree,
}
