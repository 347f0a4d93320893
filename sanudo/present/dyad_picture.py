"""The series of a pair of states as a picture: what was done in each period, the score, and how much the ledger has of the time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from textwrap import wrap
from typing import Any

from sanudo.figures import Dyad, Point
from sanudo.present.dyads import how, title
from sanudo.present.pictures import BLACK, BLUE, GREY, ORANGE, SKY, VERMILLION, date_axis, drawing, rendered

_WIDTH, _HEIGHT = 7.5, 6.2  # inches: the width of a page
_NARROW = 0.85  # of a period that its bar takes
_LINE = 130  # characters under the picture


def dyad_picture(told: Dyad, form: str) -> bytes:
    """The picture as svg or png; of a pair with at least one event.

    Raises:
        MissingExtraError: matplotlib is not installed.
    """
    points = told.series[0].points
    with drawing(_WIDTH, _HEIGHT) as figure:
        deeds, score, cover = figure.subplots(3, 1, sharex=True, height_ratios=(4, 4, 1.6))
        figure.suptitle(f"{title(told)}, by {told.period}", fontsize=11, fontweight="bold", x=0.01, ha="left")
        _deeds(deeds, points)
        _score(score, told, points)
        _coverage(cover, points)
        date_axis(cover)
        foot = "\n".join(line for words in (how(told), *told.notes) for line in wrap(words, _LINE))
        figure.supxlabel(foot, fontsize=7, x=0.01, ha="left", color="#444444")
        return rendered(figure, form)


def _spans(points: Sequence[Point]) -> tuple[list[datetime], list[float]]:
    """The middle of each period, and the width of its bar in days."""
    starts = [datetime.fromisoformat(point.first_day) for point in points]
    lengths = [
        (datetime.fromisoformat(p.last_day) - start + timedelta(days=1))
        for p, start in zip(points, starts, strict=True)
    ]
    middles = [start + length / 2 for start, length in zip(starts, lengths, strict=True)]
    return middles, [length.days * _NARROW for length in lengths]


def _deeds(axes: Any, points: Sequence[Point]) -> None:
    middles, widths = _spans(points)
    up, down = [p.cooperation.value for p in points], [-p.conflict.value for p in points]
    axes.bar(middles, up, widths, color=BLUE, label="cooperation")
    axes.bar(middles, down, widths, color=VERMILLION, hatch="////", edgecolor="white", label="conflict")
    some = [n for n, point in enumerate(points) if point.events]
    sure = [n for n in some if points[n].net.low is not None]
    axes.plot([middles[n] for n in some], [points[n].net.value for n in some], "D", ms=3.5, color=BLACK, label="net")
    axes.vlines(
        [middles[n] for n in sure],
        [points[n].net.low for n in sure],
        [points[n].net.high for n in sure],
        color=BLACK,
        lw=0.9,
    )
    _frail(axes, [(middles[n], points[n].net.value) for n in _turning(points, "net")])
    axes.axhline(0, color=BLACK, lw=0.8)
    axes.set_title("What they did: intensity by period")
    axes.set_ylabel("points")
    axes.legend(ncols=4, loc="upper right", columnspacing=1.2, handlelength=1.4, bbox_to_anchor=(1, 1.14), fontsize=8)


def _score(axes: Any, told: Dyad, points: Sequence[Point]) -> None:
    days = [datetime.fromisoformat(point.last_day) for point in points]
    scores = [point.score for point in points]
    held = [score.low is not None and score.high is not None for score in scores]
    low = [score.value if score.low is None else score.low for score in scores]
    high = [score.value if score.high is None else score.high for score in scores]
    axes.fill_between(days, low, high, where=held, color=SKY, alpha=0.45, lw=0, label="interval" if any(held) else None)
    axes.plot(days, [score.value for score in scores], color=BLUE, lw=1.5, marker=".", ms=4, label="score")
    _frail(axes, [(days[n], scores[n].value) for n in _turning(points, "score")])
    axes.axhline(0, color=BLACK, lw=0.8)
    axes.set_title("Where they stand: score at the end of the period")
    axes.set_ylabel("points")
    axes.legend(ncols=4, loc="upper right", columnspacing=1.2, handlelength=1.4, bbox_to_anchor=(1, 1.14), fontsize=8)


def _turning(points: Sequence[Point], measure: str) -> list[int]:
    return [n for n, point in enumerate(points) if any(turn.measure == measure for turn in point.turns)]


def _frail(axes: Any, places: Sequence[tuple[datetime, float]]) -> None:
    """Mark values whose sign turns when one event or source is left out."""
    if places:
        at, values = zip(*places, strict=True)
        axes.plot(at, values, "o", ms=8, mfc="none", mec=ORANGE, mew=1.5, label="turns on one event or source")


def _coverage(axes: Any, points: Sequence[Point]) -> None:
    middles, widths = _spans(points)
    articles, rows = [point.articles for point in points], [point.rows for point in points]
    if any(articles):
        axes.bar(middles, articles, widths, color=GREY, label="articles")
    if any(rows):
        axes.bar(middles, rows, widths, bottom=articles, color="#D5D5D5", label="imported rows")
    axes.set_title("What the ledger has of the time, whoever it is about")
    axes.set_ylabel("number")
    axes.yaxis.get_major_locator().set_params(integer=True)
    if any(articles) or any(rows):
        axes.legend(ncols=2, loc="upper right", bbox_to_anchor=(1, 1.4), fontsize=8)
