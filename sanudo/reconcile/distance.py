"""How far two places lie from each other."""

from __future__ import annotations

import math

Point = tuple[float | None, float | None]
# The mean radius of the earth in kilometres.
EARTH = 6371.0
# Kilometres beyond which two places are two.
FAR = 250.0


def kilometres(one: Point, other: Point) -> float | None:
    """The distance of two points, each latitude and longitude in degrees, on a sphere; None where one has no coordinates."""
    if None in one or None in other:
        return None
    (a, b), (c, d) = ([math.radians(value or 0.0) for value in point] for point in (one, other))
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * EARTH * math.asin(math.sqrt(min(1.0, half)))
