"""A small network, and one of nothing."""

from dataclasses import replace

from sanudo.figures import Balance, Edge, Network, Node, Triad

PR = Edge("PAK", "RUS", 15.0, 0.0, 0.0, 2, 0, 4, ("Dawn", "TASS"), (), (), ("e1:1", "e1:2"), 0, 1)
IP = Edge("IND", "PAK", 0.0, 3.0, 0.0, 0, 1, 1, ("Dawn",), ("e1:3",), (), ("e1:3",), 0, 1)
IR = Edge("IND", "RUS", 5.5, 3.0, 2.5, 1, 1, 3, ("Dawn", "TASS"), ("e1:4",), ("TASS",), ("e1:4", "e1:5"), 0, 1)
FOUND = Network(
    since="2018-08",
    until="2018-08",
    asked=("RUS", "IND", "PAK", "CHN"),
    without=(),
    least=1,
    nodes=(
        Node("RUS", 2, 0, 17.5, 0.0, 1, 0.9, 1),
        Node("IND", 1, 1, 2.5, 3.0, 2, 1.0, 0),
        Node("PAK", 1, 1, 15.0, 3.0, 1, 1.0, 0),
        Node("CHN", 0, 0, 0.0, 0.0, 3, None, 0),
    ),
    edges=(PR, IP, IR),
    triads=(Triad(("IND", "PAK", "RUS"), "++-", ("IND", "RUS"), 2.5),),
    balance=Balance((0, 1, 0, 0), 0.0, 0.0),
    modularity=0.25,
    thin=0,
    undone=2,
    loose=1,
    undated=0,
)
NOTHING = replace(FOUND, nodes=(), edges=(), triads=(), balance=None, asked=(), undone=0, loose=0)
