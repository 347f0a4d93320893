"""GSDB, the Global Sanctions Data Base (Felbermayr et al. 2020; Kirilakha et al. 2021): a row for each case of sanctions or aid held back.

A mark is 1 where the report names such a measure, empty where it does not. GSDB's lists of objectives and outcomes are not guessed
from the report's words, which stand in a column of ours at the end.
"""

from __future__ import annotations

from sanudo.details import Measure
from sanudo.exchange.forms import Format, Losses
from sanudo.exchange.tables import Cell, LeftOut, Rows, flag, table
from sanudo.exchange.told import detail_of, doubtful, first_last, labels, not_done, values
from sanudo.records import Entry

MEASURES = ("trade", "arms", "military", "financial", "travel", "other")
COLUMNS = (
    "case_id sanctioned_state sanctioning_state begin end trade descr_trade arms military financial travel other "
    "target_mult sender_mult objective success reason_words"
).split()


def _rows(entry: Entry, losses: Losses) -> Rows:
    measure = detail_of(entry, Measure)
    if measure is None:
        return LeftOut("no sanction and no aid held back")
    if why := not_done(entry):
        return LeftOut(why)
    senders, targets = entry.mention.actors, entry.mention.recipients
    if not senders or not targets:
        return LeftOut("a measure without a sender or a target")
    told = {value if value in MEASURES else "other" for value in values(measure.measures)}
    year = first_last(entry.mention)[0].year
    row: dict[str, Cell] = {
        "case_id": entry.event_id,
        "sanctioned_state": ", ".join(labels(targets)),
        "sanctioning_state": ", ".join(labels(senders)),
        "end" if measure.lifted else "begin": year,
        "target_mult": int(len(labels(targets)) > 1),
        "sender_mult": int(len(labels(senders)) > 1),
        "reason_words": measure.reason.text if measure.reason else None,
    }
    losses.lose(
        amount=measure.amount,
        scope=measure.scope,
        first_time=measure.first_time,
        doubt_about_the_date=doubtful(entry),
    )
    return [row | {name: flag(name in told) for name in MEASURES}]


FORMAT = Format("gsdb", "sanctions and aid held back as cases of GSDB", "csv", table(COLUMNS, _rows))
