"""A network of states as a picture."""

from dataclasses import replace

import pytest
from networks import FOUND, NOTHING, PR

from sanudo.errors import UsageError

pytest.importorskip("matplotlib", reason="pip install 'sanudo[plots]'")
network_picture = pytest.importorskip("sanudo.present.networkplot").network_picture


@pytest.mark.parametrize(("form", "head"), [("svg", b"<?xml"), ("png", b"\x89PNG")])
def test_each_form_has_the_same_bytes_every_time(form: str, head: bytes) -> None:
    first = network_picture(FOUND, form)
    assert first == network_picture(FOUND, form)
    assert first.startswith(head)
    assert b"date" not in first[:2000].lower()


def test_signs_have_their_colours_and_a_thread_is_dashed() -> None:
    svg = network_picture(FOUND, "svg").decode()
    patches = [part for part in svg.split("<g id=") if part.startswith('"patch')]
    edges = [part for part in patches if "fill: none" in part and "Q" in part]
    assert [("#0072b2" in edge, "#d55e00" in edge, "stroke-dasharray" in edge) for edge in edges] == [
        (True, False, True),
        (True, False, False),
        (False, True, True),
    ]


def test_a_hostile_edge_is_a_double_line() -> None:
    whole = replace(FOUND, edges=(replace(PR, cooperation=0.0, conflict=9.0),))
    patches = [part for part in network_picture(whole, "svg").decode().split("<g id=") if part.startswith('"patch')]
    outer, core = [part for part in patches if "fill: none" in part and "Q" in part]
    assert ("#d55e00" in outer, "#ffffff" in core) == (True, True)


@pytest.mark.parametrize("count", [2, 4, 6, 7, 8, 36])
def test_few_and_many_states_are_drawn(count: int) -> None:
    codes = [f"A{chr(65 + n // 6)}{chr(65 + n % 6)}" for n in range(count)]
    edges = tuple(replace(PR, first=a, second=b) for a in codes for b in codes if a < b)
    nodes = tuple(replace(FOUND.nodes[0], state=code, community=1 + n // 12) for n, code in enumerate(codes))
    picture = network_picture(replace(FOUND, nodes=nodes, edges=edges, asked=()), "svg").decode()
    assert picture.count("fill: none") >= min(len(edges), 90)


def test_of_nothing_there_is_none() -> None:
    with pytest.raises(UsageError, match="there is no network to show"):
        network_picture(NOTHING, "svg")
