"""The values of a record in words: for explanations with the words they rest on, for briefs and tables without."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields

from sanudo.details import Amount, Detail, Item, Lead, Stated, Value, values
from sanudo.present.words import distinct, listing
from sanudo.resources import is_code, state_name

# What a brief leaves to the explanation: it quotes the words that hold it.
_NOT_IN_BRIEF = ("quotation", "voice", "speaker", "addressee", "topic", "purpose", "reason", "forecast", "stance")
_BOUNDS = {"exact": "", "about": "about ", "at_least": "at least ", "at_most": "up to "}
_NUMBERED = ("session", "edition")


def explained(detail: Detail | None) -> Iterator[tuple[str, str, str]]:
    """Each field's name, its values in words, and the words that they were read from."""
    for name, found in values(detail):
        yield label(name), "; ".join(map(value_words, found)), "; ".join(_read_from(value) for value in found)


def brief_words(detail: Detail | None) -> Iterator[str]:
    """The main values of a record in short: `items: 4 Mi-35 (combat helicopter)`; a bare name for what is claimed to be new."""
    for name, found in values(detail):
        if name == "first_time":
            yield "said to be the first time"
        elif name not in _NOT_IN_BRIEF:
            yield f"{label(name)}: {listing(distinct(map(value_words, found)))}"


def cell(detail: Detail | None, name: str) -> str:
    """One field of a record for a table; empty where it holds nothing. Of what is claimed to be new, the words of the claim."""
    value = getattr(detail, name, None) or ()
    if name == "first_time" and isinstance(value, Stated):
        return value.text
    return "; ".join(distinct(map(value_words, value if isinstance(value, tuple) else (value,))))


def label(name: str) -> str:
    """A field's name as people read it."""
    return name.replace("_", " ")


def value_words(value: Value) -> str:
    """A value in words, without those it was read from."""
    match value:
        case Stated(value=words):
            return state_name(words) if is_code(words) else words.replace("_", " ")
        case Amount():
            return amount_words(value)
        case Lead():
            return lead_words(value)
        case Item():
            return item_words(value)


def amount_words(amount: Amount) -> str:
    """`about 200 troops`, `USD 350,000,000`, `200 to 300 soldiers`; of an ordinal the number alone, as its field says what it counts."""
    number = " to ".join(_number(part) for part in (amount.value, amount.upto) if part is not None)
    if amount.unit in _NUMBERED:
        return number
    if len(amount.unit) == 3 and amount.unit.isupper():
        return f"{_BOUNDS[amount.bound]}{amount.unit} {number}"
    return f"{_BOUNDS[amount.bound]}{number} {amount.unit}".strip()


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def lead_words(lead: Lead) -> str:
    """`Alexander Fomin, Deputy Minister of Defence, Colonel General (Russia)`; of a body its words as they stand."""
    said = ", ".join(distinct(filter(None, (lead.name, lead.office, lead.rank))))
    if not said:
        return " ".join(lead.text.split())
    if lead.state is None or state_name(lead.state) in said:
        return said
    return f"{said} ({state_name(lead.state)})"


def item_words(item: Item) -> str:
    """`4 Mi-35 (combat helicopter)`, `about 30 tanks`, `missile`."""
    count = (
        amount_words(Amount(item.count.value, "", item.count.bound, "", 0, 0, item.count.upto)) if item.count else ""
    )
    several = item.count is not None and (item.count.value, item.count.upto) != (1, None)
    sort = _plural(item.sort) if item.sort and several and not item.designation else item.sort
    name = (
        f"{item.designation} ({item.sort})" if item.designation and item.sort else item.designation or sort or item.text
    )
    return f"{count} {name}".strip()


# Classes of equipment that have no other plural.
_SAME = (
    "craft",
    "artillery",
    "ammunition",
    "armour",
    "armor",
    "infantry",
    "equipment",
    "hardware",
    "gear",
    "weaponry",
    "police",
    "personnel",
)


def _plural(sort: str) -> str:
    """Several of a class: "tank" as "tanks"."""
    if sort.endswith(("s", *_SAME)):
        return sort
    return f"{sort[:-1]}ies" if sort.endswith("y") else f"{sort}s"


def _read_from(value: Value) -> str:
    elsewhere = ", in another report" if value.article_id else ""
    return f"“{value.text}” [{value.start} to {value.end}]{elsewhere}"


def columns(sorts: Iterable[type[Detail]]) -> tuple[str, ...]:
    """The fields of these records, in order, once each."""
    return distinct(field.name for sort in sorts for field in fields(sort))
