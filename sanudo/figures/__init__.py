"""What analysis finds, as values: figures with the events behind each.

Days are ISO dates. Intensities are in points of the scale that is named: PLOVER's by type, or Goldstein's by CAMEO code,
both from -10 (conflict) to 10 (cooperation).
"""

from sanudo.figures.dyads import Change, Dyad, Estimate, Point, Series, Turn
from sanudo.figures.networks import TRIADS, Balance, Edge, Network, Node, Triad
from sanudo.figures.shifts import Burst, PairShifts, Reaction, Reactions, Shift, Stretch, Week

__all__ = [
    "TRIADS",
    "Balance",
    "Burst",
    "Change",
    "Dyad",
    "Edge",
    "Estimate",
    "Network",
    "Node",
    "PairShifts",
    "Point",
    "Reaction",
    "Reactions",
    "Series",
    "Shift",
    "Stretch",
    "Triad",
    "Turn",
    "Week",
]
