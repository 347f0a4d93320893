"""Word vectors of 4 bits a number: half the size of 8, and what the network is trained on top of."""

from __future__ import annotations

import torch
from torch import Tensor, nn

# Numbers are rounded to -8..7 times the scale of their row. Scales that cut off the largest ones are tried too: these parts of a row's largest number.
LOWEST, HIGHEST = -8, 7
CUTS = torch.linspace(0.4, 1.0, 25)


class FourBits(nn.Module):
    """A table of vectors, looked up by number: two numbers in each byte, the lower half of a row in the lower bits."""

    def __init__(self, packed: Tensor, scales: Tensor) -> None:
        """`packed`: (rows, width / 2), unsigned bytes; `scales`: (rows, 1)."""
        super().__init__()
        self.register_buffer("packed", packed)
        self.register_buffer("scales", scales)

    @classmethod
    def rounded(cls, table: Tensor) -> FourBits:
        """The table, (rows, width), each row by the scale that loses the least of its squares."""
        largest = table.abs().amax(1, keepdim=True).clamp(min=1e-9)
        best, scales = torch.full_like(largest, torch.inf), torch.zeros_like(largest)
        for cut in CUTS:
            scale = cut * largest / HIGHEST
            lost = (_steps(table, scale) * scale - table).square().sum(1, keepdim=True)
            scales = torch.where(lost < best, scale, scales)
            best = torch.minimum(best, lost)
        low, high = (_steps(table, scales) - LOWEST).to(torch.uint8).chunk(2, dim=1)
        return cls(low + 16 * high, scales)

    def forward(self, ids: Tensor) -> Tensor:
        """The rows, (..., width). By whole floating-point numbers, which every runtime has."""
        both = self.packed[ids].float()
        high = torch.floor(both / 16)
        steps: Tensor = torch.cat([both - 16 * high, high], dim=-1) + LOWEST
        return steps * self.scales[ids]


def _steps(table: Tensor, scale: Tensor) -> Tensor:
    return torch.round(table / scale).clamp(LOWEST, HIGHEST)
