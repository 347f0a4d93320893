"""The network: a small BERT encoder, and heads over the opening marks of the two parties."""

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
    """Logits of every head for a batch of marked pairs."""

    def __init__(self, config: BertConfig) -> None:
        super().__init__()
        self.encoder = BertModel(config, add_pooling_layer=False)
        width = config.hidden_size
        self.mix = nn.Sequential(nn.Dropout(0.2), nn.Linear(3 * width, width), nn.GELU(), nn.Dropout(0.1))
        self.heads = nn.ModuleDict({f"to_{name}": nn.Linear(width, size) for name, size in HEADS.items()})

    def forward(self, ids: Tensor, segments: Tensor, first: Tensor, second: Tensor, mask: Tensor) -> dict[str, Tensor]:
        """`ids`, `segments`, `mask`: (batch, length); `first`, `second`: the same shape, 1.0 at opening marks."""
        hidden = self.encoder(input_ids=ids, token_type_ids=segments, attention_mask=mask).last_hidden_state

        def at(places: Tensor) -> Tensor:
            summed = (hidden * places.unsqueeze(-1)).sum(1)
            return summed / places.sum(1, keepdim=True).clamp(min=1.0)

        mixed = self.mix(torch.cat([hidden[:, 0], at(first), at(second)], dim=1))
        return {name.removeprefix("to_"): head(mixed) for name, head in self.heads.items()}


def pretrained(folder: Path) -> PairNetwork:
    """The network with the encoder's published weights (`model.safetensors` and `config.json` in `folder`)."""
    config = BertConfig.from_pretrained(folder)
    network = PairNetwork(config)
    network.encoder = BertModel.from_pretrained(folder, add_pooling_layer=False)
    return network
