"""The network around an encoder: the small one of the package, or a larger one that it may learn from."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from types import SimpleNamespace

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from models.batches import FIRST_WORD, HIDDEN
from models.network import Dropout, PairNetwork
from models.rounding import FourBits
from models.teacher import FrozenBelow
from sanudo.coding.marking import CLS, SENTENCE, SEP

# An encoder of so many layers has its marks above those that stay as they are.
DEEP, FROZEN = 12, 6
PADDING = 0
SIGNS = (PADDING, CLS, SEP, HIDDEN)
# Spread of the marks' first vectors: about that of what the lower layers say of words.
SPREAD = 0.3


class MarkedAbove(nn.Module):
    """BERT with a trainable upper part. The lower layers and the word vectors are as published and see the words alone; the marks of sentences and
    parties come in above them, where they disturb nothing that was learned before.

    Called as BERT is. The word vectors are rounded to 4 bits, as they are packaged. What is never trained is no parameter, and not written
    to checkpoints.
    """

    def __init__(self, folder: Path, frozen: int = FROZEN) -> None:
        super().__init__()
        config = BertConfig.from_pretrained(folder, attention_probs_dropout_prob=0.0)
        whole = BertModel.from_pretrained(folder, config=config, add_pooling_layer=False)
        whole.config._attn_implementation = "eager"  # the fastest to train on processors, measured on two cores
        width = self.width = config.hidden_size
        self.marks = nn.Embedding(FIRST_WORD, width)
        self.segments = nn.Embedding(2, width)
        nn.init.normal_(self.marks.weight, std=SPREAD)
        nn.init.zeros_(self.segments.weight)
        self.upper = nn.ModuleList(whole.encoder.layer[frozen:])
        words = FourBits.rounded(whole.embeddings.word_embeddings.weight.detach())
        lower = nn.ModuleList(whole.encoder.layer[:frozen]).eval()
        forward_only = deepcopy(whole.config)
        forward_only._attn_implementation = "sdpa"
        for layer in lower:
            layer.attention.self.config = forward_only
        self.below = (words, whole.embeddings.eval(), lower)
        for module in self.below:
            module.requires_grad_(False)

    def forward(self, input_ids: Tensor, token_type_ids: Tensor, attention_mask: Tensor) -> SimpleNamespace:
        """`last_hidden_state`, (windows, length, width)."""
        is_sign = torch.zeros_like(input_ids, dtype=torch.bool)
        for sign in SIGNS:
            is_sign = is_sign | (input_ids == sign)
        is_mark = (input_ids < FIRST_WORD) & ~is_sign
        is_word = attention_mask.bool() & ~is_mark
        with torch.no_grad():
            hidden = _beside(self._read_words(input_ids, is_word), is_word, _opens(input_ids) & is_mark)
        marks = self.marks(input_ids.clamp(max=FIRST_WORD - 1)) * is_mark.unsqueeze(2).to(hidden.dtype)
        hidden = hidden + self.segments(token_type_ids) + marks
        shown = (attention_mask[:, None, None, :].to(hidden.dtype) - 1.0) * 1e4
        for layer in self.upper:
            hidden = layer(hidden, shown)
        return SimpleNamespace(last_hidden_state=hidden)

    def _read_words(self, ids: Tensor, is_word: Tensor) -> Tensor:
        """What the lower layers make of the words."""
        words, embeddings, layers = self.below
        places = (is_word.long().cumsum(1) - 1).clamp(min=0)
        hidden: Tensor = embeddings(inputs_embeds=words(ids), position_ids=places)
        shown = (is_word[:, None, None, :].to(hidden.dtype) - 1.0) * 1e4
        for layer in layers:
            hidden = layer(hidden, shown)
        return hidden


def _opens(ids: Tensor) -> Tensor:
    """Which marks open something: that of a sentence, and of parties the odd ones."""
    return (ids % 2 == 1) | (ids == SENTENCE)


def _beside(hidden: Tensor, is_word: Tensor, opens: Tensor) -> Tensor:
    """What is said of words, (windows, length, width), and for each mark that of the word it stands by: the next of one that opens, the last of one
    that closes. By it a mark has its place and knows what it marks.
    """
    number = is_word.long().cumsum(1)
    wanted = number + opens.long()
    at = (wanted[:, :, None] == number[:, None, :]) & is_word[:, None, :]
    beside: Tensor = at.to(hidden.dtype) @ hidden
    return beside


def small(folder: Path) -> PairNetwork:
    """The network as it is packaged (`config.json` in `folder`), what is trained of it drawn at random or as published."""
    config = BertConfig.from_pretrained(folder)
    if config.num_hidden_layers == DEEP:
        return pretrained(folder)
    config._attn_implementation = "eager"
    return PairNetwork(BertModel(config, add_pooling_layer=False), config.hidden_size)


def pretrained(folder: Path) -> PairNetwork:
    """The network with the encoder's published weights (`model.safetensors` and `config.json` in `folder`)."""
    read = json.loads((folder / "config.json").read_text())
    if read["model_type"] == "mpnet" or read["num_hidden_layers"] == DEEP:
        above = FrozenBelow(folder) if read["model_type"] == "mpnet" else MarkedAbove(folder)
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
