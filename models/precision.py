"""In which precision the networks multiply: half where the processor has it (twice as fast), full where it would only be imitated."""

from __future__ import annotations

import time
from functools import cache

import torch


def fastest() -> torch.autocast:
    """A context in which the networks run in bfloat16, where that is faster here."""
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=_is_half_faster())


@cache
def _is_half_faster() -> bool:
    """Timed, since processors without it do it too, up to a hundred times slower."""
    times = [_seconds(kind) for kind in (torch.float32, torch.bfloat16)]
    return times[1] < times[0]


def _seconds(kind: torch.dtype) -> float:
    """The least of three times of one product of two matrices."""
    values = torch.ones(256, 384, dtype=kind), torch.ones(384, 384, dtype=kind)
    found = []
    for _ in range(3):
        began = time.perf_counter()
        torch.matmul(*values)
        found.append(time.perf_counter() - began)
    return min(found)
