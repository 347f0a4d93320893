"""Pieces of the training that a wrong figure would not show; they need `pip install '.[train]'`."""

import pytest

torch = pytest.importorskip("torch", reason="pip install '.[train]'")
pytest.importorskip("transformers", reason="pip install '.[train]'")

from models.encoders import _beside  # noqa: E402
from models.rounding import FourBits  # noqa: E402


def test_vectors_of_four_bits_are_near_those_they_stand_for() -> None:
    table = torch.randn(50, 64, generator=torch.Generator().manual_seed(0))
    lost = FourBits.rounded(table)(torch.arange(50)) - table
    assert lost.square().sum() / table.square().sum() < 0.015
    whole = torch.tensor([[-8.0, 7.0, 0.0, 1.0]])
    assert torch.equal(FourBits.rounded(whole * 0.5)(torch.tensor([0])), whole * 0.5)


def test_a_mark_is_told_of_the_word_beside_it() -> None:
    # A sign, the marks of a sentence and of a party, two words of the party, its closing mark, a word, padding.
    is_word = torch.tensor([[True, False, False, True, True, False, True, False]])
    opens = torch.tensor([[False, True, True, False, False, False, False, False]])
    said = torch.arange(8.0).view(1, 8, 1)
    assert _beside(said, is_word, opens)[0, :7, 0].tolist() == [0, 3, 3, 3, 4, 4, 6]
