"""Pictures as SVG or PNG: the same bytes for the same figures, legible in print and to the colour-blind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from io import BytesIO
from typing import Any

from sanudo.errors import MissingExtraError

# The colours of Okabe and Ito, which people with any common colour blindness tell apart.
BLUE, VERMILLION, ORANGE, SKY, BLACK = "#0072B2", "#D55E00", "#E69F00", "#56B4E9", "#000000"
GREY = "#999999"
_STYLE = {
    "font.family": "DejaVu Sans",  # matplotlib brings it: no machine draws with another
    "font.size": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlesize": 9,
    "axes.titlelocation": "left",
    "legend.frameon": False,
    "svg.hashsalt": "sanudo",
    "svg.fonttype": "path",
    "hatch.linewidth": 0.6,
    "savefig.dpi": 200,
}


@contextmanager
def drawing(width: float, height: float) -> Iterator[Any]:
    """A blank figure of this size in inches, in the style of the house.

    Raises:
        MissingExtraError: matplotlib is not installed.
    """
    try:
        matplotlib, figures = import_module("matplotlib"), import_module("matplotlib.figure")
    except ImportError as error:
        raise MissingExtraError("matplotlib draws the pictures; pip install 'sanudo[plots]'") from error
    with matplotlib.rc_context(_STYLE):
        yield figures.Figure(figsize=(width, height), layout="constrained")


def date_axis(axes: Any) -> None:
    """Dates along the bottom, shortened to what differs, so that they have room."""
    dates = import_module("matplotlib.dates")
    locator = dates.AutoDateLocator()
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(dates.ConciseDateFormatter(locator))


def rendered(figure: Any, form: str) -> bytes:
    """The figure as a file, with no date in it. Ask for it inside the block of `drawing`."""
    metadata = {"Date": None, "Creator": "sanudo"} if form == "svg" else {"Software": "sanudo"}
    file = BytesIO()
    figure.savefig(file, format=form, metadata=metadata)
    return file.getvalue()
