"""The network: a small BERT encoder, and heads over the opening marks of each pair of parties."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from sanudo.codebook import CONTEXTS, EVENT_TYPES

TYPES = [
    "NONE",
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
DIRECTIONS = ("forward", "backward", "symmetric")
STATUSES = ["happened", "ongoing", "planned", "possible", "denied", "demanded"]
KINDS = [
    "agreement",
    "exercise",
    "transfer",
    "training",
    "visit",
    "meeting",
    "committee",
    "aid_suspension",
    "sanction",
    "statement",
    "deployment",
    "attack",
    "other",
]
# What a party is to the word that tells an event.
ROLES = ("none", "actor", "recipient")
MODES = ["none", *sorted({mode for type_ in EVENT_TYPES.values() for mode in type_.modes})]
HEADS = {"type": len(TYPES), "direction": len(DIRECTIONS), "status": len(STATUSES), "kind": len(KINDS)}
# Learned after the others, on the network as it then stands (`models/late.py`).
LATE = {"mode": len(MODES), "context": len(CONTEXTS)}

# The part that single words have in what is read of a pair; 0.2 to 0.6 read stories alike (decision 0003).
WORDS = 0.4


class Dropout(nn.Module):
    """Dropout whose masks are pieces of one long mask, each from a random place: drawing new ones takes long on processors."""

    POOL = 1 << 24

    def __init__(self, p: float) -> None:
        super().__init__()
        self.p = p
        self._mask: Tensor | None = None

    def forward(self, values: Tensor) -> Tensor:
        """The values, some of them 0 and the others larger for it, while training."""
        if not self.training or self.p == 0.0:
            return values
        if self._mask is None:
            self._mask = torch.rand(self.POOL).ge(self.p).to(torch.bfloat16)
        start = int(torch.randint(self.POOL - values.numel(), ()))
        mask = self._mask[start : start + values.numel()].view(values.shape)
        return values * mask.to(values.dtype) / (1 - self.p)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the network makes of pairs.

    `mixed`: (windows, pairs, width), what the heads see. `looks`: (windows, pairs, length), logits of the words that a pair looks at.
    `first`, `second`: (windows, pairs, width), its parties.
    """

    mixed: Tensor
    looks: Tensor
    first: Tensor
    second: Tensor

    def float(self) -> Seen:
        """In full precision."""
        return Seen(*(part.float() for part in (self.mixed, self.looks, self.first, self.second)))


class WordHeads(nn.Module):
    """What a word tells by itself: the role of each party in it, whether it happened, what kind of record it is.

    Roles are scored by a biaffine form of word and party (Dozat and Manning, "Deep biaffine attention", 2017).
    """

    def __init__(self, width: int, inner: int = 128) -> None:
        super().__init__()
        self.word, self.party = (
            nn.Sequential(Dropout(0.1), nn.Linear(width, inner * len(ROLES)), nn.GELU()) for _ in range(2)
        )
        self.of_word, self.of_party = nn.Linear(width, len(ROLES)), nn.Linear(width, len(ROLES))
        self.status, self.kind = nn.Linear(width, len(STATUSES)), nn.Linear(width, len(KINDS))
        self.inner = inner

    def forward(self, words: Tensor, parties: Tensor) -> Tensor:
        """Logits of ROLES, (groups, words, parties, roles), from (groups, words, width) and (groups, parties, width)."""
        w = self.word(words).unflatten(2, (len(ROLES), self.inner))
        p = self.party(parties).unflatten(2, (len(ROLES), self.inner))
        both = torch.einsum("gwri,gpri->gwpr", w, p) / self.inner**0.5
        return both + self.of_word(words).unsqueeze(2) + self.of_party(parties).unsqueeze(1)


