"""The network: a small BERT encoder, and heads over the opening marks of each pair of parties."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

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
HEADS = {"type": len(TYPES), "direction": len(DIRECTIONS), "status": len(STATUSES), "kind": len(KINDS)}


class PairNetwork(nn.Module):
    """Logits of every head for every pair of marked parties, in one pass a sentence."""

    def __init__(self, config: BertConfig) -> None:
        super().__init__()
        self.encoder = BertModel(config, add_pooling_layer=False)
        width = config.hidden_size
        self.mix = nn.Sequential(nn.Dropout(0.2), nn.Linear(4 * width, width), nn.GELU(), nn.Dropout(0.1))
        self.heads = nn.ModuleDict({f"to_{name}": nn.Linear(width, size) for name, size in HEADS.items()})

    def forward(
        self, ids: Tensor, segments: Tensor, mask: Tensor, first: Tensor, second: Tensor, row: Tensor | None = None
    ) -> dict[str, Tensor]:
        """Logits of every head for each pair.

        `ids`, `segments`, `mask`: (sentences, length); `first`, `second`: (pairs, length), 1.0 where the marks of the
        pair's parties open; `row`: (pairs,), the sentence of each pair, or None when there is one sentence.
        """
        hidden = self.encoder(input_ids=ids, token_type_ids=segments, attention_mask=mask).last_hidden_state
        if row is None:
            where, opening = hidden[0], hidden[0, :1].expand(first.shape[0], -1)
            sums = [places @ where for places in (first, second)]
        else:
            opening = hidden[row, 0]
            sums = [torch.bmm(places.unsqueeze(1), hidden[row]).squeeze(1) for places in (first, second)]
        counts = [places.sum(1, keepdim=True).clamp(min=1.0) for places in (first, second)]
        a, b = (s / n for s, n in zip(sums, counts, strict=True))
        mixed = self.mix(torch.cat([opening, a, b, a * b], dim=1))
        return {name.removeprefix("to_"): head(mixed) for name, head in self.heads.items()}


def pretrained(folder: Path) -> PairNetwork:
    """The network with the encoder's published weights (`model.safetensors` and `config.json` in `folder`)."""
    config = BertConfig.from_pretrained(folder)
    network = PairNetwork(config)
    network.encoder = BertModel.from_pretrained(folder, add_pooling_layer=False)
    return network
