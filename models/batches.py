"""Examples as padded tensors: what the network is shown, and what it should say."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

import torch
from tokenizers import Tokenizer
from torch import Tensor

from models.examples import QUAD_TYPES, Example, Pair
from models.network import DIRECTIONS, KINDS, STATUSES, TYPES, PairNetwork
from sanudo.coding.marking import DIRECTED, NUMBERED, Marked, mark

Row = tuple[Marked, Example]
HEAD_VALUES = {"direction": list(DIRECTIONS), "status": STATUSES, "kind": KINDS}
UNKNOWN = -100  # the target that PyTorch's losses pass over
# Sub-words, padding included, that one batch holds: about eight windows, or forty single sentences.
BATCH_TOKENS = 2_000


@dataclass(frozen=True, slots=True)
class Targets:
    """What is known of the pairs of a batch, in the order of `Batch.pairs`.

    `types`: (pairs, labels), 1.0 for each type that the pair may have. `shared`: (pairs,), true where all of these types hold at once and
    false where it is one of them that is not known. `heads`: the label of each other head, or UNKNOWN. `triggers`: (windows,
    length), the type that a token tells, 0 for none, UNKNOWN where it is not annotated.
    """

    types: Tensor
    shared: Tensor
    heads: dict[str, Tensor]
    triggers: Tensor


class Batch:
    """Padded tensors of a few windows and their pairs."""

    def __init__(self, rows: Sequence[Row]) -> None:
        length = max(len(m.ids) for m, _ in rows)
        most = max(len(e.pairs) for _, e in rows)

        def padded(values: list[tuple[int, ...]]) -> Tensor:
            return torch.tensor([[*v, *[0] * (length - len(v))] for v in values])

        self.ids = padded([m.ids for m, _ in rows])
        self.segments = padded([m.segments for m, _ in rows])
        self.mask = padded([(1,) * len(m.ids) for m, _ in rows])
        self.first, self.second, self.inside = (torch.zeros(len(rows), most, length) for _ in range(3))
        self.named = torch.zeros(len(rows), most, 2)
        self.inside[:, :, 0] = 1.0  # padding, too, looks at something
        self.pairs: list[tuple[Example, Pair]] = []
        where: list[tuple[int, int]] = []
        for n, (marked, example) in enumerate(rows):
            for p, pair in enumerate(example.pairs):
                self.first[n, p, list(marked.places(pair.sentence, pair.first))] = 1.0
                self.second[n, p, list(marked.places(pair.sentence, pair.second))] = 1.0
                start, end = marked.bounds[pair.sentence]
                self.inside[n, p, 0] = 0.0
                self.inside[n, p, start:end] = 1.0
                here = marked.opens[pair.sentence]
                self.named[n, p] = torch.tensor([float(bool(here[pair.first])), float(bool(here[pair.second]))])
                self.pairs.append((example, pair))
                where.append((n, p))
        self.where = tuple(torch.tensor(column) for column in zip(*where, strict=True))
        self.sentences = sum(len(e.texts) - e.fresh for _, e in rows)
        self.targets = self._targets(rows, length)

    def run(self, network: PairNetwork) -> tuple[dict[str, Tensor], Tensor]:
        """Logits of every head for every pair, and of the trigger tags for every token."""
        with torch.autocast("cpu", dtype=torch.bfloat16):  # twice as fast where the processor has it
            hidden = network.encode(self.ids, self.segments, self.mask)
            logits = network.read(hidden, self.first, self.second, self.inside, self.named)
            triggers = network.trigger(hidden)
        return {name: value[self.where].float() for name, value in logits.items()}, triggers.float()

    def _targets(self, rows: Sequence[Row], length: int) -> Targets:
        types, shared = zip(*(_types(pair) for _, pair in self.pairs), strict=True)
        heads = {
            head: torch.tensor([UNKNOWN if (v := getattr(p, head)) is None else values.index(v) for _, p in self.pairs])
            for head, values in HEAD_VALUES.items()
        }
        triggers = torch.full((len(rows), length), UNKNOWN)
        for n, (marked, example) in enumerate(rows):
            if example.triggers is not None:
                for start, end in marked.bounds[example.fresh :]:
                    triggers[n, start:end] = 0
                for trigger in example.triggers:
                    start, end = marked.bounds[trigger.sentence]
                    for at in range(start, end):
                        low, high = marked.origins[at]
                        if low < trigger.end and trigger.start < high:
                            triggers[n, at] = TYPES.index(trigger.type)
        return Targets(torch.tensor(types), torch.tensor(shared), heads, triggers)


def _types(pair: Pair) -> tuple[list[float], bool]:
    """The types that a pair may have as a row over TYPES, and whether all of them hold."""
    if pair.quads is not None:
        names = {name for quad in pair.quads for name in QUAD_TYPES[quad]}
        return [float(name in names) for name in TYPES], False
    names = set(TYPES) if pair.types is None else set(pair.types or ("NONE",))
    return [float(name in names) for name in TYPES], pair.types is not None and names != {"CONCEDE", "RETREAT"}


def encode(tokenizer: Tokenizer, examples: Sequence[Example]) -> list[Row]:
    """Marked inputs beside their examples; what got lost in cutting is left out."""
    rows = []
    for example in examples:
        sentences = [tokenizer.encode(text, add_special_tokens=False) for text in example.texts]
        markers = DIRECTED if example.directed else NUMBERED
        marked = mark(sentences, example.spans, example.fresh, markers)
        shown = tuple(p for p in example.pairs if marked.shows(p.sentence, p.first, p.second))
        if shown:
            rows.append((marked, replace(example, pairs=shown)))
    return rows


def batches(rows: Sequence[Row], shuffle: random.Random | None) -> list[list[Row]]:
    """Rows of like lengths together, in random order when a generator is given."""
    order = sorted(range(len(rows)), key=lambda i: (len(rows[i][0].ids) // 16, shuffle.random() if shuffle else i))
    groups: list[list[Row]] = []
    for i in order:
        size = len(rows[i][0].ids)
        if not groups or (len(groups[-1]) + 1) * size > BATCH_TOKENS:
            groups.append([])
        groups[-1].append(rows[i])
    if shuffle:
        shuffle.shuffle(groups)
    return groups
