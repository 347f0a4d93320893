"""DCAD, the Defense Cooperation Agreement Dataset (Kinne 2020, JCR 64:729-755): its treaty file and its file of dyads and years.

What the integers of its codebook mean is not published with the data: those columns stay empty, and their words stand in columns of
ours after its own. An agreement on one of the fields that its author names is a sector agreement, one on several or on defence as a
whole a general one. V1 holds agreements told to be on defence, V2 also those that only their context shows to be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO

from sanudo.details import SUBJECTS, Agreement
from sanudo.exchange.codes import codes_of
from sanudo.exchange.forms import Format, Losses
from sanudo.exchange.tables import Cell, LeftOut, Row, Rows, table, write_rows
from sanudo.exchange.told import Day, detail_of, doubtful, first_last, not_done, source, states, values
from sanudo.records import Entry
from sanudo.resources import state_name

COLUMNS = (
    "ccode1 cowName1 ccode2 cowName2 signDay signMonth signYear EIFDay EIFMonth EIFYear type category1 category2 category3 span "
    "renewType renewYears terminated durationActual endYearEstimate asymmetry categoryConf UNTS fullText sourceType source "
    "factivaConf factivaSign factivaEIF DCAid typeLabel category1Label category2Label category3Label terminatedLabel sourceTypeLabel"
).split()
DYAD_COLUMNS = (
    "ccode1 abbrev1 ccode2 abbrev2 year dcaGeneralV1 dcaGeneralV2 dcaSectorV1 dcaSectorV2 dcaAnyV1 dcaAnyV2"
).split()

_FIELDS = SUBJECTS[:10]
_DEFENCE = {*_FIELDS, "defence"}
_CONCLUDED = ("signed", "ratified", "in_force", "suspended", "ended")
_OVER = ("suspended", "ended")
# Categories that a treaty has columns for.
_CATEGORIES = 3
# No treaty is told to last for more years; a larger number is something else.
_LONGEST = 99
_YEAR_UNITS = {"year", "years"}


@dataclass(frozen=True, slots=True)
class _Treaty:
    """A bilateral defence agreement: its states by COW number, the lower first."""

    agreement: Agreement
    pair: tuple[tuple[int, str], tuple[int, str]]
    subjects: tuple[str, ...]
    stage: str
    day: Day
    years: int | None

    @property
    def sort(self) -> str | None:
        """general, sector, or None where only the context tells that it is on defence."""
        if not self.subjects:
            return None
        return "sector" if len(self.subjects) == 1 and self.subjects[0] in _FIELDS[1:] else "general"


def _treaty(entry: Entry) -> _Treaty | LeftOut:
    agreement = detail_of(entry, Agreement)
    if agreement is None:
        return LeftOut("no agreement")
    stage = agreement.stage.value if agreement.stage else None
    if stage not in _CONCLUDED:
        return LeftOut("an agreement not told to be signed or in force")
    if why := not_done(entry, staged=True):
        return LeftOut(why)
    subjects = tuple(subject for subject in values(agreement.subjects) if subject in _DEFENCE)
    if not subjects and "military" not in entry.mention.contexts:
        return LeftOut("an agreement that is not on defence")
    codes = states([*entry.mention.actors, *entry.mention.recipients])
    members = sorted((known.number, code) for code in codes if (known := codes_of(code)) and known.number)
    if len(codes) != 2 or len(members) != 2:
        return LeftOut("an agreement that is not of two states of the Correlates of War")
    lasts = agreement.duration
    years = int(lasts.value) if lasts and lasts.unit in _YEAR_UNITS and 1 <= lasts.value <= _LONGEST else None
    return _Treaty(agreement, (members[0], members[1]), subjects, stage, first_last(entry.mention)[0], years)


def _rows(entry: Entry, losses: Losses) -> Rows:
    treaty = _treaty(entry)
    if isinstance(treaty, LeftOut):
        return treaty
    row: dict[str, Cell] = {
        "span": treaty.years,
        "source": source(entry),
        "DCAid": entry.event_id,
        "typeLabel": treaty.sort,
        "terminatedLabel": treaty.stage if treaty.stage in _OVER else None,
        "sourceTypeLabel": "news report",
    }
    for place, (number, code) in enumerate(treaty.pair, 1):
        row |= {f"ccode{place}": number, f"cowName{place}": state_name(code)}
    for place, subject in enumerate(treaty.subjects[:_CATEGORIES], 1):
        row[f"category{place}Label"] = subject
    if event := {"signed": "sign", "in_force": "EIF"}.get(treaty.stage):
        day = treaty.day
        row |= {f"{event}Day": day.day, f"{event}Month": day.month, f"{event}Year": day.year}
    agreement = treaty.agreement
    losses.lose(
        instrument=agreement.instrument,
        titles=agreement.titles,
        signatories=agreement.signatories,
        first_time=agreement.first_time,
        supersedes=agreement.supersedes,
        further_subjects=treaty.subjects[_CATEGORIES:],
        doubt_about_the_date=doubtful(entry),
        place=entry.mention.where,
    )
    return [row]


def write_dyads(entries: Iterable[Entry], stream: IO[str]) -> Losses:
    """Write a row for each pair of states and each year that a dated agreement of theirs is known to hold in.

    That is the year of signing or of entry into force, and as many more as the report says that it lasts.
    """
    losses = Losses()
    years: dict[tuple[int, str, int, str, int], set[str]] = {}
    for entry in entries:
        treaty = _treaty(entry)
        if not isinstance(treaty, LeftOut) and (treaty.day.year is None or treaty.stage in _OVER):
            treaty = LeftOut("an agreement without the year in which it began")
        if isinstance(treaty, LeftOut):
            losses.left_out[treaty.why] += 1
            continue
        losses.written += 1
        (one, a), (other, b) = treaty.pair
        first = treaty.day.year or 0
        for year in range(first, first + (treaty.years or 1)):
            years.setdefault((one, a, other, b, year), set()).update(_marks(treaty))
    write_rows(stream, DYAD_COLUMNS, (_dyad_row(key, marks) for key, marks in sorted(years.items())))
    return losses


def _marks(treaty: _Treaty) -> Iterator[str]:
    for version in ("V1", "V2") if treaty.sort else ("V2",):
        yield f"dcaAny{version}"
        if treaty.sort:
            yield f"dca{treaty.sort.capitalize()}{version}"


def _dyad_row(key: tuple[int, str, int, str, int], marks: set[str]) -> Row:
    one, a, other, b, year = key
    row: dict[str, Cell] = {
        "ccode1": one,
        "abbrev1": _abbreviation(a),
        "ccode2": other,
        "abbrev2": _abbreviation(b),
        "year": year,
    }
    return row | {name: int(name in marks) for name in DYAD_COLUMNS if name.startswith("dca")}


def _abbreviation(code: str) -> str:
    known = codes_of(code)
    return known.abbreviation or code if known else code


FORMAT = Format("dcad", "defence agreements as rows of DCAD's treaty file", "csv", table(COLUMNS, _rows))
DYADS = Format("dcad-dyads", "defence agreements as rows of DCAD's file of dyads and years", "csv", write_dyads)
