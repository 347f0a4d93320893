"""How the networks are trained: one optimiser, one rise and fall of its rate."""

from __future__ import annotations

from torch import nn
from torch.optim import AdamW
from torch.optim.lr_scheduler import LambdaLR

# Shares of the steps in which the rate rises and falls; it is level between (a trapezoid, so that a run whose number of epochs
# is changed when it is resumed goes on as if it had been so from the start).
RISE, FALL = 0.04, 0.35
# Parts of an encoder that begin from nothing.
ADDED = ("encoder.marks", "encoder.segments")


def share_of_rate(step: int, steps: int) -> float:
    """The part of the highest rate that a step is taken with."""
    return max(0.01, min(1.0, (step + 1) / (RISE * steps), (steps - step) / (FALL * steps)))


def descent(network: nn.Module, rate: float, heads: float, steps: int) -> tuple[AdamW, LambdaLR]:
    """AdamW over a network with an `encoder`, and its schedule; what is not of the published encoder learns `heads` times as fast."""
    parts: dict[bool, list[nn.Parameter]] = {True: [], False: []}
    for name, values in network.named_parameters():
        parts[name.startswith("encoder") and not name.startswith(ADDED)].append(values)
    groups = [{"params": parts[True], "lr": rate}, {"params": parts[False], "lr": heads * rate}]
    optimiser = AdamW(groups, weight_decay=0.01, fused=True)
    return optimiser, LambdaLR(optimiser, lambda step: share_of_rate(step, steps))
