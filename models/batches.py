"""Examples as padded tensors: what the network is shown, and what it should say."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import torch
from tokenizers import Tokenizer
from torch import Tensor

from models.examples import QUAD_TYPES, Example, Pair, Taught, Trigger
from models.network import DIRECTIONS, HEADS, KINDS, ROLES, STATUSES, TYPES, PairNetwork, Seen
from models.precision import fastest
from sanudo.coding.marking import DIRECTED, NUMBERED, Marked, mark

Row = tuple[Marked, Example]
HEAD_VALUES = {"direction": list(DIRECTIONS), "status": STATUSES, "kind": KINDS}
UNKNOWN = -100  # the target that PyTorch's losses pass over
# What stands for a word that is hidden, and the first row of the vocabulary that is neither mark nor sign.
HIDDEN, FIRST_WORD = 103, 104
# Sub-words, padding included, that one batch holds: about eight windows, or forty single sentences.
BATCH_TOKENS = 2_000


@dataclass(frozen=True, slots=True)
class Told:
    """Words that tell an event, each with a party of its sentence, all by index: the window, the word, a pair of it that has the
    party, which side of the pair it is; then what the party is to it, and the status and kind of the event.
    """

    windows: Tensor
    words: Tensor
    pairs: Tensor
    sides: Tensor
    roles: Tensor
    statuses: Tensor
    kinds: Tensor


@dataclass(frozen=True, slots=True)
class Targets:
    """What is known of the pairs of a batch, in the order of `Batch.pairs`.

    `types`: (pairs, labels), 1.0 for each type that the pair may have. `shared`: (pairs,), true where all of these types hold at once and
    false where it is one of them that is not known. `heads`: the label of each other head, or UNKNOWN. `triggers`: (windows,
    length), the type that a token tells, 0 for none, UNKNOWN where it is not annotated. `looks`: (windows, pairs, length), 1.0 over the
    words that tell what passes between a pair. `words`: those of `Told`. `taught`: what a larger network says, of `pairs` in their order and
    of words as (windows, length, types), zeros where it says nothing; None where it has read none of the windows.
    """

    types: Tensor
    shared: Tensor
    heads: dict[str, Tensor]
    triggers: Tensor
    looks: Tensor
    words: Told
    taught: Taught | None


@dataclass(frozen=True, slots=True)
class Read:
    """What the network says of a batch: `hidden` (windows, length, width), what it sees of the pairs, logits of every head for each pair (in
    the order of `Batch.pairs`), and of the type that each token tells, (windows, length, types).
    """

    hidden: Tensor
    seen: Seen
    logits: dict[str, Tensor]
    triggers: Tensor


class Batch:
    """Padded tensors of a few windows and their pairs; `hide` is the share of words, drawn at random, that are not shown."""

    def __init__(self, rows: Sequence[Row], hide: float = 0.0) -> None:
        length = max(len(m.ids) for m, _ in rows)
        most = max(len(e.pairs) for _, e in rows)

        def padded(values: list[tuple[int, ...]]) -> Tensor:
            return torch.tensor([[*v, *[0] * (length - len(v))] for v in values])

        self.ids = padded([m.ids for m, _ in rows])
        if hide:
            self.ids[(self.ids >= FIRST_WORD) & (torch.rand(self.ids.shape) < hide)] = HIDDEN
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

    def run(self, network: PairNetwork) -> Read:
        """What the network says of the batch."""
        with fastest():
            hidden = network.encode(self.ids, self.segments, self.mask)
            seen = network.see(hidden, self.first, self.second, self.inside, self.named)
            logits = {name: value[self.where].float() for name, value in network.read(seen).items()}
            return Read(hidden, seen, logits, network.trigger(hidden).float())

    def _targets(self, rows: Sequence[Row], length: int) -> Targets:
        types, shared = zip(*(_types(pair) for _, pair in self.pairs), strict=True)
        heads = {
            head: torch.tensor([UNKNOWN if (v := getattr(p, head)) is None else values.index(v) for _, p in self.pairs])
            for head, values in HEAD_VALUES.items()
        }
        triggers = torch.full((len(rows), length), UNKNOWN)
        looks = torch.zeros_like(self.first)
        told: list[tuple[int, ...]] = []
        for n, (marked, example) in enumerate(rows):
            if example.triggers is not None:
                for start, end in marked.bounds[example.fresh :]:
                    triggers[n, start:end] = 0
                for trigger in example.triggers:
                    at = marked.tokens(trigger.sentence, trigger.start, trigger.end)
                    triggers[n, at] = TYPES.index(trigger.type)
                    for p, pair in enumerate(example.pairs):
                        if trigger.between(pair):
                            looks[n, p, at] = 1.0
                    told += [(n, at[0], *row) for row in _told(example, trigger)] if at else []
        columns = zip(*told, strict=True) if told else [()] * 7
        return Targets(
            torch.tensor(types), torch.tensor(shared), heads, triggers, looks,
            Told(*(torch.tensor(column, dtype=torch.long) for column in columns)), _taught(rows, length),
        )  # fmt: skip


def _taught(rows: Sequence[Row], length: int) -> Taught | None:
    """What a larger network says of the windows of a batch."""
    if not any(example.taught for _, example in rows):
        return None
    words = torch.zeros(len(rows), length, len(TYPES))
    pairs: dict[str, list[Tensor]] = {head: [] for head in HEADS}
    for n, (_, example) in enumerate(rows):
        taught = example.taught
        if taught is not None:
            words[n, : len(taught.words)] = taught.words.float()
        for head, labels in HEADS.items():
            nothing = torch.zeros(len(example.pairs), labels)
            pairs[head].append(nothing if taught is None else taught.pairs[head].float())
    return Taught({head: torch.cat(parts) for head, parts in pairs.items()}, words)


def _told(example: Example, trigger: Trigger) -> Iterator[tuple[int, ...]]:
    """The rows of `Told` for one trigger, without window and word: every party that has a pair in its sentence, once."""
    sides = {
        party: (p, side)
        for p, pair in enumerate(example.pairs)
        if pair.sentence == trigger.sentence
        for side, party in enumerate((pair.first, pair.second))
    }
    for party, (p, side) in sorted(sides.items()):
        role = "actor" if party in trigger.actors else "recipient" if party in trigger.recipients else "none"
        yield (p, side, ROLES.index(role), STATUSES.index(trigger.status), KINDS.index(trigger.kind))


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