class PairNetwork(nn.Module):
    """Logits of every head for pairs of marked parties in the sentences of a window, in one pass a window.

    A pair is read from the marks of both parties (in the sentence, or the last before it that names the party), from the
    mark of the sentence, and from those of its words that the pair itself looks for: it learns to look for the word that tells what passes
    between them.
    """

    def __init__(self, encoder: nn.Module, width: int) -> None:
        super().__init__()
        self.encoder, self.width = encoder, width
        self.query = nn.Linear(2 * width, width)
        self.key = nn.Linear(width, width)
        self.mix = nn.Sequential(Dropout(0.2), nn.Linear(5 * width + 2, width), nn.GELU(), Dropout(0.1))
        self.heads = nn.ModuleDict({f"to_{name}": nn.Linear(width, size) for name, size in HEADS.items()})
        self.trigger = nn.Linear(width, len(TYPES))
        self.by_word = WordHeads(width)

    def encode(self, ids: Tensor, segments: Tensor, mask: Tensor) -> Tensor:
        """(windows, length, width) from ids, segments and mask, each (windows, length)."""
        hidden: Tensor = self.encoder(input_ids=ids, token_type_ids=segments, attention_mask=mask).last_hidden_state
        return hidden

    def read(self, seen: Seen) -> dict[str, Tensor]:
        """Logits of every head for each pair, (windows, pairs, labels)."""
        return {name.removeprefix("to_"): head(seen.mixed) for name, head in self.heads.items()}

    def see(self, hidden: Tensor, first: Tensor, second: Tensor, inside: Tensor, named: Tensor) -> Seen:
        """Each pair of each window.

        `first`, `second`: (windows, pairs, length), 1.0 where the marks of the pair's parties open; `inside`: the same
        shape, 1.0 over the pair's sentence, whose mark comes first; `named`: (windows, pairs, 2), 1.0 for a party that the sentence
        names.
        """
        a, b = (places @ hidden / places.sum(2, keepdim=True).clamp(min=1.0) for places in (first, second))
        wanted = self.query(torch.cat([a, b], dim=2)) @ self.key(hidden).transpose(1, 2) / hidden.shape[2] ** 0.5
        looks = wanted.float() + (inside - 1.0) * 1e4
        words = torch.softmax(looks, dim=2).to(hidden.dtype) @ hidden
        opening = (inside.cumsum(2) * inside).eq(1.0).to(hidden.dtype) @ hidden
        mixed: Tensor = self.mix(torch.cat([opening, words, a, b, a * b, named.to(hidden.dtype)], dim=2))
        return Seen(mixed, looks, a, b)

    def read_words(self, hidden: Tensor, seen: Seen, inside: Tensor) -> dict[str, Tensor]:
        """What single words of its sentence tell of each pair: probabilities of every head, (windows, pairs, labels).

        A pair has an event of a type as far as some word tells that type and both parties take part in what it tells; direction,
        status and kind are those of the word that tells most.
        """
        types, status, kind = (
            head(hidden).softmax(2) for head in (self.trigger, self.by_word.status, self.by_word.kind)
        )
        roles = self.by_word(hidden, torch.cat([seen.first, seen.second], dim=1)).softmax(3)
        a, b = roles[:, :, : seen.first.shape[1]], roles[:, :, seen.first.shape[1] :]
        ways = torch.stack([a[..., 1] * b[..., 2], a[..., 2] * b[..., 1], a[..., 1] * b[..., 1]], dim=3)
        part = ways.sum(3) * inside.transpose(1, 2)
        told = types[:, :, None, 1:] * part.unsqueeze(3)
        share = told.amax(1)
        at = told.amax(3).argmax(1, keepdim=True)  # (windows, 1, pairs)
        direction = ways.gather(1, at.unsqueeze(3).expand(-1, -1, -1, len(DIRECTIONS))).squeeze(1)
        types = torch.cat([1 - share.amax(2, keepdim=True), share], dim=2)
        found = {"type": types, "direction": direction}
        for name, chances in (("status", status), ("kind", kind)):
            found[name] = chances.gather(1, at.transpose(1, 2).expand(-1, -1, chances.shape[2]))
        return {name: chances / chances.sum(2, keepdim=True) for name, chances in found.items()}

    def read_both(self, hidden: Tensor, seen: Seen, inside: Tensor, words: float = WORDS) -> dict[str, Tensor]:
        """Probabilities of every head for each pair: the mean of what the pair and what single words tell, the latter with such a share."""
        told = self.read_words(hidden, seen, inside)
        return {name: (1 - words) * logits.softmax(2) + words * told[name] for name, logits in self.read(seen).items()}


class LateHeads(nn.ModuleDict):
    """Linear heads of LATE over what the others see."""

    def __init__(self, width: int) -> None:
        super().__init__({name: nn.Linear(width, size) for name, size in LATE.items()})
