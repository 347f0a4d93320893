"""GraphML: parties as nodes, events as edges, for Gephi, igraph, networkx and their like.

Who acts points to whom it is done; of an event in which nobody leads each pair has one edge, marked symmetric.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, product
from typing import IO, Any

from sanudo.codebook import EVENT_TYPES
from sanudo.exchange.extras import extra
from sanudo.exchange.forms import Format, Losses
from sanudo.exchange.told import clean, is_state, label, source
from sanudo.records import Entry, Participant


def write(entries: Iterable[Entry], stream: IO[str]) -> Losses:
    """Write one directed multigraph.

    Raises:
        MissingExtraError: networkx is not installed.
    """
    networkx = extra("networkx")
    graph, losses = networkx.MultiDiGraph(), Losses()
    for entry in entries:
        pairs = list(dict.fromkeys(_pairs(entry)))
        if not pairs:
            losses.left_out["fewer than two parties"] += 1
            continue
        losses.written += 1
        losses.lose(detail=entry.mention.detail or None, evidence=entry.mention.evidence)
        for one, other in pairs:
            edge = _attributes(entry)
            graph.add_edge(one, other, key=f"{entry.event_id} {one} {other}", **edge)
        for party in (*entry.mention.actors, *entry.mention.recipients):
            if _node(party) in graph:
                graph.add_node(_node(party), label=clean(label(party)), state=is_state(party.state))
    stream.writelines(f"{line}\n" for line in networkx.generate_graphml(graph, named_key_ids=True))
    return losses


def _pairs(entry: Entry) -> Iterator[tuple[str, str]]:
    actors, recipients = (
        tuple(dict.fromkeys(map(_node, side))) for side in (entry.mention.actors, entry.mention.recipients)
    )
    pairs = combinations(actors, 2) if entry.mention.symmetric or not recipients else product(actors, recipients)
    yield from ((one, other) for one, other in pairs if one != other)


def _node(party: Participant) -> str:
    """The code of a party; groups, lesser bodies and parties without a code are told apart by name."""
    return party.state if is_state(party.state) else clean(f"{party.state} {label(party)}")


def _attributes(entry: Entry) -> dict[str, Any]:
    mention, where, origin = entry.mention, entry.mention.where, entry.origin
    known = EVENT_TYPES.get(mention.type)
    attributes = {
        "event": entry.event_id,
        "type": mention.type,
        "mode": mention.mode,
        "kind": str(mention.kind),
        "status": str(mention.status),
        "symmetric": mention.symmetric,
        "quad": known and known.quad,
        "intensity": origin.intensity if origin else known and float(known.intensity),
        "when": mention.when,
        "country": where and where.country,
        "place": where and where.place,
        "confidence": mention.confidence if mention.evidence else None,
        "source": source(entry),
    }
    given = {name: value for name, value in attributes.items() if value not in (None, "")}
    return {name: clean(value) if isinstance(value, str) else value for name, value in given.items()}


FORMAT = Format("graphml", "parties and events as nodes and edges, as GraphML", "graphml", write)
