"""A network of states in words, tables and JSON."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from sanudo.figures import TRIADS, Balance, Edge, Network, Triad
from sanudo.present.datewords import date_words
from sanudo.present.tables import Table
from sanudo.present.words import capital, counted, listing, named
from sanudo.resources import state_name
from sanudo.serial import plain

# A table of all states has thousands of edges; what is weaker is in the JSON.
SHOWN = 20
# Properties of edges, triads and the balance that their JSON has beside the fields.
_ALSO = {
    "edges": ("net", "sign", "events", "turns_on_talks"),
    "triads": ("balanced",),
    "balance": ("triads", "share"),
}


def period_in_words(network: Network) -> str:
    """`in August 2018`, `from 2014 to May 2016`, `since 2014`; empty where there is no bound."""
    since, until = (date_words(date) if date else "" for date in (network.since, network.until))
    if since == until:
        return f"on {since}" if since[:1].isdigit() and " " in since else f"in {since}" if since else ""
    return f"from {since} to {until}" if since and until else f"since {since}" if since else f"until {until}"


def paragraphs(network: Network) -> Iterator[str]:
    """What there is, how balanced, which communities, what hangs on a thread, and what is left out."""
    yield _extent(network)
    yield from _alone(network)
    if network.edges:
        yield _balance_words(network.balance)
        yield from _communities(network)
        yield from _threads(network)
    yield from _left_out(network)


def _extent(network: Network) -> str:
    period = period_in_words(network)
    if not network.edges:
        who = (
            f"between any two of {listing([named(code) for code in network.asked])}"
            if network.asked
            else "between two states"
        )
        return f"The ledger has no events {who} {period}".rstrip() + ": there is no network to show."
    events = {id for edge in network.edges for id in edge.event_ids}
    sources = {source for edge in network.edges for source in edge.sources}
    states = len({code for edge in network.edges for code in edge.pair})
    found = (
        f"{counted(len(events), 'event')} between {counted(states, 'state')} in {counted(len(network.edges), 'pair')}, "
        f"from {counted(len(sources), 'source')}."
    )
    return capital(f"{period}, {found}" if period else found)


def _alone(network: Network) -> Iterator[str]:
    met = {code for edge in network.edges for code in edge.pair}
    alone = [named(code) for code in network.asked if code not in met]
    if network.edges and alone:
        yield f"No events of {listing(alone)} with the others."


def _balance_words(balance: Balance | None) -> str:
    if balance is None:
        return "No three states have signed edges among all of them: nothing can be said of balance."
    balanced = balance.kinds[0] + balance.kinds[2]
    words = f"Balanced: {balanced:,} of {counted(balance.triads, 'triad')} ({balance.share:.0%})"
    if not balance.deviation:
        return f"{words}; too few, or too much alike, to be compared with chance."
    return f"{words}; if the same signs fell on these edges at random, {balance.expected:.0%} would be, give or take {_points(balance.deviation)}."


def _points(share: float) -> str:
    return f"{share * 100:.1f} points" if share < 0.095 else f"{share * 100:.0f} points"


def _communities(network: Network) -> Iterator[str]:
    members: defaultdict[int, list[str]] = defaultdict(list)
    for node in network.nodes:
        members[node.community].append(state_name(node.state))
    groups = [names for _, names in sorted(members.items()) if len(names) > 1]
    if groups and len(network.nodes) <= SHOWN:
        apart = " | ".join(", ".join(names) for names in groups)
        yield f"Who belongs together: {apart} (modularity {network.modularity:.2f})."
    elif groups:
        sizes = listing([str(len(names)) for names in groups])
        yield f"{counted(len(groups), 'community', 'communities')} of {sizes} states (modularity {network.modularity:.2f})."


def _threads(network: Network) -> Iterator[str]:
    """What the signs of edges hang on."""
    threads = {
        "one report": [edge for edge in network.edges if edge.turns_on_events],
        "one source": [edge for edge in network.edges if edge.turns_on_sources],
    }
    every = counted(len(network.edges), "edge")
    for thread, edges in threads.items():
        if edges:
            yield f"{len(edges):,} of {every} would change or lose {_whose(edges)} without {thread}{_named(edges)}."
    if talking := [edge for edge in network.edges if edge.turns_on_talks]:
        are = "is" if len(talking) == 1 else "are"
        yield f"{len(talking):,} of {every} {are} friendly only by talks, which rivals hold too{_named(talking)}."
    sources = {source for edge in network.edges for source in edge.sources}
    if len(sources) == 1:
        yield f"All of it rests on one source: {sources.pop()}."


def _whose(edges: list[Edge]) -> str:
    return "its sign" if len(edges) == 1 else "their signs"


def _named(edges: list[Edge]) -> str:
    return f": {listing([pair_words(edge) for edge in edges])}" if len(edges) <= SHOWN // 2 else ""


def _left_out(network: Network) -> Iterator[str]:
    if network.without:
        yield f"Left out, as asked: events of type {listing(network.without)}."
    if network.thin:
        yield f"Left out: {counted(network.thin, 'pair')} of fewer than {counted(network.least, 'event')}."
    if network.undone:
        yield f"Left out: {counted(network.undone, 'event')} only planned, possible, denied or demanded."
    if network.loose:
        yield f"Left out: {counted(network.loose, 'event')} whose date begins before the period or is too rough for it."
    if network.undated:
        yield f"Left out: {counted(network.undated, 'event')} of no known day, as neither the event nor its report is dated."


def pair_words(edge: Edge) -> str:
    """`Pakistan - Russia`."""
    return f"{state_name(edge.first)} - {state_name(edge.second)}"


def net_words(edge: Edge) -> str:
    """`+15`, `-3`, `0`."""
    return f"{edge.net:+g}" if edge.net else "0"


def rests_on(edge: Edge) -> str:
    """What the sign of an edge turns on; empty where nothing alone turns it."""
    if edge.events == 1:
        return "one event" if edge.reports > 1 else "one report"
    thread = ["one report"] * bool(edge.turns_on_events) + ["talks"] * edge.turns_on_talks + list(edge.turns_on_sources)
    return listing(thread)


def edge_table(network: Network) -> Table:
    """The strongest edges, all of them where states were asked for."""
    headings = ("states", "net", "events", "cooperation", "conflict", "reports", "sources", "sign turns on")
    edges = network.edges if network.asked else network.edges[:SHOWN]
    rows = (
        (
            pair_words(edge),
            net_words(edge),
            str(edge.events),
            f"{edge.cooperation:g} ({edge.cooperative})",
            f"{edge.conflict:g} ({edge.conflictive})",
            str(edge.reports),
            str(len(edge.sources)),
            rests_on(edge),
        )
        for edge in edges
    )
    return Table(headings, tuple(rows), ((0, 7), (1, 2), (3, 4), (5, 6)))


def node_table(network: Network) -> Table:
    """The states with the most edges, all of them where they were asked for."""
    headings = ("state", "friends", "rivals", "friendship", "rivalry", "community", "constraint", "between")
    nodes = network.nodes
    if not network.asked:
        nodes = tuple(sorted(nodes, key=lambda node: (-node.friends - node.rivals, node.state))[:SHOWN])
    rows = (
        (
            state_name(node.state),
            str(node.friends),
            str(node.rivals),
            f"{node.friendship:g}",
            f"{node.rivalry:g}",
            str(node.community),
            "" if node.constraint is None else f"{node.constraint:.2f}",
            str(node.between),
        )
        for node in nodes
    )
    return Table(headings, tuple(rows), ((0,), (1, 2), (3, 4), (5,), (6, 7)))


def triad_table(network: Network) -> Table:
    """The unbalanced triads of the most tension: why they are, and what would balance them most easily."""
    edges = {edge.pair: edge for edge in network.edges}
    unbalanced = [triad for triad in network.triads if not triad.balanced][:SHOWN]
    rows = (
        (
            pair_words(edges[triad.weakest]),
            "hostile" if edges[triad.weakest].sign > 0 else "friendly",
            net_words(edges[triad.weakest]),
            triad_words(triad, edges),
        )
        for triad in unbalanced
    )
    return Table(("balanced if", "turned", "net now", "unbalanced triad"), tuple(rows), ((3,), (0, 1), (2,)))


def triad_words(triad: Triad, edges: Mapping[tuple[str, str], Edge]) -> str:
    """Why a triad is unbalanced: a friend of two rivals, or three rivals."""
    if triad.signs == TRIADS[3]:
        return f"{listing([state_name(code) for code in triad.states])} are all rivals"
    one, other = next((a, b) for a in triad.states for b in triad.states if a < b and edges[a, b].sign < 0)
    (friend,) = set(triad.states) - {one, other}
    return f"{state_name(friend)} is a friend of both {state_name(one)} and {state_name(other)}, who are rivals"


def network_json(network: Network) -> dict[str, Any]:
    """The whole network as JSON values, with what its records work out."""
    whole: dict[str, Any] = plain(network)
    for part in ("edges", "triads"):
        for values, record in zip(whole[part], getattr(network, part), strict=True):
            values.update({name: getattr(record, name) for name in _ALSO[part]})
    if network.balance:
        whole["balance"].update({name: getattr(network.balance, name) for name in _ALSO["balance"]})
    return whole
