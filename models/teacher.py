"""A larger encoder to learn from: all-mpnet-base-v2 (`models.base --encoder mpnet`), its lower layers as they were published.

It is too large for the package and trains slowly on processors. The lower layers are never trained, and see the words alone: the marks of
sentences and parties come in above them, where they disturb nothing that was learned before.
"""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import torch
from torch import Tensor, nn
from transformers import MPNetModel

from models.batches import FIRST_WORD, HIDDEN
from sanudo.coding.marking import CLS, SEP

# Layers that stay as they are, of twelve.
FROZEN = 5
# The vocabulary is BERT's, four places further, with signs of its own for these of BERT's.
SHIFT = 4
PADDING = 0
SIGNS = {PADDING: 1, CLS: 0, SEP: 2, HIDDEN: 30526}


class FrozenBelow(nn.Module):
    """MPNet with a trainable upper part, called as BERT is: ids are BERT's, those below FIRST_WORD that are no signs are marks."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        whole = MPNetModel.from_pretrained(folder, add_pooling_layer=False, attn_implementation="eager")
        width: int = whole.config.hidden_size
        self.width = width
        self.marks = nn.Embedding(FIRST_WORD, width)
        self.segments = nn.Embedding(2, width)
        nn.init.normal_(self.marks.weight, std=0.5)
        nn.init.zeros_(self.segments.weight)
        self.upper = whole.encoder.layer[FROZEN:]
        # Kept out of the parameters: neither trained nor written to checkpoints.
        self._lower = (whole.embeddings.eval(), whole.encoder, whole.encoder.layer[:FROZEN].eval())
        whole.requires_grad_(False)
        self.upper.requires_grad_(True)
        for layer in self.upper:
            layer.attention.attn.dropout.p = 0.0

    def forward(self, input_ids: Tensor, token_type_ids: Tensor, attention_mask: Tensor) -> SimpleNamespace:
        """`last_hidden_state`, (windows, length, width)."""
        is_mark = (input_ids < FIRST_WORD) & ~torch.isin(input_ids, torch.tensor(list(SIGNS)))
        is_word = attention_mask.bool() & ~is_mark
        with torch.no_grad():
            hidden, bias = self._read_words(input_ids, is_word)
        hidden = torch.where(is_mark.unsqueeze(2), self.marks(input_ids.clamp(max=FIRST_WORD - 1)), hidden)
        hidden = hidden + self.segments(token_type_ids)
        bias = bias + (attention_mask[:, None, None, :] - 1.0) * 1e4
        for layer in self.upper:
            hidden = layer(hidden, None, bias)[0]
        return SimpleNamespace(last_hidden_state=hidden)

    def _read_words(self, ids: Tensor, is_word: Tensor) -> tuple[Tensor, Tensor]:
        """What the lower layers make of the words, and the bias of attention by distance in words."""
        embeddings, encoder, layers = self._lower
        known = ids + SHIFT
        for bert, own in SIGNS.items():
            known[ids == bert] = own
        places = (is_word.cumsum(1) + 1).clamp(min=2)
        hidden = embeddings(input_ids=known, position_ids=places)
        apart = places[:, None, :] - places[:, :, None]
        bias = encoder.relative_attention_bias(encoder.relative_position_bucket(apart)).permute(0, 3, 1, 2)
        words_only = bias + (is_word[:, None, None, :].float() - 1.0) * 1e4
        for layer in layers:
            hidden = layer(hidden, None, words_only)[0]
        return hidden, bias
