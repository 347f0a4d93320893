"""A network of states as a picture: states on a circle, edges by sign and strength."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from importlib import import_module
from itertools import groupby
from math import comb, cos, dist, pi, sin, sqrt
from textwrap import fill
from typing import Any

from sanudo.errors import UsageError
from sanudo.figures import Edge, Network, Node
from sanudo.present.networkwords import net_words, paragraphs, period_in_words
from sanudo.present.pictures import BLUE, VERMILLION, drawing, rendered
from sanudo.present.words import counted, listing
from sanudo.resources import state_name

Place = tuple[float, float]

# More states than these are not told apart on one circle, nor more edges; labels on edges need still more room.
_MOST_STATES, _MOST_EDGES, _MOST_LABELLED = 24, 90, 7
_WIDEST, _THINNEST = 8.0, 1.2  # points; among many edges half as wide
_CORE = 0.4  # of the width of a hostile edge is left white: without colours it is a double line
_DASHES, _DOTS = (0, (3, 2)), (0, (1, 0.6))
_INK, _QUIET, _PAPER = "#222222", "#6A6A6A", "#FFFFFF"
_BEND = 0.35  # long curves run near the middle, short ones along the circle
# Labels go to the first of these parts of their edge where they do not lie on others, which are at most so far off.
_ALONG = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74)
_LABEL_WIDTH, _LABEL_HEIGHT = 0.27, 0.14
_NAME = 13  # characters of a line of a name


def network_picture(network: Network, form: str) -> bytes:
    """The picture as SVG or PNG.

    Raises:
        UsageError: the network has no edges: there would be nothing to see.
        MissingExtraError: matplotlib is not installed.
    """
    if not network.edges:
        raise UsageError(next(paragraphs(network)))
    with drawing(7.2, 7.2) as picture:
        picture.set_layout_engine("none")
        _draw(network, picture)
        return rendered(picture, form)


def _draw(network: Network, picture: Any) -> None:
    nodes = _shown(network)
    codes = {node.state for node in nodes}
    every = [edge for edge in network.edges if set(edge.pair) <= codes]
    edges = every[:_MOST_EDGES]
    labelled = len(nodes) <= _MOST_LABELLED
    axes = picture.add_axes((0.02, 0.125, 0.96, 0.805))
    axes.set_axis_off()
    axes.set_aspect("equal")
    axes.set_xlim(-1.45, 1.45)
    axes.set_ylim(-1.22, 1.22)
    places = _places(nodes, gaps=not labelled)
    strongest = max(abs(edge.net) for edge in edges) or 1.0
    for edge in sorted(
        edges, key=lambda edge: (edge.sign < 0, abs(edge.net), edge.pair)
    ):  # conflict and strength on top
        _draw_edge(axes, edge, places, strongest, curved=not labelled)
    if labelled:
        for edge, place in zip(edges, _label_places(edges, places), strict=True):
            _label_edge(axes, edge, place)
    for node in nodes:
        _draw_node(axes, node, places[node.state], large=labelled)
    picture.text(0.5, 0.965, _title(network, nodes), ha="center", va="center", size=13, weight="bold")
    _legend(axes)
    caption = "\n".join(_caption(network, nodes, edges, len(every)))
    picture.text(0.5, 0.012, caption, ha="center", va="bottom", size=8, color=_QUIET)


def _shown(network: Network) -> Sequence[Node]:
    """The states in their order round the circle: as they were asked for, or else those with the most events by community."""
    if network.asked and len(network.nodes) <= _MOST_STATES:
        return network.nodes
    events = Counter[str]()
    for edge in network.edges:
        events.update(dict.fromkeys(edge.pair, edge.events))
    busiest = sorted(network.nodes, key=lambda node: (-events[node.state], node.state))[:_MOST_STATES]
    return sorted(busiest, key=lambda node: (node.community, -events[node.state], node.state))


def _places(nodes: Sequence[Node], gaps: bool) -> dict[str, Place]:
    """Points on the unit circle, the first on top, then clockwise; with a gap between communities."""
    groups = [list(group) for _, group in groupby(nodes, key=lambda node: node.community)] if gaps else [list(nodes)]
    between = 0.6 if len(groups) > 1 else 0.0
    step = 2 * pi / (len(nodes) + between * len(groups))
    places, at = {}, 0.0
    for group in groups:
        for node in group:
            places[node.state] = (sin(at), cos(at))
            at += step
        at += between * step
    return places


def _width(edge: Edge, strongest: float, widest: float) -> float:
    return _THINNEST if edge.turns_on_events else _THINNEST + (widest - _THINNEST) * sqrt(abs(edge.net) / strongest)


def _line(edge: Edge) -> Any:
    return _DASHES if edge.turns_on_events else _DOTS if edge.turns_on_talks else "solid"


def _colour(edge: Edge) -> str:
    return {1: BLUE, -1: VERMILLION, 0: _QUIET}[edge.sign]


def _draw_edge(axes: Any, edge: Edge, places: Mapping[str, Place], strongest: float, curved: bool) -> None:
    (x, y), (u, v) = places[edge.first], places[edge.second]
    bend = 1 - _BEND * dist((x, y), (u, v)) if curved else 1.0  # how far out the middle of the edge stays
    patch, paths = import_module("matplotlib.patches").PathPatch, import_module("matplotlib.path").Path
    path = paths([(x, y), ((x + u) / 2 * bend, (y + v) / 2 * bend), (u, v)], [paths.MOVETO, paths.CURVE3, paths.CURVE3])
    width = _width(edge, strongest, _WIDEST / 2 if curved else _WIDEST)
    style = {"facecolor": "none", "capstyle": "butt", "linestyle": _line(edge)}
    axes.add_patch(patch(path, edgecolor=_colour(edge), linewidth=width, alpha=0.75 if curved else 1, **style))
    if edge.sign < 0 and not edge.turns_on_events:
        axes.add_patch(patch(path, edgecolor=_PAPER, linewidth=width * _CORE, **style))


def _label_places(edges: Sequence[Edge], places: Mapping[str, Place]) -> list[Place]:
    """Where the labels of edges go, the first in the middle."""
    taken: list[Place] = []
    for edge in edges:
        (x, y), (u, v) = places[edge.first], places[edge.second]
        points = [(x + (u - x) * at, y + (v - y) * at) for at in _ALONG]
        taken.append(next((point for point in points if not any(_overlap(point, other) for other in taken)), points[0]))
    return taken


def _overlap(one: Place, other: Place) -> bool:
    return abs(one[0] - other[0]) < _LABEL_WIDTH and abs(one[1] - other[1]) < _LABEL_HEIGHT


def _label_edge(axes: Any, edge: Edge, place: Place) -> None:
    """Score and number of events."""
    words = f"{net_words(edge)}\n{counted(edge.events, 'event')}".replace("-", "\N{MINUS SIGN}")
    box = {"boxstyle": "round,pad=0.25", "facecolor": _PAPER, "edgecolor": _colour(edge), "linewidth": 0.8}
    axes.text(*place, words, ha="center", va="center", size=8, bbox=box, linespacing=1.1)


def _draw_node(axes: Any, node: Node, place: Place, large: bool) -> None:
    x, y = place
    axes.plot(
        [x], [y], marker="o", markersize=34 if large else 21, color=_PAPER, markeredgecolor=_INK, markeredgewidth=1.4
    )
    axes.text(x, y, node.state, ha="center", va="center", size=10 if large else 7, weight="bold")
    out = 1.17 if large else 1.11
    side = "center" if abs(x) < 0.15 else "left" if x > 0 else "right"
    axes.text(x * out, y * out, fill(state_name(node.state), _NAME), ha=side, va="center", size=9 if large else 7)


def _title(network: Network, nodes: Sequence[Node]) -> str:
    who = listing([state_name(node.state) for node in nodes]) if len(nodes) <= 5 else "Who stands how to whom"
    return f"{who} {period_in_words(network)}".rstrip()


def _legend(axes: Any) -> None:
    line = import_module("matplotlib.lines").Line2D
    keys = [
        line([], [], color=BLUE, linewidth=3.5),
        (line([], [], color=VERMILLION, linewidth=3.5), line([], [], color=_PAPER, linewidth=3.5 * _CORE)),
        line([], [], color=_INK, linewidth=_THINNEST, linestyle=_DASHES),
        line([], [], color=BLUE, linewidth=3.5, linestyle=_DOTS),
    ]
    words = ["net cooperation", "net conflict", "the sign turns on one report", "only by talks"]
    axes.legend(keys, words, loc="upper center", bbox_to_anchor=(0.5, 0.01), ncols=4, frameon=False, fontsize=8)


def _caption(network: Network, nodes: Sequence[Node], edges: Sequence[Edge], between: int) -> list[str]:
    """What is shown, in lines."""
    shown = "Width and number" if len(nodes) <= _MOST_LABELLED else "Width"
    lines = [f"{shown}: cooperation less conflict, in points of PLOVER intensity summed over events."]
    if len(nodes) < len(network.nodes):
        lines.append(
            f"The {len(nodes)} of {len(network.nodes)} states with the most events; those of a community stand together."
        )
    if len(edges) < between:
        lines.append(f"The {len(edges)} strongest of {between} edges between them.")
    if len(edges) == between < comb(len(nodes), 2):
        lines.append("Where there is no line, there were no events.")
    return lines
