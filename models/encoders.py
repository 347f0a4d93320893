"""The network around an encoder: the small one of the package, or a larger one that it may learn from."""

from __future__ import annotations

import json
from pathlib import Path

from torch import nn
from transformers import BertConfig, BertModel

from models.network import Dropout, PairNetwork
from models.teacher import FrozenBelow


def small(folder: Path) -> PairNetwork:
    """The network as it is packaged (`config.json` in `folder`), what is trained of it drawn at random or as published."""
    config = BertConfig.from_pretrained(folder)
    config._attn_implementation = "eager"
    return PairNetwork(BertModel(config, add_pooling_layer=False), config.hidden_size)


def pretrained(folder: Path) -> PairNetwork:
    """The network with the encoder's published weights (`model.safetensors` and `config.json` in `folder`)."""
    if json.loads((folder / "config.json").read_text())["model_type"] == "mpnet":
        above = FrozenBelow(folder)
        return _masked_from_one_pool(PairNetwork(above, above.width))
    config = BertConfig.from_pretrained(folder, attention_probs_dropout_prob=0.0)
    encoder = BertModel.from_pretrained(folder, config=config, add_pooling_layer=False)
    encoder.config._attn_implementation = "eager"  # the fastest on processors, measured on two cores
    return _masked_from_one_pool(PairNetwork(encoder, config.hidden_size))


def _masked_from_one_pool(network: PairNetwork) -> PairNetwork:
    for module in list(network.encoder.modules()):
        for name, child in module.named_children():
            if isinstance(child, nn.Dropout):
                setattr(module, name, Dropout(child.p))
    return network
