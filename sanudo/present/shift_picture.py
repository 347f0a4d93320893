"""The weeks of a pair of states with the days on which they changed, and their bursts, as a picture."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from textwrap import wrap
from typing import Any

from sanudo.errors import UsageError
from sanudo.figures import PairShifts, Week
from sanudo.present.pictures import BLACK, BLUE, GREY, ORANGE, SKY, VERMILLION, date_axis, drawing, rendered
from sanudo.present.shifts import burst_words, shift_words
from sanudo.present.words import capital, listing, named

_WIDTH, _HEIGHT, _LINE_HEIGHT = 7.5, 5.2, 0.14  # inches
_LINE = 145  # characters under the picture
_BAR = 0.9  # of a week
_ROOM, _STEP = 0.4, 0.14  # above the bars for the dates, and between two dates, of the height
_TURNS = {"conflict": "to conflict", "cooperation": "to cooperation", "more": "more of both", "less": "less of both"}
_KINDS = (  # label, colour, hatching, which of the counts, up or down
    ("words of cooperation", SKY, "", 0, 1),
    ("deeds of cooperation", BLUE, "", 1, 1),
    ("words of conflict", ORANGE, "////", 2, -1),
    ("deeds of conflict", VERMILLION, "xxxx", 3, -1),
)


def shift_picture(one: PairShifts, form: str) -> bytes:
    """The picture as svg or png.

    Raises:
        UsageError: there are no events between the two: there would be nothing to see.
        MissingExtraError: matplotlib is not installed.
    """
    if not one.weeks or not one.events:
        raise UsageError(one.note)
    days = [datetime.fromisoformat(week.first_day) for week in one.weeks]
    words = [*filter(None, [one.note]), *map(shift_words, one.shifts), *map(burst_words, one.bursts)]
    foot = [line for each in words for line in wrap(each, _LINE)]
    with drawing(_WIDTH, _HEIGHT + _LINE_HEIGHT * len(foot)) as figure:
        deeds, score, cover = figure.subplots(3, 1, sharex=True, height_ratios=(4, 2.6, 1.3))
        name = capital(listing([named(state) for state in one.pair]))
        figure.suptitle(f"{name}: when it changed", fontsize=11, fontweight="bold", x=0.01, ha="left")
        width = (days[1] - days[0] if len(days) > 1 else timedelta(days=7)) * _BAR
        _counts(deeds, days, one.weeks, width, bool(one.shifts))
        _bursts(deeds, one)
        deeds.legend(
            ncols=5, loc="lower right", bbox_to_anchor=(1.01, 1.0), columnspacing=1.0, handlelength=1.3, fontsize=7.5
        )
        _net(score, one, days)
        cover.bar(days, [week.coverage for week in one.weeks], width, align="edge", color=GREY)
        cover.set_title("Coverage: events between other states")
        cover.set_ylabel("a week")
        _mark((deeds, score, cover), deeds, one)
        cover.set_xlim(days[0], days[-1] + width)
        date_axis(cover)
        figure.supxlabel("\n".join(foot), fontsize=7, x=0.01, ha="left", color="#444444")
        return rendered(figure, form)


def _counts(axes: Any, days: Sequence[datetime], weeks: Sequence[Week], width: timedelta, mark_room: bool) -> None:
    """Bars of a week: cooperation upwards, conflict downwards, deeds outermost."""
    base = {1: [0.0] * len(weeks), -1: [0.0] * len(weeks)}
    for label, colour, hatch, which, sign in _KINDS:
        heights = [sign * week.counts[which] for week in weeks]
        axes.bar(
            days,
            heights,
            width,
            bottom=base[sign],
            align="edge",
            color=colour,
            hatch=hatch,
            edgecolor="white",
            lw=0,
            label=label,
        )
        base[sign] = [low + height for low, height in zip(base[sign], heights, strict=True)]
    axes.axhline(0, color=BLACK, lw=0.8)
    low, high = min(base[-1]), max(base[1])
    room = _ROOM if mark_room else 0.05
    axes.set_ylim(low - 0.05 * (high - low), high + room * (high - low))
    axes.yaxis.set_major_formatter(lambda value, _: f"{abs(value):g}")
    axes.set_ylabel("events a week")


def _net(axes: Any, one: PairShifts, days: Sequence[datetime]) -> None:
    """The net score of each week as points, and the mean of each stretch between changes as a line."""
    some = [
        (day, sum(w.counts) * w.intensity) for day, w in zip(days, one.weeks, strict=True) if w.intensity is not None
    ]
    axes.plot(*zip(*some, strict=True), "o", ms=3, color=GREY, label="week")
    stretches = [*(shift.before for shift in one.shifts[:1]), *(shift.after for shift in one.shifts)]
    for number, stretch in enumerate(stretches):
        ends = [datetime.fromisoformat(stretch.first_day), datetime.fromisoformat(stretch.last_day) + timedelta(days=1)]
        mean = stretch.a_week * (stretch.intensity or 0.0)
        axes.plot(ends, [mean, mean], color=BLACK, lw=1.8, label="" if number else "mean at usual coverage")
    axes.axhline(0, color=BLACK, lw=0.8)
    axes.set_title("Net: PLOVER intensities added up")
    axes.set_ylabel("points a week")
    axes.legend(ncols=2, loc="lower right", bbox_to_anchor=(1.01, 1.0), fontsize=7.5)


def _bursts(axes: Any, one: PairShifts) -> None:
    """A bracket over the days of each burst, on its side of the bars."""
    low, high = axes.get_ylim()
    tallest = {
        "cooperation": max(sum(w.counts[:2]) for w in one.weeks),
        "conflict": -max(sum(w.counts[2:]) for w in one.weeks),
    }
    for number, burst in enumerate(one.bursts):
        first, last = (
            datetime.fromisoformat(burst.first_day),
            datetime.fromisoformat(burst.last_day) + timedelta(days=1),
        )
        at = tallest[burst.side] + (high - low) * (0.02 if burst.side == "cooperation" else -0.02)
        axes.plot([first, last], [at, at], color=BLACK, lw=2.2, solid_capstyle="butt", label="" if number else "burst")


def _mark(all_axes: Sequence[Any], named_on: Any, one: PairShifts) -> None:
    """A line through all panels on the day of each change, a band for where it may lie, and its date."""
    for number, shift in enumerate(one.shifts):
        day = datetime.fromisoformat(shift.day)
        for axes in all_axes:
            axes.axvspan(
                datetime.fromisoformat(shift.earliest),
                datetime.fromisoformat(shift.latest) + timedelta(days=1),
                color="#E8E8E8",
                lw=0,
                zorder=0,
            )
            axes.axvline(day, color=BLACK, lw=1, ls=(0, (4, 2)))
        label = f"{day:%d %b %Y}\n{_TURNS[shift.direction]}"
        high = 0.99 - _STEP * (number % 2)
        named_on.annotate(
            label,
            (day, high),
            xycoords=("data", "axes fraction"),
            xytext=(3, 0),
            textcoords="offset points",
            va="top",
            fontsize=7.5,
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.8, "alpha": 0.85},
        )
