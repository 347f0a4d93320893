"""SIPRI's trade register: a row for each kind of equipment that passes from a supplier to a recipient.

As in the register, ".." is what is not known and "?" marks what is uncertain; eleven lines stand before the headings. Trend-indicator
values are SIPRI's own measure and stay empty. SIPRI writes Latin-1; only ASCII is written here, which reads alike in Latin-1 and UTF-8.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import IO

from sanudo.details import Item, Transfer
from sanudo.exchange.forms import Format, Losses
from sanudo.exchange.tables import Cell, LeftOut, cell
from sanudo.exchange.told import detail_of, doubtful, first_last, label, labels, not_done, number, source, vague
from sanudo.records import Entry, Participant

COLUMNS = (
    *("Recipient", "Supplier", "Year of order", "", "Number ordered", "", "Weapon designation", "Weapon description"),
    *("Number delivered", "", "Year(s) of delivery", "status", "Comments"),
    *("SIPRI TIV per unit", "SIPRI TIV for total order", "SIPRI TIV of delivered weapons"),
)
# Eleven lines, one of them empty: who skips eleven lines and who takes the eleventh that is not empty both find the headings.
LEAD = (
    "Transfers of arms and equipment as news reports tell them.",
    "Written by Sanudo in the columns of the trade register of the SIPRI Arms Transfers Database.",
    "These are not data of SIPRI and were not checked by it.",
    "A row is one kind of equipment in one event. A report of an order and one of its delivery are two rows.",
    "'Number ordered' and 'Number delivered' are what the reports state.",
    "A '?' in the column after a value means that it is uncertain.",
    "'..' means that the reports do not say.",
    "'unknown supplier' and 'unknown recipient' stand for parties that the reports do not name.",
    "An asterisk marks an armed group that is no state.",
    "SIPRI trend-indicator values (TIV) are not computed.",
    "",
)
_UNKNOWN = ".."
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NO_ORDER = {"offered": "an offer", "cancelled": "a transfer that was cancelled"}


def write(entries: Iterable[Entry], stream: IO[str]) -> Losses:
    """Write the lead lines, the headings and the rows."""
    losses = Losses()
    stream.writelines(f"{line}\n" for line in LEAD)
    lines = csv.writer(stream, lineterminator="\n")
    lines.writerow(COLUMNS)
    for entry in entries:
        transfer = _transfer(entry)
        if isinstance(transfer, LeftOut):
            losses.left_out[transfer.why] += 1
            continue
        losses.written += 1
        losses.lose(first_time=transfer.first_time, place=entry.mention.where)
        for item in transfer.items:
            lines.writerow(_ascii(cell(value)) for value in _row(entry, transfer, item))
    return losses


def _transfer(entry: Entry) -> Transfer | LeftOut:
    transfer = detail_of(entry, Transfer)
    if transfer is None:
        return LeftOut("no transfer")
    stage = transfer.stage.value if transfer.stage else ""
    if stage in _NO_ORDER:
        return LeftOut(_NO_ORDER[stage])
    if why := not_done(entry, staged=bool(stage)):
        return LeftOut(why)
    if not transfer.items:
        return LeftOut("a transfer of equipment that is not named")
    if max(len(labels(side)) for side in (entry.mention.actors, entry.mention.recipients)) > 1:
        return LeftOut("a transfer without one supplier and one recipient")
    return transfer


def _row(entry: Entry, transfer: Transfer, item: Item) -> Iterator[Cell]:
    stage = transfer.stage.value if transfer.stage else ""
    ordered, delivered = stage in ("ordered", "licensed"), stage == "delivered"
    count, doubt = number(item.count), "?" if vague(item.count) else ""
    year = first_last(entry.mention)[0].year
    yield _party(entry.mention.recipients, "recipient")
    yield _party(entry.mention.actors, "supplier")
    yield year if ordered and year else _UNKNOWN
    yield "?" if ordered and year and doubtful(entry) else ""
    yield from (count, doubt) if ordered and count is not None else (_UNKNOWN, "")
    yield item.designation or _UNKNOWN
    yield item.sort or _UNKNOWN
    yield from (count, doubt) if delivered and count is not None else (_UNKNOWN, "")
    yield (_years(entry, transfer) if delivered else None) or _UNKNOWN
    yield ""
    yield "; ".join(_comments(entry, transfer, item, stage))
    yield from ("", "", "")


def _party(side: Iterable[Participant], role: str) -> str:
    party = next(iter(side), None)
    if party is None:
        return f"unknown {role}"
    return label(party) + "*" * (party.state == "NSA")


def _years(entry: Entry, transfer: Transfer) -> str | None:
    """2019, or 2019-2020: those that the words for the delivery name, or else those of the event."""
    named = _YEAR.findall(transfer.delivery.text) if transfer.delivery else []
    if named:
        return "-".join(dict.fromkeys((min(named), max(named))))
    return "-".join(dict.fromkeys(str(day.year) for day in first_last(entry.mention) if day.year)) or None


def _comments(entry: Entry, transfer: Transfer, item: Item, stage: str) -> Iterator[str]:
    if stage == "licensed":
        yield "licensed production"
    if not stage:
        yield f"{item.text} (stage not stated)"
    if transfer.value:
        yield f"value {transfer.value.text}"
    if transfer.delivery and stage != "delivered":
        yield f"delivery {transfer.delivery.text}"
    if told := source(entry):
        yield told


def _ascii(value: Cell) -> Cell:
    """Text in ASCII: letters without their accents, quotes and dashes made plain, what has no likeness a question mark."""
    if not isinstance(value, str):
        return value
    plain = unicodedata.normalize("NFKD", value.translate(_PLAIN))
    return "".join(c for c in plain if not unicodedata.combining(c)).encode("ascii", "replace").decode()


_PLAIN = str.maketrans("’‘ʼ“”–—−øØłŁđĐıß", "'''\"\"---oOlLdDis")

FORMAT = Format("sipri", "transfers as rows of SIPRI's trade register", "csv", write)
